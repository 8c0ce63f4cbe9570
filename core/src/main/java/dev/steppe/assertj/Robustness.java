package dev.steppe.assertj;

import dev.steppe.internal.Checks;
import dev.steppe.weights.WeightFlip;
import java.util.Optional;

/** Whether an order holds under other weights. */
final class Robustness {

  private Robustness() {}

  /** Why an order does not hold within a change of weights; empty if it does. */
  static Optional<String> fault(double change, WeightFlip flip) {
    Checks.inRange(change, 0, 1, "change of a weight");
    boolean reached = flip.distance().isPresent() && flip.distance().getAsDouble() <= change;
    return reached ? Optional.of("but it does not: " + flip.sentence()) : Optional.empty();
  }
}
