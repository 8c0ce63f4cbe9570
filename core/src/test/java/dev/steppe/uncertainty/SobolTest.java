package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SobolTest {

  private static final RiskModel MODEL = Models.equal(4);

  private static UncertaintyAnalysis analysis(WeightUncertainty weights) {
    return UncertaintyAnalysis.of(Scorer.of(MODEL))
        .withWeights(weights)
        .withSampling(Sampling.SCRAMBLED_SOBOL);
  }

  private static List<WeightUncertainty> allWeights() {
    return List.of(
        WeightUncertainty.fixed(),
        WeightUncertainty.uniform(),
        WeightUncertainty.dirichlet(0.7),
        WeightUncertainty.dirichlet(7.3),
        WeightUncertainty.ordinal(),
        WeightUncertainty.within(0.25));
  }

  @Test
  @Tag("long")
  void any_number_of_threads_gives_the_same_bits() {
    List<CountryProfile> countries = Models.countries(1, 6, 4, true);
    for (WeightUncertainty weights : allWeights()) {
      UncertaintyAnalysis analysis =
          analysis(weights)
              .withCorrelations(Correlations.none().with("a", "b", 0.6).withSharedError("c", 0.5))
              .withChoice(Models.orElse(MODEL.withAggregation(Aggregation.harmonic(1)), 0.3))
              .withSize(1 << 14)
              .withSeed(3);
      UncertaintyResult one = analysis.withThreads(1).run(countries);
      for (int threads : new int[] {2, 7, 16}) {
        assertThat(analysis.withThreads(threads).run(countries)).isEqualTo(one);
      }
      assertThat(analysis.withSeed(4).run(countries)).isNotEqualTo(one);
    }
  }

  /** The same parts of the same figures, however the draws were asked for. */
  @Test
  void draws_that_stop_early_are_the_first_of_each_sequence() {
    List<CountryProfile> countries = Models.countries(1, 6, 4, true);
    UncertaintyAnalysis analysis = analysis(WeightUncertainty.uniform());
    UncertaintyResult stopped = analysis.withHalfWidth(0.02).run(countries);
    assertThat(stopped.reachedHalfWidth()).isTrue();
    assertThat(stopped.draws()).isLessThan(131_072);
    UncertaintyResult asked = analysis.withSize(stopped.draws()).run(countries);
    for (CountryProfile country : countries) {
      String code = country.country().code();
      assertThat(stopped.ranks(code)).isEqualTo(asked.ranks(code));
      assertThat(stopped.score(code).counts()).isEqualTo(asked.score(code).counts());
    }
  }

  /** Root mean squares over seeds and pairs, of the distance from the exact probability. */
  @Test
  @Tag("long")
  void errors_are_clearly_smaller_than_those_of_plain_draws() {
    List<CountryProfile> countries = Models.countries(5, 4, 4, false);
    for (WeightUncertainty weights :
        List.of(WeightUncertainty.uniform(), WeightUncertainty.dirichlet(12))) {
      double plain = 0;
      double sobol = 0;
      for (int seed = 0; seed < 20; seed++) {
        UncertaintyAnalysis analysis =
            UncertaintyAnalysis.of(Scorer.of(MODEL))
                .withWeights(weights)
                .withSize(1 << 14)
                .withSeed(seed);
        plain += squares(analysis, countries);
        sobol += squares(analysis.withSampling(Sampling.SCRAMBLED_SOBOL), countries);
      }
      assertThat(Math.sqrt(sobol)).isLessThan(0.4 * Math.sqrt(plain));
    }
  }

  private static double squares(UncertaintyAnalysis analysis, List<CountryProfile> countries) {
    RunEstimates estimates = analysis.run(countries).figures();
    ScoreDraws draws = analysis.draws(countries);
    double sum = 0;
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < a; b++) {
        Probability exact = estimates.win(a, b);
        assertThat(exact.isExact()).isTrue();
        double wins =
            ScoreDrawsTest.wins(draws.scores(countries.get(a)), draws.scores(countries.get(b)));
        double error = wins / draws.count() - exact.value();
        sum += error * error;
      }
    }
    return sum;
  }

  /**
   * Of 400 runs, about 380 intervals of 95 % hold the true value: within four standard errors of
   * 4.4. Differences of normal readings have a closed form, and so has a mean.
   */
  @Test
  @Tag("long")
  void intervals_hold_the_truth_as_often_as_they_say() {
    CountryProfile first =
        Models.country(0, Estimate.normal(50, 4), Estimate.normal(40, 6), Estimate.exact(30));
    CountryProfile second =
        Models.country(1, Estimate.normal(47, 5), Estimate.exact(40), Estimate.normal(30, 3));
    double truth = new NormalDistribution().cumulativeProbability(3 / Math.sqrt(16 + 36 + 25 + 9));
    int pairs = 0;
    int means = 0;
    for (int seed = 0; seed < 400; seed++) {
      UncertaintyResult u =
          UncertaintyAnalysis.of(Models.scorer(1, 1, 1))
              .withSampling(Sampling.SCRAMBLED_SOBOL)
              .withSize(1 << 11)
              .withThreads(1)
              .withSeed(seed)
              .run(first, second);
      Probability pair = u.probabilityRiskier("AAA", "BBB");
      assertThat(pair.isExact()).isFalse();
      pairs += pair.lower() <= truth && truth <= pair.upper() ? 1 : 0;
      // Geometric means of one indicator are that indicator; nothing is exact for another model.
      UncertaintyResult simulated =
          UncertaintyAnalysis.of(Models.scorer(1, 1, 1))
              .withChoice(Models.orElse(Models.model(1, 1, 1), 1))
              .withSampling(Sampling.SCRAMBLED_SOBOL)
              .withSize(1 << 11)
              .withThreads(1)
              .withSeed(seed)
              .run(first);
      ScoreDistribution score = simulated.score("AAA");
      assertThat(score.meanHalfWidth()).isPositive();
      means += Math.abs(score.mean() - 40) <= score.meanHalfWidth() ? 1 : 0;
    }
    assertThat(pairs).isBetween(362, 397);
    assertThat(means).isBetween(362, 397);
  }

  @Test
  void an_interval_is_narrower_than_that_of_plain_draws_and_never_of_no_width() {
    List<CountryProfile> countries = Models.countries(5, 6, 4, false);
    UncertaintyAnalysis plain =
        UncertaintyAnalysis.of(Scorer.of(MODEL))
            .withWeights(WeightUncertainty.uniform())
            .withSize(1 << 14);
    UncertaintyResult u = plain.withSampling(Sampling.SCRAMBLED_SOBOL).run(countries);
    assertThat(u.widestHalfWidth()).isLessThan(0.8 * plain.run(countries).widestHalfWidth());
    for (RankAcceptability ranks : u.ranks()) {
      for (Probability rank : ranks.ranks()) {
        assertThat(rank.isExact() || rank.halfWidth() > 0).isTrue();
      }
    }
  }

  @Test
  void a_result_says_that_draws_are_of_scrambled_sequences() {
    UncertaintyAnalysis analysis = analysis(WeightUncertainty.uniform()).withSeed(7);
    assertThat(analysis)
        .hasToString(
            "Uncertainty of model 'plain': weights uniform(), readings drawn, 131,072 draws of"
                + " scrambled Sobol sequences from seed 7");
    UncertaintyResult u = analysis.withSize(64).run(Models.countries(5, 4, 4, true));
    assertThat(u.design().sampling()).isEqualTo(Sampling.SCRAMBLED_SOBOL);
    assertThat(u.draws()).isEqualTo(64);
    assertThat(u.toTable().notes().get(2))
        .startsWith(
            "64 draws from seed 7 in 16 scrambled Sobol sequences, intervals between them;"
                + " weights uniform()");
  }

  @Test
  void nothing_uncertain_takes_no_coordinate() {
    UncertaintyResult u =
        analysis(WeightUncertainty.fixed()).withSize(32).run(Models.country(0, 1, 2, 3, 4));
    assertThat(u.score("AAA").mean()).isEqualTo(2.5);
    assertThat(u.score("AAA").standardDeviation()).isZero();
  }

  @Test
  void numbers_that_do_not_fit_the_sequence_are_refused() {
    UncertaintyAnalysis analysis = analysis(WeightUncertainty.uniform());
    CountryProfile country = Models.country(0, 1, 2, 3, 4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.withSize(100_000).run(country))
        .withMessage(
            "size of a Sobol sequence must be a power of 2, but was 100000. Maybe you meant"
                + " 65536.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.withSize(8).run(country))
        .withMessageEndingWith("but was 8. Maybe you meant 16.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.withSize(1L << 36).run(country))
        .withMessageEndingWith("but was 68719476736. Maybe you meant 34359738368.");
    Estimate[] many = new Estimate[30];
    Arrays.fill(many, Estimate.between(10, 20));
    List<CountryProfile> countries = new ArrayList<>();
    for (int c = 0; c < 40; c++) {
      countries.add(
          Models.country(0, many)
              .withCountry(Country.of("CA" + (char) ('A' + c % 20), "Country " + c))
              .withAsOf(LocalDate.of(2000 + c, 1, 1)));
    }
    UncertaintyAnalysis wide =
        UncertaintyAnalysis.of(Scorer.of(Models.equal(30)))
            .withWeights(WeightUncertainty.uniform())
            .withSampling(Sampling.SCRAMBLED_SOBOL)
            .withSize(16);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wide.run(countries))
        .withMessage(
            "A Sobol sequence serves at most 1000 inputs, but there are 1230 weights and readings"
                + " to draw. Use Sampling.RANDOM, or leave out some of the countries.");
    assertThat(wide.run(countries.subList(0, 32)).draws()).isEqualTo(16);
  }
}
