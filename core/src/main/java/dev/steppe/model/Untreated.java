package dev.steppe.model;

import org.jspecify.annotations.Nullable;

/** The reading as it is, see {@link Treatment#none}. */
record Untreated() implements Treatment {

  static final Untreated INSTANCE = new Untreated();

  @Override
  public double treat(double reading) {
    return reading;
  }

  @Override
  public boolean isIdentity() {
    return true;
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("none");
  }

  @Override
  public String toString() {
    return "none()";
  }

  // The compiler leaves a record's to be made at the first call, which takes longer than a score.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Untreated;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
