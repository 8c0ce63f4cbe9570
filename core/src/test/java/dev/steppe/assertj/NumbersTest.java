package dev.steppe.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  /** "At least 0.95, but it is 0.9" would be another number. */
  @Test
  void a_number_has_the_decimals_of_what_is_printed_beside_it() {
    assertThat(Numbers.decimalsBeside(0.917, 0.95)).isEqualTo(2);
    assertThat(Numbers.decimalsBeside(0.9499, 0.95)).isEqualTo(4);
    assertThat(Numbers.decimalsBeside(0.6, 0.9)).isEqualTo(1);
    assertThat(Numbers.decimalsBeside(67, 60)).isEqualTo(1);
    assertThat(Numbers.decimalsBeside(5, 1e20)).isEqualTo(1);
    assertThat(Numbers.decimals(0.917, 0.95)).isEqualTo(1);
  }
}
