package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactOrderTest {

  /**
   * The other formula, for differences that are all different: the sum over the positive ones of
   * {@code d_i^(n-1) / prod(d_i - d_j)}. Useless in doubles, but exact in fractions.
   */
  private static double divided(long[] differences) {
    Fraction sum = Fraction.of(0);
    for (int i = 0; i < differences.length; i++) {
      if (differences[i] > 0) {
        Fraction term = Fraction.of(1);
        for (int j = 0; j < differences.length; j++) {
          if (j != i) {
            term =
                term.times(Fraction.of(differences[i]))
                    .over(Fraction.of(differences[i] - differences[j]));
          }
        }
        sum = sum.plus(term);
      }
    }
    return sum.value();
  }

  /** The recursion of the class, in fractions, with repeated differences. */
  private static double recursion(long[] positive, long[] others) {
    Fraction[] row = new Fraction[others.length + 1];
    java.util.Arrays.fill(row, Fraction.of(0));
    for (long u : positive) {
      row[0] = Fraction.of(1);
      for (int j = 1; j < row.length; j++) {
        long z = others[j - 1];
        row[j] =
            Fraction.of(u)
                .times(row[j - 1])
                .plus(Fraction.of(-z).times(row[j]))
                .over(Fraction.of(u - z));
      }
    }
    return positive.length == 0 ? 0 : row[others.length].value();
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  private static ImmutableIntArray ones(int count) {
    return ImmutableIntArray.copyOf(java.util.Collections.nCopies(count, 1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void uniform_weights_agree_with_divided_differences_in_fractions(long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(30);
    long[] differences = random.longs(-500, 501).distinct().limit(n).toArray();
    double[] doubles = LongStream.of(differences).asDoubleStream().toArray();
    assertThat(ExactOrder.probability(doubles, ones(n)))
        .isCloseTo(divided(differences), within(1e-13));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whole_parameters_agree_with_the_recursion_in_fractions(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(5);
    ImmutableIntArray.Builder parameters = ImmutableIntArray.builder();
    double[] differences = new double[n];
    LongStream.Builder positive = LongStream.builder();
    LongStream.Builder others = LongStream.builder();
    for (int i = 0; i < n; i++) {
      long difference = random.nextInt(21) - 10;
      int parameter = random.nextInt(4);
      differences[i] = difference;
      parameters.add(parameter);
      for (int k = 0; k < parameter; k++) {
        (difference > 0 ? positive : others).add(difference);
      }
    }
    assertThat(ExactOrder.probability(differences, parameters.build()))
        .isCloseTo(recursion(positive.build().toArray(), others.build().toArray()), within(1e-13));
  }

  /** By hand: w1 > w2 on the unit interval; 2 w1 > w2, that is w1 > 1/3. */
  @Test
  void two_indicators_are_an_interval() {
    assertThat(ExactOrder.probability(new double[] {1, -1}, ones(2))).isEqualTo(0.5);
    assertThat(ExactOrder.probability(new double[] {2, -1}, ones(2)))
        .isCloseTo(2.0 / 3, within(1e-15));
  }

  /** With parameters (2, 1), w1 has the density 2 w: P(w1 > 1/2) = 3/4. */
  @Test
  void parameters_shift_the_weights() {
    assertThat(ExactOrder.probability(new double[] {1, -1}, ImmutableIntArray.of(2, 1)))
        .isCloseTo(0.75, within(1e-15));
  }

  @Test
  void dominance_is_certain_and_equality_is_no_win() {
    assertThat(ExactOrder.probability(new double[] {1, 0, 3}, ones(3))).isEqualTo(1);
    assertThat(ExactOrder.probability(new double[] {-1, 0, -3}, ones(3))).isZero();
    assertThat(ExactOrder.probability(new double[] {0, 0}, ones(2))).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_two_directions_sum_to_one(long seed) {
    Random random = new Random(seed);
    double[] differences = random.doubles(12, -100, 100).toArray();
    double[] reversed = java.util.Arrays.stream(differences).map(d -> -d).toArray();
    ImmutableIntArray parameters = ImmutableIntArray.copyOf(random.ints(12, 1, 20).toArray());
    assertThat(
            ExactOrder.probability(differences, parameters)
                + ExactOrder.probability(reversed, parameters))
        .isCloseTo(1, within(1e-12));
  }

  /** Exchanging countries must not change a digit, also where one is nearly always above. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_side_below_is_the_side_above_of_the_reverse(long seed) {
    Random random = new Random(seed);
    int n = 1 + random.nextInt(30);
    double[] differences = new double[n];
    for (int i = 0; i < n; i++) {
      differences[i] = random.nextInt(5) == 0 ? 0 : random.nextInt(900) - 50 * (1 + seed % 9);
    }
    double[] reversed = java.util.Arrays.stream(differences).map(d -> -d).toArray();
    ImmutableIntArray parameters = ImmutableIntArray.copyOf(random.ints(n, 1, 5).toArray());
    ExactOrder.Sides sides = ExactOrder.sides(differences, parameters);
    assertThat(sides.below()).isEqualTo(ExactOrder.probability(reversed, parameters));
    assertThat(sides.above()).isEqualTo(ExactOrder.probability(differences, parameters));
  }

  @Test
  void equal_values_are_on_neither_side() {
    assertThat(ExactOrder.sides(new double[] {0, 0}, ones(2)))
        .isEqualTo(new ExactOrder.Sides(0, 0));
    assertThat(ExactOrder.sides(new double[] {0, -2}, ones(2)))
        .isEqualTo(new ExactOrder.Sides(0, 1));
    assertThat(ExactOrder.sides(new double[] {0, 2}, ones(2)))
        .isEqualTo(new ExactOrder.Sides(1, 0));
    assertThat(ExactOrder.sides(new double[] {1, 0, -1}, ones(3)))
        .isEqualTo(new ExactOrder.Sides(0.5, 0.5));
  }

  @Test
  void parameters_count_as_whole_if_they_miss_by_rounding_only() {
    assertThat(ExactOrder.whole(ImmutableDoubleArray.of(3 - 1e-13, 0, 7)))
        .hasValue(ImmutableIntArray.of(3, 0, 7));
    assertThat(ExactOrder.whole(ImmutableDoubleArray.of(3.001, 7))).isEmpty();
    assertThat(ExactOrder.whole(ImmutableDoubleArray.of(1e-10, 7))).isEmpty();
    assertThat(ExactOrder.whole(ImmutableDoubleArray.of(1, 1e9))).isEmpty();
  }
}
