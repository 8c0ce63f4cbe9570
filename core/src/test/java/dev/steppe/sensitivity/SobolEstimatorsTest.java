package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How near indices come to those in closed form, and whether intervals say so. */
class SobolEstimatorsTest {

  /**
   * A function whose indices are known, and the errors to stay below.
   *
   * @param firstError of first-order indices: root mean square over 50 scrambles of 4096 rows
   * @param totalError of total indices
   */
  private record Known(
      String name,
      SensitivityAnalysis analysis,
      double[] first,
      double[] total,
      double[] firstError,
      double[] totalError) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Known> functions() {
    double v = TestFunctions.ISHIGAMI_V;
    double v1 = TestFunctions.ISHIGAMI_V1 / v;
    double v2 = TestFunctions.ISHIGAMI_V2 / v;
    double v13 = TestFunctions.ISHIGAMI_V13 / v;
    double[] a = {0, 1, 4.5, 9, 99};
    double variance = TestFunctions.gVariance(a);
    double[] first = new double[5];
    double[] total = new double[5];
    for (int i = 0; i < 5; i++) {
      double term = TestFunctions.gTerm(a[i]);
      first[i] = term / variance;
      total[i] = term * (1 + variance) / (1 + term) / variance;
    }
    double[] linear = {1 / 1.0101, 0.01 / 1.0101, 0.0001 / 1.0101};
    return Stream.of(
        new Known(
            "Ishigami",
            TestFunctions.ishigami(),
            new double[] {v1, v2, 0},
            new double[] {v1 + v13, v2, v13},
            new double[] {22e-4, 18e-4, 28e-4},
            new double[] {23e-4, 8e-4, 16e-4}),
        new Known(
            "g",
            SensitivityAnalysis.of(TestFunctions.g(a), TestFunctions.uniform(5, 0, 1)),
            first,
            total,
            new double[] {7e-4, 1e-3, 6e-4, 5e-4, 8e-5},
            new double[] {15e-4, 8e-4, 4e-4, 15e-5, 1e-5}),
        new Known(
            "linear",
            SensitivityAnalysis.of(
                x -> x[0] + 0.1 * x[1] + 0.01 * x[2], TestFunctions.uniform(3, 0, 1)),
            linear,
            linear,
            new double[] {1e-5, 2e-5, 2e-5},
            new double[] {5e-5, 1e-5, 1e-5}));
  }

  @ParameterizedTest
  @MethodSource("functions")
  @Tag("long")
  void errors_of_known_functions_stay_below_their_limits(Known known) {
    int seeds = 50;
    int inputs = known.first().length;
    double[] first = new double[inputs];
    double[] total = new double[inputs];
    double[] width = new double[inputs];
    for (int seed = 0; seed < seeds; seed++) {
      SobolIndices indices = known.analysis().withSeed(seed).withResamples(100).sobol();
      for (int i = 0; i < inputs; i++) {
        SobolIndex index = indices.indices().get(i);
        first[i] += Math.pow(index.first() - known.first()[i], 2) / seeds;
        total[i] += Math.pow(index.total() - known.total()[i], 2) / seeds;
        width[i] += index.firstInterval().orElseThrow().width() / 2 / seeds;
      }
    }
    for (int i = 0; i < inputs; i++) {
      assertThat(Math.sqrt(first[i])).as("x%s", i + 1).isLessThan(known.firstError()[i]);
      assertThat(Math.sqrt(total[i])).as("x%s", i + 1).isLessThan(known.totalError()[i]);
    }
  }

  /** The half-width was 0.03 by an estimator whose error is that of all other inputs. */
  @Test
  void half_width_of_a_small_input_is_small() {
    SobolIndices indices =
        functions().skip(1).findFirst().orElseThrow().analysis().withResamples(200).sobol();
    SobolIndex small = indices.indices().get(4);
    assertThat(small.firstInterval().orElseThrow().width() / 2).isBetween(1e-4, 1e-3);
    assertThat(small.totalInterval().orElseThrow().width() / 2).isLessThan(1e-4);
  }

  /** Of 400 intervals of 95 % that are right, fewer than 365 hold the truth once in 2000 times. */
  @ParameterizedTest
  @MethodSource("functions")
  @Tag("long")
  void intervals_of_known_functions_hold_the_truth(Known known) {
    int inputs = known.first().length;
    int[] first = new int[inputs];
    int[] total = new int[inputs];
    for (int seed = 0; seed < 400; seed++) {
      SobolIndices indices =
          known
              .analysis()
              .withSampling(Sampling.RANDOM)
              .withSize(512)
              .withResamples(199)
              .withSeed(seed)
              .sobol();
      for (int i = 0; i < inputs; i++) {
        SobolIndex index = indices.indices().get(i);
        first[i] += index.firstInterval().orElseThrow().contains(known.first()[i]) ? 1 : 0;
        total[i] += index.totalInterval().orElseThrow().contains(known.total()[i]) ? 1 : 0;
      }
    }
    for (int i = 0; i < inputs; i++) {
      assertThat(first[i]).as("first of x%s", i + 1).isGreaterThanOrEqualTo(365);
      assertThat(total[i]).as("total of x%s", i + 1).isGreaterThanOrEqualTo(365);
    }
  }

  /** x1 x2 on [-1, 1] is nothing but the pair; x3 does nothing, alone or with others. */
  @Test
  void pair_that_does_nothing_has_no_error() {
    SobolIndices indices =
        SensitivityAnalysis.of(x -> x[0] * x[1], TestFunctions.uniform(3, -1, 1)).sobolWithPairs();
    assertThat(indices.interaction("x1", "x2").orElseThrow()).isCloseTo(1, within(0.005));
    assertThat(indices.interaction("x1", "x3")).hasValue(0);
    assertThat(indices.pairs().get(1).interval().orElseThrow().width()).isZero();
  }

