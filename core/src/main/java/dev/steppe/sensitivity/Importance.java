package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Text;
import java.util.OptionalDouble;

/**
 * How much one part of a score matters over a set of countries, beside the weight that it was
 * given.
 *
 * @param code the code of the part: an indicator or a factor
 * @param weight the weight as a share of the parts compared, in {@code [0, 1]}
 * @param mainEffect the share of the variance of the score that would go on average if this part
 *     were known (its correlation ratio), in {@code [0, 1]}; empty if the part or the score has the
 *     same value everywhere
 * @param linear the squared correlation of the part with the score, in {@code [0, 1]}: the main
 *     effect as far as it is a straight line; empty likewise
 * @param share the main effect divided by the sum of all; empty likewise
 * @since 0.1
 */
public record Importance(
    String code,
    double weight,
    OptionalDouble mainEffect,
    OptionalDouble linear,
    OptionalDouble share) {

  /** Checks that nothing is null. */
  public Importance {
    requireNonNull(code, "code");
    requireNonNull(mainEffect, "mainEffect");
    requireNonNull(linear, "linear");
    requireNonNull(share, "share");
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
