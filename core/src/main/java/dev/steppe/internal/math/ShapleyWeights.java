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
}
