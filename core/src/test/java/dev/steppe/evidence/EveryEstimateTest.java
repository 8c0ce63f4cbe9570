package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.testing.Owned;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every kind of estimate. */
class EveryEstimateTest {

  static Stream<Estimate> all() {
    return Stream.concat(Stream.of(Estimate.exact(2), Estimate.exact(3)), EstimateTest.spread());
  }

  static Stream<Estimate> spread() {
    return EstimateTest.spread();
  }

  @Test
  void no_two_are_equal_and_their_hash_codes_tell_them_apart() {
    List<Estimate> estimates = all().toList();
    for (int i = 0; i < estimates.size(); i++) {
      for (int j = 0; j < estimates.size(); j++) {
        assertThat(estimates.get(i).equals(estimates.get(j))).isEqualTo(i == j);
      }
      assertThat(estimates.get(i)).isNotEqualTo(null).isNotEqualTo("2.0");
    }
    Set<Integer> codes = estimates.stream().map(Object::hashCode).collect(Collectors.toSet());
    assertThat(codes).hasSameSizeAs(estimates);
  }

  @ParameterizedTest
  @MethodSource("all")
  void bounds_to_be_cut_to_are_in_order(Estimate estimate) {
    for (double[] bounds : new double[][] {{2, 1}, {Double.NaN, 100}, {-100, Double.NaN}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> estimate.truncatedTo(bounds[0], bounds[1]))
          .withMessage(
              "Bounds to cut an estimate to need lower <= upper, but were "
                  + bounds[0]
                  + ".."
                  + bounds[1]);
    }
  }

  @ParameterizedTest
  @MethodSource("spread")
  void bounds_at_one_end_cut_there_and_not_at_the_other(Estimate estimate) {
    double middle = (estimate.lower() + estimate.upper()) / 2;
    assertThat(estimate.truncatedTo(estimate.lower(), estimate.upper() + 1)).isEqualTo(estimate);
    if (estimate.toString().matches("(normal|logNormal|\\d).*")) {
      Estimate upper = estimate.truncatedTo(middle, estimate.upper() + 1);
      assertThat(upper.lower()).isEqualTo(middle);
      assertThat(upper.upper()).isEqualTo(estimate.upper());
      Estimate lower = estimate.truncatedTo(estimate.lower() - 1, middle);
      assertThat(lower.lower()).isEqualTo(estimate.lower());
      assertThat(lower.upper()).isEqualTo(middle);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> estimate.truncatedTo(middle, estimate.upper() + 1))
          .withMessageContaining("cannot be cut");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> estimate.truncatedTo(estimate.lower() - 1, middle))
          .withMessageContaining("cannot be cut");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void many_probabilities_at_once_may_be_the_ends_and_no_others(Estimate estimate) {
    double[] ends = {0, 0.5, 1};
    estimate.inverseCdf(ends, 3);
    assertThat(ends).containsExactly(estimate.lower(), estimate.inverseCdf(0.5), estimate.upper());
    for (double wrong : new double[] {-0.1, 1.5, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> estimate.inverseCdf(new double[] {0.5, wrong}, 2))
          .withMessage("probability must be in [0.0, 1.0], but was " + wrong);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0.0..1",
        "-1..-0.0",
        "triangular(-0.0, -0.0, 1)",
        "triangular(-1, -0.0, -0.0)",
        "normal(-0.0, 1, -0.0, 1)",
        "normal(-0.0, 1, -1, -0.0)",
        "logNormal(3, 0.5, -0.0, 1)",
        "logNormal(3, 0.5, -0.0, 1, -0.0)",
        "pert(-0.0, -0.0, 1)",
        "beta(2, 3, -0.0, 1)",
        "beta(2, 3, -1, -0.0)"
      })
  void a_zero_has_no_sign(String text) {
    Estimate estimate = Estimate.parse(text);
    assertThat(estimate.toString()).doesNotContain("-0.0");
    assertThat(Double.doubleToLongBits(estimate.lower()))
        .isEqualTo(Double.doubleToLongBits(estimate.lower() + 0.0));
    assertThat(Double.doubleToLongBits(estimate.upper()))
        .isEqualTo(Double.doubleToLongBits(estimate.upper() + 0.0));
    assertThat(estimate)
        .isEqualTo(Estimate.parse(text.replace("-0.0", "0.0")))
        .hasSameHashCodeAs(Estimate.parse(text.replace("-0.0", "0.0")));
  }

