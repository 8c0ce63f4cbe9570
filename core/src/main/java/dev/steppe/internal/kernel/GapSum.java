package dev.steppe.internal.kernel;

import static java.util.Objects.requireNonNull;

import dev.steppe.model.Ramp;
import java.util.Arrays;

/**
 * Scores rows with missing readings where the score is a weighted sum of ramps: to the bit what
 * {@link GapScorer} gives, without its columns of rows that lack the same. Each row has the weights
 * of its set. Not thread-safe.
 *
 * <p>A loop over rows takes few arrays, so that the compiler can keep their addresses in registers.
 */
final class GapSum {

  private static final int CHUNK = GapSets.CHUNK;

  /** So many terms are added in one pass over the rows, whose sums are read and written once. */
  private static final int TOGETHER = 3;

  private final CompiledModel model;
  private final int[] nodes;
  private final double near;

  /** By indicator and row. */
  private final double[][] values;

  /** By term and row: the values, and zeros up to a multiple of the terms of a pass. */
  private final double[][] terms;

  private final GapSets sets;
  private final int[] places = new int[CHUNK];
  private final int[] found = new int[CHUNK];
  private final double[] sums = new double[CHUNK];

  /** By pass, then by number of the set: the weights of its terms. */
  private final double[][] weights;

  /** By number of the set: the term with the greatest weight; -1 where no score is. */
  private final int[] heaviest = new int[GapSets.MOST];

  /** For a model whose score is a weighted sum of ramps, and whose policy moves weights. */
  GapSum(CompiledModel model) {
    this.model = model;
    this.nodes = model.sums.nodes(model.needed.length - 1);
    this.near = BlockEvaluator.near(nodes.length);
    this.values = new double[model.indicators][CHUNK];
    this.terms = new double[(nodes.length + TOGETHER - 1) / TOGETHER * TOGETHER][];
    Arrays.setAll(terms, t -> t < nodes.length ? values[nodes[t]] : new double[CHUNK]);
    this.sets = new GapSets(model.indicators);
    this.weights = new double[terms.length / TOGETHER][TOGETHER * CHUNK];
  }

  /** As {@link GapScorer#score}. */
  int score(double[][] columns, int start, int[] rows, int count, double[] scores, int at) {
    int unscored = 0;
    for (int first = 0; first < count; first += CHUNK) {
      int together = Math.min(CHUNK, count - first);
      for (int g = 0; g < together; g++) {
        places[g] = start + rows[first + g];
      }
      unscored += score(columns, together, scores, at - start);
    }
    return unscored;
  }

  /** Column by column, without a branch that depends on what is missing. */
  private int score(double[][] columns, int count, double[] scores, int shift) {
    int first = sets.begin(count);
    for (int i = 0; i < values.length; i++) {
      GapSets.gather(columns[i], places, count, values[i]);
      sets.mark(i, values[i], count);
    }
    int known = sets.find(count, found);
    for (int set = first; set < known; set++) {
      share(set);
    }
    for (int node : nodes) {
      normalize(requireNonNull(model.ramps[node]), count, values[node]);
    }
    // What is missing has weight 0, and any value but NaN will do.
    sets.fill(values, count);
    Arrays.fill(sums, 0, count, 0.0);
    for (int t = 0; t < terms.length; t += TOGETHER) {
      double[] weight = weights[t / TOGETHER];
      add(weight, found, terms[t], terms[t + 1], terms[t + 2], count, sums);
    }
    int unscored = 0;
    for (int g = 0; g < count; g++) {
      int most = heaviest[found[g]];
      double sum = sums[g];
      if (most < 0) {
        sum = Double.NaN;
        unscored++;
      } else if (!(Math.abs(sum - terms[most][g]) > near)) {
        sum = between(found[g], g);
      }
      scores[places[g] + shift] = sum;
    }
    return unscored;
  }

  /**
   * Readings to values, NaN where one is missing. If the ramp starts at 0 it is computed as in
   * {@link BlockEvaluator}, and minus infinity is NaN, too.
   */
  private static void normalize(Ramp ramp, int count, double[] values) {
    double origin = ramp.origin();
    double slope = ramp.slope();
    double low = ramp.low();
    double high = ramp.high();
    double end = 2 * high;
    if (low == 0 && end < Double.POSITIVE_INFINITY) {
      for (int g = 0; g < count; g++) {
        double x = (values[g] - origin) * slope;
        values[g] = 0.5 * Math.min(end, x + Math.abs(x));
      }
    } else {
      for (int g = 0; g < count; g++) {
        values[g] = Ramp.at(values[g], origin, slope, low, high);
      }
    }
  }

  private static void add(
      double[] weights, int[] sets, double[] a, double[] b, double[] c, int count, double[] sums) {
    for (int g = 0; g < count; g++) {
      int w = TOGETHER * sets[g];
      double sum = sums[g] + weights[w] * a[g];
      sum += weights[w + 1] * b[g];
      sums[g] = sum + weights[w + 2] * c[g];
    }
  }

  /**
   * The sum of a row between its least and greatest term; a value that is NaN is at the low end.
   */
  private double between(int set, int g) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int t = 0; t < nodes.length; t++) {
      double value = Double.isNaN(terms[t][g]) ? 0 : terms[t][g];
      double weight = weights[t / TOGETHER][TOGETHER * set + t % TOGETHER];
      sum += weight * value;
      if (weight > 0) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    return Math.min(greatest, Math.max(least, sum));
  }

  /** Works out the weights of a set. */
  private void share(int set) {
    FlattenedSums shared = model.sums;
    boolean isEnough = true;
    double[] any = sets.values(set, model.indicators);
    if (any != null) {
      Reweighting reweighting = model.gapRule.reweighting(model, any);
      shared = reweighting.sums;
      isEnough = reweighting.present[model.root()];
    }
    double[] byTerm = shared.weights(model.needed.length - 1);
    for (int t = 0; t < byTerm.length; t++) {
      int pass = t / TOGETHER;
      int place = TOGETHER * set + t % TOGETHER;
      if (place >= weights[pass].length) {
        weights[pass] = Arrays.copyOf(weights[pass], 2 * weights[pass].length);
      }
      weights[pass][place] = byTerm[t];
    }
    heaviest[set] = isEnough ? BlockEvaluator.heaviest(byTerm) : -1;
  }
}
