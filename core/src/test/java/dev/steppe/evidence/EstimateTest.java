package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Sets;
import dev.steppe.testing.Kinds;
import dev.steppe.testing.Owned;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  static Stream<Estimate> spread() {
    return Stream.of(
        Estimate.between(17.94, 20),
        Estimate.triangular(0, 1, 5),
        Estimate.triangular(2, 2, 5),
        Estimate.triangular(2, 5, 5),
        Estimate.normal(0.2, 0.03, 0, 1),
        Estimate.normal(0, 1, -1, 50),
        Estimate.normal(0, 1, 8, 9),
        Estimate.normal(0, 1, -9, -8),
        Estimate.normal(3, 0.1, 0, 6),
        Estimate.normal(0, 1, 30, 40),
        Estimate.logNormal(3, 0.5, 0, 300),
        Estimate.logNormal(3, 0.5, 4, 100),
        Estimate.logNormal(3, 0.001, 2.99, 3.1),
        Estimate.logNormal(3, 5, 0, 10),
        Estimate.pert(0, 1, 5),
        Estimate.pert(2, 2, 5, 9.5),
        Estimate.beta(2, 3, -1, 4),
        Estimate.beta(0.5, 0.7, 0, 1),
        Estimate.beta(800, 40, 0, 1),
        Estimate.own(new Owned.Rising(7)),
        Estimate.own(new Owned.Rising(7)).times(0.1).plus(-3));
  }

  /** Means and standard deviations by scipy 1.17.1: norm.ppf of the levels, and a line through. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 2, 0.95, 8, 5, 1.8238704957353074",
    "0.1, 3, 0.75, 11, 8.241408983467501, 4.089893161060706"
  })
  void a_normal_has_the_quantiles_that_it_was_given(
      double firstLevel, double first, double secondLevel, double second, double mean, double sd) {
    Estimate estimate = Estimate.normalOfQuantiles(firstLevel, first, secondLevel, second);
    assertThat(estimate.mean()).isCloseTo(mean, within(1e-12));
    assertThat(Math.sqrt(estimate.variance())).isCloseTo(sd, within(1e-12));
    assertThat(estimate.inverseCdf(firstLevel)).isCloseTo(first, within(1e-12));
    assertThat(estimate.inverseCdf(secondLevel)).isCloseTo(second, within(1e-12));
    assertThat(Estimate.parse(estimate.toString())).isEqualTo(estimate);
  }

  @Test
  void quantiles_as_far_apart_as_doubles_go_have_a_normal() {
    double most = Double.MAX_VALUE;
    Estimate estimate = Estimate.normalOfQuantiles(0.05, -most, 0.95, most);
    assertThat(estimate.mean() / most).isCloseTo(0, within(1e-12));
    assertThat(estimate.cdf(most)).isCloseTo(0.95, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0.5, 2, 'Levels of two quantiles need 0 < first < second < 1, but were 0.0 and 0.5'",
    "0.5, 1, 0.5, 2, 'Levels of two quantiles need 0 < first < second < 1, but were 0.5 and 0.5'",
    "0.5, 1, NaN, 2, 'Levels of two quantiles need 0 < first < second < 1, but were 0.5 and NaN'",
    "0.1, 2, 0.9, 2, 'Quantiles need the order of their levels 0.1 and 0.9, but were 2.0 and 2.0'",
    "0.1, 2, 0.9, Infinity, 'second quantile must be finite, but was Infinity'"
  })
  void quantiles_that_no_normal_has_are_refused(
      double firstLevel, double first, double secondLevel, double second, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.normalOfQuantiles(firstLevel, first, secondLevel, second))
        .withMessage(message);
  }

  @ParameterizedTest
  @MethodSource("spread")
  void distribution_function_undoes_its_inverse(Estimate estimate) {
    for (int i = 1; i < 1000; i++) {
      double p = i / 1000.0;
      assertThat(estimate.cdf(estimate.inverseCdf(p))).isCloseTo(p, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("spread")
  void inverse_goes_from_bound_to_bound_and_never_falls(Estimate estimate) {
    assertThat(estimate.inverseCdf(0)).isEqualTo(estimate.lower());
    assertThat(estimate.inverseCdf(1)).isEqualTo(estimate.upper());
    double previous = estimate.lower();
    for (double p = 0x1p-40; p < 1; p = p < 0.01 ? p * 2 : p + 0.01) {
      double x = estimate.inverseCdf(p);
      assertThat(x).isBetween(previous, estimate.upper());
      previous = x;
    }
  }

  /** E X = upper - integral of F; E (upper - X)^2 = 2 integral of (upper - x) F(x). */
  @ParameterizedTest
  @MethodSource("spread")
  void mean_and_variance_agree_with_the_distribution_function(Estimate estimate) {
    double lower = estimate.lower();
    double upper = estimate.upper();
    int n = 200_000;
    double step = (upper - lower) / n;
    double first = 0;
    double second = 0;
    for (int i = 0; i < n; i++) {
      double x = lower + (i + 0.5) * step;
      double f = estimate.cdf(x);
      first += f * step;
      second += 2 * (upper - x) * f * step;
    }
    // The midpoint rule leaves an error of the order step^2.
    assertThat(estimate.mean()).isCloseTo(upper - first, within(1e-6));
    assertThat(estimate.variance()).isCloseTo(second - first * first, within(1e-5));
  }

  @ParameterizedTest
  @MethodSource("spread")
  void nothing_is_outside_the_bounds(Estimate estimate) {
    assertThat(estimate.cdf(Math.nextDown(estimate.lower()))).isZero();
    assertThat(estimate.cdf(estimate.upper())).isEqualTo(1);
    assertThat(estimate.cdf(-INFINITY)).isZero();
    assertThat(estimate.cdf(INFINITY)).isEqualTo(1);
    assertThat(estimate.central()).as("%s", estimate).isBetween(estimate.lower(), estimate.upper());
    assertThat(estimate.isExact()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001, Double.NaN})
  void probability_outside_zero_to_one_is_refused(double p) {
    Stream.concat(spread(), Stream.of(Estimate.exact(3), Estimate.normal(0, 1)))
        .forEach(
            estimate ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimate.inverseCdf(p))
                    .withMessage("probability must be in [0.0, 1.0], but was " + p));
  }

  @Test
  void triangular_has_its_textbook_moments() {
    // Lower 0, mode 1, upper 5: mean (0 + 1 + 5)/3; variance (0 + 1 + 25 - 0 - 0 - 5)/18;
    // median 5 - sqrt(5 (5 - 1)/2).
    Estimate estimate = Estimate.triangular(0, 1, 5);
    assertThat(estimate.mean()).isCloseTo(2, within(1e-15));
    assertThat(estimate.variance()).isCloseTo(21.0 / 18, within(1e-15));
    assertThat(estimate.inverseCdf(0.5)).isCloseTo(5 - Math.sqrt(10), within(1e-15));
    assertThat(estimate.cdf(1)).isCloseTo(0.2, within(1e-15));
    assertThat(estimate.central()).isEqualTo(1);
    assertThat(Estimate.triangular(0, 0, 3).mean()).isEqualTo(1);
    assertThat(Estimate.triangular(10, 12, 20).central()).isEqualTo(12.0);
  }

  // By mpmath 1.3: quadrature of the density with 40 digits; beyond 30, the closed forms with 60.
  @ParameterizedTest
  @CsvSource({
    "0, 1,   0,   1,      0.4598622292864265,  0.0796518248485113123",
    "0, 1,  -1,   1,      0,                   0.291125094772793211",
    "0, 1,   8,   9,      8.12118899297979712, 0.014148542782748111",
    "0, 1,  -9,  -8,     -8.12118899297979712, 0.014148542782748111",
    "5, 2,   0, 100,      5.03527565097383347, 3.82237737357920493",
    "0, 1,  30,  40,     30.033259667433677037,  0.0011037715118900910011",
    "0, 1, -40, -30,    -30.033259667433677037,  0.0011037715118900910011",
    "0, 1, 0.5, 0.5001,   0.500049999583291667, 8.33333332951368055e-10",
    "0, 1,  -1,  50,      0.287599970939178361, 0.629686285776605401"
  })
  void truncated_normal_has_the_moments_worked_out_with_40_digits(
      double mean, double sd, double lower, double upper, double m, double v) {
    Estimate estimate = Estimate.normal(mean, sd, lower, upper);
    assertThat(estimate.mean()).isCloseTo(m, within(1e-14 * Math.max(1, Math.abs(m))));
    assertThat(estimate.variance()).isCloseTo(v, within(1e-12 * v));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1,   0,   1,    0.5,      0.560906425188003109",
    "0, 1,  -1,   1,    0.5,      0.780453212594001554",
    "0, 1,   8,   9,    8.1,      0.558375401420124586",
    "0, 1,   8,   9,    8.9,      0.9997325094998118",
    "0, 1,  -9,  -8,   -8.1,      0.441624598579875414",
    "5, 2,   0, 100,    4,        0.304216958901413935",
    "0, 1,  30,  40,   30.02,     0.45166286573898300449",
    "0, 1, -40, -30,  -30.02,     0.54833713426101699551",
    "0, 1, 0.5, 0.5001, 0.50005,  0.500006250624998372"
  })
  void truncated_normal_has_the_probabilities_worked_out_with_40_digits(
      double mean, double sd, double lower, double upper, double x, double p) {
    // Ten digits at least: a short interval is a difference of two probabilities near 0.7.
    assertThat(Estimate.normal(mean, sd, lower, upper).cdf(x)).isCloseTo(p, within(1e-11));
  }

  @Test
  void truncated_normal_keeps_its_digits_in_the_far_tail() {
    // Medians of the standard normal on [8, 9], [30, 40] and [0, 1], by mpmath with 30 digits.
    Estimate tail = Estimate.normal(0, 1, 8, 9);
    assertThat(tail.inverseCdf(0.5)).isCloseTo(8.0848888990181664333, within(1e-13));
    assertThat(tail.inverseCdf(1e-12) - 8).isCloseTo(1.231096e-13, within(1e-14));
    assertThat(Estimate.normal(0, 1, 30, 40).inverseCdf(0.5))
        .isCloseTo(30.023070467827310753, within(1e-12));
    assertThat(Estimate.normal(0, 1, 0, 1).inverseCdf(0.5))
        .isCloseTo(0.44177054668658128752, within(1e-14));
  }

  @Test
  void mirrored_normal_is_the_mirror_image() {
    Estimate right = Estimate.normal(0.4, 0.2, 0, 3);
    Estimate left = Estimate.normal(-0.4, 0.2, -3, 0);
    assertThat(left.mean()).isCloseTo(-right.mean(), within(1e-15));
    for (double p = 0.0625; p < 1; p += 0.0625) {
      assertThat(left.inverseCdf(p)).isCloseTo(-right.inverseCdf(1 - p), within(1e-15));
    }
  }

  @Test
  void standard_normal_has_its_tabulated_quantiles() {
    // Python 3 statistics.NormalDist and, for the far tail, mpmath with 30 digits.
    Estimate standard = Estimate.normal(0, 1);
    assertThat(standard.inverseCdf(0.025)).isCloseTo(-1.9599639845400538, within(1e-15));
    assertThat(standard.inverseCdf(0.975)).isCloseTo(1.9599639845400536, within(1e-14));
    assertThat(standard.inverseCdf(0.3)).isCloseTo(-0.5244005127080407, within(1e-15));
    assertThat(standard.inverseCdf(1e-10)).isCloseTo(-6.361340902404056, within(1e-14));
    assertThat(standard.inverseCdf(1e-20)).isCloseTo(-9.2623400897984075737, within(1e-13));
    assertThat(standard.inverseCdf(1e-300)).isCloseTo(-37.047096299361199237, within(1e-12));
    assertThat(standard.inverseCdf(0)).isEqualTo(-INFINITY);
    assertThat(standard.inverseCdf(1)).isEqualTo(INFINITY);
    assertThat(standard.cdf(-10)).isCloseTo(7.619853024160526066e-24, within(1e-36));
    assertThat(standard.cdf(-1.5)).isCloseTo(0.066807201268858066004, within(1e-15));
    assertThat(standard.mean()).isZero();
    assertThat(Estimate.normal(3, 2).variance()).isEqualTo(4);
    assertThat(standard.lower()).isEqualTo(-INFINITY);
    assertThat(standard.upper()).isEqualTo(INFINITY);
  }

  @Test
  void central_value_of_a_truncated_normal_stays_within_the_bounds() {
    assertThat(Estimate.normal(-0.1, 0.2, 0, 1).central()).isZero();
    assertThat(Estimate.normal(1.1, 0.2, 0, 1).central()).isEqualTo(1);
    assertThat(Estimate.normal(0.4, 0.2, 0, 1).central()).isEqualTo(0.4);
    assertThat(Estimate.normal(5, 2, 0, 100).mean()).isCloseTo(5.0353, within(5e-5));
  }

  @Test
  void bounds_are_put_on_each_kind_of_estimate() {
    assertThat(Estimate.exact(0.3).truncatedTo(0, 1)).isEqualTo(Estimate.exact(0.3));
    assertThat(Estimate.between(-1, 0.5).truncatedTo(0, 1)).isEqualTo(Estimate.between(0, 0.5));
    assertThat(Estimate.between(-1, 0).truncatedTo(0, INFINITY)).isEqualTo(Estimate.exact(0));
    assertThat(Estimate.triangular(0, 1, 2).truncatedTo(0, 2))
        .isEqualTo(Estimate.triangular(0, 1, 2));
    assertThat(Estimate.normal(0.4, 0.2).truncatedTo(0, 1))
        .isEqualTo(Estimate.normal(0.4, 0.2, 0, 1));
    assertThat(Estimate.normal(0.4, 0.2, 0.1, 2).truncatedTo(0, 1))
        .isEqualTo(Estimate.normal(0.4, 0.2, 0.1, 1));
    assertThat(Estimate.normal(0.4, 0.2, 0.1, 0.9).truncatedTo(0, 1))
        .isEqualTo(Estimate.normal(0.4, 0.2, 0.1, 0.9));
  }

  @Test
  void bounds_that_do_not_fit_are_refused() {
    refused(
        () -> Estimate.exact(1.5).truncatedTo(0, 1),
        "Nothing of the estimate 1.5 lies in [0.0, 1.0]");
    refused(
        () -> Estimate.between(2, 3).truncatedTo(0, 1),
        "Nothing of the estimate 2.0..3.0 lies in [0.0, 1.0]");
    refused(
        () -> Estimate.triangular(0, 1, 2).truncatedTo(0, 1),
        "A triangular estimate cannot be cut: triangular(0.0, 1.0, 2.0) is not within [0.0, 1.0]."
            + " Give one whose bounds are inside.");
    refused(
        () -> Estimate.normal(0.5, 1, 0, 1).truncatedTo(1, 2),
        "Nothing of the estimate normal(0.5, 1.0, 0.0, 1.0) lies in [1.0, 2.0]");
    refused(
        () -> Estimate.exact(1).truncatedTo(2, 1),
        "Bounds to cut an estimate to need lower <= upper, but were 2.0..1.0");
    refused(
        () -> Estimate.exact(1).truncatedTo(Double.NaN, 1),
        "Bounds to cut an estimate to need lower <= upper, but were NaN..1.0");
  }

  @Test
  void numbers_that_do_not_fit_are_refused() {
    refused(() -> Estimate.exact(Double.NaN), "value of a reading must be finite, but was NaN");
    refused(
        () -> Estimate.between(2, 1),
        "Bounds of an estimate need lower <= upper, but were 2.0..1.0");
    refused(
        () -> Estimate.triangular(0, 3, 2),
        "A triangular estimate needs lower <= mode <= upper, but was 0.0, 3.0, 2.0");
    refused(
        () -> Estimate.triangular(0, Double.NaN, 2),
        "mode of an estimate must be finite, but was NaN");
    refused(
        () -> Estimate.normal(0, 0),
        "Standard deviation of a normal estimate must be > 0, but was 0.0");
    refused(
        () -> Estimate.normal(0, Double.NaN),
        "standard deviation of a normal estimate must be finite, but was NaN");
    refused(
        () -> Estimate.normal(Double.NaN, 1),
        "mean of a normal estimate must be finite, but was NaN");
    refused(
        () -> Estimate.normal(0, 1, 1, 1),
        "Bounds of a normal estimate need lower < upper, but were 1.0..1.0");
    refused(
        () -> Estimate.normal(0, 1, Double.NaN, 1),
        "Bounds of a normal estimate need lower < upper, but were NaN..1.0");
    refused(
        () -> Estimate.normal(0, 1, 40, 41),
        "Bounds [40.0, 41.0] leave next to nothing of a normal estimate with mean 0.0 and standard"
            + " deviation 1.0");
    refused(
        () -> Estimate.spanning(List.of(Estimate.normal(1, 2), Estimate.exact(3))),
        "Figures that differ are spanned from bound to bound, but one has none: [normal(1.0, 2.0),"
            + " 3.0]");
    refused(() -> Estimate.spanning(List.of()), "An estimate needs at least one figure to span");
  }

  @Test
  void shift_and_factor_move_bounds_and_centre_alike() {
    for (Estimate estimate : spread().toList()) {
      Estimate moved = estimate.plus(2).times(3);
      for (double p = 0.125; p < 1; p += 0.125) {
        assertThat(moved.inverseCdf(p)).isCloseTo(3 * (estimate.inverseCdf(p) + 2), within(1e-9));
      }
      assertThat(moved.central()).isCloseTo(3 * (estimate.central() + 2), within(1e-12));
      assertThat(estimate.times(0)).isEqualTo(Estimate.exact(0));
      refused(
          () -> estimate.times(-1),
          "factor of an estimate must be in [0.0, 1.7976931348623157E308], but was -1.0");
      refused(
          () -> estimate.plus(INFINITY), "shift of an estimate must be finite, but was Infinity");
    }
    assertThat(Estimate.exact(2).plus(1).times(2)).isEqualTo(Estimate.exact(6));
  }

  @Test
  void figures_that_disagree_are_spanned() {
    assertThat(Estimate.spanning(List.of(Estimate.exact(20), Estimate.exact(17.94))))
        .isEqualTo(Estimate.between(17.94, 20));
    Estimate shape = Estimate.triangular(0, 1, 2);
    assertThat(Estimate.spanning(List.of(shape, shape))).isSameAs(shape);
    assertThat(Estimate.spanning(List.of(shape, Estimate.exact(3))))
        .isEqualTo(Estimate.between(0, 3));
  }

  @Test
  void text_is_read_as_a_number_or_an_interval() {
    assertThat(Estimate.parse("12.5")).isEqualTo(Estimate.exact(12.5));
    assertThat(Estimate.parse(" -3e-2 ")).isEqualTo(Estimate.exact(-0.03));
    assertThat(Estimate.parse("0..4")).isEqualTo(Estimate.between(0, 4));
    assertThat(Estimate.parse("-1.5..-.5")).isEqualTo(Estimate.between(-1.5, -0.5));
    assertThat(Estimate.parse("4..4")).isEqualTo(Estimate.exact(4));
    assertThat(Estimate.parse("17.94..20").mean()).isCloseTo(18.97, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12,5",
        "1 000",
        "NaN",
        "Infinity",
        "1d",
        "0x1p3",
        "1..",
        "..2",
        "1-2",
        "about 3",
        "5.",
        "١٢"
      })
  void other_text_is_refused(String text) {
    refused(() -> Estimate.parse(text), "'" + text + "' is not a number or an interval lo..hi");
  }

  @Test
  void text_with_impossible_numbers_is_refused() {
    refused(
        () -> Estimate.parse("4..0"),
        "'4..0' is an interval whose lower bound exceeds its upper bound");
    refused(() -> Estimate.parse("1e999"), "number in '1e999' must be finite, but was Infinity");
  }

  private static List<Estimate> readable() {
    return Stream.concat(
            spread(),
            Stream.of(
                Estimate.exact(1e-300),
                Estimate.exact(-0.0),
                Estimate.normal(1, 2),
                Estimate.normal(1, 2, 0, INFINITY),
                Estimate.normal(1, 2, -INFINITY, 1e20),
                Estimate.logNormal(3, 0.5),
                Estimate.logNormal(1e-5, 2, 0, 1e20),
                Estimate.logNormal(3, 0.5).plus(-7),
                Estimate.logNormal(3, 0.5, 2, 5).plus(0.1)))
        .toList();
  }

  @Test
  void every_kind_of_estimate_is_read_back() {
    assertThat(readable().stream().map(Object::getClass)).containsAll(Kinds.of(Estimate.class));
    assertThat(spread().map(Object::getClass))
        .containsAll(Sets.difference(Kinds.of(Estimate.class), Set.of(ExactEstimate.class)));
  }

  @Test
  void text_of_every_estimate_reads_back() {
    readable()
        .forEach(
            estimate -> {
              Estimate back = Estimate.parse(estimate.toString(), Owned.estimates());
              assertThat(back).isEqualTo(estimate).hasSameHashCodeAs(estimate);
            });
  }

  @Test
  void normal_estimates_are_equal_when_all_parts_are() {
    Estimate estimate = Estimate.normal(1, 2, 0, 3);
    assertThat(estimate).isEqualTo(Estimate.normal(1, 2, 0, 3));
    assertThat(estimate).isNotEqualTo(Estimate.normal(1.1, 2, 0, 3));
    assertThat(estimate).isNotEqualTo(Estimate.normal(1, 2.1, 0, 3));
    assertThat(estimate).isNotEqualTo(Estimate.normal(1, 2, 0.1, 3));
    assertThat(estimate).isNotEqualTo(Estimate.normal(1, 2, 0, 3.1));
    assertThat(estimate).isNotEqualTo(Estimate.between(0, 3));
  }

  @ParameterizedTest
  @MethodSource("spread")
  void estimates_survive_serialization(Estimate estimate) {
    Estimate back = Serialized.copyOf(estimate);
    assertThat(back).isEqualTo(estimate);
    assertThat(back.inverseCdf(0.3)).isEqualTo(estimate.inverseCdf(0.3));
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  /** Near the ends, near the middle, at the mode, and where a normal's tails begin. */
  @Test
  void many_draws_at_once_have_the_bits_of_one_by_one() {
    Random random = new Random(7);
    double[] probabilities = new double[2000];
    for (int i = 0; i < probabilities.length; i++) {
      double p = random.nextDouble();
      probabilities[i] = i % 4 == 0 ? Math.max(0x1p-53, p * p * p * p * p * p * p * p) : p;
      probabilities[i] = i % 8 == 0 ? 1 - probabilities[i] : probabilities[i];
    }
    double[] special = {0x1p-53, 1 - 0x1p-53, 0.5, 0.075, 0.925, 0.25, 0.25 + 0x1p-54, 0.75};
    System.arraycopy(special, 0, probabilities, 0, special.length);
    for (Estimate estimate :
        List.of(
            Estimate.between(-3, 8),
            Estimate.triangular(1, 2, 5),
            Estimate.triangular(1, 1, 5),
            Estimate.triangular(-5, 5, 5),
            Estimate.triangular(0, 1, 4),
            Estimate.normal(5, 2),
            Estimate.normal(5, 2, 0, 100),
            Estimate.normal(5, 2, 8, 100),
            Estimate.normal(5, 2, -100, -50),
            Estimate.normal(5, 2, 4.9999, 5.0001),
            Estimate.logNormal(5, 2),
            Estimate.logNormal(5, 0.1, 4, 6),
            Estimate.logNormal(5, 2, 4.9999, 5.0001),
            Estimate.pert(1, 2, 5),
            Estimate.beta(0.1, 0.3, -2, 7),
            Estimate.beta(900, 30, 0, 1))) {
      double[] values = probabilities.clone();
      estimate.inverseCdf(values, values.length);
      for (int i = 0; i < values.length; i++) {
        assertThat(values[i])
            .as("%s at %s", estimate, probabilities[i])
            .isEqualTo(estimate.inverseCdf(probabilities[i]));
      }
    }
  }

  @Test
  void many_values_at_once_are_those_of_one_by_one() {
    for (Estimate estimate :
        List.of(
            Estimate.exact(3),
            Estimate.between(-0.1, 0.7),
            Estimate.triangular(1, 2, 5),
            Estimate.normal(5, 2, 0, 100),
            Estimate.logNormal(5, 2),
            Estimate.pert(1, 2, 5))) {
      for (double[] probabilities : new double[][] {{0, 0.3, 0.9}, {0.1, 1, 0.7}}) {
        double[] values = probabilities.clone();
        estimate.inverseCdf(values, 2);
        assertThat(values)
            .containsExactly(
                estimate.inverseCdf(probabilities[0]),
                estimate.inverseCdf(probabilities[1]),
                probabilities[2]);
      }
      assertThatIllegalArgumentException()
          .isThrownBy(() -> estimate.inverseCdf(new double[] {0.5, Double.NaN}, 2))
          .withMessage("probability must be in [0.0, 1.0], but was NaN");
    }
  }

  /** From mpmath: a normal with mean -1 and deviation 1, cut to [-1, 1], times the greatest. */
  @Test
  void bounds_at_the_ends_of_all_doubles_are_reckoned_with() {
    double most = Double.MAX_VALUE;
    Estimate normal = Estimate.normal(-most, most, -most, most);
    assertThat(normal.mean() / most).isCloseTo(-0.277210247754769, within(1e-12));
    assertThat(normal.inverseCdf(0.7) / most).isCloseTo(-0.0296060932472370, within(1e-12));
    assertThat(normal.cdf(0)).isCloseTo(0.715232772010906, within(1e-12));
    // The mode is nothing beside the lower bound: a third of it is the mean, and all is below 0.
    Estimate falling = Estimate.triangular(-most, 50, 1e16);
    assertThat(falling.mean() / most).isCloseTo(-1 / 3.0, within(1e-15));
    assertThat(falling.inverseCdf(0.25) / most).isCloseTo(-0.5, within(1e-15));
    assertThat(Estimate.triangular(-most, -5e-201, 4e-323).cdf(0)).isEqualTo(1);
    assertThat(Estimate.triangular(-4e-323, 5e-201, most).cdf(0)).isZero();
  }

  /** Ends, central values and quantiles of any numbers that can be given. */
  @Test
  void odd_numbers_make_estimates_that_hold_together() {
    double[] odd = {
      -0.0,
      0,
      Double.MIN_VALUE,
      Double.MAX_VALUE,
      -Double.MAX_VALUE,
      1e200,
      -1e200,
      1e-200,
      1e16,
      1e16 + 2,
      50,
      50 + 1e-12,
      -1,
      3
    };
    for (double x : odd) {
      for (double y : odd) {
        for (double z : odd) {
          for (Estimate estimate : possible(x, y, z)) {
            assertThat(estimate.central())
                .as("%s", estimate)
                .isBetween(estimate.lower(), estimate.upper());
            assertThat(estimate.mean())
                .as("%s", estimate)
                .isBetween(estimate.lower(), estimate.upper());
            assertThat(estimate.variance()).as("%s", estimate).isNotNegative();
            assertThat(Estimate.parse(estimate.toString())).isEqualTo(estimate);
            double last = estimate.lower();
            for (int i = 1; i < 10; i++) {
              double quantile = estimate.inverseCdf(i / 10.0);
              assertThat(quantile).isBetween(last, estimate.upper());
              // The next double may be farther than the whole of a narrow distribution.
              assertThat(estimate.cdf(Math.nextUp(quantile)))
                  .as("%s", estimate)
                  .isBetween(i / 10.0 - 1e-9, 1.0);
              assertThat(estimate.cdf(Math.nextDown(quantile))).isBetween(0.0, i / 10.0 + 1e-9);
              last = quantile;
            }
          }
        }
      }
    }
  }

  private static List<Estimate> possible(double x, double y, double z) {
    List<Estimate> found = new ArrayList<>();
    List<Supplier<Estimate>> all =
        List.of(
            () -> Estimate.between(x, y),
            () -> Estimate.triangular(x, y, z),
            () -> Estimate.normal(x, z),
            () -> Estimate.normal(x, 1e200, y, z),
            () -> Estimate.normal(x, 1, y, z),
            () -> Estimate.logNormal(x, z),
            () -> Estimate.logNormal(x, 1, y, z),
            () -> Estimate.logNormal(3, x, y, z),
            () -> Estimate.logNormal(z, 1e-12, x, y),
            () -> Estimate.pert(x, y, z),
            () -> Estimate.beta(2, 3, x, y));
    for (Supplier<Estimate> one : all) {
      try {
        Estimate estimate = one.get();
        if (!estimate.isExact()) {
          found.add(estimate);
        }
      } catch (IllegalArgumentException impossible) {
        // What is no estimate is refused: that is another test's.
      }
    }
    return found;
  }
}
