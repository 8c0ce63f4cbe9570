package dev.steppe.internal.kernel;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores rows with missing readings. Who gets the weight of what is missing depends on which
 * readings are, not on the others, and is worked out once for all rows that lack the same. Not
 * thread-safe.
 */
final class GapScorer {

  /** So many sets of missing readings are remembered; beyond, all are forgotten. */
  static final int MOST = 4096;

  private final CompiledModel model;
  private final boolean reweights;
  private final double[] readings;
  private final double[][] values;
  private final BitSet missing = new BitSet();
  private final Map<BitSet, Reweighting> weighings = new HashMap<>();

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
    this.readings = new double[model.indicators];
    this.values = new double[model.nodes().size()][1];
  }

  /** The scores of rows; NaN where there is too little data. */
  void score(double[][] columns, int start, int[] rows, int count, double[] scores) {
    if (sum != null) {
      sum.score(columns, start, rows, count, scores);
      return;
    }
    for (int g = 0; g < count; g++) {
      scores[g] = score(columns, start + rows[g]);
    }
  }

  private double score(double[][] columns, int row) {
    missing.clear();
    for (int i = 0; i < readings.length; i++) {
      readings[i] = columns[i][row];
      values[i][0] = readings[i];
      model.normalize(i, 1, values[i]);
      if (Double.isNaN(values[i][0])) {
        missing.set(i);
      }
    }
    if (!reweights || missing.isEmpty()) {
      return RowEvaluator.evaluate(model, readings, readings, readings).score();
    }
    Reweighting reweighting = weighing();
    return reweighting.present[model.root()] ? aggregate(reweighting) : Double.NaN;
  }

  private Reweighting weighing() {
    Reweighting known = weighings.get(missing);
    if (known == null) {
      double[] column = new double[readings.length];
      for (int i = 0; i < column.length; i++) {
        column[i] = values[i][0];
      }
      known = model.gapRule.reweighting(model, column);
      if (weighings.size() == MOST) {
        weighings.clear();
      }
      weighings.put((BitSet) missing.clone(), known);
    }
    return known;
  }

  /** What is missing has weight 0, and any value but NaN will do. */
  private double aggregate(Reweighting reweighting) {
    for (int i = missing.nextSetBit(0); i >= 0; i = missing.nextSetBit(i + 1)) {
      values[i][0] = 0;
    }
    for (int f = 0; f < model.needed.length; f++) {
      int node = model.indicators + f;
      if (!reweighting.present[node]) {
        values[node][0] = 0;
      } else if (model.needed[f]) {
        reweighting.sums.aggregate(model, f, values, 1);
      }
    }
    return values[model.root()][0];
  }
}
