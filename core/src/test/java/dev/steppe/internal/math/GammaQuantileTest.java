package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class GammaQuantileTest {

  private static final double[] PROBABILITIES = {
    1e-12, 1e-6, 0.001, 0.05, 0.3, 0.5, 0.9, 0.99, 0.999999, 1 - 1e-12
  };

  @Test
  void value_at_a_probability_has_that_probability() {
    for (double shape : new double[] {0.05, 0.3, 0.9, 1.0, 1.1, 2.5, 7, 40, 1000, 1e5}) {
      GammaQuantile quantile = new GammaQuantile(shape);
      for (double p : PROBABILITIES) {
        double value = quantile.at(p);
        if (value > Double.MIN_NORMAL) {
          assertThat(Gamma.regularizedGammaP(shape, value))
              .as("shape %s, p %s", shape, p)
              .isCloseTo(p, within(1e-12 + 1e-9 * Math.min(p, 1 - p)));
        }
      }
    }
  }

  /** Printed tables of the chi-square distribution: 3.841 and 18.307 at 95 % for 1 and 10. */
  @Test
  void chi_square_quantiles_are_those_of_the_tables() {
    assertThat(2 * new GammaQuantile(0.5).at(0.95)).isCloseTo(3.841, within(5e-4));
    assertThat(2 * new GammaQuantile(5).at(0.95)).isCloseTo(18.307, within(5e-4));
    for (double p : new double[] {0.01, 0.4, 0.99}) {
      assertThat(2 * new GammaQuantile(3.5).at(p))
          .isCloseTo(new ChiSquaredDistribution(7).inverseCumulativeProbability(p), within(1e-7));
    }
  }

  @Test
  void values_are_positive_and_rise_with_the_probability() {
    for (double shape : new double[] {0.001, 0.02, 0.7, 3, 300}) {
      GammaQuantile quantile = new GammaQuantile(shape);
      double before = 0;
      for (int i = 1; i < 2000; i++) {
        double value = quantile.at(i / 2000.0);
        assertThat(value).isPositive().isGreaterThanOrEqualTo(before);
        before = value;
      }
    }
  }
}
