package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said where a missing reading may be anything. */
class OpenReadingsTest {

  private static UncertaintyAnalysis bounded(RiskModel model) {
    return UncertaintyAnalysis.of(Scorer.of(model.withMissing(MissingPolicy.bound())))
        .withSize(1 << 14);
  }

  private static CountryProfile withoutB(Estimate a) {
    return Models.country(0, a, Estimate.exact(0)).withoutReading("b");
  }

  /** (60 + x) / 2 is from 30 to 80. */
  @Test
  void exact_readings_beside_a_missing_one_are_no_certainty() {
    CountryProfile gap = withoutB(Estimate.exact(60));
    UncertaintyResult u =
        bounded(Models.equal(2)).withConfidenceFactors(1 << 14).run(gap, Models.country(1, 50, 50));
    Probability above = u.probabilityRiskier("AAA", "BBB");
    assertThat(above.isExact()).isFalse();
    assertThat(above.value()).isEqualTo(0.5);
    assertThat(above.lower()).isZero();
    assertThat(above.upper()).isEqualTo(1);
    assertThat(u.probabilityRiskier("BBB", "AAA")).isEqualTo(above);
    assertThat(u.ranks("AAA").rank(1)).isEqualTo(above);
    assertThat(u.ranks("AAA").rank(2)).isEqualTo(above);
    assertThat(u.ranks("AAA").isExact()).isFalse();
    assertThat(u.rankQuantile("AAA", 0.5).lower()).isEqualTo(1);
    assertThat(u.rankQuantile("AAA", 0.5).upper()).isEqualTo(2);
    assertThat(u.confidenceFactor("AAA").orElseThrow()).isEqualTo(above);
    ScoreDistribution score = u.score("AAA");
    assertThat(score.isExact()).isFalse();
    assertThat(score.mean()).isCloseTo(55, within(1e-9));
    assertThat(score.meanHalfWidth()).isCloseTo(25, within(1e-9));
    assertThat(u.score("BBB").isExact()).isTrue();
  }

  /** (60 + x) / 2 is above 20 and below 90 for all x. */
  @Test
  void what_holds_for_all_values_of_the_missing_reading_is_certain() {
    UncertaintyResult u =
        bounded(Models.equal(2))
            .run(
                withoutB(Estimate.exact(60)), Models.country(1, 20, 20), Models.country(2, 90, 90));
    assertThat(u.probabilityRiskier("AAA", "BBB")).isEqualTo(Probability.exactly(1));
    assertThat(u.probabilityRiskier("AAA", "CCC")).isEqualTo(Probability.exactly(0));
    assertThat(u.ranks("AAA").rank(2)).isEqualTo(Probability.exactly(1));
  }

  /** 0.75 a + 0.25 x above 50, a uniform: a third of all a for x = 0, two thirds for x = 100. */
  @ParameterizedTest
  @EnumSource(Sampling.class)
  void drawn_readings_beside_a_missing_one_give_two_probabilities(Sampling sampling) {
    UncertaintyResult u =
        bounded(Models.model(3, 1))
            .withSampling(sampling)
            .run(withoutB(Estimate.between(0, 100)), Models.country(1, 50, 50));
    assertBetween(u.probabilityRiskier("AAA", "BBB"), 1 / 3.0, 2 / 3.0);
    assertBetween(u.probabilityRiskier("BBB", "AAA"), 1 / 3.0, 2 / 3.0);
    assertBetween(u.ranks("BBB").rank(1), 1 / 3.0, 2 / 3.0);
    // 37.5 + 12.5, give or take half of the 25 points that the missing reading may add.
    assertThat(u.score("AAA").mean()).isCloseTo(50, within(0.5));
    assertThat(u.score("AAA").meanHalfWidth()).isBetween(12.5, 13.1);
  }

  /** 60 w + x (1 - w) above 40 w + 50 (1 - w): w above 5/7 for x = 0, all w for x = 100. */
  @Test
  void drawn_weights_beside_a_missing_reading_give_two_probabilities() {
    UncertaintyAnalysis analysis =
        bounded(Models.equal(2)).withWeights(WeightUncertainty.uniform());
    List<CountryProfile> both = List.of(withoutB(Estimate.exact(60)), Models.country(1, 40, 50));
    UncertaintyResult u = analysis.run(both);
    assertBetween(u.probabilityRiskier("AAA", "BBB"), 2 / 7.0, 1);
    assertThat(analysis.withThreads(7).run(both)).isEqualTo(u);
    assertThat(
            UncertaintyAnalysis.of(Scorer.of(Models.equal(2).withMissing(MissingPolicy.bound())))
                .withSize(1 << 14)
                .withWeights(WeightUncertainty.uniform())
                .combine(both, List.of(analysis.part(both, 0, 2), analysis.part(both, 1, 2))))
        .isEqualTo(u);
  }

