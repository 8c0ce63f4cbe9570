package dev.steppe.revision;

import java.util.Locale;

/**
 * In what two models can differ at a node.
 *
 * @since 0.1
 */
public enum ModelAspect {
  /** The node is in one of the two only. */
  NODE(true),
  /** The factor in which the node is. */
  PLACE(true),
  /** The order in which a factor sums its children, which moves scores by rounding at most. */
  ORDER(true),
  /** The code of the root, which is the name of the model and moves no score. */
  CODE(true),
  /** How much the node weighs, as stated. */
  WEIGHT(true),
  /** Which end of an indicator is risky. */
  DIRECTION(true),
  /** Which readings of an indicator make sense, and whether only some levels do. */
  DOMAIN(true),
  /** What is done about outliers of an indicator. */
  TREATMENT(true),
  /** How readings of an indicator become values. */
  SCALE(true),
  /** How a factor aggregates its children. */
  AGGREGATION(true),
  /** What is done about missing readings; of the root only. */
  MISSING(true),
  /** Which classes of scores there are; of the root only. They move no score. */
  CLASSES(false),
  /** The name for people. */
  NAME(false),
  /** The unit of an indicator's readings, in words. */
  UNIT(false),
  /** What the treatment and the scale were fitted from. */
  FITTED_FROM(false),
  /** Why a choice was made. */
  REASON(false),
  /** What is referred to. */
  REFERENCES(false);

  private final boolean counts;

  ModelAspect(boolean counts) {
    this.counts = counts;
  }

  /**
   * Whether the {@linkplain dev.steppe.model.RiskModel#fingerprint fingerprint} counts it, so that
   * scores may move with it. What it does not count is there to be read.
   */
  public boolean counts() {
    return counts;
  }

  /** The word for it, such as {@code weight} or {@code fitted from}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
