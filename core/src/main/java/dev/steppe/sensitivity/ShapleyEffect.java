package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Text;
import dev.steppe.statistics.ConfidenceInterval;
import java.util.Optional;

/**
 * The share of an output's variance that is due to one input, with what inputs do together divided
 * equally among them.
 *
 * @param input the name of the input
 * @param share the share; true shares are in {@code [0, 1]}, an estimate may be a little below 0
 * @param interval the interval of the share; empty if it is exact
 * @since 0.1
 */
public record ShapleyEffect(String input, double share, Optional<ConfidenceInterval> interval) {

  /** Checks that nothing is null. */
  public ShapleyEffect {
    requireNonNull(input, "input");
    requireNonNull(interval, "interval");
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
