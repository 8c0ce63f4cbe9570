package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import org.jspecify.annotations.Nullable;

/** A value that is taken as known; its distribution is a step at the value. */
record ExactEstimate(double central) implements Estimate {

  ExactEstimate {
    central = Checks.finite(central, "value of a reading");
  }

  @Override
  public double lower() {
    return central;
  }

  @Override
  public double upper() {
    return central;
  }

  @Override
  public double mean() {
    return central;
  }

  @Override
  public double variance() {
    return 0;
  }

  @Override
  public double cdf(double x) {
    return x >= central ? 1 : 0;
  }

  @Override
  public double inverseCdf(double p) {
    Checks.inRange(p, 0, 1, "probability");
    return central;
  }

  @Override
  public Estimate truncatedTo(double from, double to) {
    Estimates.checkBounds(from, to);
    if (!(from <= central && central <= to)) {
      throw Estimates.outside(this, from, to);
    }
    return this;
  }

  @Override
  public Estimate plus(double shift) {
    return new ExactEstimate(central + Checks.finite(shift, "shift of an estimate"));
  }

  @Override
  public Estimate times(double factor) {
    return new ExactEstimate(
        central * Checks.inRange(factor, 0, Double.MAX_VALUE, "factor of an estimate"));
  }

  // Written out, since the generated ones are slow to start and every profile needs them.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ExactEstimate other && central == other.central;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(central);
  }

  @Override
  public String toString() {
    return Double.toString(central);
  }
}
