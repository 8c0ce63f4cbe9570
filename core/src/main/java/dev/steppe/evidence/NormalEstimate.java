package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Faults;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import dev.steppe.internal.math.GaussLegendre;
import dev.steppe.internal.math.StandardNormal;
import java.io.InvalidObjectException;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The normal distribution with mean {@code mu} and standard deviation {@code sd}, cut to {@code
 * [lower, upper]} and rescaled to probability 1; infinite bounds leave it whole.
 *
 * <p>With {@code a} and {@code b} the bounds in standard deviations from {@code mu}, and {@code
 * Phi} the standard normal distribution function, {@code cdf(x) = (Phi((x - mu) / sd) - Phi(a)) /
 * (Phi(b) - Phi(a))} (Johnson, Kotz, Balakrishnan 1994, Continuous Univariate Distributions, volume
 * 1, chapter 13). Differences are taken in the tail where they are small, so bounds that lie 30
 * standard deviations from {@code mu} lose no digits. Mean and variance of the cut distribution are
 * integrated over the density, because their closed forms cancel in the tails and on short
 * intervals. Where the interval is a small part of a standard deviation, so is the distribution
 * function.
 */
final class NormalEstimate implements Estimate {

  private static final long serialVersionUID = 1L;

  /** Below this, too little is left of the distribution for its tail to be told from zero. */
  private static final double LEAST_MASS = 1e-300;

  /** Powers of e over so short an interval need no more than mean and variance. */
  private static final double SHORT = 1e-8;

  /** An interval of fewer standard deviations is narrow: differences of its ends lose digits. */
  private static final double NARROW = 0.01;

  private final double mu;
  private final double sd;
  private final double lower;
  private final double upper;
  private final double below; // probability, before the cut, of less than lower
  private final double above; // probability, before the cut, of more than upper
  private final double mass;

  NormalEstimate(double mu, double sd, double lower, double upper) {
    Faults faults = new Faults();
    this.mu = faults.finite(mu, "mean of a normal estimate");
    this.sd = faults.finite(sd, "standard deviation of a normal estimate");
    if (Double.isFinite(sd) && sd <= 0) {
      faults.add("Standard deviation of a normal estimate must be > 0, but was " + sd);
    }
    if (!(lower < upper)) {
      faults.add(
          "Bounds of a normal estimate need lower < upper, but were " + lower + ".." + upper);
    }
    faults.throwIfAny();
    this.lower = lower + 0.0;
    this.upper = upper + 0.0;
    double a = inStandardUnits(lower);
    double b = inStandardUnits(upper);
    this.below = StandardNormal.cdf(a);
    this.above = StandardNormal.cdf(-b);
    this.mass = mass(a, b);
    if (!(mass > LEAST_MASS)) {
      throw new IllegalArgumentException(
          Text.of(
              "Bounds [%s, %s] leave next to nothing of a normal estimate with mean %s"
                  + " and standard deviation %s",
              lower, upper, mu, sd));
    }
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of("normal estimate", () -> new NormalEstimate(mu, sd, lower, upper));
  }

  /** The distance from {@code mu} in standard deviations, also where it is no double itself. */
  private double inStandardUnits(double x) {
    double distance = x - mu;
    return Double.isInfinite(distance) && Double.isFinite(x) ? x / sd - mu / sd : distance / sd;
  }

  /** The number at such a distance, within the bounds. */
  private double at(double z) {
    double x = mu + sd * z;
    double inside = Double.isFinite(x) ? x : 4 * (mu / 4 + sd / 4 * z);
    return Math.max(lower, Math.min(upper, inside));
  }

