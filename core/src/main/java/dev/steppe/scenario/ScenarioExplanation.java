package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Progress;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Why a scenario moves a country's score: the difference split over the changes, and once more over
 * the indicators. Immutable.
 *
 * <p>What a change adds depends on which others are made, so it gets its Shapley value: the mean,
 * over all orders in which the changes could come into play, of what it adds to those before it.
 * These sum to the difference. Whatever is in play is made in the scenario's own order; a change
 * that cannot apply without one that is not in play (a tie is strengthened that another change
 * would add) has no effect there, so what the two do together is shared by both.
 *
 * <p>Up to {@value #MOST_EXACT} changes the value is exact, from all sets of changes. With more it
 * is an estimate from {@value #PAIRS} random orders and their reverses, with a standard error; it
 * sums to the difference all the same.
 *
 * <pre>{@code
 * ScenarioExplanation why = ScenarioExplanation.of(scorer, kazakhstan, scenario);
 * why.changes();       // points of each change
 * why.indicators();    // points of each indicator
 * why.paragraph();     // "If Kazakhstan left CSTO, its score would rise by ..."
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1515/9781400881970-018">Shapley (1953), A Value for n-Person
 *     Games, Contributions to the Theory of Games II:307</a>
 * @see <a href="https://doi.org/10.1016/j.cor.2008.04.004">Castro, Gomez and Tejada (2009),
 *     Polynomial calculation of the Shapley value based on sampling, Computers and Operations
 *     Research 36(5):1726</a>
 * @since 0.1
 */
public final class ScenarioExplanation {

  /** The most changes that are told apart exactly. */
  public static final int MOST_EXACT = 12;

  /** The pairs of orders that are drawn when there are more. */
  public static final int PAIRS = 500;

  private static final SampleDesign DEFAULT = SampleDesign.random(PAIRS);

  private final Scenario scenario;
  private final Comparison comparison;
  private final ImmutableList<Part> changes;
  private final @Nullable SampleDesign design;

  private ScenarioExplanation(
      Scenario scenario, Comparison comparison, ChangeSplit split, @Nullable SampleDesign design) {
    this.scenario = scenario;
    this.comparison = comparison;
    this.design = design;
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    for (int i = 0; i < split.points.length; i++) {
      @Nullable Double alone = split.alone(i);
      parts.add(
          new Part(
              i + 1,
              scenario.changes().get(i),
              split.points[i],
              split.standardErrors[i],
              alone == null ? OptionalDouble.empty() : OptionalDouble.of(alone)));
    }
    this.changes = parts.build();
  }

  /**
   * Explains a scenario for a country. Where there are too many changes for the exact answer, the
   * seed is {@value SampleDesign#DEFAULT_SEED}.
   *
   * @throws IllegalArgumentException if the scenario cannot apply, the profile has no score before
   *     or after, or it has none with some of the changes only
   */
  public static ScenarioExplanation of(Scorer scorer, CountryProfile profile, Scenario scenario) {
    if (scenario.changes().size() > MOST_EXACT) {
      return sampled(scorer, profile, scenario, DEFAULT);
    }
    Comparison comparison = scorer.compare(scenario.applyTo(profile), profile);
    return new ScenarioExplanation(
        scenario,
        comparison,
        ChangeSplit.exact(
            scorer, profile, scenario, comparison.second().value(), comparison.first().value()),
        null);
  }

  /**
   * Explains a scenario by random orders, however many changes there are.
   *
   * @param design of the orders: at random, at least 2, each of which is used forwards and
   *     backwards
   * @throws IllegalArgumentException if the design is another, and as {@link #of}
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static ScenarioExplanation sampled(
      Scorer scorer, CountryProfile profile, Scenario scenario, SampleDesign design) {
    return sampled(scorer, profile, scenario, design, Progress.none());
  }

  /**
   * As {@link #sampled(Scorer, CountryProfile, Scenario, SampleDesign)}, while somebody hears how
   * many orders are drawn.
   *
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public static ScenarioExplanation sampled(
      Scorer scorer,
      CountryProfile profile,
      Scenario scenario,
      SampleDesign design,
      Progress progress) {
    requireNonNull(progress, "progress");
    if (design.sampling() != Sampling.RANDOM || design.size() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "Orders are sampled at random, at most 2147483647 of them, not " + design);
    }
    int pairs = (int) design.size();
    if (pairs < 2) {
      throw new IllegalArgumentException(
          "A standard error needs at least 2 pairs of orders, but there are " + pairs);
    }
    Comparison comparison = scorer.compare(scenario.applyTo(profile), profile);
    return new ScenarioExplanation(
        scenario,
        comparison,
        ChangeSplit.sampled(
            scorer,
            profile,
            scenario,
            comparison.second().value(),
            comparison.first().value(),
            design,
            progress),
        design);
  }

  /**
   * What one change adds.
   *
   * @param number its place in the scenario, from 1
   * @param change what is changed
   * @param points its Shapley value; those of all changes sum to the difference
   * @param standardError of the points; 0 if they are exact
   * @param alone what it would add if it were the only change; empty if it cannot apply, or leaves
   *     no score, without others
   */
  public record Part(
      int number, Change change, double points, double standardError, OptionalDouble alone) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /** The scenario. */
  public Scenario scenario() {
    return scenario;
  }

  /** The scorecard as it is. */
  public Scorecard base() {
    return comparison.second();
  }

  /** The scorecard under the scenario. */
  public Scorecard changed() {
    return comparison.first();
  }

  /** The scorecard under the scenario held against the one as it is. */
  public Comparison comparison() {
    return comparison;
  }

  /** The score under the scenario minus the score as it is, in points; positive: riskier. */
  public double difference() {
    return comparison.difference();
  }

  /** What each change adds, in the scenario's order; the points sum to the difference. */
  public ImmutableList<Part> changes() {
    return changes;
  }

  /** What each indicator adds, the greatest in size first; the points sum to the difference. */
  public ImmutableList<Contribution> indicators() {
    return comparison.contributions();
  }

  /** Whether the points of the changes are exact. */
  public boolean isExact() {
    return design == null;
  }

  /** How orders were sampled; empty if the points are exact. */
  public Optional<SampleDesign> design() {
    return Optional.ofNullable(design);
  }

  /** The effect in words; the wording may change between releases. */
  public String paragraph() {
    return Narrative.of(this);
  }

  /**
   * The effect in words, with the country's rank among others, which stay as they are.
   *
   * @param others profiles to rank it among; the country itself may be one and is left out
   * @throws IllegalArgumentException if one of them has no score
   */
  public String paragraph(Iterable<CountryProfile> others) {
    return Narrative.of(this) + Narrative.rank(this, requireNonNull(others, "others"));
  }

  /** What each change and each indicator adds, as a table. */
  public Table toTable() {
    return ScenarioTables.explanation(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ScenarioExplanation other
        && scenario.equals(other.scenario)
        && comparison.equals(other.comparison)
        && changes.equals(other.changes);
  }

  @Override
  public int hashCode() {
    return 31 * scenario.hashCode() + comparison.hashCode();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
