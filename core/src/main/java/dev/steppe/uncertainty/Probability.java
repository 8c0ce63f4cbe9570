package dev.steppe.uncertainty;

import dev.steppe.internal.Text;
import dev.steppe.internal.math.WilsonInterval;

/**
 * A probability, with an interval if it was estimated by counting draws. It is a statement about
 * weights and readings that were drawn, not about events in the world.
 *
 * <p>Where a missing reading may be anything ({@link dev.steppe.model.MissingPolicy#bound()}), the
 * interval runs from the probability with the reading at one end of its scale to that at the other,
 * and the value is the middle of the two.
 *
 * <pre>{@code
 * UncertaintyAnalysis any = UncertaintyAnalysis.of(scorer).withWeights(WeightUncertainty.uniform());
 * any.run(aland, bland).order("AAA", "BBB").firstRiskier();   // 0.9333333333333333 (exact)
 * }</pre>
 *
 * @param value in {@code [0, 1]}
 * @param lower the lower end of the interval; equal to the value if that is exact
 * @param upper the upper end, likewise
 * @param isExact whether the value was computed rather than estimated
 * @since 0.1
 */
public record Probability(double value, double lower, double upper, boolean isExact) {

  /** Checks the order. */
  public Probability {
    if (!(0 <= lower && lower <= value && value <= upper && upper <= 1)) {
      throw new IllegalArgumentException(
          Text.of(
              "A probability needs 0 <= lower <= value <= upper <= 1, but was %s in [%s, %s]",
              value, lower, upper));
    }
  }

  /** A value that was computed. */
  static Probability exactly(double value) {
    double inside = Math.max(0, Math.min(1, value));
    return new Probability(inside, inside, inside, true);
  }

  /**
   * The share of draws, with Wilson's score interval.
   *
   * @param z the standard normal quantile of the interval's upper end, such as 1.96
   */
  static Probability counted(long hits, long draws, double z) {
    WilsonInterval interval = WilsonInterval.of(hits, draws, z);
    return new Probability((double) hits / draws, interval.lower(), interval.upper(), false);
  }

  /** The same value with an interval of another half-width, cut to {@code [0, 1]}. */
  Probability within(double halfWidth) {
    return new Probability(
        value, Math.max(0, value - halfWidth), Math.min(1, value + halfWidth), false);
  }

  /** Half the width of the interval; 0 if the value is exact. */
  public double halfWidth() {
    return (upper - lower) / 2;
  }

  /** Value and interval, such as {@code 0.732 (0.729 to 0.735)}, or {@code 0.5 (exact)}. */
  @Override
  public String toString() {
    return isExact ? value + " (exact)" : value + " (" + lower + " to " + upper + ")";
  }
}
