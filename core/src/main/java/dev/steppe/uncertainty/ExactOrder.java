package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Optional;

/**
 * The probability that a weighted sum of differences is positive, for weights that follow a
 * Dirichlet distribution with whole parameters: the part of a simplex on one side of a plane.
 *
 * <p>With u the p positive and z the q negative differences, each as often as its parameter says:
 * {@code a(i,0) = 1}, {@code a(0,j) = 0}, {@code a(i,j) = (u_i a(i,j-1) - z_j a(i-1,j)) / (u_i -
 * z_j)}, and the probability is {@code a(p,q)}. That of a negative sum is {@code b(p,q)}, where b
 * starts with 0 and 1 the other way round and goes on alike. All terms are positive, so no digits
 * are lost, as they would be in {@code 1 - a}.
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

  /**
   * Both sides of the plane.
   *
   * @param above the probability of a positive sum
   * @param below the probability of a negative sum
   */
  record Sides(double above, double below) {}

  /** The probability that {@code sum(w_i * differences_i) > 0}. */
  static double probability(double[] differences, ImmutableIntArray parameters) {
    return sides(differences, parameters).above();
  }

  /** The same for weights that are uniform on the simplex. */
  static double probability(double[] differences) {
    return sides(differences).above();
  }

  /** The probabilities that {@code sum(w_i * differences_i)} is above and below 0. */
  static Sides sides(double[] differences, ImmutableIntArray parameters) {
    double[] repeated = new double[parameters.stream().sum()];
    int count = 0;
    for (int i = 0; i < differences.length; i++) {
      Arrays.fill(repeated, count, count + parameters.get(i), differences[i]);
      count += parameters.get(i);
    }
    return sides(repeated);
  }

  private static Sides sides(double[] differences) {
    double[] positive = new double[differences.length];
    double[] negative = new double[differences.length];
    int p = 0;
    int q = 0;
    for (double difference : differences) {
      if (difference > 0) {
        positive[p++] = difference;
      } else if (difference < 0) {
        negative[q++] = difference;
      }
    }
    if (p == 0) {
      return new Sides(0, q == 0 ? 0 : 1);
    }
    // Row i of a and b: by j. That before the first row has a(0,j) = 0 and b(0,j) = 1.
    double[] above = new double[q];
    double[] below = new double[q];
    Arrays.fill(below, 1);
    int i = 0;
    for (; i + 1 < p; i += 2) {
      twoRows(positive[i], positive[i + 1], negative, above, below);
    }
    if (i < p) {
      oneRow(positive[i], negative, above, below);
    }
    return q == 0 ? new Sides(1, 0) : new Sides(above[q - 1], below[q - 1]);
  }

  private static void oneRow(double u, double[] negative, double[] above, double[] below) {
    double a = 1;
    double b = 0;
    for (int j = 0; j < above.length; j++) {
      double z = negative[j];
      double scale = 1 / (u - z);
      double uPart = u * scale;
      double zPart = z * scale;
      a = uPart * a - zPart * above[j];
      b = uPart * b - zPart * below[j];
      above[j] = a;
      below[j] = b;
    }
  }

  /** Each step of a row waits for the one before; two rows wait at the same time. */
  private static void twoRows(
      double u, double v, double[] negative, double[] above, double[] below) {
    double a = 1;
    double b = 0;
    double nextA = 1;
    double nextB = 0;
    for (int j = 0; j < above.length; j++) {
      double z = negative[j];
      double scaleU = 1 / (u - z);
      double scaleV = 1 / (v - z);
      double uPart = u * scaleU;
      double vPart = v * scaleV;
      a = uPart * a - z * scaleU * above[j];
      b = uPart * b - z * scaleU * below[j];
      nextA = vPart * nextA - z * scaleV * a;
      nextB = vPart * nextB - z * scaleV * b;
      above[j] = nextA;
      below[j] = nextB;
    }
  }
}
