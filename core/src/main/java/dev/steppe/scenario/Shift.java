package dev.steppe.scenario;

import dev.steppe.evidence.Estimate;
import java.io.Serializable;

/**
 * How one number is changed. An uncertain number keeps its uncertainty: its distribution is moved,
 * stretched or cut.
 *
 * <pre>{@code
 * Shift.absolute(3).applyTo(Estimate.between(10, 20));      // 13.0..23.0
 * Shift.relative(-0.2).applyTo(Estimate.between(10, 20));   // 8.0..16.0
 * Shift.fixed(12).at(0.5).applyTo(Estimate.between(10, 20));   // 11.0..16.0
 * Shift.atMost(15).applyTo(Estimate.between(10, 20));       // 10.0..15.0
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface Shift extends Serializable
    permits AbsoluteShift, ScaledShift, FixedShift, BoundShift {

  /** No shift: {@code x' = x}. */
  static Shift none() {
    return absolute(0);
  }

  /**
   * Adds an amount in the unit of the reading: {@code x' = x + amount}.
   *
   * @throws IllegalArgumentException if the amount is not finite
   */
  static Shift absolute(double amount) {
    return new AbsoluteShift(amount);
  }

  /**
   * Adds a fraction of the reading itself: {@code x' = x (1 + fraction)}; 0.1 means 10 % more.
   *
   * @param fraction at least -1
   * @throws IllegalArgumentException if the fraction is less than -1 or not finite
   */
  static Shift relative(double fraction) {
    return new ScaledShift(fraction, true);
  }

  /**
   * Multiplies the reading: {@code x' = x factor}.
   *
   * @param factor at least 0
   * @throws IllegalArgumentException if the factor is negative or not finite
   */
  static Shift scaled(double factor) {
    return new ScaledShift(factor - 1, false);
  }

  /**
   * Puts an exact value in place of the reading: {@code x' = value}. Partly, {@code x' = (1 - t) x
   * + t value}.
   *
   * @throws IllegalArgumentException if the value is not finite
   */
  static Shift fixed(double value) {
    return new FixedShift(value, 1);
  }

  /**
   * Cuts what is below a bound off the distribution and rescales the rest, see {@link
   * Estimate#truncatedTo}; what lies below as a whole becomes the bound. All or nothing: it has no
   * part.
   *
   * @throws IllegalArgumentException if the bound is not finite
   */
  static Shift atLeast(double bound) {
    return new BoundShift(bound, true);
  }

  /**
   * Cuts what is above a bound off the distribution and rescales the rest; what lies above as a
   * whole becomes the bound. All or nothing: it has no part.
   *
   * @throws IllegalArgumentException if the bound is not finite
   */
  static Shift atMost(double bound) {
    return new BoundShift(bound, false);
  }

  /**
   * The shifted number.
   *
   * @throws IllegalArgumentException if a bound would cut a triangular estimate
   */
  Estimate applyTo(Estimate estimate);

  /** Whether a part of the shift makes sense: for all but bounds. */
  boolean isGradable();

  /**
   * A part of the shift.
   *
   * @param share in {@code [0, 1]}
   * @throws IllegalArgumentException if the share is outside, or the shift is not gradable
   */
  Shift at(double share);
}
