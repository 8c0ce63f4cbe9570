package dev.steppe.validation;

import dev.steppe.internal.math.BinomialTails;
import dev.steppe.internal.math.StandardNormal;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.statistics.IntervalMethod;

/** Finds the intervals of an AUC that {@link IntervalMethod} describes. */
final class AucIntervals {

  private AucIntervals() {}

  /**
   * The interval for an AUC.
   *
   * @param doubledWins twice the pairs won, ties counting half: a whole number
   */
  static ConfidenceInterval distributionFree(
      long doubledWins, int positives, int negatives, double level) {
    BinomialTails tails = new BinomialTails(Math.min(positives, negatives));
    double tail = (1 - level) / 2;
    // k times the AUC, with k the smaller group: whole where it should be, without rounding.
    double scale = 2.0 * Math.max(positives, negatives);
    long doubledLosses = 2L * positives * negatives - doubledWins;
    return new ConfidenceInterval(
        tails.convexLower(doubledWins / scale, tail),
        1 - tails.convexLower(doubledLosses / scale, tail),
        level,
        IntervalMethod.DISTRIBUTION_FREE);
  }

  static ConfidenceInterval newcombe(double auc, int positives, int negatives, double level) {
    return new ConfidenceInterval(
        newcombeLower(auc, positives, negatives, level),
        1 - newcombeLower(1 - auc, positives, negatives, level),
        level,
        IntervalMethod.NEWCOMBE);
  }

  private static double newcombeLower(double auc, int positives, int negatives, double level) {
    double z = StandardNormal.twoSided(level);
    double low = 0;
    double high = auc;
    while (true) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) {
        return low;
      }
      double distance = auc - middle;
      if (distance * distance >= z * z * newcombeVariance(middle, positives, negatives)) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** The same for an AUC and its mirror image, because both groups count as equally large. */
  private static double newcombeVariance(double auc, int positives, int negatives) {
    double others = 0.5 * (positives + negatives) - 1;
    double pairs = (double) positives * negatives;
    return auc
        * (1 - auc)
        * (1 + others * (1 - auc) / (2 - auc) + others * auc / (1 + auc))
        / pairs;
  }
}
