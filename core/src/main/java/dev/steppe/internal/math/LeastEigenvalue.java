package dev.steppe.internal.math;

import com.google.common.primitives.ImmutableDoubleArray;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The least eigenvalue of a symmetric matrix.
 *
 * @param vector its eigenvector, of length 1
 */
public record LeastEigenvalue(double value, ImmutableDoubleArray vector) {

  /** That of a matrix of at least one row. */
  public static LeastEigenvalue of(double[][] matrix) {
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix));
    // Commons Math sorts the eigenvalues of a symmetric matrix, the greatest first.
    int last = matrix.length - 1;
    return new LeastEigenvalue(
        eigen.getRealEigenvalue(last),
        ImmutableDoubleArray.copyOf(eigen.getEigenvector(last).toArray()));
  }
}
