package dev.steppe.internal.math;

import org.apache.commons.math3.special.Gamma;

/**
 * The inverse distribution function of the gamma distribution with scale 1.
 *
 * <p>Newton's method on the logarithm of the value, kept inside a bracket, from Wilson and
 * Hilferty's approximation (1931) or from the first term of the series. Commons Math's solver does
 * the same to a fixed absolute error, which is too coarse for small shapes, and ten times slower.
 */
public final class GammaQuantile {

  private final double shape;
  private final double logGamma;

  /** The function of a shape greater than 0. */
  public GammaQuantile(double shape) {
    this.shape = shape;
    this.logGamma = Gamma.logGamma(shape);
  }

  /**
   * The value at a probability in {@code (0, 1)}; never less than the least normal double, so that
   * weights drawn as shares of such values always have a sum.
   */
  public double at(double probability) {
    if (shape == 1) {
      return -Math.log1p(-probability);
    }
    double log = logAt(probability);
    return log < -700 ? Double.MIN_NORMAL : Math.exp(log);
  }

  /** The natural logarithm of the value, which is finite however small the value is. */
  public double logAt(double probability) {
    double log = start(probability);
    // The first term of the series is all there is of a value this small.
    if (log < -700) {
      return log;
    }
    double low = -745;
    double high = 40;
    for (int step = 0; step < 100; step++) {
      double value = Math.exp(log);
      double excess = Gamma.regularizedGammaP(shape, value) - probability;
      if (excess > 0) {
        high = log;
      } else {
        low = log;
      }
      // Far from the value the density is so small that a full step would leave all bounds.
      double newton = excess / Math.exp(shape * log - value - logGamma);
      if (Math.abs(newton) < 1e-13 * (1 + Math.abs(log))) {
        return log - newton;
      }
      double next = log - Math.max(-1, Math.min(1, newton));
      log = next > low && next < high ? next : (low + high) / 2;
    }
    return log;
  }

  private double start(double probability) {
    double series = (Math.log(probability) + logGamma + Math.log(shape)) / shape;
    if (shape < 1 || series < -3) {
      return series;
    }
    double z = StandardNormal.quantile(probability, 1 - probability);
    double root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
    return root > 0.05 ? Math.log(shape) + 3 * Math.log(root) : series;
  }
}
