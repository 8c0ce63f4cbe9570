package dev.steppe.model;

import dev.steppe.evidence.OwnMethod;

/**
 * An aggregation of one's own, which {@link Aggregation#own} makes one of a factor.
 *
 * <pre>{@code
 * record Half(double share) implements OwnAggregation {   // between the mean and the maximum
 *   public String id() { return "acme.half"; }
 *   public int version() { return 1; }
 *   public Map<String, Double> parameters() { return Map.of("share", share); }
 *   public double value(double[] values, double[] weights) {
 *     double mean = 0;
 *     double most = 0;
 *     for (int i = 0; i < values.length; i++) {
 *       mean += weights[i] * values[i];
 *       most = Math.max(most, values[i]);
 *     }
 *     return (1 - share) * mean + share * most;
 *   }
 *   public boolean keepsContract() { return true; }
 * }
 *
 * Aggregation.own(new Half(0.5)).of(new double[] {80, 20}, new double[] {0.5, 0.5});   // 65.0
 * }</pre>
 *
 * <p>What it promises is tested by {@code assertThat(new Half(0.5)).keepsItsContract()} of {@link
 * dev.steppe.assertj.SteppeAssertions}.
 *
 * @since 0.1
 */
public interface OwnAggregation extends OwnMethod {

  /**
   * The value of a factor, in {@code [0, 100]}. A value outside, or NaN, is an error.
   *
   * @param values of the children that have a weight and are not missing, at least one; each in
   *     {@code [0, 100]}
   * @param weights theirs, each above 0, with sum 1 but for rounding
   */
  double value(double[] values, double[] weights);

  /**
   * Whether the value never falls while a child rises, and lies between the least and the greatest
   * child. If it is not said, a score has the range from 0 to 100 as soon as any reading is
   * uncertain, tipping points are refused, and so is {@link MissingPolicy#bound}.
   */
  default boolean keepsContract() {
    return false;
  }
}
