package dev.steppe.internal.kernel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows with missing readings. Who gets the weight of what is missing depends on which
 * readings are, not on the others: it is worked out once for all rows that lack the same, and these
 * are scored together. Not thread-safe.
 */
final class GapScorer {

  /** So many sets of missing readings are remembered; beyond, all are forgotten. */
  static final int MOST = 4096;

  /** So many rows at once, whose values stay in the cache. */
  private static final int CHUNK = 256;

  private static final int DONE = -1;

  private final CompiledModel model;
  private final boolean reweights;

  /** By indicator and row. */
  private final double[][] values;

  /** By node: the columns of rows that lack the same. */
  private final double[][] alike;

  /** By row: the number of the set of what it lacks. */
  private final int[] set = new int[CHUNK];

  private final int[] chosen = new int[CHUNK];
  private final BitSet missing = new BitSet();
  private final Map<BitSet, Integer> numbers = new HashMap<>();
  private final Reweighting[] weighings = new Reweighting[MOST];

  /** The quicker way, where there is one. */
  private final @Nullable GapSum sum;

  /**
   * Prepares.
   *
   * @param sumOfRamps whether the score is a weighted sum of ramps
   */
  GapScorer(CompiledModel model, boolean sumOfRamps) {
    this.model = model;
    this.sum = sumOfRamps ? GapSum.of(model) : null;
    this.reweights = model.model().missing().reweights();
    int length = sum != null ? 0 : reweights ? CHUNK : 1;
    this.values = new double[model.indicators][length];
    this.alike = new double[model.nodes().size()][length];
  }

  /** The scores of rows; NaN where there is too little data. */
  void score(double[][] columns, int start, int[] rows, int count, double[] scores) {
    if (sum != null) {
      sum.score(columns, start, rows, count, scores);
    } else if (reweights) {
      for (int first = 0; first < count; first += CHUNK) {
        score(columns, start, rows, first, Math.min(CHUNK, count - first), scores);
      }
    } else {
      for (int g = 0; g < count; g++) {
        scores[g] = alone(columns, start + rows[g]);
      }
    }
  }

  private double alone(double[][] columns, int row) {
    double[] readings = new double[model.indicators];
    for (int i = 0; i < readings.length; i++) {
      readings[i] = columns[i][row];
    }
    return RowEvaluator.evaluate(model, readings, readings, readings).score();
  }

  private void score(
      double[][] columns, int start, int[] rows, int first, int count, double[] scores) {
    for (int i = 0; i < values.length; i++) {
      for (int g = 0; g < count; g++) {
        values[i][g] = columns[i][start + rows[first + g]];
      }
      model.normalize(i, count, values[i]);
    }
    if (numbers.size() + count > MOST) {
      numbers.clear();
    }
    for (int g = 0; g < count; g++) {
      findMissing(g);
      if (missing.isEmpty()) {
        set[g] = DONE;
        scores[first + g] = alone(columns, start + rows[first + g]);
      } else {
        set[g] = number(g);
      }
    }
    // Each round scores all rows that lack what the first of those left lacks.
    for (int left = 0; left < count; left++) {
      int lacking = set[left];
      if (lacking != DONE) {
        int together = 0;
        for (int g = left; g < count; g++) {
          if (set[g] == lacking) {
            chosen[together++] = g;
            set[g] = DONE;
          }
        }
        score(weighings[lacking], together, first, scores);
      }
    }
  }

  private void findMissing(int g) {
    missing.clear();
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i][g])) {
        missing.set(i);
      }
    }
  }

  /** The number of the set that was found, of a row. */
  private int number(int g) {
    Integer known = numbers.get(missing);
    if (known != null) {
      return known;
    }
    double[] row = new double[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = values[i][g];
    }
    int number = numbers.size();
    weighings[number] = model.gapRule.reweighting(model, row);
    numbers.put((BitSet) missing.clone(), number);
    return number;
  }

  /** The scores of the chosen rows. What is missing has weight 0, and any value but NaN will do. */
  private void score(Reweighting weighing, int together, int first, double[] scores) {
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
      scores[first + chosen[k]] = weighing.present[model.root()] ? score : Double.NaN;
    }
  }
}
