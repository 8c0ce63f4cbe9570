package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.statistics.IntervalMethod;
import dev.steppe.statistics.PValue;
import dev.steppe.table.Table;

/**
 * The area under the ROC curve: the probability that a case with the event has a higher score than
 * one without, a tie counting half. 1 is a perfect order, 0.5 none, 0 the reverse of a perfect one.
 *
 * <p>Computed as {@code U / (positives * negatives)}, where {@code U} counts the pairs of a case
 * with the event and one without in which the first scores higher (the Mann-Whitney statistic).
 *
 * <p>The interval and the p-values answer different questions. The interval is for the AUC of the
 * two populations, whatever their shapes. The p-values ask whether the scores could have nothing to
 * do with the event, which is a stronger claim than an AUC of 0.5; so a small p-value may go with
 * an interval that holds 0.5. All take the cases as independent draws.
 *
 * <pre>{@code
 * Validation.of(scorer.rank(aland, bland), Outcomes.of("AAA")).auc().value();   // 1.0
 * Validation.of(scorer.rank(aland, bland), Outcomes.of("BBB")).auc().value();   // 0.0
 * }</pre>
 *
 * @param value from 0 to 1
 * @param positives how many cases had the event
 * @param negatives how many had not
 * @param interval for the AUC, by {@link IntervalMethod#DISTRIBUTION_FREE}: its level is guaranteed
 * @param approximateInterval for the AUC, by {@link IntervalMethod#NEWCOMBE}: narrower, and no more
 *     than approximate
 * @param pValue how often an order that knows nothing of the event would be this far from it,
 *     either way: twice the smaller tail
 * @param oneSidedPValue how often it would give this AUC or a greater one
 * @param warnings what a reader must know before believing the figure; empty if nothing
 * @see <a href="https://doi.org/10.1148/radiology.143.1.7063747">Hanley and McNeil (1982), The
 *     meaning and use of the area under a receiver operating characteristic (ROC) curve, Radiology
 *     143, 29-36</a>
 * @since 0.1
 */
public record Auc(
    double value,
    int positives,
    int negatives,
    ConfidenceInterval interval,
    ConfidenceInterval approximateInterval,
    PValue pValue,
    PValue oneSidedPValue,
    ImmutableList<String> warnings) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the value is outside {@code [0, 1]}
   */
  public Auc {
    value = Checks.inRange(value, 0, 1, "AUC");
    requireNonNull(interval, "interval");
    requireNonNull(approximateInterval, "approximateInterval");
    requireNonNull(pValue, "pValue");
    requireNonNull(oneSidedPValue, "oneSidedPValue");
    requireNonNull(warnings, "warnings");
  }

  static Auc of(Cases cases, double level, ImmutableList<String> warnings) {
    Checks.level(level);
    long[] ranks = cases.doubledRanks();
    boolean[] events = new boolean[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      events[i] = cases.get(i).event();
    }
    int positives = cases.positives();
    int negatives = cases.negatives();
    WeightedOrder.Figures figures = new WeightedOrder(cases).ofAll();
    long doubledWins = figures.doubledWins();
    double value = figures.auc();
    MannWhitney sums = MannWhitney.of(ranks, events);
    return new Auc(
        value,
        positives,
        negatives,
        AucIntervals.distributionFree(doubledWins, positives, negatives, level),
        AucIntervals.newcombe(value, positives, negatives, level),
        sums.twoSided(),
        sums.greater(),
        warnings);
  }

  /** The figures, their ends and how they were found, as a table. */
  public Table toTable() {
    return ValidationTables.auc(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
