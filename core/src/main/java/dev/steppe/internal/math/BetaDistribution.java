package dev.steppe.internal.math;

import org.apache.commons.math3.special.Beta;

/**
 * The beta distribution on {@code [0, 1]}, with quantiles that are quick enough to draw with. Each
 * is seen from the end that it is nearer to: a value next to 1 has no digits left.
 */
public final class BetaDistribution {

  /** The shapes for which the pieces of {@link BetaHalf} are tested. */
  public static final double LEAST_SHAPE = 0.1;

  /** See {@link #LEAST_SHAPE}. */
  public static final double GREATEST_SHAPE = 1000;

  private final double split;
  private final BetaHalf below;
  private final BetaHalf above;

  /** The distribution with two shapes, each from 0.1 to 1000. */
  public BetaDistribution(double alpha, double beta) {
    double mean = alpha / (alpha + beta);
    split = cdf(mean, alpha, beta);
    below = new BetaHalf(alpha, beta, mean);
    above = new BetaHalf(beta, alpha, beta / (alpha + beta));
  }

  /** The probability of at most {@code x}. */
  public static double cdf(double x, double alpha, double beta) {
    return x <= 0 ? 0 : x >= 1 ? 1 : Beta.regularizedBeta(x, alpha, beta);
  }

  /**
   * The value at a probability in {@code [0, 1]}: that of at most this value is off by less than
   * 1e-11.
   */
  public double quantile(double probability) {
    return probability <= split ? below.at(probability) : 1 - above.at(1 - probability);
  }
}
