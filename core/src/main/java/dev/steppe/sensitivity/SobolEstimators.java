package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.statistics.ConfidenceInterval;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sobol indices from the outputs of Saltelli's design (2010): at two independent samples A and B,
 * at A with input i from B, and for second-order indices also at B with input i from A.
 *
 * <ul>
 *   <li>First order: Saltelli's numerator, the product of the output at B and the change at A when
 *       i comes from B. An input that changes little has a small error, where half the square of
 *       the difference of two outputs that share i alone has that of all others.
 *   <li>Second order: the product of the change at B when i comes from A and the change at A when j
 *       comes from B. Multiplied out, of the four products of outputs one shares i and j, two share
 *       one of them and one shares none, so its mean is the variance of both less that of each, and
 *       again it is small where they do little.
 *   <li>Total: Jansen's (1999) numerator, half the mean square of the change.
 * </ul>
 *
 * <p>Outputs are taken from their mean. The variance that an index is divided by is that of the
 * points which it compares (Janon et al. 2014): for a total those at A and at A with i from B, for
 * a first order those at B and at A with i from B, where the product of the outputs at A and B,
 * which is 0 in truth, is taken away as it is in the numerator. So errors of numerator and divisor
 * go together where the input does much, and no first-order index is above 1. For the second order
 * it is the variance of A and B.
 *
 * @see <a href="https://doi.org/10.1016/S0010-4655(98)00154-4">Jansen (1999), Analysis of variance
 *     designs for model output, Computer Physics Communications 117, 35-43</a>
 * @see <a href="https://doi.org/10.1051/ps/2013040">Janon, Klein, Lagnoux, Nodet and Prieur (2014),
 *     Asymptotic normality and efficiency of two Sobol index estimators, ESAIM: Probability and
 *     Statistics 18, 342-364</a>
 */
final class SobolEstimators {

  static final int A = 0;
  static final int B = 1;

  private final String output;
  private final ImmutableList<String> inputs;
  private final RowDesign design;
  private final boolean pairs;
  private final int count;
  private final int rows;

  SobolEstimators(String output, ImmutableList<String> inputs, RowDesign design, boolean pairs) {
    this.output = output;
    this.inputs = inputs;
    this.design = design;
    this.pairs = pairs;
    this.count = inputs.size();
    this.rows = design.rows();
  }

