package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.testing.RandomModels;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NearestPointTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  private static double[][] points(long seed, int count, int dimensions, double shift) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] points = new double[count][dimensions];
    for (double[] point : points) {
      for (int k = 0; k < dimensions; k++) {
        point[k] = random.nextDouble() - 0.5 + shift;
      }
    }
    return points;
  }

  @Test
  void one_point_is_its_own_mixture() {
    NearestPoint nearest = NearestPoint.of(new double[][] {{3, 4}});
    assertThat(nearest.weights()).containsExactly(1);
    assertThat(nearest.distance()).isEqualTo(5);
    assertThat(nearest.gap()).isZero();
  }

  @Test
  void a_vertex_at_the_origin_is_the_answer() {
    NearestPoint nearest = NearestPoint.of(new double[][] {{3, 4}, {0, 0}, {-3, 1}});
    assertThat(nearest.weights()).containsExactly(0, 1, 0);
    assertThat(nearest.distance()).isZero();
    assertThat(nearest.gap()).isZero();
  }

  /** The foot of the perpendicular on the segment from (1, -1) to (1, 3). */
  @Test
  void the_projection_on_a_segment_is_the_foot_of_the_perpendicular() {
    NearestPoint nearest = NearestPoint.of(new double[][] {{1, 3}, {1, -1}});
    assertThat(nearest.weights()[0]).isCloseTo(0.25, within(1e-15));
    assertThat(nearest.weights()[1]).isCloseTo(0.75, within(1e-15));
    assertThat(nearest.point()).containsExactly(new double[] {1, 0}, within(1e-15));
  }

  @Test
  void beyond_the_end_of_a_segment_the_end_is_nearest() {
    NearestPoint nearest = NearestPoint.of(new double[][] {{2, 5}, {1, 1}});
    assertThat(nearest.weights()).containsExactly(0, 1);
  }

  /** The plane x + y + z = 1 is nearest in its centre. */
  @Test
  void the_projection_on_a_triangle_is_the_foot_on_its_plane() {
    NearestPoint nearest = NearestPoint.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    assertThat(nearest.weights())
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
    assertThat(nearest.distance()).isCloseTo(1 / Math.sqrt(3), within(1e-15));
  }

  /** From (0, 2), which is nearest of the three, to the segment of the other two. */
  @Test
  void an_edge_is_found_though_the_first_vertex_must_leave() {
    NearestPoint nearest = NearestPoint.of(new double[][] {{0, 2}, {3, 0}, {-2, 1}});
    // The line from (3, 0) to (-2, 1): x + 5 y = 3, its foot 3 / 26 (1, 5).
    assertThat(nearest.point()).containsExactly(new double[] {3 / 26.0, 15 / 26.0}, within(1e-15));
    assertThat(nearest.weights()[0]).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void an_exact_mixture_in_general_position_is_recovered(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int dimensions = 1 + random.nextInt(12);
    int count = 1 + random.nextInt(dimensions + 1);
    double[][] points = points(seed, count, dimensions, 0);
    double[] weights = new double[count];
    double sum = 0;
    for (int j = 0; j < count; j++) {
      weights[j] = random.nextInt(3) == 0 && j > 0 ? 0 : 0.05 + random.nextDouble();
      sum += weights[j];
    }
    double[] mixed = new double[dimensions];
    for (int j = 0; j < count; j++) {
      weights[j] /= sum;
      for (int k = 0; k < dimensions; k++) {
        mixed[k] += weights[j] * points[j][k];
      }
    }
    for (double[] point : points) {
      for (int k = 0; k < dimensions; k++) {
        point[k] -= mixed[k];
      }
    }
    NearestPoint nearest = NearestPoint.of(points);
    assertThat(nearest.distance()).isLessThan(1e-12);
    assertThat(nearest.weights()).containsExactly(weights, within(1e-8));
  }

  /** No point may lie lower than the nearest one, and mixed points are all on its face. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_conditions_of_optimality_hold(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int dimensions = 1 + random.nextInt(20);
    int count = 1 + random.nextInt(80);
    double shift = random.nextInt(3) * 0.2;
    double[][] points = points(seed, count, dimensions, shift);
    if (count > 3) {
      points[3] = points[0].clone();
      points[2] = points[1].clone();
      points[2][0] += 1e-9;
    }
    NearestPoint nearest = NearestPoint.of(points);
    assertThat(nearest.gap()).isLessThan(1e-11);
    double sum = 0;
    double[] mixed = new double[dimensions];
    double[] weights = nearest.weights();
    double height = Vectors.dot(nearest.point(), nearest.point());
    for (int j = 0; j < count; j++) {
      assertThat(weights[j]).isGreaterThanOrEqualTo(0);
      sum += weights[j];
      double lies = Vectors.dot(nearest.point(), points[j]);
      assertThat(lies).isGreaterThan(height - 1e-11);
      if (weights[j] > 1e-6) {
        assertThat(lies).isCloseTo(height, within(1e-8));
      }
      for (int k = 0; k < dimensions; k++) {
        mixed[k] += weights[j] * points[j][k];
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(mixed).containsExactly(nearest.point(), within(1e-12));
  }

  /** All mixtures of three and four points on a grid of a fortieth: none is nearer. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_mixture_on_a_fine_grid_is_nearer(long seed) {
    double[][] points = points(seed, 4, 3, 0.3);
    NearestPoint nearest = NearestPoint.of(points);
    double best = Double.POSITIVE_INFINITY;
    int steps = 40;
    for (int a = 0; a <= steps; a++) {
      for (int b = 0; a + b <= steps; b++) {
        for (int c = 0; a + b + c <= steps; c++) {
          double square = 0;
          for (int k = 0; k < 3; k++) {
            double mixed =
                (a * points[0][k]
                        + b * points[1][k]
                        + c * points[2][k]
                        + (steps - a - b - c) * points[3][k])
                    / steps;
            square += mixed * mixed;
          }
          best = Math.min(best, Math.sqrt(square));
        }
      }
    }
    assertThat(nearest.distance()).isLessThanOrEqualTo(best + 1e-12);
    // Half a grid cell away at most, cells being a fortieth of edges no longer than sqrt(3).
    assertThat(nearest.distance()).isGreaterThan(best - 3 * Math.sqrt(3) / 40);
  }

  @Test
  void many_points_in_many_dimensions_are_solved() {
    for (long seed = 0; seed < 3; seed++) {
      double[][] points = points(seed, 500, 50, 0.1 * seed);
      assertThat(NearestPoint.of(points).gap()).isLessThan(1e-11);
    }
  }

  @Test
  void the_gap_bounds_what_is_left() {
    // Two points that are all but one: rounding may stop early, and the gap says by how much.
    NearestPoint nearest = NearestPoint.of(new double[][] {{1, 1e-14}, {1, -1e-14}, {1, 1e-15}});
    assertThat(nearest.distance() - nearest.gap()).isLessThanOrEqualTo(1);
    assertThat(nearest.gap()).isLessThan(1e-13);
  }

  @Test
  void the_face_has_all_points_that_are_as_low() {
    NearestPoint nearest = NearestPoint.of(new double[][] {{1, -1}, {1, 3}, {1, 2}, {2, 0}});
    assertThat(nearest.face(1e-9)).containsExactly(0, 1, 2);
  }

  /** A mixture of three points of a plane is one only while they are corners of a triangle. */
  @Test
  void a_mixture_is_unique_while_the_points_of_the_face_are_affinely_independent() {
    assertThat(NearestPoint.of(new double[][] {{1, -1}, {1, 3}}).isUnique(1e-9)).isTrue();
    assertThat(NearestPoint.of(new double[][] {{1, -1}, {1, 3}, {1, 2}}).isUnique(1e-9)).isFalse();
    assertThat(NearestPoint.of(new double[][] {{1, 0}}).isUnique(1e-9)).isTrue();
    double[][] square = {{1, 0, 0}, {1, 1, 0}, {1, 0, 1}, {1, 1, 1}};
    assertThat(NearestPoint.of(square).isUnique(1e-9)).isFalse();
    double[][] triangle = {{1, -1, -1}, {1, 1, -1}, {1, 0, 1}};
    assertThat(NearestPoint.of(triangle).isUnique(1e-9)).isTrue();
  }
}
