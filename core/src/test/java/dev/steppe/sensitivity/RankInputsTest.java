package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankInputsTest {

  private static final RiskModel MODEL =
      RiskModel.builder("three")
          .factor(
              "pair",
              2,
              f ->
                  f.indicator(indicator("a"), 1, Normalization.goalposts(0, 100))
                      .indicator(indicator("b"), 1, Normalization.goalposts(0, 100)))
          .indicator(indicator("c"), 1, Normalization.goalposts(0, 100))
          .build();

  private static final Scorer SCORER = Scorer.of(MODEL);

  private static final List<CountryProfile> COUNTRIES = countries(8);

  private static final MethodChoice AGGREGATION =
      MethodChoice.named("aggregation")
          .or("arithmetic", model -> model)
          .or("geometric", model -> model.withAggregation(Aggregation.geometric(1)));

  private static final MethodChoice EMPHASIS =
      MethodChoice.named("emphasis")
          .or("as it is", model -> model)
          .or("c", model -> model.withWeight("c", 5))
          .or("none", RiskModel::withEqualWeights);

  private static Indicator indicator(String code) {
    return Indicator.of(code, Direction.HIGHER_IS_RISKIER);
  }

  private static List<CountryProfile> countries(int count) {
    Random random = new Random(3);
    List<CountryProfile> countries = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      CountryProfile.Builder profile =
          CountryProfile.builder(Country.of("AA" + (char) ('A' + c), "Country " + c));
      for (String code : List.of("a", "b", "c")) {
        profile.reading(code, 1 + 99 * random.nextDouble());
      }
      countries.add(profile.build());
    }
    return countries;
  }

  private static double shift(RiskModel model) {
    Ranking nominal = SCORER.rank(COUNTRIES);
    Ranking moved = Scorer.of(model).rank(COUNTRIES);
    double sum = 0;
    for (CountryProfile profile : COUNTRIES) {
      String code = profile.country().code();
      sum += Math.abs(moved.rank(code) - nominal.rank(code));
    }
    return sum / COUNTRIES.size();
  }

  /** Both choices in all six ways, which are equally likely: the variances of their means. */
  @Test
  void indices_of_choices_are_those_of_all_their_combinations() {
    double[][] shifts = new double[2][3];
    for (int a = 0; a < 2; a++) {
      for (int e = 0; e < 3; e++) {
        shifts[a][e] = shift(EMPHASIS.apply(e, AGGREGATION.apply(a, MODEL)));
      }
    }
    double mean = 0;
    double square = 0;
    double ofAggregation = 0;
    double ofEmphasis = 0;
    for (int a = 0; a < 2; a++) {
      double row = (shifts[a][0] + shifts[a][1] + shifts[a][2]) / 3;
      ofAggregation += row * row / 2;
      for (int e = 0; e < 3; e++) {
        mean += shifts[a][e] / 6;
        square += shifts[a][e] * shifts[a][e] / 6;
      }
    }
    for (int e = 0; e < 3; e++) {
      double column = (shifts[0][e] + shifts[1][e]) / 2;
      ofEmphasis += column * column / 3;
    }
    double variance = square - mean * mean;
    assertThat(variance).isPositive();
    SobolIndices indices =
        SensitivityAnalysis.of(
                RankInputs.of(SCORER, COUNTRIES).withChoice(AGGREGATION).withChoice(EMPHASIS))
            .sobol();
    double aggregation = (ofAggregation - mean * mean) / variance;
    double emphasis = (ofEmphasis - mean * mean) / variance;
    assertThat(indices.mean()).isCloseTo(mean, within(0.01));
    assertThat(indices.variance()).isCloseTo(variance, within(0.02 * variance));
    assertThat(indices.first("aggregation").orElseThrow()).isCloseTo(aggregation, within(0.05));
    assertThat(indices.first("emphasis").orElseThrow()).isCloseTo(emphasis, within(0.05));
    assertThat(indices.total("aggregation").orElseThrow()).isCloseTo(1 - emphasis, within(0.05));
    assertThat(indices.total("emphasis").orElseThrow()).isCloseTo(1 - aggregation, within(0.05));
    assertThat(indices.summary()).contains("the spread of the mean shift of ranks comes from");
  }

  /** Weights that are drawn by hand in 20,000 models; four standard errors of their mean. */
  @Test
  void weights_move_ranks_as_often_as_those_of_models_with_such_weights() {
    Random random = new Random(1);
    double mean = 0;
    double square = 0;
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      double shift =
          shift(
              MODEL.withWeights(
                  Map.of(
                      "pair", 2 * (0.5 + random.nextDouble()),
                      "a", 0.5 + random.nextDouble(),
                      "b", 0.5 + random.nextDouble(),
                      "c", 0.5 + random.nextDouble())));
      mean += shift / count;
      square += shift * shift / count;
    }
    SobolIndices indices =
        SensitivityAnalysis.of(
                RankInputs.of(SCORER, COUNTRIES).withWeights(WeightUncertainty.eachWithin(0.5)))
            .sobol();
    double error = Math.sqrt((square - mean * mean) / count);
    assertThat(mean).isPositive();
    assertThat(indices.mean()).isCloseTo(mean, within(4 * error + 0.01));
    assertThat(indices.inputs()).containsExactly("weights");
    assertThat(indices.first("weights").orElseThrow()).isCloseTo(1, within(0.05));
    assertThat(indices.total("weights").orElseThrow()).isCloseTo(1, within(0.05));
  }

  /**
   * The least of two, of which b weighs from 0 to 2 times a. With share w of a, 30 and 0 score 30
   * max(0, 2 w - 1), and 14 and 14 score 14. Their ranks shift, by one each, where w is above
   * 22/30, that is where b weighs less than 4/11 of a: in 2/11 of the draws.
   */
  @Test
  void weights_of_children_that_interact_move_ranks() {
    RiskModel together =
        RiskModel.builder("pair")
            .aggregation(Aggregation.choquet(Interaction.of("a", "b", 1)))
            .indicator(
                Indicator.of("a", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(
                Indicator.of("b", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    List<CountryProfile> two =
        List.of(
            CountryProfile.builder(Country.of("AAA", "Aland"))
                .reading("a", 30)
                .reading("b", 0)
                .build(),
            CountryProfile.builder(Country.of("BBB", "Bland"))
                .reading("a", 14)
                .reading("b", 14)
                .build());
    SobolIndices indices =
        SensitivityAnalysis.of(
                RankInputs.of(Scorer.of(together), two)
                    .withWeights(WeightUncertainty.eachWithin(Map.of("b", 1.0))))
            .sobol();
    assertThat(indices.mean()).isCloseTo(2 / 11.0, within(0.01));
  }

  @Test
  void only_named_weights_are_uncertain() {
    RankInputs inputs = RankInputs.of(SCORER, COUNTRIES);
    assertThat(inputs.withWeights(WeightUncertainty.eachWithin(Map.of("pair", 0.25))).fractions())
        .isEqualTo(Map.of("pair", 0.25));
    assertThat(inputs.withWeights(WeightUncertainty.eachWithin(0.1)).fractions())
        .isEqualTo(Map.of("pair", 0.1, "a", 0.1, "b", 0.1, "c", 0.1));
    assertThat(inputs.fractions()).isEmpty();
  }

  @Test
  void ranks_that_cannot_shift_have_no_indices() {
    MethodChoice same =
        MethodChoice.named("same").or("once", m -> m).or("twice", m -> m.withWeight("c", 1));
    assertThat(
            SensitivityAnalysis.of(RankInputs.of(SCORER, COUNTRIES).withChoice(same))
                .sobol()
                .isDefined())
        .isFalse();
  }

  @Test
  void bad_inputs_are_refused() {
    RankInputs inputs = RankInputs.of(SCORER, COUNTRIES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankInputs.of(SCORER, COUNTRIES.subList(0, 1)))
        .withMessage("Ranks can shift among at least 2 profiles, but there were 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SensitivityAnalysis.of(inputs))
        .withMessage(
            "Nothing is uncertain: neither weights nor a choice of method were made uncertain");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inputs.withChoice(MethodChoice.named("one").or("only", m -> m)))
        .withMessage("Choice 'one' needs at least two alternatives, but has [only]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inputs.withWeights(WeightUncertainty.eachWithin(Map.of("pear", 0.25))))
        .withMessage(
            "Uncertainty of the weights of model 'three': unknown code 'pear'. Known: [three, pair,"
                + " a, b, c]. Maybe you meant 'pair'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inputs.withWeights(WeightUncertainty.eachWithin(Map.of("three", 0.25))))
        .withMessage(
            "Uncertainty of the weights of model 'three': 'three' is the top of the tree, which has"
                + " no weight");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inputs.withWeights(WeightUncertainty.eachWithin(2)))
        .withMessage("Uncertainty of weights: fraction must be in (0, 1], but was 2.0");
  }
}
