package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import dev.steppe.table.Decimals;
import java.math.BigDecimal;

/**
 * A closed interval that holds the true value with a stated confidence.
 *
 * @param lower the lower end
 * @param upper the upper end
 * @param level the confidence, between 0 and 1, such as 0.95
 * @param method how it was found, and whether its level is guaranteed
 * @since 0.1
 */
public record ConfidenceInterval(double lower, double upper, double level, IntervalMethod method) {

  /** The level used where none is given: {@value}. */
  public static final double DEFAULT_LEVEL = 0.95;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException unless {@code lower <= upper} and {@code 0 < level < 1}
   */
  public ConfidenceInterval {
    requireNonNull(method, "method");
    checkLevel(level);
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "A confidence interval needs lower <= upper, but was [" + lower + ", " + upper + "]");
    }
  }

  static double checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "Confidence level must be between 0 and 1, such as 0.95, but was " + level);
    }
    return level;
  }

  /** How far apart the ends are. */
  public double width() {
    return upper - lower;
  }

  /** Whether a value lies in the interval, ends included. */
  public boolean contains(double value) {
    return value >= lower && value <= upper;
  }

  /** The level and the method in words, such as {@code at least 95 %, Clopper-Pearson}. */
  String how() {
    BigDecimal percent = BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros();
    return (method.isGuaranteed() ? "at least " : "about ")
        + percent.toPlainString()
        + " %, "
        + method.description();
  }

  /** Such as {@code 0.137..0.997 (at least 95 %, distribution-free)}. */
  @Override
  public String toString() {
    return Decimals.fixed(Checks.finite(lower, "lower end"), 3)
        + ".."
        + Decimals.fixed(Checks.finite(upper, "upper end"), 3)
        + " ("
        + how()
        + ")";
  }
}
