package dev.steppe.assertj;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import dev.steppe.score.Ranking;
import dev.steppe.table.Decimals;
import java.math.BigDecimal;
import org.assertj.core.data.Offset;

/** Holds numbers against each other, and finds how many decimals tell them apart. */
final class Numbers {

  private Numbers() {}

  /** Compares at the decimals at which rankings do. */
  static int compare(double first, double second) {
    return Ranking.compareScores(first, second);
  }

  static boolean isBetween(double value, double lower, double upper) {
    return compare(value, lower) >= 0 && compare(value, upper) <= 0;
  }

  static boolean isClose(double value, double expected, Offset<Double> offset) {
    double distance = Math.abs(value - expected);
    return offset.strict ? distance < offset.value : distance <= offset.value;
  }

  /** Checks that both bounds are on the scale, in order. */
  static void checkBounds(double lower, double upper, double least, double most) {
    Checks.inRange(lower, least, most, "lower bound");
    Checks.inRange(upper, least, most, "upper bound");
    if (lower > upper) {
      throw new IllegalArgumentException(
          "Bounds need lower <= upper, but were [" + lower + ", " + upper + "]");
    }
  }

  /** Checks a value on the scale and that there is a tolerance. */
  static void checkExpected(double expected, Offset<Double> offset, double least, double most) {
    Checks.inRange(expected, least, most, "expected value");
    requireNonNull(offset, "offset");
  }

  static String shown(Offset<Double> offset) {
    return (offset.strict ? "by less than " : "within ") + offset.value;
  }

  /** The fewest decimals at which two numbers look different; 1 if they are the same. */
  static int decimals(double first, double second) {
    return decimals(first, second, 1);
  }

  /**
   * The fewest decimals at which a number looks different from one that is printed with every digit
   * beside it, and so falls on the same side of it: 0.917 is no 0.9 beside 0.95.
   */
  static int decimalsBeside(double found, double printed) {
    int digits = BigDecimal.valueOf(printed).stripTrailingZeros().scale();
    return decimals(found, printed, Math.max(1, Math.min(Ranking.DECIMALS, digits)));
  }

  private static int decimals(double first, double second, int least) {
    for (int decimals = least; decimals <= Ranking.DECIMALS; decimals++) {
      if (!Decimals.fixed(first, decimals).equals(Decimals.fixed(second, decimals))) {
        return decimals;
      }
    }
    return least;
  }
}
