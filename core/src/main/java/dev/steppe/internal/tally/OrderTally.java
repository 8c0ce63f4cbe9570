package dev.steppe.internal.tally;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts whole orders of a few countries: who is above whom, all pairs at once. Scores count as
 * equal when they agree after rounding to 9 decimals. Memory grows with the number of different
 * orders, not with that of draws.
 */
public final class OrderTally {

  /** They have 47,293 orders with ties, the seventh ordered Bell number; 8 have 545,835. */
  public static final int MOST_COUNTRIES = 7;

  /** Enough for the number of countries above another. */
  private static final int BITS = 3;

  private final int sequences;
  private final double[] values;
  private final Map<Integer, long[]> counts = new HashMap<>();

  /**
   * Counts nothing yet.
   *
   * @param countries from 1 to {@value #MOST_COUNTRIES}
   * @param sequences how many sequences of draws are counted, each by itself
   */
  public OrderTally(int countries, int sequences) {
    this.values = new double[countries];
    this.sequences = sequences;
  }

  /**
   * An order and how often it came up.
   *
   * @param above by country: how many others are strictly above it, which says the whole order
   * @param times by sequence: the draws with this order
   */
  public record Tallied(ImmutableIntArray above, ImmutableLongArray times) {

    /** The draws with this order, of all sequences. */
    public long total() {
      long total = 0;
      for (int s = 0; s < times.length(); s++) {
        total += times.get(s);
      }
      return total;
    }
  }

  /** Counts the first rows of a block of a sequence, from 0. */
  public void add(int sequence, double[][] scores, int rows) {
    for (int r = 0; r < rows; r++) {
      counts.computeIfAbsent(key(scores, r), none -> new long[sequences])[sequence]++;
    }
  }

  /** For each country the number of those above it, the first country in the highest bits. */
  private int key(double[][] scores, int row) {
    for (int c = 0; c < values.length; c++) {
      values[c] = SortingNetwork.rounded(scores[c][row]);
    }
    int key = 0;
    for (double own : values) {
      int above = 0;
      for (double other : values) {
        above += other > own ? 1 : 0;
      }
      key = (key << BITS) | above;
    }
    return key;
  }

  /** The orders that came up, the most frequent first; as frequent ones by the first countries. */
  public ImmutableList<Tallied> orders() {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            order ->
                new Tallied(above(order.getKey()), ImmutableLongArray.copyOf(order.getValue())))
        .sorted(Comparator.comparingLong(order -> -order.total()))
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableIntArray above(int key) {
    ImmutableIntArray.Builder above = ImmutableIntArray.builder(values.length);
    for (int c = values.length - 1; c >= 0; c--) {
      above.add((key >> (BITS * c)) & ((1 << BITS) - 1));
    }
    return above.build();
  }
}
