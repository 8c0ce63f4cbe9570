package dev.steppe.analogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PValueTest {

  @Test
  void the_value_counts_the_observed_arrangement_too() {
    assertThat(new PValue(99, 9_999).value()).isEqualTo(0.01);
    assertThat(new PValue(0, 9_999).value()).isEqualTo(1e-4);
    assertThat(new PValue(9_999, 9_999).value()).isEqualTo(1);
  }

  /**
   * Newcombe (1998), Statistics in Medicine 17, table I, Wilson's method: 81 of 263, 15 of 148, 0
   * of 20, 1 of 29.
   */
  @Test
  void the_interval_is_the_published_one_of_wilson() {
    assertInterval(81, 263, 0.2553, 0.3662);
    assertInterval(15, 148, 0.0624, 0.1605);
    assertInterval(0, 20, 0, 0.1611);
    assertInterval(1, 29, 0.0061, 0.1718);
    assertInterval(20, 20, 1 - 0.1611, 1);
  }

  private static void assertInterval(int asNear, int count, double lower, double upper) {
    PValue p = new PValue(asNear, count);
    assertThat(p.lower()).isCloseTo(lower, within(5e-5));
    assertThat(p.upper()).isCloseTo(upper, within(5e-5));
  }

  @Test
  void the_value_is_in_its_interval() {
    for (int count : new int[] {1, 2, 10, 99, 10_000}) {
      for (int asNear = 0; asNear <= count; asNear += Math.max(1, count / 50)) {
        PValue p = new PValue(asNear, count);
        assertThat(p.value()).isBetween(p.lower(), p.upper());
      }
    }
  }

  @Test
  void it_prints_with_its_interval() {
    assertThat(new PValue(99, 9_999)).hasToString("0.0100 (0.0081 to 0.0120)");
  }

  @Test
  void impossible_counts_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PValue(0, 0))
        .withMessage("count of permutations must be in [1.0, 1.0E8], but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PValue(6, 5))
        .withMessage("count of permutations that came as near must be in [0.0, 5.0], but was 6.0");
  }
}
