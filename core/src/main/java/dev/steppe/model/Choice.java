package dev.steppe.model;

import java.util.Locale;

/**
 * What a model's author chooses at a node, and can give a {@link Rationale} for.
 *
 * @since 0.1
 */
public enum Choice {
  /** How much the node weighs. */
  WEIGHT,
  /** Which end of an indicator is risky. */
  DIRECTION,
  /** Which readings of an indicator make sense. */
  DOMAIN,
  /** What is done about outliers of an indicator. */
  TREATMENT,
  /** How readings of an indicator become values from 0 to 100. */
  SCALE,
  /** How a factor aggregates its children. */
  AGGREGATION,
  /** What is done about missing readings; of the root only. */
  MISSING,
  /** Which classes of scores there are; of the root only. */
  CLASSES;

  /** The word for it, such as {@code weight}: in definitions, tables and messages. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
