package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.score.TieRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RankingOrdersTest {

  /** The entropy of 0.4, 0.4, 0.1 and 0.1. */
  private static final double TRUTH = -(0.8 * Math.log(0.4) + 0.2 * Math.log(0.1)) / Math.log(2);

  /**
   * Two indicators, the first with weight w: the countries score 100 w, 100 (1 - w) and 60. So A is
   * above C above B if w > 0.6, and C above A above B if it is between 0.5 and 0.6.
   */
  private static final List<CountryProfile> LENGTHS =
      List.of(Models.country(0, 100, 0), Models.country(1, 0, 100), Models.country(2, 60, 60));

  private static final RiskModel MODEL = Models.equal(4);

  private static UncertaintyAnalysis lengths() {
    return UncertaintyAnalysis.of(Models.scorer(1, 1)).withWeights(WeightUncertainty.uniform());
  }

  /** Plain and Sobol draws, fixed and drawn weights, several models. */
  private static List<UncertaintyAnalysis> analyses() {
    UncertaintyAnalysis plain = UncertaintyAnalysis.of(Scorer.of(MODEL)).withSize(1 << 13);
    UncertaintyAnalysis others =
        plain
            .withWeights(WeightUncertainty.dirichlet(20))
            .withChoice(Models.orElse(MODEL.withAggregation(Aggregation.geometric(1)), 0.5));
    return List.of(
        plain,
        plain.withSize(1),
        plain.withSize(1000).withWeights(WeightUncertainty.uniform()),
        plain.withWeights(WeightUncertainty.uniform()).withSeed(7),
        plain.withSampling(Sampling.SCRAMBLED_SOBOL),
        plain.withSampling(Sampling.SCRAMBLED_SOBOL).withSize(16),
        plain.withSampling(Sampling.SCRAMBLED_SOBOL).withWeights(WeightUncertainty.ordinal()),
        others.withCentralReadings(),
        others
            .withSampling(Sampling.SCRAMBLED_SOBOL)
            .withCorrelations(Correlations.none().with("a", "b", 0.7)));
  }

  /** The last is as the first always. */
  private static List<CountryProfile> countries(int count, boolean withTwin) {
    List<CountryProfile> countries = new ArrayList<>(Models.countries(11, count, 4, true));
    if (withTwin) {
      countries.set(0, Models.country(0, 40, 30, 60, 50));
      countries.set(count - 1, Models.country(count - 1, 40, 30, 60, 50));
    }
    return countries;
  }

  private static Map<String, Long> byNotation(RankingOrders orders) {
    Map<String, Long> draws = new TreeMap<>();
    orders.list().forEach(order -> draws.put(order.notation(), order.draws()));
    assertThat(draws).hasSameSizeAs(orders.list());
    return draws;
  }

  @Test
  void orders_of_two_indicators_are_lengths() {
    for (UncertaintyAnalysis analysis :
        List.of(lengths(), lengths().withSampling(Sampling.SCRAMBLED_SOBOL))) {
      RankingOrders orders = analysis.orders(LENGTHS);
      Map<String, Double> shares =
          Map.of(
              "AAA > CCC > BBB", 0.4,
              "BBB > CCC > AAA", 0.4,
              "CCC > AAA > BBB", 0.1,
              "CCC > BBB > AAA", 0.1);
      assertThat(orders.list()).hasSize(4);
      for (RankingOrder order : orders.list()) {
        assertThat(order.share().value())
            .isCloseTo(shares.get(order.notation()), within(4 * 0.5 / Math.sqrt(100_000)));
        assertThat(order.share().isExact()).isFalse();
        assertThat(order.isStrict()).isTrue();
      }
      assertThat(TRUTH).isCloseTo(1.7219281, within(1e-7));
      assertThat(orders.entropy())
          .isCloseTo(TRUTH, within(4 * orders.entropyStandardError()))
          .isGreaterThan(orders.plugInEntropy());
      assertThat(orders.normalizedEntropy())
          .isCloseTo(orders.entropy() * Math.log(2) / Math.log(6), within(1e-15));
      assertThat(orders.effectiveOrders()).isCloseTo(Math.pow(2, TRUTH), within(0.05));
      assertThat(orders.summary().contains("standard error below 0.001"))
          .isEqualTo(orders.design().sampling() == Sampling.SCRAMBLED_SOBOL);
    }
  }

  /** The spread of a draw's surprise is 0.8 bits, by hand. */
  @Test
  void errors_are_those_of_the_draws() {
    assertThat(lengths().orders(LENGTHS).entropyStandardError())
        .isCloseTo(0.8 / Math.sqrt(100_000), within(3e-5));
    assertThat(
            lengths().withSampling(Sampling.SCRAMBLED_SOBOL).orders(LENGTHS).entropyStandardError())
        .isBetween(0.0, 0.3 * 0.8 / Math.sqrt(131_072));
  }

  /** Counted one by one, with the draws and the comparison that anyone has. */
  @Test
  void orders_are_those_of_the_draws_one_by_one() {
    for (boolean twin : new boolean[] {false, true}) {
      List<CountryProfile> countries = countries(5, twin);
      for (UncertaintyAnalysis analysis : analyses()) {
        ScoreDraws draws = analysis.draws(countries);
        List<ImmutableDoubleArray> scores = countries.stream().map(draws::scores).toList();
        Map<String, Long> expected = new TreeMap<>();
        for (int r = 0; r < draws.count(); r++) {
          expected.merge(notation(scores, countries, r), 1L, Long::sum);
        }
        RankingOrders orders = analysis.orders(countries);
        assertThat(byNotation(orders)).isEqualTo(expected);
        assertThat(orders.list()).allMatch(order -> order.isStrict() != twin);
        assertThat(orders.draws()).isEqualTo(draws.count());
      }
    }
  }

  private static String notation(
      List<ImmutableDoubleArray> columns, List<CountryProfile> countries, int row) {
    List<Integer> sorted = new ArrayList<>();
    for (int c = 0; c < countries.size(); c++) {
      sorted.add(c);
    }
    List<Double> scores = columns.stream().map(column -> column.get(row)).toList();
    sorted.sort((a, b) -> Ranking.compareScores(scores.get(b), scores.get(a)));
    StringBuilder text = new StringBuilder(countries.get(sorted.get(0)).country().code());
    for (int k = 1; k < sorted.size(); k++) {
      boolean tied =
          Ranking.compareScores(scores.get(sorted.get(k - 1)), scores.get(sorted.get(k))) == 0;
      text.append(tied ? " = " : " > ").append(countries.get(sorted.get(k)).country().code());
    }
    return text.toString();
  }

  @Test
  void ranks_and_pairs_add_up_to_those_of_the_run() {
    int compared = 0;
    for (int count : new int[] {1, 2, 7}) {
      List<CountryProfile> countries = countries(count, count > 2);
      for (UncertaintyAnalysis analysis : analyses()) {
        RankingOrders orders = analysis.orders(countries);
        RunEstimates estimates = analysis.run(countries).figures();
        long[][] ranks = new long[count][count];
        long[][] wins = new long[count][count];
        long draws = 0;
        for (RankingOrder order : orders.list()) {
          addTo(ranks, wins, order);
          draws += order.draws();
        }
        assertThat(draws).isEqualTo(estimates.draws());
        for (int c = 0; c < count; c++) {
          assertThat(ranks[c]).isEqualTo(estimates.rankCounts(c));
          for (int d = 0; d < count; d++) {
            if (c != d && !estimates.win(c, d).isExact()) {
              assertThat((double) wins[c][d] / draws).isEqualTo(estimates.win(c, d).value());
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  private static void addTo(long[][] ranks, long[][] wins, RankingOrder order) {
    List<Integer> above = new ArrayList<>();
    for (ImmutableList<String> place : order.places()) {
      List<Integer> here = place.stream().map(code -> code.charAt(0) - 'A').toList();
      for (int c : here) {
        ranks[c][above.size()] += order.draws();
        above.forEach(higher -> wins[higher][c] += order.draws());
      }
      above.addAll(here);
    }
  }

  @Test
  void a_certain_order_has_no_entropy() {
    CountryProfile low = Models.country(0, Estimate.between(10, 20));
    CountryProfile high = Models.country(1, Estimate.between(30, 40));
    CountryProfile twin = Models.country(2, Estimate.exact(50));
    CountryProfile other = Models.country(3, Estimate.exact(50));
    for (UncertaintyAnalysis analysis :
        List.of(
            UncertaintyAnalysis.of(Models.scorer(1)).withSize(1024),
            UncertaintyAnalysis.of(Models.scorer(1))
                .withSize(1024)
                .withSampling(Sampling.SCRAMBLED_SOBOL))) {
      RankingOrders orders = analysis.orders(low, high, twin, other);
      assertThat(orders.list()).hasSize(1);
      assertThat(orders.mostFrequent()).isEqualTo(orders.nominal());
      assertThat(orders.mostFrequent().places())
          .containsExactly(
              ImmutableList.of("CCC", "DDD"), ImmutableList.of("BBB"), ImmutableList.of("AAA"));
      assertThat(orders.mostFrequent().isStrict()).isFalse();
      assertThat(orders.mostFrequent().share().value()).isEqualTo(1);
      assertThat(orders.mostFrequent().share().lower()).isBetween(0.99, 0.999);
      assertThat(orders.entropy()).isZero();
      assertThat(orders.entropyStandardError()).isZero();
      assertThat(orders.normalizedEntropy()).isZero();
      assertThat(orders.effectiveOrders()).isEqualTo(1);
      assertThat(orders.summary())
          .isEqualTo(
              "The most frequent order is CCC = DDD > BBB > AAA, in 100.0 % of 1,024 draws (95 %"
                  + " interval 99.6 to 100.0). No other order came up: the entropy is 0 bits.");
    }
  }

  /**
   * Of 1,000 runs, about 950 hold the truth within 1.96 standard errors: four standard errors of
   * that are 28. With 100 draws the plug-in is too low by 3 / (200 ln 2) = 0.0216 bits; the mean of
   * 1,000 has a standard error of 0.0025.
   */
  @Test
  void errors_hold_the_truth_as_often_as_they_say() {
    int held = 0;
    double plugIn = 0;
    double corrected = 0;
    for (int seed = 0; seed < 1000; seed++) {
      RankingOrders orders = lengths().withSeed(seed).withSize(1000).orders(LENGTHS);
      double error = Math.abs(orders.entropy() - TRUTH);
      held += error <= 1.96 * orders.entropyStandardError() ? 1 : 0;
      RankingOrders few = lengths().withSeed(seed).withSize(100).orders(LENGTHS);
      plugIn += few.plugInEntropy() / 1000;
      corrected += few.entropy() / 1000;
    }
    assertThat(held).isBetween(922, 978);
    assertThat(plugIn).isLessThan(TRUTH - 0.0116);
    assertThat(corrected).isCloseTo(TRUTH, within(0.01));
  }

  /**
   * The quantile is that of t with 15 degrees of freedom; 400 runs, four standard errors are 17.
   */
  @Test
  @Tag("long")
  void errors_between_sequences_hold_the_truth_as_often_as_they_say() {
    int held = 0;
    int shares = 0;
    for (int seed = 0; seed < 400; seed++) {
      RankingOrders orders =
          lengths()
              .withSampling(Sampling.SCRAMBLED_SOBOL)
              .withSeed(seed)
              .withSize(1 << 12)
              .orders(LENGTHS);
      double error = Math.abs(orders.entropy() - TRUTH);
      held += error <= 2.131 * orders.entropyStandardError() ? 1 : 0;
      Probability share = share(orders, "CCC > AAA > BBB");
      shares += share.lower() <= 0.1 && 0.1 <= share.upper() ? 1 : 0;
    }
    assertThat(held).isBetween(363, 397);
    assertThat(shares).isBetween(363, 397);
  }

  private static Probability share(RankingOrders orders, String notation) {
    return orders.list().stream()
        .filter(order -> order.notation().equals(notation))
        .findFirst()
        .orElseThrow()
        .share();
  }

  /** With its equal weights the model puts C first, and A and B level. */
  @Test
  void the_models_own_order_may_never_come_up() {
    RankingOrder nominal = lengths().withSize(1000).orders(LENGTHS).nominal();
    assertThat(nominal.notation()).isEqualTo("CCC > AAA = BBB");
    assertThat(nominal.draws()).isZero();
    assertThat(nominal.share().value()).isZero();
    assertThat(nominal.share().upper()).isBetween(0.003, 0.004);
    assertThat(nominal).hasToString("CCC > AAA = BBB in 0.0 % of draws");
    for (UncertaintyAnalysis analysis : analyses()) {
      List<CountryProfile> countries = countries(4, true);
      RankingOrders orders = analysis.orders(countries);
      List<String> codes = new ArrayList<>();
      orders.nominal().places().forEach(codes::addAll);
      assertThat(codes)
          .isEqualTo(
              Scorer.of(MODEL).rank(countries).countries().stream().map(c -> c.code()).toList());
      assertThat(orders.nominal().draws())
          .isEqualTo(byNotation(orders).getOrDefault(orders.nominal().notation(), 0L));
    }
  }

  @Test
  void intervals_are_those_of_all_counts() {
    UncertaintyAnalysis analysis = lengths().withSize(4096);
    RankingOrder order = analysis.orders(LENGTHS).mostFrequent();
    assertThat(order.share())
        .isEqualTo(Probability.counted(order.draws(), 4096, analysis.run(LENGTHS).settings().z()));
    // Two countries: the orders are those of the pair.
    Estimate[] low = {
      Estimate.between(20, 60), Estimate.normal(40, 9), Estimate.exact(45), Estimate.exact(40)
    };
    Estimate[] high = {
      Estimate.between(25, 70), Estimate.exact(45), Estimate.between(30, 60), Estimate.exact(42)
    };
    List<CountryProfile> two = List.of(Models.country(0, low), Models.country(1, high));
    for (UncertaintyAnalysis drawn : analyses()) {
      UncertaintyResult u = drawn.run(two);
      assertThat(u.isExact("AAA", "BBB")).isFalse();
      for (RankingOrder of : drawn.orders(two).list()) {
        boolean first = of.notation().equals("AAA > BBB");
        Probability pair =
            first ? u.probabilityRiskier("AAA", "BBB") : u.probabilityRiskier("BBB", "AAA");
        assertThat(of.share()).isEqualTo(pair);
      }
    }
  }

  @Test
  void results_have_the_same_bits_and_stop_at_all_draws() {
    List<CountryProfile> countries = countries(6, false);
    for (UncertaintyAnalysis analysis : analyses()) {
      RankingOrders orders = analysis.orders(countries);
      RankingOrders again = analysis.withThreads(3).withHalfWidth(0.4).orders(countries);
      assertThat(again).isEqualTo(orders).hasSameHashCodeAs(orders);
      assertThat(analysis.withSeed(99).orders(countries)).isNotEqualTo(orders);
      assertThat(analysis.withLevel(0.9).orders(countries)).isNotEqualTo(orders);
    }
    RankingOrders orders = analyses().get(4).withLevel(0.9).orders(countries);
    assertThat(orders.design().seed()).isEqualTo(SampleDesign.DEFAULT_SEED);
    assertThat(orders.design().level()).isEqualTo(0.9);
    assertThat(orders.design().sampling()).isEqualTo(Sampling.SCRAMBLED_SOBOL);
    assertThat(orders.tieRule()).isEqualTo(TieRule.LOWEST);
    assertThat(orders.fingerprint()).isEqualTo(Scorer.of(MODEL).fingerprint());
    assertThat(orders.countries()).hasSize(6);
  }

  @Test
  void orders_are_sorted_by_frequency_then_by_the_countries_given_first() {
    for (UncertaintyAnalysis analysis : analyses()) {
      List<RankingOrder> list = analysis.orders(countries(6, false)).list();
      for (int k = 1; k < list.size(); k++) {
        assertThat(list.get(k).draws()).isLessThanOrEqualTo(list.get(k - 1).draws());
      }
    }
    CountryProfile wide = Models.country(0, Estimate.between(0, 100));
    CountryProfile middle = Models.country(1, Estimate.exact(50));
    for (int seed = 0; seed < 10; seed++) {
      RankingOrders even =
          UncertaintyAnalysis.of(Models.scorer(1))
              .withSampling(Sampling.SCRAMBLED_SOBOL)
              .withSize(32)
              .withSeed(seed)
              .orders(wide, middle);
      // Two points of each sequence: one in each half.
      assertThat(even.list())
          .extracting(RankingOrder::notation)
          .containsExactly("AAA > BBB", "BBB > AAA");
      assertThat(even.plugInEntropy()).isEqualTo(1);
      assertThat(even.entropy()).isEqualTo(1);
      assertThat(even.summary())
          .isEqualTo(
              "No order is more frequent than AAA > BBB, in 50.0 % of 32 draws (95 % interval 50.0"
                  + " to 50.0). The entropy of the order is 1.000 bits (standard error 0.032), that"
                  + " of 2.0 orders as likely; 2 orders came up.");
    }
  }

  /** Seven countries alike in all but name: as many orders as there can be, without ties. */
  @Test
  void all_orders_of_seven_are_as_likely() {
    List<CountryProfile> seven = new ArrayList<>();
    for (int c = 0; c < 7; c++) {
      seven.add(Models.country(c, Estimate.between(0, 100)));
    }
    RankingOrders orders =
        UncertaintyAnalysis.of(Models.scorer(1)).withSize(200_000).withSeed(1).orders(seven);
    assertThat(orders.list()).hasSize(5040);
    assertThat(orders.entropy())
        .isCloseTo(Math.log(5040) / Math.log(2), within(4 * orders.entropyStandardError()));
    assertThat(orders.normalizedEntropy()).isCloseTo(1, within(1e-4));
    assertThat(orders.summary())
        .contains(" in 0.033 % of 200,000 draws (95 % interval 0.026 to 0.041)")
        .contains(" bits (standard error 0.001), that of 50");
    assertThat(orders.toTable().rowCount()).isEqualTo(20);
    assertThat(orders.toTable().notes().get(0)).endsWith(" Not shown: 5,020 rarer orders.");
  }

  @Test
  void orders_print_as_a_table() {
    CountryProfile wide = Models.country(0, Estimate.between(0, 100));
    CountryProfile dated = Models.country(0, Estimate.exact(25)).withAsOf(LocalDate.of(2020, 1, 1));
    RankingOrders orders =
        UncertaintyAnalysis.of(Models.scorer(1))
            .withSampling(Sampling.SCRAMBLED_SOBOL)
            .withSize(64)
            .orders(wide, dated);
    assertThat(orders.toTable().toCsv().lines())
        .containsExactly(
            "Order,Draws,Percent,Lower,Upper,Together",
            "AAA undated > AAA 2020-01-01,48,75,75,75,75",
            "AAA 2020-01-01 > AAA undated,16,25,25,25,100");
    assertThat(orders.toTable(1).rowCount()).isEqualTo(1);
    assertThat(orders.toTable(1).notes().get(0))
        .isEqualTo(
            "The riskiest first; = joins equal scores. In percent of the draws, with 95 %"
                + " intervals. Not shown: 1 rarer order.");
    assertThat(orders.toTable().notes())
        .contains(
            orders.summary(),
            "The model's own order is AAA undated > AAA 2020-01-01 in 75.0 % of draws.")
        .anyMatch(
            note -> note.startsWith("64 draws from seed 2022 in 16 scrambled Sobol sequences"));
    assertThat(orders.toString()).startsWith("Which orders come up");
  }

  @Test
  void progress_hears_of_all_draws_and_may_stop_them() {
    List<Long> heard = new ArrayList<>();
    UncertaintyAnalysis analysis =
        lengths().withSize(20_000).withProgress((done, limit) -> heard.add(done));
    analysis.orders(LENGTHS);
    assertThat(heard).containsExactly(8192L, 16_384L, 20_000L);
    heard.clear();
    analysis.withSize(1 << 14).withSampling(Sampling.SCRAMBLED_SOBOL).orders(LENGTHS);
    assertThat(heard).containsExactly(8192L, 16_384L);
    assertThatThrownBy(() -> analysis.withProgress((done, limit) -> done < 10_000).orders(LENGTHS))
        .isInstanceOf(CancellationException.class)
        .hasMessage("The analysis was stopped after 16384 of 20000");
  }

  @Test
  void what_cannot_be_counted_is_refused() {
    UncertaintyAnalysis analysis = analyses().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.orders(countries(8, false)))
        .withMessage(
            "Whole orders are counted for at most 7 profiles, which have 47,293 orders with ties,"
                + " but 8 were given. Leave out some of them; run(profiles) gives ranks and pairs"
                + " of any number.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.orders(List.of()))
        .withMessage("An analysis needs at least one profile");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                analysis
                    .withSize(8)
                    .withSampling(Sampling.SCRAMBLED_SOBOL)
                    .orders(countries(2, false)))
        .withMessageStartingWith("size of Sobol sequences must be a power of 2 from 16");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.orders(countries(2, false)).toTable(0))
        .withMessageStartingWith("rows must be in [1.0, ");
    assertThatNullPointerException().isThrownBy(() -> analysis.orders((CountryProfile) null));
  }
}
