package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

import dev.steppe.score.Scorecard;

/**
 * Two countries that change places: one that scores higher under the model's weights, and one that
 * comes level with it and then passes it.
 *
 * @param above the one that scores higher as the weights are
 * @param below the one that scores lower as the weights are
 * @since 0.1
 */
public record LevelPair(Scorecard above, Scorecard below) {

  /** Checks the parts. */
  public LevelPair {
    requireNonNull(above, "above");
    requireNonNull(below, "below");
  }

  /** In words, such as {@code Bland (BBB) level with Aland (AAA)}. */
  @Override
  public String toString() {
    return below.country() + " level with " + above.country();
  }
}
