package dev.steppe.internal.tally;

/**
 * Numbers for the ends of intervals of scores: first the least scores of those countries whose
 * scores are intervals, then the scores of all others, then the greatest ones. So a pair of a least
 * score with a greatest one is of one of the first, as many as there are countries, with a later
 * one.
 */
public final class IntervalPlaces {

  private final int intervals;
  private final int[] least;
  private final int[] greatest;
  private final int[] owner;

  /**
   * Numbers the ends.
   *
   * @param isInterval by country, whether its least and its greatest score may differ
   */
  public IntervalPlaces(boolean[] isInterval) {
    int countries = isInterval.length;
    this.least = new int[countries];
    this.greatest = new int[countries];
    int next = number(isInterval, true, 0, least);
    this.intervals = next;
    next = number(isInterval, false, next, least);
    next = number(isInterval, true, next, greatest);
    this.owner = new int[next];
    for (int c = 0; c < countries; c++) {
      greatest[c] = isInterval[c] ? greatest[c] : least[c];
      owner[least[c]] = c;
      owner[greatest[c]] = c;
    }
  }

  private static int number(boolean[] isInterval, boolean which, int from, int[] numbers) {
    int next = from;
    for (int c = 0; c < isInterval.length; c++) {
      if (isInterval[c] == which) {
        numbers[c] = next++;
      }
    }
    return next;
  }

  /** How many countries there are. */
  public int countries() {
    return least.length;
  }

  /** How many scores are intervals. */
  int intervals() {
    return intervals;
  }

  /** How many ends there are; a score that is no interval is one of them. */
  public int count() {
    return owner.length;
  }

  /** The number of a country's least score. */
  public int least(int country) {
    return least[country];
  }

  /** The number of a country's greatest score: the same if it has only one. */
  public int greatest(int country) {
    return greatest[country];
  }

  /** The country whose score a number is of. */
  int owner(int number) {
    return owner[number];
  }
}
