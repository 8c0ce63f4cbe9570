package dev.steppe.tipping;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.testing.Owned;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What one indicator does alone where values jump, do not apply, or are all but lost in rounding.
 */
class SingleChangeTest {

  private static TippingAnswer category(Map<Double, Double> classes, double target) {
    RiskModel model =
        RiskModel.builder("one")
            .indicator(
                Indicator.of("x", HIGHER_IS_RISKIER),
                1,
                Normalization.categories(ImmutableMap.copyOf(classes)))
            .build();
    return TippingPoint.of(Scorer.of(model), at(5)).toReach(target);
  }

  private static CountryProfile at(double x) {
    return CountryProfile.builder(Country.of("AAA", "Aland")).reading("x", x).build();
  }

  private static double needed(Map<Double, Double> classes) {
    return category(classes, 50).alone("x").neededReading().orElseThrow();
  }

  /** From 5 the categories on either side are 3 and 4, or 3 and 1, or 3 and 3 away. */
  @Test
  void of_levels_that_suffice_the_one_of_the_nearest_reading_is_named() {
    assertThat(needed(Map.of(2.0, 50.0, 5.0, 0.0, 9.0, 60.0))).isEqualTo(2);
    assertThat(needed(Map.of(2.0, 50.0, 5.0, 0.0, 6.0, 60.0))).isEqualTo(6);
    assertThat(needed(Map.of(2.0, 40.0, 5.0, 0.0, 9.0, 60.0))).isEqualTo(9);
    // At the same distance it is the one that moves the value less.
    assertThat(needed(Map.of(2.0, 50.0, 5.0, 0.0, 8.0, 60.0))).isEqualTo(2);
    assertThat(needed(Map.of(2.0, 60.0, 5.0, 0.0, 8.0, 50.0))).isEqualTo(8);
  }

  /**
   * With an exponent of 1e-8 the mean is the geometric one but for 1e-6, and the last digits of its
   * sum are those of a score: 20 for x and 50 for y want {@code target^2 / 50} of x.
   */
  @ParameterizedTest
  @ValueSource(doubles = {31, 33, 35, 37, 39, 41, 43, 45, 47, 49, 51, 53, 55, 57, 59, 61, 63, 65})
  void a_score_that_rounding_takes_back_is_reached_all_the_same(double target) {
    RiskModel model =
        RiskModel.builder("rough")
            .aggregation(Aggregation.power(1e-8))
            .indicator(Indicator.of("x", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 70))
            .indicator(Indicator.of("y", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    TippingLever x =
        TippingPoint.of(Scorer.of(model), at(14).withReading("y", 50)).toReach(target).alone("x");
    assertThat(x.status()).isEqualTo(TippingLever.Status.REACHES);
    assertThat(x.score()).isBetween(target - 1e-9, target + 1e-4);
    assertThat(x.neededValue().orElseThrow()).isCloseTo(target * target / 50, within(1e-3));
  }

  @Test
  void what_does_not_apply_is_not_moved() {
    RiskModel model =
        RiskModel.builder("two")
            .indicator(Indicator.of("x", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(Indicator.of("y", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .missing(MissingPolicy.reweight(0.4))
            .build();
    TippingAnswer answer =
        TippingPoint.of(
                Scorer.of(model), at(20).withNotApplicable("y", NotApplicable.because("an island")))
            .toReach(40);
    assertThat(answer.alone("y").status()).isEqualTo(TippingLever.Status.NOT_APPLICABLE);
    assertThat(answer.alone("y").neededReading()).isEmpty();
    assertThat(answer.alone("x").neededValue().orElseThrow()).isCloseTo(40, within(1e-9));
    TippingAnswer unknown = TippingPoint.of(Scorer.of(model), at(20)).toReach(40);
    assertThat(unknown.alone("y").status()).isEqualTo(TippingLever.Status.MISSING);
  }

  @Test
  void steps_of_what_cannot_move_are_not_told() {
    RiskModel model =
        RiskModel.builder("steps")
            .indicator(
                Indicator.of("x", HIGHER_IS_RISKIER).withLevels(0, 5),
                1,
                Normalization.goalposts(0, 10))
            .indicator(Indicator.of("y", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    TippingPoint point = TippingPoint.of(Scorer.of(model), at(5).withReading("y", 10));
    assertThat(point.toReach(20).summary()).contains("In steps only");
    assertThat(point.withCosts(TippingCosts.equal().withImmutable("x")).toReach(20).summary())
        .doesNotContain("In steps only");
  }

  @Test
  void methods_that_do_not_say_how_they_rise_are_refused() {
    RiskModel model =
        RiskModel.builder("own")
            .aggregation(Aggregation.own(new Owned.Gap()))
            .indicator(Indicator.of("x", HIGHER_IS_RISKIER), 1, Normalization.own(new Owned.Hill()))
            .indicator(Indicator.of("y", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    TippingPoint point = TippingPoint.of(Scorer.of(model), at(1).withReading("y", 50));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> point.toReach(90))
        .withMessage(
            """
            Tipping points of model 'own' has 2 faults:
              - aggregation own(acme.gap@1) of 'own' does not say that it keeps its contract
              - scale own(acme.hill@1) of 'x' does not say that it keeps its contract\
            """);
  }
}
