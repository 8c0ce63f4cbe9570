package dev.steppe.internal.tally;

import dev.steppe.internal.DrawBlock;
import java.util.Arrays;

/**
 * Counts how often each country has each place. Where countries are few, a counter is of two
 * neighbouring places and who has them: half as many counters are changed, and seldom one that has
 * just been changed, which the processor would have to wait for.
 */
final class PlaceTally {

  /** With more bits for a country, counters of two places would not stay in the cache. */
  private static final int FEW_BITS = 4;

  private final int count;
  private final int bits;

  /** How many places a counter is of. */
  private final int together;

  /** By place, or two places, and who has them; small numbers, to take little of the cache. */
  private final char[][] pending;

  private final int[] index = new int[DrawBlock.SIZE];

  /** By place from 0 for the lowest, and country. */
  private final long[][] counts;

  private int added;

  PlaceTally(int countries) {
    this.count = countries;
    this.bits = ScoreBlock.bitsOf(countries);
    this.together = bits <= FEW_BITS ? 2 : 1;
    this.pending = new char[(countries + together - 1) / together][1 << (bits * together)];
    this.counts = new long[countries][countries];
  }

  /** Counts the first rows of a block. */
  void add(SortingNetwork network, int rows) {
    for (int p = 0; p < pending.length; p++) {
      int low = p * together;
      if (hasNeighbour(low)) {
        pair(network.keys(low), network.keys(low + 1), network.mask(), bits, index, rows);
      } else {
        alone(network.keys(low), network.mask(), index, rows);
      }
      count(index, pending[p], rows);
    }
    added += rows;
    if (added > Character.MAX_VALUE - DrawBlock.SIZE) {
      settle();
    }
  }

  /** Whether a place is counted with the next; the highest may have none. */
  private boolean hasNeighbour(int low) {
    return together == 2 && low + 1 < count;
  }

  private static void alone(int[] keys, int mask, int[] index, int rows) {
    for (int r = 0; r < rows; r++) {
      index[r] = keys[r] & mask;
    }
  }

  private static void pair(int[] low, int[] high, int mask, int bits, int[] index, int rows) {
    for (int r = 0; r < rows; r++) {
      index[r] = ((high[r] & mask) << bits) | (low[r] & mask);
    }
  }

  /** The mask changes nothing; with it the compiler knows that every index is in the array. */
  private static void count(int[] index, char[] counts, int rows) {
    for (int r = 0; r < rows; r++) {
      counts[index[r] & (counts.length - 1)]++;
    }
  }

  private void settle() {
    for (int p = 0; p < pending.length; p++) {
      int low = p * together;
      char[] of = pending[p];
      for (int i = 0; i < of.length; i++) {
        if (of[i] > 0) {
          counts[low][i & ((1 << bits) - 1)] += of[i];
          if (hasNeighbour(low)) {
            counts[low + 1][i >> bits] += of[i];
          }
        }
      }
      Arrays.fill(of, (char) 0);
    }
    added = 0;
  }

  /** By place from 0 for the lowest, and country: in how many rows it has the place. */
  long[][] counts() {
    settle();
    return counts;
  }
}
