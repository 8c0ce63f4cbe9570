package dev.steppe.internal.kernel;

import static java.util.Objects.requireNonNull;

import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Ramp;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates many rows in blocks that stay in the cache. Rows with a missing reading come out as NaN
 * and are then scored one by one ({@link GapScorer}), by the model's missing policy.
 *
 * <p>C2 makes vector instructions of a loop only if all its arrays have the same index and its body
 * is small. So a loop takes three columns at most, and columns are either read where they are, with
 * the scores as sum at the same index, or are copied into buffers first.
 */
final class BlockEvaluator {

  /** Rows in a block: long enough for vector loops, short enough for the L1 and L2 caches. */
  static final int BLOCK = 2048;

  /** What rounding may do to a value of 100, with a margin of several digits of it. */
  private static final double ROUNDING = 1e-13;

  private final CompiledModel model;

  /** Whether the score is a weighted sum of ramps, for which no buffers are needed. */
  private final boolean sumOfRamps;

  BlockEvaluator(CompiledModel model) {
    this.model = model;
    int root = model.needed.length - 1;
    boolean allRamps = model.aggregations[root].isAdditive();
    for (int node : model.sums.nodes(root)) {
      allRamps &= ramp(node) != null;
    }
    this.sumOfRamps = allRamps;
  }

  int score(double[][] columns, int from, int to, double[] scores, int at) {
    boolean inPlace = sumOfRamps && at == from;
    int length = Math.min(BLOCK, to - from);
    double[][] buffers = new double[inPlace ? 0 : model.nodes().size()][length];
    int unscored = 0;
    @Nullable GapScorer gaps = null;
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
          gaps = gaps == null ? new GapScorer(model) : gaps;
          double score = gaps.score(columns, start + i);
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
        for (int node : model.sums.nodes(f)) {
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
          model.sums.aggregate(model, f, buffers, rows);
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
    int[] nodes = model.sums.nodes(factor);
    double[] weights = model.sums.weights(factor);
    Arrays.fill(sum, from, to, 0.0);
    int t = 0;
    while (t < nodes.length) {
      Ramp ramp = ramp(nodes[t]);
      if (t + 3 <= nodes.length && areLikeRamps(nodes, weights, t)) {
        addThree(nodes, weights, t, columns, from, to, sum);
        t += 3;
      } else {
        if (ramp == null) {
          addValues(columns[nodes[t]], weights[t], from, to, sum);
        } else {
          addOne(columns[nodes[t]], weights[t], ramp, from, to, sum);
        }
        t++;
      }
    }
    keepBetween(nodes, weights, columns, from, to, sum);
  }

  /**
   * Keeps sums between their least and greatest term, as {@link Aggregation#arithmetic} does.
   * Rounding can carry a sum beyond only where all terms that weigh anything are all but equal, so
   * only the rows are looked at whose sum is all but the heaviest term: it weighs at least 1/n, and
   * n rounding errors that cross the greatest term leave it within some n^2 of them.
   */
  private void keepBetween(
      int[] nodes, double[] weights, double[][] columns, int from, int to, double[] sum) {
    int heaviest = 0;
    for (int t = 1; t < weights.length; t++) {
      heaviest = weights[t] > weights[heaviest] ? t : heaviest;
    }
    if (nodes.length == 1 && weights[0] == 1) {
      return;
    }
    double near = ROUNDING * nodes.length * nodes.length;
    double[] column = columns[nodes[heaviest]];
    Ramp ramp = ramp(nodes[heaviest]);
    double origin = ramp == null ? 0 : ramp.origin();
    double slope = ramp == null ? 1 : ramp.slope();
    double low = ramp == null ? 0 : ramp.low();
    double high = ramp == null ? Double.MAX_VALUE : ramp.high();
    // In two loops: the first, without a branch, does several rows at once.
    double[] apart = new double[to - from];
    for (int r = 0; r < apart.length; r++) {
      apart[r] = Math.abs(sum[from + r] - Ramp.at(column[from + r], origin, slope, low, high));
    }
    for (int r = 0; r < apart.length; r++) {
      if (apart[r] <= near) {
        sum[from + r] = between(nodes, weights, columns, from + r, sum[from + r]);
      }
    }
  }

  private double between(int[] nodes, double[] weights, double[][] columns, int row, double sum) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int t = 0; t < nodes.length; t++) {
      if (weights[t] > 0) {
        Ramp ramp = ramp(nodes[t]);
        double value = columns[nodes[t]][row];
        value = ramp == null ? value : ramp.at(value);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    return Math.min(greatest, Math.max(least, sum));
  }

  /** Whether three nodes are on ramps that start at 0 and have the same end. */
  private boolean areLikeRamps(int[] nodes, double[] weights, int first) {
    Ramp ramp = ramp(nodes[first]);
    for (int t = first; t < first + 3; t++) {
      Ramp other = ramp(nodes[t]);
      if (ramp == null || other == null || other.low() != 0 || other.high() != ramp.high()) {
        return false;
      }
      if (2 * (weights[t] / 2) != weights[t]) {
        return false;
      }
    }
    return true;
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

  private void addThree(
      int[] nodes, double[] weights, int t, double[][] columns, int from, int to, double[] sum) {
    addThree(
        columns[nodes[t]],
        weights[t],
        requireNonNull(ramp(nodes[t])),
        columns[nodes[t + 1]],
        weights[t + 1],
        requireNonNull(ramp(nodes[t + 1])),
        columns[nodes[t + 2]],
        weights[t + 2],
        requireNonNull(ramp(nodes[t + 2])),
        from,
        to,
        sum);
  }

  /**
   * Three terms on ramps from 0 to the same end.
   *
   * <p>{@code Math.max(0, x)} takes five vector instructions, {@code x + |x|} two: it is twice the
   * same to the bit, for doubling and halving are exact; weights that are too small for that stay
   * out. So the end is doubled and the weights are halved. Minus infinity gives NaN, and the row is
   * then evaluated by itself.
   */
  private static void addThree(
      double[] a,
      double weightA,
      Ramp rampA,
      double[] b,
      double weightB,
      Ramp rampB,
      double[] c,
      double weightC,
      Ramp rampC,
      int from,
      int to,
      double[] sum) {
    double originA = rampA.origin();
    double slopeA = rampA.slope();
    double halfA = weightA / 2;
    double originB = rampB.origin();
    double slopeB = rampB.slope();
    double halfB = weightB / 2;
    double originC = rampC.origin();
    double slopeC = rampC.slope();
    double halfC = weightC / 2;
    double end = 2 * rampA.high();
    for (int i = from; i < to; i++) {
      double x = (a[i] - originA) * slopeA;
      double y = (b[i] - originB) * slopeB;
      double z = (c[i] - originC) * slopeC;
      sum[i] =
          sum[i]
              + halfA * Math.min(end, x + Math.abs(x))
              + halfB * Math.min(end, y + Math.abs(y))
              + halfC * Math.min(end, z + Math.abs(z));
    }
  }

  /** Turns readings into values, in place. */
  void normalize(int indicator, int rows, double[] values) {
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
