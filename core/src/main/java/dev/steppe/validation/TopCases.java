package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.statistics.IntervalMethod;
import dev.steppe.table.Table;

/**
 * How many of the cases with the event are among the {@code k} with the highest scores.
 *
 * <p><strong>Ties at the cut.</strong> Where cases with equal scores lie on both sides of the cut,
 * which of them are among the {@code k} is left to chance: {@link #hits()} is the mean over all
 * orders of the tied cases, and {@link #leastHits()} and {@link #mostHits()} are what the worst and
 * the best order give.
 *
 * @param k how many cases are looked at
 * @param cases how many there are in all
 * @param positives how many had the event
 * @param tiedAtCut how many equal scores lie on both sides of the cut; 0 if the cut is clean
 * @param hits how many of the {@code k} had the event, on average over the orders of the tied cases
 * @param leastHits the least over these orders
 * @param mostHits the greatest over these orders
 * @param precisionInterval for the share of the event among cases that come this high, taking the
 *     {@code k} as independent; from the lower end for the least hits to the upper end for the most
 * @param recallInterval for the share of events that come this high, taking the events as
 *     independent; likewise
 * @param warnings what a reader must know before believing the figure; empty if nothing
 * @since 0.1
 */
public record TopCases(
    int k,
    int cases,
    int positives,
    int tiedAtCut,
    double hits,
    int leastHits,
    int mostHits,
    ConfidenceInterval precisionInterval,
    ConfidenceInterval recallInterval,
    ImmutableList<String> warnings) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the hits are not between their least and greatest number
   */
  public TopCases {
    hits = Checks.inRange(hits, leastHits, mostHits, "hits");
    requireNonNull(precisionInterval, "precisionInterval");
    requireNonNull(recallInterval, "recallInterval");
    requireNonNull(warnings, "warnings");
  }

  static TopCases of(Cases cases, int k, double level, ImmutableList<String> warnings) {
    Checks.level(level);
    if (k < 1 || k > cases.size()) {
      throw new IllegalArgumentException(
          "k must be in [1, " + cases.size() + "], the count of cases, but was " + k);
    }
    double cut = cases.get(k - 1).value();
    int above = 0;
    int sure = 0;
    int tied = 0;
    int tiedEvents = 0;
    for (int i = 0; i < cases.size() && cases.get(i).value() >= cut; i++) {
      int event = cases.get(i).event() ? 1 : 0;
      if (cases.get(i).value() > cut) {
        above++;
        sure += event;
      } else {
        tied++;
        tiedEvents += event;
      }
    }
    int places = k - above;
    int least = sure + Math.max(0, places - (tied - tiedEvents));
    int most = sure + Math.min(places, tiedEvents);
    double hits = sure + (double) places * tiedEvents / tied;
    return new TopCases(
        k,
        cases.size(),
        cases.positives(),
        places == tied ? 0 : tied,
        hits,
        least,
        most,
        spanning(least, most, k, level),
        spanning(least, most, cases.positives(), level),
        warnings);
  }

  private static ConfidenceInterval spanning(int least, int most, int trials, double level) {
    return new ConfidenceInterval(
        ConfidenceInterval.clopperPearson(least, trials, level).lower(),
        ConfidenceInterval.clopperPearson(most, trials, level).upper(),
        level,
        IntervalMethod.CLOPPER_PEARSON);
  }

  /** The share of the event among the {@code k}: hits by {@code k}. */
  public double precision() {
    return hits / k;
  }

  /** The share of all events that are among the {@code k}: hits by events. */
  public double recall() {
    return hits / positives;
  }

  /** The share of the event among all cases: what precision would be without any order. */
  public double baseRate() {
    return (double) positives / cases;
  }

  /** The figures, their ends and how they were found, as a table. */
  public Table toTable() {
    return ValidationTables.top(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
