package dev.steppe.internal.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows with missing readings. Who gets the weight of what is missing depends on which
 * readings are, not on the others: it is worked out once for all rows that lack the same, and these
 * are scored together. Not thread-safe.
 */
final class GapScorer {

  private static final int CHUNK = GapSets.CHUNK;

  private static final int NONE = -1;

  private final CompiledModel model;
  private final boolean reweights;

  /** By indicator and row. */
  private final double[][] values;

  /** By node: the columns of rows that lack the same. */
  private final double[][] alike;

  private final int[] places = new int[CHUNK];

  /** By row: the number of the set of what it lacks. */
  private final int[] set = new int[CHUNK];

  /** By row: the next that lacks the same. */
  private final int[] next = new int[CHUNK];

  private final int[] chosen = new int[CHUNK];

  /** By row: its score. */
  private final double[] found = new double[CHUNK];

  private final GapSets sets;

  /** By number of the set: the first of the rows at hand that lacks it. */
  private final int[] firsts;

  /** By number of the set: who gets the weight; null where nothing is missing. */
  private final @Nullable Reweighting[] weighings;

  /** The quicker way, where there is one. */
  private final @Nullable GapSum sum;

  /**
   * Prepares.
   *
   * @param sumOfRamps whether the score is a weighted sum of ramps
   */
  GapScorer(CompiledModel model, boolean sumOfRamps) {
    this.model = model;
    this.reweights = model.model().missing().reweights();
    this.sum = reweights && sumOfRamps ? new GapSum(model) : null;
    boolean together = reweights && !sumOfRamps;
    this.values = new double[model.indicators][together ? CHUNK : 0];
    this.alike = new double[model.nodes().size()][together ? CHUNK : 0];
    this.sets = new GapSets(together ? model.indicators : 0);
    this.firsts = new int[together ? GapSets.MOST : 0];
    this.weighings = new @Nullable Reweighting[firsts.length];
    Arrays.fill(firsts, NONE);
  }

  /**
   * Puts the scores of some rows in their places; NaN where there is too little data.
   *
   * @param start where the columns' first row is
   * @param at where its score goes
   * @return how many have no score
   */
  int score(double[][] columns, int start, int[] rows, int count, double[] scores, int at) {
    if (sum != null) {
      return sum.score(columns, start, rows, count, scores, at);
    }
    int unscored = 0;
    for (int first = 0; first < count; first += CHUNK) {
      int together = Math.min(CHUNK, count - first);
      for (int g = 0; g < together; g++) {
        places[g] = start + rows[first + g];
      }
      if (reweights) {
        score(columns, together);
      }
      for (int g = 0; g < together; g++) {
        double score = reweights ? found[g] : alone(columns, places[g]);
        scores[places[g] + at - start] = score;
        unscored += Double.isNaN(score) ? 1 : 0;
      }
    }
    return unscored;
  }

  private double alone(double[][] columns, int row) {
    double[] readings = new double[model.indicators];
    for (int i = 0; i < readings.length; i++) {
      readings[i] = columns[i][row];
    }
    return RowEvaluator.evaluate(model, readings, readings, readings).score();
  }

  private void score(double[][] columns, int count) {
    int free = sets.begin(count);
    for (int i = 0; i < values.length; i++) {
      GapSets.gather(columns[i], places, count, values[i]);
      model.normalize(i, count, values[i]);
      sets.mark(i, values[i], count);
    }
    int known = sets.find(count, set);
    for (int number = free; number < known; number++) {
      double[] any = sets.values(number, values.length);
      weighings[number] = any == null ? null : model.gapRule.reweighting(model, any);
    }
    for (int g = count - 1; g >= 0; g--) {
      next[g] = firsts[set[g]];
      firsts[set[g]] = g;
    }
    for (int g = 0; g < count; g++) {
      int together = 0;
      for (int row = firsts[set[g]]; row != NONE; row = next[row]) {
        chosen[together++] = row;
      }
      firsts[set[g]] = NONE;
      Reweighting weighing = weighings[set[g]];
      if (weighing != null && together > 0) {
        score(weighing, together);
      } else {
        for (int k = 0; k < together; k++) {
          found[chosen[k]] = alone(columns, places[chosen[k]]);
        }
      }
    }
  }

  /** The scores of the chosen rows. What is missing has weight 0, and any value but NaN will do. */
  private void score(Reweighting weighing, int together) {
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k < together; k++) {
        double value = values[i][chosen[k]];
        alike[i][k] = weighing.present[i] ? value : 0;
      }
    }
    for (int f = 0; f < model.needed.length; f++) {
      int node = model.indicators + f;
      if (!weighing.present[node]) {
        Arrays.fill(alike[node], 0, together, 0.0);
      } else if (model.needed[f]) {
        weighing.sums.aggregate(model, f, alike, together);
      }
    }
    for (int k = 0; k < together; k++) {
      double score = alike[model.root()][k];
      found[chosen[k]] = weighing.present[model.root()] ? score : Double.NaN;
    }
  }
}
