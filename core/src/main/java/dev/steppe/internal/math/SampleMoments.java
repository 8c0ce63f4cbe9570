package dev.steppe.internal.math;

import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/**
 * What the moments of a sample say of where it is from: the variance is divided by {@code n - 1},
 * and skewness and excess kurtosis are those that a spreadsheet gives ({@code SKEW}, {@code KURT}).
 */
public final class SampleMoments {

  private SampleMoments() {}

  /** The mean of at least one number. */
  public static double mean(double[] sample) {
    return new Mean().evaluate(sample);
  }

  /** The variance; 0 for one number. */
  public static double variance(double[] sample) {
    return new Variance().evaluate(sample);
  }

  /** The root of the variance. */
  public static double standardDeviation(double[] sample) {
    return new StandardDeviation().evaluate(sample);
  }

  /** The skewness of at least three numbers; NaN if they are all the same. */
  public static double skewness(double[] sample) {
    return new Skewness().evaluate(sample);
  }

  /** The excess kurtosis of at least four numbers; NaN if they are all the same. */
  public static double kurtosis(double[] sample) {
    return new Kurtosis().evaluate(sample);
  }
}
