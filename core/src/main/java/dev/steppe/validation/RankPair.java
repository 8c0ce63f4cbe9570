package dev.steppe.validation;

import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.internal.math.MidRanks;
import dev.steppe.statistics.PValue;
import java.util.Arrays;

/**
 * Two rankings of the same cases, in whole numbers, so that orders of equal agreement compare as
 * equal to the last bit.
 */
final class RankPair {

  private final long[] first;
  private final long[] second;

  RankPair(double[] first, double[] second) {
    this.first = MidRanks.doubled(first);
    this.second = MidRanks.doubled(second);
  }

  RankCorrelation correlation(SampleDesign design, Execution execution) {
    PValue[] values = new Permutations(first, second, design, execution).pValues();
    double rho = products(first, second) / scale(products(first, first), products(second, second));
    double tau = concordance(first, second) / scale(untied(first), untied(second));
    return new RankCorrelation(
        first.length,
        new RankCorrelation.Coefficient(within(rho), values[0]),
        new RankCorrelation.Coefficient(within(tau), values[1]),
        design,
        Caveats.fewPairs(first.length));
  }

  /** The geometric mean, exact where both are the same. */
  private static double scale(long first, long second) {
    return first == second ? first : Math.sqrt((double) first) * Math.sqrt((double) second);
  }

  private static double within(double coefficient) {
    return Math.max(-1, Math.min(1, coefficient));
  }

  /** Four times the sum of products of ranks about their mean. */
  static long products(long[] first, long[] second) {
    long n = first.length;
    long sum = -n * (n + 1) * (n + 1);
    for (int i = 0; i < n; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }

  /** Pairs in the same order minus pairs in opposite order. */
  static long concordance(long[] first, long[] second) {
    return new Concordance(first).with(second);
  }

  /** The same for the pairs of one case with those before it, one by one. */
  static int concordance(long[] first, long[] second, int i) {
    int sum = 0;
    for (int j = 0; j < i; j++) {
      sum += Long.signum(first[i] - first[j]) * Long.signum(second[i] - second[j]);
    }
    return sum;
  }

  /** How many pairs are not tied. */
  static long untied(long[] ranks) {
    return concordance(ranks, ranks);
  }

  static boolean hasTies(long[] ranks) {
    return Arrays.stream(ranks).distinct().count() < ranks.length;
  }
}
