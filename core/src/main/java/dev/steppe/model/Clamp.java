package dev.steppe.model;

/** {@code min(upper, max(lower, v))}, see {@link Treatment#clamp}; one side may be open. */
record Clamp(double lower, double upper) implements Treatment {

  Clamp {
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "Bounds of a clamp need lower < upper, but were [" + lower + ", " + upper + "]");
    }
  }

  @Override
  public double treat(double reading) {
    return Math.min(upper, Math.max(lower, reading));
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("clamp").with("lower", lower).with("upper", upper);
  }

  @Override
  public String toString() {
    return "clamp(" + lower + ", " + upper + ")";
  }
}
