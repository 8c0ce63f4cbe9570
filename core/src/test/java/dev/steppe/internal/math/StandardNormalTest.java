package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StandardNormalTest {

  /** Wichura (1988), AS 241, the checks in the text of the algorithm. */
  @Test
  void quantiles_are_those_of_wichura() {
    assertThat(StandardNormal.quantile(0.25, 0.75)).isCloseTo(-0.6744897501960817, within(1e-15));
    assertThat(StandardNormal.quantile(0.001, 0.999)).isCloseTo(-3.090232306167814, within(1e-14));
    assertThat(StandardNormal.quantile(1e-20, 1)).isCloseTo(-9.262340089798408, within(1e-14));
  }

  @Test
  void quantiles_mirror_each_other() {
    for (double tail : new double[] {1e-300, 1e-20, 0.001, 0.08, 0.25, 0.4}) {
      assertThat(StandardNormal.quantile(1 - tail, tail))
          .isEqualTo(-StandardNormal.quantile(tail, 1 - tail));
    }
    assertThat(StandardNormal.quantile(0, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(StandardNormal.quantile(1, 0)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void columns_have_the_bits_of_single_quantiles() {
    SplittableRandom random = new SplittableRandom(1);
    double[] column = new double[1000];
    for (int i = 0; i < column.length; i++) {
      // Of all sizes down to 1e-300, and every fourth anywhere.
      column[i] = i % 4 == 0 ? random.nextDouble() : Math.exp(-690 * random.nextDouble());
    }
    double[] quantiles = column.clone();
    StandardNormal.quantiles(quantiles, column.length, 0, 0, 1);
    for (int i = 0; i < column.length; i++) {
      assertThat(quantiles[i]).isEqualTo(StandardNormal.quantile(column[i], 1 - column[i]));
    }
    double[] cut = column.clone();
    StandardNormal.quantiles(cut, column.length, 0.01, 1e-15, 0.99);
    for (int i = 0; i < column.length; i++) {
      double below = 0.01 + column[i] * 0.99;
      double above = 1e-15 + (1 - column[i]) * 0.99;
      assertThat(cut[i]).isEqualTo(StandardNormal.quantile(below, above));
    }
  }

  /** The values that tables print for the levels most in use. */
  @Test
  void intervals_reach_as_far_as_tables_say() {
    assertThat(StandardNormal.twoSided(0.5)).isCloseTo(0.674490, within(5e-7));
    assertThat(StandardNormal.twoSided(0.9)).isCloseTo(1.644854, within(5e-7));
    assertThat(StandardNormal.twoSided(0.95)).isCloseTo(1.959964, within(5e-7));
    assertThat(StandardNormal.twoSided(0.99)).isCloseTo(2.575829, within(5e-7));
    assertThat(StandardNormal.twoSided(0.999)).isCloseTo(3.290527, within(5e-7));
  }

  /** Abramowitz and Stegun (1964), table 26.1. */
  @Test
  void probabilities_are_those_of_abramowitz_and_stegun() {
    assertThat(StandardNormal.cdf(0)).isEqualTo(0.5);
    assertThat(StandardNormal.cdf(1)).isCloseTo(0.841344746068543, within(1e-15));
    assertThat(StandardNormal.cdf(2)).isCloseTo(0.977249868051821, within(1e-15));
    assertThat(StandardNormal.cdf(-1)).isCloseTo(1 - 0.841344746068543, within(1e-15));
    assertThat(StandardNormal.cdf(-40)).isZero();
  }
}
