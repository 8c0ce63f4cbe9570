package dev.steppe.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code sum(w_i * x_i)} in the order of the children, see {@link Aggregation#arithmetic}. */
record Arithmetic() implements WeightedMean {

  static final Arithmetic INSTANCE = new Arithmetic();

  @Override
  public void aggregate(double[][] children, double[] weights, double[] out, int rows) {
    Arrays.fill(out, 0, rows, 0.0);
    for (int c = 0; c < children.length; c++) {
      double[] child = children[c];
      double weight = weights[c];
      for (int i = 0; i < rows; i++) {
        out[i] += weight * child[i];
      }
    }
    MinimumOrMaximum.keepBetween(children, weights, out, rows);
  }

  @Override
  public boolean isAdditive() {
    return true;
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("arithmetic");
  }

  @Override
  public String toString() {
    return "arithmetic()";
  }

  // The compiler leaves a record's to be made at the first call, which takes longer than a score.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Arithmetic;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
