package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that are large for how little they differ, and weights that differ by much. */
class FarApartTest {

  private static RiskModel model(Normalization normalization, double... weights) {
    ModelBuilder builder = RiskModel.builder("m");
    for (int i = 0; i < weights.length; i++) {
      builder.indicator(
          Indicator.of("i" + i, Direction.HIGHER_IS_RISKIER), weights[i], normalization);
    }
    return builder.build();
  }

  private static CountryProfile country(int number, Estimate... readings) {
    String code = "AA" + (char) ('A' + number);
    CountryProfile.Builder builder = CountryProfile.builder(Country.of(code, code));
    for (int i = 0; i < readings.length; i++) {
      builder.reading("i" + i, readings[i]);
    }
    return builder.build();
  }

  /** By numpy, of the differences: {@code 50 + 10 * (x - mean(x)) / std(x, ddof=1)}. */
  @ParameterizedTest
  @EnumSource(Direction.class)
  void z_scores_keep_their_digits_far_from_0(Direction direction) {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(Indicator.of("i0", direction), 1, Normalization.zScore())
            .build();
    double[] right = {41.271284390560305, 47.81782109764008, 60.91089451179962};
    for (double far : new double[] {0, 1.6e12, -1.6e12, 1e15}) {
      List<CountryProfile> all = new ArrayList<>();
      for (double offset : new double[] {0, 1, 3}) {
        all.add(country(all.size(), Estimate.exact(far + offset)));
      }
      Scorer scorer = Scorer.fit(model, all);
      for (int i = 0; i < 3; i++) {
        double score = scorer.score(all.get(i)).value();
        assertThat(score)
            .isCloseTo(
                direction == Direction.HIGHER_IS_RISKIER ? right[i] : 100 - right[i], within(1e-9));
        double reading = all.get(i).estimate("i0").orElseThrow().central();
        assertThat(scorer.bulk().score(new double[][] {{reading}})).containsExactly(score);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-13, 1e-200})
  void ordinal_weights_keep_their_order_at_any_size(double unit) {
    ScoreDraws draws =
        UncertaintyAnalysis.of(Scorer.of(model(Normalization.goalposts(0, 1), 7, unit, 3 * unit)))
            .withWeights(WeightUncertainty.ordinal())
            .withSize(1000)
            .draws(country(0, Estimate.exact(1), Estimate.exact(0), Estimate.exact(0)));
    for (int i = 0; i < 1000; i++) {
      assertThat(draws.weights("i1").get(i)).isLessThan(draws.weights("i2").get(i));
      assertThat(draws.weights("i2").get(i)).isLessThan(draws.weights("i0").get(i));
    }
  }

  /** Centroids of three are 11/18, 5/18 and 2/18; the last two are dealt out by lot. */
  @ParameterizedTest
  @EnumSource(Sampling.class)
  @Tag("long")
  void equal_weights_have_no_order(Sampling sampling) {
    ScoreDraws draws =
        UncertaintyAnalysis.of(Scorer.of(model(Normalization.goalposts(0, 1), 0.1, 0.7, 0.1)))
            .withWeights(WeightUncertainty.ordinal())
            .withSampling(sampling)
            .withSize(1 << 14)
            .draws(country(0, Estimate.exact(1), Estimate.exact(0), Estimate.exact(0)));
    double[] means = new double[3];
    int above = 0;
    for (int i = 0; i < draws.count(); i++) {
      for (int w = 0; w < 3; w++) {
        means[w] += draws.weights("i" + w).get(i) / draws.count();
      }
      above += draws.weights("i0").get(i) > draws.weights("i2").get(i) ? 1 : 0;
      assertThat(draws.weights("i1").get(i))
          .isGreaterThanOrEqualTo(Math.max(draws.weights("i0").get(i), draws.weights("i2").get(i)));
    }
    assertThat(means[1]).isCloseTo(11.0 / 18, within(0.01));
    assertThat(means[0]).isCloseTo(3.5 / 18, within(0.01));
    assertThat(means[2]).isCloseTo(3.5 / 18, within(0.01));
    assertThat((double) above / draws.count()).isCloseTo(0.5, within(0.02));
  }

  @Test
  void quantiles_of_narrow_scores_own_up_to_the_steps_of_counting() {
    RiskModel one = model(Normalization.goalposts(0, 100), 1);
    CountryProfile narrow = country(0, Estimate.between(70.006, 70.009));
    ScoreDistribution scores = UncertaintyAnalysis.of(Scorer.of(one)).run(narrow).score("AAA");
    Quantile median = scores.quantile(0.5);
    assertThat(median.lower()).isLessThanOrEqualTo(70.0075);
    assertThat(median.upper()).isGreaterThanOrEqualTo(70.0075);
    assertThat(median.value()).isBetween(70.006, 70.009);
    RiskModel three = model(Normalization.goalposts(0, 100), 1, 1, 1);
    Estimate fifty = Estimate.exact(50);
    CountryProfile third = country(0, Estimate.between(50.012, 50.02), fifty, fifty);
    Scorecard card = Scorer.of(three).score(third);
    Quantile low = UncertaintyAnalysis.of(Scorer.of(three)).run(third).score("AAA").quantile(0.05);
    // 50.004 + 0.05 * 0.008 / 3
    assertThat(low.lower()).isLessThanOrEqualTo(50.00413);
    assertThat(low.upper()).isGreaterThanOrEqualTo(50.00414);
    assertThat(low.value()).isGreaterThanOrEqualTo(card.range().lower());
    assertThat(low.lower()).isGreaterThanOrEqualTo(card.range().lower());
  }

  @Test
  void a_score_distribution_prints_in_a_line() {
    RiskModel one = model(Normalization.goalposts(0, 100), 1);
    ScoreDistribution scores =
        UncertaintyAnalysis.of(Scorer.of(one))
            .withSize(1000)
            .run(country(0, Estimate.between(1, 9)))
            .score("AAA");
    assertThat(scores.toString())
        .startsWith("AAA (AAA): score 5.0, mean 5.0, standard deviation 2.309")
        .endsWith(" (exact); quantiles of 1,000 draws")
        .hasSizeLessThan(200);
  }

  @Test
  void dates_are_compared_as_dates() {
    Scorer scorer = Scorer.of(model(Normalization.goalposts(0, 100), 1));
    CountryProfile profile = country(0, Estimate.exact(1));
    Scorecard early = scorer.score(profile.withAsOf(LocalDate.of(1453, 5, 29)));
    Scorecard late = scorer.score(profile.withAsOf(LocalDate.of(12000, 1, 1)));
    assertThat(early).isLessThan(late);
    assertThat(late).isGreaterThan(early);
  }
}
