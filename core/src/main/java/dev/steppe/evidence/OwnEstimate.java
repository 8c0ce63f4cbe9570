package dev.steppe.evidence;

/**
 * A distribution of one's own, which {@link Estimate#own} makes an estimate.
 *
 * <pre>{@code
 * // Density rises as the number itself: cdf(x) = (x / top)^2.
 * record Rising(double top) implements OwnEstimate {
 *   public String id() { return "acme.rising"; }
 *   public int version() { return 1; }
 *   public Map<String, Double> parameters() { return Map.of("top", top); }
 *   public double quantile(double p) { return top * Math.sqrt(p); }
 *   public double mean() { return top * 2 / 3; }
 *   public double variance() { return top * top / 18; }
 *   public boolean keepsContract() { return true; }
 * }
 *
 * Estimate.own(new Rising(10)).inverseCdf(0.25);   // 5.0
 * Estimate.own(new Rising(10)).toString();         // "own(acme.rising@1, top=10)"
 * }</pre>
 *
 * <p>What it promises is tested by {@code assertThat(new Rising(10)).keepsItsContract()} of {@link
 * dev.steppe.assertj.SteppeAssertions}.
 *
 * @since 0.1
 */
public interface OwnEstimate extends OwnMethod {

  /**
   * The least number at or below which this much of the probability is: it rises with the
   * probability. At 0 it is the least possible number, at 1 the greatest; these may be infinite,
   * and no others.
   *
   * @param probability in {@code [0, 1]}
   */
  double quantile(double probability);

  /** The expected number. */
  double mean();

  /** The variance; infinite where there is none. */
  double variance();

  /** The one number to use where one is wanted: the median, if not said otherwise. */
  default double central() {
    return quantile(0.5);
  }

  /**
   * Whether it says so: that quantiles never fall while the probability rises, and that mean and
   * variance are those of the quantiles. Bounds of scores, and answers that are exact, rest on it,
   * so that no estimate is made of one that does not say so.
   */
  default boolean keepsContract() {
    return false;
  }
}
