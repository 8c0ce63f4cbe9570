package dev.steppe.uncertainty;

import dev.steppe.internal.math.LeastEigenvalue;
import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.List;

/**
 * The correlation matrix of the indicators' parts, those of a country and those that countries
 * share, which are correlated alike: {@code rho} divided by its bound, so that their sum has the
 * correlation {@code rho}. Indicators are in the order of their naming.
 */
final class CorrelationMatrix {

  /** A least eigenvalue, or a square of a diagonal element of the factor, this near to 0 is 0. */
  private static final double NOTHING = 1e-9;

  private final Correlations correlations;
  private final List<String> names = new ArrayList<>();
  private final double[][] matrix;

  CorrelationMatrix(Correlations correlations) {
    this.correlations = correlations;
    for (Correlations.Pair pair : correlations.pairs()) {
      if (pair.rho() != 0) {
        number(pair.first());
        number(pair.second());
      }
    }
    this.matrix = new double[names.size()][names.size()];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][i] = 1;
    }
    for (Correlations.Pair pair : correlations.pairs()) {
      if (pair.rho() != 0) {
        int a = number(pair.first());
        int b = number(pair.second());
        double part = pair.rho() / bound(pair);
        // Equal shares have the bound 1, but for rounding.
        part = Math.abs(Math.abs(part) - 1) < NOTHING ? Math.signum(part) : part;
        matrix[a][b] = part;
        matrix[b][a] = part;
      }
    }
  }

  private int number(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    return names.indexOf(name);
  }

  /** The greatest correlation that two indicators may have, given the shares of their errors. */
  private double bound(Correlations.Pair pair) {
    double a = correlations.sharedError(pair.first());
    double b = correlations.sharedError(pair.second());
    return Math.sqrt(a * b) + Math.sqrt((1 - a) * (1 - b));
  }

  /** What cannot be. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (Correlations.Pair pair : correlations.pairs()) {
      if (Math.abs(pair.rho()) > bound(pair) + NOTHING) {
        faults.add(
            "'"
                + pair.first()
                + "' and '"
                + pair.second()
                + "' have shared errors of "
                + correlations.sharedError(pair.first())
                + " and "
                + correlations.sharedError(pair.second())
                + ", so their correlation must be in [-b, b] with b = "
                + bound(pair)
                + ", but was "
                + pair.rho());
      }
    }
    if (faults.isEmpty() && matrix.length > 0) {
      LeastEigenvalue least = LeastEigenvalue.of(matrix);
      if (least.value() < -NOTHING) {
        faults.add(impossible(least));
      }
    }
    return faults;
  }

  /** The eigenvalue is a sum over pairs: names the one with the most negative term. */
  private String impossible(LeastEigenvalue least) {
    int first = 0;
    int second = 1;
    double worst = 0;
    for (int a = 0; a < matrix.length; a++) {
      for (int b = 0; b < a; b++) {
        double term = least.vector().get(a) * least.vector().get(b) * matrix[a][b];
        if (term < worst) {
          worst = term;
          first = b;
          second = a;
        }
      }
    }
    // Halfway to the identity, eigenvalues are halfway to 1.
    double most = Math.floor(100 / (1 - least.value())) / 100;
    return "The matrix must have no negative eigenvalue, but has "
        + least.value()
        + ", most of it from '"
        + names.get(first)
        + "' and '"
        + names.get(second)
        + "'. Pairs that are not named have correlation 0. Maybe one is missing; all of them times "
        + Decimals.fixed(most, 2)
        + " would be possible.";
  }

  /**
   * The rows of Cholesky's factor by indicator, over the indicators; a row of 1 alone for what is
   * correlated between countries only, and an empty one for what is not correlated.
   */
  double[][] factors(List<String> codes) {
    double[][] factor = cholesky();
    double[][] rows = new double[codes.size()][];
    for (int i = 0; i < rows.length; i++) {
      int number = names.indexOf(codes.get(i));
      boolean isShared = correlations.sharedError(codes.get(i)) > 0;
      rows[i] = new double[number >= 0 || isShared ? rows.length : 0];
      if (number >= 0) {
        for (int k = 0; k <= number; k++) {
          rows[i][codes.indexOf(names.get(k))] = factor[number][k];
        }
      } else if (isShared) {
        rows[i][i] = 1;
      }
    }
    return rows;
  }

  /** Lower triangular; a matrix that is not of full rank has columns of 0. */
  private double[][] cholesky() {
    int n = matrix.length;
    double[][] factor = new double[n][n];
    for (int j = 0; j < n; j++) {
      double square = residual(factor, j, j);
      if (square > NOTHING) {
        factor[j][j] = Math.sqrt(square);
        for (int i = j + 1; i < n; i++) {
          factor[i][j] = residual(factor, i, j) / factor[j][j];
        }
      }
    }
    return factor;
  }

  private double residual(double[][] factor, int i, int j) {
    double rest = matrix[i][j];
    for (int k = 0; k < j; k++) {
      rest -= factor[i][k] * factor[j][k];
    }
    return rest;
  }
}
