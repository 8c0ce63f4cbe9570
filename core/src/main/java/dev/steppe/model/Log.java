package dev.steppe.model;

import dev.steppe.internal.Checks;
import org.jspecify.annotations.Nullable;

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

  // The compiler leaves a record's to be made at the first call, which takes longer than a score.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Log other && Double.compare(shift, other.shift) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(shift);
  }
}
