package dev.steppe.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightUnitTest {

  @Test
  void a_child_that_keeps_its_weight_keeps_the_unit() {
    assertThat(WeightUnit.of(List.of(1.0, 1.0, 1.0), List.of(2.0, 1.0, 0.5))).isEqualTo(1);
    assertThat(WeightUnit.of(List.of(1.0, 2.0, 2.0), List.of(1.0, 1.0, 1.0))).isEqualTo(1);
    assertThat(WeightUnit.of(List.of(), List.of())).isEqualTo(1);
    assertThat(WeightUnit.of(List.of(0.0, 1.0), List.of(1.0, 0.0))).isEqualTo(1);
  }

  @Test
  void who_makes_room_does_not_change() {
    assertThat(WeightUnit.of(List.of(0.25, 0.25, 0.25, 0.25), List.of(0.4, 0.2, 0.2, 0.2)))
        .isCloseTo(0.8, within(1e-15));
    assertThat(WeightUnit.of(List.of(0.5, 0.5), List.of(0.4, 0.4))).isCloseTo(0.8, within(1e-15));
    assertThat(WeightUnit.of(List.of(3.0), List.of(0.2))).isCloseTo(0.2 / 3, within(1e-15));
  }

  @Test
  void where_nothing_is_usual_shares_are_compared() {
    assertThat(WeightUnit.of(List.of(1.0, 2.0, 3.0), List.of(0.5, 0.25, 0.25)))
        .isCloseTo(1 / 6.0, within(1e-15));
    assertThat(WeightUnit.of(List.of(1.0, 1.0, 1.0, 1.0), List.of(2.0, 3.0, 2.0, 3.0)))
        .isCloseTo(2.5, within(1e-15));
  }
}
