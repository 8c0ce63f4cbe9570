package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.model.Range;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileTest {

  /**
   * Campbell and Gardner (1988), BMJ 296, 1454-1456: for a median of n values the places are {@code
   * n / 2 - 1.96 sqrt(n) / 2} and {@code 1 + n / 2 + 1.96 sqrt(n) / 2}, which are 40 and 61 of 100.
   */
  @Test
  void the_interval_of_a_median_of_a_hundred_is_from_the_40th_to_the_61st() {
    long[] once = new long[100];
    Arrays.fill(once, 1);
    assertThat(Quantile.of(0.5, once, 1, 1, 1.96)).isEqualTo(new Quantile(0.5, 50, 40, 61));
  }

  /** Of 20, the 5 % quantile is the first, and its interval ends with the first and the fourth. */
  @Test
  void an_interval_does_not_leave_what_was_counted() {
    long[] once = new long[20];
    Arrays.fill(once, 1);
    assertThat(Quantile.of(0.05, once, 10, 4, 1.96)).isEqualTo(new Quantile(0.05, 10, 10, 10.75));
    assertThat(Quantile.of(0.95, once, 10, 4, 1.96)).isEqualTo(new Quantile(0.95, 14.5, 14, 14.75));
    assertThat(Quantile.of(0.5, new long[] {0, 1}, 10, 4, 1.96))
        .isEqualTo(new Quantile(0.5, 10.25, 10.25, 10.25));
  }

  @Test
  void values_that_came_up_often_fill_several_places() {
    // Places 1 to 30 are 0, 31 to 60 are 2, and 61 to 100 are 3: the 40th, 50th and 61st.
    assertThat(Quantile.of(0.5, new long[] {30, 0, 30, 40}, 0, 1, 1.96))
        .isEqualTo(new Quantile(0.5, 2, 2, 3));
  }

  @Test
  void rounding_widens_and_what_is_possible_cuts() {
    Quantile counted = new Quantile(0.5, 10.08, 10.05, 10.12);
    Quantile wide = counted.widened(0.1, new Range(10, 10.3));
    assertThat(wide.value()).isEqualTo(10.08);
    assertThat(wide.lower()).isEqualTo(10);
    assertThat(wide.upper()).isCloseTo(10.22, within(1e-12));
    // All that is possible is within a step: its middle says as much as any.
    Quantile narrow = counted.widened(0.1, new Range(10, 10.1));
    assertThat(narrow.value()).isCloseTo(10.05, within(1e-12));
    assertThat(narrow.lower()).isEqualTo(10);
    assertThat(narrow.upper()).isEqualTo(10.1);
    assertThat(narrow.level()).isEqualTo(0.5);
    assertThat(counted).hasToString("10.08 (10.05 to 10.12)");
  }

  @Test
  void probabilities_say_whether_they_are_exact() {
    assertThat(Probability.exactly(0.5)).hasToString("0.5 (exact)");
    assertThat(new Probability(0.5, 0.4, 0.7, false)).hasToString("0.5 (0.4 to 0.7)");
    assertThat(new Probability(0.5, 0.4, 0.7, false).halfWidth()).isCloseTo(0.15, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.5})
  void a_level_is_between_0_and_1(double level) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantile.of(level, new long[] {1}, 0, 1, 1.96))
        .withMessage("level of a quantile must be in (0, 1), but was " + level);
  }
}
