package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Execution;
import dev.steppe.statistics.ConfidenceInterval;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sobol indices by Saltelli's design (2010): outputs at two independent samples A and B, and at A
 * with input i from B; for second-order indices also at B with input i from A.
 *
 * <p>All estimators are Jansen's (1999): half the mean square of the difference of two outputs
 * whose points share some inputs is the variance less what those inputs explain. Outputs that share
 * all but i give the total index of i, those that share i alone its first-order index, and those
 * that share i and j alone what the two explain together. Differences do not depend on the mean of
 * the output; the variance is that of both samples, about their common mean.
 *
 * @see <a href="https://doi.org/10.1016/S0010-4655(98)00154-4">Jansen (1999), Analysis of variance
 *     designs for model output, Computer Physics Communications 117, 35-43</a>
 */
final class SobolRuns {

  private static final int A = 0;
  private static final int B = 1;

  private final Problem problem;
  private final RowDesign design;
  private final boolean pairs;
  private final int count;

  SobolRuns(Problem problem, RowDesign design, boolean pairs) {
    this.problem = problem;
    this.design = design;
    this.pairs = pairs;
    this.count = problem.inputs().size();
  }

  SobolIndices run(Execution execution) {
    double[][] outputs = new double[2 + (pairs ? 2 : 1) * count][design.rows()];
    new PickFreezeDesign(problem, design, execution)
        .run(
            PickFreezeDesign.uniform(mixes(outputs.length)),
            (from, rows, block) -> {
              for (int m = 0; m < outputs.length; m++) {
                System.arraycopy(block[m], 0, outputs[m], from, rows);
              }
            });
    double mean = mean(outputs[A], outputs[B]);
    if (isConstant(outputs)) {
      return result(outputs[A][0], 0, ImmutableList.of(), ImmutableList.of());
    }
    Bootstrap bootstrap = new Bootstrap(terms(outputs, mean), design);
    double[] sums = bootstrap.sums();
    double variance = variance(sums, design.rows());
    if (!(variance > 0)) {
      // Few rows may agree where the output as a whole does not.
      throw new IllegalArgumentException(
          "The output varies, but not over the two samples of "
              + design.rows()
              + " rows. Use more rows.");
    }
    double[] figures = figures(sums);
    ConfidenceInterval[] intervals = bootstrap.intervals(this::figures);
    ImmutableList.Builder<SobolIndex> indices = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      indices.add(
          new SobolIndex(
              problem.inputs().get(i),
              figures[i],
              figures[count + i],
              Optional.of(intervals[i]),
              Optional.of(intervals[count + i])));
    }
    return result(mean, variance, indices.build(), pairs(figures, intervals));
  }

  private SobolIndices result(
      double mean,
      double variance,
      ImmutableList<SobolIndex> indices,
      ImmutableList<SobolIndices.Pair> pairs) {
    return new SobolIndices(
        problem.output(), problem.inputs(), mean, variance, indices, pairs, Optional.of(design));
  }

  /** A, B, all A with i from B, and all B with i from A. */
  private boolean[][] mixes(int mixes) {
    boolean[][] fromSecond = new boolean[mixes][count];
    Arrays.fill(fromSecond[B], true);
    for (int i = 0; i < count; i++) {
      fromSecond[2 + i][i] = true;
      if (pairs) {
        Arrays.fill(fromSecond[2 + count + i], true);
        fromSecond[2 + count + i][i] = false;
      }
    }
    return fromSecond;
  }

  private static double mean(double[] a, double[] b) {
    double sum = 0;
    for (int r = 0; r < a.length; r++) {
      sum += a[r] + b[r];
    }
    return sum / (2.0 * a.length);
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

  /** By row: what the variance, first-order, total and second-order indices are sums of. */
  private double[][] terms(double[][] y, double mean) {
    int rows = design.rows();
    int all = 2 + 2 * count + (pairs ? count * (count - 1) / 2 : 0);
    double[][] terms = new double[all][rows];
    for (int r = 0; r < rows; r++) {
      double a = y[A][r] - mean;
      double b = y[B][r] - mean;
      terms[0][r] = a + b;
      terms[1][r] = a * a + b * b;
    }
    for (int i = 0; i < count; i++) {
      double[] mixed = y[2 + i];
      double[] mirrored = pairs ? y[2 + count + i] : mixed;
      halfSquares(y[B], mixed, pairs ? y[A] : y[B], mirrored, terms[2 + i]);
      halfSquares(y[A], mixed, pairs ? y[B] : y[A], mirrored, terms[2 + count + i]);
    }
    int at = 2 + 2 * count;
    for (int i = 0; pairs && i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        halfSquares(y[2 + count + i], y[2 + j], y[2 + count + j], y[2 + i], terms[at++]);
      }
    }
    return terms;
  }

  /** Half the square of the difference, averaged over two pairs that estimate the same. */
  private static void halfSquares(double[] a, double[] b, double[] c, double[] d, double[] half) {
    for (int r = 0; r < half.length; r++) {
      double one = a[r] - b[r];
      double other = c[r] - d[r];
      half[r] = 0.25 * (one * one + other * other);
    }
  }

  private static double variance(double[] sums, int rows) {
    double n = 2.0 * rows;
    return (sums[1] - sums[0] * sums[0] / n) / (n - 1);
  }

  /** First-order, total and second-order indices of a sample, by the sums of its terms. */
  private double[] figures(double[] sums) {
    double scale = design.rows() * variance(sums, design.rows());
    double[] figures = new double[sums.length - 2];
    for (int i = 0; i < count; i++) {
      figures[i] = 1 - sums[2 + i] / scale;
      figures[count + i] = sums[2 + count + i] / scale;
    }
    int at = 2 * count;
    for (int i = 0; at < figures.length && i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        figures[at] = 1 - sums[2 + at] / scale - figures[i] - figures[j];
        at++;
      }
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
                problem.inputs().get(i),
                problem.inputs().get(j),
                figures[at],
                Optional.of(intervals[at])));
        at++;
      }
    }
    return found.build();
  }
}
