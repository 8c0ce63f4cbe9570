package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Faults;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import dev.steppe.internal.math.BetaDistribution;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The beta distribution on {@code [lower, upper]}, also where it is told as a PERT distribution: by
 * its mode, and how strongly values keep to that.
 *
 * <p>With shapes {@code a} and {@code b} and width {@code w}, the mean is {@code lower + w a / (a +
 * b)} and the variance {@code w^2 a b / ((a + b)^2 (a + b + 1))} (Johnson, Kotz, Balakrishnan 1995,
 * Continuous Univariate Distributions, volume 2, chapter 25). A mode {@code m} and a strength
 * {@code l} have the shapes {@code a = 1 + l (m - lower) / w} and {@code b = 1 + l (upper - m) / w}
 * (Vose 2008, Risk Analysis: A Quantitative Guide, modified PERT distribution); with the usual 4
 * the mean is {@code (lower + 4 m + upper) / 6} (Malcolm, Roseboom, Clark, Fazar 1959, <a
 * href="https://doi.org/10.1287/opre.7.5.646">doi:10.1287/opre.7.5.646</a>).
 */
final class BetaEstimate implements Estimate {

  /** Of {@code (lower + 4 mode + upper) / 6}. */
  static final double USUAL_STRENGTH = 4;

  private static final long serialVersionUID = 1L;

  /** The interval, which knows how far along it a number is. */
  private final UniformEstimate range;

  private final double alpha;
  private final double beta;
  private final @Nullable Mode mode;
  private transient @Nullable BetaDistribution standard;

  /** How a PERT distribution was given. */
  private record Mode(double at, double strength) implements Serializable {}

  private BetaEstimate(UniformEstimate range, double alpha, double beta, @Nullable Mode mode) {
    this.range = range;
    this.alpha = alpha;
    this.beta = beta;
    this.mode = mode;
  }

  static BetaEstimate ofShapes(double alpha, double beta, double lower, double upper) {
    Faults faults = new Faults();
    shape(alpha, "alpha", faults);
    shape(beta, "beta", faults);
    bounds(lower, upper, faults);
    faults.throwIfAny();
    return new BetaEstimate(new UniformEstimate(lower, upper), alpha, beta, null);
  }

  static BetaEstimate ofMode(double lower, double mode, double upper, double strength) {
    Faults faults = new Faults();
    bounds(lower, upper, faults);
    faults.finite(mode, "mode of a PERT estimate");
    if (!(lower <= mode && mode <= upper)) {
      faults.addUnlessOthers(
          Text.of(
              "A PERT estimate needs lower <= mode <= upper, but was %s, %s, %s",
              lower, mode, upper));
    }
    if (!(strength > 0 && strength <= BetaDistribution.GREATEST_SHAPE - 1)) {
      faults.add("Strength of a PERT estimate must be > 0 and at most 999, but was " + strength);
    }
    faults.throwIfAny();
    UniformEstimate range = new UniformEstimate(lower, upper);
    double part = range.cdf(mode);
    return new BetaEstimate(
        range, 1 + strength * part, 1 + strength * (1 - part), new Mode(mode + 0.0, strength));
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of("beta estimate", () -> with(lower(), upper(), mode == null ? 0 : mode.at));
  }

  private static void shape(double shape, String name, Faults faults) {
    faults.inRange(
        shape,
        BetaDistribution.LEAST_SHAPE,
        BetaDistribution.GREATEST_SHAPE,
        "shape " + name + " of a beta estimate");
  }

  private static void bounds(double lower, double upper, Faults faults) {
    faults.finite(lower, "lower bound of an estimate");
    faults.finite(upper, "upper bound of an estimate");
    if (!(lower < upper)) {
      faults.addUnlessOthers(
          "Bounds of an estimate need lower < upper, but were " + lower + ".." + upper);
    }
  }

  @Override
  public double central() {
    return mode == null ? mean() : mode.at;
  }

  @Override
  public double lower() {
    return range.lower();
  }

  @Override
  public double upper() {
    return range.upper();
  }

  @Override
  public double mean() {
    return range.inverseCdf(alpha / (alpha + beta));
  }

  /** In units of 12 variances of the interval, which are the square of its width. */
  @Override
  public double variance() {
    double sum = alpha + beta;
    double share = 12 * (alpha / sum) * (beta / sum) / (sum + 1);
    double width = (range.upper() - range.lower()) / 12;
    return width * ((range.upper() - range.lower()) * share);
  }

  @Override
  public double cdf(double x) {
    return BetaDistribution.cdf(range.cdf(x), alpha, beta);
  }

  @Override
  public double inverseCdf(double p) {
    Checks.inRange(p, 0, 1, "probability");
    return range.inverseCdf(part(standard(), p));
  }

  @Override
  public void inverseCdf(double[] probabilities, int count) {
    if (!Estimates.areInside(probabilities, count)) {
      Estimate.super.inverseCdf(probabilities, count);
      return;
    }
    BetaDistribution distribution = standard();
    for (int i = 0; i < count; i++) {
      probabilities[i] = part(distribution, probabilities[i]);
    }
    for (int i = 0; i < count; i++) {
      probabilities[i] = range.inverseCdf(probabilities[i]);
    }
  }

  private static double part(BetaDistribution distribution, double p) {
    return Math.max(0, Math.min(1, distribution.quantile(p)));
  }

  /** Made when it is first drawn from. Racing threads make the same. */
  private BetaDistribution standard() {
    @Nullable BetaDistribution result = standard;
    if (result == null) {
      result = new BetaDistribution(alpha, beta);
      standard = result;
    }
    return result;
  }

  @Override
  public Estimate truncatedTo(double from, double to) {
    Estimates.checkBounds(from, to);
    if (from <= lower() && upper() <= to) {
      return this;
    }
    throw Estimates.uncuttable("A " + (mode == null ? "beta" : "PERT"), this, from, to);
  }

  @Override
  public Estimate plus(double shift) {
    Checks.finite(shift, "shift of an estimate");
    return with(lower() + shift, upper() + shift, mode == null ? 0 : mode.at + shift);
  }

  @Override
  public Estimate times(double factor) {
    Checks.inRange(factor, 0, Double.MAX_VALUE, "factor of an estimate");
    return factor == 0
        ? Estimate.exact(0)
        : with(lower() * factor, upper() * factor, mode == null ? 0 : mode.at * factor);
  }

  /** Moved to where all of it is one number, it is exact, as other estimates are. */
  private Estimate with(double lower, double upper, double mode) {
    if (lower == upper) {
      return Estimate.exact(lower);
    }
    return this.mode == null
        ? ofShapes(alpha, beta, lower, upper)
        : ofMode(lower, mode, upper, this.mode.strength);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof BetaEstimate other
        && range.equals(other.range)
        && alpha == other.alpha
        && beta == other.beta
        && Objects.equals(mode, other.mode);
  }

  @Override
  public int hashCode() {
    return Objects.hash(range, alpha, beta, mode);
  }

  @Override
  public String toString() {
    if (mode == null) {
      return "beta(" + alpha + ", " + beta + ", " + lower() + ", " + upper() + ")";
    }
    String strength = mode.strength == USUAL_STRENGTH ? "" : ", " + mode.strength;
    return "pert(" + lower() + ", " + mode.at + ", " + upper() + strength + ")";
  }
}
