package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import org.junit.jupiter.api.Test;

/** Figures of stochastic multicriteria acceptability analysis against others' numbers. */
class SmaaTest {

  private static final long DRAWS = 1_000_000;

  /** Four standard errors at worst. */
  private static final double ERROR = 4 * 0.5 / Math.sqrt(DRAWS);

  /**
   * Two indicators, so that everything is a length on the interval of the first weight w: the
   * countries score 100 w, 100 (1 - w) and 60. The first leads above 0.6, the second below 0.4.
   */
  @Test
  void acceptabilities_and_central_weights_of_two_indicators_are_lengths() {
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1, 1))
            .withWeights(WeightUncertainty.uniform())
            .withSize(DRAWS)
            .withConfidenceFactors(1)
            .run(Models.country(0, 100, 0), Models.country(1, 0, 100), Models.country(2, 60, 60));
    double[][] expected = {{0.4, 0.1, 0.5}, {0.4, 0.1, 0.5}, {0.2, 0.8, 0}};
    for (int c = 0; c < 3; c++) {
      RankAcceptability ranks = u.ranks().get(c);
      for (int rank = 1; rank <= 3; rank++) {
        assertThat(ranks.rank(rank).value()).isCloseTo(expected[c][rank - 1], within(1e-15));
        assertThat(ranks.rank(rank).isExact()).isTrue();
        assertThat(u.figures().countedRank(c, rank - 1))
            .isCloseTo(expected[c][rank - 1], within(ERROR));
      }
    }
    assertThat(u.probabilityRiskier("AAA", "CCC").value()).isCloseTo(0.4, within(1e-15));
    assertThat(u.probabilityRiskier("AAA", "BBB").value()).isCloseTo(0.5, within(1e-15));
    assertThat(u.ranks("AAA").expectedRank()).isCloseTo(2.1, within(1e-12));
    assertThat(u.centralWeights("AAA").orElseThrow().get("a")).isCloseTo(0.8, within(ERROR));
    assertThat(u.centralWeights("BBB").orElseThrow().get("a")).isCloseTo(0.2, within(ERROR));
    assertThat(u.centralWeights("CCC").orElseThrow().get("a")).isCloseTo(0.5, within(ERROR));
    assertThat(u.confidenceFactor("CCC")).hasValue(Probability.exactly(1));
  }

  /** As above, where sequences are counted one by one; they come nearer. */
  @Test
  void central_weights_of_scrambled_sequences_are_those_means_too() {
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1, 1))
            .withWeights(WeightUncertainty.uniform())
            .withSampling(Sampling.SCRAMBLED_SOBOL)
            .withSize(1 << 16)
            .run(Models.country(0, 100, 0), Models.country(1, 0, 100), Models.country(2, 60, 60));
    assertThat(u.centralWeights("AAA").orElseThrow().get("a")).isCloseTo(0.8, within(1e-3));
    assertThat(u.centralWeights("BBB").orElseThrow().get("a")).isCloseTo(0.2, within(1e-3));
    assertThat(u.centralWeights("CCC").orElseThrow().get("a")).isCloseTo(0.5, within(1e-3));
  }

  /** Three indicators, each country best in one: by symmetry all ranks are as likely. */
  @Test
  void a_symmetric_case_has_equal_acceptabilities() {
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1, 1, 1))
            .withWeights(WeightUncertainty.uniform())
            .withSize(DRAWS)
            .run(
                Models.country(0, 90, 10, 50),
                Models.country(1, 50, 90, 10),
                Models.country(2, 10, 50, 90));
    for (RankAcceptability ranks : u.ranks()) {
      for (Probability rank : ranks.ranks()) {
        assertThat(rank.value()).isCloseTo(1.0 / 3, within(1e-15));
      }
      assertThat(ranks.entropy()).isCloseTo(Math.log(3) / Math.log(2), within(1e-15));
    }
  }

  /**
   * Under ordered weights the least weight of the first of two indicators is 1/2: w is uniform on
   * (1/2, 1).
   */
  @Test
  void an_order_of_weights_narrows_the_interval() {
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(2, 1))
            .withWeights(WeightUncertainty.ordinal())
            .withSize(DRAWS)
            .run(Models.country(0, 100, 0), Models.country(2, 60, 60));
    assertThat(u.probabilityRiskier("AAA", "CCC").value()).isCloseTo(0.8, within(ERROR));
    assertThat(u.isExact("AAA", "CCC")).isFalse();
  }

  private static RankAcceptability ranks(double... shares) {
    ImmutableList.Builder<Probability> ranks = ImmutableList.builder();
    for (double share : shares) {
      ranks.add(Probability.exactly(share));
    }
    return new RankAcceptability(Country.of("AAA", "Aland"), ranks.build(), 1.5);
  }

  /** The example of the R package smaa 0.2: Heparin has the ranks 0.3504 and 0.6496. */
  @Test
  void entropy_is_that_of_the_r_package_smaa() {
    assertThat(ranks(0.3504, 0.6496).entropy()).isCloseTo(0.9344248, within(1e-7));
    assertThat(ranks(1, 0).entropy()).isZero();
  }

  /** Tervonen and Lahdelma (2007): 9604 draws give 0.01 either way at 95 %. */
  @Test
  void the_known_number_of_draws_gives_the_known_half_width() {
    assertThat(Probability.counted(4802, 9604, 1.96).halfWidth()).isCloseTo(0.01, within(1e-5));
  }

  private static boolean holds(Probability interval, double truth) {
    return interval.lower() <= truth && truth <= interval.upper();
  }

  /**
   * Of 1,000 runs, about 950 intervals of 95 % hold the true value: within four standard errors of
   * 6.9.
   */
  @Test
  void intervals_hold_the_truth_as_often_as_they_say() {
    CountryProfile first = Models.country(0, 100, 0);
    CountryProfile second = Models.country(1, 0, 100);
    CountryProfile third = Models.country(2, 60, 60);
    // With a fourth, ranks are counted; it is last always.
    CountryProfile fourth = Models.country(3, 0, 0);
    int ranks = 0;
    int quantiles = 0;
    int means = 0;
    for (int seed = 0; seed < 1000; seed++) {
      UncertaintyResult u =
          UncertaintyAnalysis.of(Models.scorer(1, 1))
              .withWeights(WeightUncertainty.uniform())
              .withSize(1000)
              .withThreads(1)
              .withSeed(seed)
              .run(first, second, third, fourth);
      ranks += holds(u.ranks("CCC").rank(1), 0.2) ? 1 : 0;
      // The score of the first is uniform on (0, 100).
      Quantile ninth = u.score("AAA").quantile(0.9);
      quantiles += ninth.lower() <= 90 && 90 <= ninth.upper() ? 1 : 0;
      double error = Math.abs(u.figures().simulatedMean(0) - 50);
      means += error <= 1.96 * Math.sqrt(u.figures().simulatedVariance(0) / 1000) ? 1 : 0;
    }
    assertThat(ranks).isBetween(922, 978);
    assertThat(quantiles).isBetween(922, 978);
    assertThat(means).isBetween(922, 978);
  }
}
