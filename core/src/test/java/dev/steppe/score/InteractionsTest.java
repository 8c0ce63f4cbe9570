package dev.steppe.score;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores and contributions where children interact. */
class InteractionsTest {

  private static final Offset<Double> ROUNDING = within(1e-12 * 100);

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  private static RiskModel model(double[] weights, Interaction... interactions) {
    ModelBuilder builder = RiskModel.builder("m").aggregation(Aggregation.choquet(interactions));
    for (int i = 0; i < weights.length; i++) {
      builder.indicator(
          Indicator.of("i" + i, HIGHER_IS_RISKIER), weights[i], Normalization.goalposts(0, 100));
    }
    return builder.build();
  }

  /** A profile with these values; NaN where the reading is missing. */
  private static CountryProfile profile(double... values) {
    CountryProfile.Builder profile = CountryProfile.builder(Country.of("AAA", "Aland"));
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        profile.reading("i" + i, values[i]);
      }
    }
    return profile.build();
  }

  private static double points(Scorecard card, String code) {
    return card.contributions().stream()
        .filter(contribution -> contribution.code().equals(code))
        .mapToDouble(Contribution::points)
        .sum();
  }

  @Test
  void only_together_dangerous_scores_less_than_the_mean_and_either_suffices_more() {
    double[] halves = {1, 1};
    CountryProfile profile = profile(80, 20);
    assertThat(Scorer.of(model(halves, Interaction.of("i0", "i1", 0.5))).score(profile).value())
        .isEqualTo(35);
    assertThat(Scorer.of(model(halves, Interaction.of("i0", "i1", -0.5))).score(profile).value())
        .isEqualTo(65);
  }

  /** Of 0.6 * 80 + 0.4 * 20 - 0.5 * 60 / 2 = 41: the gap is the riskier child's affair. */
  @Test
  void the_riskier_of_two_bears_their_interaction() {
    RiskModel model = model(new double[] {0.6, 0.4}, Interaction.of("i0", "i1", 0.5));
    Scorecard card = Scorer.of(model).score(profile(80, 20));
    assertThat(card.value()).isCloseTo(41, ROUNDING);
    assertThat(card.baseline()).isZero();
    assertThat(points(card, "i0")).isCloseTo(48 - 15, ROUNDING);
    assertThat(points(card, "i1")).isCloseTo(8, ROUNDING);
  }

  /**
   * Against the safest values the Shapley value of each pair's game gives the gap to the riskier
   * one, so a child's part is {@code w_i * x_i - sum(I_ij * (x_i - x_j)) / 2} over the safer j.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void contributions_have_their_closed_form(long seed) {
    Random random = new Random(seed);
    int children = 2 + random.nextInt(4);
    double[] strength = new double[children * children];
    List<Interaction> interactions = new ArrayList<>();
    for (int i = 0; i < children; i++) {
      for (int j = i + 1; j < children; j++) {
        double drawn = (2 * random.nextDouble() - 1) * 2 / (children * (children - 1));
        strength[i * children + j] = drawn;
        strength[j * children + i] = drawn;
        interactions.add(Interaction.of("i" + j, "i" + i, drawn));
      }
    }
    double[] weights = new double[children];
    Arrays.fill(weights, 1);
    double[] values = random.doubles(children, 0, 100).toArray();
    RiskModel model = model(weights, interactions.toArray(new Interaction[0]));
    Scorecard card = Scorer.of(model).score(profile(values));
    for (int i = 0; i < children; i++) {
      double expected = values[i] / children;
      for (int j = 0; j < children; j++) {
        expected -= strength[i * children + j] / 2 * Math.max(0, values[i] - values[j]);
      }
      assertThat(points(card, "i" + i)).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void interactions_with_what_is_missing_drop_out() {
    RiskModel model =
        model(
                new double[] {2, 1, 1},
                Interaction.of("i0", "i1", 0.5),
                Interaction.of("i0", "i2", -0.5))
            .withMissing(MissingPolicy.reweight(0));
    Scorer scorer = Scorer.of(model);
    // (2 * 90 + 30) / 3 - 0.5 * 60 / 2
    assertThat(scorer.score(profile(90, 30, Double.NaN)).value()).isCloseTo(55, ROUNDING);
    // (2 * 90 + 60) / 3 + 0.5 * 30 / 2
    assertThat(scorer.score(profile(90, Double.NaN, 60)).value()).isCloseTo(87.5, ROUNDING);
    assertThat(scorer.score(profile(Double.NaN, 30, 60)).value()).isCloseTo(45, ROUNDING);
    assertThat(scorer.score(profile(90, Double.NaN, Double.NaN)).value()).isEqualTo(90);
    double[][] columns = {{90, 90}, {30, Double.NaN}, {Double.NaN, 60}};
    assertThat(scorer.bulk().score(columns))
        .containsExactly(
            scorer.score(profile(90, 30, Double.NaN)).value(),
            scorer.score(profile(90, Double.NaN, 60)).value());
  }

  @Test
  void bounds_are_the_scores_at_the_ends() {
    RiskModel model =
        model(new double[] {1, 1}, Interaction.of("i0", "i1", 1))
            .withMissing(MissingPolicy.bound());
    Scorecard card = Scorer.of(model).score(profile(70, Double.NaN));
    // At strength 1 the score is the lesser of the two, which runs from 0 to 70.
    assertThat(card.range().lower()).isZero();
    assertThat(card.range().upper()).isEqualTo(70);
    assertThat(card.value()).isEqualTo(35);
  }
}
