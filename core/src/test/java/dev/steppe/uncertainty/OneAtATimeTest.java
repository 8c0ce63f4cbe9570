package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Normalization;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One source of doubt at a time, and two countries of which all is known by hand. */
class OneAtATimeTest {

  private static final List<CountryProfile> COUNTRIES =
      List.of(Models.country(0, 100, 0), Models.country(1, 0, 100));

  private static final Scorer SCORER = Models.scorer(0.7, 0.3);

  private static final UncertaintyAnalysis ANALYSIS =
      UncertaintyAnalysis.of(SCORER).withSize(20_000);

  private static final SharedJudgement REACH =
      SharedJudgement.ofScale(
          "reach", Estimate.between(90, 110), "a", top -> Normalization.goalposts(0, top));

  private static final MethodChoice MEAN =
      MethodChoice.named("mean")
          .or("arithmetic", model -> model)
          .or("harmonic", model -> model.withAggregation(Aggregation.harmonic()));

  @Test
  void sources_that_are_drawn_are_named_in_their_order() {
    assertThat(ANALYSIS.withCentralReadings().oneAtATime()).isEmpty();
    assertThat(ANALYSIS.oneAtATime()).containsOnlyKeys("readings");
    assertThat(ANALYSIS.withWeights(WeightUncertainty.uniform()).oneAtATime().keySet())
        .containsExactly("readings", "weights");
    assertThat(ANALYSIS.withCentralReadings().withChoice(MEAN).oneAtATime().keySet())
        .containsExactly("methods");
    assertThat(
            ANALYSIS
                .withWeights(WeightUncertainty.uniform())
                .withJudgement(REACH)
                .withJudgement(reach("other"))
                .oneAtATime()
                .keySet())
        .containsExactly("readings", "weights", "reach", "other");
  }

  private static SharedJudgement reach(String name) {
    return SharedJudgement.ofScale(
        name, Estimate.between(90, 110), "b", top -> Normalization.goalposts(0, top));
  }

  @Test
  void one_source_is_the_analysis_with_nothing_else() {
    UncertaintyAnalysis all =
        ANALYSIS.withWeights(WeightUncertainty.uniform()).withJudgement(REACH);
    UncertaintyAnalysis alone = ANALYSIS.withCentralReadings();
    assertThat(all.oneAtATime().get("weights").run(COUNTRIES))
        .isEqualTo(alone.withWeights(WeightUncertainty.uniform()).run(COUNTRIES));
    assertThat(all.oneAtATime().get("reach").run(COUNTRIES))
        .isEqualTo(alone.withJudgement(REACH).run(COUNTRIES));
  }

  @Test
  void analyses_of_the_same_settings_are_equal() {
    UncertaintyAnalysis again = UncertaintyAnalysis.of(SCORER).withSize(20_000);
    assertThat(again).isEqualTo(ANALYSIS).hasSameHashCodeAs(ANALYSIS);
    assertThat(again.withSeed(8)).isNotEqualTo(ANALYSIS);
    assertThat(ANALYSIS.equals(new Object())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.1})
  void a_half_width_is_between_its_ends(double halfWidth) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ANALYSIS.withHalfWidth(halfWidth))
        .withMessage("half-width must be in (0, 1), but was " + halfWidth);
  }

  /** The first of two is first where its indicator has more than half: on average 3/4 then. */
  @Test
  void central_weights_of_two_countries_are_those_of_the_halves() {
    UncertaintyResult result = ANALYSIS.withWeights(WeightUncertainty.uniform()).run(COUNTRIES);
    Table table = result.centralWeights();
    assertThat(table.rowCount()).isEqualTo(2);
    Offset<Double> near = Offset.offset(1.0);
    for (int country = 0; country < 2; country++) {
      boolean first = table.headers().get(1 + country).contains("AAA");
      assertThat(table.number(0, 1 + country).orElseThrow()).isCloseTo(first ? 75 : 25, near);
      assertThat(table.number(1, 1 + country).orElseThrow()).isCloseTo(first ? 25 : 75, near);
    }
    Table withFactors =
        ANALYSIS
            .withWeights(WeightUncertainty.uniform())
            .withConfidenceFactors(100)
            .run(COUNTRIES)
            .centralWeights();
    assertThat(withFactors.rowCount()).isEqualTo(3);
    assertThat(withFactors.cell(2, 0)).isEqualTo("Confidence factor");
    // Readings are exact, and each is first under its own weights for certain.
    assertThat(withFactors.number(2, 1)).hasValue(100);
  }

  /** With stated weights 70 and 30, so ranks 1 and 2; of three, equal ones share the better. */
  @Test
  void nominal_ranks_are_those_of_the_stated_weights() {
    Table two = ANALYSIS.withWeights(WeightUncertainty.uniform()).run(COUNTRIES).rankQuantiles();
    for (int row = 0; row < 2; row++) {
      assertThat(two.number(row, two.column("Nominal")))
          .hasValue(two.cell(row, 0).contains("Country 0") ? 1 : 2);
    }
    Table three =
        UncertaintyAnalysis.of(Scorer.of(Models.equal(2)))
            .run(
                List.of(
                    Models.country(0, 60, 60),
                    Models.country(1, 10, 10),
                    Models.country(2, 60, 60)))
            .rankQuantiles();
    int column = three.column("Nominal");
    assertThat(three.number(0, column)).hasValue(1);
    assertThat(three.number(1, column)).hasValue(1);
    assertThat(three.number(2, column)).hasValue(3);
  }

  @Test
  void scores_are_those_of_each_country_in_order() {
    UncertaintyResult result = ANALYSIS.run(COUNTRIES);
    assertThat(result.scores()).containsExactly(result.score("AAA"), result.score("BBB"));
    assertThat(result.scores().get(0).mean()).isCloseTo(70, Offset.offset(1e-9));
    assertThat(result.scores().get(1).mean()).isCloseTo(30, Offset.offset(1e-9));
    assertThat(result.ranks("AAA").expectedRank()).isEqualTo(1);
    assertThat(result.ranks("BBB").expectedRank()).isEqualTo(2);
  }
}
