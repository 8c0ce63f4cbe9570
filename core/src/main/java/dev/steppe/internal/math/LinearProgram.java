package dev.steppe.internal.math;

import dev.steppe.internal.Interruption;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The least of {@code costs . x} over x in {@code [0, 1]}, where the first variables, the weights,
 * sum to 1 and every row holds.
 *
 * <p>No solver is trusted. The point must satisfy every row within {@value #TOLERANCE}. And for any
 * multipliers y &gt;= 0 of the rows and any m of the sum, {@code m + y.bounds + sum_j min(0,
 * costs_j - y.column_j - m [j is a weight])} is a lower bound on the optimum, whoever found them
 * (weak duality; all x_j are in [0, 1]). With the multipliers of the dual program that bound must
 * come within {@value #GAP} of the cost at the point, relative to the greatest cost, which proves
 * both.
 *
 * <p>It is the dual program that is solved, {@code max y.bounds + m} with as many rows as there are
 * variables here: it has a start to pivot from, and its prices are the point. Where its numbers are
 * so far apart that doubles fail, it is solved once more in whole numbers.
 */
public final class LinearProgram {

  /** The most by which a point may miss a scaled row. */
  public static final double TOLERANCE = 1e-12;

  /** The most by which a proven bound may stay below the cost, when the greatest cost is 1. */
  static final double GAP = 1e-12;

  /** The most coefficients of a program that is solved without rounding: seconds of work. */
  private static final int MOST_EXACT = 4_000;

  private final int weights;
  private final List<LinearRow> rows;

  /**
   * Obtains a program.
   *
   * @param weights how many variables, from the first, sum to 1
   * @param rows all with one coefficient for each variable
   */
  public LinearProgram(int weights, List<LinearRow> rows) {
    this.weights = weights;
    this.rows = rows;
  }

  /** What was found. */
  public static final class Optimum {

    private final double[] point;
    private final double cost;
    private final double bound;

    private Optimum(double[] point, double cost, double bound) {
      this.point = point;
      this.cost = cost;
      this.bound = bound;
    }

    /** Satisfies all rows. */
    public double[] point() {
      return point;
    }

    /** The cost at the point. */
    double cost() {
      return cost;
    }

    /** Proven: no point that satisfies all rows costs less. */
    public double bound() {
      return bound;
    }
  }

  /**
   * Solves the program, which must have a solution. Costs are moved to begin at 0, which the sum of
   * the weights allows: the dual program then has 0 as a start.
   *
   * @param costs of variables that are no weights, at least 0
   * @throws ArithmeticException if no answer passes its checks
   */
  public Optimum minimise(double[] costs) {
    return minimise(costs, GAP);
  }

  /**
   * As {@link #minimise(double[])}, with another allowance for the bound. What is found without
   * rounding has the best bound that there is, and needs none.
   */
  public Optimum minimise(double[] costs, double gap) {
    Interruption.check();
    double shift = Arrays.stream(costs, 0, weights).min().orElseThrow();
    double[] scaled = costs.clone();
    double scale = 0;
    for (int j = 0; j < costs.length; j++) {
      scaled[j] -= j < weights ? shift : 0;
      scale = Math.max(scale, scaled[j]);
    }
    for (int j = 0; j < costs.length && scale > 0; j++) {
      scaled[j] /= scale;
    }
    // Any pivots that lead to an answer will do; the greedy ones need fewer of them.
    for (int greedyPivots : new int[] {10 * (costs.length + rows.size()), 0}) {
      try {
        Simplex.Solution dual =
            Simplex.maximise(columns(costs.length), scaled, gains(0), greedyPivots);
        double[] point = cleaned(dual.prices());
        double bound = provenBound(scaled, dual.point());
        if (isFeasible(point) && Vectors.dot(scaled, point) - bound <= gap) {
          return optimum(costs, point, bound * scale + shift);
        }
      } catch (ArithmeticException rounded) {
        // Numbers so far apart that a basis was taken for another; the next try may do.
      }
    }
    return exactly(costs, scaled, scale, shift);
  }

  private static Optimum optimum(double[] costs, double[] point, double bound) {
    double cost = Vectors.dot(costs, point);
    return new Optimum(point, cost, Math.min(cost, bound));
  }

  /**
   * The same without rounding. Where no point meets all rows to the last digit, because bounds were
   * rounded before, each row is given a part of its tolerance. The bound is proven either way, and
   * as near as there is one.
   */
  private Optimum exactly(double[] costs, double[] scaled, double scale, double shift) {
    if ((long) costs.length * rows.size() <= MOST_EXACT) {
      for (double slack : new double[] {0, TOLERANCE / 4}) {
        try {
          ExactSimplex.Solution dual =
              ExactSimplex.maximise(columns(costs.length), scaled, gains(slack));
          double[] point =
              cleaned(Arrays.stream(dual.prices()).mapToDouble(BigDecimal::doubleValue).toArray());
          if (isFeasible(point)) {
            double bound = exactBound(scaled, dual.point());
            return optimum(costs, point, bound * scale + shift);
          }
        } catch (ArithmeticException noPoint) {
          // None meets all rows to the last digit.
        }
      }
    }
    throw new ArithmeticException(
        "A linear program of "
            + costs.length
            + " variables and "
            + rows.size()
            + " rows could not be solved");
  }

  /**
   * For each variable its coefficients in the rows, and twice in the sum, which may be negative.
   */
  private double[][] columns(int variables) {
    int count = rows.size();
    double[][] columns = new double[variables][count + 2];
    for (int j = 0; j < variables; j++) {
      for (int r = 0; r < count; r++) {
        columns[j][r] = rows.get(r).coefficients()[j];
      }
      columns[j][count] = j < weights ? 1 : 0;
      columns[j][count + 1] = j < weights ? -1 : 0;
    }
    return columns;
  }

  /** The bounds of the rows, less a slack, and of the sum. */
  private double[] gains(double slack) {
    double[] gains = new double[rows.size() + 2];
    for (int r = 0; r < rows.size(); r++) {
      gains[r] = rows.get(r).bound() - slack;
    }
    gains[rows.size()] = 1;
    gains[rows.size() + 1] = -1;
    return gains;
  }

  /** Rounding errors taken out: nothing below 0, and the weights sum to 1. */
  private double[] cleaned(double[] point) {
    double sum = 0;
    for (int j = 0; j < point.length; j++) {
      point[j] = Math.max(0, point[j]);
      sum += j < weights ? point[j] : 0;
    }
    for (int j = 0; j < Math.min(weights, point.length); j++) {
      point[j] /= sum;
    }
    return point;
  }

  private boolean isFeasible(double[] point) {
    boolean feasible = true;
    for (int j = 0; j < point.length; j++) {
      feasible &= point[j] >= 0 && point[j] <= 1 + TOLERANCE;
    }
    for (LinearRow row : rows) {
      feasible &= row.shortfall(point) <= TOLERANCE;
    }
    return feasible;
  }

  private double provenBound(double[] costs, double[] multipliers) {
    int count = rows.size();
    double ofSum = multipliers[count] - multipliers[count + 1];
    double bound = ofSum;
    for (int r = 0; r < count; r++) {
      bound += Math.max(0, multipliers[r]) * rows.get(r).bound();
    }
    for (int j = 0; j < costs.length; j++) {
      double reduced = costs[j] - (j < weights ? ofSum : 0);
      for (int r = 0; r < count; r++) {
        reduced -= Math.max(0, multipliers[r]) * rows.get(r).coefficients()[j];
      }
      bound += Math.min(0, reduced);
    }
    return bound;
  }

  /** As {@link #provenBound}, where large multipliers would leave no digits. */
  private double exactBound(double[] costs, BigDecimal[] multipliers) {
    int count = rows.size();
    BigDecimal ofSum = multipliers[count].subtract(multipliers[count + 1]);
    BigDecimal bound = ofSum;
    for (int r = 0; r < count; r++) {
      bound = bound.add(multipliers[r].multiply(new BigDecimal(rows.get(r).bound())));
    }
    for (int j = 0; j < costs.length; j++) {
      BigDecimal reduced = new BigDecimal(costs[j]);
      if (j < weights) {
        reduced = reduced.subtract(ofSum);
      }
      for (int r = 0; r < count; r++) {
        reduced =
            reduced.subtract(
                multipliers[r].multiply(new BigDecimal(rows.get(r).coefficients()[j])));
      }
      bound = bound.add(reduced.min(BigDecimal.ZERO));
    }
    return bound.doubleValue();
  }
}
