package dev.steppe.tipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Least costs that are known in closed form or by a list of all answers. */
class BranchAndBoundTest {

  private static IndicatorBlock free(int indicator, double cost, double room) {
    return new ContinuousBlock(
        TippingMeasure.SUM,
        new int[] {indicator},
        new double[] {1},
        new double[] {cost},
        new double[] {room});
  }

  private static IndicatorBlock square(int indicator, double cost, double room) {
    return new ContinuousBlock(
        TippingMeasure.EUCLIDEAN,
        new int[] {indicator},
        new double[] {1},
        new double[] {cost},
        new double[] {room});
  }

  private static IndicatorBlock levels(int indicator, double cost, double... levels) {
    return new DiscreteBlock(TippingMeasure.SUM, indicator, cost, levels);
  }

  /** A search that was run, and how many scores it took. */
  private static final class Run {
    final double[] best;
    final double lowerBound;
    final double cost;
    int scores;

    Run(long limit, ToDoubleFunction<double[]> beyond, IndicatorBlock... blocks) {
      BranchAndBound search =
          new BranchAndBound(
              List.of(blocks),
              progress -> {
                scores++;
                return beyond.applyAsDouble(progress);
              },
              limit,
              Progress.none());
      best = search.run();
      lowerBound = search.lowerBound();
      double sum = 0;
      for (int b = 0; b < blocks.length; b++) {
        sum += blocks[b].cost(best[b]);
      }
      cost = sum;
    }
  }

  private static void assertProven(Run run, double least) {
    assertThat(run.cost).isCloseTo(least, within(2e-5 * least));
    assertThat(run.lowerBound).isBetween(least * (1 - 2e-5), least * (1 + 1e-9));
  }

  /** By Lagrange (10 + a) : (10 + b) is as 4 : 1 where a product of 900 is cheapest. */
  @Test
  void a_product_is_reached_where_the_marginal_costs_are_equal() {
    ToDoubleFunction<double[]> product = p -> (10 + p[0]) * (10 + p[1]) - 900;
    Run run = new Run(100_000, product, free(0, 1, 100), free(1, 4, 100));

    assertProven(run, 70);
    assertThat(run.best[0]).isCloseTo(50, within(0.5));
    assertThat(run.best[1]).isCloseTo(5, within(0.2));
  }

  /** Squares of distances: the nearest point of the hyperbola to (10, 10) is on the diagonal. */
  @Test
  void the_nearest_point_of_a_hyperbola_is_found() {
    ToDoubleFunction<double[]> product = p -> (10 + p[0]) * (10 + p[1]) - 900;
    Run run = new Run(100_000, product, square(0, 1, 100), square(1, 1, 100));

    assertProven(run, 800);
  }

  /** One of two suffices: 30 at 1 or 50 at 0.5. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_cheaper_of_two_ways_is_found_wherever_it_stands(boolean turned) {
    IndicatorBlock dear = free(0, 1, 100);
    IndicatorBlock cheap = free(1, 0.5, 100);
    ToDoubleFunction<double[]> greater =
        p -> Math.max(p[turned ? 1 : 0] - 30, p[turned ? 0 : 1] - 50);
    Run run =
        turned ? new Run(100_000, greater, cheap, dear) : new Run(100_000, greater, dear, cheap);

    assertProven(run, 25);
    assertThat(run.best[turned ? 1 : 0]).isZero();
  }

  /** The straight way leads to (50, 50), from where no small step is cheaper; (90, 0) is. */
  @Test
  void a_cheap_answer_far_from_the_straight_way_is_found() {
    ToDoubleFunction<double[]> corner = p -> Math.max(Math.min(p[0], p[1]) - 50, p[0] - 90);
    Run run = new Run(100_000, corner, free(0, 1, 100), free(1, 1, 100));

    assertProven(run, 90);
    assertThat(run.best[1]).isZero();
  }

  /** Of all 4 x 3 x 3 choices of levels, tried one by one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void among_levels_the_cheapest_of_all_choices_is_found(long seed) {
    Random random = new Random(seed);
    double[][] levels = {{0, 10, 30, 40}, {0, 25, 50}, {0, 5, 60}};
    double[] costs = new double[3];
    double[] slopes = new double[3];
    for (int b = 0; b < 3; b++) {
      costs[b] = 0.5 + random.nextDouble();
      slopes[b] = 0.2 + random.nextDouble();
    }
    ToDoubleFunction<double[]> score =
        p -> {
          double sum = 0;
          for (int b = 0; b < 3; b++) {
            sum += slopes[b] * Math.sqrt(p[b]);
          }
          return sum - 6;
        };
    double least = Double.POSITIVE_INFINITY;
    for (double a : levels[0]) {
      for (double b : levels[1]) {
        for (double c : levels[2]) {
          if (score.applyAsDouble(new double[] {a, b, c}) >= 0) {
            least = Math.min(least, costs[0] * a + costs[1] * b + costs[2] * c);
          }
        }
      }
    }
    if (least == Double.POSITIVE_INFINITY) {
      return;
    }
    Run run =
        new Run(
            100_000,
            score,
            levels(0, costs[0], levels[0]),
            levels(1, costs[1], levels[1]),
            levels(2, costs[2], levels[2]));

    assertProven(run, least);
    for (int b = 0; b < 3; b++) {
      assertThat(levels[b]).contains(run.best[b]);
    }
  }

  /** A search that cut nothing off would take a score for each of a million boxes. */
  @Test
  void few_scores_suffice() {
    ToDoubleFunction<double[]> product = p -> (10 + p[0]) * (10 + p[1]) - 900;
    ToDoubleFunction<double[]> corner = p -> Math.max(Math.min(p[0], p[1]) - 50, p[0] - 90);
    Run a = new Run(100_000, product, free(0, 1, 100), free(1, 4, 100));
    Run b = new Run(100_000, product, square(0, 1, 100), square(1, 1, 100));
    Run c = new Run(100_000, corner, free(0, 1, 100), free(1, 1, 100));

    assertThat(a.scores).isLessThan(30_000);
    assertThat(b.scores).isLessThan(25_000);
    assertThat(c.scores).isLessThan(1000);
  }

