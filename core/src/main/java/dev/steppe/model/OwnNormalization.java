package dev.steppe.model;

import dev.steppe.evidence.OwnMethod;

/**
 * A scale of one's own, which {@link Normalization#own} makes a normalisation.
 *
 * <pre>{@code
 * record Root(double top) implements OwnNormalization {
 *   public String id() { return "acme.root"; }
 *   public int version() { return 1; }
 *   public Map<String, Double> parameters() { return Map.of("top", top); }
 *   public double value(double reading) {
 *     return 100 * Math.sqrt(Math.max(0, Math.min(1, reading / top)));
 *   }
 *   public boolean keepsContract() { return true; }
 * }
 *
 * Normalization.own(new Root(4)).normalize(1, Direction.HIGHER_IS_RISKIER);   // 50.0
 * }</pre>
 *
 * <p>What it promises is tested by {@code assertThat(new Root(4)).keepsItsContract(0, 4)} of {@link
 * dev.steppe.assertj.SteppeAssertions}.
 *
 * @since 0.1
 */
public interface OwnNormalization extends OwnMethod {

  /**
   * The value of a (treated) reading, in {@code [0, 100]}, where a higher reading is riskier; it is
   * taken from 100 where a lower one is. A value outside, or NaN, is an error of the profile.
   *
   * @param reading any number that the indicator can have, never NaN
   * @throws IllegalArgumentException if there is no value of this reading
   */
  double value(double reading);

  /**
   * Whether the value never falls while the reading rises, and has no jumps: what lies between two
   * readings has a value between theirs. If it is not said, an uncertain reading may have any value
   * from 0 to 100 as far as the range of a score is concerned, and tipping points are refused.
   */
  default boolean keepsContract() {
    return false;
  }
}
