package dev.steppe.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Nearest weights worked out by hand, with some of them at 0. */
class SimplexProjectionTest {

  private static final double TIGHT = 1e-12;

  /** With all above 0: w - (w.d) d~ / |d~|^2, d~ being (2, -1, -1), which sums to 0. */
  @Test
  void an_inner_point_is_the_closed_form() {
    assertThat(SimplexProjection.euclidean(new double[] {0.5, 0.3, 0.2}, new double[] {2, -1, -1}))
        .containsExactly(new double[] {1 / 3.0, 0.3 + 1 / 12.0, 0.2 + 1 / 12.0}, within(TIGHT));
  }

  /**
   * Of d = (10, 1, -1) the level weights are (t, (1 - 11 t) / 2, (1 + 9 t) / 2). From (0.05, 0.9,
   * 0.05) they are the further the greater t is.
   */
  @Test
  void a_weight_that_would_fall_below_0_is_0() {
    double[] nearest =
        SimplexProjection.euclidean(new double[] {0.05, 0.9, 0.05}, new double[] {10, 1, -1});
    // Half the derivative in t at 0: -0.05 - 5.5 (0.5 - 0.9) + 4.5 (0.5 - 0.05) = 4.175 > 0.
    assertThat(nearest).containsExactly(new double[] {0, 0.5, 0.5}, within(TIGHT));
  }

  @Test
  void a_weight_of_0_rises_where_that_is_nearer() {
    // d = (3, -1, -1): level at 1/4, and the two others share the rest of 3/4 - 0.2 alike.
    assertThat(SimplexProjection.euclidean(new double[] {0.8, 0.2, 0}, new double[] {3, -1, -1}))
        .containsExactly(new double[] {0.25, 0.475, 0.275}, within(TIGHT));
  }

  @Test
  void points_are_told_by_the_conditions_of_optimality() {
    double[] weights = {0.5, 0.3, 0.2};
    double[] difference = {2, -1, -1};
    double third = 1 / 3.0;
    assertThat(isProjection(weights, difference, third, 0.3 + 1 / 12.0, 0.2 + 1 / 12.0)).isTrue();
    // Level, but the third weight ought to rise from 0, or is below it.
    assertThat(isProjection(weights, difference, third, 2 * third, 0)).isFalse();
    assertThat(isProjection(weights, difference, third, 0.7, 0.3 - third)).isFalse();
    // Not level.
    assertThat(isProjection(weights, difference, 0.4, 0.3, 0.3)).isFalse();
    assertThat(isProjection(weights, difference, 0.2, 0.4, 0.4)).isFalse();
    // All weight on one difference has no line to be judged by.
    assertThat(isProjection(weights, new double[] {0, -1, 1}, 1, 0, 0)).isFalse();
    // A weight that stays at 0: the two others alone are level.
    assertThat(isProjection(new double[] {0.05, 0.9, 0.05}, new double[] {10, 1, -1}, 0, 0.5, 0.5))
        .isTrue();
  }

  /**
   * With (0, 2/3, 1/3) on d = (0.5, 1, -2), mu is -31/180 and lambda -11/180, so that the first
   * weight is to stay at 0 up to 0.1472.
   */
  @Test
  void a_weight_at_0_is_to_stay_there_up_to_a_price() {
    double[] difference = {0.5, 1, -2};
    double third = 1 / 3.0;
    assertThat(isProjection(new double[] {0.147, 0.9, 0.05}, difference, 0, 2 * third, third))
        .isTrue();
    assertThat(isProjection(new double[] {0.148, 0.9, 0.05}, difference, 0, 2 * third, third))
        .isFalse();
  }

  /** In which unit differences are does not matter; by hand with d = (20, -10, 5). */
  @Test
  void differences_of_any_size_have_the_same_nearest_weights() {
    // d~ = (15, -15, 0), |d~|^2 = 450, w.d = 5 at equal weights: mu = -1/90.
    double third = 1 / 3.0;
    for (double unit : new double[] {1e-7, 1e-3, 1, 4}) {
      assertThat(
              SimplexProjection.euclidean(
                  new double[] {third, third, third},
                  new double[] {20 * unit, -10 * unit, 5 * unit}))
          .containsExactly(new double[] {1 / 6.0, 0.5, third}, within(1e-9));
    }
  }

  private static boolean isProjection(double[] weights, double[] difference, double... point) {
    return SimplexProjection.isProjection(weights, difference, point);
  }

  /** Weight goes from the greatest difference to the least: 20 points at 60 a unit. */
  @Test
  void the_least_sum_of_changes_moves_weight_where_it_counts_most() {
    double[] weights = {0.5, 0.25, 0.25};
    assertThat(SimplexProjection.total(weights, new double[] {40, 20, -20}))
        .containsExactly(new double[] {0.5 - 1 / 3.0, 0.25, 0.25 + 1 / 3.0}, within(TIGHT));
    // 25 points at 100 a unit: just all of the first.
    assertThat(SimplexProjection.total(new double[] {0.25, 0.5, 0.25}, new double[] {60, 40, -40}))
        .containsExactly(new double[] {0, 0.5, 0.5}, within(TIGHT));
    assertThat(
            // 12.5 of 22.5 points by the first, and 10 at 80 a unit by the second.
            SimplexProjection.total(new double[] {0.125, 0.625, 0.25}, new double[] {60, 40, -40}))
        .containsExactly(new double[] {0, 0.5, 0.5}, within(TIGHT));
  }

  @Test
  void the_least_largest_change_moves_all_alike() {
    // (0.5 - r) 40 + 0.25 * 0 + (0.25 + r) (-20) = 15 - 60 r, with the middle one as it is.
    assertThat(SimplexProjection.largest(new double[] {0.5, 0.25, 0.25}, new double[] {40, 0, -20}))
        .containsExactly(new double[] {0.25, 0.25, 0.5}, within(TIGHT));
  }
}
