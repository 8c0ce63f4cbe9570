package dev.steppe.tipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The closed form of the cheapest progress, against conditions of optimality and a grid. */
class ContinuousBlockTest {

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  private record Draw(
      int[] indicators, double[] weights, double[] costs, double[] rooms, double room) {

    static Draw of(long seed, int n) {
      Random random = new Random(seed);
      int[] indicators = new int[n];
      double[] weights = new double[n];
      double[] costs = new double[n];
      double[] rooms = new double[n];
      double room = 0;
      for (int i = 0; i < n; i++) {
        indicators[i] = i;
        // Some are equal, so that knots coincide.
        weights[i] = random.nextInt(3) == 0 ? 0.25 : 0.01 + random.nextDouble();
        costs[i] = random.nextInt(3) == 0 ? 1 : 0.1 + 4 * random.nextDouble();
        rooms[i] = random.nextInt(3) == 0 ? 50 : 100 * random.nextDouble();
        room += weights[i] * rooms[i];
      }
      return new Draw(indicators, weights, costs, rooms, room);
    }

    ContinuousBlock slope(TippingMeasure measure) {
      return new ContinuousBlock(measure, indicators, weights, costs, rooms);
    }

    double progress(double[] points) {
      double sum = 0;
      for (int i = 0; i < points.length; i++) {
        sum += weights[i] * points[i];
      }
      return sum;
    }

    double cost(TippingMeasure measure, double[] points) {
      double sum = 0;
      for (int i = 0; i < points.length; i++) {
        sum += measure.part(costs[i], points[i]);
      }
      return sum;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void moves_make_the_progress_at_the_cost_that_the_dual_confirms(long seed) {
    Draw draw = Draw.of(seed, 1 + (int) (seed % 9));
    Random random = new Random(seed);
    for (TippingMeasure measure : TippingMeasure.values()) {
      ContinuousBlock slope = draw.slope(measure);
      assertThat(slope.room()).isCloseTo(draw.room, within(1e-9));
      for (double share : new double[] {0, 1e-6, random.nextDouble(), 0.999, 1}) {
        double wanted = share * slope.room();
        double[] points = new double[draw.rooms.length];
        slope.move(wanted, points);
        for (int i = 0; i < points.length; i++) {
          assertThat(points[i]).isBetween(0.0, draw.rooms[i]);
        }
        assertThat(draw.progress(points)).isCloseTo(wanted, within(1e-9));
        double cost = draw.cost(measure, points);
        assertThat(slope.cost(wanted)).isCloseTo(cost, within(1e-8 * (1 + cost)));
        assertThat(slope.dual(wanted)).isCloseTo(cost, within(1e-8 * (1 + cost)));
        assertThat(slope.affordable(cost)).isCloseTo(wanted, within(1e-6 * (1 + wanted)));
      }
    }
  }

  /** Stationarity and complementary slackness: one price for all that are free to move. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void euclidean_moves_meet_the_conditions_of_karush_kuhn_and_tucker(long seed) {
    Draw draw = Draw.of(seed, 2 + (int) (seed % 7));
    ContinuousBlock slope = draw.slope(TippingMeasure.EUCLIDEAN);
    double[] points = new double[draw.rooms.length];
    slope.move(draw.room * new Random(seed).nextDouble(), points);
    double price = 0;
    for (int i = 0; i < points.length; i++) {
      if (points[i] < draw.rooms[i]) {
        price = Math.max(price, draw.costs[i] * draw.costs[i] * points[i] / draw.weights[i]);
      }
    }
    for (int i = 0; i < points.length; i++) {
      double own = draw.costs[i] * draw.costs[i] * points[i] / draw.weights[i];
      if (points[i] < draw.rooms[i]) {
        assertThat(own).isCloseTo(price, within(1e-9 * (1 + price)));
      } else {
        assertThat(own).isLessThanOrEqualTo(price * (1 + 1e-9) + 1e-9);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_point_of_a_grid_is_cheaper(long seed) {
    Draw draw = Draw.of(seed, 3);
    double wanted = draw.room * new Random(~seed).nextDouble();
    for (TippingMeasure measure : TippingMeasure.values()) {
      double cost = draw.slope(measure).cost(wanted);
      double least = Double.POSITIVE_INFINITY;
      int steps = 40;
      for (int a = 0; a <= steps; a++) {
        for (int b = 0; b <= steps; b++) {
          double first = draw.rooms[0] * a / steps;
          double second = draw.rooms[1] * b / steps;
          double rest = wanted - draw.weights[0] * first - draw.weights[1] * second;
          double third = Math.max(0, rest / draw.weights[2]);
          if (third <= draw.rooms[2]) {
            least = Math.min(least, draw.cost(measure, new double[] {first, second, third}));
          }
        }
      }
      assertThat(cost).isLessThanOrEqualTo(least + 1e-9);
      if (measure == TippingMeasure.SUM && least < Double.POSITIVE_INFINITY) {
        assertThat(cost).isGreaterThan(0.8 * least - 10);
      }
    }
  }

  @Test
  void the_best_progress_at_a_price_is_where_the_curve_has_it_as_slope() {
    Draw draw = Draw.of(5, 6);
    for (TippingMeasure measure : TippingMeasure.values()) {
      ContinuousBlock slope = draw.slope(measure);
      for (double price = 0; price < 400; price += 7.3) {
        double best = slope.best(price);
        for (double share = 0; share <= 1; share += 0.01) {
          double other = share * slope.room();
          assertThat(slope.cost(best) - price * best)
              .isLessThanOrEqualTo(slope.cost(other) - price * other + 1e-6);
        }
      }
    }
  }
}
