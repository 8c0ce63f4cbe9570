package dev.steppe.model;

import dev.steppe.internal.Faults;

/** {@code 100 / (1 + exp(-steepness * (v - midpoint)))}, see {@link Normalization#logistic}. */
record Logistic(double midpoint, double steepness) implements MonotoneScale {

  Logistic {
    Faults faults = new Faults();
    midpoint = faults.finite(midpoint, "midpoint of a logistic normalisation");
    if (!(steepness > 0 && steepness < Double.POSITIVE_INFINITY)) {
      faults.add(
          "Steepness of a logistic normalisation must be finite and > 0, but was "
              + steepness
              + ". Use Direction.LOWER_IS_RISKIER for a falling curve.");
    }
    faults.throwIfAny();
  }

  @Override
  public double normalize(double reading, Direction direction) {
    double sign = direction.isHigherRiskier() ? 1 : -1;
    return 100 / (1 + Math.exp(-sign * steepness * (reading - midpoint)));
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("logistic").with("midpoint", midpoint).with("steepness", steepness);
  }

  @Override
  public String toString() {
    return "logistic(" + midpoint + ", " + steepness + ")";
  }
}
