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

  private static final double[] POWERS = {1, 10, 100, 1000, 10_000};

  /** Below this a double is nearer to its digits than {@link #NEAR} by far. */
  private static final double PLAIN = 1e9;

  private static final double NEAR = 1e-5;

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

  /**
   * A part of a whole, so that only nothing reads as 0 and only all of it as the whole: {@code
   * <0.1} or {@code >99.9} where rounding would say more than is so.
   *
   * <pre>{@code
   * Decimals.share(99.97, 100, 1);    // ">99.9"
   * Decimals.share(0.04, 100, 1);     // "<0.1"
   * Decimals.share(100, 100, 1);      // "100.0"
   * }</pre>
   *
   * @param value a finite number
   * @param whole what all is, such as 100 for percentages or 1 for probabilities
   * @param decimals how many digits follow the point, 0 to 15
   * @throws IllegalArgumentException if a number is not finite or the count is out of range
   */
  public static String share(double value, double whole, int decimals) {
    BigDecimal rounded = rounded(value, decimals);
    BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
    if (value > 0 && rounded.signum() == 0) {
      return "<" + step.toPlainString();
    }
    BigDecimal all = rounded(whole, decimals);
    return value < whole && rounded.compareTo(all) >= 0
        ? ">" + all.subtract(step).toPlainString()
        : rounded.toPlainString();
  }

  /**
   * A share in percent for a sentence: with up to six decimals more where it would else read as 0
   * or 100 and is neither, and as {@link #share} where these do not suffice either.
   *
   * <pre>{@code
   * Decimals.percent(0.732, 1);       // "73.2"
   * Decimals.percent(0.99996, 1);     // "99.996"
   * }</pre>
   *
   * @param share a finite number, of a whole of 1
   * @param decimals how many digits follow the point, 0 to 9
   * @throws IllegalArgumentException if the share is not finite or the count is out of range
   */
  public static String percent(double share, int decimals) {
    double percent = 100 * share;
    for (int more = decimals; more <= decimals + 6; more++) {
      String text = share(percent, 100, more);
      if (text.charAt(0) != '<' && text.charAt(0) != '>') {
        return text;
      }
    }
    return share(percent, 100, decimals);
  }

  /**
   * A share that was asked for, such as a level of confidence, in percent with every digit: {@code
   * 99.9} for 0.999.
   *
   * @param share a finite number
   * @throws IllegalArgumentException if the share is not finite
   */
  public static String percent(double share) {
    BigDecimal percent = BigDecimal.valueOf(Checks.finite(share, "share")).movePointRight(2);
    return percent.stripTrailingZeros().toPlainString();
  }

  /** Every digit that is needed to read the same double again; whole numbers have no point. */
  static String exact(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /**
   * The value as a decimal number. The digits of a double take long to find, and only where it is
   * near the middle of two roundings do they decide.
   */
  static BigDecimal rounded(double value, int decimals) {
    Checks.inRange(decimals, 0, MOST, "count of decimals");
    if (decimals < POWERS.length) {
      double scaled = value * POWERS[decimals];
      double nearest = Math.rint(scaled);
      if (Math.abs(scaled) < PLAIN && Math.abs(scaled - nearest) < 0.5 - NEAR) {
        return BigDecimal.valueOf((long) nearest, decimals);
      }
    }
    return BigDecimal.valueOf(Checks.finite(value, "number to print"))
        .setScale(decimals, RoundingMode.HALF_UP);
  }
}
