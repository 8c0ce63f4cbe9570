package dev.steppe.tipping;

/**
 * How the size of a change of several indicators is measured. Every indicator moves on the scale of
 * its normalised values, from 0 to 100, and a point costs what {@link TippingCosts} says.
 *
 * <pre>{@code
 * TippingAnswer measured = TippingPoint.of(scorer, aland).toReach(47);
 * measured.together(TippingMeasure.SUM).moves().size();         // 1
 * measured.together(TippingMeasure.EUCLIDEAN).moves().size();   // 3
 * }</pre>
 *
 * @since 0.1
 */
public enum TippingMeasure {
  /**
   * The weighted Euclidean distance, {@code sqrt(sum((c_i * d_i)^2))} for moves of {@code d_i}
   * points at cost {@code c_i}: large moves count more than in proportion, so the least change is
   * spread over many indicators.
   */
  EUCLIDEAN,
  /**
   * The weighted sum of the moves, {@code sum(c_i * d_i)}: the least change takes as few indicators
   * as its bounds allow, those that move the score most for their cost.
   */
  SUM;

  /** What one indicator adds before {@link #total}: the square of its part, or the part itself. */
  double part(double cost, double points) {
    double paid = cost * points;
    return this == EUCLIDEAN ? paid * paid : paid;
  }

  /** The distance that a sum of parts stands for. */
  double total(double parts) {
    return this == EUCLIDEAN ? Math.sqrt(parts) : parts;
  }
}
