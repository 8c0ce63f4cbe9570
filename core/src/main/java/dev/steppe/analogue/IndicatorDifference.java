package dev.steppe.analogue;

import static java.util.Objects.requireNonNull;

import dev.steppe.model.Indicator;
import dev.steppe.table.Decimals;

/**
 * How far a target is from a precedent in one indicator that both have.
 *
 * @param indicator the indicator
 * @param reading the target's reading, in the indicator's unit
 * @param precedentReading the precedent's reading
 * @param value the target's normalised value, from 0 to 100, higher is riskier
 * @param precedentValue the precedent's normalised value
 * @param distance what the indicator adds to the Gower distance; the parts of all indicators sum to
 *     it
 * @since 0.1
 */
public record IndicatorDifference(
    Indicator indicator,
    double reading,
    double precedentReading,
    double value,
    double precedentValue,
    double distance) {

  /** Checks that there is an indicator. */
  public IndicatorDifference {
    requireNonNull(indicator, "indicator");
  }

  /** The target's value minus the precedent's, in points: positive if the target is riskier. */
  public double points() {
    return value - precedentValue;
  }

  /** The name and the signed points, such as {@code Gas imports +12}. */
  @Override
  public String toString() {
    return indicator.name() + " " + Decimals.signed(points(), 0);
  }
}
