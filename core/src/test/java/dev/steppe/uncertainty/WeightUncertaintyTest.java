package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import org.junit.jupiter.api.Test;

/** What is known of drawn weights without drawing any. */
class WeightUncertaintyTest {

  private static final int DRAWS = 20_000;

  /**
   * By hand, with parameters 4, 2, 2 of 8 in all: {@code E[w^2] = a (a + 1) / 72}, {@code Cov = -a
   * b / 576}. Values are 60, 30, 20 with variances 20^2 / 12 twice and 0. So {@code 26 / 72 * 100 /
   * 3} for the readings, and {@code 3600 / 36 + 1300 / 48 - 2 * (8 * 1800 + 8 * 1200 + 4 * 600) /
   * 576} for the weights.
   */
  @Test
  void the_variance_of_a_score_has_that_of_weights_and_of_readings() {
    RiskModel model =
        RiskModel.builder("three")
            .indicator(
                Indicator.of("a", Direction.HIGHER_IS_RISKIER), 2, Normalization.goalposts(0, 50))
            .indicator(
                Indicator.of("b", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(
                Indicator.of("c", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    CountryProfile country =
        Models.country(0, Estimate.between(25, 35), Estimate.between(20, 40), Estimate.exact(20));
    ScoreDistribution score =
        UncertaintyAnalysis.of(Scorer.of(model))
            .withWeights(WeightUncertainty.dirichlet(8))
            .withSize(DRAWS)
            .run(country)
            .score("AAA");
    double readings = 26 / 72.0 * 100 / 3;
    double weights = 3600 / 36.0 + 1300 / 48.0 - 2 * (8 * 1800 + 8 * 1200 + 4 * 600) / 576.0;
    assertThat(score.isExact()).isTrue();
    assertThat(score.mean()).isCloseTo(30 + 7.5 + 5, within(1e-12));
    assertThat(score.standardDeviation()).isCloseTo(Math.sqrt(readings + weights), within(1e-12));
  }

  /** Of two that may be off by a half, a share is between 0.5 / 2 and 1.5 / 2, 0.5 in the mean. */
  @Test
  void each_weight_is_drawn_within_its_factor() {
    ImmutableDoubleArray both = weights(WeightUncertainty.eachWithin(0.5), "a", 1, 1);
    assertThat(both.stream()).allMatch(weight -> weight > 0.25 && weight < 0.75);
    assertThat(both.stream().max().orElseThrow()).isGreaterThan(0.74);
    assertThat(both.stream().min().orElseThrow()).isLessThan(0.26);
    assertThat(both.stream().average().orElseThrow()).isCloseTo(0.5, within(0.005));
    // One of them alone: from 0.5 / 1.5 to 1.5 / 2.5.
    ImmutableDoubleArray one =
        weights(WeightUncertainty.eachWithin(ImmutableMap.of("a", 0.5)), "a", 1, 1);
    assertThat(one.stream()).allMatch(weight -> weight > 1 / 3.0 && weight < 0.6);
    assertThat(one.stream().max().orElseThrow()).isGreaterThan(0.599);
    assertThat(one.stream().min().orElseThrow()).isLessThan(0.334);
  }

  private static ImmutableDoubleArray weights(
      WeightUncertainty law, String indicator, double... weights) {
    return UncertaintyAnalysis.of(Models.scorer(weights))
        .withWeights(law)
        .withSize(DRAWS)
        .draws(Models.country(0, 10, 20))
        .weights(indicator);
  }

  @Test
  void fractions_are_those_of_nodes_whose_weight_may_be_off() {
    RiskModel model = Models.model(1, 2, 0);
    assertThat(WeightUncertainty.eachWithin(0.25).fractions(model))
        .contains(ImmutableMap.of("a", 0.25, "b", 0.25));
    assertThat(WeightUncertainty.eachWithin(ImmutableMap.of("b", 0.1)).fractions(model))
        .contains(ImmutableMap.of("b", 0.1));
    assertThat(WeightUncertainty.uniform().fractions(model)).isEmpty();
    assertThat(WeightUncertainty.eachWithin(0.25)).hasToString("eachWithin(0.25)");
    assertThat(WeightUncertainty.eachWithin(ImmutableMap.of("b", 0.1)))
        .hasToString("eachWithin({b=0.1})");
    assertThat(WeightUncertainty.eachWithin(1).fractions(model))
        .contains(ImmutableMap.of("a", 1.0, "b", 1.0));
  }
}
