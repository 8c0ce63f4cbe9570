package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import dev.steppe.statistics.ConfidenceInterval;
import java.util.Optional;

/**
 * What share of an output's variance goes back to two inputs acting together, beyond what each does
 * by itself (a second-order index).
 *
 * @param first the name of the input that was given first
 * @param second the name of the other
 * @param index the share; an estimate may be a little below 0
 * @param interval the interval of the index; empty if it is exact
 * @since 0.1
 */
public record SobolPair(
    String first, String second, double index, Optional<ConfidenceInterval> interval) {

  /** Checks that nothing is null. */
  public SobolPair {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
    requireNonNull(interval, "interval");
  }
}
