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
import dev.steppe.model.Interaction;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.SharedJudgement;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Judgements that countries share, as inputs of a score. */
class JudgedInputsTest {

  private static final RiskModel MODEL =
      RiskModel.builder("m")
          .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 0.6, Normalization.goalposts(0, 100))
          .indicator(Indicator.of("b", HIGHER_IS_RISKIER), 0.4, Normalization.goalposts(0, 100))
          .build();

  private static final CountryProfile ALAND =
      CountryProfile.builder(Country.of("AAA", "Aland"))
          .reading("a", 40)
          .reading("b", Estimate.between(20, 50))
          .build();

  private static final SharedJudgement SHIFT =
      SharedJudgement.ofProfiles(
          "shift",
          Estimate.between(0, 20),
          List.of("a"),
          (profile, more) -> profile.withReading("a", 40 + more));

  /** What the first of two steps counts: the value of a reading below it is a product. */
  private static final SharedJudgement STEP =
      SharedJudgement.ofScale(
              "step",
              Estimate.between(20, 60),
              "a",
              value -> Normalization.piecewiseLinear(Map.of(0.0, 0.0, 1.0, value, 2.0, 100.0)))
          .withLevels(8);

  /** Of a uniform law over a length, taken at so many levels. */
  private static double variance(double length, int levels) {
    return length * length / 12 * (1 - 1.0 / levels / levels);
  }

  private static void check(SobolIndices indices, String input, double first, double total) {
    assertThat(indices.first(input).orElseThrow()).as(input).isCloseTo(first, within(0.01));
    assertThat(indices.total(input).orElseThrow()).as(input).isCloseTo(total, within(0.01));
  }

  /** A weighted sum: each input has the variance of its law times its weight squared. */
  @Test
  void shares_of_a_linear_score_are_those_of_the_closed_form() {
    SobolIndices indices =
        SensitivityAnalysis.of(
                ScoreInputs.of(Scorer.of(MODEL), ALAND).withJudgements(List.of(SHIFT)))
            .sobol();
    double shift = 0.36 * variance(20, 16);
    double b = 0.16 * 900 / 12;
    assertThat(indices.inputs()).containsExactly("b", "shift");
    assertThat(indices.variance()).isCloseTo(shift + b, within(0.01 * (shift + b)));
    assertThat(indices.mean()).isCloseTo(0.6 * 50 + 0.4 * 35, within(0.01));
    check(indices, "b", b / (shift + b), b / (shift + b));
    check(indices, "shift", shift / (shift + b), shift / (shift + b));
  }

  /** A weight, what a step counts and a reading, times each other; the rest is 0. */
  @Test
  void weights_judgements_and_readings_interact_as_in_the_closed_form() {
    SobolIndices indices =
        SensitivityAnalysis.of(
                ScoreInputs.of(
                        Scorer.of(MODEL),
                        ALAND.withReading("a", Estimate.between(0, 1)).withReading("b", 0))
                    .withReadingsTogether()
                    .withWeights(WeightUncertainty.uniform())
                    .withJudgements(List.of(STEP)))
            .withSize(16_384)
            .withResamples(10)
            .sobol();
    String[] names = {"readings", "step", "weights"};
    double[] means = {0.5, 40, 0.5};
    double[] variances = {1 / 12.0, variance(40, 8), 1 / 12.0};
    double all = 1;
    double ofMeans = 1;
    for (int i = 0; i < 3; i++) {
      all *= means[i] * means[i] + variances[i];
      ofMeans *= means[i] * means[i];
    }
    double variance = all - ofMeans;
    assertThat(indices.inputs()).containsExactly(names);
    for (int i = 0; i < 3; i++) {
      double square = means[i] * means[i];
      check(
          indices,
          names[i],
          ofMeans / square * variances[i] / variance,
          all / (square + variances[i]) * variances[i] / variance);
    }
  }

  /** Two readings as one input have the sum of their shares where a score is their sum. */
  @Test
  void readings_together_are_one_input() {
    ScoreInputs inputs =
        ScoreInputs.of(Scorer.of(MODEL), ALAND.withReading("a", Estimate.triangular(0, 10, 50)))
            .withWeights(WeightUncertainty.uniform());
    SobolIndices apart = SensitivityAnalysis.of(inputs).sobol();
    SobolIndices together = SensitivityAnalysis.of(inputs.withReadingsTogether()).sobol();
    assertThat(apart.isExact()).isTrue();
    assertThat(together.inputs()).containsExactly("readings", "weights");
    check(
        together,
        "readings",
        apart.first("a").orElseThrow() + apart.first("b").orElseThrow(),
        1 - apart.first("weights").orElseThrow());
    check(
        together,
        "weights",
        apart.first("weights").orElseThrow(),
        apart.total("weights").orElseThrow());
  }

  /** The same as a function that puts in every level by hand and scores the changed profile. */
  @Test
  void a_draw_is_a_score_by_the_changed_model_and_profile() {
    RiskModel model =
        MODEL
            .withAggregation(Aggregation.choquet(Interaction.of("a", "b", 0.3)))
            .withNormalization("a", Normalization.piecewiseLinear(Map.of(0.0, 0.0, 100.0, 100.0)));
    SharedJudgement rule =
        SharedJudgement.ofProfiles(
                "rule",
                Estimate.between(0, 1),
                List.of("a", "b"),
                (profile, other) ->
                    other > 0.5
                        ? profile.withReading("a", 90).withReading("b", Estimate.between(0, 10))
                        : profile)
            .withValues(0, 1);
    SharedJudgement scale =
        SharedJudgement.ofScale(
                "scale",
                Estimate.triangular(50, 60, 100),
                "a",
                end -> Normalization.goalposts(0, end))
            .withLevels(5);
    MethodChoice joint =
        MethodChoice.named("joint")
            .or("as stated", any -> any)
            .or("mean", any -> any.withAggregation(Aggregation.arithmetic()));
    CountryProfile profile = ALAND.withReading("a", Estimate.between(30, 70));
    List<SharedJudgement> judgements = List.of(rule, scale);
    SensitivityAnalysis analysis =
        SensitivityAnalysis.of(
                ScoreInputs.of(Scorer.of(model), profile)
                    .withChoice(joint)
                    .withJudgements(judgements))
            .withSize(256)
            .withResamples(10);
    List<UncertainInput> inputs = new ArrayList<>();
    inputs.add(UncertainInput.uniform("a", 0, 1));
    inputs.add(UncertainInput.uniform("b", 0, 1));
    inputs.add(UncertainInput.of("joint", joint::at));
    judgements.forEach(each -> inputs.add(UncertainInput.of(each.name(), each::at)));
    SobolIndices byHand =
        SensitivityAnalysis.of(
                x -> {
                  RiskModel changed = joint.apply((int) x[2], model);
                  CountryProfile as = profile;
                  for (int j = 0; j < 2; j++) {
                    changed = judgements.get(j).apply((int) x[3 + j], changed);
                    as = judgements.get(j).apply((int) x[3 + j], as);
                  }
                  for (int i = 0; i < 2; i++) {
                    String code = i == 0 ? "a" : "b";
                    Estimate estimate = as.estimate(code).orElseThrow();
                    as = as.withReading(code, estimate.inverseCdf(x[i]));
                  }
                  return Scorer.of(changed).score(as).value();
                },
                inputs)
            .withSize(256)
            .withResamples(10)
            .sobol();
    SobolIndices indices = analysis.sobol();
    assertThat(indices.inputs()).containsExactlyElementsOf(byHand.inputs());
    assertThat(indices.variance()).isCloseTo(byHand.variance(), within(1e-9));
    for (String input : indices.inputs()) {
      assertThat(indices.first(input).orElseThrow())
          .isCloseTo(byHand.first(input).orElseThrow(), within(1e-9));
      assertThat(indices.total(input).orElseThrow())
          .isCloseTo(byHand.total(input).orElseThrow(), within(1e-9));
    }
    assertThat(analysis.withThreads(1).sobol()).hasToString(indices.toString());
  }

  /** Exact readings that a judgement settles are no input of their own. */
  @Test
  void a_reading_that_a_judgement_settles_is_no_input() {
    SharedJudgement settled =
        SharedJudgement.ofProfiles(
            "settled",
            Estimate.between(20, 50),
            List.of("b"),
            (profile, value) -> profile.withReading("b", value));
    assertThat(
            SensitivityAnalysis.of(
                    ScoreInputs.of(Scorer.of(MODEL), ALAND).withJudgements(List.of(settled)))
                .inputs())
        .containsExactly("settled");
  }

  @Test
  void what_cannot_be_judged_is_refused() {
    Scorer scorer = Scorer.of(MODEL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreInputs.wholeScale(scorer).withJudgements(List.of(SHIFT)))
        .withMessage("Judgements need the readings of a profile; on whole scales there are none");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ScoreInputs.of(scorer, ALAND)
                    .withJudgements(
                        List.of(
                            SharedJudgement.ofScale(
                                "c", Estimate.between(0, 1), "c", end -> Normalization.minMax()))))
        .withMessageContaining("'c'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SensitivityAnalysis.of(
                    ScoreInputs.of(scorer, ALAND).withJudgements(List.of(SHIFT, SHIFT))))
        .withMessageContaining("shift");
  }
}
