package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class PointsTest {

  private static final int DIMENSIONS = 7;

  private static long[] keys(long seed) {
    long[] keys = new long[DIMENSIONS];
    for (int d = 0; d < DIMENSIONS; d++) {
      keys[d] = Keys.of(seed, "input " + d);
    }
    return keys;
  }

  /**
   * A lower triangular matrix and a shift keep the parts of a point apart: every dyadic interval
   * that has one point of the sequence has one after scrambling.
   */
  @Test
  void scrambled_points_are_stratified_as_the_sequence_is() {
    Points points = Points.scrambledSobol(keys(1));
    for (int d = 0; d < DIMENSIONS; d++) {
      double[] column = new double[256];
      points.fill(d, 0, 256, column);
      boolean[] taken = new boolean[256];
      for (double value : column) {
        assertThat(taken[(int) (value * 256)]).isFalse();
        taken[(int) (value * 256)] = true;
      }
    }
  }

  /** Two points share as many leading digits after scrambling as before it. */
  @Test
  void scrambling_keeps_the_number_of_digits_that_two_points_share() {
    Points points = Points.scrambledSobol(keys(2));
    SobolSequenceGenerator plain = new SobolSequenceGenerator(DIMENSIONS);
    double[][] before = new double[300][];
    for (int r = 0; r < before.length; r++) {
      before[r] = plain.nextVector();
    }
    for (int d = 0; d < DIMENSIONS; d++) {
      double[] after = new double[before.length];
      points.fill(d, 0, after.length, after);
      for (int r = 1; r < after.length; r++) {
        assertThat(shared(after[r], after[r / 3]))
            .isEqualTo(shared(before[r][d], before[r / 3][d]));
      }
    }
  }

  private static int shared(double a, double b) {
    long difference = (long) (a * 0x1.0p52) ^ (long) (b * 0x1.0p52);
    return Long.numberOfLeadingZeros(difference);
  }

  @Test
  void points_do_not_depend_on_where_a_block_starts() {
    for (Points points : new Points[] {Points.scrambledSobol(keys(3)), Points.random(keys(3))}) {
      double[] all = new double[1000];
      points.fill(5, 0, 1000, all);
      for (int from : new int[] {1, 2, 63, 64, 500, 999}) {
        double[] part = new double[1000 - from];
        points.fill(5, from, part.length, part);
        for (int r = 0; r < part.length; r++) {
          assertThat(part[r]).isEqualTo(all[from + r]);
        }
      }
    }
  }

  @Test
  void points_lie_inside_the_cube_and_are_uniform() {
    for (Points points : new Points[] {Points.scrambledSobol(keys(4)), Points.random(keys(4))}) {
      for (int d = 0; d < DIMENSIONS; d++) {
        double[] column = new double[1 << 14];
        points.fill(d, 0, column.length, column);
        double sum = 0;
        double squares = 0;
        for (double value : column) {
          assertThat(value).isStrictlyBetween(0.0, 1.0);
          sum += value;
          squares += value * value;
        }
        // Four standard errors of 16384 random points: 4 * 0.289 / 128.
        assertThat(sum / column.length).isCloseTo(0.5, within(0.009));
        assertThat(squares / column.length).isCloseTo(1 / 3.0, within(0.01));
      }
    }
  }

  @Test
  void whole_numbers_below_a_bound_are_equally_likely() {
    int[] counts = new int[7];
    for (int draw = 0; draw < 70_000; draw++) {
      counts[Keys.below(99, draw, 7)]++;
    }
    for (int count : counts) {
      // Four standard deviations of a binomial with 70000 trials and probability 1/7 are 370.
      assertThat(count).isBetween(9630, 10_370);
    }
  }
}
