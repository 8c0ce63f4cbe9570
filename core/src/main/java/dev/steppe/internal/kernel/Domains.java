package dev.steppe.internal.kernel;

import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Marks rows with a reading outside its indicator's domain, at the speed of the weighted sum that
 * follows.
 *
 * <p>For a reading x within [l, u], p = (x - l) * (u - x) is at least 0, and outside it is
 * negative: neither difference can round to 0, nor can p where the domain is wider than {@value
 * #LEAST_WIDTH}. So {@code |p| - p} is 0 or positive, without a comparison, and the mark is that
 * times a number so great that no score can fill it up again. A mark only says that the row wants a
 * closer look: of narrower domains every row gets one, and a missing reading makes the mark NaN.
 */
final class Domains {

  /** In place of a number of rows: a reading is outside its domain. */
  static final int OUTSIDE = -1;

  /** Ends beyond this are taken for it, so that no product overflows. */
  private static final double FAR = 0x1p500;

  private static final double LEAST_WIDTH = 0x1p-500;

  /** Twice a factor, since the least p is 2^-1074 times the width. */
  private static final double GREAT = 0x1p1000;

  /** By indicator. */
  private final double[] lower;

  private final double[] upper;

  /** The same for the product: not too far, and NaN where it could round to 0. */
  private final double[] least;

  private final double[] most;

  /** The indicators that have a domain. */
  private final int[] bounded;

  private Domains(double[] lower, double[] upper, int[] bounded) {
    this.lower = lower;
    this.upper = upper;
    this.bounded = bounded;
    this.least = new double[lower.length];
    this.most = new double[lower.length];
    for (int i = 0; i < lower.length; i++) {
      least[i] = Math.min(FAR, Math.max(-FAR, lower[i]));
      most[i] = Math.min(FAR, Math.max(-FAR, upper[i]));
      if (most[i] - least[i] < LEAST_WIDTH) {
        least[i] = Double.NaN;
      }
    }
  }

  /** The domains of indicators; null if none has one. */
  static @Nullable Domains of(Criterion[] criteria) {
    double[] lower = new double[criteria.length];
    double[] upper = new double[criteria.length];
    int[] bounded = new int[criteria.length];
    int count = 0;
    for (int i = 0; i < criteria.length; i++) {
      Indicator indicator = criteria[i].indicator();
      lower[i] = indicator.domainLower();
      upper[i] = indicator.domainUpper();
      if (lower[i] != Double.NEGATIVE_INFINITY || upper[i] != Double.POSITIVE_INFINITY) {
        bounded[count++] = i;
      }
    }
    return count == 0 ? null : new Domains(lower, upper, Arrays.copyOf(bounded, count));
  }

  /** Whether any of some rows has a reading outside its domain. */
  boolean isAnyOutside(double[][] columns, int start, int[] rows, int count) {
    for (int i : bounded) {
      double[] column = columns[i];
      double lowest = lower[i];
      double highest = upper[i];
      boolean any = false;
      for (int g = 0; g < count; g++) {
        double reading = column[start + rows[g]];
        any |= reading < lowest || reading > highest;
      }
      if (any) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes from the sum of each row that may have a reading outside its domain.
   *
   * @param count of how many nodes from the first: 3 at once, or else one
   */
  void mark(int[] nodes, int first, int count, double[][] columns, int from, int to, double[] sum) {
    int i = nodes[first];
    if (count == 3) {
      int j = nodes[first + 1];
      int k = nodes[first + 2];
      mark(
          columns[i],
          least[i],
          most[i],
          columns[j],
          least[j],
          most[j],
          columns[k],
          least[k],
          most[k],
          from,
          to,
          sum);
    } else {
      mark(i, columns[i], from, to, sum);
    }
  }

  /** The same for the readings of one indicator, which may have no domain. */
  void mark(int indicator, double[] column, int from, int to, double[] sum) {
    double lowest = least[indicator];
    double highest = most[indicator];
    for (int r = from; r < to; r++) {
      double p = (column[r] - lowest) * (highest - column[r]);
      sum[r] = sum[r] - (Math.abs(p) - p) * GREAT * GREAT;
    }
  }

  private static void mark(
      double[] a,
      double leastA,
      double mostA,
      double[] b,
      double leastB,
      double mostB,
      double[] c,
      double leastC,
      double mostC,
      int from,
      int to,
      double[] sum) {
    for (int r = from; r < to; r++) {
      double p = (a[r] - leastA) * (mostA - a[r]);
      double q = (b[r] - leastB) * (mostB - b[r]);
      double s = (c[r] - leastC) * (mostC - c[r]);
      sum[r] = sum[r] - ((Math.abs(p) - p) - (q - Math.abs(q)) - (s - Math.abs(s))) * GREAT * GREAT;
    }
  }
}
