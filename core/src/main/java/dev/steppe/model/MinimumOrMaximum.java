package dev.steppe.model;

import java.util.Arrays;

/** The greatest or least child, see {@link Aggregation#maximum} and {@link Aggregation#minimum}. */
enum MinimumOrMaximum implements WeightedMean {
  MAXIMUM {
    @Override
    public void aggregate(double[][] children, double[] weights, double[] out, int rows) {
      greatest(children, weights, out, rows);
    }
  },
  MINIMUM {
    @Override
    public void aggregate(double[][] children, double[] weights, double[] out, int rows) {
      least(children, weights, out, rows);
    }
  };

  static void greatest(double[][] children, double[] weights, double[] out, int rows) {
    Arrays.fill(out, 0, rows, 0.0);
    for (int c = 0; c < children.length; c++) {
      if (weights[c] > 0) {
        double[] child = children[c];
        for (int i = 0; i < rows; i++) {
          out[i] = Math.max(out[i], child[i]);
        }
      }
    }
  }

  static void least(double[][] children, double[] weights, double[] out, int rows) {
    Arrays.fill(out, 0, rows, Double.POSITIVE_INFINITY);
    for (int c = 0; c < children.length; c++) {
      if (weights[c] > 0) {
        double[] child = children[c];
        for (int i = 0; i < rows; i++) {
          out[i] = Math.min(out[i], child[i]);
        }
      }
    }
  }

  /**
   * Keeps a mean between the least and the greatest child, which rounding may miss by a hair and a
   * floor by more.
   */
  static void keepBetween(double[][] children, double[] weights, double[] out, int rows) {
    double[] least = new double[rows];
    double[] greatest = new double[rows];
    least(children, weights, least, rows);
    greatest(children, weights, greatest, rows);
    for (int i = 0; i < rows; i++) {
      out[i] = Math.min(greatest[i], Math.max(least[i], out[i]));
    }
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of(this == MAXIMUM ? "maximum" : "minimum");
  }

  @Override
  public String toString() {
    return this == MAXIMUM ? "maximum()" : "minimum()";
  }
}