  /** An input that acts alone is found to its last digits, whatever else varies. */
  @Test
  void one_input_has_all_of_the_variance() {
    for (Sampling sampling : Sampling.values()) {
      SobolIndices one =
          SensitivityAnalysis.of(x -> Math.exp(x[0]), TestFunctions.uniform(1, 0, 1))
              .withSampling(sampling)
              .withSize(16)
              .sobol();
      assertThat(one.first("x1").orElseThrow()).isCloseTo(1, within(1e-9));
    }
  }

  /**
   * On 2^12 even points 1/12 is met to seven digits; a divisor of one less would be off by 1e-4.
   */
  @Test
  void variance_on_even_points_is_not_made_greater() {
    SobolIndices even = SensitivityAnalysis.of(x -> x[0], TestFunctions.uniform(1, 0, 1)).sobol();
    assertThat(even.variance()).isCloseTo(1 / 12.0, within(1e-7));
  }

  /** By a power of 2 no digit is lost, so the indices have the same bits. */
  @Test
  void indices_do_not_depend_on_the_unit_of_the_output() {
    SobolIndices plain = scaled(1);
    for (double unit : new double[] {0x1p500, 0x1p-500}) {
      SobolIndices other = scaled(unit);
      assertThat(other.indices()).isEqualTo(plain.indices());
      assertThat(other.pairs()).isEqualTo(plain.pairs());
      assertThat(other.variance()).isEqualTo(plain.variance() * unit * unit);
    }
  }

  private static SobolIndices scaled(double unit) {
    return SensitivityAnalysis.of(x -> unit * (x[0] + x[1] * x[1]), TestFunctions.uniform(2, 0, 1))
        .withSize(64)
        .withResamples(20)
        .sobolWithPairs();
  }

  @Test
  void variance_beyond_the_range_of_doubles_is_refused() {
    for (double unit : new double[] {1e200, 1e-200, Double.MAX_VALUE}) {
      SensitivityAnalysis analysis =
          SensitivityAnalysis.of(x -> unit * (2 * x[0] - 1), TestFunctions.uniform(1, 0, 1))
              .withSize(16);
      String message =
          "The variance of the output must be in [2.2E-308, 1.8E308], the range of doubles, but was"
              + " "
              + (unit > 1
                  ? "Infinity. Give the output in a greater"
                  : "0.0. Give the output in a smaller")
              + " unit.";
      assertThatIllegalArgumentException().isThrownBy(analysis::sobol).withMessage(message);
      assertThatIllegalArgumentException().isThrownBy(analysis::shapley).withMessage(message);
    }
    assertThat(
            SensitivityAnalysis.of(x -> Double.MAX_VALUE, TestFunctions.uniform(1, 0, 1))
                .sobol()
                .mean())
        .isEqualTo(Double.MAX_VALUE);
  }

  /** Differences of 1e-3 beside 1e9 are kept in four digits. */
  @Test
  void indices_of_small_differences_at_a_great_level_are_near() {
    SobolIndices far =
        SensitivityAnalysis.of(x -> 1e9 + x[0] + 2 * x[1], TestFunctions.uniform(2, 0, 1)).sobol();
    assertThat(far.first("x1").orElseThrow()).isCloseTo(0.2, within(1e-4));
    assertThat(far.total("x2").orElseThrow()).isCloseTo(0.8, within(1e-3));
    assertThat(far.mean()).isCloseTo(1e9 + 1.5, within(1e-3));
  }

  /** By mix and row, of 64 rows: A, B, A with each input from B, and B with each from A. */
  private static double[][] outputs(Random random) {
    double[][] outputs = new double[6][64];
    for (int r = 0; r < 64; r++) {
      double[] a = {random.nextDouble(), random.nextDouble()};
      double[] b = {random.nextDouble(), random.nextDouble()};
      double[][] points = {a, b, {b[0], a[1]}, {a[0], b[1]}, {a[0], b[1]}, {b[0], a[1]}};
      for (int mix = 0; mix < 6; mix++) {
        outputs[mix][r] = points[mix][0] + points[mix][1] * points[mix][1] * (1 + points[mix][0]);
      }
    }
    return outputs;
  }

  private static SobolIndices estimated(double[][] outputs, boolean pairs) {
    return new SobolEstimators(
            "y", ImmutableList.of("p", "q"), new RowDesign(SampleDesign.random(64), 10), pairs)
        .of(outputs);
  }

  /** With the points of both directions there is nothing that tells A from B. */
  @Test
  void samples_change_places_without_a_trace() {
    for (long seed = 0; seed < 5; seed++) {
      double[][] there = outputs(new Random(seed));
      double[][] y = outputs(new Random(seed));
      double[][] back = {y[1], y[0], y[4], y[5], y[2], y[3]};
      SobolIndices one = estimated(there, true);
      SobolIndices other = estimated(back, true);
      for (int i = 0; i < 2; i++) {
        assertThat(other.indices().get(i).first())
            .isCloseTo(one.indices().get(i).first(), within(1e-12));
        assertThat(other.indices().get(i).total())
            .isCloseTo(one.indices().get(i).total(), within(1e-12));
      }
      assertThat(other.pairs().get(0).index()).isCloseTo(one.pairs().get(0).index(), within(1e-12));
    }
  }

  @Test
  void one_sample_that_varies_is_enough() {
    for (int still : new int[] {SobolEstimators.A, SobolEstimators.B}) {
      double[][] outputs = outputs(new Random(1));
      java.util.Arrays.fill(outputs[still], 0.5);
      assertThat(estimated(outputs, false).isDefined()).isTrue();
    }
  }
}
