package dev.steppe.evidence;

/**
 * What counts where two datasets that are {@linkplain Join joined} both say something of a country
 * and a code.
 *
 * <pre>{@code
 * Dataset old = Dataset.of(aland);
 * Dataset later = Dataset.of(aland.withReading("treaty", 1));
 * Join.of(old, later).withOverlap(Overlap.LAST).dataset().profile("AAA").estimate("treaty").get();   // 1.0
 * }</pre>
 *
 * @since 0.1
 */
public enum Overlap {
  /**
   * All readings, which the estimate {@linkplain Estimate#spanning spans}. They must be of
   * different sources: another document, or another place in it.
   */
  BOTH,
  /** Those of the first dataset that has any. */
  FIRST,
  /** Those of the last dataset that has any. */
  LAST
}
