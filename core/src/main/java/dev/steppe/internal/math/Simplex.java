package dev.steppe.internal.math;

import dev.steppe.internal.Interruption;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The textbook simplex method for {@code max gains . y} subject to {@code matrix y <= limits} and
 * {@code y >= 0}, where no limit is below 0, so that y = 0 is a start. Pivots choose a basis; the
 * answer and the prices of the rows are then computed afresh from that basis, so that errors do not
 * add up over pivots.
 *
 * <p>The solver of Commons Math 3.6.1 is not used because its answers to programs of a few dozen
 * variables did not pass the checks of {@link LinearProgram}: some points violated constraints by
 * far more than its tolerance.
 *
 * @see "Dantzig (1963), Linear Programming and Extensions. Princeton University Press"
 * @see "Bland (1977), New finite pivoting rules for the simplex method. Mathematics of Operations
 *     Research 2, 103-107"
 */
final class Simplex {

  private static final double EPSILON = 1e-11;

  private final double[][] matrix;
  private final double[] limits;
  private final double[] gains;
  private final int rows;
  private final int columns;

  /** The rows with their limits last, and below them the gains, negative. */
  private final double[][] tableau;

  /** The variables of the rows; those from {@code columns} on are slacks. */
  private final int[] basic;

  private final int[] nonbasic;

  private Simplex(double[][] matrix, double[] limits, double[] gains) {
    this.matrix = matrix;
    this.limits = limits;
    this.gains = gains;
    this.rows = limits.length;
    this.columns = gains.length;
    this.tableau = new double[rows + 1][columns + 1];
    this.basic = new int[rows];
    this.nonbasic = new int[columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(matrix[i], 0, tableau[i], 0, columns);
      tableau[i][columns] = limits[i];
      basic[i] = columns + i;
    }
    for (int j = 0; j < columns; j++) {
      tableau[rows][j] = -gains[j];
      nonbasic[j] = j;
    }
  }

  /** The two solutions, which prove each other. */
  static final class Solution {

    private final double[] point;
    private final double[] prices;

    private Solution(double[] point, double[] prices) {
      this.point = point;
      this.prices = prices;
    }

    /** The y with the greatest gain. */
    double[] point() {
      return point;
    }

    /** By row: by how much the gain grows with its limit. */
    double[] prices() {
      return prices;
    }
  }

  /**
   * Solves the program.
   *
   * @param greedyPivots how many pivots take the steepest column, before Bland's rule takes over,
   *     which cannot go round in circles
   * @throws ArithmeticException if the gain has no limit, or no end is reached
   */
  static Solution maximise(double[][] matrix, double[] limits, double[] gains, int greedyPivots) {
    Simplex simplex = new Simplex(matrix, limits, gains);
    int most = greedyPivots + 1000 * (simplex.rows + simplex.columns);
    for (int pivots = 0; pivots < most; pivots++) {
      Interruption.check();
      boolean bland = pivots >= greedyPivots;
      int entering = simplex.entering(bland);
      if (entering < 0) {
        return simplex.solution();
      }
      int leaving = simplex.leaving(entering, bland);
      if (leaving < 0) {
        throw new ArithmeticException("A linear program has no limit");
      }
      simplex.pivot(leaving, entering);
    }
    throw new ArithmeticException("A linear program did not end after " + most + " pivots");
  }

  private int entering(boolean bland) {
    int found = -1;
    for (int j = 0; j < columns; j++) {
      double cost = tableau[rows][j];
      if (cost < -EPSILON
          && (found < 0 || (bland ? nonbasic[j] < nonbasic[found] : cost < tableau[rows][found]))) {
        found = j;
      }
    }
    return found;
  }

  private int leaving(int entering, boolean bland) {
    int found = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows; i++) {
      double pivot = tableau[i][entering];
      if (pivot <= EPSILON) {
        continue;
      }
      double ratio = Math.max(0, tableau[i][columns]) / pivot;
      boolean tie = Math.abs(ratio - least) <= 1e-13;
      boolean preferred =
          tie && (bland ? basic[i] < basic[found] : pivot > tableau[found][entering]);
      if (preferred || (!tie && ratio < least)) {
        least = tie ? Math.min(least, ratio) : ratio;
        found = i;
      }
    }
    return found;
  }

  private void pivot(int row, int column) {
    double[] pivotRow = tableau[row];
    double pivot = pivotRow[column];
    for (int j = 0; j <= columns; j++) {
      pivotRow[j] = j == column ? 1 / pivot : pivotRow[j] / pivot;
    }
    for (int i = 0; i <= rows; i++) {
      double factor = tableau[i][column];
      if (i == row || factor == 0) {
        continue;
      }
      double[] other = tableau[i];
      for (int j = 0; j <= columns; j++) {
        other[j] -= factor * pivotRow[j];
      }
      other[column] = -factor / pivot;
    }
    int swapped = basic[row];
    basic[row] = nonbasic[column];
    nonbasic[column] = swapped;
  }

  /** Both solutions of the final basis, from the numbers of the program. */
  private Solution solution() {
    RealMatrix basis = new Array2DRowRealMatrix(rows, rows);
    double[] basicGains = new double[rows];
    for (int b = 0; b < rows; b++) {
      int variable = basic[b];
      for (int i = 0; i < rows; i++) {
        basis.setEntry(
            i, b, variable < columns ? matrix[i][variable] : variable - columns == i ? 1 : 0);
      }
      basicGains[b] = variable < columns ? gains[variable] : 0;
    }
    double[] values = solved(basis, limits);
    double[] point = new double[columns];
    for (int b = 0; b < rows; b++) {
      if (basic[b] < columns) {
        point[basic[b]] = values[b];
      }
    }
    return new Solution(point, solved(basis.transpose(), basicGains));
  }

  private static double[] solved(RealMatrix basis, double[] right) {
    DecompositionSolver solver = new LUDecomposition(basis, 1e-14).getSolver();
    return solver.isNonSingular()
        ? solver.solve(new ArrayRealVector(right, false)).toArray()
        : new double[right.length];
  }
}
