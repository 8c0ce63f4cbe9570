package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.score.Scorer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures of draws of models that are no sums, by their closed forms. */
class RunEstimatesTest {

  private static UncertaintyAnalysis analysis(Aggregation aggregation, Sampling sampling) {
    return UncertaintyAnalysis.of(Scorer.of(Models.equal(2).withAggregation(aggregation)))
        .withSampling(sampling)
        .withSize(1 << 15);
  }

  /** The greater of a and 50, with a uniform from 0 to 100, is 50 in half of the draws. */
  @ParameterizedTest
  @EnumSource(Sampling.class)
  void scores_that_are_equal_in_half_of_the_draws_are_tied_so_often(Sampling sampling) {
    PairwiseOrder order =
        analysis(Aggregation.maximum(), sampling)
            .run(
                Models.country(0, Estimate.between(0, 100), Estimate.exact(50)),
                Models.country(1, 50, 50))
            .order("AAA", "BBB");
    double error = 4 * Math.sqrt(0.25 / (1 << 15));
    assertThat(order.tied().value()).isCloseTo(0.5, within(error));
    assertThat(order.tied().lower()).isBetween(0.5 - 2 * error, order.tied().value());
    assertThat(order.tied().upper()).isBetween(order.tied().value(), 0.5 + 2 * error);
    assertThat(order.firstRiskier().value()).isCloseTo(0.5, within(error));
    assertThat(order.secondRiskier().value()).isZero();
  }

  /** The mean of sqrt(50 a) is sqrt(50) * 20 / 3, and its variance 50 * 50 less the square. */
  @ParameterizedTest
  @EnumSource(Sampling.class)
  void means_have_intervals_as_wide_as_they_are_off(Sampling sampling) {
    ScoreDistribution score =
        analysis(Aggregation.geometric(), sampling)
            .run(Models.country(0, Estimate.between(0, 100), Estimate.exact(50)))
            .score("AAA");
    double mean = Math.sqrt(50) * 20 / 3;
    double error = Math.sqrt((2500 - mean * mean) / (1 << 15));
    assertThat(score.isExact()).isFalse();
    assertThat(score.meanHalfWidth()).isPositive().isLessThan(2.1 * error);
    assertThat(score.mean()).isCloseTo(mean, within(2 * score.meanHalfWidth()));
    if (sampling == Sampling.RANDOM) {
      assertThat(score.meanHalfWidth()).isCloseTo(1.96 * error, within(0.05 * error));
    }
  }
}
