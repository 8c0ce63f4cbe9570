package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates as wide as doubles are, and as narrow. Right values by hand, or by mpmath. */
class ExtremeEstimateTest {

  private static final Percentage ROUNDING = Percentage.withPercentage(1e-11);

  @Test
  void an_interval_of_all_doubles_has_a_middle() {
    double most = Double.MAX_VALUE;
    Estimate all = Estimate.between(-most, most);
    assertThat(all.central()).isZero();
    assertThat(all.cdf(0)).isEqualTo(0.5);
    assertThat(all.inverseCdf(0.25)).isCloseTo(-most / 2, ROUNDING);
    assertThat(all.inverseCdf(0)).isEqualTo(-most);
    assertThat(all.inverseCdf(1)).isEqualTo(most);
    double[] many = {0, 0.25, 0.5};
    all.inverseCdf(many, 3);
    assertThat(many).containsExactly(-most, all.inverseCdf(0.25), 0);
    assertThat(Estimate.between(-1.2e308, 1.0e308).mean()).isCloseTo(-1e307, ROUNDING);
    assertThat(Estimate.between(-1.2e308, 1.0e308).inverseCdf(0.5)).isCloseTo(-1e307, ROUNDING);
    assertThat(Estimate.between(-most, 9.6e301).central()).isCloseTo(-most / 2, within(1e302));
  }

  @Test
  void no_draw_from_an_interval_leaves_it() {
    Estimate estimate = Estimate.between(-0.1, Math.nextUp(0.3));
    double[] last = {Math.nextDown(1.0)};
    estimate.inverseCdf(last, 1);
    assertThat(last[0])
        .isLessThanOrEqualTo(estimate.upper())
        .isEqualTo(estimate.inverseCdf(Math.nextDown(1.0)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-180, 1, 1e200, 4e307})
  void triangles_have_one_shape_at_any_scale(double unit) {
    Estimate triangle = Estimate.triangular(0, unit, 2 * unit);
    assertThat(triangle.inverseCdf(0.1)).isCloseTo(Math.sqrt(0.2) * unit, ROUNDING);
    assertThat(triangle.inverseCdf(0.5)).isCloseTo(unit, ROUNDING);
    assertThat(triangle.inverseCdf(0.9)).isCloseTo((2 - Math.sqrt(0.2)) * unit, ROUNDING);
    assertThat(triangle.cdf(0.5 * unit)).isEqualTo(0.125);
    assertThat(triangle.mean()).isCloseTo(unit, ROUNDING);
  }

  @Test
  void a_triangle_of_all_doubles_has_a_middle() {
    double most = Double.MAX_VALUE;
    Estimate triangle = Estimate.triangular(-most, 0, most);
    assertThat(triangle.mean()).isZero();
    assertThat(triangle.cdf(-most / 2)).isEqualTo(0.125);
    assertThat(triangle.inverseCdf(0.125)).isEqualTo(-most / 2);
    assertThat(triangle.inverseCdf(0.875)).isEqualTo(most / 2);
  }

  /** Variances are w^2 (1 - r + r^2) / 18; the doubles end before that of 1e200. */
  @Test
  void variances_are_numbers_or_infinite() {
    assertThat(Estimate.triangular(0, 1, 4).variance()).isCloseTo(13.0 / 18, within(1e-15));
    assertThat(Estimate.triangular(0, 1e200, 2e200).variance()).isInfinite();
    assertThat(Estimate.triangular(0, 1e150, 2e150).variance()).isCloseTo(1e300 / 6, ROUNDING);
    assertThat(Estimate.normal(0, 1e200, 0, 1).variance()).isCloseTo(1.0 / 12, ROUNDING);
    assertThat(Estimate.normal(0, 1e200, 0, 1).mean()).isCloseTo(0.5, ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 1e13, 0, 1, 0.25, 0.25",
    "0.5, 1e17, 0, 1, 0.25, 0.25",
    "0.5, 1e200, 0, 1, 0.25, 0.25",
    "0, 1, 1, 1.0000001, 1.00000003, 0.300000010500000525",
    "0, 1, 5, 5.0001, 5.00003, 0.30005250220478910618",
    "3, 200, 2.9, 3.2, 3.05, 0.500000046874998",
    "0, 1e-180, 0, 1e-183, 5e-184, 0.500000062499998697"
  })
  void a_narrow_part_of_a_normal_is_all_but_uniform(
      double mu, double sd, double lower, double upper, double x, double right) {
    Estimate cut = Estimate.normal(mu, sd, lower, upper);
    assertThat(cut.cdf(x)).isCloseTo(right, within(1e-9));
    assertThat(cut.inverseCdf(right)).isCloseTo(x, within(1e-7 * (upper - lower)));
    for (int i = 0; i <= 100; i++) {
      double p = i / 100.0;
      assertThat(cut.cdf(cut.inverseCdf(p))).isCloseTo(p, within(2e-9));
    }
    assertThat(cut.mean()).isCloseTo(lower + (upper - lower) / 2, within(1e-3 * (upper - lower)));
    // The square of the least width is no double.
    double variance = (upper - lower) * (upper - lower) / 12;
    assertThat(cut.variance()).isCloseTo(variance, within(1e-4 * variance));
  }

  /** Both sides of where an interval counts as narrow, and of where it needs its own tail. */
  @ParameterizedTest
  @CsvSource({"0", "5", "-5", "20", "-20"})
  void narrow_and_wide_parts_meet(double from) {
    double[] cdf = new double[2];
    double[] mean = new double[2];
    for (int i = 0; i < 2; i++) {
      Estimate cut = Estimate.normal(0, 1, from, from + (i == 0 ? 0.00999999 : 0.01000001));
      cdf[i] = cut.cdf(from + 0.004);
      mean[i] = cut.mean() - from;
    }
    assertThat(cdf[0]).isCloseTo(cdf[1], within(1e-5));
    assertThat(mean[0]).isCloseTo(mean[1], within(2e-8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0...4", "-5...3", "1....4", "0.5...75", "..4", "1..."})
  void an_ellipsis_is_no_interval(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.parse(text))
        .withMessageStartingWith("'" + text + "' is not a number or an interval lo..hi");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.readWideCsv("country,a\nAAA," + text + "\n"))
        .withMessageContaining("line 2, column 'a'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.readLongCsv("country,indicator,value\nAAA,x," + text + "\n"))
        .withMessageContaining("line 2, column 'value'");
  }

  @Test
  void two_dots_before_a_bare_fraction_need_a_zero() {
    assertThat(Estimate.parse("-.5...75".replace("...", "..0.")))
        .isEqualTo(Estimate.between(-0.5, 0.75));
    assertThat(Estimate.parse("-1..-.5")).isEqualTo(Estimate.between(-1, -0.5));
  }
}
