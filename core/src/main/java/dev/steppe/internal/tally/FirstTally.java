package dev.steppe.internal.tally;

import java.util.Arrays;

/** Sums the weights with which each country is first. */
final class FirstTally {

  /** Indicators whose sums are next to each other, so that they are found once. */
  private static final int FOUR = 4;

  private final int countries;
  private final int indicators;

  /** By four indicators, country and one of the four. */
  private final double[][] sums;

  FirstTally(int countries, int indicators) {
    this.countries = countries;
    this.indicators = indicators;
    this.sums = new double[(indicators + FOUR - 1) / FOUR][countries * FOUR];
  }

  /**
   * Adds the weights of the first rows of a block.
   *
   * @param keys by row, with the first country in the bits of the mask
   */
  void add(int[] keys, int mask, double[][] weights, int rows) {
    int i = 0;
    for (; i + FOUR <= indicators; i += FOUR) {
      addFour(
          keys,
          mask,
          weights[i],
          weights[i + 1],
          weights[i + 2],
          weights[i + 3],
          sums[i / FOUR],
          rows);
    }
    for (; i < indicators; i++) {
      addOne(keys, mask, weights[i], sums[i / FOUR], i % FOUR, rows);
    }
  }

  private static void addFour(
      int[] keys,
      int mask,
      double[] a,
      double[] b,
      double[] c,
      double[] d,
      double[] sums,
      int rows) {
    for (int r = 0; r < rows; r++) {
      int at = (keys[r] & mask) * FOUR;
      sums[at] += a[r];
      sums[at + 1] += b[r];
      sums[at + 2] += c[r];
      sums[at + 3] += d[r];
    }
  }

  private static void addOne(
      int[] keys, int mask, double[] weights, double[] sums, int at, int rows) {
    for (int r = 0; r < rows; r++) {
      sums[(keys[r] & mask) * FOUR + at] += weights[r];
    }
  }

  /** Adds the weights of one row. */
  void add(int country, double[][] weights, int row) {
    for (int i = 0; i < indicators; i++) {
      sums[i / FOUR][country * FOUR + i % FOUR] += weights[i][row];
    }
  }

  /** Hands over the sums since the last time, by country and indicator. */
  void take(double[] out, int at) {
    int next = at;
    for (int c = 0; c < countries; c++) {
      for (int i = 0; i < indicators; i++) {
        out[next++] = sums[i / FOUR][c * FOUR + i % FOUR];
      }
    }
    for (double[] four : sums) {
      Arrays.fill(four, 0);
    }
  }
}
