package dev.steppe.model;

import dev.steppe.internal.OwnIdentity;
import org.jspecify.annotations.Nullable;

/** An aggregation of the user's own, see {@link Aggregation#own}. */
record OwnMean(OwnIdentity identity, OwnAggregation method) implements WeightedMean {

  /** So far beyond its children a value may be by rounding. */
  private static final double ROUNDING = 1e-9;

  OwnMean {
    identity.check(OwnMethods.identity(method));
  }

  static OwnMean of(OwnAggregation method) {
    return new OwnMean(OwnMethods.identity(method), method);
  }

  @Override
  public void aggregate(double[][] children, double[] weights, double[] out, int rows) {
    int count = 0;
    int[] positions = new int[weights.length];
    for (int c = 0; c < weights.length; c++) {
      if (weights[c] > 0) {
        positions[count++] = c;
      }
    }
    double[] shares = new double[count];
    for (int k = 0; k < count; k++) {
      shares[k] = weights[positions[k]];
    }
    for (int i = 0; i < rows; i++) {
      double[] values = new double[count];
      boolean missing = false;
      for (int k = 0; k < count; k++) {
        values[k] = children[positions[k]][i];
        missing |= Double.isNaN(values[k]);
      }
      out[i] = missing ? Double.NaN : value(values, shares);
    }
  }

  private double value(double[] values, double[] shares) {
    double least = 100;
    double greatest = 0;
    for (double value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    // Copies, so that it may sort them.
    double value = method.value(values.clone(), shares.clone());
    if (!method.keepsContract()) {
      return identity.checked(value, 0, 100, "") + 0.0;
    }
    identity.checked(value, least - ROUNDING, greatest + ROUNDING, "");
    return Math.max(least, Math.min(greatest, value));
  }

  @Override
  public boolean isMonotone() {
    return method.keepsContract();
  }

  @Override
  public MethodDefinition definition() {
    return OwnMethods.definition(identity);
  }

  /** The function is what it is known by. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof OwnMean other && identity.equals(other.identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  @Override
  public String toString() {
    return identity.toString();
  }
}
