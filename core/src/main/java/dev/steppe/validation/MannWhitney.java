package dev.steppe.validation;

import com.google.common.math.LongMath;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.math.StandardNormal;
import dev.steppe.statistics.PValue;
import dev.steppe.statistics.PValueMethod;
import java.util.Arrays;

/**
 * Where the sum of some ranks lies among the sums of all choices of as many ranks: the null
 * distribution of the Mann-Whitney statistic, with ties as they are.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney (1947), On a test of
 *     whether one of two random variables is stochastically larger than the other, Annals of
 *     Mathematical Statistics 18, 50-60</a>
 */
final class MannWhitney {

  /** Steps of the exact sum, about a second's work; beyond it, the normal approximation. */
  private static final double MOST_STEPS = 5e8;

  private final double atMost;
  private final double atLeast;
  private final PValueMethod method;

  private MannWhitney(double atMost, double atLeast, PValueMethod method) {
    this.atMost = Math.min(1, atMost);
    this.atLeast = Math.min(1, atLeast);
    this.method = method;
  }

  /** The place of the sum of the chosen ranks. The ranks are doubled, so that they are whole. */
  static MannWhitney of(long[] doubledRanks, boolean[] chosen) {
    int count = 0;
    for (boolean one : chosen) {
      count += one ? 1 : 0;
    }
    // The sum of the others tells as much, and the smaller group is less work.
    boolean mirrored = 2 * count > chosen.length;
    int size = mirrored ? chosen.length - count : count;
    int[] weights = weights(doubledRanks);
    long sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += chosen[i] != mirrored ? weights[i] : 0;
    }
    int[] sorted = weights.clone();
    Arrays.sort(sorted);
    long greatest = 0;
    for (int i = 0; i < size; i++) {
      greatest += sorted[sorted.length - 1 - i];
    }
    if ((double) sorted.length * size * (greatest + 1.0) > MOST_STEPS) {
      return normal(doubledRanks, chosen, count);
    }
    double[] sums = distribution(sorted, size, (int) greatest);
    double below = sum(sums, 0, (int) sum);
    double above = sum(sums, (int) sum, (int) greatest);
    return mirrored
        ? new MannWhitney(above, below, PValueMethod.EXACT)
        : new MannWhitney(below, above, PValueMethod.EXACT);
  }

  /** Ranks from 0 in the greatest unit that keeps them whole: without ties 0, 1, 2, ... */
  private static int[] weights(long[] doubledRanks) {
    long least = Arrays.stream(doubledRanks).min().orElse(0);
    long unit = 0;
    for (long rank : doubledRanks) {
      unit = LongMath.gcd(unit, rank - least);
    }
    long divisor = Math.max(1, unit);
    return Arrays.stream(doubledRanks).mapToInt(r -> (int) ((r - least) / divisor)).toArray();
  }

  /**
   * The probability of each sum when {@code size} of the weights are drawn. The weights are gone
   * through one by one; with {@code j} still to be drawn from {@code left}, the next is drawn with
   * probability {@code j / left}. Only products and sums of positive numbers: no digits are lost.
   */
  private static double[] distribution(int[] sorted, int size, int greatest) {
    double[][] sums = new double[size + 1][greatest + 1];
    sums[0][0] = 1;
    int reach = 0;
    for (int i = 0; i < sorted.length; i++) {
      Interruption.check();
      int weight = sorted[i];
      double left = sorted.length - i;
      for (int drawn = Math.min(i, size); drawn >= 0; drawn--) {
        int wanted = size - drawn;
        if (wanted <= left) {
          take(sums, drawn, Math.min(reach, greatest), weight, wanted / left);
        }
      }
      reach += weight;
    }
    return sums[size];
  }

  private static void take(double[][] sums, int drawn, int reach, int weight, double probability) {
    double[] from = sums[drawn];
    if (probability > 0) {
      double[] to = sums[drawn + 1];
      for (int s = Math.min(reach, to.length - 1 - weight); s >= 0; s--) {
        to[s + weight] += from[s] * probability;
      }
    }
    double kept = 1 - probability;
    for (int s = 0; s <= reach; s++) {
      from[s] *= kept;
    }
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** With a correction for continuity, half a pair, and for ties. */
  private static MannWhitney normal(long[] doubledRanks, boolean[] chosen, int count) {
    double n = doubledRanks.length;
    double mean = count * (n + 1) / 2;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < doubledRanks.length; i++) {
      double rank = doubledRanks[i] / 2.0;
      sum += chosen[i] ? rank : 0;
      squares += (rank - (n + 1) / 2) * (rank - (n + 1) / 2);
    }
    // The variance of a sum of ranks drawn without replacement, which ties make smaller.
    double sd = Math.sqrt(count * (n - count) / (n * (n - 1)) * squares);
    return new MannWhitney(
        StandardNormal.cdf((sum - mean + 0.5) / sd),
        StandardNormal.cdf((mean - sum + 0.5) / sd),
        PValueMethod.NORMAL);
  }

  /** The probability of such a sum or a greater one. */
  PValue greater() {
    return new PValue(atLeast, method, 0);
  }

  /** Twice the smaller tail, at most 1. */
  PValue twoSided() {
    return new PValue(Math.min(1, 2 * Math.min(atMost, atLeast)), method, 0);
  }
}
