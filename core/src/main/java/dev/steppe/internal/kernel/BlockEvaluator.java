package dev.steppe.internal.kernel;

import static java.util.Objects.requireNonNull;

import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Ramp;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates many rows in blocks that stay in the cache. Rows with a missing reading come out as NaN
 * and are then scored anew ({@link GapScorer}), by the model's missing policy.
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

  /** Where readings must lie; null if nobody asks, or they may lie anywhere. */
  private final @Nullable Domains domains;

  /** Whether the score is a weighted sum of ramps, for which no buffers are needed. */
  private final boolean sumOfRamps;

  /** Of the last call that met gaps, with what it knows of them; each call takes it for itself. */
  private final AtomicReference<@Nullable GapScorer> spare = new AtomicReference<>();

  BlockEvaluator(CompiledModel model, @Nullable Domains domains) {
    this.model = model;
    this.domains = domains;
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
    double[][] buffers = new double[inPlace ? 0 : model.nodes().size() + 1][length];
    double[] apart = new double[length];
    int[] doubtful = new int[length];
    int unscored = 0;
    @Nullable GapScorer gaps = null;
    for (int start = from; start < to; start += BLOCK) {
      int rows = Math.min(BLOCK, to - start);
      int offset = at + (start - from);
      if (inPlace) {
        add(model.needed.length - 1, domains, columns, start, start + rows, scores, apart);
      } else {
        System.arraycopy(evaluate(columns, start, rows, buffers, apart), 0, scores, offset, rows);
      }
      int count = doubtful(scores, offset, rows, doubtful);
      if (count > 0) {
        if (domains != null && domains.isAnyOutside(columns, start, doubtful, count)) {
          return Domains.OUTSIDE;
        }
        gaps = gaps == null ? spare.getAndSet(null) : gaps;
        gaps = gaps == null ? new GapScorer(model, sumOfRamps) : gaps;
        unscored += gaps.score(columns, start, doubtful, count, scores, offset);
      }
    }
    if (gaps != null) {
      spare.set(gaps);
    }
    return unscored;
  }

  /** Lists the rows whose score is missing, or marked: mostly none, which a plain loop sees. */
  private static int doubtful(double[] scores, int offset, int rows, int[] doubtful) {
    int count = 0;
    for (int i = 0; i < rows && scores[offset + i] >= 0; i++) {
      count++;
    }
    if (count == rows) {
      return 0;
    }
    count = 0;
    for (int i = 0; i < rows; i++) {
      doubtful[count] = i;
      count += scores[offset + i] >= 0 ? 0 : 1;
    }
    return count;
  }

  /** The root's values, in its buffer; the rows are at the start of all buffers. */
  private double[] evaluate(
      double[][] columns, int start, int rows, double[][] buffers, double[] apart) {
    double[] marks = buffers[buffers.length - 1];
    Arrays.fill(marks, 0, rows, 0.0);
    for (int f = 0; f < model.needed.length; f++) {
      if (!model.applies[model.indicators + f]) {
        Arrays.fill(buffers[model.indicators + f], 0, rows, 0.0);
      } else if (model.needed[f]) {
        boolean additive = model.aggregations[f].isAdditive();
        for (int node : model.sums.nodes(f)) {
          if (!model.applies[node]) {
            // It weighs nothing, and any value but NaN will do.
            Arrays.fill(buffers[node], 0, rows, 0.0);
          } else if (node < model.indicators) {
            System.arraycopy(columns[node], start, buffers[node], 0, rows);
            if (domains != null) {
              domains.mark(node, buffers[node], 0, rows, marks);
            }
            if (!additive || model.ramps[node] == null) {
              normalize(node, rows, buffers[node]);
            }
          }
        }
        if (additive) {
          add(f, null, buffers, 0, rows, buffers[model.indicators + f], apart);
        } else {
          model.sums.aggregate(model, f, buffers, rows);
        }
      }
    }
    if (domains != null) {
      addValues(marks, 1, 0, rows, buffers[model.root()]);
    }
    return buffers[model.root()];
  }

  /**
   * The weighted sum of a factor's terms in declaration order: of readings where they are on ramps,
   * else of values.
   *
   * @param marks what marks the rows with readings outside their domains, if anything shall
   */
  private void add(
      int factor,
      @Nullable Domains marks,
      double[][] columns,
      int from,
      int to,
      double[] sum,
      double[] apart) {
    int[] nodes = model.sums.nodes(factor);
    double[] weights = model.sums.weights(factor);
    Arrays.fill(sum, from, to, 0.0);
    int t = 0;
    while (t < nodes.length) {
      int alike = alike(nodes, weights, t);
      if (marks != null) {
        marks.mark(nodes, t, alike, columns, from, to, sum);
      }
      Ramp ramp = ramp(nodes[t]);
      if (alike == 3) {
        addThree(nodes, weights, t, columns, from, to, sum);
      } else if (ramp == null) {
        addValues(columns[nodes[t]], weights[t], from, to, sum);
      } else if (alike == 1) {
        addOneFromZero(columns[nodes[t]], weights[t], ramp, from, to, sum);
      } else {
        addOne(columns[nodes[t]], weights[t], ramp, from, to, sum);
      }
      t += Math.max(1, alike);
    }
    keepBetween(nodes, weights, columns, from, to, sum, apart);
  }

  /**
   * Keeps sums between their least and greatest term, as {@link Aggregation#arithmetic} does.
   * Rounding can carry a sum beyond only where all terms that weigh anything are all but equal, so
   * only the rows are looked at whose sum is all but the heaviest term: it weighs at least 1/n, and
   * n rounding errors that cross the greatest term leave it within some n^2 of them.
   */
  private void keepBetween(
      int[] nodes,
      double[] weights,
      double[][] columns,
      int from,
      int to,
      double[] sum,
      double[] apart) {
    if (nodes.length == 1 && weights[0] == 1) {
      return;
    }
    double near = 2 * near(nodes.length);
    int heaviest = nodes[heaviest(weights)];
    double[] column = columns[heaviest];
    Ramp ramp = ramp(heaviest);
    // In two loops: the first, without a branch, does several rows at once.
    int rows = to - from;
    if (ramp == null) {
      for (int r = 0; r < rows; r++) {
        apart[r] = 2 * Math.abs(sum[from + r] - column[from + r]);
      }
    } else {
      double origin = ramp.origin();
      double slope = ramp.slope();
      double twice = 2 * ramp.low();
      double end = 2 * (ramp.high() - ramp.low());
      for (int r = 0; r < rows; r++) {
        double x = (column[from + r] - origin) * slope;
        apart[r] = Math.abs(2 * sum[from + r] - twice - Math.min(end, x + Math.abs(x)));
      }
    }
    for (int r = 0; r < rows; r++) {
      if (apart[r] <= near) {
        sum[from + r] = between(nodes, weights, columns, from + r, sum[from + r]);
      }
    }
  }

  /** How near its heaviest term a sum of so many is that rounding may have carried beyond all. */
  static double near(int terms) {
    return ROUNDING * terms * terms;
  }

  /** The place of the greatest weight. */
  static int heaviest(double[] weights) {
    int heaviest = 0;
    for (int t = 1; t < weights.length; t++) {
      heaviest = weights[t] > weights[heaviest] ? t : heaviest;
    }
    return heaviest;
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

  /**
   * How many nodes, 3 or 1, are on ramps that start at 0 and have the same end; 0 if not even one.
   */
  private int alike(int[] nodes, double[] weights, int first) {
    Ramp ramp = ramp(nodes[first]);
    int alike = 0;
    for (int t = first; t < Math.min(nodes.length, first + 3); t++) {
      Ramp other = ramp(nodes[t]);
      if (ramp == null
          || other == null
          || other.low() != 0
          || other.high() != ramp.high()
          || 2 * (weights[t] / 2) != weights[t]) {
        break;
      }
      alike++;
    }
    return alike == 2 ? 1 : alike;
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

  /** One term on a ramp from 0, as {@link #addThree} adds three. */
  private static void addOneFromZero(
      double[] column, double weight, Ramp ramp, int from, int to, double[] sum) {
    double origin = ramp.origin();
    double slope = ramp.slope();
    double half = weight / 2;
    double end = 2 * ramp.high();
    for (int i = from; i < to; i++) {
      double x = (column[i] - origin) * slope;
      sum[i] += half * Math.min(end, x + Math.abs(x));
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
