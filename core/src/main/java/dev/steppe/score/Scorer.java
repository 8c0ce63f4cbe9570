package dev.steppe.score;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.Evaluation;
import dev.steppe.model.Criterion;
import dev.steppe.model.RiskModel;
import dev.steppe.score.PartialRanking.NotRanked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies a model to country profiles. Immutable and thread-safe.
 *
 * <p>Scores are comparable because everything that turns a reading into a score is frozen in the
 * model: scoring one country never changes another's score.
 *
 * @since 0.1
 */
public final class Scorer {

  private final CompiledModel compiled;

  private Scorer(RiskModel model) {
    this.compiled = CompiledModel.of(model);
  }

  /**
   * Obtains a scorer of a model that needs no reference set.
   *
   * @throws IllegalArgumentException that names the indicators that need one
   */
  public static Scorer of(RiskModel model) {
    return new Scorer(model);
  }

  /**
   * Obtains a scorer of a model whose sample-based methods are fitted to a reference set and
   * frozen, see {@link RiskModel#fit}.
   *
   * @param reference a {@link dev.steppe.evidence.Dataset}, or any profiles
   * @throws IllegalArgumentException that lists every indicator that cannot be fitted, and why
   */
  public static Scorer fit(RiskModel model, Iterable<CountryProfile> reference) {
    return new Scorer(model.fit(reference));
  }

  /** The model, with all bounds frozen. */
  public RiskModel model() {
    return compiled.model();
  }

  /** The model's {@linkplain RiskModel#fingerprint fingerprint}: equal ones give equal scores. */
  public String fingerprint() {
    return model().fingerprint();
  }

  /**
   * Scores a profile.
   *
   * <p>What {@linkplain CountryProfile#notApplicable does not apply} to the country has no weight,
   * and what is beside it in its factor has its weight, in proportion; so it is with a factor of
   * which nothing applies. Whatever the missing policy, nothing is missing there, and the coverage
   * is that of the rest. The score is that of the model without these indicators.
   *
   * @throws IllegalArgumentException that lists every fault of the profile: readings that are
   *     missing against the model's policy, plain readings that the model does not know, or of
   *     which it does not know that they do not apply, no indicator with a weight that applies,
   *     readings in another {@linkplain dev.steppe.evidence.Unit unit} than the indicator's,
   *     outside its domain or that cannot be treated or normalised
   */
  public Scorecard score(CountryProfile profile) {
    @Nullable Evaluation evaluation = evaluate(requireNonNull(profile, "profile"), null);
    if (evaluation == null) {
      throw ProfileCheck.error(compiled, profile, faults(profile));
    }
    return new Scorecard(this, profile, evaluation);
  }

  /** All faults of a profile that has no score. */
  private List<String> faults(CountryProfile profile) {
    List<String> ofMethods = new ArrayList<>();
    evaluate(profile, ofMethods);
    return ProfileCheck.faults(compiled, profile, ofMethods);
  }

  /**
   * What a profile comes to; null if it is at fault.
   *
   * @param ofMethods where faults of scales and aggregations are told, if anybody asks
   */
  private @Nullable Evaluation evaluate(CountryProfile profile, @Nullable List<String> ofMethods) {
    int count = compiled.indicatorCount();
    double[] readings = new double[count];
    Arrays.fill(readings, Double.NaN);
    double[] lower = readings;
    double[] upper = readings;
    boolean sound = true;
    for (String code : profile.codes()) {
      int i = compiled.find(code);
      if (i < 0 || i >= count) {
        // Evidence may know more than the model asks for.
        sound &= !profile.plainReadings().containsKey(code);
        continue;
      }
      @Nullable Estimate possible =
          ProfileCheck.inDomain(compiled, i, profile.estimate(code).orElseThrow());
      if (possible == null || !ProfileCheck.inUnit(compiled, i, profile)) {
        sound = false;
        continue;
      }
      readings[i] = possible.central();
      if (!possible.isExact()) {
        if (lower == readings) {
          lower = new double[count];
          upper = new double[count];
        }
        lower[i] = possible.lower();
        upper[i] = possible.upper();
      }
    }
    CompiledModel own = compiled;
    if (!profile.notApplicable().isEmpty()) {
      own = compiled.leavingOut(profile.notApplicable().keySet());
      sound &= own.applies(own.root()) && knowsAll(profile.notApplicable().keySet());
    }
    if (!sound) {
      return null;
    }
    try {
      Evaluation evaluation = own.evaluate(readings, lower, upper);
      return evaluation.isScored() ? evaluation : null;
    } catch (IllegalArgumentException fault) {
      if (ofMethods != null) {
        ofMethods.add(String.valueOf(fault.getMessage()));
      }
      return null;
    }
  }

