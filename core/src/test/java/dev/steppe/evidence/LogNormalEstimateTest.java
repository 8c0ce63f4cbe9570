package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogNormalEstimateTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-10);

  /** By scipy 1.17.1: {@code lognorm(0.5, scale=100)}. */
  @Test
  void whole_ones_are_those_of_scipy() {
    Estimate estimate = Estimate.logNormal(100, 0.5);
    assertThat(estimate.cdf(20)).isCloseTo(0.0006434710129138763, within(1e-15));
    assertThat(estimate.cdf(100)).isEqualTo(0.5);
    assertThat(estimate.cdf(150)).isCloseTo(0.7912971266155286, within(1e-14));
    assertThat(estimate.inverseCdf(1e-9)).isCloseTo(4.984168945506851, within(1e-12));
    assertThat(estimate.inverseCdf(0.05)).isCloseTo(43.93641049274924, within(1e-12));
    assertThat(estimate.inverseCdf(0.95)).isCloseTo(227.6016608514317, within(1e-12));
    assertThat(estimate.mean()).isCloseTo(113.31484530668263, within(1e-12));
    assertThat(estimate.variance()).isCloseTo(3646.9585401238655, within(1e-9));
    assertThat(estimate.central()).isEqualTo(100);
    assertThat(estimate.lower()).isZero();
    assertThat(estimate.upper()).isEqualTo(INFINITY);
  }

  /** By mpmath with 40 digits, from the masses of the normal distributions in the moments. */
  @ParameterizedTest
  @CsvSource({
    "100, 0.5, 50, 200, 106.29328913155492, 1385.1727598976203",
    "1, 0.1, 1, 1.5, 1.085044919753703, 0.0045416901197213762",
    "2, 3, 0, 10, 1.7587039227650465, 5.6117433858989935",
    "1, 100, 0, 10, 0.078338591689507432, 0.38554030428442986",
    "5, 0.01, 4, 4.9, 4.8818865733186008, 0.00026812213356967447",
    "1, 1, 20, 30, 23.627860362920508, 7.3561412343608925",
    "10, 2, 100, Infinity, 474.80588963287701, 2157791.2310588259"
  })
  void cut_ones_have_the_moments_of_mpmath(
      double median, double sd, double lower, double upper, double mean, double variance) {
    Estimate estimate = Estimate.logNormal(median, sd, lower, upper);
    assertThat(estimate.mean()).isCloseTo(mean, ROUNDING);
    assertThat(estimate.variance()).isCloseTo(variance, ROUNDING);
  }

  /** A line by scipy 1.17.1 through {@code norm.ppf} of the levels and logarithms. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 10, 0.95, 1000, 100.00000000000004, 1.399872338343926",
    "0.1, 3, 0.75, 11, 7.027784289245669, 0.6642410738846125"
  })
  void one_has_the_quantiles_that_it_was_given(
      double firstLevel,
      double first,
      double secondLevel,
      double second,
      double median,
      double sd) {
    Estimate estimate = Estimate.logNormalOfQuantiles(firstLevel, first, secondLevel, second);
    assertThat(estimate.central()).isCloseTo(median, within(1e-11));
    assertThat(estimate.mean()).isCloseTo(median * Math.exp(sd * sd / 2), within(1e-10));
    assertThat(estimate.inverseCdf(firstLevel)).isCloseTo(first, ROUNDING);
    assertThat(estimate.inverseCdf(secondLevel)).isCloseTo(second, ROUNDING);
  }

  /** Its logarithm is normal, whose narrow parts are tested with it. */
  @ParameterizedTest
  @CsvSource({
    "3, 0.5, 0, Infinity",
    "3, 0.5, 4, 100",
    "3, 2, 2.9999, 3.0001",
    "1e-5, 1, 1e10, 1e11",
    "1e300, 1, 0, 1e301",
    "1e-300, 1, 1e-301, Infinity",
    "50, 3, 50, 50.0000000001"
  })
  void quantiles_are_the_reverse_of_the_distribution_function(
      double median, double sd, double lower, double upper) {
    Estimate estimate = Estimate.logNormal(median, sd, lower, upper);
    double last = lower;
    for (int i = 1; i < 1000; i++) {
      double quantile = estimate.inverseCdf(i / 1000.0);
      assertThat(quantile).isBetween(last, upper);
      assertThat(estimate.cdf(Math.nextUp(quantile))).isGreaterThan(i / 1000.0 - 1e-9);
      assertThat(estimate.cdf(Math.nextDown(quantile))).isLessThan(i / 1000.0 + 1e-9);
      last = quantile;
    }
    assertThat(estimate.inverseCdf(0)).isEqualTo(lower);
    assertThat(estimate.inverseCdf(1)).isEqualTo(upper);
  }

  @Test
  void a_moved_one_keeps_its_shape() {
    Estimate moved = Estimate.logNormal(100, 0.5).plus(-30);
    assertThat(moved.lower()).isEqualTo(-30);
    assertThat(moved.central()).isEqualTo(70);
    assertThat(moved.mean()).isCloseTo(83.31484530668263, within(1e-12));
    assertThat(moved.variance()).isCloseTo(3646.9585401238655, within(1e-9));
    assertThat(moved).hasToString("logNormal(100.0, 0.5, -30.0, Infinity, -30.0)");
    assertThat(moved.times(2).plus(60)).isEqualTo(Estimate.logNormal(200, 0.5));
    assertThat(moved.truncatedTo(0, 500)).hasToString("logNormal(100.0, 0.5, 0.0, 500.0, -30.0)");
  }

  @Test
  void bounds_are_put_on_it() {
    Estimate whole = Estimate.logNormal(100, 0.5);
    assertThat(whole.truncatedTo(0, INFINITY)).isSameAs(whole);
    assertThat(whole.truncatedTo(-5, 80)).isEqualTo(Estimate.logNormal(100, 0.5, 0, 80));
    assertThat(whole.truncatedTo(0, 80).central()).isEqualTo(80);
    assertThat(whole).hasToString("logNormal(100.0, 0.5)");
    refused(
        () -> whole.truncatedTo(-5, 0),
        "Nothing of the estimate logNormal(100.0, 0.5) lies in [-5.0, 0.0]");
  }

  @Test
  void numbers_that_do_not_fit_are_refused_together() {
    refused(
        () -> Estimate.logNormal(0, -1),
        "Median of a log-normal estimate must be > 0, but was 0.0; Standard deviation of the"
            + " logarithm of a log-normal estimate must be > 0, but was -1.0");
    refused(
        () -> Estimate.logNormal(Double.NaN, 1),
        "median of a log-normal estimate must be finite, but was NaN");
    refused(
        () -> Estimate.logNormal(1, 1, -1, 2),
        "Bounds of a log-normal estimate need 0.0 <= lower < upper, but were -1.0..2.0");
    refused(
        () -> Estimate.logNormal(1, 0.01, 2, 3),
        "Bounds [2.0, 3.0] leave next to nothing of a log-normal estimate with median 1.0 and"
            + " standard deviation 0.01");
    refused(
        () -> Estimate.logNormal(1, 100),
        "A log-normal estimate with median 1.0 and standard deviation 100.0 spreads beyond the"
            + " greatest number: give it an upper bound");
    refused(
        () -> Estimate.logNormalOfQuantiles(0.1, 0, 0.9, 4),
        "Quantiles of a log-normal estimate must be > 0, but the first was 0.0");
    refused(
        () -> Estimate.logNormalOfQuantiles(0.1, 4, 0.9, 3),
        "Quantiles need the order of their levels 0.1 and 0.9, but were 4.0 and 3.0");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
