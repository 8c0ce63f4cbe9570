package dev.steppe.internal.math;

import dev.steppe.internal.Interruption;

/**
 * Local linear regression with a Gaussian kernel: the value at a point is that of the straight line
 * fitted to the sample with weights that fall with the distance (Fan and Gijbels 1996, Local
 * Polynomial Modelling and Its Applications, chapter 3). The width of the kernel is the one with
 * the least squared error of leave-one-out prediction, out of 25 from a fiftieth to a hundred times
 * the range of x; the widest is a straight line but for the last digits.
 */
public final class LocalLinearRegression {

  private static final int WIDTHS = 25;

  private final double[] x;
  private final double[] y;
  private final double[] fitted;

  public LocalLinearRegression(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double each : x) {
      least = Math.min(least, each);
      greatest = Math.max(greatest, each);
    }
    double best = Double.POSITIVE_INFINITY;
    double chosen = 0;
    for (int w = 0; w < WIDTHS; w++) {
      double width = (greatest - least) / 50 * Math.pow(5000, w / (WIDTHS - 1.0));
      double error = errorWithoutEach(width);
      // On a tie the wider kernel, which bends less.
      if (error <= best) {
        best = error;
        chosen = width;
      }
    }
    fitted = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      fitted[i] = at(x[i], chosen, -1);
    }
  }

  private double errorWithoutEach(double width) {
    double error = 0;
    for (int i = 0; i < x.length; i++) {
      Interruption.check();
      double residual = y[i] - at(x[i], width, i);
      error += residual * residual;
    }
    return error;
  }

  /** The regression at a point, from the sample without one of its members. */
  private double at(double point, double width, int without) {
    double weights = 0;
    double meanX = 0;
    double meanY = 0;
    double nearest = nearest(point, without);
    double[] kernel = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (i != without) {
        // Relative to the nearest, so that a point far from all others has neighbours too.
        double distance = (x[i] - point) / width;
        kernel[i] = Math.exp(-0.5 * (distance * distance - nearest * nearest / (width * width)));
        weights += kernel[i];
        meanX += kernel[i] * x[i];
        meanY += kernel[i] * y[i];
      }
    }
    meanX /= weights;
    meanY /= weights;
    double squares = 0;
    double products = 0;
    for (int i = 0; i < x.length; i++) {
      squares += kernel[i] * (x[i] - meanX) * (x[i] - meanX);
      products += kernel[i] * (x[i] - meanX) * (y[i] - meanY);
    }
    // Neighbours that are all at one place have a mean but no slope.
    double range = 1e-6 * width;
    return squares > weights * range * range ? meanY + products / squares * (point - meanX) : meanY;
  }

  private double nearest(double point, int without) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      nearest = i == without ? nearest : Math.min(nearest, Math.abs(x[i] - point));
    }
    return nearest;
  }

  /** The variance of the regression over that of y: an estimate of the correlation ratio. */
  public double correlationRatio() {
    return Math.min(1, squares(fitted) / squares(y));
  }

  /** The sum of squared deviations from the mean. */
  public static double squares(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares;
  }
}
