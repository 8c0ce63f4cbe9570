package dev.steppe.sensitivity;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.random.Substreams;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreInputsTest {

  private static final RiskModel MODEL =
      RiskModel.builder("test")
          .factor(
              "exposure",
              0.6,
              f ->
                  f.indicator(
                          Indicator.of("border", HIGHER_IS_RISKIER),
                          0.5,
                          Normalization.goalposts(0, 60))
                      .indicator(
                          Indicator.of("trade", HIGHER_IS_RISKIER),
                          0.5,
                          Normalization.goalposts(0, 50)))
          .indicator(Indicator.of("treaty", LOWER_IS_RISKIER), 0.4, Normalization.goalposts(0, 1))
          .build();

  private static final CountryProfile ALAND =
      CountryProfile.builder(Country.of("AAA", "Aland"))
          .reading("border", Estimate.between(20, 50))
          .reading("trade", Estimate.triangular(18, 20, 28))
          .reading("treaty", 0.25)
          .build();

  private static final MethodChoice AGGREGATION =
      MethodChoice.named("aggregation")
          .or("arithmetic", model -> model)
          .or("geometric", model -> model.withAggregation(Aggregation.geometric(1)));

  private static LongStream seeds() {
    return RandomModels.seeds();
  }

  /** 0.3 * 100/60 * 30/sqrt(12) and 0.3 * 100/50 * sd of the triangle, squared. */
  @Test
  void additive_score_of_a_profile_is_exact() {
    SobolIndices indices = SensitivityAnalysis.of(Scorer.of(MODEL), ALAND).sobol();
    double border = 0.25 * 900 / 12;
    double trade = 0.36 * Estimate.triangular(18, 20, 28).variance();
    assertThat(indices.isExact()).isTrue();
    assertThat(indices.inputs()).containsExactly("border", "trade");
    assertThat(indices.variance()).isCloseTo(border + trade, within(1e-12));
    assertThat(indices.first("border").orElseThrow())
        .isCloseTo(border / (border + trade), within(1e-12));
    assertThat(indices.total("border")).isEqualTo(indices.first("border"));
    // 0.5 * 35 + 0.6 * 22 + 0.4 * 75
    assertThat(indices.mean()).isCloseTo(60.7, within(1e-12));
    assertThat(indices.summary())
        .isEqualTo("Most of the spread of the score comes from \"border\" (92 %).");
    ShapleyEffects effects = SensitivityAnalysis.of(Scorer.of(MODEL), ALAND).shapley();
    assertThat(effects.isExact()).isTrue();
    assertThat(effects.share("trade").orElseThrow())
        .isCloseTo(trade / (border + trade), within(1e-12));
  }

  @Test
  void gap_is_treated_by_the_policy_of_the_model() {
    Scorer scorer = Scorer.of(MODEL.withMissing(MissingPolicy.reweight(0)));
    SobolIndices indices = SensitivityAnalysis.of(scorer, ALAND.withoutReading("treaty")).sobol();
    // 0.5 * 100/60 * 35 + 0.5 * 100/50 * 22
    assertThat(indices.mean()).isCloseTo(29.166666666666668 + 22, within(1e-9));
    SobolIndices sampled =
        SensitivityAnalysis.of(scorer, ALAND.withoutReading("treaty"))
            .withSize(256)
            .sobolBySampling();
    assertThat(sampled.mean()).isCloseTo(indices.mean(), within(0.05));
    SobolIndices weighted =
        SensitivityAnalysis.of(
                ScoreInputs.of(scorer, ALAND.withoutReading("treaty"))
                    .withWeights(WeightUncertainty.uniform()))
            .withSize(64)
            .sobol();
    assertThat(weighted.isExact()).isFalse();
  }

  @Test
  void clamped_reading_is_sampled() {
    CountryProfile profile = ALAND.withReading("border", Estimate.between(40, 80));
    SobolIndices indices = SensitivityAnalysis.of(Scorer.of(MODEL), profile).sobol();
    assertThat(indices.isExact()).isFalse();
    // 0.3 * 100 * min(1, b / 60): min(b, 60) has mean 55 and variance 125/3.
    double border = 0.25 * 125 / 3;
    double trade = 0.36 * Estimate.triangular(18, 20, 28).variance();
    assertThat(indices.first("border").orElseThrow())
        .isCloseTo(border / (border + trade), within(0.01));
  }

  /** Squared effective weight times the squared length of the scale, over 12. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whole_scale_of_additive_models_agrees_with_a_sample(long seed) {
    RandomModels.Case c = RandomModels.additive(seed);
    SensitivityAnalysis analysis =
        SensitivityAnalysis.of(ScoreInputs.wholeScale(c.scorer()))
            .withSampling(Sampling.RANDOM)
            .withSize(2048)
            .withResamples(100)
            .withSeed(seed);
    SobolIndices exact = analysis.sobol();
    assertThat(exact.isExact()).isTrue();
    double variance = 0;
    double[] parts = new double[exact.inputs().size()];
    for (int i = 0; i < parts.length; i++) {
      var criterion = c.model().criteria().get(i);
      var scale = criterion.normalization().scale(criterion.indicator().direction());
      double length = c.model().effectiveWeight(criterion.code()) * (scale.upper() - scale.lower());
      parts[i] = length * length / 12;
      variance += parts[i];
    }
    SobolIndices sampled = analysis.sobolBySampling();
    assertThat(sampled.isExact()).isFalse();
    for (int i = 0; i < parts.length; i++) {
      assertThat(exact.indices().get(i).first()).isCloseTo(parts[i] / variance, within(1e-12));
      assertThat(exact.indices().get(i).total()).isCloseTo(parts[i] / variance, within(1e-12));
      SobolIndex index = sampled.indices().get(i);
      assertThat(index.first())
          .isCloseTo(parts[i] / variance, within(4 * error(index.firstInterval())));
      assertThat(index.total())
          .isCloseTo(parts[i] / variance, within(4 * error(index.totalInterval())));
    }
    ShapleyEffects shares = analysis.shapley();
    assertThat(shares.effects().stream().mapToDouble(ShapleyEffect::share).sum())
        .isCloseTo(1, within(1e-12));
  }

  /** The standard error of an estimate whose 95 % interval is this wide. */
  private static double error(
      java.util.Optional<dev.steppe.statistics.ConfidenceInterval> interval) {
    return interval.orElseThrow().width() / (2 * 1.96) + 1e-12;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("few")
  @Tag("long")
  void dirichlet_weights_agree_with_a_sample(long seed) {
    RandomModels.Case c = RandomModels.additive(seed);
    SensitivityAnalysis analysis =
        SensitivityAnalysis.of(
                ScoreInputs.wholeScale(c.scorer()).withWeights(WeightUncertainty.dirichlet(8)))
            .withSize(1024)
            .withResamples(50)
            .withSeed(seed);
    SobolIndices exact = analysis.sobol();
    SobolIndices sampled = analysis.sobolBySampling();
    assertThat(exact.isExact()).isTrue();
    assertThat(exact.inputs()).endsWith("weights").isEqualTo(sampled.inputs());
    assertThat(sampled.variance()).isCloseTo(exact.variance(), within(0.1 * exact.variance()));
    for (int i = 0; i < exact.inputs().size(); i++) {
      SobolIndex index = sampled.indices().get(i);
      assertThat(index.first())
          .isCloseTo(
              exact.indices().get(i).first(), within(0.01 + 4 * error(index.firstInterval())));
      assertThat(index.total())
          .isCloseTo(
              exact.indices().get(i).total(), within(0.01 + 4 * error(index.totalInterval())));
    }
  }

  private static LongStream few() {
    return LongStream.range(0, 12);
  }

  @Test
  void uniform_weights_of_exact_readings_are_the_only_input() {
    CountryProfile exact = ALAND.withReading("border", 30).withReading("trade", Estimate.exact(50));
    SensitivityAnalysis analysis =
        SensitivityAnalysis.of(
            ScoreInputs.of(Scorer.of(MODEL), exact).withWeights(WeightUncertainty.uniform()));
    SobolIndices indices = analysis.sobol();
    assertThat(indices.isExact()).isTrue();
    assertThat(indices.first("weights")).hasValue(1);
    // Values 50, 100, 75 with uniform weights: mean 75, variance (625 + 625) / 3 / 4.
    assertThat(indices.mean()).isCloseTo(75, within(1e-12));
    assertThat(indices.variance()).isCloseTo(1250 / 12.0, within(1e-9));
    SobolIndices sampled = analysis.withSize(1024).sobolBySampling();
    assertThat(sampled.variance()).isCloseTo(1250 / 12.0, within(2.0));
    assertThat(sampled.total("weights").orElseThrow()).isCloseTo(1, within(0.1));
  }

  /** The least of two: 20 + 60 max(0, 2 w - 1) with mean 35 and variance 3600 (1/6 - 1/16). */
  @Test
  void weights_of_children_that_interact_are_an_input() {
    RiskModel together =
        RiskModel.builder("pair")
            .aggregation(Aggregation.choquet(Interaction.of("a", "b", 1)))
            .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(Indicator.of("b", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .reading("a", 80)
            .reading("b", 20)
            .build();
    SobolIndices indices =
        SensitivityAnalysis.of(
                ScoreInputs.of(Scorer.of(together), profile)
                    .withWeights(WeightUncertainty.uniform()))
            .sobol();
    assertThat(indices.isExact()).isFalse();
    assertThat(indices.mean()).isCloseTo(35, within(0.2));
    assertThat(indices.variance()).isCloseTo(375, within(5.0));
    assertThat(indices.total("weights").orElseThrow()).isCloseTo(1, within(0.05));
  }

  /**
   * A choice between two aggregations of one known profile: the variance is that of two values,
   * each with probability 1/2, or 1/4 and 3/4.
   */
  @Test
  void choice_of_method_is_an_input() {
    CountryProfile exact = ALAND.withReading("border", 30).withReading("trade", Estimate.exact(5));
    Scorer scorer = Scorer.of(MODEL);
    double arithmetic = scorer.score(exact).value();
    double geometric =
        Scorer.of(MODEL.withAggregation(Aggregation.geometric(1))).score(exact).value();
    double gap = arithmetic - geometric;
    SobolIndices even =
        SensitivityAnalysis.of(ScoreInputs.of(scorer, exact).withChoice(AGGREGATION)).sobol();
    assertThat(even.inputs()).containsExactly("aggregation");
    assertThat(even.variance()).isCloseTo(gap * gap / 4, within(0.01 * gap * gap));
    assertThat(even.mean()).isCloseTo((arithmetic + geometric) / 2, within(0.01 * gap));
    MethodChoice uneven =
        MethodChoice.named("aggregation")
            .or("arithmetic", model -> model)
            .or("geometric", 3, model -> model.withAggregation(Aggregation.geometric(1)));
    assertThat(
            SensitivityAnalysis.of(ScoreInputs.of(scorer, exact).withChoice(uneven)).sobol().mean())
        .isCloseTo(arithmetic / 4 + geometric * 3 / 4, within(0.01 * gap));
    assertThat(uneven).hasToString("choice 'aggregation' of [arithmetic, geometric]");
  }

  /** The same points by a function that scores one profile at a time. */
  @Test
  void readings_choice_and_weights_together_are_scored_as_one_by_one() {
    Scorer scorer = Scorer.of(MODEL);
    ScoreInputs inputs =
        ScoreInputs.of(scorer, ALAND)
            .withChoice(AGGREGATION)
            .withWeights(WeightUncertainty.dirichlet(20));
    ScoreProblem problem = new ScoreProblem(inputs);
    assertThat(problem.inputs()).containsExactly("border", "trade", "aggregation", "weights");
    double[][] columns = new double[problem.dimensions()][50];
    for (int d = 0; d < columns.length; d++) {
      Substreams.ofSeed(1).uniforms(d, 0, 50, columns[d]);
      problem.transform(d, columns[d], 50);
    }
    double[] outputs = new double[50];
    problem.evaluator().evaluate(columns, 50, outputs);
    for (int r = 0; r < 50; r++) {
      RiskModel model =
          columns[2][r] == 0 ? MODEL : MODEL.withAggregation(Aggregation.geometric(1));
      model =
          model
              .withWeight("border", columns[3][r])
              .withWeight("trade", columns[4][r])
              .withWeight("exposure", columns[3][r] + columns[4][r])
              .withWeight("treaty", columns[5][r]);
      CountryProfile profile =
          ALAND
              .withReading("border", columns[0][r])
              .withReading("trade", Estimate.exact(columns[1][r]));
      assertThat(outputs[r]).isCloseTo(Scorer.of(model).score(profile).value(), within(1e-9));
    }
    SensitivityAnalysis analysis = SensitivityAnalysis.of(inputs).withSize(2048).withResamples(20);
    assertThat(analysis.sobol().indices()).isEqualTo(analysis.sobol().indices());
    assertThat(analysis.shapley().effects().stream().mapToDouble(ShapleyEffect::share).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void example_in_the_documentation_is_right() {
    // Standard deviation of a weight of 0.2 with concentration 50.
    assertThat(Math.sqrt(0.2 * 0.8 / 51)).isCloseTo(0.056, within(5e-4));
  }

  @Test
  void elementary_effects_of_an_additive_score_are_its_slopes() {
    MorrisEffects effects =
        SensitivityAnalysis.of(ScoreInputs.wholeScale(Scorer.of(MODEL))).morris(5);
    assertThat(effects.effect("border").mean()).isCloseTo(30, within(1e-9));
    assertThat(effects.effect("treaty").mean()).isCloseTo(-40, within(1e-9));
  }

  @Test
  void faulty_inputs_are_refused() {
    Scorer scorer = Scorer.of(MODEL);
    CountryProfile exact = ALAND.withReading("border", 30).withReading("trade", Estimate.exact(5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SensitivityAnalysis.of(scorer, exact))
        .withMessage(
            "Nothing is uncertain: all readings are exact, and no weights, choice of method or"
                + " judgement were made uncertain");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreInputs.of(scorer, ALAND.withoutReading("treaty")))
        .withMessageContaining("'treaty'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ScoreInputs.of(scorer, ALAND).withWeights(WeightUncertainty.dirichlet(-1)))
        .withMessage("concentration of weights must be finite and > 0, but was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ScoreInputs.of(scorer, ALAND)
                    .withChoice(MethodChoice.named("m").or("only", model -> model)))
        .withMessage("Choice 'm' needs at least two alternatives, but has [only]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AGGREGATION.or("geometric", model -> model))
        .withMessage("Choice 'aggregation' already has an alternative 'geometric'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AGGREGATION.or("harmonic", 0, model -> model))
        .withMessage(
            "Likelihood of 'harmonic' in choice 'aggregation' must be finite and > 0, but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SensitivityAnalysis.of(
                    ScoreInputs.of(scorer, ALAND).withChoice(AGGREGATION).withChoice(AGGREGATION)))
        .withMessage("Inputs need different names, but these recur: [aggregation]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SensitivityAnalysis.of(
                    ScoreInputs.of(scorer, ALAND)
                        .withChoice(
                            MethodChoice.named("part")
                                .or("all", model -> model)
                                .or("half", model -> model.partial("exposure")))))
        .withMessage(
            "With [part = half]: a change must keep the indicators, but they became [border,"
                + " trade]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SensitivityAnalysis.of(
                    ScoreInputs.of(scorer, ALAND)
                        .withChoice(
                            MethodChoice.named("scale")
                                .or("set", model -> model)
                                .or(
                                    "fitted",
                                    model -> model.withNormalization(Normalization.minMax())))))
        .withMessageStartingWith("With [scale = fitted]: Model 'test' needs a reference set for");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SensitivityAnalysis.of(
                        ScoreInputs.of(scorer, ALAND).withWeights(WeightUncertainty.uniform()))
                    .morris(10))
        .withMessage("Morris's method moves one number at a time, but input 'weights' is a vector");
  }

  @Test
  void too_many_combinations_of_choices_are_refused() {
    ScoreInputs inputs = ScoreInputs.of(Scorer.of(MODEL), ALAND);
    for (int i = 0; i < 13; i++) {
      inputs =
          inputs.withChoice(
              MethodChoice.named("choice " + i).or("a", model -> model).or("b", model -> model));
    }
    ScoreInputs many = inputs;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SensitivityAnalysis.of(many))
        .withMessage("Choices of method may have at most 4096 combinations, but have more");
  }

  /** Scales from 10 to 30, and mirrored from 70 to 90: (3 * 20 + 80) / 4, with 400 / 12 each. */
  @Test
  void whole_scales_are_those_of_the_normalisation_in_its_direction() {
    Normalization part = Normalization.categories(ImmutableMap.of(0.0, 10.0, 1.0, 30.0));
    RiskModel model =
        RiskModel.builder("part")
            .indicator(Indicator.of("up", HIGHER_IS_RISKIER), 3, part)
            .indicator(Indicator.of("down", LOWER_IS_RISKIER), 1, part)
            .build();
    SobolIndices indices = SensitivityAnalysis.of(ScoreInputs.wholeScale(Scorer.of(model))).sobol();
    assertThat(indices.mean()).isCloseTo(35, within(1e-9));
    assertThat(indices.variance()).isCloseTo(10 / 16.0 * 400 / 12, within(1e-9));
    assertThat(indices.toTable().title()).isEqualTo("What drives the score");
  }
}
