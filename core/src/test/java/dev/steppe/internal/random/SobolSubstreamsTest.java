package dev.steppe.internal.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.math.SobolDirections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class SobolSubstreamsTest {

  private static final int DIMENSIONS = 9;

  private static SobolSubstreams draws(long seed) {
    Set<Long> keys = new LinkedHashSet<>();
    for (long key = 0; key < DIMENSIONS; key++) {
      keys.add(key);
    }
    return SobolSubstreams.of(keys, seed);
  }

  private static double[] points(SobolSubstreams draws, int dimension, int count) {
    double[] all = new double[count];
    double[] column = new double[DrawBlock.SIZE];
    for (int from = 0; from < count; from += DrawBlock.SIZE) {
      int rows = Math.min(DrawBlock.SIZE, count - from);
      draws.uniforms(dimension, DrawBlock.of(from), rows, column);
      System.arraycopy(column, 0, all, from, rows);
    }
    return all;
  }

  private static double plain(long[][] directions, int dimension, long number) {
    return SobolDirections.point(directions[dimension], number) * 0x1.0p-52;
  }

  /** The first ten points in three dimensions, as Joe and Kuo print them. */
  @Test
  void points_before_scrambling_are_those_of_joe_and_kuo() {
    double[][] published = {
      {0, 0, 0},
      {0.5, 0.5, 0.5},
      {0.75, 0.25, 0.25},
      {0.25, 0.75, 0.75},
      {0.375, 0.375, 0.625},
      {0.875, 0.875, 0.125},
      {0.625, 0.125, 0.875},
      {0.125, 0.625, 0.375},
      {0.1875, 0.3125, 0.9375},
      {0.6875, 0.8125, 0.4375}
    };
    long[][] directions = SobolDirections.of(3);
    for (int n = 0; n < published.length; n++) {
      for (int d = 0; d < 3; d++) {
        assertThat(plain(directions, d, n)).isEqualTo(published[n][d]);
      }
    }
  }

  @Test
  void points_before_scrambling_are_those_of_commons_math_in_all_dimensions() {
    long[][] directions = SobolDirections.of(1000);
    SobolSequenceGenerator generator = new SobolSequenceGenerator(1000);
    for (int n = 0; n < 300; n++) {
      double[] point = generator.nextVector();
      for (int d = 0; d < 1000; d++) {
        assertThat(plain(directions, d, n)).isEqualTo(point[d]);
      }
    }
    double[] late = generator.skipTo(Integer.MAX_VALUE);
    assertThat(plain(directions, 999, Integer.MAX_VALUE)).isEqualTo(late[999]);
  }

  /** Each of 2^m parts of equal length holds one of 2^m points, also of those after the first. */
  @Test
  void scrambled_points_hit_every_stratum_once() {
    for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
      double[] points = points(draws(5), dimension, 1 << 13);
      for (int bits = 0; bits <= 13; bits++) {
        int strata = 1 << bits;
        for (int from = 0; from < points.length; from += strata) {
          boolean[] hit = new boolean[strata];
          for (int n = from; n < from + strata; n++) {
            hit[(int) (points[n] * strata)] = true;
          }
          assertThat(hit).doesNotContain(false);
        }
      }
    }
  }

  /** The first two coordinates are a (0, 2)-sequence, and stay one. */
  @Test
  void scrambled_points_of_two_dimensions_hit_every_rectangle_once() {
    double[] x = points(draws(8), 0, 1024);
    double[] y = points(draws(8), 1, 1024);
    for (int bits = 0; bits <= 10; bits++) {
      int columns = 1 << bits;
      int rows = 1024 / columns;
      boolean[] hit = new boolean[1024];
      for (int n = 0; n < 1024; n++) {
        hit[(int) (x[n] * columns) * rows + (int) (y[n] * rows)] = true;
      }
      assertThat(hit).doesNotContain(false);
    }
  }

  @Test
  void scrambling_keeps_the_number_of_digits_that_two_points_share() {
    long[][] directions = SobolDirections.of(DIMENSIONS);
    for (int d = 0; d < DIMENSIONS; d++) {
      double[] after = points(draws(2), d, 600);
      for (int n = 1; n < after.length; n++) {
        assertThat(shared(after[n], after[n / 3]))
            .isEqualTo(shared(plain(directions, d, n), plain(directions, d, n / 3)));
      }
    }
  }

  private static int shared(double a, double b) {
    return Long.numberOfLeadingZeros((long) (a * 0x1.0p52) ^ (long) (b * 0x1.0p52));
  }

  /**
   * A tree of two levels has three bits, so the order of the first four points in fourths is one of
   * eight, each as likely as the others.
   */
  @Test
  void digits_are_flipped_independently_of_each_other() {
    int[] counts = new int[256];
    int seeds = 8000;
    for (int seed = 0; seed < seeds; seed++) {
      double[] four = points(draws(seed), 3, 4);
      int order = 0;
      for (double point : four) {
        order = 4 * order + (int) (4 * point);
      }
      counts[order]++;
    }
    int orders = 0;
    for (int count : counts) {
      if (count > 0) {
        orders++;
        // Four standard deviations of a binomial with 8000 trials and probability 1/8 are 118.
        assertThat(count).isBetween(880, 1120);
      }
    }
    assertThat(orders).isEqualTo(8);
  }

  /** Means and correlations of 4000 scrambles: within four standard errors of 1/63. */
  @Test
  void every_point_is_uniform_and_scrambles_and_inputs_are_independent() {
    int count = 4000;
    double[] first = new double[4];
    double[] products = new double[3];
    SobolSubstreams draws = draws(1);
    for (int s = 0; s < count; s++) {
      double a = points(draws.scramble(s), 2, 6)[5] - 0.5;
      double otherInput = points(draws.scramble(s), 3, 6)[5] - 0.5;
      double otherScramble = points(draws.scramble(s + 1), 2, 6)[5] - 0.5;
      double otherSeed = points(draws(s), 2, 6)[5] - 0.5;
      first[0] += a;
      first[1] += otherInput;
      first[2] += otherScramble;
      first[3] += a * a;
      products[0] += a * otherInput;
      products[1] += a * otherScramble;
      products[2] += a * otherSeed;
    }
    double error = 4 / Math.sqrt(count);
    for (int i = 0; i < 3; i++) {
      assertThat(first[i] / count).isCloseTo(0, within(error * Math.sqrt(1.0 / 12)));
      assertThat(products[i] / count).isCloseTo(0, within(error / 12));
    }
    assertThat(first[3] / count).isCloseTo(1.0 / 12, within(error / 12));
  }

  @Test
  void a_draw_does_not_depend_on_the_blocks_before_nor_on_inputs_after() {
    double[] all = points(draws(4), 1, 1024);
    double[] column = new double[DrawBlock.SIZE];
    for (int block = 3; block >= 0; block--) {
      draws(4).uniforms(1, block, 100, column);
      for (int r = 0; r < 100; r++) {
        assertThat(column[r]).isEqualTo(all[block * DrawBlock.SIZE + r]);
      }
    }
    SobolSubstreams.of(Set.of(0L), 4).uniforms(0, 2, 100, column);
    assertThat(column).startsWith(points(draws(4), 0, 513)[512]);
  }

  @Test
  void other_distributions_are_read_off_at_the_same_points() {
    double[] uniforms = points(draws(6), 4, 64);
    double[] out = new double[64];
    draws(6).exponentials(4, 0, 64, out);
    for (int r = 0; r < 64; r++) {
      assertThat(out[r]).isCloseTo(-Math.log(1 - uniforms[r]), within(1e-12));
    }
    draws(6).gammas(2.5, 4, 0, 64, out);
    double[] logs = new double[64];
    draws(6).logGammas(2.5, 4, 0, 64, logs);
    GammaDistribution gamma = new GammaDistribution(2.5, 1);
    for (int r = 0; r < 64; r++) {
      assertThat(gamma.cumulativeProbability(out[r])).isCloseTo(uniforms[r], within(1e-9));
      assertThat(logs[r]).isCloseTo(Math.log(out[r]), within(1e-12));
    }
    assertThat(draws(6).normals(4, 0)[3]).isFinite();
    draws(6).logGammas(1e-4, 4, 0, 64, logs);
    for (double log : logs) {
      assertThat(log).isFinite();
    }
  }

  @Test
  void an_input_without_a_coordinate_is_refused() {
    assertThatThrownBy(() -> points(draws(1), 77, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No coordinate was kept for input 77");
    assertThat(SobolDirections.of(0)).isEmpty();
  }
}
