package dev.steppe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RangeTest {

  @Test
  void a_range_holds_its_ends_and_what_is_between() {
    Range range = new Range(20, 35);
    assertThat(range.contains(20)).isTrue();
    assertThat(range.contains(30)).isTrue();
    assertThat(range.contains(35)).isTrue();
    assertThat(range.contains(19.9)).isFalse();
    assertThat(range.contains(35.1)).isFalse();
    assertThat(range.contains(Double.NaN)).isFalse();
    assertThat(range.width()).isEqualTo(15);
    assertThat(range).hasToString("20.0..35.0");
  }

  @Test
  void a_range_upside_down_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(2, 1))
        .withMessage("A range needs lower <= upper, but was [2.0, 1.0]");
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(Double.NaN, 1));
  }
}
