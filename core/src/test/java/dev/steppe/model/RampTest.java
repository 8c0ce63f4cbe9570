package dev.steppe.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.Estimate;
import org.junit.jupiter.api.Test;

class RampTest {

  /** From 0 at 20 to 100 at 70. */
  private static final Ramp RISING = new Ramp(20, 2, 0, 100);

  /** From 100 at 20 to 0 at 70. */
  private static final Ramp FALLING = new Ramp(70, -2, 0, 100);

  @Test
  void value_is_on_the_line_between_flat_ends() {
    assertThat(RISING.at(45)).isEqualTo(50);
    assertThat(RISING.at(10)).isZero();
    assertThat(RISING.at(80)).isEqualTo(100);
    assertThat(FALLING.at(30)).isEqualTo(80);
    assertThat(RISING.at(Double.NaN)).isNaN();
  }

  @Test
  void estimate_between_the_ends_is_straight() {
    for (Ramp ramp : new Ramp[] {RISING, FALLING}) {
      Estimate ends = Estimate.between(20, 70);
      assertThat(ramp.isStraightOver(ends, 0)).isTrue();
      assertThat(ramp.isStraightOver(ends, 1e-9)).isFalse();
      assertThat(ramp.isStraightOver(Estimate.triangular(20.5, 30, 69.5), 1)).isTrue();
      assertThat(ramp.isStraightOver(Estimate.triangular(20.5, 30, 69.5), 1.1)).isFalse();
    }
  }

  @Test
  void estimate_beyond_an_end_is_not() {
    for (Ramp ramp : new Ramp[] {RISING, FALLING}) {
      assertThat(ramp.isStraightOver(Estimate.between(20 - 1e-10, 70), -1e-9)).isTrue();
      assertThat(ramp.isStraightOver(Estimate.between(19.9, 60), -1e-9)).isFalse();
      assertThat(ramp.isStraightOver(Estimate.between(30, 70.1), -1e-9)).isFalse();
      assertThat(ramp.isStraightOver(Estimate.normal(45, 0.1), -1e-9)).isFalse();
    }
  }

  @Test
  void criterion_is_a_ramp_unless_readings_are_treated() {
    Indicator indicator = Indicator.of("a", Direction.LOWER_IS_RISKIER);
    Criterion plain =
        new Criterion(indicator, 1, Treatment.none(), Normalization.goalposts(20, 70));
    assertThat(plain.ramp()).hasValue(FALLING);
    assertThat(plain.withTreatment(Treatment.clamp(0, 60)).ramp()).isEmpty();
    assertThat(plain.withNormalization(Normalization.minMax()).ramp()).isEmpty();
  }
}
