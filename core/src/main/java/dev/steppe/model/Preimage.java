package dev.steppe.model;

import java.util.Optional;
import java.util.function.DoublePredicate;

/** The readings that a treatment brings onto a scale. */
final class Preimage {

  private Preimage() {}

  /**
   * From the least double to the greatest, found by halving: treatments never fall, and refuse
   * readings at their low side only.
   *
   * @return empty if there is none
   */
  static Optional<Range> of(Treatment treatment, Range scale) {
    if (treatment.isIdentity()) {
      return Optional.of(scale);
    }
    double lower =
        scale.lower() == Double.NEGATIVE_INFINITY
            ? Double.NEGATIVE_INFINITY
            : least(reading -> !isBelow(treatment, reading, scale.lower()));
    double above = least(reading -> isAbove(treatment, reading, scale.upper()));
    double upper =
        above == Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : Math.nextDown(above);
    if (!(lower <= upper) || lower == Double.POSITIVE_INFINITY) {
      return Optional.empty();
    }
    return Optional.of(
        new Range(lower == -Double.MAX_VALUE ? Double.NEGATIVE_INFINITY : lower, upper));
  }

  private static boolean isBelow(Treatment treatment, double reading, double bound) {
    try {
      return treatment.treat(reading) < bound;
    } catch (IllegalArgumentException noValue) {
      return true;
    }
  }

  private static boolean isAbove(Treatment treatment, double reading, double bound) {
    try {
      return treatment.treat(reading) > bound;
    } catch (IllegalArgumentException noValue) {
      return false;
    }
  }

  /** The least finite double for which something holds from there on; infinite if for none. */
  private static double least(DoublePredicate holds) {
    if (!holds.test(Double.MAX_VALUE)) {
      return Double.POSITIVE_INFINITY;
    }
    long not = place(-Double.MAX_VALUE) - 1;
    long is = place(Double.MAX_VALUE);
    while (not + 1 < is) {
      // Half of each by itself, since the difference of the two is no long.
      long middle = (not >> 1) + (is >> 1) + (not & is & 1);
      if (holds.test(at(middle))) {
        is = middle;
      } else {
        not = middle;
      }
    }
    return at(is);
  }

  /** Where a double is in their order. */
  private static long place(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }

  private static double at(long place) {
    return Double.longBitsToDouble(place < 0 ? Long.MIN_VALUE - place : place);
  }
}
