package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;

/**
 * Weighted sums with drawn weights: for each subject, columns of weights times numbers, in
 * declaration order as everywhere. Columns of drawn values are made where they are used.
 */
final class AdditiveDrawScorer extends DrawScorer {

  private final List<SubjectValues> values;
  private final GapWeights gaps;
  private final double[] drawn = new double[Draws.BLOCK];
  private final double[] other = new double[Draws.BLOCK];

  AdditiveDrawScorer(
      CompiledModel model, ImmutableList<Subject> subjects, WeightLaw law, Draws draws) {
    super(model, subjects, law, draws);
    this.values = SubjectValues.of(model, subjects);
    this.gaps = new GapWeights(model);
  }

  @Override
  void score(long block, Rows rows) {
    int count = rows.count();
    int previous = -1;
    for (SubjectValues of : values) {
      double[][] columns = of.gaps == null ? weights : gaps.columns(of.gaps, weights, count);
      boolean second = of.position == previous;
      double[] sum = second ? other : scores[of.position];
      sum(of, columns, block, rows, sum);
      if (second) {
        SubjectValues.average(scores[of.position], other, count);
      }
      previous = of.position;
    }
  }

  private void sum(SubjectValues of, double[][] columns, long block, Rows picked, double[] sum) {
    int rows = picked.count();
    Arrays.fill(sum, 0, rows, 0.0);
    int i = 0;
    while (i < weights.length) {
      if (i + 4 <= weights.length && areNumbers(of, i)) {
        addFour(columns, of.values, i, rows, sum);
        i += 4;
      } else {
        if (of.subject.isDrawn(i)) {
          of.subject.fill(i, draws, block, picked, drawn);
          model.normalize(i, rows, drawn);
          addProducts(columns[i], drawn, rows, sum);
        } else if (!Double.isNaN(of.values[i])) {
          addOne(columns[i], of.values[i], rows, sum);
        }
        i++;
      }
    }
  }

  /** Whether four values are there and not drawn. */
  private static boolean areNumbers(SubjectValues of, int first) {
    for (int i = first; i < first + 4; i++) {
      if (of.subject.isDrawn(i) || Double.isNaN(of.values[i])) {
        return false;
      }
    }
    return true;
  }

  private static void addFour(double[][] columns, double[] values, int i, int rows, double[] sum) {
    addFour(
        columns[i],
        values[i],
        columns[i + 1],
        values[i + 1],
        columns[i + 2],
        values[i + 2],
        columns[i + 3],
        values[i + 3],
        rows,
        sum);
  }

  private static void addFour(
      double[] a,
      double valueA,
      double[] b,
      double valueB,
      double[] c,
      double valueC,
      double[] d,
      double valueD,
      int rows,
      double[] sum) {
    for (int r = 0; r < rows; r++) {
      sum[r] = sum[r] + valueA * a[r] + valueB * b[r] + valueC * c[r] + valueD * d[r];
    }
  }

  private static void addOne(double[] column, double value, int rows, double[] sum) {
    for (int r = 0; r < rows; r++) {
      sum[r] += value * column[r];
    }
  }

  private static void addProducts(double[] column, double[] values, int rows, double[] sum) {
    for (int r = 0; r < rows; r++) {
      sum[r] += values[r] * column[r];
    }
  }
}