  @Test
  void a_spread_of_nothing_is_a_number_or_refused() {
    assertThat(Estimate.between(2, 2)).isEqualTo(Estimate.exact(2));
    assertThat(Estimate.triangular(2, 2, 2)).isEqualTo(Estimate.exact(2));
    assertThat(Estimate.pert(2, 2, 2)).isEqualTo(Estimate.exact(2));
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> Estimate.normal(2, 0),
            () -> Estimate.logNormal(2, 0),
            () -> Estimate.logNormal(2, 1, 3, 3),
            () -> Estimate.beta(2, 3, 4, 4),
            () -> Estimate.normalOfQuantiles(0.5, 1, 0.5, 2),
            () -> Estimate.normalOfQuantiles(0.1, 1, 0.5, 1),
            () -> Estimate.logNormalOfQuantiles(0.1, 1, 0.5, 1))) {
      assertThatIllegalArgumentException().isThrownBy(call);
    }
  }

  @Test
  void a_number_is_all_that_an_exact_estimate_says() {
    Estimate two = Estimate.exact(2);
    assertThat(two.mean()).isEqualTo(2);
    assertThat(two.variance()).isZero();
    assertThat(two.cdf(1.9)).isZero();
    assertThat(two.cdf(2)).isEqualTo(1);
    assertThat(two.inverseCdf(0.3)).isEqualTo(2);
    assertThat(two.truncatedTo(2, 3)).isEqualTo(two);
    assertThat(two.truncatedTo(1, 2)).isEqualTo(two);
    assertThat(two).hasToString("2.0");
  }

  /** The distance from the lower bound, and the variance, by mpmath with 40 digits. */
  @Test
  void a_log_normal_of_a_few_doubles_has_the_moments_of_its_part() {
    Estimate low = Estimate.logNormal(3, 0.5, 3, 3 + 3e-9);
    assertThat(low.mean()).isCloseTo(3 + 1.49999999975e-9, within(2e-15));
    assertThat(low.variance()).isCloseTo(7.5e-19, within(1e-25));
    Estimate high = Estimate.logNormal(3, 0.5, 10, 10 + 5e-8);
    assertThat(high.mean()).isCloseTo(10 + 2.4999999878755998e-8, within(5e-15));
    assertThat(high.variance()).isCloseTo(2.0833333333333332e-16, within(1e-22));
  }

  /**
   * The median is e^-690.8 and the quantile e^1000 times that, at two standard deviations; e^1000
   * is no double. The probability is that of 2 by that of the bound, by mpmath with 30 digits.
   */
  @Test
  void a_log_normal_reaches_beyond_what_a_power_of_e_can_be() {
    Estimate wide = Estimate.logNormal(1e-300, 500, 0, 1e300);
    assertThat(Math.log(wide.inverseCdf(0.9800555147010304)))
        .isCloseTo(1000 - 300 * Math.log(10), within(1e-9));
  }

  @Test
  void methods_of_ones_own_say_nothing_of_a_contract_unless_they_do() {
    OwnEstimate silent =
        new OwnEstimate() {
          @Override
          public String id() {
            return "acme.silent";
          }

          @Override
          public int version() {
            return 1;
          }

          @Override
          public double quantile(double probability) {
            return probability;
          }

          @Override
          public double mean() {
            return 0.5;
          }

          @Override
          public double variance() {
            return 1.0 / 12;
          }
        };
    assertThat(silent.keepsContract()).isFalse();
    assertThat(silent.parameters()).isEmpty();
    assertThat(new Owned.Rising(7).keepsContract()).isTrue();
  }
}
