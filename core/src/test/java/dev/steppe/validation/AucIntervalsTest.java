package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.statistics.IntervalMethod;
import dev.steppe.statistics.PValue;
import dev.steppe.statistics.PValueMethod;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether intervals hold the true value as often as they say. */
class AucIntervalsTest {

  private static final int LEVELS = 3;

  static LongStream seeds() {
    return Samples.seeds();
  }

  /** Coverage of one method for one pair of distributions over a few values, by enumeration. */
  private static double coverage(double[] f, double[] g, int m, int n, IntervalMethod method) {
    double truth = 0;
    for (int i = 0; i < LEVELS; i++) {
      for (int j = 0; j < LEVELS; j++) {
        truth += f[i] * g[j] * (i > j ? 1 : i == j ? 0.5 : 0);
      }
    }
    boolean[] holds = new boolean[2 * m * n + 1];
    for (int wins = 0; wins < holds.length; wins++) {
      ConfidenceInterval interval =
          method == IntervalMethod.DISTRIBUTION_FREE
              ? AucIntervals.distributionFree(wins, m, n, 0.9)
              : AucIntervals.newcombe(wins / (2.0 * m * n), m, n, 0.9);
      holds[wins] = truth >= interval.lower() - 1e-12 && truth <= interval.upper() + 1e-12;
    }
    double covered = 0;
    for (int[] x : counts(m)) {
      for (int[] y : counts(n)) {
        int wins = x[0] * y[0] + x[1] * (2 * y[0] + y[1]) + x[2] * (2 * y[0] + 2 * y[1] + y[2]);
        covered += holds[wins] ? probability(x, f) * probability(y, g) : 0;
      }
    }
    return covered;
  }

  private static int[][] counts(int n) {
    int[][] counts = new int[(n + 1) * (n + 2) / 2][];
    int at = 0;
    for (int a = 0; a <= n; a++) {
      for (int b = 0; a + b <= n; b++) {
        counts[at++] = new int[] {a, b, n - a - b};
      }
    }
    return counts;
  }

  private static double probability(int[] x, double[] f) {
    int n = x[0] + x[1] + x[2];
    return CombinatoricsUtils.binomialCoefficientDouble(n, x[0])
        * CombinatoricsUtils.binomialCoefficientDouble(n - x[0], x[1])
        * Math.pow(f[0], x[0])
        * Math.pow(f[1], x[1])
        * Math.pow(f[2], x[2]);
  }

