package dev.steppe.validation;

import java.util.Arrays;

/**
 * How well scores order the event when each case counts a whole number of times, as in a resample.
 * Cases with equal scores are one step: neither figure depends on an order among them.
 *
 * <p>The area is the Mann-Whitney statistic by the number of pairs; average precision is after
 * Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, section 8.4.
 */
final class WeightedOrder {

  private final Cases cases;

  /** The place after the last case with the same score, by the place of the first of them. */
  private final int[] stepEnds;

  WeightedOrder(Cases cases) {
    this.cases = cases;
    this.stepEnds = new int[cases.size()];
    int start = 0;
    for (int i = 1; i <= cases.size(); i++) {
      if (i == cases.size() || cases.get(i).value() != cases.get(start).value()) {
        stepEnds[start] = i;
        start = i;
      }
    }
  }

  /**
   * What the order is worth.
   *
   * @param events the cases with the event that count
   * @param others those without
   * @param doubledWins twice the pairs of one of each in which the first scores higher, ties half
   * @param averagePrecision the mean over the events of the precision down to their score; NaN if
   *     there is no event
   */
  record Figures(long events, long others, long doubledWins, double averagePrecision) {

    /** The area under the ROC curve; NaN if there is no pair. */
    double auc() {
      return doubledWins / (2.0 * events * others);
    }
  }

  /** The figures when each case counts once. */
  Figures ofAll() {
    int[] once = new int[stepEnds.length];
    Arrays.fill(once, 1);
    return of(once);
  }

  /**
   * The figures.
   *
   * @param times how often each case counts, by its place
   */
  Figures of(int[] times) {
    long events = 0;
    long others = 0;
    long doubledWins = 0;
    double precisions = 0;
    for (int start = 0; start < times.length; start = stepEnds[start]) {
      long newEvents = 0;
      long newOthers = 0;
      for (int i = start; i < stepEnds[start]; i++) {
        if (cases.get(i).event()) {
          newEvents += times[i];
        } else {
          newOthers += times[i];
        }
      }
      // Pairs that are lost so far: cases without the event above, and half of the tied ones.
      doubledWins -= newEvents * (2 * others + newOthers);
      events += newEvents;
      others += newOthers;
      if (newEvents > 0) {
        precisions += newEvents * ((double) events / (events + others));
      }
    }
    doubledWins += 2 * events * others;
    return new Figures(events, others, doubledWins, precisions / events);
  }
}
