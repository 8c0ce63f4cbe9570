package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Text;
import dev.steppe.statistics.ConfidenceInterval;
import java.util.Optional;

/**
 * What share of an output's variance goes back to one input. True indices are in {@code [0, 1]};
 * estimates of small ones may be a little below 0, or of first order above the total, and are
 * reported as they are, with a {@linkplain SobolIndices#remarks remark}.
 *
 * @param input the name of the input
 * @param first the share that would go if this input alone became known
 * @param total the share that would stay if all other inputs became known; exceeds {@code first} by
 *     what the input does together with others
 * @param firstInterval the interval of {@code first}; empty if it is exact
 * @param totalInterval the interval of {@code total}; empty if it is exact
 * @since 0.1
 */
public record SobolIndex(
    String input,
    double first,
    double total,
    Optional<ConfidenceInterval> firstInterval,
    Optional<ConfidenceInterval> totalInterval) {

  /** Checks that nothing is null. */
  public SobolIndex {
    requireNonNull(input, "input");
    requireNonNull(firstInterval, "firstInterval");
    requireNonNull(totalInterval, "totalInterval");
  }

  static SobolIndex exact(String input, double first, double total) {
    return new SobolIndex(input, first, total, Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
