package dev.steppe.statistics;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import dev.steppe.internal.math.BinomialTails;
import dev.steppe.internal.math.StandardNormal;
import dev.steppe.internal.math.WilsonInterval;
import dev.steppe.table.Decimals;
import java.util.Arrays;

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
    Checks.level(level);
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "A confidence interval needs lower <= upper, but was [" + lower + ", " + upper + "]");
    }
  }

  /**
   * The exact interval for a probability, of which {@code successes} out of {@code trials}
   * independent cases were seen; see {@link IntervalMethod#CLOPPER_PEARSON}.
   *
   * <pre>{@code
   * ConfidenceInterval.clopperPearson(7, 20, 0.9);   // 0.177..0.558
   * }</pre>
   *
   * @throws IllegalArgumentException unless {@code 0 <= successes <= trials}, {@code trials} is at
   *     least 1 and the level between 0 and 1
   */
  public static ConfidenceInterval clopperPearson(int successes, int trials, double level) {
    checkCounts(successes, trials);
    double tail = (1 - Checks.level(level)) / 2;
    BinomialTails tails = new BinomialTails(trials);
    return new ConfidenceInterval(
        tails.clopperPearsonLower(successes, tail),
        1 - tails.clopperPearsonLower(trials - successes, tail),
        level,
        IntervalMethod.CLOPPER_PEARSON);
  }

  /**
   * The interval for a probability by inverting the normal test, for many trials; see {@link
   * IntervalMethod#WILSON}.
   *
   * <pre>{@code
   * ConfidenceInterval.wilson(81, 263, 0.95);   // 0.255..0.366
   * }</pre>
   *
   * @throws IllegalArgumentException as for {@link #clopperPearson}
   */
  public static ConfidenceInterval wilson(long successes, long trials, double level) {
    checkCounts(successes, trials);
    double z = StandardNormal.twoSided(Checks.level(level));
    WilsonInterval interval = WilsonInterval.of(successes, trials, z);
    return new ConfidenceInterval(interval.lower(), interval.upper(), level, IntervalMethod.WILSON);
  }

  /**
   * The middle part of the figures of resamples; see {@link IntervalMethod#BOOTSTRAP_PERCENTILE}.
   * Quantiles are Hyndman and Fan's (1996) definition 6, so that few resamples do not make it too
   * short.
   *
   * <pre>{@code
   * // The numbers from 1 to 99 as figures:
   * ConfidenceInterval.percentiles(figures, 0.9);   // 5.000..95.000 (about 90 %, ...)
   * }</pre>
   *
   * @param figures at least one, in any order, none of them NaN
   * @throws IllegalArgumentException if there is no figure or one is NaN, or unless {@code 0 <
   *     level < 1}
   */
  public static ConfidenceInterval percentiles(double[] figures, double level) {
    double tail = (1 - Checks.level(level)) / 2;
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException(
          "Percentiles need at least one figure, and numbers only, but were asked of "
              + (sorted.length == 0 ? "none" : "NaN among " + sorted.length));
    }
    return new ConfidenceInterval(
        quantile(sorted, tail),
        quantile(sorted, 1 - tail),
        level,
        IntervalMethod.BOOTSTRAP_PERCENTILE);
  }

  private static double quantile(double[] sorted, double p) {
    double at = Math.max(0, Math.min(sorted.length - 1.0, p * (sorted.length + 1) - 1));
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static void checkCounts(long successes, long trials) {
    if (!(trials >= 1 && successes >= 0 && successes <= trials)) {
      throw new IllegalArgumentException(
          "Successes must be from 0 to the number of trials, of which there is at least one, but"
              + " were "
              + successes
              + " of "
              + trials);
    }
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
  public String how() {
    return (method.isGuaranteed() ? "at least " : "about ")
        + Decimals.percent(level)
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
