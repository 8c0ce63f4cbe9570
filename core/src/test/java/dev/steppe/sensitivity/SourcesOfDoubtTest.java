package dev.steppe.sensitivity;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.SharedJudgement;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import org.junit.jupiter.api.Test;

class SourcesOfDoubtTest {

  private static final Scorer SCORER =
      Scorer.of(
          RiskModel.builder("two")
              .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
              .indicator(Indicator.of("b", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
              .build());

  private static CountryProfile profile(String code, Estimate a) {
    return CountryProfile.builder(Country.of(code, code.toLowerCase()))
        .reading("a", a)
        .reading("b", 50)
        .build();
  }

  private static final CountryProfile FIRST = profile("AAA", Estimate.between(0, 40));
  private static final CountryProfile SECOND = profile("BBB", Estimate.exact(30));

  private static final SharedJudgement SCALE =
      SharedJudgement.ofScale(
              "scale", Estimate.between(0, 1), "a", most -> Normalization.goalposts(0, most))
          .withValues(50, 100);

  private static final UncertaintyAnalysis ANALYSIS =
      UncertaintyAnalysis.of(SCORER)
          .withWeights(WeightUncertainty.uniform())
          .withJudgement(SCALE)
          .withSize(40_000);

  private static SourcesOfDoubt.Source source(SourcesOfDoubt doubt, String name) {
    return doubt.sources().stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The difference is w (a - 30) times 1 or 2, where a is 20, w a half, and the factor 1. */
  @Test
  void each_source_alone_moves_the_difference_as_computed_by_hand() {
    SourcesOfDoubt doubt = SourcesOfDoubt.of(ANALYSIS, FIRST, SECOND);
    assertThat(doubt.difference()).isEqualTo(-5);
    assertThat(doubt.draws()).isEqualTo(40_000);
    // Uniform from -15 to 5.
    SourcesOfDoubt.Source readings = source(doubt, "readings");
    assertThat(readings.low()).isCloseTo(-14, within(0.1));
    assertThat(readings.high()).isCloseTo(4, within(0.1));
    assertThat(readings.deviation()).isCloseTo(20 / Math.sqrt(12), within(0.05));
    assertThat(readings.below().value()).isCloseTo(0.75, within(0.01));
    assertThat(readings.below().halfWidth()).isCloseTo(0.0042, within(0.0002));
    // Uniform from -10 to 0.
    SourcesOfDoubt.Source weights = source(doubt, "weights");
    assertThat(weights.low()).isCloseTo(-9.5, within(0.1));
    assertThat(weights.high()).isCloseTo(-0.5, within(0.1));
    assertThat(weights.below().value()).isEqualTo(1);
    SourcesOfDoubt.Source scale = source(doubt, "scale");
    assertThat(scale.low()).isEqualTo(-10);
    assertThat(scale.high()).isEqualTo(-5);
    assertThat(scale.deviation()).isCloseTo(2.5, within(0.01));
    assertThat(doubt.sources())
        .extracting(SourcesOfDoubt.Source::name)
        .containsExactly("readings", "weights", "scale");
    assertThat(doubt.together().below().value()).isCloseTo(0.75, within(0.01));
    assertThat(doubt.together().low()).isLessThan(readings.low());
  }

  @Test
  void it_prints_as_a_table() {
    SourcesOfDoubt doubt = SourcesOfDoubt.of(ANALYSIS.withSize(2), FIRST, SECOND);
    assertThat(doubt.toTable().rowCount()).isEqualTo(4);
    assertThat(doubt.toString())
        .startsWith("From where the doubt about aaa (AAA) minus bbb (BBB) comes")
        .contains("2 draws each; all else as the model and the central readings have it");
    assertThat(doubt)
        .isEqualTo(SourcesOfDoubt.of(ANALYSIS.withSize(2), FIRST, SECOND))
        .isNotEqualTo(SourcesOfDoubt.of(ANALYSIS.withSize(3), FIRST, SECOND));
  }

  @Test
  void one_source_at_a_time_is_what_an_analysis_of_it_alone_says() {
    UncertaintyAnalysis all =
        ANALYSIS.withChoice(
            MethodChoice.named("joint")
                .or("mean", model -> model)
                .or("least", model -> model.withAggregation(Aggregation.minimum())));
    assertThat(all.oneAtATime().keySet())
        .containsExactly("readings", "weights", "methods", "scale");
    assertThat(all.oneAtATime().get("weights").run(FIRST, SECOND))
        .isEqualTo(
            UncertaintyAnalysis.of(SCORER)
                .withCentralReadings()
                .withWeights(WeightUncertainty.uniform())
                .withSize(40_000)
                .run(FIRST, SECOND));
    assertThat(all.oneAtATime().get("readings").run(FIRST, SECOND))
        .isEqualTo(UncertaintyAnalysis.of(SCORER).withSize(40_000).run(FIRST, SECOND));
    assertThat(all.oneAtATime().get("methods").run(FIRST, SECOND).models()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SharedJudgement.ofScale(
                    "weights", Estimate.exact(1), "a", most -> Normalization.goalposts(0, most)))
        .withMessage(
            "name of a judgement must be another than [readings, weights, methods], but was"
                + " 'weights'");
  }

  @Test
  void the_table_shows_shares_in_percent_and_their_widest_interval() {
    SourcesOfDoubt doubt = SourcesOfDoubt.of(ANALYSIS, FIRST, SECOND);
    // The first is lower always, whatever the weights, and in three of four draws of readings.
    SourcesOfDoubt.Source readings = source(doubt, "readings");
    assertThat(doubt.toTable().cell(2, 0)).isEqualTo("weights");
    assertThat(doubt.toTable().cell(2, 4)).isEqualTo("100.0");
    assertThat(Double.parseDouble(doubt.toTable().cell(1, 4)))
        .isCloseTo(100 * readings.below().value(), within(0.051));
    assertThat(doubt.toTable().notes().get(0))
        .contains("95 % intervals of shares reach 0.4 percentage points");
    SourcesOfDoubt other = SourcesOfDoubt.of(ANALYSIS.withSize(10), FIRST, SECOND);
    assertThat(doubt.hashCode()).isNotEqualTo(other.hashCode());
  }
}