  private boolean knowsAll(Iterable<String> codes) {
    for (String code : codes) {
      int node = compiled.find(code);
      if (node < 0 || node >= compiled.indicatorCount()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Scores profiles, in their order.
   *
   * @throws IllegalArgumentException that lists every fault of every profile, as {@link #score}
   *     does of one
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public ImmutableList<Scorecard> scoreAll(Iterable<CountryProfile> profiles) {
    List<NotRanked> unscored = new ArrayList<>();
    ImmutableList<Scorecard> cards = scoreSome(profiles, unscored);
    refuse(cards.size(), unscored, List.of());
    return cards;
  }

  /**
   * Ranks profiles, the riskiest first, see {@link Ranking}.
   *
   * @throws IllegalArgumentException that lists every fault of every profile, and every country
   *     that comes twice at a date; see {@link #rankScorable}
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Ranking rank(Iterable<CountryProfile> profiles) {
    List<NotRanked> unscored = new ArrayList<>();
    ImmutableList<Scorecard> cards = scoreSome(profiles, unscored);
    if (!unscored.isEmpty()) {
      refuse(cards.size(), unscored, Ranking.repeated(cards));
    }
    return Ranking.of(cards);
  }

  /** Ranks profiles, the riskiest first, see {@link #rank(Iterable)}. */
  public Ranking rank(CountryProfile... profiles) {
    return rank(List.of(profiles));
  }

  /**
   * Ranks those profiles that have a score, and says of each of the others why it has none.
   *
   * <pre>{@code
   * PartialRanking partial = scorer.rankScorable(profiles);
   * partial.ranking();     // of those that can be ranked, among themselves
   * partial.notRanked();   // the others, each with all its faults
   * }</pre>
   *
   * @throws IllegalArgumentException if a country that can be ranked comes twice at a date
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public PartialRanking rankScorable(Iterable<CountryProfile> profiles) {
    List<NotRanked> unscored = new ArrayList<>();
    Ranking ranking = Ranking.of(scoreSome(profiles, unscored));
    return new PartialRanking(ranking, ImmutableList.copyOf(unscored));
  }

  /** Ranks those profiles that have a score, see {@link #rankScorable(Iterable)}. */
  public PartialRanking rankScorable(CountryProfile... profiles) {
    return rankScorable(List.of(profiles));
  }

  /** The scorecards of those that have a score; the others are added to a list. */
  private ImmutableList<Scorecard> scoreSome(
      Iterable<CountryProfile> profiles, List<NotRanked> unscored) {
    ImmutableList.Builder<Scorecard> cards = ImmutableList.builder();
    SharedUnits units = new SharedUnits(compiled);
    for (CountryProfile profile : profiles) {
      Interruption.check();
      @Nullable Evaluation evaluation = evaluate(requireNonNull(profile, "profile"), null);
      List<String> faults = units.faults(profile);
      if (evaluation == null) {
        faults.addAll(0, faults(profile));
      }
      if (evaluation != null && faults.isEmpty()) {
        cards.add(new Scorecard(this, profile, evaluation));
      } else {
        unscored.add(new NotRanked(profile, ImmutableList.copyOf(faults)));
      }
    }
    return cards.build();
  }

  /** Throws one error with all faults of all profiles that have no score, if there are any. */
  private void refuse(int scored, List<NotRanked> unscored, List<String> more) {
    if (unscored.size() == 1 && more.isEmpty()) {
      throw ProfileCheck.error(compiled, unscored.get(0).profile(), unscored.get(0).reasons());
    }
    List<String> faults = new ArrayList<>();
    for (NotRanked country : unscored) {
      for (String reason : country.reasons()) {
        faults.add(country.profile().countryAtDate() + ": " + reason);
      }
    }
    faults.addAll(more);
    Checks.noFaults(
        "Scoring "
            + Text.count(scored + unscored.size(), "profile", "profiles")
            + " by model '"
            + model().name()
            + "'",
        faults);
  }

  /** Compares two profiles: first minus second. */
  public Comparison compare(CountryProfile first, CountryProfile second) {
    return score(first).compareWith(score(second));
  }

  /**
   * A profile with some readings moved, whatever they follow from: it has as plain readings what
   * the model knows, and neither evidence nor readings that the model does not ask for.
   *
   * @param readings exact ones by indicator, in place of what the profile knows of these
   * @throws IllegalArgumentException if the model has no such indicator, or it does not apply
   */
  public CountryProfile moved(CountryProfile profile, Map<String, Double> readings) {
    readings.keySet().forEach(model()::criterion);
    CountryProfile.Builder plain = CountryProfile.builder(profile.country());
    profile.asOf().ifPresent(plain::asOf);
    profile.notApplicable().forEach(plain::notApplicable);
    for (Criterion criterion : model().criteria()) {
      String code = criterion.code();
      @Nullable Double moved = readings.get(code);
      if (moved != null) {
        plain.reading(code, moved);
      } else {
        profile.readings(code).forEach(reading -> plain.reading(code, reading));
      }
    }
    return plain.build();
  }

  /** The scorer of columns of readings: for many rows at once. */
  public BulkScorer bulk() {
    return new BulkScorer(compiled, ImmutableSet.of());
  }

  CompiledModel compiled() {
    return compiled;
  }

  @Override
  public String toString() {
    return Text.of(
        "Scorer of model '%s', %s",
        model().name(), Text.count(compiled.indicatorCount(), "indicator", "indicators"));
  }
}
