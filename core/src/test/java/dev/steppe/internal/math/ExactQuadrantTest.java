package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.testing.RandomModels;
import java.util.Arrays;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactQuadrantTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  private static ImmutableIntArray ones(int count) {
    return ImmutableIntArray.copyOf(Collections.nCopies(count, 1));
  }

  private static double probability(double[] x, double[] y) {
    return ExactQuadrant.probability(x, y, ones(x.length));
  }

  private static double[] doubles(long[] values) {
    return LongStream.of(values).asDoubleStream().toArray();
  }

  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(v -> -v).toArray();
  }

  /**
   * Another formula, in fractions: by partial fractions of the Laplace transform {@code prod(1 / (1
   * + s.v_k))}, the probability is a sum over pairs, of those of two vectors alone. In doubles its
   * terms cancel. Empty if vectors are not in general position.
   */
  private static OptionalDouble byPairs(long[] x, long[] y) {
    Fraction sum = Fraction.of(0);
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        long cross = cross(x, y, i, j);
        Fraction term = ofTwo(x[i], y[i], x[j], y[j]);
        for (int k = 0; k < x.length; k++) {
          if (k != i && k != j) {
            long under = cross - cross(x, y, k, j) - cross(x, y, i, k);
            if (under == 0) {
              return OptionalDouble.empty();
            }
            term = term.times(Fraction.of(cross)).over(Fraction.of(under));
          }
        }
        if (cross == 0) {
          return OptionalDouble.empty();
        }
        sum = sum.plus(term);
      }
    }
    return OptionalDouble.of(sum.value());
  }

  private static long cross(long[] x, long[] y, int i, int j) {
    return x[i] * y[j] - y[i] * x[j];
  }

  /** The part of the way from one vector to the other that is in the quadrant. */
  private static Fraction ofTwo(long x1, long y1, long x2, long y2) {
    Fraction[] onX = where(x1, x2);
    Fraction[] onY = where(y1, y2);
    Fraction length = Fraction.min(onX[1], onY[1]).minus(Fraction.max(onX[0], onY[0]));
    return Fraction.max(length, Fraction.of(0));
  }

  /** From where to where {@code (1 - t) a + t b > 0}. */
  private static Fraction[] where(long a, long b) {
    if (a > 0 == b > 0) {
      return new Fraction[] {Fraction.of(0), Fraction.of(a > 0 ? 1 : 0)};
    }
    Fraction zero = Fraction.of(a).over(Fraction.of(a - b));
    return a > 0 ? new Fraction[] {Fraction.of(0), zero} : new Fraction[] {zero, Fraction.of(1)};
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void vectors_in_general_position_agree_with_partial_fractions(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(seed % 10 == 0 ? 30 : 10);
    OptionalDouble expected = OptionalDouble.empty();
    long[] x = {};
    long[] y = {};
    while (expected.isEmpty()) {
      x = random.longs(n, -1000, 1001).toArray();
      y = random.longs(n, -1000, 1001).toArray();
      expected = byPairs(x, y);
    }
    assertThat(probability(doubles(x), doubles(y)))
        .isCloseTo(expected.getAsDouble(), within(1e-13));
  }

  /** Moved by a billionth, such vectors are in general position; the probability hardly moves. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void vectors_on_a_line_or_an_axis_or_repeated_agree_with_ones_moved_a_little(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(6);
    long[] x = random.longs(n, -2, 3).toArray();
    long[] y = random.longs(n, -2, 3).toArray();
    x[0] = 1;
    y[1] = -1;
    int[] parameters = random.ints(n, 1, 4).toArray();
    OptionalDouble expected = OptionalDouble.empty();
    while (expected.isEmpty()) {
      expected = byPairs(moved(x, parameters, random), moved(y, parameters, random));
    }
    double[] ofX = doubles(x);
    double[] ofY = doubles(y);
    assertThat(ExactQuadrant.probability(ofX, ofY, ImmutableIntArray.copyOf(parameters)))
        .isCloseTo(expected.getAsDouble(), within(1e-5));
  }

  private static long[] moved(long[] values, int[] parameters, Random random) {
    LongStream.Builder moved = LongStream.builder();
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k < parameters[i]; k++) {
        moved.add(values[i] * 100_000_000 + random.nextInt(100) - 50);
      }
    }
    return moved.build().toArray();
  }

  /** With two indicators, the second's weight has a beta distribution. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void two_indicators_are_a_part_of_a_beta_distribution(long seed) {
    Random random = new Random(seed);
    long[] x = random.longs(2, -9, 10).toArray();
    long[] y = random.longs(2, -9, 10).toArray();
    int a = 1 + random.nextInt(30);
    int b = 1 + random.nextInt(30);
    Fraction from = Fraction.max(where(x[0], x[1])[0], where(y[0], y[1])[0]);
    Fraction to = Fraction.min(where(x[0], x[1])[1], where(y[0], y[1])[1]);
    double expected =
        to.minus(from).sign() <= 0
            ? 0
            : Beta.regularizedBeta(to.value(), b, a) - Beta.regularizedBeta(from.value(), b, a);
    assertThat(ExactQuadrant.probability(doubles(x), doubles(y), ImmutableIntArray.of(a, b)))
        .isCloseTo(expected, within(1e-12));
  }

  /** What moves one sum does not move the other, so both positive is a product. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void independent_sums_multiply(long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(12);
    int m = 1 + random.nextInt(12);
    double[] x = Arrays.copyOf(random.doubles(n, -50, 50).toArray(), n + m);
    double[] y = new double[n + m];
    System.arraycopy(random.doubles(m, -50, 50).toArray(), 0, y, n, m);
    ImmutableIntArray parameters = ImmutableIntArray.copyOf(random.ints(n + m, 1, 3).toArray());
    assertThat(ExactQuadrant.probability(x, y, parameters))
        .isCloseTo(
            ExactOrder.probability(x, parameters) * ExactOrder.probability(y, parameters),
            within(1e-13));
  }

  @Test
  void symmetric_cases_have_their_share() {
    double[] cross = {1, 0, -1, 0};
    double[] turned = {0, 1, 0, -1};
    assertThat(probability(cross, turned)).isCloseTo(0.25, within(1e-15));
    double[] corners = {1, -1, -1, 1};
    double[] others = {1, 1, -1, -1};
    assertThat(probability(corners, others)).isCloseTo(0.25, within(1e-15));
    // Scores 1 0 0, 0 1 0, 0 0 1: each is as likely to lead as the others.
    double[] first = {1, -1, 0};
    double[] second = {1, 0, -1};
    for (int parameter : new int[] {1, 2, 7, 21}) {
      assertThat(
              ExactQuadrant.probability(
                  first, second, ImmutableIntArray.of(parameter, parameter, parameter)))
          .isCloseTo(1.0 / 3, within(1e-14));
    }
  }

  @Test
  void dominance_is_certain_and_equality_is_no_lead() {
    assertThat(probability(new double[] {1, 0, 3}, new double[] {2, 1, 0})).isEqualTo(1);
    assertThat(probability(new double[] {-1, 0, -3}, new double[] {2, 1, 7})).isZero();
    assertThat(probability(new double[] {0, 0}, new double[] {1, 2})).isZero();
    assertThat(probability(new double[] {1, 2}, new double[] {0, 0})).isZero();
    assertThat(probability(new double[] {0, 0}, new double[] {0, 0})).isZero();
  }

  /** However many, one of three leads; sums of positive terms lose no digits. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_leads_of_three_countries_sum_to_one(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(15);
    double[][] scores = new double[3][];
    for (int c = 0; c < 3; c++) {
      scores[c] = random.doubles(n, 0, 100).toArray();
    }
    int[] parameters = random.ints(n, 1, seed % 20 == 0 ? 5 : 2).toArray();
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double[] over = minus(scores[c], scores[(c + 1) % 3]);
      double[] overOther = minus(scores[c], scores[(c + 2) % 3]);
      ImmutableIntArray whole = ImmutableIntArray.copyOf(parameters);
      double lead = ExactQuadrant.probability(over, overOther, whole);
      assertThat(ExactQuadrant.probability(overOther, over, whole)).isCloseTo(lead, within(1e-13));
      double above = ExactOrder.probability(over, whole);
      assertThat(lead + ExactQuadrant.probability(over, negated(overOther), whole))
          .isCloseTo(above, within(1e-13));
      sum += lead;
    }
    assertThat(sum).isCloseTo(1, within(1e-13));
  }

  private static double[] minus(double[] first, double[] second) {
    double[] difference = new double[first.length];
    Arrays.setAll(difference, i -> first[i] - second[i]);
    return difference;
  }
}
