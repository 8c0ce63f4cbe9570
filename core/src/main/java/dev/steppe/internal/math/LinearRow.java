package dev.steppe.internal.math;

import java.util.Arrays;

/**
 * The demand that {@code coefficients . x >= bound}, scaled so that no number in it is above 1 in
 * size: solvers compare with fixed tolerances.
 */
public final class LinearRow {

  private final double[] coefficients;
  private final double bound;

  public LinearRow(double[] coefficients, double bound) {
    double largest = Math.abs(bound);
    for (double coefficient : coefficients) {
      largest = Math.max(largest, Math.abs(coefficient));
    }
    double scale = largest > 0 ? largest : 1;
    this.coefficients = new double[coefficients.length];
    for (int k = 0; k < coefficients.length; k++) {
      this.coefficients[k] = coefficients[k] / scale;
    }
    this.bound = bound / scale;
  }

  /** One for each variable; must not be changed. */
  double[] coefficients() {
    return coefficients;
  }

  double bound() {
    return bound;
  }

  /** By how much a point exceeds the demand that has all the weight in one variable. */
  public double[] atUnits() {
    double[] excess = coefficients.clone();
    for (int k = 0; k < excess.length; k++) {
      excess[k] -= bound;
    }
    return excess;
  }

  /** By how much a point falls short of the demand; 0 or less if it meets it. */
  double shortfall(double[] point) {
    return bound - Vectors.dot(coefficients, point);
  }

  /** The same demand with more variables, all of them without a part in it but one. */
  public LinearRow extended(int variables, int position, double coefficient) {
    double[] more = Arrays.copyOf(coefficients, variables);
    more[position] = coefficient;
    return new LinearRow(more, bound);
  }

  /** The same demand with more variables, which have no part in it. */
  public LinearRow extended(int variables) {
    return new LinearRow(Arrays.copyOf(coefficients, variables), bound);
  }
}
