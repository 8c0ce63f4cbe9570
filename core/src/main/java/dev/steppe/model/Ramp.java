package dev.steppe.model;

import dev.steppe.evidence.Estimate;
import java.io.Serializable;

/**
 * A straight line between two flat ends: {@code clamp(low + (v - origin) * slope, low, high)}.
 *
 * <p>Most normalisations are ramps, and bulk evaluation runs through them without a call. NaN stays
 * NaN.
 *
 * <pre>{@code
 * new Ramp(20, 2.0, 0, 100).at(45);   // 50.0
 * }</pre>
 *
 * @param origin where the line has the value {@code low}
 * @param slope normalised points per unit of the reading; negative where a smaller reading is
 *     riskier
 * @param low the least value
 * @param high the greatest value
 * @since 0.1
 */
public record Ramp(double origin, double slope, double low, double high) implements Serializable {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is not finite, or {@code low > high}
   */
  public Ramp {
    if (!(Double.isFinite(origin)
        && Double.isFinite(slope)
        && low <= high
        && Double.isFinite(high - low))) {
      throw new IllegalArgumentException(
          "A ramp needs finite numbers and low <= high, but had origin "
              + origin
              + ", slope "
              + slope
              + ", low "
              + low
              + " and high "
              + high);
    }
  }

  /** The value at a (treated) reading. */
  public double at(double reading) {
    return at(reading, origin, slope, low, high);
  }

  /**
   * Whether all values that an estimate allows are on the line, off its flat ends by at least a
   * margin.
   *
   * @param margin in points; a negative one lets rounding put the ends of a scale outside of it
   */
  public boolean isStraightOver(Estimate estimate, double margin) {
    double one = low + (estimate.lower() - origin) * slope;
    double other = low + (estimate.upper() - origin) * slope;
    return Math.min(one, other) >= low + margin && Math.max(one, other) <= high - margin;
  }

  /** The value at a (treated) reading, with the parts of the ramp in hand: for loops. */
  public static double at(double reading, double origin, double slope, double low, double high) {
    return Math.min(high, Math.max(low, low + (reading - origin) * slope));
  }
}