  /** The square root of 64 x is from 0 to 80; with 0.5 min for what is shared, from 32 - 16. */
  @Test
  void models_that_are_not_additive_leave_open_what_is_missing() {
    CountryProfile gap = withoutB(Estimate.exact(64));
    RiskModel geometric = Models.equal(2).withAggregation(Aggregation.geometric(1));
    assertThat(
            bounded(geometric)
                .run(gap, Models.country(1, 50, 50))
                .probabilityRiskier("AAA", "BBB")
                .value())
        .isEqualTo(0.5);
    RiskModel together =
        Models.equal(2).withAggregation(Aggregation.choquet(Interaction.of("a", "b", 0.5)));
    assertThat(
            bounded(together)
                .run(gap, Models.country(1, 50, 50))
                .probabilityRiskier("AAA", "BBB")
                .value())
        .isEqualTo(0.5);
  }

  /** Under the other model, of half the draws, nothing is open: (60 x) is 60 there, above 50. */
  @Test
  void one_of_several_models_may_leave_a_reading_open() {
    CountryProfile gap = withoutB(Estimate.exact(60));
    RiskModel reweighted = Models.equal(2).withMissing(MissingPolicy.reweight(0));
    UncertaintyResult u =
        bounded(Models.equal(2))
            .withChoice(Models.orElse(reweighted, 1))
            .run(gap, Models.country(1, 50, 50));
    assertBetween(u.probabilityRiskier("AAA", "BBB"), 0.5, 1);
  }

  @Test
  void a_half_width_is_asked_of_the_draws_not_of_what_is_missing() {
    UncertaintyResult u =
        bounded(Models.model(3, 1))
            .withSize(1 << 20)
            .withHalfWidth(0.01)
            .run(withoutB(Estimate.between(0, 100)), Models.country(1, 50, 50));
    assertThat(u.draws()).isLessThan(1 << 20);
    assertThat(u.reachedHalfWidth()).isTrue();
    assertThat(u.widestHalfWidth()).isBetween(1 / 6.0, 0.2);
  }

  /** (a + x) / 2 with a uniform from 0 to 100: its 5 % quantile is from 2.5 to 52.5. */
  @Test
  void quantiles_of_scores_reach_over_what_is_missing() {
    UncertaintyResult u =
        bounded(Models.equal(2))
            .withSampling(Sampling.SCRAMBLED_SOBOL)
            .run(withoutB(Estimate.between(0, 100)), Models.country(1, 50, 50));
    Quantile low = u.score("AAA").quantile(0.05);
    assertThat(low.value()).isCloseTo(27.5, within(0.5));
    assertThat(low.lower()).isBetween(2.0, 2.5);
    assertThat(low.upper()).isBetween(52.5, 53.0);
    assertThat(u.score("AAA").quantile(0.95).upper()).isBetween(97.5, 98.0);
    assertThat(u.score("AAA").toString()).endsWith("missing readings at the middle of their scale");
    assertThat(u.score("AAA").isOpen()).isTrue();
    assertThat(u.score("BBB").isOpen()).isFalse();
    assertThat(u.score("BBB").safest()).isEqualTo(u.score("BBB").counts());
    assertThat(u.toTable().notes().get(0))
        .endsWith(
            "Missing readings that may be anything stand at the middle of their scale in scores,"
                + " their mean and quantiles: in those of AAA.");
    assertThat(u.centralWeights().notes().get(0)).endsWith("in those of AAA.");
    assertThat(u.rankQuantiles().notes().get(0)).endsWith("in those of AAA.");
  }

