package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastEigenvalueTest {

  /** Second differences of three points: 2 less the root of 2, with (1, root of 2, 1) / 2. */
  @Test
  void least_eigenvalue_of_second_differences_is_known() {
    LeastEigenvalue least =
        LeastEigenvalue.of(new double[][] {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}});
    assertThat(least.value()).isCloseTo(2 - Math.sqrt(2), within(1e-14));
    double sign = Math.signum(least.vector().get(0));
    assertThat(sign * least.vector().get(0)).isCloseTo(0.5, within(1e-14));
    assertThat(sign * least.vector().get(1)).isCloseTo(Math.sqrt(0.5), within(1e-14));
    assertThat(sign * least.vector().get(2)).isCloseTo(0.5, within(1e-14));
  }

  /** Two numbers that go together wholly, and a third that goes against both. */
  @Test
  void what_cannot_be_a_correlation_has_a_negative_one() {
    LeastEigenvalue least = LeastEigenvalue.of(new double[][] {{1, 1, -1}, {1, 1, 1}, {-1, 1, 1}});
    assertThat(least.value()).isCloseTo(-1, within(1e-14));
  }
}
