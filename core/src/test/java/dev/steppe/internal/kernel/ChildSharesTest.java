package dev.steppe.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChildSharesTest {

  private final double[] shares = new double[3];

  @Test
  void what_is_there_shares_the_weight_of_what_is_missing() {
    assertThat(ChildShares.of(new double[] {2, 1, 1}, new boolean[] {true, false, true}, 4, shares))
        .isTrue();
    assertThat(shares).containsExactly(new double[] {2 / 3.0, 0, 1 / 3.0});
  }

  /** The three sum to a little less than 1, and dividing by that would change them. */
  @Test
  void shares_stay_to_the_bit_where_nothing_of_weight_is_missing() {
    double[] tenths = {0.3, 0.6, 0.1};
    assertThat(0.3 + 0.6 + 0.1).isLessThan(1);
    assertThat(ChildShares.of(tenths, new boolean[] {true, true, true}, 1, shares)).isTrue();
    assertThat(shares).containsExactly(tenths);
    double[] halves = {0.5, 0, 0.5};
    assertThat(ChildShares.of(halves, new boolean[] {true, false, true}, 1, shares)).isTrue();
    assertThat(shares).containsExactly(halves);
  }

  @Test
  void nothing_of_weight_leaves_nothing_to_share() {
    double[] weights = {0, 1, 0};
    assertThat(ChildShares.of(weights, new boolean[] {true, false, true}, 1, shares)).isFalse();
    assertThat(shares).containsOnly(0);
    assertThat(ChildShares.of(new double[3], new boolean[] {true, true, true}, 0, shares))
        .isFalse();
    assertThat(shares).containsOnly(0);
  }
}
