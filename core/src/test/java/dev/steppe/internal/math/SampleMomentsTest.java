package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SampleMomentsTest {

  /**
   * The example on Microsoft's pages for the functions SKEW and KURT, which say 0.359543 and
   * -0.151799637.
   */
  private static final double[] PAGES = {3, 4, 5, 2, 3, 4, 5, 6, 4, 7};

  /** NIST, Statistical Reference Datasets, univariate summary statistics, NumAcc1. */
  @Test
  void moments_keep_digits_that_naive_sums_lose() {
    double[] sample = {10_000_001, 10_000_003, 10_000_002};
    assertThat(SampleMoments.mean(sample)).isEqualTo(10_000_002);
    assertThat(SampleMoments.standardDeviation(sample)).isEqualTo(1);
    assertThat(SampleMoments.variance(sample)).isEqualTo(1);
  }

  /** NIST, NumAcc3: 1000000.2, then 1000000.1 and 1000000.3 five hundred times. */
  @Test
  void spread_of_a_long_sample_is_right() {
    double[] sample = new double[1001];
    Arrays.setAll(sample, i -> i == 0 ? 1_000_000.2 : i % 2 == 1 ? 1_000_000.1 : 1_000_000.3);
    assertThat(SampleMoments.mean(sample)).isCloseTo(1_000_000.2, within(1e-9));
    assertThat(SampleMoments.standardDeviation(sample)).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void shape_is_that_of_the_spreadsheet() {
    assertThat(SampleMoments.skewness(PAGES)).isCloseTo(0.359543, within(5e-7));
    assertThat(SampleMoments.kurtosis(PAGES)).isCloseTo(-0.151799637, within(5e-10));
  }

  @Test
  void a_sample_without_spread_has_no_shape() {
    double[] same = {2, 2, 2, 2};
    assertThat(SampleMoments.variance(same)).isZero();
    assertThat(SampleMoments.skewness(same)).isNaN();
    assertThat(SampleMoments.kurtosis(same)).isNaN();
  }
}
