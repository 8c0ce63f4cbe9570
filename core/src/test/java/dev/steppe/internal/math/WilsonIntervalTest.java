package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonIntervalTest {

  private static final double Z = 1.959963984540054;

  private static void reaches(long successes, long trials, double lower, double upper) {
    WilsonInterval interval = WilsonInterval.of(successes, trials, Z);
    assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
    assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
  }

  /** Newcombe (1998), Two-sided confidence intervals for the single proportion, table I. */
  @Test
  void intervals_are_those_of_newcombes_table() {
    reaches(81, 263, 0.2553, 0.3662);
    reaches(15, 148, 0.0624, 0.1605);
    reaches(0, 20, 0, 0.1611);
    reaches(1, 29, 0.0061, 0.1718);
  }

  /** The ends solve (share - p)^2 = z^2 p (1 - p) / n, which is how Wilson defines them. */
  @Test
  void ends_are_where_the_normal_test_would_just_refuse() {
    for (int successes = 1; successes < 30; successes += 4) {
      WilsonInterval interval = WilsonInterval.of(successes, 30, Z);
      for (double p : new double[] {interval.lower(), interval.upper()}) {
        double off = successes / 30.0 - p;
        assertThat(off * off).isCloseTo(Z * Z * p * (1 - p) / 30, within(1e-15));
      }
    }
  }

  @Test
  void an_interval_holds_its_share_and_stays_between_0_and_1() {
    for (long trials : new long[] {1, 7, 1000, 1L << 40}) {
      for (long successes : new long[] {0, 1, trials / 2, trials - 1, trials}) {
        WilsonInterval interval = WilsonInterval.of(successes, trials, 5);
        double share = (double) successes / trials;
        assertThat(interval.lower()).isBetween(0.0, share);
        assertThat(interval.upper()).isBetween(share, 1.0);
      }
    }
    assertThat(WilsonInterval.of(0, 20, Z).lower()).isZero();
    assertThat(WilsonInterval.of(20, 20, Z).upper()).isEqualTo(1);
  }
}
