package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;

/** {@code low + (high - low) * x / 100}, see {@link Normalization#onto}. */
record MovedScale(Normalization method, double lower, double upper) implements Normalization {

  /** So many may be moved scales of moved scales: each asks the one inside it. */
  static final int MOST_LEVELS = 10;

  MovedScale {
    requireNonNull(method, "method");
    int levels = 1;
    for (Normalization inner = method; inner instanceof MovedScale moved; inner = moved.method) {
      levels++;
    }
    if (levels > MOST_LEVELS) {
      throw tooDeep();
    }
    if (!(lower >= 0 && lower < upper && upper <= 100)) {
      throw new IllegalArgumentException(
          "A part of the scale needs 0 <= lower < upper <= 100, but was ["
              + lower
              + ", "
              + upper
              + "]");
    }
    lower += 0.0;
  }

  static IllegalArgumentException tooDeep() {
    return new IllegalArgumentException(
        "A scale can be moved onto a part of another at most " + MOST_LEVELS + " times");
  }

  @Override
  public Range extent() {
    return method.extent();
  }

  @Override
  public double normalize(double reading, Direction direction) {
    Optional<Ramp> ramp = ramp(direction);
    return ramp.isPresent() ? ramp.get().at(reading) : moved(method.normalize(reading, direction));
  }

  /** The ends are exact, which the formula may miss by a rounding error. */
  private double moved(double value) {
    return value == 100 ? upper : Math.min(upper, lower + (upper - lower) * (value / 100));
  }

  /** The same numbers as of {@link #normalize}, to the bit. */
  @Override
  public Range bounds(double lower, double upper, Direction direction) {
    if (ramp(direction).isPresent()) {
      return Range.ofEnds(this, lower, upper, direction);
    }
    Range inner = method.bounds(lower, upper, direction);
    return new Range(moved(inner.lower()), moved(inner.upper()));
  }

  @Override
  public Range scale(Direction direction) {
    Range inner = method.scale(direction);
    return new Range(moved(inner.lower()), moved(inner.upper()));
  }

  @Override
  public boolean isDiscrete() {
    return method.isDiscrete();
  }

  @Override
  public ImmutableDoubleArray jumps() {
    return method.jumps();
  }

  @Override
  public boolean isTraceable() {
    return method.isTraceable();
  }

  @Override
  public boolean isFitted() {
    return method.isFitted();
  }

  @Override
  public Normalization fit(ImmutableDoubleArray reference, Direction direction) {
    return method.isFitted() ? this : method.fit(reference, direction).onto(lower, upper);
  }

  @Override
  public Optional<Ramp> ramp(Direction direction) {
    return method.ramp(direction, lower, upper);
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("onto")
        .with("scale", method.definition())
        .with("lower", lower)
        .with("upper", upper);
  }

  @Override
  public String toString() {
    return method + ".onto(" + lower + ", " + upper + ")";
  }
}
