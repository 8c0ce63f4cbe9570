package dev.steppe.table;

import dev.steppe.internal.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as people read them: rounded to a fixed count of decimals, with a point in every locale.
 *
 * <p>What is rounded is the decimal number that {@link Double#toString(double)} prints, and a half
 * goes away from zero. So {@code 0.05} at one decimal is {@code 0.1}, although the double nearest
 * to 0.05 could lie on either side of it. A zero has no sign: {@code -0.04} at one decimal is
 * {@code 0.0}.
 *
 * <pre>{@code
 * Decimals.fixed(41.25, 1);     // "41.3"
 * Decimals.fixed(-0.04, 1);     // "0.0"
 * Decimals.signed(3, 1);        // "+3.0"
 * Decimals.signed(-0.04, 1);    // "0.0"
 * }</pre>
 *
 * @since 0.1
 */
public final class Decimals {

  static final int MOST = 15;

  private Decimals() {}

  /**
   * The value with this many decimals, such as {@code 41.3} or {@code -3.0}.
   *
   * @param value a finite number
   * @param decimals how many digits follow the point, 0 to 15
   * @throws IllegalArgumentException if the value is not finite or the count is out of range
   */
  public static String fixed(double value, int decimals) {
    return rounded(value, decimals).toPlainString();
  }

  /**
   * As {@link #fixed}, but always with a sign, such as {@code +3.0} or {@code -3.0}. What rounds to
   * zero has none.
   *
   * @param value a finite number
   * @param decimals how many digits follow the point, 0 to 15
   * @throws IllegalArgumentException if the value is not finite or the count is out of range
   */
  public static String signed(double value, int decimals) {
    BigDecimal rounded = rounded(value, decimals);
    return rounded.signum() > 0 ? "+" + rounded.toPlainString() : rounded.toPlainString();
  }

  /**
   * The value with so many digits that count, and without zeros at the end of its decimals: for
   * numbers of any size side by side. Whole digits are never rounded away.
   *
   * <pre>{@code
   * Decimals.significant(0.40834, 3);    // "0.408"
   * Decimals.significant(123456, 3);     // "123456"
   * }</pre>
   *
   * @param value a finite number
   * @param digits how many digits count, 1 to 15
   * @throws IllegalArgumentException if the value is not finite or the count is out of range
   */
  public static String significant(double value, int digits) {
    Checks.inRange(digits, 1, MOST, "count of digits");
    int whole = value == 0 ? digits : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    String text = fixed(value, Math.max(0, Math.min(MOST, digits - whole)));
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** Every digit that is needed to read the same double again; whole numbers have no point. */
  static String exact(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private static BigDecimal rounded(double value, int decimals) {
    Checks.inRange(decimals, 0, MOST, "count of decimals");
    return BigDecimal.valueOf(Checks.finite(value, "number to print"))
        .setScale(decimals, RoundingMode.HALF_UP);
  }
}
