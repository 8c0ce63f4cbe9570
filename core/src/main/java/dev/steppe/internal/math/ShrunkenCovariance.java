package dev.steppe.internal.math;

import dev.steppe.internal.Interruption;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealVector;

/**
 * A covariance matrix whose correlations are shrunk towards 0 by as much as the sample calls for,
 * and the Mahalanobis distance under it.
 *
 * <p>Schaefer and Strimmer (2005), <i>A shrinkage approach to large-scale covariance matrix
 * estimation and implications for functional genomics</i>, Statistical Applications in Genetics and
 * Molecular Biology 4, article 32, <a href="https://doi.org/10.2202/1544-6115.1175">
 * doi:10.2202/1544-6115.1175</a>. With columns standardised to mean 0 and variance 1, {@code w_kij
 * = x_ki x_kj} and {@code m_ij} their mean over the n rows k:
 *
 * <pre>
 * r_ij      = n / (n - 1) m_ij
 * Var(r_ij) = n / (n - 1)^3 sum_k (w_kij - m_ij)^2
 * intensity = sum_{i != j} Var(r_ij) / sum_{i != j} r_ij^2, at most 1
 * </pre>
 *
 * <p>The correlation used is {@code (1 - intensity) r_ij}; variances stay as they are. So the
 * distance does not depend on the scale of any indicator, which shrinking towards a multiple of the
 * identity (Ledoit and Wolf 2004) would not give.
 */
public final class ShrunkenCovariance {

  /** A pivot of the correlation matrix below this says that it is singular. */
  private static final double SINGULAR = 1e-10;

  private final double intensity;
  private final double[] deviations;
  private final DecompositionSolver solver;

  private ShrunkenCovariance(double intensity, double[] deviations, DecompositionSolver solver) {
    this.intensity = intensity;
    this.deviations = deviations;
    this.solver = solver;
  }

  /**
   * Estimates from at least two complete rows in which each column varies; empty if some indicators
   * move together so exactly that even so the matrix has no inverse.
   */
  public static Optional<ShrunkenCovariance> of(double[][] rows) {
    double[] deviations = deviations(rows);
    double[][] standard = standardised(rows, deviations);
    return of(deviations, correlations(standard), intensity(standard));
  }

  /** With the given intensity. */
  static Optional<ShrunkenCovariance> of(double[][] rows, double intensity) {
    double[] deviations = deviations(rows);
    return of(deviations, correlations(standardised(rows, deviations)), intensity);
  }

  private static Optional<ShrunkenCovariance> of(
      double[] deviations, double[][] correlations, double intensity) {
    int size = deviations.length;
    double[][] shrunken = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        shrunken[i][j] = i == j ? 1 : (1 - intensity) * correlations[i][j];
      }
    }
    try {
      CholeskyDecomposition decomposition =
          new CholeskyDecomposition(new Array2DRowRealMatrix(shrunken, false), 1e-12, SINGULAR);
      return Optional.of(new ShrunkenCovariance(intensity, deviations, decomposition.getSolver()));
    } catch (NonPositiveDefiniteMatrixException singular) {
      return Optional.empty();
    }
  }

  private static double mean(double[][] rows, int column) {
    double sum = 0;
    for (double[] row : rows) {
      sum += row[column];
    }
    return sum / rows.length;
  }

  /** The standard deviation of each column, with n - 1. */
  static double[] deviations(double[][] rows) {
    double[] deviations = new double[rows[0].length];
    for (int i = 0; i < deviations.length; i++) {
      double mean = mean(rows, i);
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[i] - mean) * (row[i] - mean);
      }
      deviations[i] = Math.sqrt(squares / (rows.length - 1));
    }
    return deviations;
  }

  /** By column, since pairs of columns are gone through. */
  private static double[][] standardised(double[][] rows, double[] deviations) {
    double[][] standard = new double[deviations.length][rows.length];
    for (int i = 0; i < deviations.length; i++) {
      double mean = mean(rows, i);
      for (int k = 0; k < rows.length; k++) {
        standard[i][k] = (rows[k][i] - mean) / deviations[i];
      }
    }
    return standard;
  }

  private static double[][] correlations(double[][] standard) {
    int size = standard.length;
    double rows = standard[0].length;
    double[][] correlations = new double[size][size];
    for (int i = 0; i < size; i++) {
      Interruption.check();
      correlations[i][i] = 1;
      for (int j = 0; j < i; j++) {
        double r = meanProduct(standard[i], standard[j]) * rows / (rows - 1);
        correlations[i][j] = r;
        correlations[j][i] = r;
      }
    }
    return correlations;
  }

  private static double meanProduct(double[] first, double[] second) {
    double sum = 0;
    for (int k = 0; k < first.length; k++) {
      sum += first[k] * second[k];
    }
    return sum / first.length;
  }

  private static double intensity(double[][] standard) {
    double n = standard[0].length;
    double variances = 0;
    double squares = 0;
    for (int i = 0; i < standard.length; i++) {
      Interruption.check();
      for (int j = 0; j < i; j++) {
        double mean = meanProduct(standard[i], standard[j]);
        double spread = 0;
        for (int k = 0; k < standard[i].length; k++) {
          double deviation = standard[i][k] * standard[j][k] - mean;
          spread += deviation * deviation;
        }
        double r = n / (n - 1) * mean;
        variances += n / Math.pow(n - 1, 3) * spread;
        squares += r * r;
      }
    }
    // Without any correlation there is nothing to keep.
    return squares == 0 ? 1 : Math.min(1, variances / squares);
  }

  /** The share of each correlation that was taken away, from 0 to 1. */
  public double intensity() {
    return intensity;
  }

  /** The Mahalanobis distance of two rows. */
  public double distance(double[] first, double[] second) {
    RealVector standard = new ArrayRealVector(deviations.length);
    for (int i = 0; i < deviations.length; i++) {
      standard.setEntry(i, (first[i] - second[i]) / deviations[i]);
    }
    return Math.sqrt(Math.max(0, solver.solve(standard).dotProduct(standard)));
  }
}
