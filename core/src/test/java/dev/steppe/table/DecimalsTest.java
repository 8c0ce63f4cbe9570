package dev.steppe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DecimalsTest {

  @Test
  void a_half_goes_away_from_zero() {
    assertThat(Decimals.fixed(41.25, 1)).isEqualTo("41.3");
    assertThat(Decimals.fixed(0.05, 1)).isEqualTo("0.1");
    assertThat(Decimals.fixed(1.005, 2)).isEqualTo("1.01");
    assertThat(Decimals.fixed(2.5, 0)).isEqualTo("3");
    assertThat(Decimals.fixed(-2.5, 0)).isEqualTo("-3");
    assertThat(Decimals.fixed(17.94, 4)).isEqualTo("17.9400");
  }

  @Test
  void zero_has_no_sign() {
    assertThat(Decimals.fixed(-0.04, 1)).isEqualTo("0.0");
    assertThat(Decimals.fixed(-0.0, 0)).isEqualTo("0");
    assertThat(Decimals.signed(-0.04, 1)).isEqualTo("0.0");
    assertThat(Decimals.signed(0.04, 1)).isEqualTo("0.0");
  }

  @Test
  void signed_numbers_show_which_way() {
    assertThat(Decimals.signed(3, 1)).isEqualTo("+3.0");
    assertThat(Decimals.signed(-3, 1)).isEqualTo("-3.0");
  }

  @Test
  void significant_digits_count_from_the_first_that_is_not_zero() {
    assertThat(Decimals.significant(0.40834, 3)).isEqualTo("0.408");
    assertThat(Decimals.significant(123456, 3)).isEqualTo("123456");
    assertThat(Decimals.significant(-0.5, 4)).isEqualTo("-0.5");
    assertThat(Decimals.significant(100, 4)).isEqualTo("100");
    assertThat(Decimals.significant(0, 4)).isEqualTo("0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.significant(1, 0))
        .withMessage("count of digits must be in [1.0, 15.0], but was 0.0");
  }

  @Test
  void exact_numbers_read_back_as_the_same_double() {
    assertThat(Decimals.exact(41)).isEqualTo("41");
    assertThat(Decimals.exact(-41.234)).isEqualTo("-41.234");
    assertThat(Decimals.exact(1e15)).isEqualTo("1.0E15");
    assertThat(Decimals.exact(0)).isEqualTo("0");
  }

  @Test
  void impossible_requests_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.fixed(Double.NaN, 1))
        .withMessage("number to print must be finite, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decimals.signed(1, -1))
        .withMessage("count of decimals must be in [0.0, 15.0], but was -1.0");
  }
}
