package dev.steppe.internal.math;

/**
 * The probabilities that a normal test would not refuse, after so many successes: Wilson's score
 * interval.
 *
 * <p>With p the share of successes in n trials and z a quantile, {@code (p + z^2 / 2n -+ z sqrt(p
 * (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)}.
 *
 * @param lower the lower end, at most the share
 * @param upper the upper end, at least the share
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927), Probable inference,
 *     the law of succession, and statistical inference. Journal of the American Statistical
 *     Association 22(158), 209-212</a>
 */
public record WilsonInterval(double lower, double upper) {

  /**
   * The interval of a share.
   *
   * @param z the standard normal quantile of the upper end, such as 1.96
   */
  public static WilsonInterval of(long successes, long trials, double z) {
    double n = trials;
    double share = successes / n;
    double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    // At 0 and 1 an end of the interval is the share itself, but for rounding.
    double lower = Math.min(share, Math.max(0, middle - half));
    double upper = Math.max(share, Math.min(1, middle + half));
    return new WilsonInterval(successes == 0 ? 0 : lower, successes == trials ? 1 : upper);
  }
}