  /** (a + x) / 2 of draws a: a / 2 and 50 more. */
  @ParameterizedTest
  @EnumSource(Sampling.class)
  void draws_one_by_one_have_both_ends(Sampling sampling) {
    ScoreDraws draws =
        bounded(Models.equal(2))
            .withSampling(sampling)
            .withSize(1 << 10)
            .draws(withoutB(Estimate.between(0, 100)), Models.country(1, 50, 50));
    for (int r = 0; r < draws.count(); r++) {
      double a = draws.readings("AAA", "a").get(r);
      assertThat(draws.safest("AAA").get(r)).isCloseTo(a / 2, within(1e-9));
      assertThat(draws.scores("AAA").get(r)).isCloseTo(a / 2 + 25, within(1e-9));
      assertThat(draws.riskiest("AAA").get(r)).isCloseTo(a / 2 + 50, within(1e-9));
    }
    assertThat(draws.safest("BBB")).isEqualTo(draws.scores("BBB")).isEqualTo(draws.riskiest("BBB"));
    assertThat(draws.toTable().headers())
        .containsExactly(
            "Draw", "AAA", "AAA safest", "AAA riskiest", "BBB", "Weight of a", "Weight of b");
    assertThat(draws.toTable().notes().get(0))
        .isEqualTo(
            "Missing readings that may be anything stand at the middle of their scale; safest and"
                + " riskiest: at the ends.");
  }

  /** 0.75 a + 0.25 x above 50, a uniform: a third of all a for x = 0, two thirds for x = 100. */
  @ParameterizedTest
  @EnumSource(Sampling.class)
  void whole_orders_have_the_shares_that_what_is_missing_allows(Sampling sampling) {
    RankingOrders orders =
        bounded(Models.model(3, 1))
            .withSampling(sampling)
            .orders(withoutB(Estimate.between(0, 100)), Models.country(1, 50, 50));
    assertThat(orders.list()).hasSize(2);
    for (RankingOrder order : orders.list()) {
      assertBetween(order.share(), 1 / 3.0, 2 / 3.0);
    }
    assertThat(orders.summary())
        .contains(" > ")
        .contains("in anything from 3")
        .contains("as a missing reading may be anything; with those in the middle in ");
    assertThat(orders.toTable().notes().get(2))
        .startsWith("Missing readings that may be anything stand at the middle of their scale,");
  }

  /** Every order of the three is possible, ties included, and none of them certain. */
  @Test
  void exact_readings_beside_missing_ones_leave_orders_open() {
    RankingOrders orders =
        bounded(Models.equal(2))
            .orders(
                withoutB(Estimate.exact(60)),
                Models.country(1, 50, 50),
                Models.country(2, Estimate.exact(60), Estimate.exact(0)).withoutReading("b"));
    assertThat(orders.list()).hasSize(1);
    assertThat(orders.mostFrequent().notation()).isEqualTo("AAA = CCC > BBB");
    assertThat(orders.mostFrequent().share()).isEqualTo(new Probability(1, 0, 1, false));
    assertThat(orders.nominal()).isEqualTo(orders.mostFrequent());
    // Nothing is open where the missing reading decides nothing.
    RankingOrders sure =
        bounded(Models.equal(2)).orders(withoutB(Estimate.exact(60)), Models.country(1, 20, 20));
    assertThat(sure.mostFrequent().share().lower()).isGreaterThan(0.999);
  }

  @Test
  void sentences_and_tables_say_what_is_missing() {
    UncertaintyResult alone =
        bounded(Models.equal(2)).run(withoutB(Estimate.exact(60)), Models.country(1, 50, 50));
    assertThat(alone.order("AAA", "BBB"))
        .hasToString(
            "Country 0 may be above or below Country 1: a missing reading may be anything, and"
                + " nothing else is uncertain here");
    assertThat(alone.varied()).isEqualTo(new Varied(false, false, false, true, false));
    UncertaintyResult drawn =
        bounded(Models.model(3, 1))
            .run(withoutB(Estimate.between(0, 100)), Models.country(1, 50, 50));
    assertThat(drawn.order("AAA", "BBB").toString())
        .matches(
            "Country 0 is (above|below) Country 1 in anything from 3\\d\\.\\d to 6\\d\\.\\d % of"
                + " 16,384 draws, as a missing reading may be anything; equal in .*weights held"
                + " fixed|Country 0 is (above|below) Country 1 in anything from 3\\d\\.\\d to"
                + " 6\\d\\.\\d % of 16,384 draws, as a missing reading may be anything; weights held"
                + " fixed");
    assertThat(drawn.pairs().notes().get(0)).contains("from the least to the greatest share");
    assertThat(drawn.scoreQuantiles().notes().get(0)).contains("middle of their scale");
  }

  /** An interval of an order runs from the least probability to the greatest, and a bit further. */
  private static void assertBetween(Probability found, double least, double greatest) {
    assertThat(found.isExact()).isFalse();
    assertThat(found.lower()).isBetween(least - 0.02, least);
    assertThat(found.upper()).isBetween(greatest, Math.min(1, greatest + 0.02));
    assertThat(found.value()).isCloseTo((least + greatest) / 2, within(0.01));
  }
}
