package dev.steppe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.testing.Kinds;
import dev.steppe.testing.Owned;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AggregationTest {

  private static final Offset<Double> ROUNDING = within(1e-12);
  private static final double[] HALVES = {0.5, 0.5};
  private static final List<String> XYZ = List.of("x", "y", "z");

  static Stream<Aggregation> all() {
    return Stream.of(
        Aggregation.arithmetic(),
        Aggregation.geometric(),
        Aggregation.geometric(3),
        Aggregation.harmonic(),
        Aggregation.harmonic(3),
        Aggregation.power(2),
        Aggregation.power(-2),
        Aggregation.power(300),
        Aggregation.maximum(),
        Aggregation.minimum(),
        Aggregation.own(new Owned.Half(0.3)),
        // As strong as a weight of 0.01 / 2.01 beside two of 1 allows.
        Aggregation.choquet(Interaction.of("x", "y", 0.009)),
        Aggregation.choquet(Interaction.of("y", "x", -0.009)));
  }

  @Test
  void every_kind_of_aggregation_is_among_these() {
    assertThat(all().flatMap(method -> Stream.of(method, method.bind(XYZ))).map(Object::getClass))
        .containsAll(Kinds.of(Aggregation.class));
  }

  @ParameterizedTest
  @MethodSource("all")
  void an_aggregation_that_is_bound_remembers_what_it_was(Aggregation aggregation) {
    assertThat(aggregation.bind(XYZ).unbound()).isEqualTo(aggregation);
  }

  @ParameterizedTest
  @MethodSource("all")
  void an_aggregation_is_itself_beside_the_weights_that_it_was_stated_with(
      Aggregation aggregation) {
    double[] third = {1 / 3.0, 1 / 3.0, 1 / 3.0};
    assertThat(aggregation.bind(XYZ).reweighted(third, third)).isEqualTo(aggregation.bind(XYZ));
  }

  /** The value of children of these codes; only a Choquet integral needs to know them. */
  private static double of(
      Aggregation aggregation, List<String> children, double[] values, double[] weights) {
    return aggregation.bind(children).of(values, weights);
  }

  private static double[] values(double... values) {
    return values;
  }

  @Test
  void arithmetic_is_the_weighted_sum() {
    assertThat(Aggregation.arithmetic().of(values(80, 20), values(3, 1))).isEqualTo(65);
    assertThat(Aggregation.arithmetic().isAdditive()).isTrue();
    assertThat(Aggregation.geometric().isAdditive()).isFalse();
  }

  @Test
  void geometric_is_the_weighted_product() {
    assertThat(Aggregation.geometric().of(values(80, 20), HALVES)).isCloseTo(40, ROUNDING);
    // 8^(1/3) * 64^(2/3)
    assertThat(Aggregation.geometric().of(values(8, 64), values(1, 2))).isCloseTo(32, ROUNDING);
    assertThat(Aggregation.geometric().of(values(80, 0), HALVES)).isZero();
  }

  @Test
  void harmonic_is_the_reciprocal_of_the_mean_reciprocal() {
    // 1 / (0.5 / 60 + 0.5 / 30)
    assertThat(Aggregation.harmonic().of(values(60, 30), HALVES)).isCloseTo(40, ROUNDING);
    assertThat(Aggregation.harmonic().of(values(80, 0), HALVES)).isZero();
  }

  @Test
  void a_floor_keeps_one_zero_from_wiping_out_the_rest() {
    assertThat(Aggregation.geometric(1).of(values(80, 20), HALVES)).isCloseTo(40, ROUNDING);
    assertThat(Aggregation.geometric(4).of(values(64, 0), HALVES)).isCloseTo(16, ROUNDING);
    assertThat(Aggregation.harmonic(10).of(values(30, 0), HALVES)).isCloseTo(15, ROUNDING);
  }

  @Test
  void a_floor_never_lifts_the_result_above_the_greatest_child() {
    assertThat(Aggregation.geometric(50).of(values(10, 20), HALVES)).isEqualTo(20);
    assertThat(Aggregation.harmonic(50).of(values(0, 0), HALVES)).isZero();
  }

  @Test
  void power_mean_has_its_known_members() {
    double[] values = {90, 40, 10};
    double[] weights = {0.2, 0.5, 0.3};
    assertThat(Aggregation.power(1).of(values, weights))
        .isCloseTo(Aggregation.arithmetic().of(values, weights), ROUNDING);
    assertThat(Aggregation.power(-1).of(values, weights))
        .isCloseTo(Aggregation.harmonic().of(values, weights), ROUNDING);
    assertThat(Aggregation.power(1e-7).of(values, weights))
        .isCloseTo(Aggregation.geometric().of(values, weights), within(1e-5));
    assertThat(Aggregation.power(-1e-7).of(values, weights))
        .isCloseTo(Aggregation.geometric().of(values, weights), within(1e-5));
    // sqrt((30^2 + 40^2) / 2)
    assertThat(Aggregation.power(2).of(values(30, 40), HALVES))
        .isCloseTo(Math.sqrt(1250), ROUNDING);
  }

  @Test
  void power_mean_tends_to_the_extremes_without_overflow() {
    double[] values = {90, 40, 10};
    double[] weights = {0.2, 0.5, 0.3};
    assertThat(Aggregation.power(1e6).of(values, weights)).isCloseTo(90, within(0.001));
    assertThat(Aggregation.power(-1e6).of(values, weights)).isCloseTo(10, within(0.001));
    assertThat(Aggregation.power(-2).of(values(80, 0), HALVES)).isZero();
    assertThat(Aggregation.power(2).of(values(0, 0), HALVES)).isZero();
  }

  @Test
  void power_mean_grows_with_its_exponent() {
    double previous = 0;
    for (double exponent : new double[] {-50, -3, -1, -0.1, 0.1, 1, 3, 50}) {
      double mean = Aggregation.power(exponent).of(values(90, 40, 10), values(1, 1, 1));
      assertThat(mean).isGreaterThan(previous);
      previous = mean;
    }
  }

  @Test
  void extremes_pick_a_child_whatever_it_weighs() {
    double[] values = {90, 40, 10};
    assertThat(Aggregation.maximum().of(values, values(0.01, 1, 1))).isEqualTo(90);
    assertThat(Aggregation.minimum().of(values, values(1, 1, 0.01))).isEqualTo(10);
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_child_without_weight_does_not_count(Aggregation aggregation) {
    double[] with = {0, 90, 40, 100};
    assertThat(of(aggregation, List.of("v", "x", "y", "z"), with, values(0, 1, 2, 0)))
        .isEqualTo(of(aggregation, List.of("x", "y"), values(90, 40), values(1, 2)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void equal_children_give_their_value(Aggregation aggregation) {
    for (double value : new double[] {0, 1e-9, 33.3, 99.9, 100}) {
      assertThat(of(aggregation, XYZ, values(value, value, value), values(0.1, 0.2, 0.7)))
          .isCloseTo(value, ROUNDING);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void means_are_increasing_and_lie_between_the_children(Aggregation aggregation) {
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      double[] values = random.doubles(3, 0, 100).toArray();
      double[] weights = random.doubles(3, 0.01, 1).toArray();
      double least = Math.min(values[0], Math.min(values[1], values[2]));
      double greatest = Math.max(values[0], Math.max(values[1], values[2]));
      double mean = of(aggregation, XYZ, values, weights);
      assertThat(mean).isBetween(least - 1e-12, greatest + 1e-12);
      values[i % 3] = Math.min(100, values[i % 3] + 5);
      assertThat(of(aggregation, XYZ, values, weights)).isGreaterThanOrEqualTo(mean - 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void many_rows_are_computed_as_one_row_is(Aggregation aggregation) {
    Random random = new Random(12);
    double[][] children = new double[3][];
    for (int c = 0; c < 3; c++) {
      children[c] = random.doubles(100, 0, 100).toArray();
    }
    // What was in the array before does not matter, and what is beyond the rows stays.
    double[] out = new double[101];
    Arrays.fill(out, -1);
    double[] weights = {0.25, 0.25, 0.5};
    aggregation.bind(XYZ).aggregate(children, weights, out, 100);
    for (int i = 0; i < 100; i++) {
      double[] row = values(children[0][i], children[1][i], children[2][i]);
      assertThat(out[i]).isEqualTo(of(aggregation, XYZ, row, weights));
    }
    assertThat(out[100]).isEqualTo(-1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_missing_child_of_weight_makes_the_value_missing(Aggregation aggregation) {
    double[] out = new double[1];
    aggregation
        .bind(List.of("x", "y"))
        .aggregate(new double[][] {{50}, {Double.NaN}}, HALVES, out, 1);
    assertThat(out[0]).isNaN();
  }

  @Test
  void bad_values_and_weights_are_refused() {
    Aggregation mean = Aggregation.arithmetic();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mean.of(values(1, 2), values(1)))
        .withMessage("There must be as many weights as values, but there are 1 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mean.of(values(1, 101), HALVES))
        .withMessage("value 1 must be in [0.0, 100.0], but was 101.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mean.of(values(1, Double.NaN), HALVES))
        .withMessage("value 1 must be in [0.0, 100.0], but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mean.of(values(1, 2), values(1, -1)))
        .withMessage("weight 1 must be in [0.0, 1.7976931348623157E308], but was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mean.of(values(1, 2), values(0, 0)))
        .withMessage("Weights must have a finite sum > 0, but it was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mean.of(values(1, 2), values(Double.MAX_VALUE, Double.MAX_VALUE)))
        .withMessage("Weights must have a finite sum > 0, but it was Infinity");
  }

  @Test
  void bad_parameters_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.power(0))
        .withMessage(
            "Exponent of a power mean must be finite and at least 1.0E-8 in size, but was 0.0. Maybe"
                + " you meant Aggregation.geometric().");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.power(Double.NaN))
        .withMessage(
            "Exponent of a power mean must be finite and at least 1.0E-8 in size, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.power(Double.NEGATIVE_INFINITY))
        .withMessage(
            "Exponent of a power mean must be finite and at least 1.0E-8 in size, but was -Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.geometric(-1))
        .withMessage("floor of a geometric mean must be in [0.0, 100.0], but was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.harmonic(Double.NaN))
        .withMessage("floor of a harmonic mean must be in [0.0, 100.0], but was NaN");
  }
}