  /** The whole normal distribution with two quantiles. */
  static NormalEstimate ofQuantiles(
      double firstLevel, double first, double secondLevel, double second) {
    if (!(0 < firstLevel && firstLevel < secondLevel && secondLevel < 1)) {
      throw new IllegalArgumentException(
          Text.of(
              "Levels of two quantiles need 0 < first < second < 1, but were %s and %s",
              firstLevel, secondLevel));
    }
    Checks.finite(first, "first quantile");
    Checks.finite(second, "second quantile");
    if (!(first < second)) {
      throw unordered(firstLevel, first, secondLevel, second);
    }
    double low = StandardNormal.quantile(firstLevel, 1 - firstLevel);
    double high = StandardNormal.quantile(secondLevel, 1 - secondLevel);
    double apart = high - low;
    // Quantiles may be farther apart than the greatest double.
    double sd =
        Double.isInfinite(second - first)
            ? second / apart - first / apart
            : (second - first) / apart;
    double mean = first * (high / apart) - second * (low / apart);
    return new NormalEstimate(mean, sd, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  static IllegalArgumentException unordered(
      double firstLevel, double first, double secondLevel, double second) {
    return new IllegalArgumentException(
        Text.of(
            "Quantiles need the order of their levels %s and %s, but were %s and %s",
            firstLevel, secondLevel, first, second));
  }

  private double mass(double a, double b) {
    if (isNarrow()) {
      return StandardNormal.density(a) * density(width());
    }
    return a > 0 ? StandardNormal.cdf(-a) - above : StandardNormal.cdf(b) - below;
  }

  /** The distance of the bounds in standard deviations. */
  private double width() {
    return (upper - lower) / sd;
  }

  private boolean isNarrow() {
    return width() < NARROW;
  }

  /** The integral of the density from the lower bound, where it is 1, over a narrow way. */
  private double density(double way) {
    double a = inStandardUnits(lower);
    return GaussLegendre.onePanel(s -> density(s, a), 0, way);
  }

  @Override
  public double central() {
    return Math.max(lower, Math.min(upper, mu));
  }

  @Override
  public double lower() {
    return lower;
  }

  @Override
  public double upper() {
    return upper;
  }

  private boolean isWhole() {
    return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
  }

  @Override
  public double mean() {
    if (isWhole()) {
      return mu;
    }
    return isNarrow()
        ? Math.max(lower, Math.min(upper, lower + (upper - lower) * narrowMoments()[0]))
        : at(nearest() + moments()[0]);
  }

  @Override
  public double variance() {
    if (isWhole()) {
      return sd * sd;
    }
    return isNarrow()
        ? (upper - lower) * ((upper - lower) * narrowMoments()[1])
        : sd * (sd * moments()[1]);
  }

  /** Mean and variance from the lower bound, where the width is 1. */
  private double[] narrowMoments() {
    double a = inStandardUnits(lower);
    double width = width();
    double total = GaussLegendre.onePanel(t -> density(t * width, a), 0, 1);
    double mean = GaussLegendre.onePanel(t -> t * density(t * width, a), 0, 1) / total;
    double variance =
        GaussLegendre.onePanel(t -> (t - mean) * (t - mean) * density(t * width, a), 0, 1) / total;
    return new double[] {mean, variance};
  }

  /** The point of the interval where the density is greatest, in standard deviations. */
  private double nearest() {
    return inStandardUnits(central());
  }

  /** Mean, from {@link #nearest()}, and variance in standard units. */
  private double[] moments() {
    double peak = nearest();
    // exp(-50) of the peak density is left at the reach: below the last digit of either moment.
    double reach = Math.sqrt(peak * peak + 100);
    double from = Math.max(inStandardUnits(lower), -reach) - peak;
    double to = Math.min(inStandardUnits(upper), reach) - peak;
    double total = GaussLegendre.integral(t -> density(t, peak), from, to);
    double mean = GaussLegendre.integral(t -> t * density(t, peak), from, to) / total;
    double variance =
        GaussLegendre.integral(t -> (t - mean) * (t - mean) * density(t, peak), from, to) / total;
    return new double[] {mean, variance};
  }

  /** The density at {@code peak + t}, as a fraction of that at the peak. */
  private static double density(double t, double peak) {
    return Math.exp(-t * (t / 2 + peak));
  }

  boolean isShort() {
    return upper - lower < SHORT;
  }

  /**
   * The logarithm of the mean of {@code exp(power x)}: this distribution's density times that is
   * one of the same kind about {@code mu + power sd^2}, with another mass.
   */
  double logOfMeanPower(double power) {
    if (isShort()) {
      return power * (mean() + power * (variance() / 2));
    }
    double slope = power * sd;
    double at = tilted(slope);
    return power * mu
        + (slope * at - at * (at / 2))
        + Math.log(tiltedMass(at, slope))
        - (-tilted(0) * (tilted(0) / 2) + Math.log(tiltedMass(tilted(0), 0)));
  }

  /** Where {@code exp(slope z - z^2 / 2)} is greatest, in standard deviations. */
  private double tilted(double slope) {
    return Math.max(inStandardUnits(lower), Math.min(inStandardUnits(upper), slope));
  }

  /** The integral of that, as a fraction of its greatest value. */
  private double tiltedMass(double at, double slope) {
    return integral(at, slope, z -> 1);
  }

  /** The expected value of a function that all but stays the same over a standard deviation. */
  double expectation(DoubleUnaryOperator function) {
    double at = tilted(0);
    return integral(at, 0, z -> function.applyAsDouble(mu + sd * z)) / tiltedMass(at, 0);
  }

  private double integral(double at, double slope, DoubleUnaryOperator function) {
    double peak = at - slope;
    // exp(-50) of the peak density is left there; the nearer one is the difference of two roots.
    double far = Math.hypot(peak, 10) + Math.abs(peak);
    double near = 100 / far;
    double from = Math.max(inStandardUnits(lower) - at, peak > 0 ? -far : -near);
    double to = Math.min(inStandardUnits(upper) - at, peak > 0 ? near : far);
    return GaussLegendre.integral(t -> function.applyAsDouble(at + t) * density(t, peak), from, to);
  }

  @Override
  public double cdf(double x) {
    if (x <= lower) {
      return 0;
    }
    if (x >= upper) {
      return 1;
    }
    if (isNarrow()) {
      return Math.min(1, density((x - lower) / sd) / density(width()));
    }
    double z = inStandardUnits(x);
    // Above mu, both this and the rest of the interval are seen from the upper tail.
    double p =
        z > 0
            ? 1 - (StandardNormal.cdf(-z) - above) / mass
            : (StandardNormal.cdf(z) - below) / mass;
    return Math.max(0, Math.min(1, p));
  }

  @Override
  public double inverseCdf(double p) {
    Checks.inRange(p, 0, 1, "probability");
    if (p == 0) {
      return lower;
    }
    if (p == 1) {
      return upper;
    }
    return isNarrow()
        ? Math.max(lower, Math.min(upper, lower + sd * narrowQuantile(p)))
        : at(StandardNormal.quantile(below + p * mass, above + (1 - p) * mass));
  }

  @Override
  public void inverseCdf(double[] probabilities, int count) {
    if (isNarrow() || !Estimates.areInside(probabilities, count)) {
      Estimate.super.inverseCdf(probabilities, count);
      return;
    }
    StandardNormal.quantiles(probabilities, count, below, above, mass);
    scale(probabilities, count, mu, sd);
    if (!isWhole()) {
      Estimates.keepBetween(lower, upper, probabilities, count);
    }
  }

  private static void scale(double[] numbers, int count, double mu, double sd) {
    for (int i = 0; i < count; i++) {
      numbers[i] = mu + sd * numbers[i];
    }
  }

  /**
   * The way from the lower bound, in standard deviations. The density all but falls as an
   * exponential function does, which gives the way to 1e-4 of the width; each step of Newton's
   * method squares that.
   */
  private double narrowQuantile(double p) {
    double a = inStandardUnits(lower);
    double width = width();
    double slope = a + width / 2;
    double way = slope == 0 ? p * width : -Math.log1p(p * Math.expm1(-slope * width)) / slope;
    double wanted = p * density(width);
    for (int step = 0; step < 2; step++) {
      way -= (density(way) - wanted) / density(way, a);
    }
    return Math.max(0, Math.min(width, way));
  }

  @Override
  public Estimate truncatedTo(double from, double to) {
    Estimates.checkBounds(from, to);
    if (!(Math.max(lower, from) < Math.min(upper, to))) {
      throw Estimates.outside(this, from, to);
    }
    return from <= lower && upper <= to
        ? this
        : new NormalEstimate(mu, sd, Math.max(lower, from), Math.min(upper, to));
  }

  @Override
  public Estimate plus(double shift) {
    Checks.finite(shift, "shift of an estimate");
    return new NormalEstimate(mu + shift, sd, lower + shift, upper + shift);
  }

  @Override
  public Estimate times(double factor) {
    Checks.inRange(factor, 0, Double.MAX_VALUE, "factor of an estimate");
    return factor == 0
        ? Estimate.exact(0)
        : new NormalEstimate(mu * factor, sd * factor, lower * factor, upper * factor);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof NormalEstimate other
        && mu == other.mu
        && sd == other.sd
        && lower == other.lower
        && upper == other.upper;
  }

  @Override
  public int hashCode() {
    return Objects.hash(mu, sd, lower, upper);
  }

  @Override
  public String toString() {
    return "normal(" + mu + ", " + sd + (isWhole() ? "" : ", " + lower + ", " + upper) + ")";
  }
}
