package dev.steppe.uncertainty;

import dev.steppe.internal.Checks;
import dev.steppe.model.Range;

/**
 * A quantile of draws: the least value that at least the share {@code level} of the draws do not
 * exceed (type 1 of Hyndman and Fan, the inverse of the empirical distribution function). Its
 * interval runs from one draw to another by size, whatever the distribution is.
 *
 * @param level the share, in {@code (0, 1)}
 * @param value the quantile
 * @param lower the lower end of its interval
 * @param upper the upper end
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman, Fan (1996), Sample
 *     quantiles in statistical packages. The American Statistician 50(4), 361-365</a>
 * @see <a href="https://doi.org/10.1002/0471722162">David, Nagaraja (2003), Order Statistics</a>,
 *     section 7.1
 * @since 0.1
 */
public record Quantile(double level, double value, double lower, double upper) {

  /**
   * Finds a quantile in counts of ascending values.
   *
   * @param counts how often each value came up
   * @param first the value of the first count
   * @param steps how many values there are in a unit
   * @param z the standard normal quantile of the interval's upper end
   */
  static Quantile of(double level, long[] counts, double first, double steps, double z) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "level of a quantile must be in (0, 1), but was " + Checks.finite(level, "level"));
    }
    long draws = 0;
    for (long count : counts) {
      draws += count;
    }
    double middle = draws * level;
    double reach = z * Math.sqrt(draws * level * (1 - level));
    return new Quantile(
        level,
        at(counts, first, steps, (long) Math.ceil(middle), draws),
        at(counts, first, steps, (long) Math.floor(middle - reach), draws),
        at(counts, first, steps, (long) Math.ceil(middle + reach) + 1, draws));
  }

  /**
   * This quantile of numbers that were rounded before they were counted.
   *
   * @param rounding what rounding may have changed a number by
   * @param possible the numbers that can be
   */
  Quantile widened(double rounding, Range possible) {
    double from = within(possible, value - rounding);
    double to = within(possible, value + rounding);
    // Of what is all within a step, what was counted says no more than where in the step it is.
    boolean isNarrow = possible.width() < 2 * rounding;
    return new Quantile(
        level,
        isNarrow ? from + (to - from) / 2 : within(possible, value),
        within(possible, lower - rounding),
        within(possible, upper + rounding));
  }

  private static double within(Range possible, double value) {
    return Math.min(possible.upper(), Math.max(possible.lower(), value));
  }

  /** The value of a draw by its place, from 1, in ascending order. */
  private static double at(long[] counts, double first, double steps, long place, long draws) {
    long wanted = Math.max(1, Math.min(draws, place));
    long seen = 0;
    int i = -1;
    while (seen < wanted) {
      seen += counts[++i];
    }
    return first + i / steps;
  }

  /** The value with its interval. */
  @Override
  public String toString() {
    return value + " (" + lower + " to " + upper + ")";
  }
}
