package dev.steppe.model;

import java.io.Serializable;

/**
 * A closed interval of points: of normalised values, of scores, or of differences of scores.
 *
 * @param lower the least value
 * @param upper the greatest value
 * @since 0.1
 */
public record Range(double lower, double upper) implements Serializable {

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException unless {@code lower <= upper}
   */
  public Range {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "A range needs lower <= upper, but was [" + lower + ", " + upper + "]");
    }
  }

  /** The values at the ends of an interval of readings. */
  static Range ofEnds(Normalization method, double lower, double upper, Direction direction) {
    double first = method.normalize(lower, direction);
    double second = method.normalize(upper, direction);
    return new Range(Math.min(first, second), Math.max(first, second));
  }

  /** How far apart the ends are; 0 if nothing is uncertain. */
  public double width() {
    return upper - lower;
  }

  /** Whether the value lies in the range, ends included. */
  public boolean contains(double value) {
    return value >= lower && value <= upper;
  }

  @Override
  public String toString() {
    return lower + ".." + upper;
  }
}
