package dev.steppe.internal.math;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CutSimplexTest {

  private static CutSimplex cut(CutSimplex simplex, double... function) {
    CutSimplex with = simplex.with(new double[][] {function}, 1e-12);
    return requireNonNull(with.halves(with.functions() - 1))[1];
  }

  private static String corners(CutSimplex simplex) {
    TreeSet<String> corners = new TreeSet<>();
    for (int c = 0; c < simplex.corners(); c++) {
      StringBuilder corner = new StringBuilder();
      for (double weight : simplex.weights(c)) {
        corner.append(Math.round(weight * 1e6) / 1e6).append(' ');
      }
      corners.add(corner.toString().trim());
    }
    return String.join(", ", corners);
  }

  /** Weights in a known order: the corners are (1, 0, 0), (1/2, 1/2, 0) and (1/3, 1/3, 1/3). */
  @Test
  void an_order_of_weights_has_the_known_corners() {
    CutSimplex ordered = requireNonNull(CutSimplex.whole(3));
    ordered = cut(cut(ordered, 1, -1, 0), 0, 1, -1);
    assertThat(corners(ordered)).isEqualTo("0.333333 0.333333 0.333333, 0.5 0.5 0.0, 1.0 0.0 0.0");
  }

  @Test
  void a_side_without_a_corner_is_empty() {
    CutSimplex whole = requireNonNull(CutSimplex.whole(2));
    assertThat(cut(whole, -1, -2).corners()).isZero();
    assertThat(corners(cut(whole, 0, -1))).isEqualTo("1.0 0.0");
  }

  /**
   * A corner of the cube within the simplex, w_k at most 2 / n, has 2 / n in half of its places:
   * there are n choose n / 2 of them for even n.
   */
  @Test
  void half_of_the_weights_at_their_most() {
    for (int n = 2; n <= 10; n += 2) {
      CutSimplex left = requireNonNull(CutSimplex.whole(n));
      for (int k = 0; k < n; k++) {
        double[] room = new double[n];
        java.util.Arrays.fill(room, 2.0 / n);
        room[k] -= 1;
        left = cut(left, room);
      }
      double expected = 1;
      for (int k = 1; k <= n / 2; k++) {
        expected = expected * (n / 2 + k) / k;
      }
      assertThat(left.corners()).isEqualTo((int) Math.round(expected));
    }
  }

  /** The least of a linear function over the corners is that of the linear program. */
  @Test
  void least_values_are_those_of_linear_programs() {
    Random random = new Random(3);
    for (int trial = 0; trial < 200; trial++) {
      int n = 2 + random.nextInt(5);
      CutSimplex left = requireNonNull(CutSimplex.whole(n));
      java.util.List<LinearRow> rows = new java.util.ArrayList<>();
      for (int r = 0; r < 6; r++) {
        // The middle of the simplex is on the side that is kept.
        double[] row = random.doubles(n, -1, 1).toArray();
        double sum = java.util.Arrays.stream(row).sum();
        for (int k = 0; k < n; k++) {
          row[k] -= sum / n - 0.1;
        }
        LinearRow demand = new LinearRow(row, 0);
        rows.add(demand);
        left = cut(left, demand.atUnits());
      }
      double[] costs = random.doubles(n, -1, 1).toArray();
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < left.corners(); c++) {
        double[] corner = left.weights(c);
        rows.forEach(row -> assertThat(row.shortfall(corner)).isLessThan(1e-12));
        least = Math.min(least, Vectors.dot(costs, corner));
      }
      assertThat(new LinearProgram(n, rows).minimise(costs).cost())
          .isCloseTo(least, org.assertj.core.api.Assertions.within(1e-11));
    }
  }

  @Test
  void too_many_weights_have_no_list_of_corners() {
    assertThat(CutSimplex.whole(63)).isNotNull();
    assertThat(CutSimplex.whole(64)).isNull();
  }
}
