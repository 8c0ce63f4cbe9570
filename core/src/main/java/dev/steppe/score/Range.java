package dev.steppe.score;

import java.io.Serializable;

/**
 * A closed interval of scores, or of differences of scores.
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
