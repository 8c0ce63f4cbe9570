package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Serialized;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.score.TieRule;
import dev.steppe.table.Table;
import dev.steppe.testing.Kinds;
import dev.steppe.testing.RandomModels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UncertaintyAnalysisTest {

  private static final Scorer SCORER = Models.scorer(1, 1, 1);
  private static final CountryProfile A = Models.country(0, 80, 20, 50);
  private static final CountryProfile B = Models.country(1, 30, 60, 50);

  private static UncertaintyAnalysis analysis() {
    return UncertaintyAnalysis.of(SCORER)
        .withWeights(WeightUncertainty.uniform())
        .withSize(20_000)
        .withSeed(42);
  }

  static LongStream seeds() {
    return RandomModels.seeds().limit(40);
  }

  /** 50 w1 > 40 w2 where w1 / (w1 + w2) is uniform on (0, 1): above 4/9. */
  @Test
  void the_order_of_two_countries_is_exact() {
    UncertaintyResult u = analysis().run(A, B);
    assertThat(u.probabilityRiskier(A, B).value()).isCloseTo(5.0 / 9, within(1e-15));
    assertThat(u.isExact(A, B)).isTrue();
    assertThat(u.ranks("AAA").isExact()).isTrue();
    assertThat(u.ranks("AAA").rank(1).value()).isCloseTo(5.0 / 9, within(1e-15));
    assertThat(u.ranks("AAA").expectedRank()).isCloseTo(1 + 4.0 / 9, within(1e-15));
    assertThat(u.order("AAA", "BBB"))
        .hasToString("Country 0 is above Country 1 in 55.6 % of all cases (exact, not from draws)");
    assertThat(u.order("BBB", "AAA"))
        .hasToString("Country 1 is below Country 0 in 55.6 % of all cases (exact, not from draws)");
  }

  @Test
  void a_result_says_how_it_came_about() {
    UncertaintyResult u = analysis().run(A, B);
    assertThat(u.design().seed()).isEqualTo(42);
    assertThat(u.draws()).isEqualTo(20_000);
    assertThat(u.fingerprint()).isEqualTo(SCORER.fingerprint());
    assertThat(u.weights()).isEqualTo(WeightUncertainty.uniform());
    assertThat(u.design().level()).isEqualTo(0.95);
    assertThat(u.tieRule()).isEqualTo(TieRule.LOWEST);
    assertThat(u.countries()).extracting(Country::code).containsExactly("AAA", "BBB");
    assertThat(u.nominal()).isEqualTo(SCORER.scoreAll(List.of(A, B)));
    assertThat(analysis())
        .hasToString(
            "Uncertainty of model 'plain': weights uniform(), readings drawn, 20,000 draws from seed"
                + " 42");
  }

  /** Of 1, 2 and 7 parts of the weight the last goes to the others: (1 a + 2 b) / 3. */
  @Test
  void what_does_not_apply_leaves_a_mean_that_needs_no_draws() {
    CountryProfile part =
        Models.country(0, Estimate.between(0, 90), Estimate.between(30, 60))
            .withNotApplicable("c", NotApplicable.because("it has none"));
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(Models.scorer(1, 2, 7)).withSize(1000).withSeed(1);
    ScoreDistribution score =
        analysis
            .withWeights(WeightUncertainty.fixed())
            .run(part, Models.country(1, 1, 2, 3))
            .score("AAA");
    assertThat(score.isExact()).isTrue();
    assertThat(score.mean()).isCloseTo(45, within(1e-12));
    // The variance of a uniform number is a twelfth of the square of its width.
    double variance = (90.0 * 90 / 9 + 30.0 * 30 * 4 / 9) / 12;
    assertThat(score.standardDeviation()).isCloseTo(Math.sqrt(variance), within(1e-12));
    // Of drawn weights the law is not known then.
    assertThat(
            analysis
                .withWeights(WeightUncertainty.uniform())
                .run(part, Models.country(1, 1, 2, 3))
                .score("AAA")
                .isExact())
        .isFalse();
  }

  private static List<WeightUncertainty> allWeights() {
    return List.of(
        WeightUncertainty.fixed(),
        WeightUncertainty.uniform(),
        WeightUncertainty.dirichlet(7.3),
        WeightUncertainty.ordinal(),
        WeightUncertainty.within(0.25),
        WeightUncertainty.eachWithin(0.25));
  }

  @Test
  void every_kind_of_weight_uncertainty_is_among_these() {
    assertThat(allWeights()).map(Object::getClass).containsAll(Kinds.of(WeightUncertainty.class));
  }

  @Test
  void weights_are_drawn_unless_they_are_fixed_and_of_one_shape_at_most() {
    CompiledModel model = CompiledModel.of(Models.equal(4));
    for (WeightUncertainty weights : allWeights()) {
      assertThat(WeightDistribution.of(weights).sampler(model) == null)
          .isEqualTo(weights.isFixed());
      assertThat(
              weights.dirichletParameters(model.model()).isPresent()
                  && weights.fractions(model.model()).isPresent())
          .isFalse();
      assertThat(Serialized.copyOf(weights)).isEqualTo(weights);
    }
  }

  @Test
  void any_number_of_threads_gives_the_same_bits() {
    List<CountryProfile> countries = Models.countries(1, 6, 4, true);
    for (WeightUncertainty weights : allWeights()) {
      UncertaintyAnalysis analysis =
          UncertaintyAnalysis.of(Scorer.of(Models.equal(4)))
              .withWeights(weights)
              .withSize(50_000)
              .withSeed(3);
      UncertaintyResult one = analysis.withThreads(1).run(countries);
      for (int threads : new int[] {2, 7, 16}) {
        assertThat(analysis.withThreads(threads).run(countries)).isEqualTo(one);
      }
      assertThat(analysis.withSeed(4).run(countries)).isNotEqualTo(one);
    }
  }

  @Test
  void bits_are_those_of_other_runs() {
    List<CountryProfile> countries = Models.countries(1, 6, 4, true);
    UncertaintyResult u =
        UncertaintyAnalysis.of(Scorer.of(Models.equal(4)))
            .withWeights(WeightUncertainty.uniform())
            .withSize(50_000)
            .withSeed(1)
            .run(countries);
    assertThat(u.ranks("AAA").rank(1).value()).isEqualTo(0.8655);
    assertThat(u.figures().simulatedMean(0)).isEqualTo(69.28890749754876);
    assertThat(u.centralWeights("AAA").orElseThrow()).containsEntry("a", 0.23070883094787462);
  }

  @Test
  void another_country_does_not_change_the_draws_of_the_others() {
    List<CountryProfile> countries = Models.countries(1, 6, 4, true);
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(Scorer.of(Models.equal(4)))
            .withWeights(WeightUncertainty.uniform())
            .withSize(10_000);
    UncertaintyResult all = analysis.run(countries);
    UncertaintyResult some = analysis.run(countries.get(5), countries.get(2));
    assertThat(some.probabilityRiskier("CCC", "FFF"))
        .isEqualTo(all.probabilityRiskier("CCC", "FFF"));
    assertThat(some.score("CCC")).isEqualTo(all.score("CCC"));
  }

  @Test
  void nothing_uncertain_gives_the_ranking_itself() {
    List<CountryProfile> countries = Models.countries(8, 5, 3, false);
    UncertaintyResult u =
        UncertaintyAnalysis.of(SCORER).withSize(300).withConfidenceFactors(300).run(countries);
    Ranking ranking = SCORER.rank(countries);
    for (CountryProfile country : countries) {
      String code = country.country().code();
      assertThat(u.ranks(code).rank((int) ranking.rank(code)).value()).isEqualTo(1);
      assertThat(u.ranks(code).expectedRank()).isEqualTo(ranking.rank(code));
      assertThat(u.score(code).mean()).isEqualTo(ranking.entry(code).value());
      assertThat(u.score(code).standardDeviation()).isZero();
      assertThat(u.isExact(code, countries.get(0).country().code())).isTrue();
    }
    String first = ranking.countries().get(0).code();
    assertThat(u.confidenceFactor(first)).map(Probability::value).hasValue(1.0);
    assertThat(u.centralWeights(first).orElseThrow()).containsEntry("a", 1.0 / 3);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void exact_answers_lie_within_four_standard_errors_of_the_simulation(long seed) {
    int indicators = 2 + (int) (seed % 7);
    List<CountryProfile> countries = Models.countries(seed, 4, indicators, false);
    List<WeightUncertainty> laws =
        List.of(
            WeightUncertainty.uniform(),
            WeightUncertainty.dirichlet(indicators),
            WeightUncertainty.dirichlet(5 * indicators));
    for (WeightUncertainty weights : laws) {
      UncertaintyAnalysis analysis =
          UncertaintyAnalysis.of(Scorer.of(Models.equal(indicators)))
              .withWeights(weights)
              .withSize(20_000)
              .withSeed(seed);
      UncertaintyResult u = analysis.run(countries);
      ScoreDraws draws = analysis.draws(countries);
      for (int a = 0; a < 4; a++) {
        for (int b = 0; b < 4; b++) {
          if (a != b) {
            double wins =
                ScoreDrawsTest.wins(draws.scores(countries.get(a)), draws.scores(countries.get(b)));
            Probability exact = u.figures().win(a, b);
            assertThat(exact.isExact()).isTrue();
            double p = exact.value();
            // Of 40 seeds, 3 laws and 12 pairs one may be beyond 4; three draws are never rare.
            assertThat(wins / 20_000)
                .isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / 20_000) + 3.0 / 20_000));
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void closed_moments_are_those_of_the_simulation(long seed) {
    List<CountryProfile> countries = Models.countries(seed, 3, 4, true);
    for (WeightUncertainty weights :
        List.of(
            WeightUncertainty.fixed(),
            WeightUncertainty.uniform(),
            WeightUncertainty.dirichlet(2.7))) {
      UncertaintyResult u =
          UncertaintyAnalysis.of(Models.scorer(1, 2, 3, 4))
              .withWeights(weights)
              .withSize(40_000)
              .withSeed(seed)
              .run(countries);
      for (int c = 0; c < 3; c++) {
        RunEstimates estimates = u.figures();
        assertThat(estimates.hasExactMoments(c)).isTrue();
        double variance = estimates.variance(c);
        assertThat(estimates.simulatedMean(c))
            .isCloseTo(estimates.mean(c), within(4.5 * Math.sqrt(variance / 40_000) + 1e-9));
        // The kurtosis of a bounded score is below 10 here.
        assertThat(estimates.simulatedVariance(c))
            .isCloseTo(variance, within(4.5 * variance * Math.sqrt(9.0 / 40_000) + 1e-9));
      }
    }
  }

  @Test
  void moments_are_not_closed_where_a_reading_leaves_its_scale() {
    CountryProfile beyond =
        Models.country(0, Estimate.between(90, 110), Estimate.exact(1), Estimate.exact(1));
    UncertaintyResult u = analysis().run(beyond);
    assertThat(u.score("AAA").isExact()).isFalse();
    assertThat(u.score("AAA").meanHalfWidth()).isPositive();
    assertThat(analysis().run(A).score("AAA").isExact()).isTrue();
    assertThat(analysis().withWeights(WeightUncertainty.ordinal()).run(A).score("AAA").isExact())
        .isFalse();
  }

  /** By hand: mean 50, variance (30^2 + 30^2 + 0) / 3 / 4 for uniform weights of three. */
  @Test
  void the_moments_of_a_weighted_sum_are_closed() {
    ScoreDistribution score = analysis().run(A).score("AAA");
    assertThat(score.mean()).isCloseTo(50, within(1e-12));
    assertThat(score.standardDeviation()).isCloseTo(Math.sqrt(150), within(1e-12));
    assertThat(score.nominal()).isCloseTo(50, within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("allSeeds")
  void ranks_of_three_are_exact_and_those_of_the_simulation(long seed) {
    int indicators = 2 + (int) (seed % 7);
    List<CountryProfile> countries = Models.countries(seed, 3, indicators, false);
    UncertaintyResult u =
        UncertaintyAnalysis.of(Scorer.of(Models.equal(indicators)))
            .withWeights(
                seed % 2 == 0
                    ? WeightUncertainty.uniform()
                    : WeightUncertainty.dirichlet((2 + seed % 3) * indicators))
            .withSize(100_000)
            .withSeed(seed)
            .run(countries);
    for (int rank = 0; rank < 3; rank++) {
      double sum = 0;
      for (int c = 0; c < 3; c++) {
        Probability exact = u.ranks().get(c).rank(rank + 1);
        assertThat(exact.isExact()).isTrue();
        double p = exact.value();
        sum += p;
        // Of 1,800 shares one or two may be beyond 3.5; three draws are never rare.
        assertThat(u.figures().countedRank(c, rank))
            .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 100_000) + 3.0 / 100_000));
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
  }

  static LongStream allSeeds() {
    return RandomModels.seeds();
  }

  /** A is above C always, so it is never last, nor is C ever first. */
  @Test
  void ranks_that_dominance_rules_out_are_impossible_to_the_bit() {
    UncertaintyResult u = analysis().run(A, B, Models.country(2, 70, 10, 40));
    assertThat(u.ranks("AAA").rank(3).value()).isZero();
    assertThat(u.ranks("CCC").rank(1).value()).isZero();
    assertThat(u.ranks("AAA").rank(1).value())
        .isCloseTo(u.probabilityRiskier("AAA", "BBB").value(), within(1e-15));
  }

  @Test
  void too_many_parameters_for_three_countries_are_counted() {
    UncertaintyAnalysis few = analysis().withWeights(WeightUncertainty.dirichlet(63));
    UncertaintyAnalysis many = analysis().withWeights(WeightUncertainty.dirichlet(66));
    CountryProfile crossing = Models.country(2, 40, 40, 90);
    assertThat(few.run(A, B, crossing).ranks("AAA").isExact()).isTrue();
    assertThat(many.run(A, B, crossing).ranks("AAA").isExact()).isFalse();
    assertThat(many.run(A, B, crossing).isExact("AAA", "BBB")).isTrue();
  }

  @Test
  void scores_whose_ranges_are_apart_have_a_certain_order() {
    CountryProfile low =
        Models.country(2, Estimate.between(0, 60), Estimate.exact(20), Estimate.exact(50));
    CountryProfile touching =
        Models.country(3, Estimate.between(0, 80), Estimate.exact(20), Estimate.exact(50));
    UncertaintyAnalysis fixed =
        analysis().withWeights(WeightUncertainty.fixed()).withConfidenceFactors(1);
    UncertaintyResult u = fixed.run(A, low);
    assertThat(u.probabilityRiskier(A, low)).isEqualTo(Probability.exactly(1));
    assertThat(u.probabilityRiskier(low, A)).isEqualTo(Probability.exactly(0));
    ScoreDraws draws = fixed.draws(A, low);
    assertThat(ScoreDrawsTest.wins(draws.scores(A), draws.scores(low))).isEqualTo(draws.count());
    assertThat(u.ranks("AAA").isExact()).isTrue();
    assertThat(fixed.run(A, touching).isExact(A, touching)).isFalse();
    assertThat(analysis().run(A, low).isExact(A, low)).isFalse();
  }

  @Test
  void ranks_of_any_number_are_exact_where_all_orders_are_certain() {
    List<CountryProfile> countries = Models.countries(8, 5, 3, false);
    UncertaintyResult u = UncertaintyAnalysis.of(SCORER).withSize(300).run(countries);
    assertThat(u.ranks()).allMatch(RankAcceptability::isExact);
    assertThat(u.widestHalfWidth()).isZero();
  }

  @Test
  void equal_countries_are_tied_and_share_the_best_rank() {
    UncertaintyResult u = analysis().run(A, B, B.withCountry(Country.of("CCC", "Copy")));
    PairwiseOrder order = u.order("BBB", "CCC");
    assertThat(order.tied().value()).isEqualTo(1);
    assertThat(order)
        .hasToString("Country 1 is equal to Copy in all cases (exact, not from draws)");
    assertThat(u.ranks("BBB").rank(1)).isEqualTo(u.ranks("CCC").rank(1));
    assertThat(u.ranks("BBB").rank(3).value()).isZero();
    assertThat(u.ranks("BBB").rank(1).value() + u.ranks("BBB").rank(2).value())
        .isCloseTo(1, within(1e-15));
    assertThat(u.ranks("BBB").rank(2)).isEqualTo(u.probabilityRiskier("AAA", "BBB"));
    assertThat(u.ranks("AAA").rank(2).value()).isZero();
    assertThat(u.ranks("AAA").rank(1)).isEqualTo(u.probabilityRiskier("AAA", "BBB"));
    assertThat(u.ranks("AAA").isExact()).isTrue();
  }

  @Test
  void the_sentence_of_a_pair_has_the_interval() {
    CountryProfile uncertain =
        Models.country(1, Estimate.between(25, 35), Estimate.exact(60), Estimate.exact(50));
    UncertaintyResult u = analysis().withSize(100_000).run(A, uncertain);
    assertThat(u.isExact("AAA", "BBB")).isFalse();
    assertThat(u.order("BBB", "AAA").toString())
        .matches(
            "Country 1 is below Country 0 in 55\\.\\d % of 100,000 draws \\(95 % interval"
                + " 55\\.\\d to 5[56]\\.\\d\\)");
  }

  @Test
  void central_readings_leave_only_weights_uncertain() {
    CountryProfile uncertain =
        Models.country(0, Estimate.between(70, 90), Estimate.exact(20), Estimate.exact(50));
    assertThat(analysis().run(uncertain, B).isExact("AAA", "BBB")).isFalse();
    UncertaintyResult u = analysis().withCentralReadings().run(uncertain, B);
    assertThat(u.probabilityRiskier("AAA", "BBB"))
        .isEqualTo(analysis().run(A, B).probabilityRiskier("AAA", "BBB"));
  }

  @Test
  void readings_are_drawn_within_their_domain_and_weight() {
    Scorer scorer = Models.scorer(1, 0, 1);
    CountryProfile uncertain =
        Models.country(0, Estimate.exact(50), Estimate.between(0, 100), Estimate.exact(50));
    UncertaintyResult u = UncertaintyAnalysis.of(scorer).run(uncertain);
    assertThat(u.score("AAA").standardDeviation()).isZero();
    assertThat(u.score("AAA").isExact()).isTrue();
  }

  @Test
  void draws_stop_when_the_intervals_are_narrow_enough() {
    List<CountryProfile> countries = Models.countries(5, 5, 4, true);
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(Scorer.of(Models.equal(4))).withWeights(WeightUncertainty.uniform());
    UncertaintyResult u = analysis.withSize(1_000_000).withHalfWidth(0.01).run(countries);
    assertThat(u.reachedHalfWidth()).isTrue();
    assertThat(u.draws()).isIn(8192L, 16384L);
    assertThat(u.widestHalfWidth()).isLessThanOrEqualTo(0.01);
    UncertaintyResult fewer = analysis.withSize(5000).withHalfWidth(0.001).run(countries);
    assertThat(fewer.reachedHalfWidth()).isFalse();
    assertThat(fewer.draws()).isEqualTo(5000);
    assertThat(fewer.toTable().notes().get(1))
        .endsWith("; 0.10 were asked for, but the draws ran out.");
    assertThat(analysis.withSize(5000).run(countries).reachedHalfWidth()).isTrue();
  }

  @Test
  void progress_is_told_and_may_stop_the_run() {
    List<Long> heard = new ArrayList<>();
    analysis()
        .withSize(50_000)
        .withProgress(
            (done, limit) -> {
              assertThat(limit).isEqualTo(50_000);
              return heard.add(done);
            })
        .run(A, B);
    assertThat(heard).containsExactly(8192L, 16384L, 32768L, 50_000L);
    heard.clear();
    analysis()
        .withThreads(3)
        .withSize(50_000)
        .withProgress((done, limit) -> heard.add(done))
        .run(A, B);
    assertThat(heard).containsExactly(8192L, 16384L, 32768L, 50_000L);
    assertThatThrownBy(
            () ->
                analysis()
                    .withThreads(3)
                    .withSize(1L << 40)
                    .withProgress((done, limit) -> done < 30_000)
                    .run(A, B))
        .isInstanceOf(CancellationException.class)
        .hasMessage("The analysis was stopped after 32768 of 1099511627776");
    assertThatThrownBy(
            () -> analysis().withSize(50_000).withProgress((done, limit) -> false).run(A, B))
        .isInstanceOf(CancellationException.class)
        .hasMessage("The analysis was stopped after 8192 of 50000");
  }

  @Test
  void quantiles_come_from_the_draws() {
    CountryProfile uniform =
        Models.country(0, Estimate.between(20, 80), Estimate.exact(0), Estimate.exact(0));
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1, 0, 0)).withSize(100_000).run(uniform);
    Quantile median = u.score("AAA").quantile(0.5);
    assertThat(median.value()).isCloseTo(50, within(0.5));
    assertThat(median.lower()).isLessThan(50.01);
    assertThat(median.upper()).isGreaterThan(49.99);
    assertThat(median.upper() - median.lower()).isCloseTo(60 * 3.92 * 0.5 / 316, within(0.1));
    assertThat(u.score("AAA").quantile(0.1).value()).isCloseTo(26, within(0.5));
    assertThat(u.rankQuantile("AAA", 0.5).value()).isEqualTo(1);
  }

  @Test
  void countries_that_are_never_first_have_no_central_weights() {
    UncertaintyResult u =
        analysis().withConfidenceFactors(1000).run(A, B, Models.country(2, 10, 10, 10));
    assertThat(u.centralWeights("CCC")).isEmpty();
    assertThat(u.confidenceFactor("CCC")).isEmpty();
    assertThat(u.confidenceFactor("AAA")).hasValue(Probability.exactly(1));
    assertThat(u.centralWeights("AAA").orElseThrow().values().stream().mapToDouble(w -> w).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(u.centralWeights("AAA").orElseThrow().get("a"))
        .isGreaterThan(u.centralWeights("BBB").orElseThrow().get("a"));
  }

  @Test
  void a_confidence_factor_tells_what_uncertain_readings_leave_open() {
    CountryProfile vague =
        Models.country(0, Estimate.between(0, 100), Estimate.exact(50), Estimate.exact(50));
    CountryProfile known = Models.country(1, 50, 50, 50);
    UncertaintyResult u =
        UncertaintyAnalysis.of(SCORER)
            .withWeights(WeightUncertainty.uniform())
            .withConfidenceFactors(100_000)
            .run(vague, known);
    Probability factor = u.confidenceFactor("AAA").orElseThrow();
    assertThat(factor.isExact()).isFalse();
    assertThat(factor.value()).isCloseTo(0.5, within(0.02));
  }

  /** A is first where a weighs more than half at least, in less than a quarter of all weights. */
  @Test
  void a_confidence_factor_is_as_sure_as_its_central_weights() {
    CountryProfile vague =
        Models.country(
            0, Estimate.between(60, 140 / 3.0 + 46), Estimate.exact(0), Estimate.exact(0));
    CountryProfile known = Models.country(1, 50, 50, 50);
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(SCORER)
            .withWeights(WeightUncertainty.uniform())
            .withSize(20_000)
            .withConfidenceFactors(20_000);
    UncertaintyResult u = analysis.run(vague, known);
    double first = u.ranks("AAA").rank(1).value();
    Probability factor = u.confidenceFactor("AAA").orElseThrow();
    // Wilson's interval of so many draws has about this half-width.
    double asFew = 1.96 * Math.sqrt(factor.value() * (1 - factor.value()) / (20_000 * first));
    assertThat(first).isLessThan(0.2);
    assertThat(factor.halfWidth()).isCloseTo(asFew, within(0.1 * asFew + 0.001));
    assertThat(analysis.withThreads(2).run(vague, known).confidenceFactor("AAA")).hasValue(factor);
  }

  @Test
  void a_confidence_factor_takes_as_many_draws_as_asked() {
    CountryProfile vague =
        Models.country(0, Estimate.between(0, 100), Estimate.exact(50), Estimate.exact(50));
    UncertaintyResult u =
        UncertaintyAnalysis.of(SCORER)
            .withWeights(WeightUncertainty.uniform())
            .withSize(200_000)
            .withConfidenceFactors(200_000)
            .run(vague, Models.country(1, 50, 50, 50));
    // Half of the draws have it first: 1.96 * 0.5 / sqrt(100,000); 10,000 draws gave 0.0098.
    assertThat(u.confidenceFactor("AAA").orElseThrow().halfWidth()).isCloseTo(0.0031, within(1e-4));
  }

  /**
   * 190 pairs of 300 indicators are 17.1 million steps, 171 pairs 15.4 million: 2^24 are between.
   */
  @Test
  void orders_are_exact_where_that_takes_no_longer_than_counting() {
    List<CountryProfile> countries = Models.countries(4, 20, 300, false);
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(Scorer.of(Models.equal(300)))
            .withWeights(WeightUncertainty.uniform())
            .withSize(1000);
    Probability counted = analysis.run(countries).probabilityRiskier("AAA", "BBB");
    Probability exact = analysis.run(countries.subList(0, 19)).probabilityRiskier("AAA", "BBB");
    assertThat(counted.isExact()).isFalse();
    assertThat(exact.isExact()).isTrue();
    assertThat(counted.lower()).isLessThan(exact.value());
    assertThat(counted.upper()).isGreaterThan(exact.value());
  }

  @Test
  void nothing_uncertain_is_an_answer_of_its_own() {
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1, 0, 0))
            .withSize(1000)
            .run(A, Models.country(2, 79, 0, 0));
    assertThat(u.varied().isNothing()).isTrue();
    assertThat(u.order("AAA", "CCC"))
        .hasToString(
            "Country 0 is above Country 2, and nothing is uncertain here: weights are held fixed"
                + " and no reading is drawn");
    assertThat(u.toTable().notes())
        .contains(
            "A share is 0 or 100 %, as nothing is uncertain here: weights are held fixed and no"
                + " reading is drawn.");
  }

  /** Of 100,000 draws with a probability of 1e-7 each, none comes up in 99 of 100 runs. */
  @Test
  void a_share_of_all_draws_is_not_certain() {
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1, 0, 0))
            .run(
                Models.country(0, Estimate.between(50, 60), Estimate.exact(0), Estimate.exact(0)),
                Models.country(1, 50.000001, 0, 0));
    assertThat(u.order("AAA", "BBB"))
        .hasToString(
            "Country 0 is above Country 1 in all of 100,000 draws (95 % interval 99.996 to 100.0);"
                + " weights held fixed");
  }

  @Test
  void models_of_any_kind_and_gaps_are_analysed() {
    Scorer scorer =
        Scorer.of(
            Models.equal(3)
                .withAggregation(Aggregation.geometric(1))
                .withMissing(MissingPolicy.reweight(0.5)));
    UncertaintyResult u =
        UncertaintyAnalysis.of(scorer)
            .withWeights(WeightUncertainty.uniform())
            .withSize(3000)
            .run(A, B.withoutReading("b"));
    assertThat(u.isExact("AAA", "BBB")).isFalse();
    assertThat(u.score("BBB").mean()).isBetween(30.0, 50.0);
    Scorer additive = Scorer.of(Models.equal(3).withMissing(MissingPolicy.reweight(0.5)));
    assertThat(
            UncertaintyAnalysis.of(additive)
                .withWeights(WeightUncertainty.uniform())
                .run(A, B.withoutReading("b"))
                .isExact("AAA", "BBB"))
        .isFalse();
  }

  private static final Scorer TOGETHER =
      Scorer.of(Models.equal(2).withAggregation(Aggregation.choquet(Interaction.of("a", "b", 1))));

  /**
   * The least of two. With weights w and 1 - w, A scores 20 + 60 max(0, 2 w - 1): its mean is 35,
   * its variance 3600 (1/6 - 1/16), and it is above 35 where w is above 0.625.
   */
  @Test
  void weights_are_drawn_where_children_interact() {
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(TOGETHER)
            .withWeights(WeightUncertainty.uniform())
            .withConfidenceFactors(1000);
    CountryProfile first = Models.country(0, 80, 20);
    CountryProfile second = Models.country(1, 35, 35);
    UncertaintyResult u = analysis.run(first, second);
    assertThat(u.isExact("AAA", "BBB")).isFalse();
    assertThat(u.probabilityRiskier("AAA", "BBB").value())
        .isCloseTo(0.375, within(4 * Math.sqrt(0.375 * 0.625 / 100_000)));
    double deviation = Math.sqrt(375);
    assertThat(u.score("AAA").mean()).isCloseTo(35, within(4 * deviation / Math.sqrt(100_000)));
    assertThat(u.score("AAA").standardDeviation()).isCloseTo(deviation, within(0.2));
    assertThat(u.score("BBB").mean()).isCloseTo(35, within(1e-9));
    // Its central weights: 0.8125 and 0.1875, the means above 0.625.
    assertThat(u.centralWeights("AAA").orElseThrow().get("a")).isCloseTo(0.8125, within(0.004));
    assertThat(u.confidenceFactor("AAA").orElseThrow().value()).isEqualTo(1);
    for (int threads : new int[] {2, 7}) {
      assertThat(analysis.withThreads(threads).run(first, second)).isEqualTo(u);
    }
  }

  /** Means of 80 and 20 in half of the draws, of their sum in the others. */
  @Test
  void an_alternative_may_have_interactions_while_weights_are_drawn() {
    UncertaintyResult u =
        UncertaintyAnalysis.of(TOGETHER)
            .withWeights(WeightUncertainty.uniform())
            .withChoice(Models.orElse(Models.equal(2), 1))
            .run(List.of(Models.country(0, 80, 20)));
    assertThat(u.score("AAA").mean()).isCloseTo((35 + 50) / 2.0, within(0.25));
  }

  /** By hand: A is above B with weights (0.6, 0.4, 0), and below it with (0.2, 0.8, 0). */
  @Test
  void a_draw_takes_one_of_the_alternatives() {
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(Models.scorer(0.6, 0.4, 0))
            .withChoice(Models.orElse(Models.model(0.2, 0.8, 0), 3))
            .withSize(100_000);
    UncertaintyResult u = analysis.run(A, B);
    assertThat(u.isExact("AAA", "BBB")).isFalse();
    assertThat(u.probabilityRiskier("AAA", "BBB").value()).isCloseTo(0.25, within(0.006));
    // 0.25 * (0.6 * 80 + 0.4 * 20) + 0.75 * (0.2 * 80 + 0.8 * 20)
    assertThat(u.score("AAA").mean()).isCloseTo(38, within(0.15));
    assertThat(u.centralWeights("AAA").orElseThrow().get("a")).isCloseTo(0.6, within(1e-9));
    assertThat(u.models())
        .containsExactly(
            Models.model(0.6, 0.4, 0).fingerprint(), Models.model(0.2, 0.8, 0).fingerprint());
    assertThat(u.toString()).contains(u.models().get(1));
    for (int threads : new int[] {2, 7}) {
      assertThat(analysis.withThreads(threads).run(A, B)).isEqualTo(u);
    }
    assertThat(UncertaintyAnalysis.of(Models.scorer(0.6, 0.4, 0)).withSize(100_000).run(A, B))
        .isNotEqualTo(u);
  }

  @Test
  void models_with_interactions_can_be_alternatives() {
    RiskModel together =
        Models.equal(3).withAggregation(Aggregation.choquet(Interaction.of("a", "b", 0.5)));
    List<CountryProfile> countries = Models.countries(1, 4, 3, true);
    UncertaintyAnalysis fixed =
        analysis().withWeights(WeightUncertainty.fixed()).withConfidenceFactors(1);
    UncertaintyResult both = fixed.withChoice(Models.orElse(together, 1)).run(countries);
    for (CountryProfile country : countries) {
      String code = country.country().code();
      Probability first = both.ranks(code).ranks().get(0);
      assertThat(both.confidenceFactor(code))
          .isEqualTo(first.value() == 0 ? Optional.empty() : Optional.of(first));
    }
    assertThat(UncertaintyAnalysis.of(Scorer.of(together)).run(countries).ranks()).hasSize(4);
  }

  @Test
  void alternatives_differ_in_method_and_have_drawn_weights_too() {
    Scorer scorer = Scorer.of(Models.equal(3));
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(scorer).withWeights(WeightUncertainty.uniform()).withSize(20_000);
    double additive = analysis.run(A, B).score("AAA").mean();
    double mixed =
        analysis
            .withChoice(Models.orElse(Models.equal(3).withAggregation(Aggregation.geometric(1)), 1))
            .run(A, B)
            .score("AAA")
            .mean();
    double geometric =
        UncertaintyAnalysis.of(Scorer.of(Models.equal(3).withAggregation(Aggregation.geometric(1))))
            .withWeights(WeightUncertainty.uniform())
            .withSize(20_000)
            .run(A, B)
            .score("AAA")
            .mean();
    assertThat(geometric).isLessThan(additive - 2);
    assertThat(mixed).isCloseTo((additive + geometric) / 2, within(0.4));
  }

  @Test
  void alternatives_that_do_not_fit_are_refused() {
    assertRefused(
        () -> analysis().withChoice(Models.orElse(Models.equal(2), 1)),
        "Alternative 'other' must have the indicators [a, b, c] in this order, but has [a, b]");
    assertRefused(
        () -> analysis().withChoice(Models.orElse(Models.equal(3), 0)),
        "Likelihood of 'other' in choice 'method' must be finite and > 0, but was 0.0");
    assertThat(analysis().withChoice(Models.orElse(Models.equal(3), 1)).toString())
        .contains("weights uniform(), one of 2 models, readings drawn");
  }

  @Test
  void one_country_at_two_dates_is_named_by_profile() {
    CountryProfile early = A.withAsOf(LocalDate.of(2014, 1, 1));
    CountryProfile late = B.withCountry(A.country()).withAsOf(LocalDate.of(2022, 1, 1));
    UncertaintyResult u = analysis().run(early, late);
    assertThat(u.probabilityRiskier(early, late).value()).isCloseTo(5.0 / 9, within(1e-15));
    assertThatThrownBy(() -> u.ranks("AAA"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Country 'AAA' was analysed at several dates. Name it by its profile.");
    assertThat(u.pairs().headers()).containsExactly("Country", "AAA 2014-01-01", "AAA 2022-01-01");
  }

  @Test
  void bad_arguments_are_refused() {
    assertRefused(() -> analysis().withSize(0), "size must be at least 1, but was 0");
    assertRefused(() -> analysis().withThreads(-1), "threads must be at least 1, but was -1");
    assertRefused(
        () -> analysis().withHalfWidth(Double.NaN), "half-width must be in (0, 1), but was NaN");
    assertRefused(
        () -> analysis().withLevel(1), "level must be in (0, 1), such as 0.95, but was 1.0");
    assertRefused(() -> analysis().run(), "An analysis needs at least one profile");
    assertRefused(
        () -> analysis().run(A, A),
        "A ranking has each country once a date, but Country 0 (AAA) was given twice");
    assertRefused(
        () -> WeightUncertainty.dirichlet(0),
        "concentration of weights must be finite and > 0, but was 0.0");
    assertRefused(
        () -> WeightUncertainty.within(1.5),
        "fraction of weights must be in [0.0, 1.0], but was 1.5");
    assertRefused(
        () -> WeightUncertainty.within(0), "fraction of weights must be in (0, 1], but was 0.0");
    assertRefused(
        () -> WeightUncertainty.eachWithin(0),
        "Uncertainty of weights: fraction must be in (0, 1], but was 0.0");
    assertRefused(
        () -> WeightUncertainty.eachWithin(ImmutableMap.of()),
        "There must be at least one uncertain weight");
    assertRefused(
        () -> WeightUncertainty.eachWithin(ImmutableMap.of("a", 1.5, "b", Double.NaN)),
        "Uncertainty of weights has 2 faults:\n  - fraction of 'a' must be in (0, 1], but was 1.5\n"
            + "  - fraction of 'b' must be in (0, 1], but was NaN");
    assertRefused(
        () -> new EachWeightWithin(-1, ImmutableMap.of("a", 0.5)),
        "Uncertainty of weights: fraction of the others must be in [0, 1], but was -1.0");
    assertRefused(
        () ->
            analysis()
                .withWeights(WeightUncertainty.eachWithin(ImmutableMap.of("plain", 0.1, "bb", 0.1)))
                .run(A, B),
        "Uncertainty of the weights of model 'plain' has 2 faults:\n  - 'plain' is the top of the tree,"
            + " which has no weight\n  - unknown code 'bb'. Known: [plain, a, b, c]. Maybe you meant"
            + " 'b'.");
    UncertaintyResult u = analysis().run(A, B);
    assertRefused(
        () -> u.ranks("AAB"),
        "Country 'AAB' was not analysed. Known: [AAA, BBB]. Maybe you meant 'AAA' (Country 0).");
    assertRefused(
        () -> u.probabilityRiskier(A, Models.country(3, 1, 2, 3)),
        "This profile was not analysed: Country 3 (DDD): 3 readings");
    assertRefused(() -> u.ranks("AAA").rank(3), "rank must be in [1.0, 2.0], but was 3.0");
    assertRefused(
        () -> u.score("AAA").quantile(1), "level of a quantile must be in (0, 1), but was 1.0");
    assertThatThrownBy(() -> UncertaintyAnalysis.of(SCORER).withWeights(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("weights");
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void results_print_as_tables() {
    UncertaintyResult u = analysis().run(A, B, Models.country(2, 10, 10, 60));
    assertThat(u.toTable().headers())
        .containsExactly(
            "Country", "Score", "5 %", "95 %", "Mean rank", "Rank 1", "Rank 2", "Rank 3");
    assertThat(u.toTable().cell(0, 0)).isEqualTo("Country 0 (AAA)");
    assertThat(u.toString())
        .contains(Scorecard.NOT_A_PROBABILITY)
        .contains("20,000 draws from seed 42; weights uniform(); model " + SCORER.fingerprint());
    assertThat(u.pairs().cell(0, 2)).isEqualTo("55.6");
    assertThat(u.pairs().cell(0, 1)).isEqualTo("-");
    assertThat(u.centralWeights().toCsv()).doesNotContain("Confidence factor");
    UncertaintyResult asked =
        analysis().withConfidenceFactors(10).run(A, B, Models.country(2, 10, 10, 60));
    assertThat(asked.centralWeights().cell(3, 0)).isEqualTo("Confidence factor");
    assertThat(u.ranks())
        .isEqualTo(ImmutableList.of(u.ranks("AAA"), u.ranks("BBB"), u.ranks("CCC")));
  }

  @Test
  void tables_for_programs_have_every_rank_and_pair_with_its_interval() {
    UncertaintyResult u = analysis().run(A, B, Models.country(2, 10, 10, 60));
    Table ranks = u.rankProbabilities();
    assertThat(ranks.rowCount()).isEqualTo(9);
    assertThat(ranks.cell(1, 0)).isEqualTo("AAA");
    assertThat(ranks.number(1, 1)).hasValue(2);
    Probability second = u.ranks("AAA").rank(2);
    assertThat(ranks.number(1, 2)).hasValue(second.value());
    assertThat(ranks.number(1, 3)).hasValue(second.lower());
    assertThat(ranks.number(1, 4)).hasValue(second.upper());
    Table pairs = u.pairProbabilities();
    assertThat(pairs.rowCount()).isEqualTo(6);
    assertThat(pairs.cell(0, 0) + pairs.cell(0, 1)).isEqualTo("AAABBB");
    Probability riskier = u.probabilityRiskier("AAA", "BBB");
    assertThat(pairs.number(0, 2)).hasValue(riskier.value());
    assertThat(pairs.number(0, 3)).hasValue(riskier.lower());
    assertThat(pairs.number(0, 4)).hasValue(riskier.upper());
    assertThat(pairs.number(0, 5)).hasValue(u.order("AAA", "BBB").tied().value());
    Table scores = u.scoreQuantiles();
    ScoreDistribution score = u.score("AAA");
    assertThat(scores.number(0, scores.column("Nominal"))).hasValue(score.nominal());
    assertThat(scores.number(0, scores.column("Mean"))).hasValue(score.mean());
    assertThat(scores.number(0, scores.column("Std. deviation")))
        .hasValue(score.standardDeviation());
    assertThat(scores.number(0, scores.column("25 %"))).hasValue(score.quantile(0.25).value());
  }

  @Test
  void what_is_exact_is_not_said_to_be_drawn() {
    UncertaintyAnalysis analysis = UncertaintyAnalysis.of(Scorer.of(Models.equal(2))).withSize(100);
    UncertaintyResult exact =
        analysis
            .withWeights(WeightUncertainty.uniform())
            .run(Models.country(0, 60, 20), Models.country(1, 30, 55));
    assertThat(exact.toTable().notes().get(0))
        .endsWith("Ranks: in percent, rank 1 is the riskiest.");
    assertThat(exact.toTable().notes().get(1))
        .isEqualTo("All probabilities of ranks and pairs are exact, not from draws.");
    assertThat(exact.score("AAA").toString()).endsWith(" (exact); quantiles of 100 draws");
    RankingOrders nothing = analysis.orders(Models.country(0, 60, 20), Models.country(1, 30, 55));
    assertThat(nothing.varied().isNothing()).isTrue();
    assertThat(nothing.summary())
        .isEqualTo(
            "The order is BBB > AAA, and nothing is uncertain here: weights are held fixed and no"
                + " reading is drawn.");
  }
}