  /**
   * Of six ladders of five levels: 7,932 scores where both halves of a box had its middle level.
   */
  @Test
  void a_level_in_the_middle_is_in_one_half_only() {
    ToDoubleFunction<double[]> score =
        p -> {
          double sum = 0;
          for (int b = 0; b < p.length; b++) {
            sum += (1 + 0.1 * b) * Math.sqrt(p[b]);
          }
          return sum - 30;
        };
    IndicatorBlock[] blocks = new IndicatorBlock[6];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = levels(b, 1 + 0.13 * b, 0, 25, 50, 75, 100);
    }
    Run run = new Run(1_000_000, score, blocks);

    // Of all 15,625 choices, gone through in Python: 25 of each but the dearest.
    assertProven(run, 157.5);
    assertThat(run.best).containsExactly(25, 25, 25, 25, 25, 0);
    assertThat(run.scores).isLessThan(3000);
  }

  @Test
  void the_limit_holds_but_for_the_box_at_hand() {
    ToDoubleFunction<double[]> score = p -> Math.cbrt((1 + p[0]) * (1 + p[1]) * (1 + p[2])) - 20;
    Run run = new Run(3000, score, square(0, 1, 100), square(1, 2, 100), square(2, 3, 100));

    assertThat(run.scores).isBetween(3000, 3300);
    // By Lagrange 2a(1 + a) = 8b(1 + b) = 18c(1 + c), which is 3539.1754632189904 by bisection in
    // Python.
    assertThat(run.cost).isBetween(3539.1754632189904, 3539.1754632189904 * (1 + 1e-3));
    assertThat(run.lowerBound).isBetween(0.8 * 3539.1754632189904, 3539.1754632189904);
  }

  /**
   * Twelve blocks at costs from 1 to 12 a point, and {@code sum(log(1 + p_b / 10))} is to be 6: far
   * too many for boxes. By Lagrange {@code c^2 p (10 + p)} is the same for all that move where
   * squares are paid, and {@code c (10 + p)} where points are.
   */
  @ParameterizedTest
  @EnumSource(TippingMeasure.class)
  void of_many_blocks_the_least_cost_is_found_by_their_slopes(TippingMeasure measure) {
    int n = 12;
    IndicatorBlock[] blocks = new IndicatorBlock[n];
    for (int b = 0; b < n; b++) {
      blocks[b] = measure == TippingMeasure.SUM ? free(b, b + 1, 100) : square(b, b + 1, 100);
    }
    ToDoubleFunction<double[]> gain = p -> DoubleStream.of(p).map(x -> Math.log1p(x / 10)).sum();
    double low = 0;
    double high = 1e6;
    for (int step = 0; step < 100; step++) {
      double price = (low + high) / 2;
      if (gain.applyAsDouble(moves(measure, n, price)) < 6) {
        low = price;
      } else {
        high = price;
      }
    }
    double[] moves = moves(measure, n, high);
    double least = 0;
    for (int b = 0; b < n; b++) {
      least += measure.part(b + 1, moves[b]);
    }
    Run run = new Run(4000, p -> gain.applyAsDouble(p) - 6, blocks);

    // The cheapest point of straight slopes jumps from corner to corner where points are paid.
    double near = measure == TippingMeasure.SUM ? 0.1 : 1e-6;
    assertThat(run.cost).isBetween(least * (1 - 1e-9), least * (1 + near));
    assertThat(run.lowerBound).isBetween(0.0, least * (1 + 1e-9));
  }

  private static double[] moves(TippingMeasure measure, int n, double price) {
    double[] moves = new double[n];
    for (int b = 0; b < n; b++) {
      int cost = b + 1;
      double move =
          measure == TippingMeasure.SUM
              ? price / cost - 10
              : Math.sqrt(25 + price / (cost * cost)) - 5;
      moves[b] = Math.min(100, Math.max(0, move));
    }
    return moves;
  }

  @Test
  void within_the_tolerance_of_the_farthest_nothing_is_proven() {
    Run run = new Run(1000, p -> p[0] - 100 - 0.75e-9, free(0, 1, 100));

    assertThat(run.best).containsExactly(100);
    assertThat(run.lowerBound).isZero();
  }

  @Test
  void progress_is_told_as_long_as_boxes_are_split() {
    List<Long> heard = new ArrayList<>();
    BranchAndBound search =
        new BranchAndBound(
            List.of(free(0, 1, 100), free(1, 4, 100)),
            p -> (10 + p[0]) * (10 + p[1]) - 900,
            500,
            (done, total) -> heard.add(done));
    search.run();

    assertThat(heard).isSorted().hasSizeGreaterThan(1).allMatch(done -> done < 500);
  }
}
