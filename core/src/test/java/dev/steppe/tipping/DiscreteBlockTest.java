package dev.steppe.tipping;

import static dev.steppe.tipping.TippingMeasure.EUCLIDEAN;
import static dev.steppe.tipping.TippingMeasure.SUM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels 10, 30 and 40 points away at a cost of 2, worked out by hand. */
class DiscreteBlockTest {

  private static DiscreteBlock block(TippingMeasure measure) {
    return new DiscreteBlock(measure, 1, 2, new double[] {0, 10, 30, 40});
  }

  @Test
  void progress_is_paid_up_to_the_next_level() {
    assertThat(block(SUM).room()).isEqualTo(40);
    assertThat(block(SUM).indicators()).containsExactly(1);
    double[] sums = {0, 20, 20, 60, 80};
    double[] squares = {0, 400, 400, 3600, 6400};
    double[] progress = {0, 0.5, 10, 10.5, 40};
    for (int k = 0; k < progress.length; k++) {
      assertThat(block(SUM).cost(progress[k])).isEqualTo(sums[k]);
      assertThat(block(SUM).dual(progress[k])).isEqualTo(sums[k]);
      assertThat(block(EUCLIDEAN).cost(progress[k])).isEqualTo(squares[k]);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0", "19.9,0", "20,10", "59.9,10", "60,30", "79.9,30", "80,40", "500,40"})
  void what_is_affordable_is_the_last_level_that_costs_no_more(double cost, double level) {
    assertThat(block(SUM).affordable(cost)).isEqualTo(level);
    assertThat(block(EUCLIDEAN).affordable(cost * cost)).isEqualTo(level);
  }

  /** From level to level the squares 0, 400, 3600, 6400 rise by 40, 160 and 280 a point. */
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "39.9,0",
    "40,0",
    "40.1,10",
    "159.9,10",
    "160.1,30",
    "279.9,30",
    "280.1,40",
    "1e9,40"
  })
  void the_best_level_changes_where_the_price_is_the_slope_between_two(double price, double level) {
    assertThat(block(EUCLIDEAN).best(price)).isEqualTo(level);
  }

  @Test
  void at_a_cost_in_proportion_the_best_is_all_or_nothing() {
    assertThat(block(SUM).best(1.9)).isZero();
    assertThat(block(SUM).best(2.1)).isEqualTo(40);
  }

  @Test
  void moves_are_to_levels() {
    double[] points = {7, 7};
    block(SUM).move(10.5, points);
    assertThat(points).containsExactly(7, 30);
    assertThat(block(SUM).above(10.5)).isEqualTo(30);
    assertThat(block(SUM).above(30)).isEqualTo(30);
    assertThat(block(SUM).above(41)).isEqualTo(40);
    assertThat(block(SUM).below(10.5)).isEqualTo(10);
    assertThat(block(SUM).below(10)).isEqualTo(10);
    assertThat(block(SUM).below(-1)).isZero();
    assertThat(block(SUM).below(41)).isEqualTo(40);
  }
}
