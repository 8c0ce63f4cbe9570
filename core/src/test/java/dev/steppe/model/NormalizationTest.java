package dev.steppe.model;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.testing.Kinds;
import dev.steppe.testing.Owned;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizationTest {

  private static final ImmutableDoubleArray REFERENCE = ImmutableDoubleArray.of(30, 10, 20, 20, 50);

  private static Normalization fitted(Normalization method, Direction direction) {
    return method.fit(REFERENCE, direction);
  }

  static Stream<Normalization> ready() {
    return Stream.of(
        Normalization.goalposts(12, 37),
        Normalization.piecewiseLinear(ImmutableMap.of(10.0, 20.0, 25.0, 90.0, 31.0, 5.0)),
        Normalization.logistic(23, 0.2),
        Normalization.own(new Owned.Root(37)),
        Normalization.own(new Owned.Root(37)).onto(5, 80),
        fitted(Normalization.rank(), HIGHER_IS_RISKIER),
        fitted(Normalization.percentileRank(), HIGHER_IS_RISKIER),
        Normalization.goalposts(12, 37).onto(1, 80),
        Normalization.piecewiseLinear(ImmutableMap.of(10.0, 20.0, 25.0, 90.0, 31.0, 5.0))
            .onto(10, 40));
  }

  static Stream<Normalization> unfitted() {
    return Stream.of(
        Normalization.minMax(),
        Normalization.zScore(),
        Normalization.rank(),
        Normalization.percentileRank(),
        Normalization.minMax().onto(1, 100));
  }

  /** Of categories nothing lies between two readings, so that they have tests of their own. */
  @Test
  void every_kind_of_normalisation_is_among_these() {
    assertThat(
            Streams.concat(
                    ready(),
                    unfitted(),
                    Stream.of(
                        Normalization.categories(ImmutableMap.of(0.0, 0.0)),
                        Normalization.zScore()
                            .fit(ImmutableDoubleArray.of(1e12, 1e12 + 1), HIGHER_IS_RISKIER)))
                .map(Object::getClass))
        .containsAll(Kinds.of(Normalization.class));
  }

  @ParameterizedTest
  @MethodSource("ready")
  void a_ramp_gives_the_values_of_its_method(Normalization method) {
    for (Direction direction : Direction.values()) {
      for (double reading = 5; reading <= 45; reading += 0.5) {
        double at = reading;
        double value = method.normalize(at, direction);
        assertThat(method.ramp(direction).map(ramp -> ramp.at(at)).orElse(value)).isEqualTo(value);
        double moved = method.onto(10, 40).normalize(at, direction);
        assertThat(method.ramp(direction, 10, 40).map(ramp -> ramp.at(at)).orElse(moved))
            .isEqualTo(moved);
      }
    }
  }

  @Test
  void lines_run_through_the_points_and_are_flat_outside() {
    Normalization lines =
        Normalization.piecewiseLinear(ImmutableMap.of(50.0, 100.0, 0.0, 0.0, 10.0, 80.0));
    assertThat(lines.normalize(30, HIGHER_IS_RISKIER)).isEqualTo(90);
    assertThat(lines.normalize(30, LOWER_IS_RISKIER)).isEqualTo(10);
    assertThat(lines.normalize(5, HIGHER_IS_RISKIER)).isEqualTo(40);
    assertThat(lines.normalize(0, HIGHER_IS_RISKIER)).isZero();
    assertThat(lines.normalize(10, HIGHER_IS_RISKIER)).isEqualTo(80);
    assertThat(lines.normalize(50, HIGHER_IS_RISKIER)).isEqualTo(100);
    assertThat(lines.normalize(-7, HIGHER_IS_RISKIER)).isZero();
    assertThat(lines.normalize(51, HIGHER_IS_RISKIER)).isEqualTo(100);
  }

  @Test
  void lines_may_rise_and_fall() {
    Normalization tent =
        Normalization.piecewiseLinear(ImmutableMap.of(0.0, 10.0, 4.0, 90.0, 8.0, 30.0));
    assertThat(tent.normalize(2, HIGHER_IS_RISKIER)).isEqualTo(50);
    assertThat(tent.normalize(6, HIGHER_IS_RISKIER)).isEqualTo(60);
    assertThat(tent.bounds(1, 7, HIGHER_IS_RISKIER)).isEqualTo(new Range(30, 90));
    assertThat(tent.bounds(1, 7, LOWER_IS_RISKIER)).isEqualTo(new Range(10, 70));
    assertThat(tent.bounds(4, 8, HIGHER_IS_RISKIER)).isEqualTo(new Range(30, 90));
    Normalization valley =
        Normalization.piecewiseLinear(ImmutableMap.of(0.0, 90.0, 4.0, 10.0, 8.0, 70.0));
    assertThat(valley.bounds(0, 8, HIGHER_IS_RISKIER)).isEqualTo(new Range(10, 90));
    assertThat(valley.bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, LOWER_IS_RISKIER))
        .isEqualTo(new Range(10, 90));
  }

  @Test
  void a_logistic_curve_has_its_middle_slope_and_symmetry() {
    Normalization curve = Normalization.logistic(10, 0.5);
    assertThat(curve.normalize(10, HIGHER_IS_RISKIER)).isEqualTo(50);
    // 100 / (1 + 1 / e), since steepness * 2 is 1.
    assertThat(curve.normalize(12, HIGHER_IS_RISKIER)).isCloseTo(73.10585786300049, within(1e-12));
    assertThat(curve.normalize(12, LOWER_IS_RISKIER)).isCloseTo(26.894142136999513, within(1e-12));
    double slope =
        (curve.normalize(10.0001, HIGHER_IS_RISKIER) - curve.normalize(9.9999, HIGHER_IS_RISKIER))
            / 0.0002;
    assertThat(slope).isCloseTo(25 * 0.5, within(1e-6));
    assertThat(curve.normalize(-1e9, HIGHER_IS_RISKIER)).isZero();
    assertThat(curve.normalize(1e9, HIGHER_IS_RISKIER)).isEqualTo(100);
  }

  @Test
  void categories_have_the_values_they_were_given() {
    Normalization basing =
        Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 30.0, 2.0, 100.0));
    assertThat(basing.normalize(1, HIGHER_IS_RISKIER)).isEqualTo(30);
    assertThat(basing.normalize(1, LOWER_IS_RISKIER)).isEqualTo(70);
    assertThat(basing.normalize(-0.0, HIGHER_IS_RISKIER)).isZero();
    assertThat(basing.bounds(0.5, 2, HIGHER_IS_RISKIER)).isEqualTo(new Range(30, 100));
    assertThat(basing.bounds(0, 1, LOWER_IS_RISKIER)).isEqualTo(new Range(70, 100));
  }

  @Test
  void an_unknown_category_is_refused() {
    Normalization basing = Normalization.categories(ImmutableMap.of(0.0, 0.0, 2.0, 100.0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> basing.normalize(1, HIGHER_IS_RISKIER))
        .withMessage("Reading 1.0 is none of the categories [0.0, 2.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> basing.bounds(0.5, 1.5, HIGHER_IS_RISKIER))
        .withMessage("Interval 0.5..1.5 has none of the categories [0.0, 2.0]");
  }

  @Test
  void bad_categories_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.categories(ImmutableMap.of()))
        .withMessage("Categories need at least one value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.categories(ImmutableMap.of(0.0, 1.0, -0.0, 2.0)))
        .withMessage("Category 0.0 has two values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.categories(ImmutableMap.of(1.0, 101.0)))
        .withMessage("value of category 1.0 must be in [0.0, 100.0], but was 101.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.categories(ImmutableMap.of(Double.NaN, 1.0)))
        .withMessage("category must be finite, but was NaN");
  }

  @Test
  void bad_points_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.piecewiseLinear(ImmutableMap.of(1.0, 1.0)))
        .withMessage("A piecewise linear normalisation needs at least two points, but has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.piecewiseLinear(ImmutableMap.of(1.0, 1.0, 2.0, -1.0)))
        .withMessage("value of the point at 2.0 must be in [0.0, 100.0], but was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Normalization.piecewiseLinear(
                    ImmutableMap.of(1.0, 1.0, Double.POSITIVE_INFINITY, 2.0)))
        .withMessage("reading of a point must be finite, but was Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.piecewiseLinear(ImmutableMap.of(0.0, 1.0, -0.0, 2.0)))
        .withMessage("There are two points at 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.piecewiseLinear(ImmutableMap.of(-1e308, 1.0, 1e308, 2.0)))
        .withMessage("Points at -1.0E308 and 1.0E308 are too far apart to compute with");
  }

  @Test
  void bad_logistic_curves_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.logistic(0, -0.5))
        .withMessage(
            "Steepness of a logistic normalisation must be finite and > 0, but was -0.5. Use"
                + " Direction.LOWER_IS_RISKIER for a falling curve.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.logistic(Double.NaN, 1))
        .withMessage("midpoint of a logistic normalisation must be finite, but was NaN");
    for (double steepness : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Normalization.logistic(0, steepness))
          .withMessageContaining("must be finite and > 0, but was " + steepness);
    }
  }

  @Test
  void minmax_becomes_goalposts_at_the_extremes() {
    for (Direction direction : Direction.values()) {
      assertThat(fitted(Normalization.minMax(), direction))
          .isEqualTo(Normalization.goalposts(10, 50));
    }
  }

  /** Mean 3 and sample standard deviation sqrt(2.5) of 1 to 5. */
  @Test
  void zscores_have_the_given_mean_and_deviation() {
    ImmutableDoubleArray oneToFive = ImmutableDoubleArray.of(1, 2, 3, 4, 5);
    for (Direction direction : Direction.values()) {
      Normalization score = Normalization.zScore(40, 5).fit(oneToFive, direction);
      double sign = direction == HIGHER_IS_RISKIER ? 1 : -1;
      assertThat(score.normalize(3, direction)).isCloseTo(40, within(1e-12));
      assertThat(score.normalize(5, direction))
          .isCloseTo(40 + sign * 5 * 2 / Math.sqrt(2.5), within(1e-12));
      assertThat(score.normalize(3 - sign * 1000, direction)).isZero();
      assertThat(score.normalize(3 + sign * 1000, direction)).isEqualTo(100);
    }
    assertThat(Normalization.zScore()).isEqualTo(Normalization.zScore(50, 10));
  }

  @Test
  void ranks_run_from_safest_to_riskiest_with_ties_averaged() {
    Normalization rank = fitted(Normalization.rank(), HIGHER_IS_RISKIER);
    // 10, 20, 20, 30, 50 have the ranks 1, 2.5, 2.5, 4, 5.
    assertThat(rank.normalize(10, HIGHER_IS_RISKIER)).isZero();
    assertThat(rank.normalize(20, HIGHER_IS_RISKIER)).isEqualTo(37.5);
    assertThat(rank.normalize(30, HIGHER_IS_RISKIER)).isEqualTo(75);
    assertThat(rank.normalize(50, HIGHER_IS_RISKIER)).isEqualTo(100);
    assertThat(rank.normalize(20, LOWER_IS_RISKIER)).isEqualTo(62.5);
    assertThat(rank.normalize(10, LOWER_IS_RISKIER)).isEqualTo(100);
    assertThat(rank.onto(1, 5).normalize(20, HIGHER_IS_RISKIER)).isEqualTo(2.5);
  }

  @Test
  void percentile_ranks_are_the_share_that_is_strictly_safer() {
    Normalization rank = fitted(Normalization.percentileRank(), HIGHER_IS_RISKIER);
    assertThat(rank.normalize(10, HIGHER_IS_RISKIER)).isZero();
    assertThat(rank.normalize(20, HIGHER_IS_RISKIER)).isEqualTo(25);
    assertThat(rank.normalize(30, HIGHER_IS_RISKIER)).isEqualTo(75);
    assertThat(rank.normalize(50, HIGHER_IS_RISKIER)).isEqualTo(100);
    assertThat(rank.normalize(20, LOWER_IS_RISKIER)).isEqualTo(50);
    assertThat(rank.normalize(10, LOWER_IS_RISKIER)).isEqualTo(100);
  }

  @Test
  void a_newcomer_ranks_between_its_neighbours_or_at_the_end() {
    Normalization rank = fitted(Normalization.rank(), HIGHER_IS_RISKIER);
    // Half way between the two that share 37.5 and the one at 75.
    assertThat(rank.normalize(25, HIGHER_IS_RISKIER)).isEqualTo(56.25);
    assertThat(rank.normalize(25, LOWER_IS_RISKIER)).isEqualTo(43.75);
    assertThat(rank.normalize(15, HIGHER_IS_RISKIER)).isEqualTo(18.75);
    assertThat(rank.normalize(40, HIGHER_IS_RISKIER)).isEqualTo(87.5);
    Normalization tied =
        Normalization.rank().fit(ImmutableDoubleArray.of(1, 1, 1, 5), HIGHER_IS_RISKIER);
    assertThat(tied.normalize(1, HIGHER_IS_RISKIER)).isCloseTo(100 / 3.0, within(1e-12));
    assertThat(tied.normalize(3, HIGHER_IS_RISKIER)).isCloseTo(200 / 3.0, within(1e-12));
    assertThat(tied.normalize(3, LOWER_IS_RISKIER)).isCloseTo(100 / 3.0, within(1e-12));
    assertThat(rank.normalize(-5, HIGHER_IS_RISKIER)).isZero();
    assertThat(rank.normalize(500, HIGHER_IS_RISKIER)).isEqualTo(100);
    Normalization percentile = fitted(Normalization.percentileRank(), HIGHER_IS_RISKIER);
    assertThat(percentile.normalize(25, HIGHER_IS_RISKIER)).isEqualTo(75);
    assertThat(percentile.normalize(500, HIGHER_IS_RISKIER)).isEqualTo(100);
    assertThat(percentile.normalize(-5, LOWER_IS_RISKIER)).isEqualTo(100);
  }

  @Test
  void a_newcomer_beyond_the_extremes_is_cut_off_by_minmax() {
    Normalization method = fitted(Normalization.minMax(), HIGHER_IS_RISKIER);
    assertThat(method.normalize(60, HIGHER_IS_RISKIER)).isEqualTo(100);
    assertThat(method.normalize(0, HIGHER_IS_RISKIER)).isZero();
  }

  @Test
  void a_part_of_the_scale_is_a_straight_line_of_the_whole() {
    Normalization lines =
        Normalization.piecewiseLinear(ImmutableMap.of(0.0, 0.0, 10.0, 80.0, 50.0, 100.0));
    assertThat(lines.onto(1, 81).normalize(30, HIGHER_IS_RISKIER)).isEqualTo(73);
    assertThat(Normalization.goalposts(0, 60).onto(1, 100).normalize(0, HIGHER_IS_RISKIER))
        .isEqualTo(1);
    Normalization part = lines.onto(1, 81);
    assertThat(part.scale(HIGHER_IS_RISKIER).lower()).isEqualTo(1);
    assertThat(part.scale(HIGHER_IS_RISKIER).upper()).isEqualTo(81);
    assertThat(lines.scale(HIGHER_IS_RISKIER).lower()).isZero();
    assertThat(lines.scale(HIGHER_IS_RISKIER).upper()).isEqualTo(100);
    assertThat(fitted(Normalization.minMax().onto(1, 100), HIGHER_IS_RISKIER))
        .isEqualTo(Normalization.goalposts(10, 50).onto(1, 100));
  }

  /** 0.2 + (0.9 - 0.2) is 0.8999999999999999 in double precision. */
  @Test
  void the_ends_of_a_part_of_the_scale_are_exact() {
    Normalization part = fitted(Normalization.rank(), HIGHER_IS_RISKIER).onto(0.2, 0.9);
    assertThat(part.normalize(50, HIGHER_IS_RISKIER)).isEqualTo(0.9);
    assertThat(part.normalize(10, HIGHER_IS_RISKIER)).isEqualTo(0.2);
    assertThat(part.bounds(10, 50, LOWER_IS_RISKIER)).isEqualTo(new Range(0.2, 0.9));
  }

  @Test
  void a_bad_part_of_the_scale_is_refused() {
    Normalization posts = Normalization.goalposts(0, 1);
    double[][] bad = {{-1, 5}, {5, 5}, {6, 5}, {0, 101}, {Double.NaN, 5}, {0, Double.NaN}};
    for (double[] part : bad) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> posts.onto(part[0], part[1]))
          .withMessage(
              "A part of the scale needs 0 <= lower < upper <= 100, but was ["
                  + part[0]
                  + ", "
                  + part[1]
                  + "]");
    }
  }

  @ParameterizedTest
  @MethodSource("ready")
  void a_missing_reading_stays_missing(Normalization method) {
    for (Direction direction : Direction.values()) {
      assertThat(method.normalize(Double.NaN, direction)).isNaN();
    }
  }

  @Test
  void a_missing_category_stays_missing() {
    assertThat(
            Normalization.categories(ImmutableMap.of(0.0, 0.0))
                .normalize(Double.NaN, HIGHER_IS_RISKIER))
        .isNaN();
  }

  @ParameterizedTest
  @MethodSource("ready")
  void bounds_are_those_of_a_dense_grid(Normalization method) {
    double[][] intervals = {{5, 45}, {10, 20}, {21, 29}, {24, 26}, {30, 32}, {0, 11}, {40, 60}};
    for (Direction direction : Direction.values()) {
      for (double[] interval : intervals) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int steps = 10_000;
        for (int i = 0; i <= steps; i++) {
          double reading = interval[0] + (interval[1] - interval[0]) * i / steps;
          double value = method.normalize(reading, direction);
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
        Range bounds = method.bounds(interval[0], interval[1], direction);
        // The grid may step over a corner by a fraction of its width.
        assertThat(bounds.lower()).isCloseTo(least, within(0.1)).isLessThanOrEqualTo(least);
        assertThat(bounds.upper())
            .isCloseTo(greatest, within(0.1))
            .isGreaterThanOrEqualTo(greatest);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ready")
  void directions_mirror_each_other(Normalization method) {
    if (method.equals(fitted(Normalization.percentileRank(), HIGHER_IS_RISKIER))) {
      return; // It counts who is strictly safer, and ties are on neither side.
    }
    // The scale itself is mirrored, which for a polyline or categories is more than their values.
    double mirror =
        method.normalize(25, HIGHER_IS_RISKIER) + method.normalize(25, LOWER_IS_RISKIER);
    assertThat(mirror)
        .isCloseTo(
            method.scale(HIGHER_IS_RISKIER).upper() + method.scale(LOWER_IS_RISKIER).lower(),
            within(1e-12 * 100));
    for (double reading = 5; reading <= 45; reading += 0.5) {
      assertThat(method.normalize(reading, LOWER_IS_RISKIER))
          .isCloseTo(mirror - method.normalize(reading, HIGHER_IS_RISKIER), within(1e-12 * 100));
    }
  }

  @ParameterizedTest
  @MethodSource("ready")
  void a_method_that_is_ready_is_its_own_fit(Normalization method) {
    assertThat(method.isFitted()).isTrue();
    assertThat(method.fit(REFERENCE, HIGHER_IS_RISKIER)).isSameAs(method);
  }

  @ParameterizedTest
  @MethodSource("unfitted")
  void a_method_without_its_reference_set_refuses_to_normalize(Normalization method) {
    assertThat(method.isFitted()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> method.normalize(1, HIGHER_IS_RISKIER))
        .withMessageEndingWith(
            " normalisation must be fitted to a reference set first: Scorer.fit(...)");
    assertThat(method.fit(REFERENCE, HIGHER_IS_RISKIER).isFitted()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("unfitted")
  void a_reference_set_that_tells_nothing_apart_is_refused(Normalization method) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.fit(ImmutableDoubleArray.of(3, 3, 3), HIGHER_IS_RISKIER))
        .withMessageEndingWith(" normalisation needs readings that differ, but all 3 are 3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.fit(ImmutableDoubleArray.of(3), HIGHER_IS_RISKIER))
        .withMessageEndingWith(
            " normalisation needs at least two readings in the reference set, but there is 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.fit(ImmutableDoubleArray.of(), HIGHER_IS_RISKIER))
        .withMessageEndingWith(
            " normalisation needs at least two readings in the reference set, but there are none");
  }

  @Test
  void bad_zscores_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.zScore(101, 1))
        .withMessage("mean of a z-score must be in [0.0, 100.0], but was 101.0");
    for (double sd : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Normalization.zScore(50, sd))
          .withMessage("Standard deviation of a z-score must be finite and > 0, but was " + sd);
    }
  }

  @Test
  void z_scores_that_would_cut_off_many_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalization.zScore(0, 1))
        .withMessage(
            "zScore(0.0, 1.0) puts a share of 0.5 of a standard normal beyond 0 and 100, where"
                + " values are cut off; at most 0.05 may be. Use zScore(50, k) with k from 10 to"
                + " 25, or rank()");
    for (double[] refused : new double[][] {{100, 15}, {0, 10}, {50, 26}, {1, 1}, {50, 1e300}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Normalization.zScore(refused[0], refused[1]))
          .withMessageContaining(" puts a share of ");
    }
    for (double[] allowed : new double[][] {{10, 2}, {50, 25}, {2, 1}, {98, 1}, {50, 1e-3}}) {
      assertThat(Normalization.zScore(allowed[0], allowed[1]).isFitted()).isFalse();
    }
  }
}
