package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The uniform distribution on {@code [lower, upper]}: {@code cdf(x) = (x - lower) / (upper -
 * lower)}.
 */
record UniformEstimate(double lower, double upper) implements Estimate {

  UniformEstimate {
    Faults faults = new Faults();
    lower = faults.finite(lower, "lower bound of an estimate");
    upper = faults.finite(upper, "upper bound of an estimate");
    if (!(lower < upper)) {
      faults.addUnlessOthers(
          "Bounds of an estimate need lower <= upper, but were " + lower + ".." + upper);
    }
    faults.throwIfAny();
  }

  @Override
  public double central() {
    return mean();
  }

  /** Halves are added up where the width is beyond the greatest double. */
  @Override
  public double mean() {
    return isWide() ? lower / 2 + upper / 2 : lower + (upper - lower) / 2;
  }

  private boolean isWide() {
    return upper - lower == Double.POSITIVE_INFINITY;
  }

  @Override
  public double variance() {
    return (upper - lower) * (upper - lower) / 12;
  }

  @Override
  public double cdf(double x) {
    double p =
        isWide() ? (x / 2 - lower / 2) / (upper / 2 - lower / 2) : (x - lower) / (upper - lower);
    return Math.max(0, Math.min(1, p));
  }

  @Override
  public double inverseCdf(double p) {
    Checks.inRange(p, 0, 1, "probability");
    if (p == 1) {
      return upper;
    }
    return Math.min(upper, isWide() ? (1 - p) * lower + p * upper : lower + p * (upper - lower));
  }

  /** The line alone, in loops without branches, if no probability needs more. */
  @Override
  public void inverseCdf(double[] probabilities, int count) {
    if (isWide() || !Estimates.areInside(probabilities, count)) {
      Estimate.super.inverseCdf(probabilities, count);
      return;
    }
    double from = lower;
    double to = upper;
    double width = upper - lower;
    for (int i = 0; i < count; i++) {
      probabilities[i] = Math.min(to, from + probabilities[i] * width);
    }
  }

  @Override
  public Estimate truncatedTo(double from, double to) {
    Estimates.checkBounds(from, to);
    if (!(Math.max(lower, from) <= Math.min(upper, to))) {
      throw Estimates.outside(this, from, to);
    }
    return from <= lower && upper <= to
        ? this
        : Estimate.between(Math.max(lower, from), Math.min(upper, to));
  }

  @Override
  public Estimate plus(double shift) {
    Checks.finite(shift, "shift of an estimate");
    return Estimate.between(lower + shift, upper + shift);
  }

  @Override
  public Estimate times(double factor) {
    Checks.inRange(factor, 0, Double.MAX_VALUE, "factor of an estimate");
    return Estimate.between(lower * factor, upper * factor);
  }

  @Override
  public String toString() {
    return lower + ".." + upper;
  }

  // The compiler leaves a record's to be made at the first call, which takes longer than a score.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof UniformEstimate other
        && Double.compare(lower, other.lower) == 0
        && Double.compare(upper, other.upper) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(lower) + Double.hashCode(upper);
  }
}
