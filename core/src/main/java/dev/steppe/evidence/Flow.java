package dev.steppe.evidence;

import java.util.Locale;

/**
 * The direction of trade.
 *
 * @since 0.1
 */
public enum Flow {
  /** What the country sells to its partners. */
  EXPORTS,
  /** What the country buys from its partners. */
  IMPORTS;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
