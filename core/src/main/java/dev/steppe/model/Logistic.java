package dev.steppe.model;

import dev.steppe.internal.Checks;

/** {@code 100 / (1 + exp(-steepness * (v - midpoint)))}, see {@link Normalization#logistic}. */
record Logistic(double midpoint, double steepness) implements MonotoneScale {

  Logistic {
    midpoint = Checks.finite(midpoint, "midpoint of a logistic normalisation");
    if (!(steepness > 0 && steepness < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Steepness of a logistic normalisation must be finite and > 0, but was "
              + steepness
              + ". Use Direction.LOWER_IS_RISKIER for a falling curve.");
    }
  }

  @Override
  public double normalize(double reading, Direction direction) {
    double sign = direction.isHigherRiskier() ? 1 : -1;
    return 100 / (1 + Math.exp(-sign * steepness * (reading - midpoint)));
  }

  @Override
  public String toString() {
    return "logistic(" + midpoint + ", " + steepness + ")";
  }
}
