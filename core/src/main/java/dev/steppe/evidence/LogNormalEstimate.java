package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Faults;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import java.io.InvalidObjectException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The log-normal distribution: {@code ln((x - origin) / median)} is normal with mean 0 and standard
 * deviation {@code sd}; cut to {@code [lower, upper]} and rescaled to probability 1. The origin is
 * 0 but for an estimate that was moved.
 *
 * <p>Whole, it has the mean {@code median exp(sd^2 / 2)} and the variance {@code median^2 exp(sd^2)
 * (exp(sd^2) - 1)} (Johnson, Kotz, Balakrishnan 1994, Continuous Univariate Distributions, volume
 * 1, chapter 14). Moments of a cut one are integrated over the normal density, each about where its
 * integrand is greatest.
 */
final class LogNormalEstimate implements Estimate {

  private static final long serialVersionUID = 1L;

  /** The greatest probability below 1. */
  private static final double LAST = 1 - 0x1p-53;

  private final double median;
  private final double sd;
  private final double lower;
  private final double upper;
  private final double origin;

  /** What logarithms are counted from: the lower bound if the upper one is near, or the median. */
  private final double base;

  private final NormalEstimate logarithm;

  /**
   * An estimate within bounds.
   *
   * @param median from the origin, as the bounds are not
   */
  LogNormalEstimate(double median, double sd, double lower, double upper, double origin) {
    Faults faults = new Faults();
    faults.finite(median, "median of a log-normal estimate");
    faults.finite(sd, "standard deviation of the logarithm of a log-normal estimate");
    faults.finite(origin, "origin of a log-normal estimate");
    if (median <= 0) {
      faults.add("Median of a log-normal estimate must be > 0, but was " + median);
    }
    if (sd <= 0) {
      faults.add(
          "Standard deviation of the logarithm of a log-normal estimate must be > 0, but was "
              + sd);
    }
    if (!(origin <= lower && lower < upper)) {
      faults.add(
          Text.of(
              "Bounds of a log-normal estimate need %s <= lower < upper, but were %s..%s",
              origin, lower, upper));
    }
    faults.throwIfAny();
    this.median = median;
    this.sd = sd;
    this.origin = origin + 0.0;
    this.lower = lower + 0.0;
    this.upper = upper + 0.0;
    double from = this.lower - this.origin;
    double to = this.upper - this.origin;
    this.base = to - from < from ? from : median;
    try {
      this.logarithm = new NormalEstimate(log(median), sd, log(from), log(to));
    } catch (IllegalArgumentException tooLittle) {
      throw new IllegalArgumentException(
          Text.of("Bounds [%s, %s] leave next to nothing of a %s", lower, upper, whole()),
          tooLittle);
    }
    if (Double.isInfinite(upper)
        && !(isFinite(at(logarithm.inverseCdf(LAST))) && isFinite(mean()))) {
      throw new IllegalArgumentException(
          "A " + whole() + " spreads beyond the greatest number: give it an upper bound");
    }
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of(
        "log-normal estimate", () -> new LogNormalEstimate(median, sd, lower, upper, origin));
  }

  private static boolean isFinite(double value) {
    return Double.isFinite(value);
  }

  private String whole() {
    return "log-normal estimate with median " + median + " and standard deviation " + sd;
  }

  static LogNormalEstimate ofQuantiles(
      double firstLevel, double first, double secondLevel, double second) {
    if (!(first > 0)) {
      throw new IllegalArgumentException(
          "Quantiles of a log-normal estimate must be > 0, but the first was " + first);
    }
    if (!(first < second)) {
      throw NormalEstimate.unordered(firstLevel, first, secondLevel, second);
    }
    NormalEstimate logarithm =
        NormalEstimate.ofQuantiles(
            firstLevel,
            Math.log(first),
            secondLevel,
            Math.log(Checks.finite(second, "second quantile")));
    return new LogNormalEstimate(
        Math.exp(logarithm.mean()),
        Math.sqrt(logarithm.variance()),
        0,
        Double.POSITIVE_INFINITY,
        0);
  }

