package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Faults;
import dev.steppe.internal.Text;
import org.jspecify.annotations.Nullable;

/**
 * The triangular distribution on {@code [lower, upper]} with its peak at {@code mode}.
 *
 * <p>With {@code w = upper - lower} and {@code u = mode - lower}: the mean is {@code (lower + mode
 * + upper) / 3}, the variance {@code (w^2 - w u + u^2) / 18}, and the distribution function rises
 * as {@code (x - lower)^2 / (w u)} up to the mode and as {@code 1 - (upper - x)^2 / (w (upper -
 * mode))} after it (Johnson, Kotz, Balakrishnan 1995, Continuous Univariate Distributions, volume
 * 2, chapter 26).
 */
record TriangularEstimate(double lower, double mode, double upper) implements Estimate {

  TriangularEstimate {
    Faults faults = new Faults();
    lower = faults.finite(lower, "lower bound of an estimate");
    mode = faults.finite(mode, "mode of an estimate");
    upper = faults.finite(upper, "upper bound of an estimate");
    if (!(lower <= mode && mode <= upper && lower < upper)) {
      faults.addUnlessOthers(
          Text.of(
              "A triangular estimate needs lower <= mode <= upper, but was %s, %s, %s",
              lower, mode, upper));
    }
    faults.throwIfAny();
  }

  @Override
  public double central() {
    return mode;
  }

  @Override
  public double mean() {
    double unit = unit();
    double from = lower / unit;
    return unit * (from + ((mode / unit - from) + width()) / 3);
  }

  /** 1, or 4 where sums of widths are beyond the greatest double and are taken in quarters. */
  private double unit() {
    return upper - lower > Double.MAX_VALUE / 4 ? 4 : 1;
  }

  /** The width in units. */
  private double width() {
    double unit = unit();
    return upper / unit - lower / unit;
  }

  /** The part of the width that lies between two numbers. */
  private double part(double from, double to) {
    double unit = unit();
    return (to / unit - from / unit) / width();
  }

  @Override
  public double variance() {
    double rise = part(lower, mode);
    double w = unit() * width();
    return w * (w * ((1 - rise + rise * rise) / 18));
  }

  @Override
  public double cdf(double x) {
    if (x <= lower) {
      return 0;
    }
    if (x >= upper) {
      return 1;
    }
    // A part may be nothing beside the width, and then it has no ratio to another.
    if (x < mode) {
      double rise = part(lower, x);
      return rise == 0 ? 0 : Math.min(1, rise * (rise / part(lower, mode)));
    }
    double rest = part(x, upper);
    return rest == 0 ? 1 : Math.max(0, 1 - rest * (rest / part(mode, upper)));
  }

  /** Roots are taken of parts of the width, whose products neither overflow nor vanish. */
  @Override
  public double inverseCdf(double p) {
    Checks.inRange(p, 0, 1, "probability");
    double unit = unit();
    double rise = part(lower, mode);
    double x =
        p <= rise
            ? lower / unit + width() * Math.sqrt(p * rise)
            : upper / unit - width() * Math.sqrt((1 - p) * part(mode, upper));
    return Math.max(lower, Math.min(upper, unit * x));
  }

  /** Both sides in one loop without branches: nobody can guess on which side a draw lies. */
  @Override
  public void inverseCdf(double[] probabilities, int count) {
    double width = upper - lower;
    if (width == Double.POSITIVE_INFINITY || !Estimates.areInside(probabilities, count)) {
      Estimate.super.inverseCdf(probabilities, count);
      return;
    }
    read(probabilities, count, lower, mode, upper);
    Estimates.keepBetween(lower, upper, probabilities, count);
  }

  /**
   * Each from the bound on its side of the mode. Of two sides one has factor 1 and the other 0, so
   * that the processor takes the roots of several numbers in one step.
   */
  private static void read(
      double[] probabilities, int count, double lower, double mode, double upper) {
    // Sums, since the compiler does not make the best of a loop that takes some numbers from
    // fields and others from registers.
    double from = lower + 0.0;
    double to = upper + 0.0;
    double width = to - from;
    double rise = (mode - from) / width;
    double rest = (to - mode) / width;
    for (int i = 0; i < count; i++) {
      double p = probabilities[i];
      // 1 above the mode, else 0: three fourths of the least difference are not rounded to nothing.
      double after = Math.ceil((p - rise) * 0.75);
      double before = 1 - after;
      double root = Math.sqrt(Math.abs(after - p) * (before * rise + after * rest));
      probabilities[i] = before * from + after * to + (before - after) * width * root;
    }
  }

  @Override
  public Estimate truncatedTo(double from, double to) {
    Estimates.checkBounds(from, to);
    if (from <= lower && upper <= to) {
      return this;
    }
    throw Estimates.uncuttable("A triangular", this, from, to);
  }

  @Override
  public Estimate plus(double shift) {
    Checks.finite(shift, "shift of an estimate");
    return Estimate.triangular(lower + shift, mode + shift, upper + shift);
  }

  @Override
  public Estimate times(double factor) {
    Checks.inRange(factor, 0, Double.MAX_VALUE, "factor of an estimate");
    return Estimate.triangular(lower * factor, mode * factor, upper * factor);
  }

  @Override
  public String toString() {
    return "triangular(" + lower + ", " + mode + ", " + upper + ")";
  }

  // The compiler leaves a record's to be made at the first call, which takes longer than a score.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof TriangularEstimate other
        && Double.compare(lower, other.lower) == 0
        && Double.compare(mode, other.mode) == 0
        && Double.compare(upper, other.upper) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Double.hashCode(lower) + Double.hashCode(mode)) + Double.hashCode(upper);
  }
}
