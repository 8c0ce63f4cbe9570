package dev.steppe.uncertainty;

import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.Text;

/**
 * What counting takes of the heap: it depends on the size of an analysis, not on the number of
 * draws, and so is known before the first of them.
 *
 * @param workers how many count at the same time, each for itself
 * @param pairs whether it is counted who is above whom
 * @param open of how many countries a missing reading may be anything
 */
record MemoryNeed(int countries, int indicators, int workers, boolean pairs, int open) {

  private static final long MEGA = 1_000_000;

  /** Large counters of a country's scores: of the hundredths that come up, half of the scale. */
  private static final long LARGE = 40_000;

  /** These, and the small ones of the whole scale. */
  private static final long SCORES = LARGE + 20_000;

  /**
   * What an exact reading takes in a profile, a scorecard and what is made of them for drawing; a
   * code that is a text of its own for each reading takes 54 more.
   */
  private static final long READING = 130;

  /** What one that is drawn takes beside: its estimate, bounds and what draws it. */
  private static final long DRAWN = 120;

  /**
   * Bytes that readings and scorecards take, which are there before anything is counted.
   *
   * @param drawn how many readings are drawn
   */
  long held(long drawn) {
    return READING * countries * indicators + DRAWN * drawn;
  }

  /** Bytes, without what is small whatever the size. */
  long bytes() {
    long squares = 8L * countries * countries;
    long block = 20L * DrawBlock.SIZE * countries;
    long sums = 40L * countries * indicators;
    long worker = block + SCORES * countries + sums + squares + (pairs ? 2 * squares : 0);
    // Ranks and pairs of the result, what is known of pairs exactly, and what these are made of.
    long result = (pairs ? 5 : 4) * squares;
    // What several have counted is added up beside them.
    long sum = workers == 1 ? 0 : (pairs ? 4 : 2) * squares + LARGE * countries;
    return workers * worker + result + sum + (open == 0 ? 0 : openBytes());
  }

  /** What counting both ends of the scores takes beside. */
  private long openBytes() {
    long ends = (long) countries + open;
    long squares = 8L * countries * countries;
    long pairs = 2 * 8L * countries * ends;
    long block = 24L * DrawBlock.SIZE * ends;
    long result = 6 * squares;
    return workers * (pairs + 6 * squares + block + SCORES * ends) + result;
  }

  /**
   * Refuses what does not fit, before it is tried.
   *
   * @param heap the greatest size of the heap, in bytes
   * @param held what of it is in use
   */
  void check(long heap, long held) {
    if (bytes() > heap - held) {
      throw new IllegalArgumentException(
          Text.of(
              "Counting for %s countries and %s indicators %s takes about %s MB%s, but the heap has"
                  + " %s MB at most. Use %sfewer countries, or a larger heap (-Xmx).",
              countries,
              indicators,
              workers == 1 ? "once" : workers + " times at once",
              bytes() / MEGA,
              held < MEGA ? "" : " beside " + held / MEGA + " MB of readings and scorecards",
              heap / MEGA,
              workers == 1 ? "" : "fewer threads, "));
    }
  }
}