  /** The logarithm of a distance from the origin, counted from that of the base. */
  private double log(double distance) {
    double rise = (distance - base) / base;
    return Math.abs(rise) < 0.5 ? Math.log1p(rise) : Math.log(distance) - Math.log(base);
  }

  /** The number with such a logarithm, within the bounds. */
  private double at(double log) {
    double distance = Math.abs(log) < 0.5 ? base + base * Math.expm1(log) : power(log);
    return Math.max(lower, Math.min(upper, origin + distance));
  }

  /** The base times a power of e; half of that at a time where the power alone is no double. */
  private double power(double log) {
    double power = Math.exp(log);
    if (power > 0 && Double.isFinite(power)) {
      return base * power;
    }
    double root = Math.exp(log / 2);
    return base * root * root;
  }

  private boolean isWhole() {
    return lower == origin && upper == Double.POSITIVE_INFINITY;
  }

  @Override
  public double central() {
    return Math.max(lower, Math.min(upper, origin + median));
  }

  @Override
  public double lower() {
    return lower;
  }

  @Override
  public double upper() {
    return upper;
  }

  @Override
  public double mean() {
    if (isWhole()) {
      return origin + median * Math.exp(sd * sd / 2);
    }
    return at(logarithm.logOfMeanPower(1));
  }

  /**
   * From the second moment where it is more than the square of the mean by some of that, and else
   * from the squares of differences.
   */
  @Override
  public double variance() {
    if (isWhole()) {
      double root = median * Math.exp(sd * sd / 2);
      return root * (root * Math.expm1(sd * sd));
    }
    double mean = logarithm.logOfMeanPower(1);
    double scale = Math.abs(mean) < 0.5 ? base * Math.exp(mean) : power(mean);
    double excess = logarithm.logOfMeanPower(2) - 2 * mean;
    double share =
        excess > 0.1
            ? Math.expm1(excess)
            : logarithm.isShort()
                ? logarithm.variance()
                : logarithm.expectation(log -> square(Math.expm1(log - mean)));
    return scale * (scale * share);
  }

  private static double square(double x) {
    return x * x;
  }

  @Override
  public double cdf(double x) {
    return x <= lower ? 0 : x >= upper ? 1 : logarithm.cdf(log(x - origin));
  }

  @Override
  public double inverseCdf(double p) {
    Checks.inRange(p, 0, 1, "probability");
    return p == 0 ? lower : p == 1 ? upper : at(logarithm.inverseCdf(p));
  }

  @Override
  public void inverseCdf(double[] probabilities, int count) {
    if (!Estimates.areInside(probabilities, count)) {
      Estimate.super.inverseCdf(probabilities, count);
      return;
    }
    logarithm.inverseCdf(probabilities, count);
    for (int i = 0; i < count; i++) {
      probabilities[i] = at(probabilities[i]);
    }
  }

  @Override
  public Estimate truncatedTo(double from, double to) {
    Estimates.checkBounds(from, to);
    if (!(Math.max(lower, from) < Math.min(upper, to))) {
      throw Estimates.outside(this, from, to);
    }
    return from <= lower && upper <= to
        ? this
        : new LogNormalEstimate(median, sd, Math.max(lower, from), Math.min(upper, to), origin);
  }

  @Override
  public Estimate plus(double shift) {
    Checks.finite(shift, "shift of an estimate");
    return new LogNormalEstimate(median, sd, lower + shift, upper + shift, origin + shift);
  }

  @Override
  public Estimate times(double factor) {
    Checks.inRange(factor, 0, Double.MAX_VALUE, "factor of an estimate");
    return factor == 0
        ? Estimate.exact(0)
        : new LogNormalEstimate(
            median * factor, sd, lower * factor, upper * factor, origin * factor);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof LogNormalEstimate other
        && median == other.median
        && sd == other.sd
        && lower == other.lower
        && upper == other.upper
        && origin == other.origin;
  }

  @Override
  public int hashCode() {
    return Objects.hash(median, sd, lower, upper, origin);
  }

  @Override
  public String toString() {
    String bounds = isWhole() && origin == 0 ? "" : ", " + lower + ", " + upper;
    return "logNormal(" + median + ", " + sd + bounds + (origin == 0 ? "" : ", " + origin) + ")";
  }
}
