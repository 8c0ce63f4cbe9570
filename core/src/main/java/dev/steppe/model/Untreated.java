package dev.steppe.model;

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
}
