package dev.steppe.internal.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows with missing readings where the score is a weighted sum of at most 64 ramps: to the
 * bit what {@link GapScorer} gives, without its columns of one row. The set of what is missing is a
 * number of 64 bits, by which the weights of those that are there are remembered. Not thread-safe.
 */
final class GapSum {

  private static final long MAGNITUDE = Long.MAX_VALUE;
  private static final long INFINITE = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

  /** So many rows at once, whose values stay in the cache. */
  private static final int CHUNK = 256;

  /** So many terms are added in one pass over the rows, whose sums are read and written once. */
  private static final int TOGETHER = 4;

  private final CompiledModel model;
  private final int[] nodes;
  private final double near;

  /** By indicator and row. */
  private final double[][] values;

  /** By term and row: the values, and zeros up to a multiple of the terms of a pass. */
  private final double[][] terms;

  private final long[] missing = new long[CHUNK];
  private final int[] found = new int[CHUNK];
  private final double[] sums = new double[CHUNK];

  /** By place: a set of what is missing. */
  private final long[] sets = new long[2 * GapScorer.MOST];

  /** By place: 1 beyond where the weights of its set begin; 0 where the place is free. */
  private final int[] ends = new int[sets.length];

  /** By number of the set: its weights by term, and zeros where {@link #terms} has them. */
  private double[] weights;

  /** By number of the set: the indicator with the greatest weight; -1 where no score is. */
  private final int[] heaviest = new int[GapScorer.MOST];

  private int known;

  private GapSum(CompiledModel model) {
    this.model = model;
    this.nodes = model.sums.nodes(model.needed.length - 1);
    this.near = BlockEvaluator.near(nodes.length);
    this.values = new double[model.indicators][CHUNK];
    this.terms = new double[(nodes.length + TOGETHER - 1) / TOGETHER * TOGETHER][];
    Arrays.setAll(terms, t -> t < nodes.length ? values[nodes[t]] : new double[CHUNK]);
    this.weights = new double[CHUNK * terms.length];
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
    if (known + count > GapScorer.MOST) {
      Arrays.fill(ends, 0);
      known = 0;
    }
    Arrays.fill(missing, 0, count, 0L);
    for (int i = 0; i < values.length; i++) {
      gather(columns[i], start, rows, first, count, i);
      model.normalize(i, count, values[i]);
    }
    for (int g = 0; g < count; g++) {
      found[g] = begin(missing[g]);
    }
    Arrays.fill(sums, 0, count, 0.0);
    for (int t = 0; t < terms.length; t += TOGETHER) {
      add(t, terms[t], terms[t + 1], terms[t + 2], terms[t + 3], count);
    }
    for (int g = 0; g < count; g++) {
      int most = heaviest[found[g] / terms.length];
      double sum = sums[g];
      if (most < 0) {
        sum = Double.NaN;
      } else if (Math.abs(sum - values[most][g]) <= near) {
        sum = between(found[g], g, sum);
      }
      scores[first + g] = sum;
    }
  }

  /** The readings of an indicator, 0 where one is missing: it has weight 0. */
  private void gather(double[] column, int start, int[] rows, int first, int count, int indicator) {
    double[] value = values[indicator];
    for (int g = 0; g < count; g++) {
      long bits = Double.doubleToRawLongBits(column[start + rows[first + g]]);
      // The sign of a difference: set for NaN alone, of which the bits exceed those of infinity.
      long gap = (INFINITE - (bits & MAGNITUDE)) >> 63;
      value[g] = Double.longBitsToDouble(bits & ~gap);
      missing[g] |= (gap & 1) << indicator;
    }
  }

  private void add(int t, double[] a, double[] b, double[] c, double[] d, int count) {
    for (int g = 0; g < count; g++) {
      int w = found[g] + t;
      double sum = sums[g] + weights[w] * a[g];
      sum += weights[w + 1] * b[g];
      sum += weights[w + 2] * c[g];
      sums[g] = sum + weights[w + 3] * d[g];
    }
  }

  private double between(int begin, int g, double sum) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int t = 0; t < nodes.length; t++) {
      if (weights[begin + t] > 0) {
        least = Math.min(least, terms[t][g]);
        greatest = Math.max(greatest, terms[t][g]);
      }
    }
    return Math.min(greatest, Math.max(least, sum));
  }

  /** Where the weights under a set of missing readings begin. */
  private int begin(long set) {
    int place = (int) ((set * 0x9E3779B97F4A7C15L) >>> 40) & (sets.length - 1);
    while (ends[place] > 0 && sets[place] != set) {
      place = (place + 1) & (sets.length - 1);
    }
    if (ends[place] == 0) {
      sets[place] = set;
      ends[place] = share(set) + 1;
    }
    return ends[place] - 1;
  }

  private int share(long set) {
    FlattenedSums shared = model.sums;
    boolean isEnough = true;
    if (set != 0) {
      double[] any = new double[values.length];
      for (int i = 0; i < any.length; i++) {
        any[i] = (set >>> i & 1) == 1 ? Double.NaN : 0;
      }
      Reweighting reweighting = model.gapRule.reweighting(model, any);
      shared = reweighting.sums;
      isEnough = reweighting.present[model.root()];
    }
    double[] byTerm = shared.weights(model.needed.length - 1);
    int begin = known * terms.length;
    if (begin == weights.length) {
      weights = Arrays.copyOf(weights, 2 * begin);
    }
    System.arraycopy(byTerm, 0, weights, begin, byTerm.length);
    heaviest[known++] = isEnough ? nodes[BlockEvaluator.heaviest(byTerm)] : -1;
    return begin;
  }
}
