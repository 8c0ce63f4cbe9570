package dev.steppe.internal.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The simplex method in whole numbers, for programs whose numbers are too far apart for {@link
 * Simplex}: the same {@code max gains . y} subject to {@code matrix y <= limits} and {@code y >=
 * 0}, where no limit is below 0. Doubles are whole numbers times a power of 2, and a pivot leaves
 * whole numbers over one common denominator, so that nothing is rounded and no tolerance is needed.
 */
final class ExactSimplex {

  /** Of what is given back; nothing is computed with it. */
  private static final MathContext DIGITS = new MathContext(60);

  private final int rows;
  private final int columns;

  /** The rows with their limits last, and below them the gains, negative; all over {@code one}. */
  private final BigInteger[][] tableau;

  private BigInteger one = BigInteger.ONE;

  /** The variables of the rows; those from {@code columns} on are slacks. */
  private final int[] basic;

  private final int[] nonbasic;

  private ExactSimplex(double[][] matrix, double[] limits, double[] gains) {
    this.rows = limits.length;
    this.columns = gains.length;
    this.tableau = new BigInteger[rows + 1][columns + 1];
    this.basic = new int[rows];
    this.nonbasic = new int[columns];
    int shift = Math.max(shift(limits), shift(gains));
    for (double[] row : matrix) {
      shift = Math.max(shift, shift(row));
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        tableau[i][j] = whole(matrix[i][j], shift);
      }
      tableau[i][columns] = whole(limits[i], shift);
      basic[i] = columns + i;
    }
    for (int j = 0; j < columns; j++) {
      tableau[rows][j] = whole(-gains[j], shift);
      nonbasic[j] = j;
    }
    tableau[rows][columns] = BigInteger.ZERO;
  }

  /** The least power of 2 that makes whole numbers of all of these. */
  private static int shift(double[] values) {
    int most = 0;
    for (double value : values) {
      if (value != 0) {
        long mantissa = (Double.doubleToLongBits(value) & ((1L << 52) - 1)) | 1L << 52;
        int last = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        most = Math.max(most, -last - Long.numberOfTrailingZeros(mantissa));
      }
    }
    return most;
  }

  private static BigInteger whole(double value, int shift) {
    return new BigDecimal(value)
        .multiply(new BigDecimal(BigInteger.ONE.shiftLeft(shift)))
        .toBigIntegerExact();
  }

  /** The two solutions, which prove each other. */
  static final class Solution {

    private final BigDecimal[] point;
    private final BigDecimal[] prices;

    private Solution(BigDecimal[] point, BigDecimal[] prices) {
      this.point = point;
      this.prices = prices;
    }

    /** The y with the greatest gain. */
    BigDecimal[] point() {
      return point;
    }

    /** By row: by how much the gain grows with its limit. */
    BigDecimal[] prices() {
      return prices;
    }
  }

  /**
   * Solves the program.
   *
   * @throws ArithmeticException if the gain has no limit
   */
  static Solution maximise(double[][] matrix, double[] limits, double[] gains) {
    ExactSimplex simplex = new ExactSimplex(matrix, limits, gains);
    int greedyPivots = 10 * (simplex.rows + simplex.columns);
    for (int pivots = 0; ; pivots++) {
      int entering = simplex.entering(pivots >= greedyPivots);
      if (entering < 0) {
        return simplex.solution();
      }
      int leaving = simplex.leaving(entering);
      if (leaving < 0) {
        throw new ArithmeticException("A linear program has no limit");
      }
      simplex.pivot(leaving, entering);
    }
  }

  /** The steepest column, or by Bland's rule, which cannot go round in circles, the first. */
  private int entering(boolean bland) {
    int found = -1;
    for (int j = 0; j < columns; j++) {
      BigInteger cost = tableau[rows][j];
      if (cost.signum() < 0
          && (found < 0
              || (bland
                  ? nonbasic[j] < nonbasic[found]
                  : cost.compareTo(tableau[rows][found]) < 0))) {
        found = j;
      }
    }
    return found;
  }

  private int leaving(int entering) {
    int found = -1;
    for (int i = 0; i < rows; i++) {
      if (tableau[i][entering].signum() > 0) {
        int order =
            found < 0
                ? -1
                : tableau[i][columns]
                    .multiply(tableau[found][entering])
                    .compareTo(tableau[found][columns].multiply(tableau[i][entering]));
        if (order < 0 || (order == 0 && basic[i] < basic[found])) {
          found = i;
        }
      }
    }
    return found;
  }

  private void pivot(int row, int column) {
    BigInteger[] pivotRow = tableau[row];
    BigInteger pivot = pivotRow[column];
    for (int i = 0; i <= rows; i++) {
      if (i != row) {
        BigInteger factor = tableau[i][column];
        for (int j = 0; j <= columns; j++) {
          if (j != column) {
            tableau[i][j] =
                tableau[i][j].multiply(pivot).subtract(factor.multiply(pivotRow[j])).divide(one);
          }
        }
        tableau[i][column] = factor.negate();
      }
    }
    pivotRow[column] = one;
    one = pivot;
    int swapped = basic[row];
    basic[row] = nonbasic[column];
    nonbasic[column] = swapped;
  }

  private Solution solution() {
    BigDecimal[] point = new BigDecimal[columns];
    BigDecimal[] prices = new BigDecimal[rows];
    Arrays.fill(point, BigDecimal.ZERO);
    Arrays.fill(prices, BigDecimal.ZERO);
    for (int i = 0; i < rows; i++) {
      if (basic[i] < columns) {
        point[basic[i]] = rounded(tableau[i][columns]);
      }
    }
    for (int j = 0; j < columns; j++) {
      if (nonbasic[j] >= columns) {
        prices[nonbasic[j] - columns] = rounded(tableau[rows][j]);
      }
    }
    return new Solution(point, prices);
  }

  private BigDecimal rounded(BigInteger numerator) {
    return new BigDecimal(numerator).divide(new BigDecimal(one), DIGITS);
  }
}
