package dev.steppe.model;

import dev.steppe.internal.Checks;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code exp(sum(w_i * ln(max(x_i, floor))))}, see {@link Aggregation#geometric(double)}. */
record Geometric(double floor) implements WeightedMean {

  Geometric {
    floor = Checks.inRange(floor, 0, 100, "floor of a geometric mean");
  }

  @Override
  public void aggregate(double[][] children, double[] weights, double[] out, int rows) {
    Arrays.fill(out, 0, rows, 0.0);
    for (int c = 0; c < children.length; c++) {
      double weight = weights[c];
      if (weight > 0) {
        double[] child = children[c];
        for (int i = 0; i < rows; i++) {
          out[i] += weight * Math.log(Math.max(child[i], floor));
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      out[i] = Math.exp(out[i]);
    }
    MinimumOrMaximum.keepBetween(children, weights, out, rows);
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("geometric").with("floor", floor);
  }

  @Override
  public String toString() {
    return floor == 0 ? "geometric()" : "geometric(" + floor + ")";
  }

  // The compiler leaves a record's to be made at the first call, which takes longer than a score.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Geometric other && Double.compare(floor, other.floor) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(floor);
  }
}
