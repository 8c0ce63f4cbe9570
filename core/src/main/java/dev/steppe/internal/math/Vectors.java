package dev.steppe.internal.math;

/** What is done with rows of numbers. */
public final class Vectors {

  private Vectors() {}

  /** The sum of the products, in order. */
  public static double dot(double[] first, double[] second) {
    double sum = 0;
    for (int k = 0; k < first.length; k++) {
      sum += first[k] * second[k];
    }
    return sum;
  }
}
