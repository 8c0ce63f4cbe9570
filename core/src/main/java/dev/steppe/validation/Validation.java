package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.score.Ranking;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.table.Table;
import java.util.Map;

/**
 * Scores next to what happened: how well they order it. Immutable.
 *
 * <p>A higher score should go with the event. Only the order of the scores counts, so any index
 * will do; it need not be, and a score of this library is not, a probability.
 *
 * <pre>{@code
 * Validation validation = Validation.of(ranking, Outcomes.of("AAA", "CCC"));
 * validation.auc();      // the area under the ROC curve, with an interval and a p-value
 * validation.top(2);     // precision and recall among the two highest scores
 * }</pre>
 *
 * <p>A case is a country, or a country at a date. Cases of one country at several dates are hardly
 * independent, but every interval and p-value takes them so; with a ranking that has such cases the
 * figures come with a warning. A model that was fitted to the outcomes is not validated by them.
 *
 * @since 0.1
 */
public final class Validation {

  private final Cases cases;
  private final ImmutableList<String> warnings;

  private Validation(Cases cases, ImmutableList<String> extraWarnings) {
    this.cases = cases;
    this.warnings =
        ImmutableList.<String>builder().addAll(Caveats.few(cases)).addAll(extraWarnings).build();
  }

  /**
   * Joins scores with outcomes. Equal numbers are ties.
   *
   * @param scores finite numbers, higher is riskier, by the key of the case
   * @throws IllegalArgumentException if a score is not finite, an outcome has no score or a score
   *     no outcome, or no case, or every case, had the event; the message lists all of it
   */
  public static <K> Validation of(Map<K, ? extends Number> scores, Outcomes<K> outcomes) {
    return new Validation(
        Cases.join(
            "score",
            scores,
            outcomes,
            value -> Double.isFinite(value) ? null : "must be finite, but was " + value,
            true),
        ImmutableList.of());
  }

  /**
   * Joins a ranking with outcomes. Scores that the ranking takes as equal, which is to {@value
   * Ranking#DECIMALS} decimals, are ties; its tie rule does not matter.
   *
   * @param outcomes keyed by country and date as in {@code "AAA 2014-01-01"}, or by the code alone
   *     where the country is ranked once
   * @throws IllegalArgumentException if an outcome has no score or a score no outcome, or no case,
   *     or every case, had the event; the message lists all of it
   */
  public static Validation of(Ranking ranking, Outcomes<String> outcomes) {
    requireNonNull(outcomes, "outcomes");
    RankedCases ranked = new RankedCases(ranking);
    Validation joined = of(ranked.scores(outcomes), outcomes);
    return ranked.repeated().isEmpty()
        ? joined
        : new Validation(
            joined.cases, ImmutableList.of(Caveats.repeated(String.join(", ", ranked.repeated()))));
  }

  /** How many cases there are. */
  public int size() {
    return cases.size();
  }

  /** How many cases had the event. */
  public int positives() {
    return cases.positives();
  }

  /** How many cases did not have the event. */
  public int negatives() {
    return cases.negatives();
  }

  /** What a reader must know before believing any figure; empty if nothing. */
  public ImmutableList<String> warnings() {
    return warnings;
  }

  /** The area under the ROC curve, with intervals of 95 %. */
  public Auc auc() {
    return auc(ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * The area under the ROC curve.
   *
   * @param level the confidence of the intervals, between 0 and 1
   * @throws IllegalArgumentException unless {@code 0 < level < 1}
   */
  public Auc auc(double level) {
    return Auc.of(cases, level, warnings);
  }

  /**
   * Precision and recall among the {@code k} highest scores, with intervals of 95 %.
   *
   * @throws IllegalArgumentException if {@code k} is below 1 or above {@link #size()}
   */
  public TopCases top(int k) {
    return top(k, ConfidenceInterval.DEFAULT_LEVEL);
  }

  /**
   * Precision and recall among the {@code k} highest scores.
   *
   * @param level the confidence of the intervals, between 0 and 1
   * @throws IllegalArgumentException if {@code k} is below 1 or above {@link #size()}, or unless
   *     {@code 0 < level < 1}
   */
  public TopCases top(int k, double level) {
    return TopCases.of(cases, k, level, warnings);
  }

  /** The AUC, and precision and recall among as many cases as had the event, as a table. */
  public Table toTable() {
    return ValidationTables.summary(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
