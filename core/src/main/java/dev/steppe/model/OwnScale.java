package dev.steppe.model;

import dev.steppe.internal.OwnIdentity;
import dev.steppe.internal.Text;
import org.jspecify.annotations.Nullable;

/** A scale of the user's own, see {@link Normalization#own}. */
record OwnScale(OwnIdentity identity, OwnNormalization method) implements Normalization {

  OwnScale {
    identity.check(OwnMethods.identity(method));
  }

  static OwnScale of(OwnNormalization method) {
    return new OwnScale(OwnMethods.identity(method), method);
  }

  @Override
  public double normalize(double reading, Direction direction) {
    if (Double.isNaN(reading)) {
      return reading;
    }
    double value = identity.checked(method.value(reading), 0, 100, " for " + reading) + 0.0;
    return direction.isHigherRiskier() ? value : 100 - value;
  }

  @Override
  public Range bounds(double lower, double upper, Direction direction) {
    if (lower == upper) {
      double value = normalize(lower, direction);
      return new Range(value, value);
    }
    if (!method.keepsContract()) {
      return scale(direction);
    }
    double least = Double.isInfinite(lower) ? 0 : normalize(lower, Direction.HIGHER_IS_RISKIER);
    double most = Double.isInfinite(upper) ? 100 : normalize(upper, Direction.HIGHER_IS_RISKIER);
    if (least > most) {
      throw new IllegalArgumentException(
          Text.of(
              "%s says that it keeps its contract, but falls from %s for %s to %s for %s",
              identity, least, lower, most, upper));
    }
    return direction.isHigherRiskier()
        ? new Range(least, most)
        : new Range(100 - most, 100 - least);
  }

  @Override
  public Range scale(Direction direction) {
    return new Range(0, 100);
  }

  @Override
  public boolean isDiscrete() {
    return false;
  }

  @Override
  public boolean isTraceable() {
    return method.keepsContract();
  }

  @Override
  public MethodDefinition definition() {
    return OwnMethods.definition(identity);
  }

  /** The function is what it is known by. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof OwnScale other && identity.equals(other.identity);
  }

  @Override
  public int hashCode() {
    return identity.hashCode();
  }

  @Override
  public String toString() {
    return identity.toString();
  }
}
