package dev.steppe.model;

import dev.steppe.internal.Checks;
import java.util.Arrays;

/** {@code 1 / sum(w_i / max(x_i, floor))}, see {@link Aggregation#harmonic(double)}. */
record Harmonic(double floor) implements WeightedMean {

  Harmonic {
    floor = Checks.inRange(floor, 0, 100, "floor of a harmonic mean");
  }

  @Override
  public void aggregate(double[][] children, double[] weights, double[] out, int rows) {
    Arrays.fill(out, 0, rows, 0.0);
    for (int c = 0; c < children.length; c++) {
      double weight = weights[c];
      if (weight > 0) {
        double[] child = children[c];
        for (int i = 0; i < rows; i++) {
          out[i] += weight / Math.max(child[i], floor);
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      out[i] = 1 / out[i];
    }
    MinimumOrMaximum.keepBetween(children, weights, out, rows);
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("harmonic").with("floor", floor);
  }

  @Override
  public String toString() {
    return floor == 0 ? "harmonic()" : "harmonic(" + floor + ")";
  }
}
