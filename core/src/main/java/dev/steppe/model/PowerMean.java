package dev.steppe.model;

import java.util.Arrays;

/** {@code sum(w_i * x_i^p)^(1/p)}, see {@link Aggregation#power}. */
record PowerMean(double exponent) implements Mean {

  /** Nearer to 0 the powers are all but 1, and their mean keeps no digits. */
  private static final double LEAST = 1e-8;

  PowerMean {
    boolean nearZero = Math.abs(exponent) < LEAST;
    if (!Double.isFinite(exponent) || nearZero) {
      throw new IllegalArgumentException(
          "Exponent of a power mean must be finite and at least "
              + LEAST
              + " in size, but was "
              + exponent
              + (nearZero ? ". Maybe you meant Aggregation.geometric()." : ""));
    }
  }

  /** Children are divided by the one that dominates, so that no power overflows. */
  @Override
  public void aggregate(double[][] children, double[] weights, double[] out, int rows) {
    double[] scale = new double[rows];
    if (exponent > 0) {
      Extreme.greatest(children, weights, scale, rows);
    } else {
      Extreme.least(children, weights, scale, rows);
    }
    Arrays.fill(out, 0, rows, 0.0);
    for (int c = 0; c < children.length; c++) {
      double weight = weights[c];
      if (weight > 0) {
        double[] child = children[c];
        for (int i = 0; i < rows; i++) {
          out[i] += weight * Math.pow(child[i] / scale[i], exponent);
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      out[i] = scale[i] == 0 ? 0 : scale[i] * Math.pow(out[i], 1 / exponent);
    }
    Extreme.keepBetween(children, weights, out, rows);
  }

  @Override
  public String toString() {
    return "power(" + exponent + ")";
  }
}
