package dev.steppe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PValueTest {

  @Test
  void a_sampled_value_counts_what_was_observed_too() {
    assertThat(PValue.sampled(99, 9_999).value()).isEqualTo(0.01);
    assertThat(PValue.sampled(0, 9_999).value()).isEqualTo(1e-4);
    assertThat(PValue.sampled(9_999, 9_999).value()).isEqualTo(1);
  }

  @Test
  void the_error_of_sampling_is_the_binomial_one() {
    assertThat(PValue.sampled(99, 9_999).standardError())
        .isCloseTo(Math.sqrt(0.01 * 0.99 / 10_000), within(1e-15));
    assertThat(PValue.exact(0.2).standardError()).isZero();
  }

  @Test
  void it_prints_with_its_method() {
    assertThat(PValue.sampled(99, 9_999))
        .hasToString("0.0100 (from a sample, standard error 0.0010)");
    assertThat(PValue.exact(0.11943)).hasToString("0.1194 (exact, over all orders)");
  }

  @Test
  void impossible_values_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PValue.sampled(6, 5))
        .withMessage("Of 5 replications, 6 cannot be as extreme");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PValue(1.5, PValueMethod.EXACT, 0))
        .withMessage("p-value must be in [0.0, 1.0], but was 1.5");
  }
}
