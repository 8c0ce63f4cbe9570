package dev.steppe.sensitivity;

/**
 * Takes outputs from their mean and to a size near 1, by a power of 2 so that no digit is lost:
 * squares and their squares then stay within the range of doubles, however great or small the
 * outputs are.
 */
final class OutputScale {

  private final double mean;
  private final int exponent;

  private OutputScale(double mean, int exponent) {
    this.mean = mean;
    this.exponent = exponent;
  }

  /**
   * The scale of columns of outputs.
   *
   * @param outputs by column and row; the mean is that of the first two
   */
  static OutputScale of(double[][] outputs) {
    double[] first = outputs[0];
    double[] second = outputs[1];
    double level = first[0];
    double sum = 0;
    for (int r = 0; r < first.length; r++) {
      // Halves, so that two of the greatest doubles have a difference.
      double one = first[r] / 2 - level / 2;
      double other = second[r] / 2 - level / 2;
      sum += one / first.length + other / first.length;
    }
    double mean = level + sum;
    double most = 0;
    for (double[] column : outputs) {
      for (double output : column) {
        most = Math.max(most, Math.abs(output / 2 - mean / 2));
      }
    }
    return new OutputScale(mean, Math.getExponent(most));
  }

  double mean() {
    return mean;
  }

  void apply(double[][] outputs) {
    for (double[] column : outputs) {
      for (int r = 0; r < column.length; r++) {
        // Not in one step: the difference may be beyond all doubles.
        column[r] = 2 * (Math.scalb(column[r] / 2, -exponent) - Math.scalb(mean / 2, -exponent));
      }
    }
  }

  /**
   * The variance of the outputs as they were.
   *
   * @throws IllegalArgumentException if it is beyond the range of doubles
   */
  double variance(double scaled) {
    double variance = Math.scalb(scaled, 2 * exponent);
    return checked(variance);
  }

  /** The variance, if it is a number to divide. */
  static double checked(double variance) {
    if (!(variance >= Double.MIN_NORMAL && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The variance of the output must be in [2.2E-308, 1.8E308], the range of doubles, but was "
              + variance
              + ". Give the output in a "
              + (variance < 1 ? "smaller" : "greater")
              + " unit.");
    }
    return variance;
  }
}
