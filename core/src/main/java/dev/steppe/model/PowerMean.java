package dev.steppe.model;

import java.util.Arrays;

/**
 * {@code sum(w_i * x_i^p)^(1/p)}, see {@link Aggregation#power}.
 *
 * <p>Children are divided by 100, so that each step rises or falls with each child, rounding
 * included, and a mean never falls while a child rises. Only where their powers would leave the
 * doubles are they divided by the child that dominates.
 */
record PowerMean(double exponent) implements WeightedMean {

  /** Nearer to 0 it is the geometric mean to seven digits. */
  private static final double LEAST = 1e-8;

  /** Below this in size, powers are all but 1: what they differ from 1 by is added up instead. */
  private static final double NEAR_ZERO = 0.1;

  /** Logarithms of powers beyond this are not taken, far from the greatest and least double. */
  private static final double FARTHEST = 600;

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

  @Override
  public void aggregate(double[][] children, double[] weights, double[] out, int rows) {
    if (Math.abs(exponent) < NEAR_ZERO) {
      nearZero(children, weights, out, rows);
    } else {
      powers(children, weights, out, rows);
    }
    MinimumOrMaximum.keepBetween(children, weights, out, rows);
  }

  /**
   * {@code 100 * (1 + sum(w_i * ((x_i / 100)^p - 1)))^(1/p)}: the terms have one sign, so nothing
   * cancels, and weights need not sum to 1 in the last digit, which 1/p would make the first.
   */
  private void nearZero(double[][] children, double[] weights, double[] out, int rows) {
    Arrays.fill(out, 0, rows, 0.0);
    for (int c = 0; c < children.length; c++) {
      double weight = weights[c];
      if (weight > 0) {
        double[] child = children[c];
        for (int i = 0; i < rows; i++) {
          out[i] += weight * Math.expm1(exponent * Math.log(child[i] / 100));
        }
      }
    }
    for (int i = 0; i < rows; i++) {
      out[i] = 100 * Math.exp(Math.log1p(Math.max(-1, out[i])) / exponent);
    }
  }

  private void powers(double[][] children, double[] weights, double[] out, int rows) {
    double[] scale = new double[rows];
    if (exponent > 0) {
      MinimumOrMaximum.greatest(children, weights, scale, rows);
    } else {
      MinimumOrMaximum.least(children, weights, scale, rows);
    }
    double least = 100 * Math.exp(-FARTHEST / Math.abs(exponent));
    for (int i = 0; i < rows; i++) {
      scale[i] = scale[i] >= least ? 100 : scale[i];
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
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("power").with("exponent", exponent);
  }

  @Override
  public String toString() {
    return "power(" + exponent + ")";
  }
}
