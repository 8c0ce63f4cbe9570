package dev.steppe.internal.tally;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many scores of each country round to each hundredth of a point. Kept from the least that came
 * up to the greatest, which is a part of the scale for most.
 */
public final class ScoreCounts implements Serializable {

  private static final long serialVersionUID = 1;

  static final int BINS = ScoreBlock.HUNDREDTHS + 1;

  /** By country, the hundredth of the first count. */
  private final int[] first;

  /** By country; the first and the last count are not 0. */
  private final long[][] counts;

  /** No scores yet. */
  public ScoreCounts(int countries) {
    this.first = new int[countries];
    this.counts = new long[countries][0];
  }

  /** Adds what small counters of a country hold, from 0 on, and sets them to 0. */
  void take(int country, char[] pending) {
    int from = 0;
    int to = pending.length;
    while (from < to && pending[from] == 0) {
      from++;
    }
    while (from < to && pending[to - 1] == 0) {
      to--;
    }
    if (from < to) {
      long[] counts = widened(country, from, to);
      add(pending, from, to, counts, first[country]);
    }
  }

  private static void add(char[] pending, int from, int to, long[] counts, int first) {
    for (int bin = from; bin < to; bin++) {
      counts[bin - first] += pending[bin];
      pending[bin] = 0;
    }
  }

  /** The counts of a country, with room for those of some hundredths. */
  private long[] widened(int country, int from, int to) {
    long[] old = counts[country];
    int least = old.length == 0 ? from : Math.min(from, first[country]);
    int end = old.length == 0 ? to : Math.max(to, first[country] + old.length);
    if (end - least > old.length) {
      counts[country] = new long[end - least];
      System.arraycopy(old, 0, counts[country], Math.max(0, first[country] - least), old.length);
      first[country] = least;
    }
    return counts[country];
  }

  /** Adds the counts of other scores of the same countries. */
  public void add(ScoreCounts others) {
    for (int c = 0; c < counts.length; c++) {
      long[] more = others.counts[c];
      if (more.length > 0) {
        long[] own = widened(c, others.first[c], others.first[c] + more.length);
        int shift = others.first[c] - first[c];
        for (int i = 0; i < more.length; i++) {
          own[shift + i] += more[i];
        }
      }
    }
  }

  /** Whether these are the scores of so many countries in so many draws. */
  public boolean areOf(int countries, long draws) {
    boolean are = first.length == countries && counts.length == countries;
    for (int c = 0; are && c < countries; c++) {
      long sum = 0;
      for (long count : counts[c]) {
        are &= count >= 0 && count <= draws;
        sum += count;
      }
      are &= sum == draws && first[c] >= 0 && counts[c].length <= BINS - first[c];
    }
    return are;
  }

  /** By hundredth, from 0 to 10,000: how many scores of a country round to it. */
  public long[] of(int country) {
    long[] all = new long[BINS];
    System.arraycopy(counts[country], 0, all, first[country], counts[country].length);
    return all;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ScoreCounts other
        && Arrays.equals(first, other.first)
        && Arrays.deepEquals(counts, other.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(counts);
  }
}
