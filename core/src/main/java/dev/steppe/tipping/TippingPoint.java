package dev.steppe.tipping;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.analysis.Progress;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.scenario.Scenario;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What it would take for a country to reach another's score, or a threshold: each indicator alone,
 * and the least change of several together. Immutable.
 *
 * <p>The direction follows from where the country stands. One that is below the target is asked how
 * far it must rise to reach it, which is also how much it may worsen and stay below; one that is
 * above is asked how far it must fall. For the mirror image, how far the <em>other</em> may move
 * before the two meet, ask for the other's tipping point.
 *
 * <ul>
 *   <li>A score within 1e-9 of the target has reached it, as two such scores tie in a ranking.
 *   <li>An uncertain reading counts with its central value, and moves from there.
 *   <li>A missing indicator cannot be moved. Under {@link dev.steppe.model.MissingPolicy#reweight}
 *       its weight stays with the others.
 *   <li>The target is a number: the other's score as it is, which the change of one country does
 *       not move.
 *   <li>Changes are measured in points of the normalised scales ({@link TippingMeasure}) and told
 *       as readings: the nearest reading that takes the value there, within the indicator's domain.
 *       A scale that jumps, ranks and categories, is taken to a level that suffices. Every other
 *       scale counts as continuous; where doubles are too coarse for it, the nearest that suffices
 *       is taken.
 *   <li>Whatever one indicator reaches alone, all together reach, at no more cost.
 *   <li>Where the model is additive and no scale jumps the least joint change is known in closed
 *       form, and its lower bound comes from the dual problem. Else it is searched for, with a
 *       rigorous lower bound that holds for any score that never falls with a value, see {@link
 *       TippingChange#gap()}.
 * </ul>
 *
 * <pre>{@code
 * TippingPoint.of(scorer, aland).toReach(bland);
 * TippingPoint.of(scorer, aland)
 *     .withCosts(TippingCosts.equal().withImmutable("border_share"))
 *     .toReach(60)
 *     .together(TippingMeasure.EUCLIDEAN);
 * TippingPoint.of(scorer, aland).scenariosToReach(bland, library);   // which scenarios do it
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1007/s10898-015-0359-3">Kadziński, Ciomek, Rychły, Słowiński
 *     (2016), Post factum analysis for robust multiple criteria ranking and sorting. Journal of
 *     Global Optimization 65, 531-562</a>
 * @see <a href="https://doi.org/10.1145/3287560.3287566">Ustun, Spangher, Liu (2019), Actionable
 *     recourse in linear classification. FAT* '19, 10-19</a>
 * @since 0.1
 */
public final class TippingPoint {

  private static final long DEFAULT_LIMIT = 50_000;

  private final Scorecard card;
  private final TippingCosts costs;
  private final long limit;
  private final Progress progress;

  private TippingPoint(Scorecard card, TippingCosts costs, long limit, Progress progress) {
    this.card = card;
    this.costs = costs;
    this.limit = limit;
    this.progress = progress;
  }

  /**
   * Asks about a country, at equal costs.
   *
   * @throws IllegalArgumentException if the profile cannot be scored, see {@link Scorer#score}
   */
  public static TippingPoint of(Scorer scorer, CountryProfile profile) {
    return new TippingPoint(
        scorer.score(profile), TippingCosts.equal(), DEFAULT_LIMIT, Progress.none());
  }

  /**
   * A copy with other costs and bounds.
   *
   * @throws IllegalArgumentException that lists every code that is no indicator of the model
   */
  public TippingPoint withCosts(TippingCosts costs) {
    costs.checkKnownTo(card.model());
    return new TippingPoint(card, costs, limit, progress);
  }

  /**
   * A copy whose searches compute at most about so many scores. More of them close the gap between
   * the cost that was found and its lower bound; the default is 50 000. Additive models need none.
   *
   * @param evaluations at least 1000
   */
  public TippingPoint withLimit(long evaluations) {
    if (evaluations < 1000) {
      throw new IllegalArgumentException(
          "The limit of a search must be at least 1000 scores, but was " + evaluations);
    }
    return new TippingPoint(card, costs, evaluations, progress);
  }

  /**
   * A copy of whose searches somebody hears, and may stop them: of a joint change how many scores
   * are computed, of the {@linkplain #withLimit limit}; of sets of scenarios how many sets are
   * seen.
   */
  public TippingPoint withProgress(Progress progress) {
    return new TippingPoint(card, costs, limit, requireNonNull(progress, "progress"));
  }

  /**
   * What it would take to reach the score of another country.
   *
   * @throws IllegalArgumentException if the other profile cannot be scored
   */
  public TippingAnswer toReach(CountryProfile other) {
    Scorecard rival = card.scorer().score(requireNonNull(other, "other"));
    return answer(rival, rival.value());
  }

  /**
   * What it would take to reach a score. Each indicator is tried with all others as they are, which
   * takes a time that grows with the square of their number: of 2,000 in a weighted sum 0.2 s.
   *
   * @param score from 0 to 100
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public TippingAnswer toReach(double score) {
    return answer(null, Checks.inRange(score, 0, 100, "score to reach"));
  }

  private TippingAnswer answer(@Nullable Scorecard rival, double target) {
    StartAndTarget state = new StartAndTarget(card, costs, target);
    ImmutableList<TippingLever> alone = SingleChange.of(state);
    return new TippingAnswer(
        card,
        rival,
        target,
        alone,
        JointChange.of(state, alone, TippingMeasure.EUCLIDEAN, limit, progress),
        JointChange.of(state, alone, TippingMeasure.SUM, limit, progress));
  }

  /**
   * The smallest sets of scenarios that reach the score of another country, see {@link
   * TippingSets}.
   *
   * @param library at most 20 scenarios with different names; those of a set are applied in this
   *     order
   * @throws IllegalArgumentException if there are none or more than 20, two have the same name, or
   *     the other profile cannot be scored
   */
  public TippingSets scenariosToReach(CountryProfile other, List<Scenario> library) {
    return sets(card.scorer().score(requireNonNull(other, "other")).value(), library);
  }

  /**
   * The smallest sets of scenarios that reach a score, see {@link TippingSets}.
   *
   * @param score from 0 to 100
   * @param library at most 20 scenarios with different names; those of a set are applied in this
   *     order
   * @throws IllegalArgumentException if there are none or more than 20, two have the same name, or
   *     the score is out of range
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public TippingSets scenariosToReach(double score, List<Scenario> library) {
    return sets(Checks.inRange(score, 0, 100, "score to reach"), library);
  }

  private TippingSets sets(double score, List<Scenario> library) {
    Map<String, UnaryOperator<CountryProfile>> changes = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (Scenario scenario : library) {
      if (changes.putIfAbsent(scenario.name(), scenario::applyTo) != null) {
        faults.add("scenario '" + scenario.name() + "' is given more than once");
      }
    }
    Checks.noFaults("Library of scenarios", faults);
    return among(score, ImmutableMap.copyOf(changes));
  }

  /** The smallest sets of any changes of the profile, by name. */
  TippingSets among(double score, ImmutableMap<String, UnaryOperator<CountryProfile>> library) {
    return SubsetSearch.of(card, score, library, progress);
  }

  @Override
  public String toString() {
    return "Tipping point of " + card.country() + " in model '" + card.model().name() + "'";
  }
}