  private static double[] distribution(Random random) {
    double[] p = new double[LEVELS];
    double sum = 0;
    for (int i = 0; i < LEVELS; i++) {
      // Often next to nothing, so that mixtures of far-off values come up.
      p[i] = Math.pow(random.nextDouble(), 1 + random.nextInt(6));
      sum += p[i];
    }
    for (int i = 0; i < LEVELS; i++) {
      p[i] /= sum;
    }
    return p;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_distribution_free_interval_holds_for_any_two_distributions(long seed) {
    Random random = new Random(seed);
    int m = 1 + random.nextInt(8);
    int n = 1 + random.nextInt(8);
    for (int i = 0; i < 20; i++) {
      double covered =
          coverage(
              distribution(random), distribution(random), m, n, IntervalMethod.DISTRIBUTION_FREE);
      assertThat(covered).as("m=%s n=%s", m, n).isGreaterThanOrEqualTo(0.9 - 1e-9);
    }
  }

  /**
   * The hardest case: each case with the event is above all others or below all of them, so that
   * the AUC of a sample is a binomial share.
   */
  @ParameterizedTest
  @CsvSource({"3, 3", "5, 90", "8, 8", "20, 40"})
  void the_distribution_free_interval_holds_for_mixtures_and_the_approximate_one_does_not(
      int m, int n) {
    double least = 1;
    double leastApproximate = 1;
    for (int step = 1; step < 200; step++) {
      double truth = step / 200.0;
      least = Math.min(least, mixtureCoverage(truth, m, n, IntervalMethod.DISTRIBUTION_FREE));
      leastApproximate =
          Math.min(leastApproximate, mixtureCoverage(truth, m, n, IntervalMethod.NEWCOMBE));
    }
    assertThat(least).isGreaterThanOrEqualTo(0.95);
    assertThat(leastApproximate).isLessThan(0.9);
  }

  private static double mixtureCoverage(double truth, int m, int n, IntervalMethod method) {
    BinomialDistribution above = new BinomialDistribution(m, truth);
    double covered = 0;
    for (int k = 0; k <= m; k++) {
      ConfidenceInterval interval =
          method == IntervalMethod.DISTRIBUTION_FREE
              ? AucIntervals.distributionFree(2L * k * n, m, n, 0.95)
              : AucIntervals.newcombe((double) k / m, m, n, 0.95);
      covered += interval.contains(truth) ? above.probability(k) : 0;
    }
    return covered;
  }

  /** Where both groups have much the same shape, about as often as it says. */
  @Test
  void the_approximate_interval_is_near_its_level_for_plain_shapes() {
    double[] f = {0.2, 0.3, 0.5};
    double[] g = {0.5, 0.3, 0.2};
    assertThat(coverage(f, g, 8, 8, IntervalMethod.NEWCOMBE)).isBetween(0.86, 0.96);
    assertThat(coverage(f, g, 8, 8, IntervalMethod.DISTRIBUTION_FREE)).isGreaterThan(0.96);
  }

  /** The ends are where the observed value is the normal quantile of standard errors away. */
  @ParameterizedTest
  @CsvSource({"0.7, 10, 5", "0.893, 51, 58", "0.5, 3, 40", "1, 4, 6"})
  void the_approximate_interval_solves_its_equation(double auc, int m, int n) {
    ConfidenceInterval interval = AucIntervals.newcombe(auc, m, n, 0.95);
    double others = (m + n) / 2.0 - 1;
    for (double end : new double[] {interval.lower(), interval.upper()}) {
      double variance =
          end
              * (1 - end)
              * (1 + others * (1 - end) / (2 - end) + others * end / (1 + end))
              / (m * n);
      assertThat(Math.abs(end - auc))
          .isCloseTo(1.959963984540054 * Math.sqrt(variance), within(1e-9));
    }
  }

  /** Hoeffding's inequality for the same statistic follows from it and cannot be tighter. */
  @Test
  void the_distribution_free_interval_is_within_hoeffdings() {
    for (int wins = 0; wins <= 2 * 12 * 30; wins++) {
      ConfidenceInterval interval = AucIntervals.distributionFree(wins, 12, 30, 0.95);
      double auc = wins / (2.0 * 12 * 30);
      double radius = Math.sqrt(Math.log(2 / 0.05) / (2 * 12));
      assertThat(interval.lower()).isGreaterThanOrEqualTo(Math.max(0, auc - radius) - 1e-12);
      assertThat(interval.upper()).isLessThanOrEqualTo(Math.min(1, auc + radius) + 1e-12);
      assertThat(interval.contains(auc)).isTrue();
    }
  }

  @Test
  void intervals_print_in_one_line() {
    ConfidenceInterval interval =
        new ConfidenceInterval(0.25, 0.75, 0.975, IntervalMethod.CLOPPER_PEARSON);
    assertThat(interval).hasToString("0.250..0.750 (at least 97.5 %, Clopper-Pearson)");
    assertThat(interval.width()).isEqualTo(0.5);
    assertThat(interval.contains(0.25)).isTrue();
    assertThat(interval.contains(0.76)).isFalse();
    assertThat(IntervalMethod.NEWCOMBE.isGuaranteed()).isFalse();
    assertThat(new PValue(0.25, PValueMethod.SAMPLED, 0.01))
        .hasToString("0.2500 (from a sample, standard error 0.0100)");
  }

  @Test
  void a_tiny_p_value_does_not_print_as_none() {
    assertThat(new PValue(0.00003, PValueMethod.EXACT, 0))
        .hasToString("0.0000 (below 0.001, exact, over all orders)");
  }

  @Test
  void impossible_intervals_and_p_values_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceInterval(0.8, 0.2, 0.95, IntervalMethod.NEWCOMBE))
        .withMessage("A confidence interval needs lower <= upper, but was [0.8, 0.2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceInterval(0.2, 0.8, 1, IntervalMethod.NEWCOMBE))
        .withMessage("Confidence level must be between 0 and 1, such as 0.95, but was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PValue(1.5, PValueMethod.EXACT, 0))
        .withMessage("p-value must be in [0.0, 1.0], but was 1.5");
  }
}
