package dev.steppe.model;

import dev.steppe.internal.Faults;
import dev.steppe.internal.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code 100 * clamp((v - lower) / (upper - lower), 0, 1)}, see {@link Normalization#goalposts}.
 */
record Goalposts(double lower, double upper) implements MonotoneScale {

  Goalposts {
    Faults faults = new Faults();
    lower = faults.finite(lower, "lower goalpost");
    upper = faults.finite(upper, "upper goalpost");
    faults.throwIfAny();
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          Text.of(
              "Goalposts need lower < upper, but were [%s, %s]%s",
              lower,
              upper,
              lower > upper
                  ? ". Maybe you meant ["
                      + upper
                      + ", "
                      + lower
                      + "] with Direction.LOWER_IS_RISKIER."
                  : ""));
    }
    if (Double.isInfinite(upper - lower) || 100 / (upper - lower) > Double.MAX_VALUE) {
      throw new IllegalArgumentException(
          Text.of(
              "Goalposts [%s, %s] are too far apart or too close to compute with", lower, upper));
    }
  }

  @Override
  public Range extent() {
    return new Range(lower, upper);
  }

  @Override
  public double normalize(double reading, Direction direction) {
    return line(direction, 0, 100).at(reading);
  }

  @Override
  public Optional<Ramp> ramp(Direction direction) {
    return Optional.of(line(direction, 0, 100));
  }

  @Override
  public Optional<Ramp> ramp(Direction direction, double lower, double upper) {
    return Optional.of(line(direction, lower, upper));
  }

  /** The ramp onto {@code [low, high]}, whose value at either goalpost is exact. */
  private Ramp line(Direction direction, double low, double high) {
    double width = upper - lower;
    double slope = (high - low) / width;
    while (low + width * slope < high) {
      // A step up makes the far end reach the top, where the clamp makes it exact.
      slope = Math.nextUp(slope);
    }
    return direction.isHigherRiskier()
        ? new Ramp(lower, slope, low, high)
        : new Ramp(upper, -slope, low, high);
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("goalposts").with("lower", lower).with("upper", upper);
  }

  @Override
  public String toString() {
    return "goalposts(" + lower + ", " + upper + ")";
  }

  // The compiler leaves a record's to be made at the first call, which takes longer than a score.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Goalposts other
        && Double.compare(lower, other.lower) == 0
        && Double.compare(upper, other.upper) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(lower) + Double.hashCode(upper);
  }
}
