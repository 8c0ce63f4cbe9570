package dev.steppe.tipping;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import org.junit.jupiter.api.Test;

class StartAndTargetTest {

  /** The mean of x and y, which are 20 and 40, so that the score is 30. */
  private static StartAndTarget state(double target) {
    RiskModel model =
        RiskModel.builder("mean")
            .indicator(Indicator.of("x", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(Indicator.of("y", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .reading("x", 20)
            .reading("y", 40)
            .build();
    return new StartAndTarget(Scorer.of(model).score(profile), TippingCosts.equal(), target);
  }

  @Test
  void moves_that_suffice_stay() {
    double[] points = {30, 10};
    state(50).repair(points);
    assertThat(points).containsExactly(30, 10);
  }

  /** 40 points of x are wanted. Of its room of 80, 40.0001 are left, and 1e-5 of them do. */
  @Test
  void moves_that_fall_short_are_lengthened_by_the_least_power_of_ten_of_what_is_left() {
    double[] points = {39.9999, 0};
    state(50).repair(points);
    assertThat(points[0]).isCloseTo(39.9999 + 1e-5 * 40.0001, within(1e-12));
    assertThat(points[1]).isZero();
  }

  @Test
  void all_that_move_are_lengthened() {
    double[] points = {19.99, 20};
    state(50).repair(points);
    // A hundredth is missing, and 1e-4 of 60.01 and of 40 is a little more.
    assertThat(points[0]).isCloseTo(19.99 + 1e-4 * 60.01, within(1e-12));
    assertThat(points[1]).isCloseTo(20 + 1e-4 * 40, within(1e-12));
  }

  @Test
  void where_no_lengthening_suffices_the_moves_go_to_the_end() {
    double[] points = {10, 0};
    state(95).repair(points);
    assertThat(points).containsExactly(80, 0);
  }

  @Test
  void downwards_values_fall() {
    StartAndTarget state = state(10);
    assertThat(state.up).isFalse();
    assertThat(state.gap()).isCloseTo(20, within(1e-12));
    assertThat(state.value(0, 15)).isCloseTo(5, within(1e-12));
    assertThat(state.value(0, 25)).isZero();
    assertThat(state.beyond(8)).isCloseTo(2, within(1e-12));
    double[] points = {20, 19.99};
    state.repair(points);
    assertThat(state.score(state.row(points))).isLessThanOrEqualTo(10 + 1e-9);
  }

  @Test
  void a_score_this_near_has_reached_its_target() {
    StartAndTarget state = state(30 + 0.9e-9);
    assertThat(state.isReachedAtOnce()).isTrue();
    assertThat(state(30 + 1.1e-9).isReachedAtOnce()).isFalse();
    assertThat(state(50).isReached(50 - 0.9e-9)).isTrue();
    assertThat(state(50).isReached(50 - 1.1e-9)).isFalse();
  }
}
