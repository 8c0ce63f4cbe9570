package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BatchMeansIntervalTest {

  /** The table of Student's t that textbooks print: 2.131 and 2.947 with 15 degrees of freedom. */
  @Test
  void quantiles_are_those_of_the_table() {
    assertThat(BatchMeansInterval.quantile(16, 0.95)).isCloseTo(2.131, within(5e-4));
    assertThat(BatchMeansInterval.quantile(16, 0.99)).isCloseTo(2.947, within(5e-4));
    assertThat(BatchMeansInterval.quantile(2, 0.9)).isCloseTo(6.314, within(5e-4));
  }

  /** Standard deviation 1, by the root of 3 figures. */
  @Test
  void half_width_is_the_quantile_times_the_standard_error() {
    assertThat(BatchMeansInterval.halfWidth(new double[] {1, 2, 3}, 3))
        .isCloseTo(3 / Math.sqrt(3), within(1e-15));
  }
}
