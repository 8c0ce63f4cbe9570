package dev.steppe.internal.math;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;

/**
 * The probability that a weighted sum of differences is positive, for weights that follow a
 * Dirichlet distribution with whole parameters: the part of a simplex on one side of a plane.
 *
 * <p>With u the p positive and z the q negative differences, each as often as its parameter says:
 * {@code a(i,0) = 1}, {@code a(0,j) = 0}, {@code a(i,j) = (u_i a(i,j-1) - z_j a(i-1,j)) / (u_i -
 * z_j)}, and the probability is {@code a(p,q)}; all terms are positive, so no digits are lost. That
 * of a negative sum follows with all signs changed. The one on whose side the mean of the
 * differences is not is computed, and the other is 1 minus it, which is 1/e at least
 * (Gr&uuml;nbaum), so that no digits are lost in it either.
 *
 * @see <a href="https://doi.org/10.2140/pjm.1973.46.303">Varsi (1973), The multidimensional content
 *     of the frustum of the simplex. Pacific Journal of Mathematics 46(1), 303-314</a>
 * @see <a href="https://doi.org/10.2140/pjm.1973.48.313">Ali (1973), Content of the frustum of a
 *     simplex. Pacific Journal of Mathematics 48(2), 313-322</a>
 * @see <a href="https://doi.org/10.2140/pjm.1960.10.1257">Gr&uuml;nbaum (1960), Partitions of
 *     mass-distributions and of convex bodies by hyperplanes. Pacific Journal of Mathematics 10(4),
 *     1257-1261</a>
 */
public final class ExactOrder {

  /** Beyond this sum of the parameters the recursion would take longer than it is worth. */
  private static final int MOST = 4000;

  private ExactOrder() {}

  /**
   * The parameters as whole numbers, if that is what they are.
   *
   * @param parameters at least 0
   */
  public static Optional<ImmutableIntArray> whole(ImmutableDoubleArray parameters) {
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
  public record Sides(double above, double below) {}

  /** The probability that {@code sum(w_i * differences_i) > 0}. */
  static double probability(double[] differences, ImmutableIntArray parameters) {
    return sides(differences, parameters).above();
  }

  /** The same for weights that are uniform on the simplex. */
  static double probability(double[] differences) {
    return sides(differences).above();
  }

  /** The probabilities that {@code sum(w_i * differences_i)} is above and below 0. */
  public static Sides sides(double[] differences, ImmutableIntArray parameters) {
    int sum = 0;
    boolean areOnes = true;
    for (int i = 0; i < parameters.length(); i++) {
      sum += parameters.get(i);
      areOnes &= parameters.get(i) == 1;
    }
    if (areOnes) {
      return sides(differences);
    }
    double[] repeated = new double[sum];
    int count = 0;
    for (int i = 0; i < differences.length; i++) {
      for (int k = parameters.get(i); k > 0; k--) {
        repeated[count++] = differences[i];
      }
    }
    return sides(repeated);
  }

  private static Sides sides(double[] differences) {
    double[] positive = new double[differences.length + 1];
    double[] negative = new double[differences.length + 1];
    int p = 0;
    int q = 0;
    double sum = 0;
    for (double difference : differences) {
      sum += difference;
      // Signs are as good as random, so a branch would be guessed wrong half of the time.
      positive[p] = difference;
      negative[q] = -difference;
      p += difference > 0 ? 1 : 0;
      q += difference < 0 ? 1 : 0;
    }
    if (p == 0 || q == 0) {
      return new Sides(p > 0 ? 1 : 0, q > 0 ? 1 : 0);
    }
    if (sum < 0) {
      double above = side(positive, p, negative, q);
      return new Sides(above, 1 - above);
    }
    double below = side(negative, q, positive, p);
    return new Sides(1 - below, below);
  }

  /** The side of the first p numbers, against the first q others, which are taken as negative. */
  private static double side(double[] numbers, int p, double[] others, int q) {
    // Row i of a: by j. That before the first row has a(0,j) = 0.
    double[] row = new double[q];
    int i = 0;
    for (; i + 4 <= p; i += 4) {
      fourRows(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3], others, row);
    }
    for (; i < p; i++) {
      oneRow(numbers[i], others, row);
    }
    return row[q - 1];
  }

  private static void oneRow(double number, double[] others, double[] row) {
    double a = 1;
    for (int j = 0; j < row.length; j++) {
      // The next step need not wait for this division.
      double inverse = 1 / (number + others[j]);
      a = (number * a + others[j] * row[j]) * inverse;
      row[j] = a;
    }
  }

  /**
   * Each step of a row waits for the one before, so four rows wait at the same time; and as a
   * division takes as long as several products, four quotients share one.
   */
  private static void fourRows(
      double first, double second, double third, double fourth, double[] others, double[] row) {
    double a = 1;
    double b = 1;
    double c = 1;
    double d = 1;
    for (int j = 0; j < row.length; j++) {
      double other = others[j];
      double sumA = first + other;
      double sumB = second + other;
      double sumC = third + other;
      double sumD = fourth + other;
      double sumsAb = sumA * sumB;
      double sumsCd = sumC * sumD;
      double inverse = 1 / (sumsAb * sumsCd);
      double inverseAb = inverse * sumsCd;
      double inverseCd = inverse * sumsAb;
      a = (first * a + other * row[j]) * (inverseAb * sumB);
      b = (second * b + other * a) * (inverseAb * sumA);
      c = (third * c + other * b) * (inverseCd * sumD);
      d = (fourth * d + other * c) * (inverseCd * sumC);
      row[j] = d;
    }
  }
}
