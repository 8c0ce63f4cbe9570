package dev.steppe.internal.math;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The interval of a mean of independent figures of the same thing, by Student's t distribution:
 * each figure is a mean over a whole sequence of draws, which depend on each other.
 *
 * @see <a href="https://doi.org/10.1007/0-306-48102-2_20">L'Ecuyer, Lemieux (2002), Recent advances
 *     in randomized quasi-Monte Carlo methods</a>
 */
public final class BatchMeansInterval {

  private BatchMeansInterval() {}

  /** The quantile at the upper end of an interval, such as 2.131 for 16 figures and 95 %. */
  public static double quantile(int figures, double confidence) {
    return new TDistribution(figures - 1).inverseCumulativeProbability(0.5 + confidence / 2);
  }

  /** Half the width of the interval. */
  public static double halfWidth(double[] figures, double quantile) {
    return quantile * SampleMoments.standardDeviation(figures) / Math.sqrt(figures.length);
  }
}
