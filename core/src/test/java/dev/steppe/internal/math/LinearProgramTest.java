package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearProgramTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  /** min w2 + 2 w3 with w1 at most 0.4 and w3 at least w2: (0.4, 0.3, 0.3). */
  @Test
  void a_program_by_hand() {
    List<LinearRow> rows =
        List.of(
            new LinearRow(new double[] {-1, 0, 0}, -0.4),
            new LinearRow(new double[] {0, -1, 1}, 0));
    LinearProgram.Optimum optimum = new LinearProgram(3, rows).minimise(new double[] {0, 1, 2});
    assertThat(optimum.point()).containsExactly(new double[] {0.4, 0.3, 0.3}, within(1e-12));
    assertThat(optimum.cost()).isCloseTo(0.9, within(1e-12));
    assertThat(optimum.bound()).isCloseTo(0.9, within(1e-11));
  }

  @Test
  void a_program_without_solution_is_refused() {
    List<LinearRow> rows =
        List.of(new LinearRow(new double[] {1, 0}, 0.6), new LinearRow(new double[] {0, 1}, 0.6));
    assertThatThrownBy(() -> new LinearProgram(2, rows).minimise(new double[] {1, 2}))
        .isInstanceOf(ArithmeticException.class);
  }

  /** Many rows through one point make every pivot there a step of length 0. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void degenerate_programs_come_to_an_end(long seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(10);
    double[] centre = new double[size];
    double sum = 0;
    for (int k = 0; k < size; k++) {
      centre[k] = random.nextInt(4);
      sum += centre[k];
    }
    if (sum == 0) {
      return;
    }
    List<LinearRow> rows = new ArrayList<>();
    for (int r = 0; r < 40; r++) {
      double[] row = new double[size];
      double at = 0;
      for (int k = 0; k < size; k++) {
        row[k] = random.nextInt(7) - 3;
        at += row[k] * centre[k] / sum;
      }
      rows.add(new LinearRow(row, at));
    }
    double[] costs = new double[size];
    double atCentre = 0;
    for (int k = 0; k < size; k++) {
      costs[k] = random.nextInt(7) - 3;
      atCentre += costs[k] * centre[k] / sum;
    }
    LinearProgram.Optimum optimum = new LinearProgram(size, rows).minimise(costs);
    assertThat(optimum.cost()).isLessThanOrEqualTo(atCentre + 1e-9);
    assertThat(optimum.cost() - optimum.bound()).isBetween(0.0, 1e-10);
    for (LinearRow row : rows) {
      assertThat(row.shortfall(optimum.point())).isLessThan(1e-11);
    }
  }
}
