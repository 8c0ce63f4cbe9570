package dev.steppe.sensitivity;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.math.LocalLinearRegression;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ImportanceVersusWeightTest {

  private static RiskModel model(double a, double b) {
    Normalization scale = Normalization.goalposts(0, 100);
    return RiskModel.builder("test")
        .indicator(Indicator.of("a", HIGHER_IS_RISKIER), a, scale)
        .indicator(Indicator.of("b", HIGHER_IS_RISKIER), b, scale)
        .missing(MissingPolicy.reweight(0))
        .build();
  }

  private static CountryProfile profile(int number, double a, double b) {
    String code = "" + (char) ('A' + number / 676) + (char) ('A' + number / 26 % 26);
    return CountryProfile.builder(Country.of(code + (char) ('A' + number % 26), "Country"))
        .reading("a", a)
        .reading("b", b)
        .build();
  }

  private static List<CountryProfile> independent(int count) {
    Random random = new Random(5);
    List<CountryProfile> profiles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      profiles.add(profile(i, 100 * random.nextDouble(), 100 * random.nextDouble()));
    }
    return profiles;
  }

  /** With weights 3 to 1 and equal variances the main effects are 9/10 and 1/10. */
  @Test
  void independent_indicators_matter_by_their_squared_weight() {
    ImportanceVersusWeight result =
        ImportanceVersusWeight.of(Scorer.of(model(3, 1)), independent(400));
    assertThat(result.importance("a").weight()).isEqualTo(0.75);
    assertThat(result.importance("a").mainEffect().orElseThrow()).isCloseTo(0.9, within(0.03));
    assertThat(result.importance("b").mainEffect().orElseThrow()).isCloseTo(0.1, within(0.05));
    assertThat(result.importance("a").share().orElseThrow()).isCloseTo(0.9, within(0.04));
    assertThat(result.importance("a").linear().orElseThrow()).isCloseTo(0.9, within(0.03));
    assertThat(result.countries()).isEqualTo(400);
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void indicators_that_go_together_matter_alike_whatever_they_weigh() {
    List<CountryProfile> profiles = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      profiles.add(profile(i, 2 * i, 10 + i));
    }
    ImportanceVersusWeight result = ImportanceVersusWeight.of(Scorer.of(model(9, 1)), profiles);
    for (Importance part : result.parts()) {
      assertThat(part.mainEffect().orElseThrow()).isCloseTo(1, within(1e-6));
      assertThat(part.linear().orElseThrow()).isCloseTo(1, within(1e-12));
      assertThat(part.share().orElseThrow()).isCloseTo(0.5, within(1e-6));
    }
  }

  @Test
  void part_that_is_the_same_everywhere_has_no_importance() {
    List<CountryProfile> profiles = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      profiles.add(profile(i, 50, i));
    }
    ImportanceVersusWeight result = ImportanceVersusWeight.of(Scorer.of(model(1, 1)), profiles);
    assertThat(result.importance("a").mainEffect()).isEmpty();
    assertThat(result.importance("a").share()).isEmpty();
    assertThat(result.importance("b").share().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(result.warnings())
        .containsExactly(
            "WARNING: only 14 countries (fewer than 30). Main effects of so few are rough, and too"
                + " great as a rule.");
    assertThat(result.toTable().cell(0, 2)).isEqualTo("-");
    assertThat(result.toString()).isEqualTo(result.toTable().toString()).contains("WARNING");
  }

  @Test
  void factors_of_the_post_soviet_states_can_be_compared() {
    Scorer scorer = Scorer.of(PostSovietStates.additiveModel());
    List<String> factors =
        PostSovietStates.additiveModel().root().children().stream().map(n -> n.code()).toList();
    List<CountryProfile> states = PostSovietStates.profiles(PostSovietStates.dates().get(0));
    ImportanceVersusWeight result = ImportanceVersusWeight.of(scorer, states, factors);
    assertThat(result.parts()).hasSize(factors.size());
    assertThat(result.parts().stream().mapToDouble(Importance::weight).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(result.parts().stream().mapToDouble(p -> p.share().orElse(0)).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(result.warnings()).hasSize(1);
  }

  private static double ratio(int count, DoubleUnaryOperator curve, double noise) {
    Random random = new Random(11);
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = 2 * random.nextDouble() - 1;
      y[i] = curve.applyAsDouble(x[i]) + noise * random.nextGaussian();
    }
    return new LocalLinearRegression(x, y).correlationRatio();
  }

  /** x^2 on [-1, 1] has variance 4/45 and no correlation with x. */
  @Test
  void regression_finds_a_curve_that_a_straight_line_misses() {
    assertThat(ratio(300, x -> x * x, 0)).isCloseTo(1, within(0.01));
    // With noise of the same variance half of the variance is explained.
    assertThat(ratio(600, x -> x * x, Math.sqrt(4 / 45.0))).isCloseTo(0.5, within(0.06));
    assertThat(ratio(600, x -> Math.sin(6 * x), 0.2)).isGreaterThan(0.85);
  }

  @Test
  void regression_finds_little_where_there_is_nothing() {
    assertThat(ratio(500, x -> 0, 1)).isLessThan(0.02);
  }

  @Test
  void regression_of_two_values_gives_the_means_of_the_two_groups() {
    double[] x = {0, 0, 0, 1, 1, 1};
    double[] y = {1, 2, 3, 5, 6, 7};
    // Group means 2 and 6: 6 * 4 of 6 * 4 + 4.
    assertThat(new LocalLinearRegression(x, y).correlationRatio())
        .isCloseTo(24 / 28.0, within(1e-6));
  }

  @Test
  void faulty_sets_are_refused() {
    Scorer scorer = Scorer.of(model(1, 1));
    List<CountryProfile> profiles = independent(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportanceVersusWeight.of(scorer, profiles.subList(0, 3)))
        .withMessage("Importance versus weight: needs at least 4 profiles, but has 3");
    profiles.set(1, profiles.get(1).withoutReading("b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportanceVersusWeight.of(scorer, profiles))
        .withMessage("Importance versus weight: 'b' has no value for AAB");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportanceVersusWeight.of(scorer, independent(5), List.of("c")))
        .withMessage("Model 'test' has no 'c'. Known: [test, a, b].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportanceVersusWeight.of(scorer, independent(5)).importance("c"))
        .withMessage("There is no part 'c'. Known: [a, b].");
  }
}
