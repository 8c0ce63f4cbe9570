package dev.steppe.table;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * A row of numbers as a line of blocks, one a number: {@code ▁▃█} rises. For the eye; the numbers
 * belong beside it.
 *
 * @see <a href="https://www.edwardtufte.com/notebook/sparkline-theory-and-practice-edward-tufte/">
 *     Tufte (2006), Beautiful Evidence: Sparklines</a>
 * @since 0.1
 */
public final class Sparkline {

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /**
   * Draws numbers between a least and a greatest one: the range is cut into eight equal parts, and
   * each number has the block of its part. A missing number is a space.
   *
   * <pre>{@code
   * Sparkline.of(List.of(OptionalDouble.of(10), OptionalDouble.of(20)), 10, 20);   // "▁█"
   * }</pre>
   *
   * @param values the numbers, in the order in which they are drawn
   * @param lower the least number, drawn as the lowest block
   * @param upper the greatest number; where it equals {@code lower}, every block is the lowest
   * @throws IllegalArgumentException if the bounds are no finite range, or a number is outside them
   */
  public static String of(Iterable<OptionalDouble> values, double lower, double upper) {
    if (!(lower <= upper && upper - lower < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A sparkline needs finite lower <= upper, but they were " + lower + " and " + upper);
    }
    StringBuilder line = new StringBuilder();
    for (OptionalDouble value : requireNonNull(values, "values")) {
      line.append(value.isPresent() ? block(value.getAsDouble(), lower, upper) : ' ');
    }
    return line.toString();
  }

  private static char block(double value, double lower, double upper) {
    if (!(value >= lower && value <= upper)) {
      throw new IllegalArgumentException(
          "A number of a sparkline must be in [" + lower + ", " + upper + "], but was " + value);
    }
    int part = upper > lower ? (int) (BLOCKS.length() * (value - lower) / (upper - lower)) : 0;
    return BLOCKS.charAt(Math.min(part, BLOCKS.length() - 1));
  }
}
