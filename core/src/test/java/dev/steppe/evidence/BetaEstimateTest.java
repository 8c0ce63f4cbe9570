package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaEstimateTest {

  /** By scipy 1.17.1: {@code beta(a, b)}; the quantiles at 0.01, 0.3, 0.5 and 0.99. */
  @ParameterizedTest
  @CsvSource({
    "2, 3, 0.4, 0.04, 0.04199863562170072, 0.27238394207510536, 0.3857275681323895,"
        + " 0.859132457305454",
    "0.5, 0.5, 0.5, 0.125, 0.00024671981713422146, 0.2061073738537634, 0.5, 0.9997532801828658",
    "5, 1, 0.8333333333333334, 0.01984126984126984, 0.39810717055349726, 0.7860030855966228,"
        + " 0.8705505632961241, 0.9979919516614258",
    "300, 40, 0.8823529411764706, 0.00030441709200499246, 0.8385668041589175,"
        + " 0.873756624453199, 0.8831027857554005, 0.9195435583886566",
    "1000, 1000, 0.5, 0.0001249375312343828, 0.4740049810976679, 0.49413649272798155, 0.5,"
        + " 0.5259950189023321"
  })
  void moments_and_quantiles_are_those_of_scipy(
      double alpha,
      double beta,
      double mean,
      double variance,
      double first,
      double second,
      double third,
      double fourth) {
    Estimate estimate = Estimate.beta(alpha, beta, -100, 300);
    assertThat(estimate.mean()).isCloseTo(-100 + 400 * mean, within(1e-12));
    assertThat(estimate.central()).isEqualTo(estimate.mean());
    assertThat(estimate.variance())
        .isCloseTo(400 * 400 * variance, Percentage.withPercentage(1e-11));
    double[] levels = {0.01, 0.3, 0.5, 0.99};
    double[] right = {first, second, third, fourth};
    for (int i = 0; i < 4; i++) {
      assertThat(estimate.inverseCdf(levels[i])).isCloseTo(-100 + 400 * right[i], within(1e-9));
      assertThat(estimate.cdf(-100 + 400 * right[i])).isCloseTo(levels[i], within(1e-12));
    }
  }

  /** Of (lower + 4 mode + upper) / 6, and a variance of (mean - lower) (upper - mean) / 7. */
  @Test
  void a_pert_estimate_has_the_moments_of_its_three_points() {
    Estimate estimate = Estimate.pert(10, 12, 20);
    assertThat(estimate.mean()).isCloseTo(13, within(1e-13));
    assertThat(estimate.variance()).isCloseTo(3.0 * 7 / 7, within(1e-13));
    assertThat(estimate.central()).isEqualTo(12);
    assertThat(estimate).hasToString("pert(10.0, 12.0, 20.0)");
    assertThat(estimate)
        .isEqualTo(Estimate.pert(10, 12, 20, 4))
        .isNotEqualTo(Estimate.beta(1.8, 4.2, 10, 20));
    for (double x : new double[] {10.5, 12, 15, 19}) {
      assertThat(estimate.cdf(x)).isCloseTo(Estimate.beta(1.8, 4.2, 10, 20).cdf(x), within(1e-14));
    }
    assertThat(Estimate.pert(10, 12, 20, 8).mean())
        .isCloseTo((10 + 8 * 12 + 20) / 10.0, within(1e-13));
    assertThat(Estimate.pert(10, 12, 20, 8)).hasToString("pert(10.0, 12.0, 20.0, 8.0)");
    assertThat(Estimate.pert(3, 3, 3)).isEqualTo(Estimate.exact(3));
  }

  @Test
  void one_as_wide_as_doubles_has_its_shape() {
    double most = Double.MAX_VALUE;
    Estimate estimate = Estimate.pert(-most, 0, most);
    assertThat(estimate.mean()).isZero();
    assertThat(estimate.cdf(0)).isCloseTo(0.5, within(1e-14));
    assertThat(estimate.inverseCdf(0.5) / most).isCloseTo(0, within(1e-9));
    assertThat(estimate.variance()).isInfinite();
    assertThat(Estimate.beta(2, 3, 0, 1e-300).mean()).isCloseTo(4e-301, within(1e-310));
  }

  @Test
  void one_moves_with_its_bounds_and_is_never_cut() {
    assertThat(Estimate.pert(0, 1, 5).times(2).plus(1)).isEqualTo(Estimate.pert(1, 3, 11));
    assertThat(Estimate.beta(2, 3, 0, 1).times(4).plus(-1)).isEqualTo(Estimate.beta(2, 3, -1, 3));
    assertThat(Estimate.beta(2, 3, 0, 1).times(1e-300).times(1e-300)).isEqualTo(Estimate.exact(0));
    Estimate pert = Estimate.pert(0, 1, 5);
    assertThat(pert.truncatedTo(0, 5)).isSameAs(pert);
    refused(
        () -> pert.truncatedTo(0, 4),
        "A PERT estimate cannot be cut: pert(0.0, 1.0, 5.0) is not within [0.0, 4.0]. Give one"
            + " whose bounds are inside.");
    refused(
        () -> Estimate.beta(2, 3, 0, 5).truncatedTo(1, 9),
        "A beta estimate cannot be cut: beta(2.0, 3.0, 0.0, 5.0) is not within [1.0, 9.0]. Give"
            + " one whose bounds are inside.");
  }

  @Test
  void numbers_that_do_not_fit_are_refused_together() {
    refused(
        () -> Estimate.beta(0, Double.NaN, 2, 1),
        "shape alpha of a beta estimate must be in [0.1, 1000.0], but was 0.0; shape beta of a"
            + " beta estimate must be in [0.1, 1000.0], but was NaN");
    refused(
        () -> Estimate.beta(1, 2, 2, 2),
        "Bounds of an estimate need lower < upper, but were 2.0..2.0");
    refused(
        () -> Estimate.pert(0, 3, 2),
        "A PERT estimate needs lower <= mode <= upper, but was 0.0, 3.0, 2.0");
    refused(
        () -> Estimate.pert(0, 1, 2, 0),
        "Strength of a PERT estimate must be > 0 and at most 999, but was 0.0");
    refused(
        () -> Estimate.pert(0, 1, Double.POSITIVE_INFINITY),
        "upper bound of an estimate must be finite, but was Infinity");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
