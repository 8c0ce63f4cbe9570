package dev.steppe.internal.kernel;

import java.util.Arrays;

/**
 * Everything that was computed for one profile, by node number. NaN marks a missing reading, and a
 * factor without a value. The arrays are not copied: nobody changes them.
 */
public final class Evaluation {

  private final CompiledModel model;
  private final double[] readings;
  private final double[] treated;
  private final double[] values;
  private final double[] shares;
  private final double[] coverage;
  private final double lower;
  private final double upper;

  Evaluation(
      CompiledModel model,
      double[] readings,
      double[] treated,
      double[] values,
      double[] shares,
      double[] coverage,
      double lower,
      double upper) {
    this.model = model;
    this.readings = readings;
    this.treated = treated;
    this.values = values;
    this.shares = shares;
    this.coverage = coverage;
    // A formula may round a score beyond its bounds by a hair, yet a range holds its score.
    double score = values[values.length - 1];
    this.lower = Math.min(lower, score);
    this.upper = Math.max(upper, score);
  }

  /** The model, without what does not apply. */
  public CompiledModel model() {
    return model;
  }

  /** Whether the root has a value. */
  public boolean isScored() {
    return !Double.isNaN(score());
  }

  /** The root's value; NaN if there is too little data. */
  public double score() {
    return values[values.length - 1];
  }

  /** The least score that the bounds of the readings allow. */
  public double lower() {
    return lower;
  }

  /** The greatest score that the bounds of the readings allow. */
  public double upper() {
    return upper;
  }

  /** An indicator's central reading. */
  public double reading(int indicator) {
    return readings[indicator];
  }

  /** An indicator's treated reading. */
  public double treated(int indicator) {
    return treated[indicator];
  }

  /** An indicator's normalised value, or a factor's value. */
  public double value(int node) {
    return values[node];
  }

  /** The weight share of a node within its factor that was used: 0 for what is missing. */
  public double share(int node) {
    return shares[node];
  }

  /** The share of the weight below a node that enters its value, from 0 to 1. */
  public double coverage(int node) {
    return coverage[node];
  }

  /** The normalised values of those indicators that enter the score; NaN for the others. */
  double[] entering() {
    double[] entering = Arrays.copyOf(values, model.indicators);
    drop(model.root(), false, entering);
    return entering;
  }

  private void drop(int node, boolean below, double[] entering) {
    boolean dropped = below || Double.isNaN(values[node]);
    if (node < model.indicators) {
      entering[node] = dropped ? Double.NaN : entering[node];
      return;
    }
    for (int child : model.children[node - model.indicators]) {
      drop(child, dropped, entering);
    }
  }
}
