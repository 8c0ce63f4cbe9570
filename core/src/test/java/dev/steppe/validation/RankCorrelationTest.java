package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.score.Ranking;
import dev.steppe.statistics.PValue;
import dev.steppe.statistics.PValueMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankCorrelationTest {

  static LongStream seeds() {
    return Samples.seeds();
  }

  private static Map<Integer, Double> map(double... values) {
    Map<Integer, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      map.put(i, values[i]);
    }
    return map;
  }

  private static RankCorrelation correlation(double[] first, double[] second) {
    return RankCorrelation.of(map(first), map(second));
  }

  /**
   * Canned tuna, Hollander and Wolfe (1973), 185f., as in R's documentation of {@code cor.test}:
   * {@code T = 26, p-value = 0.1194, tau 0.4444444}; with {@code method = "spearman"} {@code S =
   * 48, p-value = 0.0968, rho 0.6}.
   */
  @Test
  void the_published_coefficients_and_exact_p_values_are_found() {
    double[] x = {44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1};
    double[] y = {2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8};
    RankCorrelation found = correlation(x, y);
    assertThat(found.kendall().value()).isCloseTo(4.0 / 9, within(1e-15));
    assertThat(found.kendall().pValue().value()).isCloseTo(0.11943893298059964, within(1e-15));
    assertThat(found.spearman().value()).isCloseTo(0.6, within(1e-15));
    assertThat(found.spearman().pValue().value()).isCloseTo(0.0968, within(0.00005));
    assertThat(found.kendall().pValue().method()).isEqualTo(PValueMethod.EXACT);
    assertThat(found.spearman().pValue().method()).isEqualTo(PValueMethod.EXACT);
    assertThat(found.cases()).isEqualTo(9);
    assertThat(found.warnings())
        .containsExactly(
            "WARNING: only 9 cases are in both orders (fewer than 10). By itself the figure says"
                + " next to nothing.");
  }

  /** The example of intelligence and hours of television: rho = -29/165 (d squared sums to 194). */
  @Test
  void ten_cases_have_an_exact_tau_and_a_sampled_rho() {
    double[] iq = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110};
    double[] hours = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
    RankCorrelation found = correlation(iq, hours);
    assertThat(found.spearman().value()).isCloseTo(-29.0 / 165, within(1e-15));
    // scipy.stats.kendalltau 1.17.1, method="exact"
    assertThat(found.kendall().value()).isCloseTo(-1.0 / 9, within(1e-15));
    assertThat(found.kendall().pValue().value()).isCloseTo(0.7274895282186948, within(1e-13));
    PValue sampled = found.spearman().pValue();
    assertThat(sampled.method()).isEqualTo(PValueMethod.SAMPLED);
    assertThat(sampled.value())
        .isCloseTo(exactSpearman(iq, hours), within(4 * sampled.standardError()));
    assertThat(sampled.standardError()).isBetween(0.004, 0.005);
    assertThat(found.warnings()).isEmpty();
  }

  /** Over all orders of ten, by the definition. */
  private static double exactSpearman(double[] first, double[] second) {
    double[] a = ranks(first);
    double[] b = ranks(second);
    double observed = Math.abs(IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum());
    long[] count = new long[2];
    walk(a, b, 0, 0, observed - 1e-9, count);
    return (double) count[0] / count[1];
  }

  private static double[] ranks(double[] values) {
    double middle = (values.length + 1) / 2.0;
    return Arrays.stream(values)
        .map(
            v ->
                Arrays.stream(values).filter(w -> w < v).count()
                    + (Arrays.stream(values).filter(w -> w == v).count() + 1) / 2.0
                    - middle)
        .toArray();
  }

  private static void walk(
      double[] a, double[] b, int at, double sum, double observed, long[] count) {
    if (at == a.length) {
      count[0] += Math.abs(sum) >= observed ? 1 : 0;
      count[1]++;
      return;
    }
    for (int i = at; i < b.length; i++) {
      double kept = b[i];
      b[i] = b[at];
      b[at] = kept;
      walk(a, b, at + 1, sum + a[at] * b[at], observed, count);
      b[at] = b[i];
      b[i] = kept;
    }
  }

  /** scipy.stats.kendalltau 1.17.1, method="exact"; the first order is 1, 2, 3, ... */
  @Test
  void tau_without_ties_is_exact_for_many_cases() {
    double[] thirty = {
      4, 9, 6, 1, 17, 10, 3, 16, 14, 15, 12, 21, 5, 13, 8, 24, 19, 18, 11, 20, 23, 22, 30, 29, 2, 7,
      26, 25, 27, 28
    };
    double[] eighty = {
      55, 2, 5, 58, 28, 30, 6, 1, 22, 21, 3, 7, 19, 4, 20, 24, 23, 13, 36, 45, 32, 11, 43, 18, 48,
      10, 49, 31, 9, 26, 34, 40, 15, 12, 42, 29, 44, 57, 8, 47, 69, 35, 25, 61, 50, 65, 38, 16, 46,
      39, 67, 54, 17, 27, 72, 70, 41, 56, 66, 68, 74, 62, 59, 53, 77, 14, 60, 63, 33, 73, 51, 78,
      64, 76, 79, 75, 52, 37, 80, 71
    };
    RankCorrelation small = correlation(IntStream.range(0, 30).asDoubleStream().toArray(), thirty);
    assertThat(small.kendall().value()).isCloseTo(0.4758620689655172, within(1e-15));
    assertThat(small.kendall().pValue().value()).isCloseTo(1.3942547261181306e-4, within(1e-15));
    RankCorrelation large = correlation(IntStream.range(0, 80).asDoubleStream().toArray(), eighty);
    assertThat(large.kendall().value()).isCloseTo(0.5056962025316456, within(1e-15));
    assertThat(large.kendall().pValue().value()).isCloseTo(2.6177395344256514e-12, within(1e-22));
  }

  private static double[] random(Random random, int n) {
    int levels = 2 + random.nextInt(2 * n);
    double[] values = random.ints(n, 0, levels).mapToDouble(i -> i / 8.0).toArray();
    values[0] = -1;
    return values;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void coefficients_are_those_of_commons_math(long seed) {
    Random random = new Random(seed);
    int n = 3 + random.nextInt(40);
    double[] first = random(random, n);
    double[] second = random(random, n);
    RankCorrelation found =
        RankCorrelation.of(map(first), map(second), SampleDesign.random(1).withSeed(1));
    assertThat(found.spearman().value())
        .isCloseTo(new SpearmansCorrelation().correlation(first, second), within(1e-13));
    assertThat(found.kendall().value())
        .isCloseTo(new KendallsCorrelation().correlation(first, second), within(1e-13));
  }

  /** Every order of a few cases with ties, each coefficient by Commons Math. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void exact_p_values_are_shares_of_all_orders(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(4);
    double[] first = random(random, n);
    double[] second = random(random, n);
    RankCorrelation found = correlation(first, second);
    int[] count = new int[3];
    orders(first, second.clone(), 0, found, count);
    assertThat(found.spearman().pValue().value())
        .isCloseTo((double) count[1] / count[0], within(1e-15));
    assertThat(found.kendall().pValue().value())
        .isCloseTo((double) count[2] / count[0], within(1e-15));
  }

  private static void orders(
      double[] first, double[] order, int at, RankCorrelation found, int[] count) {
    if (at == order.length) {
      double rho = new SpearmansCorrelation().correlation(first, order);
      double tau = new KendallsCorrelation().correlation(first, order);
      count[0]++;
      count[1] += Math.abs(rho) >= Math.abs(found.spearman().value()) - 1e-12 ? 1 : 0;
      count[2] += Math.abs(tau) >= Math.abs(found.kendall().value()) - 1e-12 ? 1 : 0;
      return;
    }
    for (int i = at; i < order.length; i++) {
      double kept = order[i];
      order[i] = order[at];
      order[at] = kept;
      orders(first, order, at + 1, found, count);
      order[at] = order[i];
      order[i] = kept;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void turning_one_order_round_turns_the_sign(long seed) {
    Random random = new Random(seed);
    int n = 3 + random.nextInt(12);
    double[] first = random(random, n);
    double[] second = random(random, n);
    double[] turned = Arrays.stream(second).map(v -> -v).toArray();
    RankCorrelation found =
        RankCorrelation.of(map(first), map(second), SampleDesign.random(99).withSeed(3));
    RankCorrelation mirror =
        RankCorrelation.of(map(first), map(turned), SampleDesign.random(99).withSeed(3));
    assertThat(mirror.spearman().value()).isEqualTo(-found.spearman().value() + 0.0);
    assertThat(mirror.kendall().value()).isEqualTo(-found.kendall().value() + 0.0);
    assertThat(mirror.spearman().pValue()).isEqualTo(found.spearman().pValue());
    RankCorrelation same =
        RankCorrelation.of(map(first), map(first), SampleDesign.random(99).withSeed(3));
    assertThat(same.spearman().value()).isEqualTo(1);
    assertThat(same.kendall().value()).isEqualTo(1);
  }

  /** Ten cases with ties: both p-values are sampled, and near those over all orders. */
  @Test
  void sampled_p_values_are_near_the_exact_ones() {
    double[] first = {1, 1, 2, 3, 4, 5, 5, 6, 7, 8};
    double[] second = {2, 1, 2, 5, 3, 4, 8, 5, 9, 1};
    RankCorrelation found =
        RankCorrelation.of(map(first), map(second), SampleDesign.random(40_000).withSeed(5));
    assertThat(found.kendall().pValue().method()).isEqualTo(PValueMethod.SAMPLED);
    assertThat(found.spearman().pValue().value())
        .isCloseTo(
            exactSpearman(first, second), within(4 * found.spearman().pValue().standardError()));
    assertThat(found.design()).isEqualTo(SampleDesign.random(40_000).withSeed(5));
    assertThat(found.toTable().notes()).contains("40,000 orders were sampled with seed 5.");
  }

  @Test
  void as_many_orders_as_may_be_are_sampled() {
    Map<String, Double> first = new HashMap<>();
    Map<String, Double> second = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      first.put("case " + i, i * 7.0 % 11);
      second.put("case " + i, i * 5.0 % 13);
    }
    Execution impatient = Execution.onCallingThread().withProgress((done, total) -> done < 3);
    assertThatThrownBy(
            () ->
                RankCorrelation.of(
                    first, second, SampleDesign.random(Integer.MAX_VALUE), impatient))
        .isInstanceOf(CancellationException.class)
        .hasMessage("The analysis was stopped after 3 of 2097152");
  }

  /** Above {@code MOST_COUNTED} cases tau is sampled too; the tail is that of the normal law. */
  @Test
  void tau_of_many_cases_is_sampled() {
    int n = 101;
    double[] first = IntStream.range(0, n).asDoubleStream().toArray();
    Random random = new Random(11);
    double[] second = Arrays.stream(first).map(v -> v + 250 * random.nextGaussian()).toArray();
    RankCorrelation found = correlation(first, second);
    PValue sampled = found.kendall().pValue();
    assertThat(sampled.method()).isEqualTo(PValueMethod.SAMPLED);
    // Kendall's variance of tau under chance, 2 (2n + 5) / (9 n (n - 1))
    double sd = Math.sqrt(2.0 * (2 * n + 5) / (9.0 * n * (n - 1)));
    double normal =
        2 * new NormalDistribution(0, sd).cumulativeProbability(-Math.abs(found.kendall().value()));
    assertThat(sampled.value()).isCloseTo(normal, within(4 * sampled.standardError() + 0.002));
  }

  @Test
  void the_sample_depends_on_the_seed_and_not_on_the_order_of_the_maps() {
    Map<String, Double> first = new LinkedHashMap<>();
    Map<String, Double> second = new LinkedHashMap<>();
    Map<String, Double> backward = new LinkedHashMap<>();
    Random random = new Random(4);
    for (int i = 0; i < 25; i++) {
      first.put("case" + i, random.nextDouble());
      second.put("case" + i, random.nextDouble());
    }
    for (int i = 24; i >= 0; i--) {
      backward.put("case" + i, first.get("case" + i));
    }
    RankCorrelation found = RankCorrelation.of(first, second);
    assertThat(RankCorrelation.of(backward, second)).isEqualTo(found);
    assertThat(
            RankCorrelation.of(first, second, SampleDesign.random(9_999).withSeed(2))
                .spearman()
                .pValue())
        .isNotEqualTo(found.spearman().pValue());
  }

  @Test
  void two_rankings_are_compared_by_country() {
    Ranking first =
        Ranking.of(
            List.of(
                Samples.card("AAA", 10),
                Samples.card("BBB", 20),
                Samples.card("CCC", 30),
                Samples.card("DDD", 40)));
    Ranking second =
        Ranking.of(
            List.of(
                Samples.card("DDD", 90),
                Samples.card("AAA", 25),
                Samples.card("BBB", 15),
                Samples.card("CCC", 35)));
    RankCorrelation found = RankCorrelation.of(first, second);
    assertThat(found.kendall().value()).isCloseTo(2.0 / 3, within(1e-15));
    assertThat(found.spearman().value()).isCloseTo(0.8, within(1e-15));
    Ranking other = Ranking.of(List.of(Samples.card("AAA", 1), Samples.card("EEE", 2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankCorrelation.of(first, other))
        .withMessage(
            "Rank correlation has 4 faults:\n"
                + "  - 'BBB' has no second score\n"
                + "  - 'CCC' has no second score\n"
                + "  - 'DDD' has no second score\n"
                + "  - 'EEE' has no first score");
  }

  @Test
  void what_has_no_order_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> correlation(new double[] {1, 2, 3}, new double[] {4, 4, 4}))
        .withMessage("Rank correlation: second scores are all equal, which is no order");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankCorrelation.of(map(1), map(2), SampleDesign.sobol(16)))
        .withMessage(
            "Rank correlation has 3 faults:\n"
                + "  - first scores must be of at least 2 cases, but were of 1\n"
                + "  - second scores must be of at least 2 cases, but were of 1\n"
                + "  - orders are sampled at random, at most 2147483647 of them, not 16 of scrambled"
                + " Sobol sequence, seed 2022, level 0.95");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> correlation(new double[] {1, Double.NaN}, new double[] {4, 5}))
        .withMessage("Rank correlation: first score of '1' must be finite, but was NaN");
  }

  @Test
  void the_table_shows_coefficients_and_methods() {
    RankCorrelation found =
        RankCorrelation.of(
            Map.of("AAA", 1, "BBB", 2, "CCC", 3, "DDD", 4),
            Map.of("AAA", 2, "BBB", 1, "CCC", 3, "DDD", 4));
    assertThat(found.toTable().cell(0, 1)).isEqualTo("+0.800");
    assertThat(found.toTable().cell(1, 1)).isEqualTo("+0.667");
    assertThat(found.toTable().cell(1, 2)).isEqualTo("0.3333");
    assertThat(found.toTable().cell(1, 3)).isEqualTo("exact, over all orders");
    assertThat(found.toTable().notes()).isEqualTo(found.warnings());
    assertThat(found).hasToString(found.toTable().toString());
  }

  /** 150 cases with ties: both p-values are sampled. 5000 orders are 5 blocks. */
  @Test
  void sampled_orders_are_the_same_on_any_number_of_threads() {
    Random random = new Random(3);
    double[] first = random.doubles(150).map(x -> Math.rint(20 * x)).toArray();
    double[] second = Arrays.stream(first).map(x -> x + 60 * random.nextDouble()).toArray();
    SampleDesign design = SampleDesign.random(5000);
    RankCorrelation alone =
        RankCorrelation.of(map(first), map(second), design, Execution.onCallingThread());
    for (int threads : new int[] {2, 7}) {
      assertThat(RankCorrelation.of(map(first), map(second), design, Execution.onThreads(threads)))
          .isEqualTo(alone);
    }
    assertThat(RankCorrelation.of(map(first), map(second), design)).isEqualTo(alone);
  }

  @Test
  void somebody_hears_of_blocks_and_may_stop() {
    double[] first = IntStream.range(0, 120).mapToDouble(i -> i).toArray();
    double[] second = IntStream.range(0, 120).mapToDouble(i -> i * 37 % 120).toArray();
    List<String> heard = new ArrayList<>();
    Execution execution =
        Execution.onCallingThread()
            .withProgress(
                (done, total) -> {
                  heard.add(done + " of " + total);
                  return done < 3;
                });
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () -> RankCorrelation.of(map(first), map(second), SampleDesign.random(5000), execution))
        .withMessage("The analysis was stopped after 3 of 5");
    assertThat(heard).containsExactly("1 of 5", "2 of 5", "3 of 5");
  }
}
