package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Optional;

/**
 * The probability that a weighted sum of differences is positive, for weights that follow a
 * Dirichlet distribution with whole parameters: the part of a simplex on one side of a plane.
 *
 * <p>With u the p positive and z the q other differences, each as often as its parameter says:
 * {@code a(i,0) = 1}, {@code a(0,j) = 0}, {@code a(i,j) = (u_i a(i,j-1) - z_j a(i-1,j)) / (u_i -
 * z_j)}, and the probability is {@code a(p,q)}. All terms are positive, so no digits are lost.
 *
 * @see <a href="https://doi.org/10.2140/pjm.1973.46.303">Varsi (1973), The multidimensional content
 *     of the frustum of the simplex. Pacific Journal of Mathematics 46(1), 303-314</a>
 * @see <a href="https://doi.org/10.2140/pjm.1973.48.313">Ali (1973), Content of the frustum of a
 *     simplex. Pacific Journal of Mathematics 48(2), 313-322</a>
 */
final class ExactOrder {

  /** Beyond this sum of the parameters the recursion would take longer than it is worth. */
  private static final int MOST = 4000;

  private ExactOrder() {}

  /**
   * The parameters as whole numbers, if that is what they are.
   *
   * @param parameters at least 0
   */
  static Optional<ImmutableIntArray> whole(ImmutableDoubleArray parameters) {
    ImmutableIntArray.Builder whole = ImmutableIntArray.builder(parameters.length());
    double sum = 0;
    for (int i = 0; i < parameters.length(); i++) {
      double parameter = parameters.get(i);
      double rounded = Math.rint(parameter);
      sum += rounded;
      // Effective weights are quotients, so a product with them misses by a few last digits.
      if (sum > MOST || Math.abs(parameter - rounded) > 1e-9 * Math.max(1, rounded)) {
        return Optional.empty();
      }
      if (rounded == 0 && parameter > 0) {
        return Optional.empty();
      }
      whole.add((int) rounded);
    }
    return Optional.of(whole.build());
  }

  /** The probability that {@code sum(w_i * differences_i) > 0}. */
  static double probability(double[] differences, ImmutableIntArray parameters) {
    double[] repeated = new double[parameters.stream().sum()];
    int count = 0;
    for (int i = 0; i < differences.length; i++) {
      Arrays.fill(repeated, count, count + parameters.get(i), differences[i]);
      count += parameters.get(i);
    }
    return probability(repeated);
  }

  /** The same for weights that are uniform on the simplex. */
  static double probability(double[] differences) {
    double[] positive = new double[differences.length];
    double[] others = new double[differences.length];
    int p = 0;
    int q = 0;
    for (double difference : differences) {
      if (difference > 0) {
        positive[p++] = difference;
      } else {
        others[q++] = difference;
      }
    }
    // Row i of a: by j. Before the first row all are 0 but a(0,0), which is not used.
    double[] row = new double[q + 1];
    row[0] = 1;
    int i = 0;
    for (; i + 1 < p; i += 2) {
      twoRows(positive[i], positive[i + 1], others, row);
    }
    if (i < p) {
      oneRow(positive[i], others, row);
    }
    return p == 0 ? 0 : row[q];
  }

  private static void oneRow(double u, double[] others, double[] row) {
    double last = 1;
    for (int j = 0; j < row.length - 1; j++) {
      double z = others[j];
      double scale = 1 / (u - z);
      last = u * scale * last - z * scale * row[j + 1];
      row[j + 1] = last;
    }
  }

  /** Each step of a row waits for the one before; two rows wait at the same time. */
  private static void twoRows(double u, double v, double[] others, double[] row) {
    double first = 1;
    double second = 1;
    for (int j = 0; j < row.length - 1; j++) {
      double z = others[j];
      double scaleU = 1 / (u - z);
      double scaleV = 1 / (v - z);
      first = u * scaleU * first - z * scaleU * row[j + 1];
      second = v * scaleV * second - z * scaleV * first;
      row[j + 1] = second;
    }
  }
}
