package dev.steppe.tipping;

/**
 * Indicators on which the score depends through one number only, the <em>progress</em>: the
 * weighted sum of their moves. What remains to be known of them is what a given progress costs at
 * least.
 *
 * <p>Costs are parts in the sense of {@link TippingMeasure#part}, so those of several blocks add
 * up. They never fall as progress grows.
 */
interface IndicatorBlock {

  /** The indicators in it. */
  int[] indicators();

  /** The greatest progress. */
  double room();

  /** The least cost of at least so much progress. */
  double cost(double progress);

  /** A lower bound of {@link #cost}, computed from the dual problem. */
  double dual(double progress);

  /** The greatest progress that costs no more than this. */
  double affordable(double cost);

  /** The progress where {@code cost - price * progress} is least. */
  double best(double price);

  /** Writes the moves of the cheapest way to make at least so much progress, by indicator. */
  void move(double progress, double[] points);

  /** The least progress that is at least this and that some moves make exactly. */
  double above(double progress);

  /** The greatest progress that is at most this and that some moves make exactly. */
  double below(double progress);
}
