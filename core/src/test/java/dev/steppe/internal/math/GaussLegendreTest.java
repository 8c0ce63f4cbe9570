package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussLegendreTest {

  @Test
  void integrals_are_those_of_calculus() {
    assertThat(GaussLegendre.integral(Math::sin, 0, Math.PI)).isCloseTo(2, within(1e-14));
    assertThat(GaussLegendre.integral(x -> 1 / (1 + x * x), -1, 1))
        .isCloseTo(Math.PI / 2, within(1e-14));
  }
}
