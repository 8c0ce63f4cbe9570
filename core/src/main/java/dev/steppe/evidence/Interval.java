package dev.steppe.evidence;

import java.util.function.DoubleUnaryOperator;

/**
 * A closed interval of numbers, for bounding what follows from shares that are not sharp.
 *
 * <p>Sums treat their terms as free of each other, so a result may be wider than need be but never
 * too narrow (Moore, Kearfott, Cloud 2009, Introduction to Interval Analysis,
 * https://doi.org/10.1137/1.9780898717716). A point stays a point.
 */
record Interval(double lower, double upper) {

  static final Interval ZERO = new Interval(0, 0);

  static Interval of(Estimate estimate) {
    return new Interval(estimate.lower(), estimate.upper());
  }

  Interval plus(Interval other) {
    return new Interval(lower + other.lower, upper + other.upper);
  }

  Interval times(double positive) {
    return new Interval(lower * positive, upper * positive);
  }

  Interval dividedBy(double positive) {
    return new Interval(lower / positive, upper / positive);
  }

  /** {@code 1 - this}. */
  Interval complement() {
    return new Interval(1 - upper, 1 - lower);
  }

  /** The least and the greatest value of {@code |x - y|}. */
  Interval distanceTo(Interval other) {
    double gap = Math.max(0, Math.max(lower - other.upper, other.lower - upper));
    return new Interval(gap, Math.max(upper - other.lower, other.upper - lower));
  }

  /** The values of a function that rises up to {@code peak} and falls after it. */
  Interval map(DoubleUnaryOperator f, double peak) {
    double atLower = f.applyAsDouble(lower);
    double atUpper = f.applyAsDouble(upper);
    double greatest =
        lower <= peak && peak <= upper ? f.applyAsDouble(peak) : Math.max(atLower, atUpper);
    return new Interval(Math.min(atLower, atUpper), greatest);
  }

  /** As an estimate of an index that cannot leave {@code [0, 1]}. */
  Estimate toEstimate() {
    return Estimate.between(unit(lower), unit(upper));
  }

  private static double unit(double x) {
    return Math.max(0, Math.min(1, x));
  }
}
