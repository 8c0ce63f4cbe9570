package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.math.DoubleMath;
import org.junit.jupiter.api.Test;

class ShapleyWeightsTest {

  /** Shapley (1953), A value for n-person games, gives {@code s! (n - 1 - s)! / n!}. */
  @Test
  void weights_are_those_of_shapley() {
    assertThat(ShapleyWeights.of(1)).containsExactly(1);
    assertThat(ShapleyWeights.of(3)).containsExactly(new double[] {1 / 3.0, 1 / 6.0, 1 / 3.0});
    double[] weights = ShapleyWeights.of(9);
    for (int s = 0; s < 9; s++) {
      assertThat(weights[s])
          .isCloseTo(
              DoubleMath.factorial(s) * DoubleMath.factorial(8 - s) / DoubleMath.factorial(9),
              within(1e-17));
    }
  }

  /**
   * Shapley and Shubik (1954), A method for evaluating the distribution of power in a committee
   * system: of the Security Council of then, five permanent members and six others with seven votes
   * to win, each of the six has 1/462 and each of the five 76/385.
   */
  @Test
  void power_in_the_security_council_is_that_of_shapley_and_shubik() {
    double[] weights = ShapleyWeights.of(11);
    double one = 0;
    double permanent = 0;
    for (int set = 0; set < 1 << 10; set++) {
      // Ten others: bits 0 to 4 are the first five of them.
      int five = Integer.bitCount(set & 31);
      int all = Integer.bitCount(set);
      one += five == 5 && all == 6 ? weights[all] : 0;
      boolean wins = (set & 15) == 15 && all >= 6;
      permanent += wins ? weights[all] : 0;
    }
    assertThat(one).isCloseTo(1 / 462.0, within(1e-16));
    assertThat(permanent).isCloseTo(76 / 385.0, within(1e-15));
  }

  /** The same game, with the permanent members first. */
  @Test
  void the_value_of_a_player_is_that_of_shapley_and_shubik() {
    double[] game = new double[1 << 11];
    for (int set = 0; set < game.length; set++) {
      game[set] = (set & 31) == 31 && Integer.bitCount(set) >= 7 ? 1 : 0;
    }
    double[] weights = ShapleyWeights.of(11);
    assertThat(ShapleyWeights.value(weights, game, 4)).isCloseTo(76 / 385.0, within(1e-15));
    assertThat(ShapleyWeights.value(weights, game, 5)).isCloseTo(1 / 462.0, within(1e-15));
  }
}
