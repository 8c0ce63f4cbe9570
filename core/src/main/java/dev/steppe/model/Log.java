package dev.steppe.model;

import dev.steppe.internal.Checks;

/** {@code ln(v + shift)}, see {@link Treatment#log}. */
record Log(double shift) implements Treatment {

  Log {
    shift = Checks.finite(shift, "shift of a logarithm");
  }

  @Override
  public double treat(double reading) {
    if (reading + shift <= 0) {
      throw new IllegalArgumentException(
          "The logarithm needs readings greater than " + (0.0 - shift) + ", but was " + reading);
    }
    return Math.log(reading + shift);
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("log").with("shift", shift);
  }

  @Override
  public String toString() {
    return shift == 0 ? "log()" : "log(" + shift + ")";
  }
}
