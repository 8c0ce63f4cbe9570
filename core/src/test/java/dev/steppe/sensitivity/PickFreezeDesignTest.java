package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PickFreezeDesignTest {

  /** One of some inputs at the points of both samples: {@code [sample][row]}. */
  private static double[][] points(Sampling sampling, int inputs, int which, int rows) {
    Problem problem = new FunctionProblem(x -> x[which], TestFunctions.uniform(inputs, 0, 1));
    RowDesign design = new RowDesign(new SampleDesign(sampling, rows, 5, 0.95), 10);
    boolean[][] samples = new boolean[2][inputs];
    Arrays.fill(samples[1], true);
    double[][] points = new double[2][rows];
    new PickFreezeDesign(problem, design, Execution.onCallingThread())
        .run(
            PickFreezeDesign.uniform(samples),
            (from, count, outputs) -> {
              for (int s = 0; s < 2; s++) {
                System.arraycopy(outputs[s], 0, points[s], from, count);
              }
            });
    return points;
  }

  /** The samples of the first input are the first two coordinates of the sequence, a (0, 2) one. */
  @Test
  void samples_are_neighbouring_coordinates_of_a_sobol_sequence() {
    double[][] points = points(Sampling.SCRAMBLED_SOBOL, 3, 0, 4096);
    for (int bits = 0; bits <= 12; bits++) {
      int columns = 1 << bits;
      int rows = 4096 / columns;
      boolean[] hit = new boolean[4096];
      for (int n = 0; n < 4096; n++) {
        hit[(int) (points[0][n] * columns) * rows + (int) (points[1][n] * rows)] = true;
      }
      assertThat(hit).doesNotContain(false);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_input_at_the_end_and_more_rows_change_no_point(Sampling sampling) {
    double[][] points = points(sampling, 2, 1, 64);
    double[][] more = points(sampling, 5, 1, 4096);
    for (int s = 0; s < 2; s++) {
      assertThat(more[s]).startsWith(points[s]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void points_are_uniform_and_the_samples_independent(Sampling sampling) {
    int rows = 1 << 14;
    double[][] points = points(sampling, 4, 3, rows);
    double[] sums = new double[4];
    for (int r = 0; r < rows; r++) {
      double a = points[0][r] - 0.5;
      double b = points[1][r] - 0.5;
      assertThat(Math.max(Math.abs(a), Math.abs(b))).isLessThan(0.5);
      sums[0] += a;
      sums[1] += b;
      sums[2] += a * b;
      sums[3] += a * a;
    }
    // Four standard errors of as many random points.
    double error = 4 / Math.sqrt(rows);
    assertThat(sums[0] / rows).isCloseTo(0, within(error * Math.sqrt(1 / 12.0)));
    assertThat(sums[1] / rows).isCloseTo(0, within(error * Math.sqrt(1 / 12.0)));
    assertThat(sums[2] / rows).isCloseTo(0, within(error / 12));
    assertThat(sums[3] / rows).isCloseTo(1 / 12.0, within(error / 12));
  }
}
