package dev.steppe.internal.math;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Weights between bounds of their own, with sum 1. The least weighted sum over them is a fractional
 * knapsack: everyone gets the lower bound, and the rest goes to the least values first.
 *
 * @see "Dantzig (1957), Discrete-variable extremum problems. Operations Research 5, 266-288"
 */
public final class BoxSimplex {

  private final double[] lower;
  private final double[] upper;

  public BoxSimplex(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /** The weights with the least weighted sum of the values. */
  public double[] least(double[] values) {
    return fill(leastFirst(values));
  }

  /** The positions from the least value to the greatest; equal ones in their order. */
  public static int[] leastFirst(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, Comparator.comparingDouble(k -> values[k]));
    return Arrays.stream(order).mapToInt(k -> k).toArray();
  }

  /** Lower bounds, and what is left of 1 to the first in the order, each up to its upper bound. */
  public double[] fill(int[] order) {
    double[] weights = lower.clone();
    double left = 1;
    for (double bound : lower) {
      left -= bound;
    }
    for (int k : order) {
      double more = Math.max(0, Math.min(left, upper[k] - lower[k]));
      weights[k] += more;
      left -= more;
    }
    return weights;
  }
}
