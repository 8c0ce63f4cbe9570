package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.model.Ramp;
import dev.steppe.model.Range;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weighted sums with drawn weights: for each subject, columns of weights times numbers, in
 * declaration order as everywhere. Columns of drawn values are made where they are used.
 */
final class AdditiveDrawScorer extends DrawScorer {

  /** Columns of so many indicators stay in the cache, and are quicker one subject at a time. */
  private static final int FEW = 12;

  private final List<SampledValues> values;
  private final GapWeights gaps;

  /** By set of values, the least and the greatest that a value can be. */
  private final double[] least;

  private final double[] greatest;

  /** Whether a subject and the next are added up together: columns are read half as often. */
  private final boolean[] inPairs;

  /** The sums of two; in one array, whose two halves are known to be apart. */
  private final double[] both;

  private final double[] drawn;
  private final double[] other;

  AdditiveDrawScorer(
      CompiledModel model,
      ImmutableList<SampledProfile> subjects,
      WeightSampler sampler,
      Substreams draws,
      GapEnd end,
      DrawBuffers buffers) {
    super(model, subjects, sampler, draws, buffers);
    this.values = SampledValues.of(model, subjects, end);
    this.gaps = new GapWeights(model, buffers, 2);
    this.drawn = buffers.columns(0, 1)[0];
    this.other = buffers.columns(1, 1)[0];
    this.least = new double[values.size()];
    this.greatest = new double[values.size()];
    for (int k = 0; k < least.length; k++) {
      least[k] = extreme(values.get(k), false);
      greatest[k] = extreme(values.get(k), true);
    }
    this.inPairs = new boolean[values.size()];
    for (int k = 0; weights.length > FEW && k + 1 < inPairs.length; k++) {
      inPairs[k] = !(k > 0 && inPairs[k - 1]) && isPlain(k) && isPlain(k + 1);
    }
    this.both = new double[2 * DrawBlock.SIZE];
  }

  /** The least or the greatest value of those that are there, drawn ones at their bounds. */
  private double extreme(SampledValues of, boolean risky) {
    double extreme = Double.NaN;
    for (int i = 0; i < weights.length; i++) {
      double value = of.values[i];
      Estimate estimate = of.subject.uncertain[i];
      if (estimate != null) {
        Range bounds = model.bounds(i, estimate.lower(), estimate.upper());
        value = risky ? bounds.upper() : bounds.lower();
      }
      if (!Double.isNaN(value)) {
        extreme =
            Double.isNaN(extreme)
                ? value
                : risky ? Math.max(extreme, value) : Math.min(extreme, value);
      }
    }
    return extreme;
  }

  /** Keeps a weighted mean between the least and the greatest value, whatever rounding does. */
  private static void keepBetween(double least, double greatest, int rows, double[] sum) {
    for (int r = 0; r < rows; r++) {
      sum[r] = Math.min(greatest, Math.max(least, sum[r]));
    }
  }

  /** Whether a subject has a number for every indicator, and only one. */
  private boolean isPlain(int k) {
    SampledValues of = values.get(k);
    boolean plain = of.gaps == null && (k == 0 || values.get(k - 1).position != of.position);
    for (int i = 0; i < weights.length; i++) {
      plain &= isNumber(of, i);
    }
    return plain;
  }

  /** Whether a value is there and not drawn. */
  private static boolean isNumber(SampledValues of, int i) {
    return !of.subject.isDrawn(i) && !Double.isNaN(of.values[i]);
  }

  @Override
  void score(long block, RowSelection rows) {
    int count = rows.count();
    int previous = -1;
    for (int k = 0; k < values.size(); k++) {
      SampledValues of = values.get(k);
      if (inPairs[k]) {
        SampledValues next = values.get(++k);
        sumTwo(of.values, next.values, count);
        System.arraycopy(both, 0, scores[of.position], 0, count);
        keepBetween(least[k - 1], greatest[k - 1], count, scores[of.position]);
        System.arraycopy(both, DrawBlock.SIZE, scores[next.position], 0, count);
        keepBetween(least[k], greatest[k], count, scores[next.position]);
        previous = next.position;
        continue;
      }
      double[][] columns = of.gaps == null ? weights : gaps.columns(of.gaps, weights, count);
      boolean second = of.position == previous;
      double[] sum = second ? other : scores[of.position];
      sum(of, columns, block, rows, sum);
      keepBetween(least[k], greatest[k], count, sum);
      if (second) {
        SampledValues.average(scores[of.position], other, count);
      }
      previous = of.position;
    }
  }

