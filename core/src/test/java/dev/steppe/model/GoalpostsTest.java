package dev.steppe.model;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GoalpostsTest {

  /** Random goalposts of every magnitude and sign, some of them far from zero and narrow. */
  private interface Check {
    void of(double lower, double upper);
  }

  private static void forRandomPosts(Check check) {
    Random random = new Random(20260701);
    for (int i = 0; i < 20_000; i++) {
      double scale = Math.pow(10, random.nextInt(40) - 20);
      double lower = random.nextGaussian() * scale * (random.nextInt(4) == 0 ? 1000 : 1);
      double upper = lower + Math.abs(random.nextGaussian()) * scale;
      if (lower < upper) {
        check.of(lower, upper);
      }
    }
  }

  @Test
  void a_straight_line_runs_between_the_goalposts() {
    Normalization posts = Normalization.goalposts(0, 60);
    assertThat(posts.normalize(15, HIGHER_IS_RISKIER)).isEqualTo(25);
    assertThat(posts.normalize(15, LOWER_IS_RISKIER)).isEqualTo(75);
    assertThat(Normalization.goalposts(-2.5, 2.5).normalize(1.25, HIGHER_IS_RISKIER)).isEqualTo(75);
  }

  @Test
  void beyond_the_goalposts_the_value_stays_at_the_end() {
    Normalization posts = Normalization.goalposts(0, 60);
    assertThat(posts.normalize(-1e300, HIGHER_IS_RISKIER)).isZero();
    assertThat(posts.normalize(61, HIGHER_IS_RISKIER)).isEqualTo(100);
    assertThat(posts.normalize(-1, LOWER_IS_RISKIER)).isEqualTo(100);
    assertThat(posts.normalize(1e300, LOWER_IS_RISKIER)).isZero();
    assertThat(posts.normalize(Double.POSITIVE_INFINITY, HIGHER_IS_RISKIER)).isEqualTo(100);
    assertThat(posts.normalize(Double.NEGATIVE_INFINITY, HIGHER_IS_RISKIER)).isZero();
  }

  @Test
  void the_values_at_the_goalposts_are_exact_for_any_goalposts() {
    forRandomPosts(
        (lower, upper) -> {
          Normalization posts = Normalization.goalposts(lower, upper);
          assertThat(posts.normalize(lower, HIGHER_IS_RISKIER)).isEqualTo(0.0);
          assertThat(posts.normalize(upper, HIGHER_IS_RISKIER)).isEqualTo(100.0);
          assertThat(posts.normalize(lower, LOWER_IS_RISKIER)).isEqualTo(100.0);
          assertThat(posts.normalize(upper, LOWER_IS_RISKIER)).isEqualTo(0.0);
        });
  }

  @Test
  void the_values_at_the_goalposts_are_exact_on_a_part_of_the_scale() {
    forRandomPosts(
        (lower, upper) -> {
          Normalization posts = Normalization.goalposts(lower, upper).onto(1, 100);
          assertThat(posts.normalize(lower, HIGHER_IS_RISKIER)).isEqualTo(1.0);
          assertThat(posts.normalize(upper, HIGHER_IS_RISKIER)).isEqualTo(100.0);
          assertThat(posts.normalize(lower, LOWER_IS_RISKIER)).isEqualTo(100.0);
          assertThat(posts.normalize(upper, LOWER_IS_RISKIER)).isEqualTo(1.0);
        });
  }

  @Test
  void directions_mirror_each_other() {
    Random random = new Random(7);
    forRandomPosts(
        (lower, upper) -> {
          double reading = lower + random.nextDouble() * (upper - lower);
          Normalization posts = Normalization.goalposts(lower, upper);
          assertThat(posts.normalize(reading, LOWER_IS_RISKIER))
              .isCloseTo(100 - posts.normalize(reading, HIGHER_IS_RISKIER), within(1e-9));
        });
  }

  @Test
  void the_value_does_not_depend_on_the_unit() {
    Random random = new Random(8);
    for (int i = 0; i < 1000; i++) {
      double lower = random.nextGaussian();
      double upper = lower + 0.1 + random.nextDouble();
      double reading = lower + random.nextDouble() * (upper - lower);
      for (Direction direction : Direction.values()) {
        assertThat(
                Normalization.goalposts(1000 * lower, 1000 * upper)
                    .normalize(1000 * reading, direction))
            .isCloseTo(
                Normalization.goalposts(lower, upper).normalize(reading, direction), within(1e-9));
      }
    }
  }

  @Test
  void values_never_leave_the_scale_and_never_fall() {
    forRandomPosts(
        (lower, upper) -> {
          Normalization posts = Normalization.goalposts(lower, upper);
          double previous = 0;
          for (int k = 0; k <= 4; k++) {
            double value = posts.normalize(lower + (upper - lower) * k / 4, HIGHER_IS_RISKIER);
            assertThat(value).isBetween(previous, 100.0);
            previous = value;
          }
        });
  }

  @Test
  void the_ramp_is_the_normalization() {
    Ramp ramp = Normalization.goalposts(20, 70).ramp(HIGHER_IS_RISKIER).orElseThrow();
    assertThat(ramp).isEqualTo(new Ramp(20, 2, 0, 100));
    assertThat(ramp.at(45)).isEqualTo(50);
    assertThat(ramp.at(Double.NaN)).isNaN();
    assertThat(Normalization.goalposts(20, 70).ramp(LOWER_IS_RISKIER).orElseThrow().at(45))
        .isEqualTo(50);
    Normalization part = Normalization.goalposts(0, 60).onto(1, 100);
    assertThat(part.ramp(LOWER_IS_RISKIER).orElseThrow().at(60)).isEqualTo(1);
    assertThat(Normalization.logistic(0, 1).ramp(HIGHER_IS_RISKIER)).isEmpty();
    assertThat(Normalization.logistic(0, 1).onto(1, 100).ramp(HIGHER_IS_RISKIER)).isEmpty();
  }

  @Test
  void goalposts_upside_down_are_refused_with_the_likely_meaning() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.goalposts(3, 1))
        .withMessage(
            "Goalposts need lower < upper, but were [3.0, 1.0]. Maybe you meant [1.0, 3.0] with"
                + " Direction.LOWER_IS_RISKIER.");
  }

  @Test
  void equal_goalposts_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.goalposts(0.0, -0.0))
        .withMessage("Goalposts need lower < upper, but were [0.0, 0.0]");
  }

  @Test
  void goalposts_that_are_no_numbers_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.goalposts(Double.NaN, 1))
        .withMessage("lower goalpost must be finite, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.goalposts(0, Double.POSITIVE_INFINITY))
        .withMessage("upper goalpost must be finite, but was Infinity");
  }

  @Test
  void goalposts_beyond_double_precision_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.goalposts(-Double.MAX_VALUE, Double.MAX_VALUE))
        .withMessage(
            "Goalposts [-1.7976931348623157E308, 1.7976931348623157E308] are too far apart or too"
                + " close to compute with");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.goalposts(0, Double.MIN_VALUE))
        .withMessageContaining("too far apart or too close");
  }
}
