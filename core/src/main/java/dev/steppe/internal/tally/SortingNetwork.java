package dev.steppe.internal.tally;

import dev.steppe.internal.DrawBlock;
import java.util.Arrays;

/**
 * The order of countries in each row of a block. All rows are sorted at once by a network of
 * comparisons that does not depend on the numbers, so that nothing is guessed and the processor
 * sorts many rows in one step.
 *
 * <p>Scores are compared in whole steps first, with the country's number in the lowest bits; rows
 * in which two are within two steps are put right by the scores themselves. Scores count as equal
 * when they agree after rounding to 9 decimals.
 *
 * @see <a href="https://doi.org/10.1145/1468075.1468121">Batcher (1968), Sorting networks and their
 *     applications. AFIPS Spring Joint Computer Conference, 307-314</a>; for any number of keys:
 *     Knuth, The Art of Computer Programming, volume 3, section 5.2.2, algorithm M
 */
final class SortingNetwork {

  /** Units of the last decimal that counts. */
  private static final double UNITS = 1e9;

  /** A double of this size has no room for a fraction: adding it rounds, half to even. */
  private static final double ROUNDS = 0x1.0p52;

  private final int count;
  private final int bits;
  private final int mask;
  private final int[][] keys;
  private final int[] close = new int[DrawBlock.SIZE];
  private final int[] order;
  private final double[] values;

  SortingNetwork(int countries) {
    this.count = countries;
    this.bits = ScoreBlock.bitsOf(countries);
    this.mask = (1 << bits) - 1;
    this.keys = new int[countries][DrawBlock.SIZE];
    this.order = new int[countries];
    this.values = new double[countries];
  }

  /** A score that is equal to others which it agrees with to 9 decimals. */
  static double rounded(double score) {
    return score * UNITS + ROUNDS;
  }

  /** By place, from 0 for the lowest score: a column of keys, of which a mask gives countries. */
  int[] keys(int place) {
    return keys[place];
  }

  int mask() {
    return mask;
  }

  int country(int place, int row) {
    return keys[place][row] & mask;
  }

  /**
   * Sorts the rows of a block; countries with equal scores are in any order.
   *
   * @param tied receives for each row whether any are equal
   */
  void sort(ScoreBlock block, boolean[] tied) {
    number(block);
    exchange(block.rows);
    mark(block.rows);
    settle(block, tied);
  }

  private void number(ScoreBlock block) {
    for (int c = 0; c < count; c++) {
      number(block.steps[c], c, bits, keys[c], block.rows);
    }
  }

  private static void number(int[] steps, int country, int bits, int[] keys, int rows) {
    for (int r = 0; r < rows; r++) {
      keys[r] = (steps[r] << bits) | country;
    }
  }

  private void exchange(int rows) {
    int top = Integer.highestOneBit(Math.max(1, count - 1));
    for (int p = top; p > 0; p >>= 1) {
      int r = 0;
      int d = p;
      for (int q = top; q >= p; q >>= 1) {
        for (int i = 0; i < count - d; i++) {
          if ((i & p) == r) {
            exchange(keys[i], keys[i + d], rows);
          }
        }
        d = q - p;
        r = p;
      }
    }
  }

  /**
   * Puts the lesser of two into the first column. The difference is in range: keys are positive.
   */
  private static void exchange(int[] low, int[] high, int rows) {
    for (int r = 0; r < rows; r++) {
      int a = low[r];
      int b = high[r];
      int difference = a - b;
      int ifNegative = difference & (difference >> 31);
      low[r] = b + ifNegative;
      high[r] = a - ifNegative;
    }
  }

  private void mark(int rows) {
    Arrays.fill(close, 0, rows, 0);
    for (int k = 1; k < count; k++) {
      mark(keys[k - 1], keys[k], bits, close, rows);
    }
  }

  /** Marks the rows in which two columns are less than two steps apart. */
  private static void mark(int[] low, int[] high, int bits, int[] close, int rows) {
    for (int r = 0; r < rows; r++) {
      close[r] |= ((high[r] >>> bits) - (low[r] >>> bits) - 2) >>> 31;
    }
  }

  private static boolean areClose(int low, int high, int bits) {
    return (high >>> bits) - (low >>> bits) < 2;
  }

  private void settle(ScoreBlock block, boolean[] tied) {
    for (int r = 0; r < block.rows; r++) {
      tied[r] = close[r] != 0 && settle(block.scores, r);
    }
  }

  /** Sorts a row that is sorted but for close neighbours; says whether any scores are equal. */
  private boolean settle(double[][] scores, int row) {
    boolean equal = false;
    int from = 0;
    for (int k = 1; k <= count; k++) {
      if (k == count || !areClose(keys[k - 1][row], keys[k][row], bits)) {
        equal |= k - from > 1 && settle(scores, row, from, k);
        from = k;
      }
    }
    return equal;
  }

  private boolean settle(double[][] scores, int row, int from, int to) {
    boolean equal = false;
    for (int k = from; k < to; k++) {
      int country = country(k, row);
      double value = rounded(scores[country][row]);
      int at = k;
      while (at > from && values[at - 1] > value) {
        values[at] = values[at - 1];
        order[at] = order[at - 1];
        at--;
      }
      equal |= at > from && values[at - 1] == value;
      values[at] = value;
      order[at] = country;
    }
    for (int k = from; k < to; k++) {
      keys[k][row] = order[k];
    }
    return equal;
  }
}
