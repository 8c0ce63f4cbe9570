package dev.steppe.weights;

import dev.steppe.internal.math.BoxSimplex;
import dev.steppe.internal.math.Vectors;
import dev.steppe.score.Ranking;
import java.util.Arrays;

/**
 * The nearest weights on the simplex (at least 0, sum 1) whose weighted sum of given differences is
 * 0. Each is exact up to rounding.
 */
final class SimplexProjection {

  private static final int STEPS = 200;

  private SimplexProjection() {}

  /**
   * In Euclid's distance: the projection onto the simplex cut by a plane. It has the form {@code
   * w'_k = max(0, w_k + lambda + mu * d_k)}; for each mu, lambda makes the sum 1 and the weighted
   * sum of d never falls as mu rises. Between two changes of sign of some weight it is a straight
   * line in mu, so that Newton's step from the right piece, kept within a bracket, ends exactly.
   * Without weights at 0 this is {@code w - (w.d) d~ / |d~|^2}, d~ being d minus its mean.
   */
  static double[] euclidean(double[] weights, double[] difference) {
    double least = Arrays.stream(difference).min().orElseThrow();
    if (Ranking.compareScores(least, 0) == 0) {
      return onFace(weights, difference);
    }
    // Newton's step is taken in the support, where it is precise whatever the size of mu.
    double below = -1;
    while (Vectors.dot(along(weights, difference, below), difference) > 0) {
      below *= 2;
    }
    double above = 0;
    double[] point = along(weights, difference, below);
    for (int step = 0; step < STEPS; step++) {
      double[] polished = polished(weights, difference, point);
      if (isProjection(weights, difference, polished)) {
        return polished;
      }
      double middle = below + (above - below) / 2;
      point = along(weights, difference, middle);
      if (Vectors.dot(point, difference) > 0) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return polished(weights, difference, point);
  }

  /** All the weight on differences that are 0: the only weights whose sum of differences is. */
  private static double[] onFace(double[] weights, double[] difference) {
    double[] masked = weights.clone();
    for (int k = 0; k < masked.length; k++) {
      if (Ranking.compareScores(difference[k], 0) > 0) {
        masked[k] = Double.NEGATIVE_INFINITY;
      }
    }
    return ontoSimplex(masked);
  }

  private static double[] along(double[] weights, double[] difference, double mu) {
    double[] moved = new double[weights.length];
    for (int k = 0; k < moved.length; k++) {
      moved[k] = weights[k] + mu * difference[k];
    }
    return ontoSimplex(moved);
  }

  /**
   * The nearest point of the simplex.
   *
   * @see "Held, Wolfe, Crowder (1974), Validation of subgradient optimization. Mathematical
   *     Programming 6, 62-88"
   */
  private static double[] ontoSimplex(double[] point) {
    double[] sorted = point.clone();
    Arrays.sort(sorted);
    double sum = 0;
    double shift = 0;
    for (int count = 1; count <= sorted.length; count++) {
      double next = sorted[sorted.length - count];
      if (next == Double.NEGATIVE_INFINITY) {
        break;
      }
      sum += next;
      double candidate = (1 - sum) / count;
      if (next + candidate > 0) {
        shift = candidate;
      }
    }
    double[] projected = new double[point.length];
    for (int k = 0; k < point.length; k++) {
      projected[k] = Math.max(0, point[k] + shift);
    }
    return projected;
  }

  /** The closed form among the weights that are above 0 at a point, the others being 0. */
  private static double[] polished(double[] weights, double[] difference, double[] at) {
    int count = 0;
    double sum = 0;
    double mean = 0;
    for (int k = 0; k < at.length; k++) {
      if (at[k] > 0) {
        count++;
        sum += weights[k];
        mean += difference[k];
      }
    }
    mean /= count;
    double shift = (1 - sum) / count;
    double value = 0;
    double square = 0;
    for (int k = 0; k < at.length; k++) {
      if (at[k] > 0) {
        value += (weights[k] + shift) * difference[k];
        square += (difference[k] - mean) * (difference[k] - mean);
      }
    }
    double mu = square > 0 ? -value / square : 0;
    double[] result = new double[at.length];
    for (int k = 0; k < at.length; k++) {
      result[k] = at[k] > 0 ? weights[k] + shift + mu * (difference[k] - mean) : 0;
    }
    return result;
  }

  /** Whether the optimality conditions hold: none below 0, and none at 0 that ought to rise. */
  static boolean isProjection(double[] weights, double[] difference, double[] point) {
    int first = -1;
    int last = -1;
    for (int k = 0; k < point.length; k++) {
      if (point[k] < 0) {
        return false;
      }
      if (point[k] > 0) {
        first = first < 0 || difference[k] < difference[first] ? k : first;
        last = last < 0 || difference[k] > difference[last] ? k : last;
      }
    }
    if (Math.abs(Vectors.dot(point, difference)) > 1e-10 || difference[first] == difference[last]) {
      return false;
    }
    double gain = (point[last] - weights[last]) - (point[first] - weights[first]);
    double mu = gain / (difference[last] - difference[first]);
    double lambda = point[first] - weights[first] - mu * difference[first];
    for (int k = 0; k < point.length; k++) {
      if (point[k] == 0 && weights[k] + lambda + mu * difference[k] > 1e-12) {
        return false;
      }
    }
    return true;
  }

  /**
   * In the sum of changes: weight goes to the least difference, from the greatest differences
   * first. No other move of as much weight lowers the weighted sum as far.
   */
  static double[] total(double[] weights, double[] difference) {
    double[] moved = weights.clone();
    int[] order = BoxSimplex.leastFirst(difference);
    int to = order[0];
    double left = Vectors.dot(weights, difference);
    for (int i = order.length - 1; i > 0 && left > 0; i--) {
      int from = order[i];
      double gain = difference[from] - difference[to];
      double amount = gain > 0 ? Math.min(moved[from], left / gain) : 0;
      moved[from] -= amount;
      moved[to] += amount;
      left -= amount * gain;
    }
    return moved;
  }

  /**
   * In the largest change: the least radius r for which weights within r of the given ones reach 0.
   * What they reach falls as r rises, so bisection finds it to the last digit.
   */
  static double[] largest(double[] weights, double[] difference) {
    int[] order = BoxSimplex.leastFirst(difference);
    double below = 0;
    double above = 1;
    for (int step = 0; step < STEPS; step++) {
      double middle = below + (above - below) / 2;
      if (Vectors.dot(around(weights, middle).fill(order), difference) > 0) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return around(weights, above).fill(order);
  }

  private static BoxSimplex around(double[] weights, double radius) {
    double[] lower = new double[weights.length];
    double[] upper = new double[weights.length];
    for (int k = 0; k < weights.length; k++) {
      lower[k] = Math.max(0, weights[k] - radius);
      upper[k] = weights[k] + radius;
    }
    return new BoxSimplex(lower, upper);
  }
}
