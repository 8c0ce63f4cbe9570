package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaDistributionTest {

  /** As many shapes as have kinds: without and with ends, level, steep, and next to an end. */
  @ParameterizedTest
  @CsvSource({
    "2, 3",
    "1, 1",
    "1, 5",
    "5, 1",
    "1.8, 4.2",
    "0.5, 0.5",
    "0.1, 0.1",
    "0.1, 1000",
    "1000, 0.1",
    "0.3, 40",
    "1.0001, 1",
    "300, 3",
    "1000, 1000",
    "1000, 1"
  })
  void the_probability_of_at_most_a_quantile_is_right_to_1e_11(double alpha, double beta) {
    BetaDistribution distribution = new BetaDistribution(alpha, beta);
    BetaDistribution reverse = new BetaDistribution(beta, alpha);
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      double u = random.nextDouble();
      double p = i % 4 == 0 ? u * u * u * u : u;
      double quantile = distribution.quantile(p);
      // Next to 1 the distribution may rise by more than that from double to double.
      if (quantile < 0.9 || beta >= 1) {
        assertThat(BetaDistribution.cdf(quantile, alpha, beta))
            .as("%s", p)
            .isCloseTo(p, within(1e-11));
      }
      if (alpha == beta && p > 0.01 && p < 0.5) {
        assertThat(reverse.quantile(1 - p)).isCloseTo(1 - quantile, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 3", "0.1, 0.1", "0.3, 40", "1000, 1000", "300, 3", "1, 1"})
  void quantiles_never_fall(double alpha, double beta) {
    BetaDistribution distribution = new BetaDistribution(alpha, beta);
    double last = 0;
    for (int i = 0; i <= 200_000; i++) {
      double quantile = distribution.quantile(i / 200_000.0);
      // But for the last digit, where two pieces meet.
      assertThat(quantile).isBetween(last - 1e-15, 1.0);
      last = quantile;
    }
    assertThat(distribution.quantile(0)).isZero();
    assertThat(distribution.quantile(1)).isEqualTo(1);
  }

  /** By scipy 1.17.1. */
  @Test
  void far_ends_keep_their_digits() {
    assertThat(new BetaDistribution(2, 3).quantile(1e-6))
        .isCloseTo(0.0004083594602042573, Percentage.withPercentage(1e-9));
    assertThat(new BetaDistribution(0.1, 1000).quantile(1e-6))
        .isCloseTo(6.0757822136652164e-64, Percentage.withPercentage(1e-8));
    assertThat(new BetaDistribution(300, 40).quantile(1e-6))
        .isCloseTo(0.7841524012372053, within(1e-13));
  }
}
