package dev.steppe.tipping;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The least joint change in trees and on scales where it can be worked out by hand. */
class JointChangeTest {

  private static CountryProfile profile(double... readings) {
    CountryProfile.Builder builder = CountryProfile.builder(Country.of("AAA", "Aland"));
    for (int i = 0; i < readings.length; i++) {
      builder.reading(String.valueOf((char) ('a' + i)), readings[i]);
    }
    return builder.build();
  }

  private static Indicator up(String code) {
    return Indicator.of(code, HIGHER_IS_RISKIER);
  }

  private static TippingAnswer answer(
      RiskModel model, CountryProfile profile, TippingCosts costs, double target) {
    return TippingPoint.of(Scorer.of(model), profile).withCosts(costs).toReach(target);
  }

  /** Half of the root of a times b, and half of c, which stays at 30: from 30 to 40. */
  @Test
  void a_geometric_mean_below_a_weighted_sum_is_moved() {
    RiskModel model =
        RiskModel.builder("mixed")
            .factor(
                "both",
                1,
                factor ->
                    factor
                        .aggregation(Aggregation.geometric())
                        .indicator(up("a"), 1, Normalization.goalposts(0, 100))
                        .indicator(up("b"), 1, Normalization.goalposts(0, 100)))
            .indicator(up("c"), 1, Normalization.goalposts(0, 100))
            .build();
    TippingCosts costs = TippingCosts.equal().withImmutable("c");
    TippingChange sum = answer(model, profile(30, 30, 30), costs, 40).together(TippingMeasure.SUM);
    // The root is to be 50, which costs least where a and b are 50 both.
    assertThat(sum.reaches()).isTrue();
    assertThat(sum.cost().orElseThrow()).isCloseTo(40, within(1e-3));
    assertThat(sum.lowerBound().orElseThrow()).isBetween(40 * (1 - 2e-5), 40 + 1e-9);
    TippingChange distance =
        answer(model, profile(30, 30, 30), costs, 40).together(TippingMeasure.EUCLIDEAN);
    assertThat(distance.cost().orElseThrow()).isCloseTo(Math.sqrt(800), within(1e-3));
  }

  /** Values go from 10 to 90: both are to be 60 where their geometric mean is. */
  @ParameterizedTest
  @EnumSource(Direction.class)
  void a_scale_of_another_range_is_followed(Direction direction) {
    Normalization scale = Normalization.goalposts(0, 80).onto(10, 90);
    RiskModel model =
        RiskModel.builder("narrow")
            .aggregation(Aggregation.geometric())
            .indicator(Indicator.of("a", direction), 1, scale)
            .indicator(Indicator.of("b", direction), 1, scale)
            .build();
    double from = direction == LOWER_IS_RISKIER ? 60 : 20;
    TippingChange change =
        answer(model, profile(from, from), TippingCosts.equal(), 60).together(TippingMeasure.SUM);
    assertThat(change.cost().orElseThrow()).isCloseTo(60, within(1e-3));
    assertThat(change.lowerBound().orElseThrow()).isBetween(60 * (1 - 2e-5), 60 + 1e-9);
    assertThat(change.moves())
        .allSatisfy(move -> assertThat(Math.abs(move.toReading() - from)).isBetween(29.0, 31.0));
  }

  /** To go to 100 would be cheapest for a; bounds end it at 30, and b has to go 20 points. */
  @ParameterizedTest
  @EnumSource(TippingMeasure.class)
  void levels_beyond_the_bounds_are_none(TippingMeasure measure) {
    RiskModel model =
        RiskModel.builder("levels")
            .indicator(
                up("a"),
                1,
                Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 30.0, 2.0, 100.0)))
            .indicator(up("b"), 1, Normalization.goalposts(0, 100))
            .build();
    TippingCosts costs = TippingCosts.equal().withCost("a", 0.1).withBounds("a", 0, 60);
    TippingChange change = answer(model, profile(0, 40), costs, 45).together(measure);
    double least = measure == TippingMeasure.SUM ? 3 + 20 : Math.sqrt(9 + 400);
    assertThat(change.cost().orElseThrow()).isCloseTo(least, within(1e-6));
    assertThat(change.isLeast()).isTrue();
    // Without bounds 100 points at a tenth are 10.
    TippingChange free =
        answer(model, profile(0, 40), TippingCosts.equal().withCost("a", 0.1), 45)
            .together(measure);
    assertThat(free.cost().orElseThrow()).isCloseTo(10, within(1e-6));
  }

  static DoubleStream targets() {
    return DoubleStream.iterate(31, target -> target < 66, target -> target + 2);
  }

  /** The last digits of this mean are those of a score ({@link SingleChangeTest}). */
  @ParameterizedTest
  @MethodSource("targets")
  void a_score_that_rounding_takes_back_is_reached_all_the_same(double target) {
    RiskModel model =
        RiskModel.builder("rough")
            .aggregation(Aggregation.power(1e-8))
            .indicator(up("a"), 1, Normalization.goalposts(0, 70))
            .indicator(up("b"), 1, Normalization.goalposts(0, 30))
            .build();
    TippingCosts costs = TippingCosts.equal().withBounds("b", 0, 90);
    TippingChange change =
        answer(model, profile(14, 6), costs, target).together(TippingMeasure.SUM);
    assertThat(change.reaches()).isTrue();
    assertThat(change.score()).isBetween(target - 1e-9, target + 1e-3);
    // Both go as far, by the mean of equal values.
    assertThat(change.cost().orElseThrow()).isCloseTo(2 * (target - 20), within(2e-2));
  }
}
