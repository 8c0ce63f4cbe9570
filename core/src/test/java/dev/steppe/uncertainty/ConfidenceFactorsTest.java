package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfidenceFactorsTest {

  private static final int DRAWS = 3_000;

  static LongStream seeds() {
    return LongStream.range(0, 12);
  }

  /** Some without a reading, so that its weight goes to the others. */
  private static List<CountryProfile> countries(long seed, int count, int indicators) {
    List<CountryProfile> countries = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (CountryProfile country : Models.countries(seed, count, indicators, true)) {
      if (codes.add(country.country().code())) {
        countries.add(codes.size() % 5 == 3 ? country.withoutReading(Models.code(1)) : country);
      }
    }
    return countries;
  }

  private static UncertaintyAnalysis analysis(RiskModel model) {
    return UncertaintyAnalysis.of(Scorer.of(model.withMissing(MissingPolicy.reweight(0.1))))
        .withWeights(WeightUncertainty.dirichlet(30))
        .withSize(20_000)
        .withConfidenceFactors(DRAWS);
  }

  /**
   * A model that has a country's central weights for its own makes the same draws of readings, and
   * counts ranks in the usual way.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  @Tag("long")
  void a_confidence_factor_is_the_share_of_rank_1_in_a_model_with_the_central_weights(long seed) {
    int indicators = 3 + (int) (seed % 4) * 3;
    RiskModel model = Models.equal(indicators);
    model = seed % 3 == 2 ? model.withAggregation(Aggregation.geometric(1)) : model;
    assertSharesOfRankOne(
        model, countries(seed, 4 + (int) seed * 3, indicators), analysis(model), DRAWS);
  }

  /** Each of three is first by the indicator in which it is high, and not for sure. */
  @Test
  void a_confidence_factor_of_a_geometric_mean_is_that_share_too() {
    RiskModel model = Models.equal(3).withAggregation(Aggregation.geometric(1));
    List<CountryProfile> countries = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      Estimate[] values = new Estimate[3];
      for (int i = 0; i < 3; i++) {
        values[i] = i == c ? Estimate.between(50, 70 + 5 * c) : Estimate.between(35, 55);
      }
      countries.add(Models.country(c, values));
    }
    assertSharesOfRankOne(
        model, countries, analysis(model).withSize(1_024).withConfidenceFactors(500), 500);
  }

  private static void assertSharesOfRankOne(
      RiskModel model, List<CountryProfile> countries, UncertaintyAnalysis analysis, int draws) {
    UncertaintyResult result = analysis.run(countries);
    int asked = 0;
    for (CountryProfile country : countries) {
      String code = country.country().code();
      if (result.centralWeights(code).isPresent()) {
        Map<String, Double> weights = result.centralWeights(code).orElseThrow();
        RiskModel own = model;
        for (Map.Entry<String, Double> weight : weights.entrySet()) {
          own = own.withWeight(weight.getKey(), weight.getValue());
        }
        UncertaintyResult fixed =
            analysis(own).withWeights(WeightUncertainty.fixed()).withSize(draws).run(countries);
        assertThat(result.confidenceFactor(code).orElseThrow().value())
            .isCloseTo(fixed.ranks(code).rank(1).value(), within(1e-12));
        asked++;
      } else {
        assertThat(result.confidenceFactor(code)).isEmpty();
      }
    }
    assertThat(asked).isPositive();
  }

  @Test
  void confidence_factors_are_the_same_on_any_number_of_threads_and_of_parts() {
    List<CountryProfile> countries = countries(1, 9, 5);
    UncertaintyAnalysis analysis =
        analysis(Models.equal(5)).withConfidenceFactors(30_000).withThreads(1);
    UncertaintyResult one = analysis.run(countries);
    for (int threads : new int[] {2, 7}) {
      assertThat(analysis.withThreads(threads).run(countries)).isEqualTo(one);
    }
    List<UncertaintyPart> parts =
        List.of(analysis.part(countries, 1, 2), analysis.part(countries, 0, 2));
    assertThat(analysis.combine(countries, parts)).isEqualTo(one);
    assertThat(analysis.withConfidenceFactors(10_000).run(countries)).isNotEqualTo(one);
  }

  /** 430 countries with some 47 drawn readings are more than what is kept of a block. */
  @Test
  @Tag("long")
  void many_countries_are_counted_like_few() {
    List<CountryProfile> countries = countries(3, 450, 70);
    UncertaintyAnalysis analysis =
        analysis(Models.equal(70)).withSize(1_000).withConfidenceFactors(300);
    UncertaintyResult result = analysis.run(countries);
    List<String> firsts =
        countries.stream()
            .map(country -> country.country().code())
            .filter(code -> result.centralWeights(code).isPresent())
            .toList();
    for (String code : List.of(firsts.get(0), firsts.get(firsts.size() - 1))) {
      double[] own =
          result.centralWeights(code).orElseThrow().values().stream()
              .mapToDouble(weight -> weight)
              .toArray();
      UncertaintyResult fixed =
          analysis(Models.model(own))
              .withWeights(WeightUncertainty.fixed())
              .withSize(300)
              .run(countries);
      assertThat(result.confidenceFactor(code).orElseThrow().value())
          .isEqualTo(fixed.ranks(code).rank(1).value());
    }
  }

  @Test
  void confidence_factors_can_be_stopped() {
    List<String> heard = new ArrayList<>();
    UncertaintyAnalysis analysis =
        analysis(Models.equal(3))
            .withConfidenceFactors(30_000)
            .withThreads(1)
            .withProgress(
                (done, total) -> {
                  heard.add(done + " of " + total);
                  return total < 30_000 || done < 10_000;
                });
    assertThatThrownBy(() -> analysis.run(countries(2, 4, 3)))
        .isInstanceOf(CancellationException.class)
        .hasMessage("The analysis was stopped after 16384 of 30000");
    assertThat(heard)
        .containsExactly(
            "8192 of 20000", "16384 of 20000", "20000 of 20000", "8192 of 30000", "16384 of 30000");
  }

  @Test
  void what_was_not_asked_for_is_not_there() {
    UncertaintyResult result =
        UncertaintyAnalysis.of(Models.scorer(1, 1)).run(Models.country(0, 1, 2));
    assertThatThrownBy(() -> result.confidenceFactor("AAA"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Confidence factors were not asked for. Use withConfidenceFactors(draws) of the"
                + " analysis.");
    assertThatThrownBy(() -> analysis(Models.equal(2)).withConfidenceFactors(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("draws of confidence factors must be at least 1, but were 0");
  }
}
