package dev.steppe.analogue;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Country-dates with which a country can be compared, scored by one model, and how to compare.
 * Immutable and thread-safe.
 *
 * <p><b>What is compared</b> are the model's normalised values of the indicators, from 0 to 100, at
 * the central value of each reading. So a profile is what the model sees of a country: categories
 * are the points that the model gives them, treatment and direction are those of the score, and
 * readings beyond the same goalpost are alike, because the model takes them to be. Indicators
 * without weight in the model are no part of a profile. Uncertainty of the readings is left aside.
 *
 * <p><b>How</b>, unless told otherwise:
 *
 * <ul>
 *   <li>the target's own country is left out, since a country is most like itself at another date;
 *       so is, always, the very country and date of the target;
 *   <li>indicators weigh what they weigh in the model ({@linkplain
 *       dev.steppe.model.RiskModel#effectiveWeights() effective weights});
 *   <li>a difference is measured against the model's scale of 100 points, so the distance of two
 *       countries does not depend on which others there are; and in an additive model, with its own
 *       weights and no gaps, 100 times the Gower distance is at least the difference of the scores;
 *   <li>target and precedent must both have values for half of the compared weight, or the
 *       precedent is left out and named ({@link Analogues#leftOut()});
 *   <li>tests take 10,000 permutations.
 * </ul>
 *
 * <p>Precedents are kept in the order of country and date, so the order in which they are given
 * changes nothing.
 *
 * <pre>{@code
 * Analogues analogues = Precedents.of(scorer, List.of(bland)).analoguesOf(aland);
 * analogues.nearest().precedent().country();    // Bland (BBB)
 * analogues.nearest().gower();                  // 0.55
 * }</pre>
 *
 * @since 0.1
 */
public final class Precedents {

  /** The share of the compared weight that target and precedent must both have. */
  public static final double DEFAULT_MINIMUM_OVERLAP = 0.5;

  private static final AnalogueSettings DEFAULT =
      new AnalogueSettings(
          false, false, false, DEFAULT_MINIMUM_OVERLAP, SampleDesign.random(10_000));

  private final Scorer scorer;
  private final ImmutableList<Scorecard> scorecards;
  private final AnalogueSettings settings;

  private Precedents(
      Scorer scorer, ImmutableList<Scorecard> scorecards, AnalogueSettings settings) {
    this.scorer = scorer;
    this.scorecards = scorecards;
    this.settings = settings;
  }

  /**
   * Obtains precedents from profiles: a {@link dev.steppe.evidence.Dataset}, several of them put
   * together, or any profiles.
   *
   * @throws IllegalArgumentException that lists every profile that cannot be scored and every
   *     country-date that is given twice; or if there is no profile
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Precedents of(Scorer scorer, Iterable<CountryProfile> profiles) {
    requireNonNull(scorer, "scorer");
    requireNonNull(profiles, "profiles");
    List<Scorecard> cards = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CountryProfile profile : profiles) {
      Interruption.check();
      if (!seen.add(profile.countryAtDate().key())) {
        faults.add(profile.countryAtDate().name() + " is given twice");
        continue;
      }
      try {
        cards.add(scorer.score(profile));
      } catch (IllegalArgumentException fault) {
        faults.add(profile.countryAtDate().name() + ": " + fault.getMessage());
      }
    }
    Checks.noFaults("Set of precedents", faults, 20);
    if (cards.isEmpty()) {
      throw new IllegalArgumentException("Precedents need at least one profile, but there is none");
    }
    cards.sort(Comparator.comparing(Scorecard::countryAtDate));
    return new Precedents(scorer, ImmutableList.copyOf(cards), DEFAULT);
  }

  /** A copy that compares the target with its own country at other dates too. */
  public Precedents withOwnCountry() {
    return with(settings.withOwnCountry());
  }

  /** A copy in which all indicators weigh the same, also those without weight in the model. */
  public Precedents withEqualWeights() {
    return with(settings.withEqualWeights());
  }

  /**
   * A copy that measures differences against the range that an indicator spans over the target and
   * its precedents, instead of the model's whole scale: an indicator in which all are nearly alike
   * then counts as much as one in which they differ widely, and one in which all are alike is left
   * out and named. Distances then change with the precedents at hand, and say little of few: of
   * only two countries, each difference is the whole range.
   */
  public Precedents withSampleRange() {
    return with(settings.withSampleRange());
  }

  /**
   * A copy with another least overlap.
   *
   * @param share of the compared weight that target and precedent must both have, above 0, to 1
   * @throws IllegalArgumentException if the share is out of range
   */
  public Precedents withMinimumOverlap(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("Minimum overlap must be in (0, 1], but was " + share);
    }
    return with(settings.withMinimumOverlap(share));
  }

  /**
   * A copy whose tests take other permutations; there are no intervals, so the level plays no part.
   *
   * @param design at random, with a size from 1 to 100 million permutations
   * @throws IllegalArgumentException if the design is another
   */
  public Precedents withDesign(SampleDesign design) {
    if (design.sampling() != Sampling.RANDOM
        || design.size() > AnalogueSettings.MOST_PERMUTATIONS) {
      throw new IllegalArgumentException(
          "Permutations are drawn at random, at most "
              + AnalogueSettings.MOST_PERMUTATIONS
              + " of them, not "
              + design);
    }
    return with(settings.withDesign(design));
  }

  /**
   * A copy whose tests take another number of permutations.
   *
   * @param size from 1 to 100 million
   * @throws IllegalArgumentException if the size is out of range
   */
  public Precedents withSize(long size) {
    return withDesign(settings.design().withSize(size));
  }

  /** A copy whose tests start from another seed. */
  public Precedents withSeed(long seed) {
    return withDesign(settings.design().withSeed(seed));
  }

  /** The permutations of tests: how many, from which seed. */
  public SampleDesign design() {
    return settings.design();
  }

  private Precedents with(AnalogueSettings changed) {
    return new Precedents(scorer, scorecards, changed);
  }

  /** The scorer by which all are judged. */
  public Scorer scorer() {
    return scorer;
  }

  /** The scored precedents, by country and date. */
  public ImmutableList<Scorecard> scorecards() {
    return scorecards;
  }

  /**
   * Compares a country with the precedents.
   *
   * @param target may be one of the precedents, with which it is then not compared
   * @throws IllegalArgumentException if the target cannot be scored, or if no precedent is left to
   *     compare it with; the message says why
   */
  public Analogues analoguesOf(CountryProfile target) {
    return new Analogues(SimilaritySpace.of(scorer.score(target), scorecards, settings));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Precedents other
        && scorecards.equals(other.scorecards)
        && settings.equals(other.settings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scorecards, settings);
  }

  /** One line: how many there are, of how many countries. */
  @Override
  public String toString() {
    long countries = scorecards.stream().map(card -> card.country().code()).distinct().count();
    return Text.count(scorecards.size(), "precedent", "precedents")
        + " of "
        + Text.count(countries, "country", "countries")
        + " in "
        + scorer.model().name();
  }
}
