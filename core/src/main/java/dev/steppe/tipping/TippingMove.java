package dev.steppe.tipping;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;

/**
 * How one indicator moves as part of a joint change.
 *
 * @param indicator the indicator
 * @param fromReading its central reading
 * @param toReading the reading it moves to
 * @param fromValue its normalised value, from 0 to 100
 * @param toValue the value it moves to
 * @param cost what a point of it costs
 * @since 0.1
 */
public record TippingMove(
    Indicator indicator,
    double fromReading,
    double toReading,
    double fromValue,
    double toValue,
    double cost) {

  /** Checks that no part is null. */
  public TippingMove {
    requireNonNull(indicator, "indicator");
  }

  /** The code of the indicator. */
  public String code() {
    return indicator.code();
  }

  /** How many points of its normalised scale it moves, at least 0. */
  public double points() {
    return Math.abs(toValue - fromValue);
  }

  @Override
  public String toString() {
    return Text.printable(AnswerText.way(indicator, fromReading, toReading));
  }
}
