package dev.steppe.internal.kernel;

import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Ramp;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates many rows in blocks that stay in the cache. Rows with a missing reading come out as NaN
 * and are then evaluated one by one, by the model's missing policy.
 */
final class BlockEvaluator {

  /** Rows in a block: long enough for vector loops, short enough for the L1 and L2 caches. */
  static final int BLOCK = 2048;

  private final CompiledModel model;

  /** The ramp of an indicator that is nothing else; null for all others. */
  private final @Nullable Ramp[] ramps;

  BlockEvaluator(CompiledModel model) {
    this.model = model;
    this.ramps = new @Nullable Ramp[model.indicators];
    for (int i = 0; i < ramps.length; i++) {
      Criterion criterion = model.criteria[i];
      if (criterion.treatment().isIdentity()) {
        ramps[i] = criterion.normalization().ramp(criterion.indicator().direction()).orElse(null);
      }
    }
  }

  int score(double[][] columns, int from, int to, double[] scores, int at) {
    double[][] buffers = new double[model.nodes().size()][];
    int unscored = 0;
    for (int start = from; start < to; start += BLOCK) {
      int rows = Math.min(BLOCK, to - start);
      double[] block = evaluate(columns, start, rows, buffers);
      int offset = at + (start - from);
      System.arraycopy(block, 0, scores, offset, rows);
      for (int i = 0; i < rows; i++) {
        if (Double.isNaN(block[i])) {
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

  private double[] evaluate(double[][] columns, int start, int rows, double[][] buffers) {
    double[] result = new double[0];
    for (int f = 0; f < model.needed.length; f++) {
      if (model.needed[f]) {
        result = buffer(buffers, model.indicators + f);
        if (model.aggregations[f].isAdditive()) {
          add(f, columns, start, rows, buffers, result);
        } else {
          for (int node : model.terms.nodes(f)) {
            if (node < model.indicators) {
              normalize(node, columns[node], start, rows, buffer(buffers, node));
            }
          }
          model.terms.aggregate(model, f, buffers, rows);
        }
      }
    }
    return result;
  }

  private static double[] buffer(double[][] buffers, int node) {
    if (buffers[node] == null) {
      buffers[node] = new double[BLOCK];
    }
    return buffers[node];
  }

  /** The weighted sum of a factor's terms, straight from the readings where they are on ramps. */
  private void add(
      int factor, double[][] columns, int start, int rows, double[][] buffers, double[] sum) {
    int[] nodes = model.terms.nodes(factor);
    double[] weights = model.terms.weights(factor);
    Arrays.fill(sum, 0, rows, 0.0);
    int t = 0;
    while (t < nodes.length) {
      if (t + 4 <= nodes.length && areRamps(nodes, t)) {
        addFour(nodes, weights, t, columns, start, rows, sum);
        t += 4;
      } else {
        int node = nodes[t];
        double[] values = buffer(buffers, node);
        if (node < model.indicators) {
          normalize(node, columns[node], start, rows, values);
        }
        double weight = weights[t];
        for (int i = 0; i < rows; i++) {
          sum[i] += weight * values[i];
        }
        t++;
      }
    }
  }

  private boolean areRamps(int[] nodes, int from) {
    for (int t = from; t < from + 4; t++) {
      if (nodes[t] >= model.indicators || ramps[nodes[t]] == null) {
        return false;
      }
    }
    return true;
  }

  /** Four terms in one pass: memory is read once, and the order of the sum is kept. */
  private void addFour(
      int[] nodes, double[] weights, int t, double[][] columns, int start, int rows, double[] sum) {
    Ramp a = ramp(nodes[t]);
    Ramp b = ramp(nodes[t + 1]);
    Ramp c = ramp(nodes[t + 2]);
    Ramp d = ramp(nodes[t + 3]);
    addFour(
        columns[nodes[t]],
        weights[t],
        a.origin(),
        a.slope(),
        a.low(),
        a.high(),
        columns[nodes[t + 1]],
        weights[t + 1],
        b.origin(),
        b.slope(),
        b.low(),
        b.high(),
        columns[nodes[t + 2]],
        weights[t + 2],
        c.origin(),
        c.slope(),
        c.low(),
        c.high(),
        columns[nodes[t + 3]],
        weights[t + 3],
        d.origin(),
        d.slope(),
        d.low(),
        d.high(),
        start,
        rows,
        sum);
  }

  /** Flat arguments keep the loop free of field reads, which is what makes it a vector loop. */
  private static void addFour(
      double[] a,
      double wa,
      double oa,
      double sa,
      double la,
      double ha,
      double[] b,
      double wb,
      double ob,
      double sb,
      double lb,
      double hb,
      double[] c,
      double wc,
      double oc,
      double sc,
      double lc,
      double hc,
      double[] d,
      double wd,
      double od,
      double sd,
      double ld,
      double hd,
      int start,
      int rows,
      double[] sum) {
    for (int i = 0; i < rows; i++) {
      sum[i] =
          sum[i]
              + wa * Ramp.at(a[start + i], oa, sa, la, ha)
              + wb * Ramp.at(b[start + i], ob, sb, lb, hb)
              + wc * Ramp.at(c[start + i], oc, sc, lc, hc)
              + wd * Ramp.at(d[start + i], od, sd, ld, hd);
    }
  }

  private Ramp ramp(int indicator) {
    Ramp ramp = ramps[indicator];
    if (ramp == null) {
      throw new AssertionError("indicator " + indicator + " is not on a ramp");
    }
    return ramp;
  }

  private void normalize(int indicator, double[] column, int start, int rows, double[] values) {
    Ramp ramp = ramps[indicator];
    if (ramp != null) {
      double origin = ramp.origin();
      double slope = ramp.slope();
      double low = ramp.low();
      double high = ramp.high();
      for (int i = 0; i < rows; i++) {
        values[i] = Ramp.at(column[start + i], origin, slope, low, high);
      }
      return;
    }
    Criterion criterion = model.criteria[indicator];
    Direction direction = criterion.indicator().direction();
    for (int i = 0; i < rows; i++) {
      values[i] =
          criterion
              .normalization()
              .normalize(criterion.treatment().treat(column[start + i]), direction);
    }
  }
}
