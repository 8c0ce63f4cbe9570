package dev.steppe.internal.kernel;

import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Ramp;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates many rows in blocks that stay in the cache. Rows with a missing reading come out as NaN
 * and are then evaluated one by one, by the model's missing policy.
 *
 * <p>C2 makes vector instructions of a loop only if all its arrays have the same index and its body
 * is small. So a loop takes two columns at most, and columns are either read where they are, with
 * the scores as sum at the same index, or are copied into buffers first.
 */
final class BlockEvaluator {

  /** Rows in a block: long enough for vector loops, short enough for the L1 and L2 caches. */
  static final int BLOCK = 2048;

  private final CompiledModel model;

  /** Whether the score is a weighted sum of ramps, for which no buffers are needed. */
  private final boolean sumOfRamps;

  BlockEvaluator(CompiledModel model) {
    this.model = model;
    int root = model.needed.length - 1;
    boolean allRamps = model.aggregations[root].isAdditive();
    for (int node : model.terms.nodes(root)) {
      allRamps &= ramp(node) != null;
    }
    this.sumOfRamps = allRamps;
  }

  int score(double[][] columns, int from, int to, double[] scores, int at) {
    boolean inPlace = sumOfRamps && at == from;
    int length = Math.min(BLOCK, to - from);
    double[][] buffers = new double[inPlace ? 0 : model.nodes().size()][length];
    int unscored = 0;
    for (int start = from; start < to; start += BLOCK) {
      int rows = Math.min(BLOCK, to - start);
      int offset = at + (start - from);
      if (inPlace) {
        add(model.needed.length - 1, columns, start, start + rows, scores);
      } else {
        System.arraycopy(evaluate(columns, start, rows, buffers), 0, scores, offset, rows);
      }
      for (int i = 0; i < rows; i++) {
        if (Double.isNaN(scores[offset + i])) {
          double score = RowEvaluator.scoreOf(model, columns, start + i);
          scores[offset + i] = score;
          if (Double.isNaN(score)) {
            unscored++;
          }
        }
      }
    }
    return unscored;
  }

  /** The root's values, in its buffer; the rows are at the start of all buffers. */
  private double[] evaluate(double[][] columns, int start, int rows, double[][] buffers) {
    for (int f = 0; f < model.needed.length; f++) {
      if (model.needed[f]) {
        boolean additive = model.aggregations[f].isAdditive();
        for (int node : model.terms.nodes(f)) {
          if (node < model.indicators) {
            System.arraycopy(columns[node], start, buffers[node], 0, rows);
            if (!additive || model.ramps[node] == null) {
              normalize(node, rows, buffers[node]);
            }
          }
        }
        if (additive) {
          add(f, buffers, 0, rows, buffers[model.indicators + f]);
        } else {
          model.terms.aggregate(model, f, buffers, rows);
        }
      }
    }
    return buffers[model.root()];
  }

  /**
   * The weighted sum of a factor's terms in declaration order: of readings where they are on ramps,
   * else of values.
   */
  private void add(int factor, double[][] columns, int from, int to, double[] sum) {
    int[] nodes = model.terms.nodes(factor);
    double[] weights = model.terms.weights(factor);
    Arrays.fill(sum, from, to, 0.0);
    int t = 0;
    while (t < nodes.length) {
      double[] column = columns[nodes[t]];
      double weight = weights[t];
      Ramp ramp = ramp(nodes[t]);
      Ramp next = t + 1 < nodes.length ? ramp(nodes[t + 1]) : null;
      if (ramp == null) {
        addValues(column, weight, from, to, sum);
        t++;
      } else if (next == null || next.low() != ramp.low() || next.high() != ramp.high()) {
        addOne(column, weight, ramp, from, to, sum);
        t++;
      } else {
        addTwo(column, weight, ramp, columns[nodes[t + 1]], weights[t + 1], next, from, to, sum);
        t += 2;
      }
    }
  }

  private @Nullable Ramp ramp(int node) {
    return node < model.indicators ? model.ramps[node] : null;
  }

  private static void addValues(double[] values, double weight, int from, int to, double[] sum) {
    for (int i = from; i < to; i++) {
      sum[i] += weight * values[i];
    }
  }

  private static void addOne(
      double[] column, double weight, Ramp ramp, int from, int to, double[] sum) {
    double origin = ramp.origin();
    double slope = ramp.slope();
    double low = ramp.low();
    double high = ramp.high();
    for (int i = from; i < to; i++) {
      sum[i] += weight * Ramp.at(column[i], origin, slope, low, high);
    }
  }

  /** Two terms on ramps with the same ends: what both share is loaded once. */
  private static void addTwo(
      double[] a,
      double weightA,
      Ramp rampA,
      double[] b,
      double weightB,
      Ramp rampB,
      int from,
      int to,
      double[] sum) {
    double originA = rampA.origin();
    double slopeA = rampA.slope();
    double originB = rampB.origin();
    double slopeB = rampB.slope();
    double low = rampA.low();
    double high = rampA.high();
    for (int i = from; i < to; i++) {
      sum[i] =
          sum[i]
              + weightA * Ramp.at(a[i], originA, slopeA, low, high)
              + weightB * Ramp.at(b[i], originB, slopeB, low, high);
    }
  }

  /** Turns readings into values, in place. */
  private void normalize(int indicator, int rows, double[] values) {
    Ramp ramp = model.ramps[indicator];
    if (ramp != null) {
      double origin = ramp.origin();
      double slope = ramp.slope();
      double low = ramp.low();
      double high = ramp.high();
      for (int i = 0; i < rows; i++) {
        values[i] = Ramp.at(values[i], origin, slope, low, high);
      }
      return;
    }
    Criterion criterion = model.criteria[indicator];
    Direction direction = criterion.indicator().direction();
    for (int i = 0; i < rows; i++) {
      values[i] =
          criterion.normalization().normalize(criterion.treatment().treat(values[i]), direction);
    }
  }
}
