package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

/**
 * A weight before and after.
 *
 * @param code the code of the indicator or factor whose weight it is
 * @param name its name for people
 * @param from the weight as it is, from 0 to 1
 * @param to the weight that it gets, from 0 to 1
 * @since 0.1
 */
public record WeightMove(String code, String name, double from, double to) {

  /** Checks the parts. */
  public WeightMove {
    requireNonNull(code, "code");
    requireNonNull(name, "name");
  }

  /** The change, {@code to - from}; 0.1 means ten hundredths of all weight more. */
  public double change() {
    return to - from;
  }
}
