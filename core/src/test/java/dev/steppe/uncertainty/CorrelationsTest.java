package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.score.Scorer;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationsTest {

  private static final int DRAWS = 20_000;

  private static final CountryProfile A = country(0, 50);
  private static final CountryProfile B = country(1, 46);

  private static CountryProfile country(int number, double centre) {
    return Models.country(
        number,
        Estimate.between(centre - 5, centre + 20),
        Estimate.triangular(centre - 10, centre, centre + 5),
        // Cut so far out that nothing is lost.
        Estimate.normal(centre, 4, centre - 40, centre + 40),
        Estimate.normal(centre, 3, centre - 40, centre + 40));
  }

  private static UncertaintyAnalysis analysis(Correlations correlations) {
    return UncertaintyAnalysis.of(Models.scorer(1, 2, 3, 4))
        .withCorrelations(correlations)
        .withSize(DRAWS)
        .withSeed(11);
  }

  private static UncertaintyAnalysis independent() {
    return analysis(Correlations.none());
  }

  private static double spearman(ImmutableDoubleArray first, ImmutableDoubleArray second) {
    return new SpearmansCorrelation().correlation(first.toArray(), second.toArray());
  }

  /**
   * Four standard errors of Spearman's coefficient, by Bonett and Wright (2000), Psychometrika 65,
   * 23-28: {@code sqrt((1 + r^2 / 2) / (n - 3))} on Fisher's scale.
   */
  private static double error(double spearman) {
    double square = spearman * spearman;
    return 4 * (1 - square) * Math.sqrt((1 + square / 2) / (DRAWS - 3)) + 1e-9;
  }

  /** The closed form for a Gaussian copula. */
  private static double closed(double rho) {
    return 6 / Math.PI * Math.asin(rho / 2);
  }

  private static void assertCorrelated(
      ImmutableDoubleArray first, ImmutableDoubleArray second, double rho) {
    double expected = closed(rho);
    assertThat(spearman(first, second)).isCloseTo(expected, within(error(expected)));
  }

  @ParameterizedTest(name = "rho {0}")
  @ValueSource(doubles = {-1, -0.8, -0.3, 0, 0.2, 0.6, 0.95, 1})
  void two_indicators_of_a_country_have_the_rank_correlation_of_the_copula(double rho) {
    ScoreDraws draws = analysis(Correlations.none().with("b", "a", rho)).draws(A, B);
    for (String country : List.of("AAA", "BBB")) {
      assertCorrelated(draws.readings(country, "a"), draws.readings(country, "b"), rho);
      assertCorrelated(draws.readings(country, "a"), draws.readings(country, "c"), 0);
    }
    assertCorrelated(draws.readings("AAA", "a"), draws.readings("BBB", "b"), 0);
  }

  @ParameterizedTest(name = "share {0}")
  @ValueSource(doubles = {0, 0.3, 0.5, 0.9, 1})
  void a_shared_error_correlates_countries(double share) {
    ScoreDraws draws = analysis(Correlations.none().withSharedError("c", share)).draws(A, B);
    assertCorrelated(draws.readings("AAA", "c"), draws.readings("BBB", "c"), share);
    assertCorrelated(draws.readings("AAA", "c"), draws.readings("AAA", "d"), 0);
    assertCorrelated(draws.readings("AAA", "d"), draws.readings("BBB", "d"), 0);
  }

  /**
   * By hand: with shares 0.5 and 0.2 the bound is sqrt(0.1) + sqrt(0.4) = 0.9487, and across
   * countries 0.6 / 0.9487 * sqrt(0.1) = 0.2.
   */
  @Test
  void correlations_within_and_between_countries_hold_together() {
    Correlations both =
        Correlations.none()
            .with("a", "b", 0.6)
            .with("b", "c", -0.4)
            .withSharedError("a", 0.5)
            .withSharedError("b", 0.2);
    ScoreDraws draws = analysis(both).draws(A, B);
    assertCorrelated(draws.readings("AAA", "a"), draws.readings("AAA", "b"), 0.6);
    assertCorrelated(draws.readings("AAA", "b"), draws.readings("AAA", "c"), -0.4);
    assertCorrelated(draws.readings("AAA", "a"), draws.readings("AAA", "c"), 0);
    assertCorrelated(draws.readings("AAA", "a"), draws.readings("BBB", "a"), 0.5);
    assertCorrelated(draws.readings("AAA", "b"), draws.readings("BBB", "b"), 0.2);
    assertCorrelated(draws.readings("AAA", "a"), draws.readings("BBB", "b"), 0.2);
    assertCorrelated(draws.readings("AAA", "c"), draws.readings("BBB", "c"), 0);
  }

  /** Kolmogorov and Smirnov's test; a probability below 0.001 would be odd. */
  @Test
  void every_reading_keeps_its_distribution() {
    Correlations all =
        Correlations.none()
            .with("a", "b", 0.5)
            .with("b", "c", 0.3)
            .with("c", "d", -0.4)
            .withSharedError("a", 0.4)
            .withSharedError("c", 0.6);
    ScoreDraws draws = analysis(all).draws(A, B);
    RealDistribution[] expected = {
      new UniformRealDistribution(45, 70),
      new TriangularDistribution(40, 50, 55),
      new NormalDistribution(50, 4),
      new NormalDistribution(50, 3)
    };
    for (int i = 0; i < 4; i++) {
      double[] column = draws.readings("AAA", Models.code(i)).toArray();
      assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected[i], column, false))
          .isGreaterThan(0.001);
      double[] shifted = draws.readings("BBB", Models.code(i)).toArray();
      assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(expected[i], shifted, false))
          .isLessThan(0.001);
    }
  }

  @Test
  void what_is_not_correlated_is_drawn_as_before() {
    ScoreDraws before = independent().draws(A, B);
    ScoreDraws after =
        analysis(Correlations.none().with("a", "c", 0.6).withSharedError("c", 0.5)).draws(A, B);
    for (String country : List.of("AAA", "BBB")) {
      for (String code : List.of("b", "d")) {
        assertThat(after.readings(country, code)).isEqualTo(before.readings(country, code));
      }
      assertThat(after.readings(country, "c")).isNotEqualTo(before.readings(country, "c"));
      // The first of a chain has its own number, but for rounding.
      ImmutableDoubleArray own = before.readings(country, "a");
      ImmutableDoubleArray first = after.readings(country, "a");
      for (int r = 0; r < DRAWS; r++) {
        assertThat(first.get(r)).isCloseTo(own.get(r), within(1e-9));
      }
    }
    assertThat(analysis(Correlations.none().with("a", "c", 0)).draws(A, B).readings("AAA", "c"))
        .isEqualTo(before.readings("AAA", "c"));
  }

  @Test
  void another_input_does_not_change_the_draws_of_the_others() {
    Correlations few = Correlations.none().with("c", "a", 0.6).withSharedError("a", 0.5);
    ScoreDraws before = analysis(few.with("b", "a", 0)).draws(A, B);
    ScoreDraws more = analysis(few.with("a", "d", 0.3).withSharedError("b", 0.2)).draws(B, A);
    assertThat(before.readings("AAA", "c"))
        .isNotEqualTo(independent().draws(A).readings("AAA", "c"));
    ScoreDraws alone = analysis(few).draws(A);
    assertThat(alone.readings("AAA", "a")).isEqualTo(before.readings("AAA", "a"));
    assertThat(alone.readings("AAA", "c")).isEqualTo(before.readings("AAA", "c"));
    ScoreDraws same = analysis(few.with("a", "d", 0.3).withSharedError("d", 0.5)).draws(B, A);
    assertThat(same.readings("AAA", "a")).isEqualTo(before.readings("AAA", "a"));
    assertThat(more.readings("AAA", "c")).isEqualTo(before.readings("AAA", "c"));
  }

  @Test
  void a_correlation_of_one_ties_readings_to_each_other() {
    CountryProfile twins =
        Models.country(
            0, Estimate.between(10, 20), Estimate.between(10, 20), Estimate.between(10, 20));
    ScoreDraws draws =
        UncertaintyAnalysis.of(Models.scorer(1, 1, 1))
            .withCorrelations(
                Correlations.none().with("a", "b", 1).with("b", "c", -1).with("a", "c", -1))
            .withSize(500)
            .draws(twins);
    for (int r = 0; r < 500; r++) {
      double a = draws.readings("AAA", "a").get(r);
      assertThat(draws.readings("AAA", "b").get(r)).isCloseTo(a, within(1e-9));
      assertThat(draws.readings("AAA", "c").get(r)).isCloseTo(30 - a, within(1e-9));
    }
  }

  /** Weights 0.3 and 0.4, deviations 4 and 3: 1.44 + 1.44 + 2 * 0.6 * 1.44 = 4.608. */
  @Test
  void the_variance_of_a_weighted_sum_has_the_covariance() {
    CountryProfile normal =
        Models.country(
            0,
            Estimate.exact(10),
            Estimate.exact(20),
            Estimate.normal(50, 4),
            Estimate.normal(60, 3));
    UncertaintyAnalysis analysis = analysis(Correlations.none().with("c", "d", 0.6));
    double[] scores = analysis.draws(normal).scores("AAA").toArray();
    // The variance of a sample of normal numbers has the standard error sqrt(2 / n) of itself.
    double error = 4 * Math.sqrt(2.0 / DRAWS) * 4.608;
    assertThat(new Variance().evaluate(scores)).isCloseTo(4.608, within(error));
    ScoreDistribution score = analysis.run(normal).score("AAA");
    assertThat(score.standardDeviation() * score.standardDeviation())
        .isCloseTo(4.608, within(error));
  }

  /** Phi((50 - 48) / sqrt(2 * 4^2 * (1 - s))), with one indicator. */
  @ParameterizedTest(name = "share {0}")
  @ValueSource(doubles = {0, 0.5, 0.9})
  void a_shared_error_makes_the_order_of_countries_surer(double share) {
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1))
            .withCorrelations(Correlations.none().withSharedError("a", share))
            .run(
                Models.country(0, Estimate.normal(50, 4)),
                Models.country(1, Estimate.normal(48, 4)));
    double expected =
        new NormalDistribution().cumulativeProbability(2 / Math.sqrt(32 * (1 - share)));
    assertThat(u.probabilityRiskier("AAA", "BBB").value())
        .isCloseTo(expected, within(4 * Math.sqrt(expected * (1 - expected) / 100_000)));
  }

  @Test
  void the_mean_stays_exact_and_the_variance_does_not() {
    ScoreDistribution before = independent().run(A).score("AAA");
    assertThat(before.isExact()).isTrue();
    ScoreDistribution after = analysis(Correlations.none().with("a", "b", 0.6)).run(A).score("AAA");
    assertThat(after.isExact()).isFalse();
    assertThat(after.mean()).isEqualTo(before.mean());
    assertThat(after.meanHalfWidth()).isZero();
    assertThat(after.standardDeviation()).isGreaterThan(1.02 * before.standardDeviation());
    ScoreDistribution shared =
        analysis(Correlations.none().withSharedError("a", 0.6).with("b", "c", 0))
            .run(A)
            .score("AAA");
    assertThat(shared.isExact()).isTrue();
    assertThat(shared.standardDeviation()).isEqualTo(before.standardDeviation());
    CountryProfile oneDrawn =
        A.withReading("b", Estimate.exact(50)).withReading("c", Estimate.exact(50));
    assertThat(
            analysis(Correlations.none().with("a", "b", 0.6)).run(oneDrawn).score("AAA").isExact())
        .isTrue();
  }

  @Test
  void any_number_of_threads_gives_the_same_bits() {
    UncertaintyAnalysis analysis =
        analysis(Correlations.none().with("a", "b", 0.6).withSharedError("c", 0.5))
            .withWeights(WeightUncertainty.uniform());
    UncertaintyResult one = analysis.withThreads(1).run(A, B);
    for (int threads : new int[] {2, 7, 16}) {
      assertThat(analysis.withThreads(threads).run(A, B)).isEqualTo(one);
    }
    assertThat(one).isNotEqualTo(independent().withWeights(WeightUncertainty.uniform()).run(A, B));
  }

  @Test
  void every_evaluation_draws_the_same_readings() {
    Correlations some = Correlations.none().with("a", "b", 0.6).withSharedError("c", 0.5);
    Scorer plain = Models.scorer(1, 2, 3, 4);
    Scorer tree = Scorer.of(plain.model().withAggregation(Aggregation.geometric(1)));
    for (WeightUncertainty weights :
        List.of(WeightUncertainty.fixed(), WeightUncertainty.uniform())) {
      for (Scorer scorer : List.of(plain, tree)) {
        ScoreDraws draws =
            UncertaintyAnalysis.of(scorer)
                .withWeights(weights)
                .withCorrelations(some)
                .withSize(300)
                .draws(A, B);
        ScoreDrawsTest.assertScoresFollow(draws, scorer, List.of(A, B), 299);
      }
    }
  }

  @Test
  void central_readings_have_no_errors_to_correlate() {
    UncertaintyAnalysis analysis = analysis(Correlations.none().with("a", "b", 0.6));
    assertThat(analysis.withCentralReadings().draws(A).readings("AAA", "b").get(7)).isEqualTo(50);
  }

  @Test
  void a_result_says_what_was_correlated() {
    Correlations some = Correlations.none().with("a", "b", 0.6).withSharedError("c", 0.5);
    assertThat(some).hasToString("a and b 0.6, shared error of c 0.5");
    assertThat(Correlations.none()).hasToString("none");
    assertThat(
            some.with("a", "c", 0.1)
                .with("a", "d", 0.1)
                .with("b", "c", 0.1)
                .with("b", "d", 0.1)
                .with("c", "d", 0.1))
        .hasToString(
            "a and b 0.6, a and c 0.1, a and d 0.1, b and c 0.1, b and d 0.1, c and d 0.1, ... (7"
                + " in all)");
    assertThat(analysis(some))
        .hasToString(
            "Uncertainty of model 'plain': weights fixed(), readings drawn, correlated: a and b"
                + " 0.6, shared error of c 0.5, 20,000 draws from seed 11");
    UncertaintyResult u = analysis(some).run(A);
    assertThat(u.correlations()).isEqualTo(some);
    assertThat(u.toTable().notes().get(2))
        .contains("; readings correlated: a and b 0.6, shared error of c 0.5; model ");
    assertThat(independent().run(A).toTable().notes().get(2)).doesNotContain("correlated");
  }

  @Test
  void faulty_correlations_are_refused() {
    Correlations some = Correlations.none().with("a", "b", 0.6).withSharedError("a", 0.5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> some.with("b", "a", 0.2))
        .withMessage("The correlation of 'b' and 'a' was already set to 0.6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> some.withSharedError("a", 0.2))
        .withMessage("The shared error of 'a' was already set to 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> some.with("a", "a", 0.2))
        .withMessage("A correlation needs two indicators, but both were 'a'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> some.with("a", "c", 1.5))
        .withMessage("correlation of 'a' and 'c' must be in [-1.0, 1.0], but was 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> some.withSharedError("b", Double.NaN))
        .withMessage("shared error of 'b' must be in [0.0, 1.0], but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis(some.with("debt", "x", 0.2)))
        .withMessage(
            "Correlations of readings has 2 faults:\n"
                + "  - Unknown indicator 'debt'. Known: [a, b, c, d].\n"
                + "  - Unknown indicator 'x'. Known: [a, b, c, d].");
  }

  /** Least eigenvalues and their terms by numpy 2.4.6, linalg.eigh. */
  @Test
  void the_pair_with_the_most_negative_term_is_named() {
    Correlations chain = Correlations.none().with("a", "b", 0.7).with("b", "c", 0.95);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis(chain))
        .withMessageContaining("eigenvalue, but has -0.18004237212059")
        .withMessageContaining(", most of it from 'b' and 'c'.")
        .withMessageContaining("all of them times 0.84 would be possible");
    Correlations ring =
        Correlations.none().with("a", "b", 0.5).with("b", "c", 0.95).with("a", "c", -0.4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis(ring))
        .withMessageContaining("eigenvalue, but has -0.26957214639687")
        .withMessageContaining(", most of it from 'b' and 'c'.")
        .withMessageContaining("all of them times 0.78 would be possible");
  }

  /** Least eigenvalue of 1, 0.9, 0; 0.9, 1, 0.9; 0, 0.9, 1: 1 - 0.9 sqrt(2) = -0.2728. */
  @Test
  void correlations_that_cannot_be_together_are_refused() {
    Correlations chain = Correlations.none().with("a", "b", 0.9).with("b", "c", 0.9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis(chain))
        .withMessageMatching(
            "Correlations of readings: The matrix must have no negative eigenvalue, but has"
                + " -0\\.27279220613578\\d*, most of it from '[ab]' and '[bc]'\\. Pairs that are"
                + " not named have correlation 0\\. Maybe one is missing; all of them times 0\\.78"
                + " would be possible\\.");
    assertThat(analysis(chain.with("a", "c", 0.9))).isNotNull();
    assertThat(analysis(Correlations.none().with("a", "b", 0.9 * 0.78).with("b", "c", 0.9 * 0.78)))
        .isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                analysis(
                    Correlations.none()
                        .with("a", "b", 0.8)
                        .withSharedError("a", 0.5)
                        .withSharedError("c", 0.9)))
        .withMessage(
            "Correlations of readings: 'a' and 'b' have shared errors of 0.5 and 0.0, so their"
                + " correlation must be in [-b, b] with b = 0.7071067811865476, but was 0.8");
  }
}