  /**
   * The indices.
   *
   * @param outputs by mix and row: A, B, all A with i from B, and all B with i from A if there are
   *     pairs; they are changed
   * @throws IllegalArgumentException if A and B do not vary, or the variance is no finite number
   */
  SobolIndices of(double[][] outputs) {
    if (isConstant(outputs)) {
      return result(outputs[A][0], 0, ImmutableList.of(), ImmutableList.of());
    }
    OutputScale scale = OutputScale.of(outputs);
    scale.apply(outputs);
    checkVaries(outputs[A], outputs[B]);
    Bootstrap bootstrap = new Bootstrap(terms(outputs), design);
    double[] sums = bootstrap.sums();
    double variance = scale.variance(2 * sums[0] / design.varianceDivisor());
    double[] figures = figures(sums);
    ConfidenceInterval[] intervals = bootstrap.intervals(SobolEstimators::figures);
    ImmutableList.Builder<SobolIndex> indices = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      indices.add(
          new SobolIndex(
              inputs.get(i),
              figures[i],
              figures[count + i],
              Optional.of(intervals[i]),
              Optional.of(intervals[count + i])));
    }
    return result(scale.mean(), variance, indices.build(), pairs(figures, intervals));
  }

  /** Few rows may agree where the output as a whole does not. */
  private void checkVaries(double[] a, double[] b) {
    double first = a[0];
    if (Arrays.stream(a).allMatch(y -> y == first) && Arrays.stream(b).allMatch(y -> y == first)) {
      throw new IllegalArgumentException(
          "The output varies, but not over the two samples of " + rows + " rows. Use more rows.");
    }
  }

  private SobolIndices result(
      double mean,
      double variance,
      ImmutableList<SobolIndex> indices,
      ImmutableList<SobolIndices.Pair> found) {
    return new SobolIndices(output, inputs, mean, variance, indices, found, Optional.of(design));
  }

  /** Whether all outputs are the same, but for rounding errors. */
  static boolean isConstant(double[][] outputs) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double[] column : outputs) {
      for (double output : column) {
        least = Math.min(least, output);
        greatest = Math.max(greatest, output);
      }
    }
    return greatest - least <= 1e-13 * Math.max(Math.abs(least), Math.abs(greatest));
  }

  /** By row: the spread, and what first-order, total and second-order indices are of it. */
  private double[][] terms(double[][] y) {
    double[][] terms = new double[1 + 2 * count + (pairs ? count * (count - 1) / 2 : 0)][];
    double[] spread = new double[rows];
    for (int r = 0; r < rows; r++) {
      spread[r] = 0.5 * (y[A][r] * y[A][r] + y[B][r] * y[B][r]);
    }
    terms[0] = spread;
    for (int i = 0; i < count; i++) {
      terms[1 + i] = first(y, i, spread);
      terms[1 + count + i] = total(y, i, spread);
    }
    int at = 1 + 2 * count;
    for (int i = 0; pairs && i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        terms[at++] = second(y, i, j);
      }
    }
    return terms;
  }

  private double[] exchanged(double[][] y, int input) {
    return y[2 + input];
  }

  private double[] mirrored(double[][] y, int input) {
    return y[2 + count + input];
  }

  private double[] first(double[][] y, int i, double[] spread) {
    double[] term = new double[rows];
    double[] divisor = new double[rows];
    for (int r = 0; r < rows; r++) {
      double a = y[A][r];
      double b = y[B][r];
      double fromB = exchanged(y, i)[r];
      term[r] = b * (fromB - a);
      divisor[r] = 0.5 * (b * b + fromB * fromB) - a * b;
      if (pairs) {
        double fromA = mirrored(y, i)[r];
        term[r] = 0.5 * (term[r] + a * (fromA - b));
        divisor[r] = 0.5 * (divisor[r] + 0.5 * (a * a + fromA * fromA) - a * b);
      }
    }
    return over(term, divisor, spread);
  }

  private double[] total(double[][] y, int i, double[] spread) {
    double[] term = new double[rows];
    double[] divisor = new double[rows];
    for (int r = 0; r < rows; r++) {
      double a = y[A][r];
      double fromB = exchanged(y, i)[r];
      term[r] = halfSquare(fromB - a);
      divisor[r] = 0.5 * (a * a + fromB * fromB);
      if (pairs) {
        double b = y[B][r];
        double fromA = mirrored(y, i)[r];
        term[r] = 0.5 * (term[r] + halfSquare(fromA - b));
        divisor[r] = 0.5 * (divisor[r] + 0.5 * (b * b + fromA * fromA));
      }
    }
    return over(term, divisor, spread);
  }

  private static double halfSquare(double difference) {
    return 0.5 * difference * difference;
  }

  private double[] second(double[][] y, int i, int j) {
    double[] term = new double[rows];
    for (int r = 0; r < rows; r++) {
      double a = y[A][r];
      double b = y[B][r];
      double one = (mirrored(y, i)[r] - b) * (exchanged(y, j)[r] - a);
      double other = (mirrored(y, j)[r] - b) * (exchanged(y, i)[r] - a);
      term[r] = 0.5 * (one + other);
    }
    return term;
  }

  /**
   * What has of the spread of A and B the share that a term has of its own divisor. The true mean
   * of both is the variance, so the share times their difference is taken away: sums of rows that
   * are drawn again then vary as the ratio does, to first order. Where few rows leave next to
   * nothing to divide by, the term is divided by the spread itself.
   */
  private double[] over(double[] term, double[] divisor, double[] spread) {
    double whole = sum(divisor);
    if (whole > sum(spread) / 2) {
      double share = sum(term) / whole;
      for (int r = 0; r < rows; r++) {
        term[r] -= share * (divisor[r] - spread[r]);
      }
    }
    return term;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** First-order, total and second-order indices of a sample, by the sums of its terms. */
  private static double[] figures(double[] sums) {
    double[] figures = new double[sums.length - 1];
    for (int f = 0; f < figures.length; f++) {
      figures[f] = sums[1 + f] / sums[0];
    }
    return figures;
  }

  private ImmutableList<SobolIndices.Pair> pairs(double[] figures, ConfidenceInterval[] intervals) {
    ImmutableList.Builder<SobolIndices.Pair> found = ImmutableList.builder();
    int at = 2 * count;
    for (int i = 0; pairs && i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        found.add(
            new SobolIndices.Pair(
                inputs.get(i), inputs.get(j), figures[at], Optional.of(intervals[at])));
        at++;
      }
    }
    return found.build();
  }
}