  private void sumTwo(double[] first, double[] second, int rows) {
    Arrays.fill(both, 0.0);
    int i = 0;
    for (; i + 4 <= weights.length; i += 4) {
      addFour(weights, i, first, second, rows, both);
    }
    for (; i < weights.length; i++) {
      addOne(weights[i], first[i], second[i], rows, both);
    }
  }

  private static void addFour(
      double[][] columns, int i, double[] first, double[] second, int rows, double[] sums) {
    double[] a = columns[i];
    double[] b = columns[i + 1];
    double[] c = columns[i + 2];
    double[] d = columns[i + 3];
    double firstA = first[i];
    double firstB = first[i + 1];
    double firstC = first[i + 2];
    double firstD = first[i + 3];
    double secondA = second[i];
    double secondB = second[i + 1];
    double secondC = second[i + 2];
    double secondD = second[i + 3];
    for (int r = 0; r < rows; r++) {
      double w = a[r];
      double x = b[r];
      double y = c[r];
      double z = d[r];
      sums[r] = sums[r] + firstA * w + firstB * x + firstC * y + firstD * z;
      sums[r + DrawBlock.SIZE] =
          sums[r + DrawBlock.SIZE] + secondA * w + secondB * x + secondC * y + secondD * z;
    }
  }

  private void sum(
      SampledValues of, double[][] columns, long block, RowSelection picked, double[] sum) {
    int rows = picked.count();
    Arrays.fill(sum, 0, rows, 0.0);
    int i = 0;
    while (i < weights.length) {
      if (i + 4 <= weights.length && areNumbers(of, i)) {
        addFour(columns, of.values, i, rows, sum);
        i += 4;
      } else {
        if (of.subject.isDrawn(i)) {
          addDrawn(of, i, columns[i], block, picked, sum);
        } else if (!Double.isNaN(of.values[i])) {
          addOne(columns[i], of.values[i], rows, sum);
        }
        i++;
      }
    }
  }

  private void addDrawn(
      SampledValues of, int i, double[] column, long block, RowSelection picked, double[] sum) {
    int rows = picked.count();
    @Nullable Estimate estimate = of.subject.uncertain[i];
    @Nullable Ramp ramp = model.ramps[i];
    if (estimate != null && ramp != null && of.isUniform[i]) {
      of.subject.probabilities(i, draws, block, picked, drawn);
      double width = estimate.upper() - estimate.lower();
      addLine(column, drawn, estimate.lower(), width, ramp, rows, sum);
      return;
    }
    of.subject.fill(i, draws, block, picked, drawn);
    if (ramp != null && of.onLine[i]) {
      addLine(column, drawn, 0, 1, ramp, rows, sum);
    } else {
      model.normalize(i, rows, drawn);
      addProducts(column, drawn, rows, sum);
    }
  }

  /** Whether four values are there and not drawn. */
  private static boolean areNumbers(SampledValues of, int first) {
    for (int i = first; i < first + 4; i++) {
      if (!isNumber(of, i)) {
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

  static void addFour(
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

  static void addOne(double[] column, double value, int rows, double[] sum) {
    for (int r = 0; r < rows; r++) {
      sum[r] += value * column[r];
    }
  }

  private static void addOne(
      double[] column, double first, double second, int rows, double[] sums) {
    for (int r = 0; r < rows; r++) {
      double weight = column[r];
      sums[r] += first * weight;
      sums[r + DrawBlock.SIZE] += second * weight;
    }
  }

  /**
   * The products with values of a ramp, whose ends no reading comes to.
   *
   * @param from a reading is this and {@code width} times its number
   */
  private static void addLine(
      double[] column,
      double[] numbers,
      double from,
      double width,
      Ramp ramp,
      int rows,
      double[] sum) {
    double origin = ramp.origin();
    double slope = ramp.slope();
    double low = ramp.low();
    for (int r = 0; r < rows; r++) {
      sum[r] += (low + (from + numbers[r] * width - origin) * slope) * column[r];
    }
  }

  private static void addProducts(double[] column, double[] values, int rows, double[] sum) {
    for (int r = 0; r < rows; r++) {
      sum[r] += values[r] * column[r];
    }
  }
}
