package dev.steppe.internal.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows with missing readings where the score is a weighted sum of at most 64 ramps: to the
 * bit what {@link GapScorer} gives, without its columns of one row. The set of what is missing is a
 * number of 64 bits, by which the weights of those that are there are remembered. Not thread-safe.
 */
final class GapSum {

  private static final int SMALLEST = 64;

  private static final long MAGNITUDE = Long.MAX_VALUE;
  private static final long INFINITE = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

  /** So many rows at once, whose values stay in the cache. */
  private static final int CHUNK = 256;

  private final CompiledModel model;
  private final int[] nodes;
  private final double near;

  /** By indicator and row. */
  private final double[][] values;

  private final long[] missing = new long[CHUNK];
  private final Weights[] found = new Weights[CHUNK];
  private final double[] sums = new double[CHUNK];

  /** By place of the set: the set, and the weights under it in the order of the nodes. */
  private long[] sets = new long[SMALLEST];

  private @Nullable Weights[] weights = new @Nullable Weights[SMALLEST];
  private int known;

  /** Whose weight is what. */
  private static final class Weights {

    private final double[] byTerm;

    /** The indicator with the greatest weight. */
    private final int heaviest;

    /** Whether there is enough for a score. */
    private final boolean isEnough;

    Weights(double[] byTerm, int heaviest, boolean isEnough) {
      this.byTerm = byTerm;
      this.heaviest = heaviest;
      this.isEnough = isEnough;
    }
  }

  private GapSum(CompiledModel model) {
    this.model = model;
    this.nodes = model.sums.nodes(model.needed.length - 1);
    this.near = BlockEvaluator.near(nodes.length);
    this.values = new double[model.indicators][CHUNK];
  }

  /**
   * For a model whose score is a weighted sum of ramps; null if it has too many, or another rule.
   */
  static @Nullable GapSum of(CompiledModel model) {
    return model.indicators <= Long.SIZE && model.model().missing().reweights()
        ? new GapSum(model)
        : null;
  }

  /** The scores of rows; NaN where there is too little data. */
  void score(double[][] columns, int start, int[] rows, int count, double[] scores) {
    for (int first = 0; first < count; first += CHUNK) {
      score(columns, start, rows, first, Math.min(CHUNK, count - first), scores);
    }
  }

  /** Column by column, without a branch that depends on what is missing. */
  private void score(
      double[][] columns, int start, int[] rows, int first, int count, double[] scores) {
    Arrays.fill(missing, 0, count, 0L);
    for (int i = 0; i < values.length; i++) {
      double[] column = columns[i];
      double[] value = values[i];
      for (int g = 0; g < count; g++) {
        double reading = column[start + rows[first + g]];
        value[g] = reading;
        // The sign of a difference: 1 for NaN alone, of which the bits exceed those of infinity.
        missing[g] |= (INFINITE - (Double.doubleToRawLongBits(reading) & MAGNITUDE)) >>> 63 << i;
      }
      model.normalize(i, count, value);
    }
    for (int g = 0; g < count; g++) {
      found[g] = weights(missing[g]);
    }
    Arrays.fill(sums, 0, count, 0.0);
    for (int t = 0; t < nodes.length; t++) {
      int i = nodes[t];
      double[] value = values[i];
      for (int g = 0; g < count; g++) {
        // What is missing has weight 0, and any value but NaN will do.
        long there = (missing[g] >>> i & 1) - 1;
        value[g] = Double.longBitsToDouble(Double.doubleToRawLongBits(value[g]) & there);
        sums[g] += found[g].byTerm[t] * value[g];
      }
    }
    for (int g = 0; g < count; g++) {
      Weights weights = found[g];
      double sum = sums[g];
      if (!weights.isEnough) {
        sum = Double.NaN;
      } else if (Math.abs(sum - values[weights.heaviest][g]) <= near) {
        sum = between(weights.byTerm, g, sum);
      }
      scores[first + g] = sum;
    }
  }

  private double between(double[] weights, int g, double sum) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int t = 0; t < weights.length; t++) {
      if (weights[t] > 0) {
        least = Math.min(least, values[nodes[t]][g]);
        greatest = Math.max(greatest, values[nodes[t]][g]);
      }
    }
    return Math.min(greatest, Math.max(least, sum));
  }

  private Weights weights(long missing) {
    int place = place(missing);
    Weights found = weights[place];
    if (found == null) {
      found = share(missing);
      if (known == GapScorer.MOST) {
        forget(SMALLEST);
      } else if (2 * known >= sets.length) {
        long[] before = sets;
        @Nullable Weights[] values = weights;
        forget(2 * before.length);
        for (int i = 0; i < before.length; i++) {
          Weights kept = values[i];
          if (kept != null) {
            put(before[i], kept);
          }
        }
      }
      put(missing, found);
    }
    return found;
  }

  private int place(long set) {
    int mask = sets.length - 1;
    int place = (int) ((set * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (weights[place] != null && sets[place] != set) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void put(long set, Weights value) {
    int place = place(set);
    sets[place] = set;
    weights[place] = value;
    known++;
  }

  private void forget(int size) {
    sets = new long[size];
    weights = new @Nullable Weights[size];
    known = 0;
  }

  private Weights share(long missing) {
    if (missing == 0) {
      return weights(model.sums, true);
    }
    double[] any = new double[values.length];
    for (int i = 0; i < any.length; i++) {
      any[i] = (missing >>> i & 1) == 1 ? Double.NaN : 0;
    }
    Reweighting reweighting = model.gapRule.reweighting(model, any);
    return weights(reweighting.sums, reweighting.present[model.root()]);
  }

  private Weights weights(FlattenedSums shared, boolean isEnough) {
    double[] byTerm = shared.weights(model.needed.length - 1);
    return new Weights(byTerm, nodes[BlockEvaluator.heaviest(byTerm)], isEnough);
  }
}
