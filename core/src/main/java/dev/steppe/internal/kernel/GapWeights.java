package dev.steppe.internal.kernel;

import java.util.Arrays;

/**
 * Columns of effective weights where readings are missing: within each factor, what is there shares
 * the weight of the factor in proportion.
 */
final class GapWeights {

  private final CompiledModel model;

  /** By node: the drawn weight of all indicators below it. */
  private final double[][] mass;

  /** By node: its share of the score. */
  private final double[][] share;

  private final double[] available;

  /**
   * Columns that are filled for each set of gaps anew.
   *
   * @param from the number of the first column of the buffers that is free
   */
  GapWeights(CompiledModel model, DrawBuffers buffers, int from) {
    int nodes = model.nodes().size();
    this.model = model;
    this.mass = buffers.columns(from, nodes);
    this.share = buffers.columns(from + nodes, nodes);
    this.available = buffers.columns(from + 2 * nodes, 1)[0];
  }

  /** The weights of the indicators; only those of indicators that are there mean anything. */
  double[][] columns(Reweighting gaps, double[][] weights, int rows) {
    for (int i = 0; i < weights.length; i++) {
      System.arraycopy(weights[i], 0, mass[i], 0, rows);
    }
    for (int f = 0; f < model.children.length; f++) {
      double[] sum = mass[model.indicators + f];
      Arrays.fill(sum, 0, rows, 0.0);
      for (int child : model.children[f]) {
        add(mass[child], rows, sum);
      }
    }
    Arrays.fill(share[model.root()], 0, rows, 1.0);
    for (int f = model.children.length - 1; f >= 0; f--) {
      Arrays.fill(available, 0, rows, 0.0);
      for (int child : model.children[f]) {
        if (gaps.present[child]) {
          add(mass[child], rows, available);
        }
      }
      divide(share[model.indicators + f], available, rows);
      for (int child : model.children[f]) {
        if (gaps.present[child]) {
          multiply(available, mass[child], rows, share[child]);
        }
      }
    }
    return share;
  }

  private static void add(double[] column, int rows, double[] sum) {
    for (int r = 0; r < rows; r++) {
      sum[r] += column[r];
    }
  }

  /** The quotient, in place of the divisor; 0 where nothing there has any weight. */
  private static void divide(double[] dividend, double[] divisor, int rows) {
    for (int r = 0; r < rows; r++) {
      divisor[r] = divisor[r] > 0 ? dividend[r] / divisor[r] : 0;
    }
  }

  private static void multiply(double[] first, double[] second, int rows, double[] out) {
    for (int r = 0; r < rows; r++) {
      out[r] = first[r] * second[r];
    }
  }
}
