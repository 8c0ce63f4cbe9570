package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MidRanksTest {

  /** The example in the help of R's rank(), by hand: 4.5 1.5 6 1.5 8 11 3 10 8 4.5 8. */
  @Test
  void equal_values_share_the_mean_of_their_ranks() {
    assertThat(MidRanks.doubled(new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5}))
        .containsExactly(9, 3, 12, 3, 16, 22, 6, 20, 16, 9, 16);
  }
}
