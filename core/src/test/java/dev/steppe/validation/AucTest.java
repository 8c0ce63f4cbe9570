package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.statistics.PValueMethod;
import dev.steppe.validation.Samples.Sample;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AucTest {

  static LongStream seeds() {
    return Samples.seeds();
  }

  /** Of the two groups, the wins of the first by counting pairs. */
  private static double wins(double[] positives, double[] negatives) {
    double wins = 0;
    for (double positive : positives) {
      for (double negative : negatives) {
        wins += positive > negative ? 1 : positive == negative ? 0.5 : 0;
      }
    }
    return wins;
  }

  private static Auc auc(double[] positives, double[] negatives) {
    return Samples.groups(positives, negatives).validation().auc();
  }

  /**
   * Ratings 1 to 5 of 58 normal and 51 abnormal images: Hanley and McNeil (1982), table I, who find
   * an area of 0.893.
   */
  @Test
  void the_area_of_the_published_ratings_is_found() {
    Auc auc = auc(Samples.repeated(3, 2, 2, 11, 33), Samples.repeated(33, 6, 6, 11, 2));
    assertThat(auc.positives()).isEqualTo(51);
    assertThat(auc.negatives()).isEqualTo(58);
    assertThat(auc.value()).isCloseTo(0.893, within(0.0005)).isEqualTo(2642.0 / (51 * 58));
    assertThat(auc.warnings()).isEmpty();
    // Their standard error is 0.032: the approximate interval is about four of them wide.
    assertThat(auc.approximateInterval().width()).isCloseTo(4 * 0.032, within(0.01));
    assertThat(auc.interval().lower()).isLessThan(auc.approximateInterval().lower());
    // scipy.stats.mannwhitneyu 1.17.1 has 9.7e-14 from the normal distribution
    assertThat(auc.oneSidedPValue().value()).isBetween(1e-16, 1e-12);
    assertThat(auc.oneSidedPValue().method()).isEqualTo(PValueMethod.EXACT);
  }

  /** scikit-learn's documentation of {@code roc_auc_score}: 0.75. */
  @Test
  void the_example_of_scikit_learn_is_found() {
    assertThat(auc(new double[] {0.35, 0.8}, new double[] {0.1, 0.4}).value()).isEqualTo(0.75);
  }

  /**
   * Permeability of the human chorioamnion, Hollander and Wolfe (1973), 69f., as in R's
   * documentation of {@code wilcox.test}: {@code W = 35, p-value = 0.1272}, one-sided.
   */
  @Test
  void the_published_exact_p_value_is_found() {
    double[] x = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
    double[] y = {1.15, 0.88, 0.90, 0.74, 1.21};
    Auc auc = auc(x, y);
    assertThat(auc.value()).isEqualTo(35.0 / 50);
    assertThat(auc.oneSidedPValue().value()).isCloseTo(0.1272, within(0.00005));
    // scipy.stats.mannwhitneyu 1.17.1, method="exact"
    assertThat(auc.oneSidedPValue().value()).isCloseTo(0.1272061272061272, within(1e-14));
    assertThat(auc.pValue().value()).isCloseTo(0.2544122544122544, within(1e-14));
    // The groups the other way round: the mirror image.
    assertThat(auc(y, x).value()).isCloseTo(0.3, within(1e-15));
    assertThat(auc(y, x).pValue().value()).isCloseTo(0.2544122544122544, within(1e-14));
  }

  /** Probabilities of U or less, Mann and Whitney (1947), table I. */
  @ParameterizedTest
  @CsvSource({
    "3, 3, 0, 0.050",
    "3, 3, 1, 0.100",
    "4, 4, 0, 0.014",
    "4, 4, 3, 0.100",
    "5, 5, 2, 0.016",
    "5, 5, 4, 0.048"
  })
  void small_tails_are_those_of_the_published_table(int m, int n, int u, double expected) {
    double[] positives = IntStream.range(0, m).mapToDouble(i -> 100 + i).toArray();
    double[] negatives = IntStream.range(0, n).mapToDouble(i -> i).toArray();
    // Lower one positive below u of the negatives.
    positives[0] = n - Math.min(u, n) - 0.5;
    assertThat(wins(positives, negatives)).isEqualTo(m * n - Math.min(u, n));
    assertThat(auc(positives, negatives).oneSidedPValue().value())
        .isCloseTo(expected, within(0.0005));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_area_is_the_share_of_pairs_won(long seed) {
    Sample sample = Sample.random(seed, 40);
    double[] positives = side(sample, true);
    double[] negatives = side(sample, false);
    Auc auc = sample.validation().auc();
    assertThat(auc.value())
        .isCloseTo(
            wins(positives, negatives) / (positives.length * negatives.length), within(1e-15));
    assertThat(auc.interval().contains(auc.value())).isTrue();
    assertThat(auc.approximateInterval().contains(auc.value())).isTrue();
  }

  private static double[] side(Sample sample, boolean event) {
    return IntStream.range(0, sample.scores().length)
        .filter(i -> sample.events()[i] == event)
        .mapToDouble(i -> sample.scores()[i])
        .toArray();
  }

  /** All ways to give the events to as many cases, ties in the scores as they are. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void p_values_are_shares_of_all_orders(long seed) {
    Sample sample = Sample.random(seed, 11);
    int n = sample.scores().length;
    double observed = wins(side(sample, true), side(sample, false));
    int all = 0;
    int atLeast = 0;
    int atMost = 0;
    for (int mask = 0; mask < 1 << n; mask++) {
      if (Integer.bitCount(mask) == sample.positives()) {
        boolean[] events = new boolean[n];
        for (int i = 0; i < n; i++) {
          events[i] = (mask >> i & 1) == 1;
        }
        Sample other = new Sample(sample.scores(), events);
        double wins = wins(side(other, true), side(other, false));
        all++;
        atLeast += wins >= observed ? 1 : 0;
        atMost += wins <= observed ? 1 : 0;
      }
    }
    Auc auc = sample.validation().auc();
    assertThat(auc.oneSidedPValue().value()).isCloseTo((double) atLeast / all, within(1e-13));
    assertThat(auc.pValue().value())
        .isCloseTo(Math.min(1, 2.0 * Math.min(atLeast, atMost) / all), within(1e-13));
    assertThat(auc.pValue().method()).isEqualTo(PValueMethod.EXACT);
    assertThat(auc.pValue().standardError()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void turning_the_scores_round_mirrors_everything(long seed) {
    Sample sample = Sample.random(seed, 40);
    Sample turned =
        new Sample(Arrays.stream(sample.scores()).map(s -> -s).toArray(), sample.events());
    Auc auc = sample.validation().auc();
    Auc mirror = turned.validation().auc();
    assertThat(mirror.value()).isCloseTo(1 - auc.value(), within(1e-15));
    assertThat(mirror.interval().lower()).isCloseTo(1 - auc.interval().upper(), within(1e-12));
    assertThat(mirror.approximateInterval().upper())
        .isCloseTo(1 - auc.approximateInterval().lower(), within(1e-12));
    assertThat(mirror.pValue().value()).isCloseTo(auc.pValue().value(), within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void only_the_order_of_scores_counts(long seed) {
    Sample sample = Sample.random(seed, 40);
    Sample stretched =
        new Sample(Arrays.stream(sample.scores()).map(Math::exp).toArray(), sample.events());
    assertThat(stretched.validation().auc()).isEqualTo(sample.validation().auc());
  }

  /** Above several hundred cases of each kind the exact sum would take too long. */
  @Test
  void large_samples_use_the_normal_distribution() {
    double[] positives = DoubleStream.iterate(0.5, x -> x + 1).limit(700).toArray();
    double[] negatives = DoubleStream.iterate(-40, x -> x + 1).limit(700).toArray();
    Auc auc = auc(positives, negatives);
    assertThat(auc.pValue().method()).isEqualTo(PValueMethod.NORMAL);
    // z = (U - mn/2 - 1/2) / sqrt(mn(m+n+1)/12) without ties
    double z = (auc.value() * 490_000 - 245_000 - 0.5) / Math.sqrt(490_000.0 * 1401 / 12);
    assertThat(auc.oneSidedPValue().value())
        .isCloseTo(1 - new NormalDistribution().cumulativeProbability(z), within(1e-12));
    assertThat(auc.pValue().value()).isCloseTo(2 * auc.oneSidedPValue().value(), within(1e-12));
  }

  /** At the largest sizes that are still exact, the two methods agree. */
  @Test
  void the_exact_p_value_is_close_to_the_normal_one_in_samples_of_some_size() {
    double[] positives = DoubleStream.iterate(0.5, x -> x + 1).limit(60).toArray();
    double[] negatives = DoubleStream.iterate(-8, x -> x + 1).limit(60).toArray();
    Auc auc = auc(positives, negatives);
    double z = (auc.value() * 3600 - 1800 - 0.5) / Math.sqrt(3600.0 * 121 / 12);
    assertThat(auc.oneSidedPValue().method()).isEqualTo(PValueMethod.EXACT);
    assertThat(auc.oneSidedPValue().value())
        .isCloseTo(1 - new NormalDistribution().cumulativeProbability(z), within(1e-3));
  }

  @Test
  void equal_scores_are_no_order_at_all() {
    Auc auc = auc(new double[] {5, 5}, new double[] {5, 5, 5});
    assertThat(auc.value()).isEqualTo(0.5);
    assertThat(auc.pValue().value()).isEqualTo(1);
    assertThat(auc.oneSidedPValue().value()).isEqualTo(1);
  }

  /** All five above the others: as for five successes in five trials, 0.025^(1/5). */
  @Test
  void a_perfect_order_has_the_interval_of_clopper_and_pearson() {
    double[] negatives = DoubleStream.iterate(0, x -> x + 1).limit(90).toArray();
    Auc auc = auc(new double[] {101, 102, 103, 104, 105}, negatives);
    assertThat(auc.interval().upper()).isEqualTo(1);
    assertThat(auc.interval().lower()).isCloseTo(Math.pow(0.025, 0.2), within(1e-12));
    assertThat(auc.approximateInterval().upper()).isEqualTo(1);
    // Chance alone would hardly do that, and yet an AUC of 0.5 is possible.
    assertThat(auc.pValue().value()).isLessThan(1e-6);
    assertThat(auc.interval().contains(0.5)).isTrue();
  }

  @Test
  void a_higher_level_gives_a_wider_interval() {
    Validation validation = Sample.random(7, 40).validation();
    assertThat(validation.auc(0.99).interval().width())
        .isGreaterThan(validation.auc(0.95).interval().width());
    assertThat(validation.auc(0.99).interval().level()).isEqualTo(0.99);
    assertThat(validation.auc(0.99).approximateInterval().width())
        .isGreaterThan(validation.auc(0.95).approximateInterval().width());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> validation.auc(95))
        .withMessage("Confidence level must be between 0 and 1, such as 0.95, but was 95.0");
  }

  @Test
  void the_table_tells_figures_methods_and_warnings() {
    Auc auc = auc(new double[] {70, 50}, new double[] {50, 20});
    assertThat(auc.toTable().toCsv().lines().limit(5))
        .containsExactly(
            "Figure,Value,Lower,Upper,How",
            "AUC,0.875,"
                + auc.interval().lower()
                + ","
                + auc.interval().upper()
                + ",\"at least 95 %, distribution-free\"",
            "AUC,0.875,"
                + auc.approximateInterval().lower()
                + ","
                + auc.approximateInterval().upper()
                + ",\"about 95 %, Newcombe (2006), approximate\"",
            "\"p-value, two-sided\"," + auc.pValue().value() + ",,,\"exact, over all orders\"",
            "\"p-value, AUC this high\","
                + auc.oneSidedPValue().value()
                + ",,,\"exact, over all orders\"");
    assertThat(auc.oneSidedPValue().value()).isCloseTo(2.0 / 6, within(1e-15));
    assertThat(auc.toTable().title())
        .isEqualTo("Area under the ROC curve: 4 cases, 2 with the event");
    assertThat(auc.warnings())
        .containsExactly(
            "WARNING: only 2 cases had the event (fewer than 10). By itself the figure says next to"
                + " nothing.",
            "WARNING: only 2 cases did not have the event (fewer than 10). By itself the figure"
                + " says next to nothing.");
    assertThat(auc.toTable().notes()).containsAll(auc.warnings());
    assertThat(auc).hasToString(auc.toTable().toString());
  }
}
