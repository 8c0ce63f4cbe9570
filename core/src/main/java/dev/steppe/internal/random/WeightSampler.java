package dev.steppe.internal.random;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How the weights of indicators are drawn: a column of weights for each indicator, whose rows sum
 * to 1. Draws of one indicator do not depend on which others there are, but for the division by the
 * sum.
 */
public abstract class WeightSampler {

  private final long[] keys;

  public WeightSampler(List<String> codes) {
    keys = new long[codes.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Substreams.key("weight/" + codes.get(i));
    }
  }

  /** Draws the weights of a block's first rows, {@code [indicator][row]}. */
  public abstract void fill(Substreams draws, long block, int rows, double[][] weights);

  /** Adds the keys of what weights are drawn with, in the order of the indicators. */
  public void addInputs(Set<Long> inputs) {
    for (int i = 0; i < keys.length; i++) {
      if (isDrawn(i)) {
        inputs.add(keys[i]);
      }
    }
  }

  /** Whether an indicator's weight takes a draw. */
  public abstract boolean isDrawn(int indicator);

  /** The same weights in every draw, with sum 1. */
  public static WeightSampler constant(List<String> codes, ImmutableDoubleArray weights) {
    return new WeightSampler(codes) {
      @Override
      public void fill(Substreams draws, long block, int rows, double[][] columns) {
        for (int i = 0; i < columns.length; i++) {
          Arrays.fill(columns[i], 0, rows, weights.get(i));
        }
      }

      @Override
      public boolean isDrawn(int indicator) {
        return false;
      }
    };
  }

  /**
   * A Dirichlet distribution; all parameters 1 is the uniform distribution on the simplex.
   *
   * @param parameters at least 0, not all 0; an indicator with parameter 0 has weight 0
   */
  public static WeightSampler dirichlet(List<String> codes, ImmutableDoubleArray parameters) {
    // With a sum of 1 or more, some gamma draw is above 1e-300 for sure.
    boolean logs = parameters.stream().sum() < 1;
    return new WeightSampler(codes) {
      @Override
      public void fill(Substreams draws, long block, int rows, double[][] columns) {
        for (int i = 0; i < columns.length; i++) {
          double parameter = parameters.get(i);
          if (parameter == 0) {
            Arrays.fill(columns[i], 0, rows, logs ? Double.NEGATIVE_INFINITY : 0);
          } else if (logs) {
            draws.logGammas(parameter, key(i), block, rows, columns[i]);
          } else if (parameter == 1) {
            draws.exponentials(key(i), block, rows, columns[i]);
          } else {
            draws.gammas(parameter, key(i), block, rows, columns[i]);
          }
        }
        if (logs) {
          exponentiate(columns, rows);
        }
        normalize(columns, rows);
      }

      @Override
      public boolean isDrawn(int indicator) {
        return parameters.get(indicator) > 0;
      }
    };
  }

  /**
   * The uniform distribution on the weights that fall, or stay the same, along an order: {@code
   * w_(k) = sum over j >= k of g_j / j}, with {@code g} uniform on the simplex, because the
   * vertices of this set are equal weights of the first j.
   *
   * <p>Of indicators that are tied, each order is as likely as the others: their weights are dealt
   * out in an order of its own for each row.
   *
   * @param order positions of the indicators that have a weight, the weightiest first
   * @param ties for each place of the order, the first place that is tied with it
   */
  public static WeightSampler ordinal(
      List<String> codes, ImmutableIntArray order, ImmutableIntArray ties) {
    return new OrdinalSampler(codes, order, ties);
  }

  /** Uniform draws from an interval for each indicator, divided by their sum. */
  public static WeightSampler between(
      List<String> codes, ImmutableDoubleArray lower, ImmutableDoubleArray upper) {
    return new WeightSampler(codes) {
      @Override
      public void fill(Substreams draws, long block, int rows, double[][] columns) {
        for (int i = 0; i < columns.length; i++) {
          draws.uniforms(key(i), block, rows, columns[i]);
          double from = lower.get(i);
          double width = upper.get(i) - from;
          double[] column = columns[i];
          for (int r = 0; r < rows; r++) {
            column[r] = from + width * column[r];
          }
        }
        normalize(columns, rows);
      }

      @Override
      public boolean isDrawn(int indicator) {
        return true;
      }
    };
  }

  public final long key(int indicator) {
    return keys[indicator];
  }

  private static void exponentiate(double[][] columns, int rows) {
    for (int r = 0; r < rows; r++) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (double[] column : columns) {
        greatest = Math.max(greatest, column[r]);
      }
      for (double[] column : columns) {
        column[r] = StrictMath.exp(column[r] - greatest);
      }
    }
  }

  static void normalize(double[][] columns, int rows) {
    double[] scale = new double[rows];
    int i = 0;
    for (; i + 4 <= columns.length; i += 4) {
      addFour(columns[i], columns[i + 1], columns[i + 2], columns[i + 3], scale, rows);
    }
    for (; i < columns.length; i++) {
      add(columns[i], scale, rows);
    }
    invert(scale, rows);
    for (double[] column : columns) {
      multiply(scale, column, rows);
    }
  }

  private static void addFour(
      double[] a, double[] b, double[] c, double[] d, double[] sum, int rows) {
    for (int r = 0; r < rows; r++) {
      sum[r] = sum[r] + a[r] + b[r] + c[r] + d[r];
    }
  }

  static void add(double[] column, double[] sum, int rows) {
    for (int r = 0; r < rows; r++) {
      sum[r] += column[r];
    }
  }

  private static void invert(double[] numbers, int rows) {
    for (int r = 0; r < rows; r++) {
      numbers[r] = 1 / numbers[r];
    }
  }

  private static void multiply(double[] by, double[] column, int rows) {
    for (int r = 0; r < rows; r++) {
      column[r] *= by[r];
    }
  }

  static void multiply(double[] column, double by, int rows) {
    for (int r = 0; r < rows; r++) {
      column[r] *= by;
    }
  }
}
