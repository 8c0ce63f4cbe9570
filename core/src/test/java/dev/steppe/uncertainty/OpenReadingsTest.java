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
    UncertaintyResult u = bounded(Models.equal(2)).run(gap, Models.country(1, 50, 50));
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

  @Test
  void sentences_and_tables_say_what_is_missing() {
    UncertaintyResult alone =
        bounded(Models.equal(2)).run(withoutB(Estimate.exact(60)), Models.country(1, 50, 50));
    assertThat(alone.order("AAA", "BBB"))
        .hasToString(
            "Country 0 may be above or below Country 1: a missing reading may be anything, and"
                + " nothing else is uncertain here");
    assertThat(alone.varied()).isEqualTo(new Varied(false, false, false, true));
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
    assertThat(drawn.scoreQuantiles().notes().get(0)).contains("middle of its scale");
  }

  /** An interval of an order runs from the least probability to the greatest, and a bit further. */
  private static void assertBetween(Probability found, double least, double greatest) {
    assertThat(found.isExact()).isFalse();
    assertThat(found.lower()).isBetween(least - 0.02, least);
    assertThat(found.upper()).isBetween(greatest, Math.min(1, greatest + 0.02));
    assertThat(found.value()).isCloseTo((least + greatest) / 2, within(0.01));
  }
}
