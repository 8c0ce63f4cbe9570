package dev.steppe.internal.kernel;

import java.util.Arrays;

/**
 * Counts who is above whom, and which ranks follow, over many draws. Countries are compared in
 * columns of whole numbers, so that nothing is sorted and no branch is guessed.
 *
 * <p>Scores count as equal when they agree after rounding to 9 decimals, and a country's rank is 1
 * plus the number of those strictly above it.
 */
public final class RankTally {

  /** Units of the last decimal that counts. */
  private static final double UNITS = 1e9;

  /** A double of this size has no room for a fraction: adding it rounds, half to even. */
  private static final double ROUNDS = 0x1.0p52;

  private static final int FIELD = 8;
  private static final int FIELDS = Long.SIZE / FIELD;
  private static final int TILE = 4;

  private final int count;
  private final long[][] keys;
  private final long[][] wins;
  private final long[][] ranks;
  private final double[][] weightsOfFirst;
  private final long[][] above;
  private final long[] packed = new long[Draws.BLOCK];
  private final int[] rankCounts;

  /** Counts nothing yet. */
  public RankTally(int countries, int indicators) {
    this.count = countries;
    // Rows of keys are compared by fours: some more, which nobody is above.
    this.keys = new long[(countries + 3) / 4 * 4][Draws.BLOCK];
    this.above = new long[countries][Draws.BLOCK];
    this.wins = new long[countries][countries];
    this.ranks = new long[countries][countries];
    this.weightsOfFirst = new double[countries][indicators];
    this.rankCounts = new int[4 * countries];
  }

  /** Counts the first rows of a block. */
  public void add(double[][] scores, double[][] weights, int rows) {
    for (int c = 0; c < count; c++) {
      round(scores[c], keys[c], rows);
      Arrays.fill(above[c], 0, rows, 0);
    }
    // Four are compared with eight at a time: these columns stay in the L1 cache.
    for (int tile = 0; tile < count; tile += TILE) {
      for (int first = 0; first < count; first += FIELDS) {
        for (int c = tile; c < Math.min(tile + TILE, count); c++) {
          compare(c, first, rows);
        }
      }
    }
    for (int c = 0; c < count; c++) {
      addRanks(above[c], ranks[c], rows);
      addWeights(above[c], weights, weightsOfFirst[c], rows);
    }
  }

  /** In how many of the first rows nobody is above a country. */
  public static int timesFirst(double[][] scores, int country, int rows) {
    int times = 0;
    for (int r = 0; r < rows; r++) {
      double own = rounded(scores[country][r]);
      boolean first = true;
      for (double[] other : scores) {
        first &= rounded(other[r]) <= own;
      }
      times += first ? 1 : 0;
    }
    return times;
  }

  private static double rounded(double score) {
    return score * UNITS + ROUNDS;
  }

  /** Compares a country with eight. */
  private void compare(int c, int first, int rows) {
    Arrays.fill(packed, 0, rows, 0);
    for (int d = first; d < Math.min(first + FIELDS, count); d += 4) {
      compare(
          keys[c],
          keys[d],
          keys[d + 1],
          keys[d + 2],
          keys[d + 3],
          (d - first) * FIELD,
          packed,
          rows);
    }
    addFields(packed, above[c], rows);
    unpack(wins, c, first, rows);
  }

  private static void round(double[] scores, long[] keys, int rows) {
    for (int r = 0; r < rows; r++) {
      keys[r] = Double.doubleToRawLongBits(rounded(scores[r]));
    }
  }

  /** The sign of a difference is the answer; the bits of four are packed into fields. */
  private static void compare(
      long[] own, long[] a, long[] b, long[] c, long[] d, int shift, long[] packed, int rows) {
    int shiftB = shift + FIELD;
    int shiftC = shift + 2 * FIELD;
    int shiftD = shift + 3 * FIELD;
    for (int r = 0; r < rows; r++) {
      long key = own[r];
      packed[r] |=
          (((key - a[r]) >>> 63) << shift)
              | (((key - b[r]) >>> 63) << shiftB)
              | (((key - c[r]) >>> 63) << shiftC)
              | (((key - d[r]) >>> 63) << shiftD);
    }
  }

  /** Adds up the fields of each row. */
  private static void addFields(long[] packed, long[] sums, int rows) {
    for (int r = 0; r < rows; r++) {
      long pairs = packed[r] + (packed[r] >>> (4 * FIELD));
      long fours = pairs + (pairs >>> (2 * FIELD));
      sums[r] += (fours + (fours >>> FIELD)) & 0xff;
    }
  }

  /**
   * Adds up the fields of all rows. A field has room for half the rows of a block, so these are
   * added up by themselves.
   */
  private void unpack(long[][] wins, int c, int first, int rows) {
    Arrays.fill(packed, rows, Draws.BLOCK, 0);
    for (int half = Draws.BLOCK / 2; half >= 32; half /= 2) {
      addSecondHalf(packed, half);
    }
    long even = 0;
    long odd = 0;
    for (int r = 0; r < 32; r += 2) {
      even += packed[r];
      odd += packed[r + 1];
    }
    for (int d = first; d < Math.min(first + FIELDS, count); d++) {
      int shift = (d - first) * FIELD;
      wins[d][c] += ((even >>> shift) & 0xff) + ((odd >>> shift) & 0xff);
    }
  }

  private static void addSecondHalf(long[] packed, int half) {
    for (int r = 0; r < half; r++) {
      packed[r] += packed[r + half];
    }
  }

  /** Four sets of counters, so that one need not wait for its last update. */
  private void addRanks(long[] above, long[] ranks, int rows) {
    Arrays.fill(rankCounts, 0);
    int second = count;
    int third = 2 * count;
    int fourth = 3 * count;
    int r = 0;
    for (; r + 3 < rows; r += 4) {
      rankCounts[(int) above[r]]++;
      rankCounts[second + (int) above[r + 1]]++;
      rankCounts[third + (int) above[r + 2]]++;
      rankCounts[fourth + (int) above[r + 3]]++;
    }
    for (; r < rows; r++) {
      rankCounts[(int) above[r]]++;
    }
    for (int i = 0; i < rankCounts.length; i++) {
      ranks[i % count] += rankCounts[i];
    }
  }

  private static void addWeights(long[] above, double[][] weights, double[] sums, int rows) {
    for (int r = 0; r < rows; r++) {
      if (above[r] == 0) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += weights[i][r];
        }
      }
    }
  }

  /** By country and country: the draws in which the first is strictly above the second. */
  public long[][] wins() {
    return wins;
  }

  /** By country: the draws in which as many others are above it. */
  public long[][] ranks() {
    return ranks;
  }

  /**
   * Hands over sums since the last time: by country and indicator, of the weights with which nobody
   * is above the country.
   */
  public void takeWeights(double[] out, int at) {
    int next = at;
    for (double[] sums : weightsOfFirst) {
      System.arraycopy(sums, 0, out, next, sums.length);
      Arrays.fill(sums, 0);
      next += sums.length;
    }
  }
}
