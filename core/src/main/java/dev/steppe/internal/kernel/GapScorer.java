package dev.steppe.internal.kernel;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Scores rows with missing readings. Who gets the weight of what is missing depends on which
 * readings are, not on the others, and is worked out once for all rows that lack the same. Not
 * thread-safe.
 */
final class GapScorer {

  /** So many sets of missing readings are remembered; beyond, all are forgotten. */
  private static final int MOST = 4096;

  private final CompiledModel model;
  private final boolean reweights;
  private final double[] readings;
  private final double[][] values;
  private final BitSet missing = new BitSet();
  private final Map<BitSet, Reweighting> weighings = new HashMap<>();

  GapScorer(CompiledModel model) {
    this.model = model;
    this.reweights = model.model().missing().reweights();
    this.readings = new double[model.indicators];
    this.values = new double[model.nodes().size()][1];
  }

  /** The score of a row; NaN if there is too little data. */
  double score(double[][] columns, int row) {
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
