package dev.steppe.internal.math;

/** How much a gain counts in the Shapley value, by who was there before. */
public final class ShapleyWeights {

  private ShapleyWeights() {}

  /**
   * {@code s! (k - 1 - s)! / k!} for k players, by size s of the set that one of them joins: the
   * probability that a random order has just this set before the player.
   */
  public static double[] of(int players) {
    double[] weights = new double[players];
    for (int s = 0; s < players; s++) {
      weights[s] = s == 0 ? 1.0 / players : weights[s - 1] * s / (players - s);
    }
    return weights;
  }

  /**
   * The Shapley value of a player: {@code sum over S without it of w(|S|) (v(S + it) - v(S))}.
   *
   * @param weights of as many players as play, see {@link #of}
   * @param game what every set of players is worth, numbered by their bits
   */
  public static double value(double[] weights, double[] game, int player) {
    double sum = 0;
    for (int set = 0; set < game.length; set++) {
      if ((set >> player & 1) == 0) {
        sum += weights[Integer.bitCount(set)] * (game[set | 1 << player] - game[set]);
      }
    }
    return sum;
  }
}
