package dev.steppe.internal.kernel;

import java.util.Arrays;

/**
 * Counts who is above whom, and which ranks follow, over many draws.
 *
 * <p>Scores count as equal when they agree after rounding to 9 decimals, and a country's rank is 1
 * plus the number of those strictly above it. Equal scores are counted in the order in which they
 * happen to be sorted first, and put right after.
 */
public final class RankTally {

  private final int count;
  private final RowOrder order;
  private final WinTally higher;
  private final boolean[] tied = new boolean[Draws.BLOCK];

  /** By country and later country: the draws in which they are equal. */
  private final long[][] ties;

  /** By country and later country: the ties in which the first was sorted above. */
  private final long[][] tiesAbove;

  /** By place from 0 for the lowest, and country; a second set for every other row. */
  private final long[][] places;

  private final long[][] corrections;
  private final double[][] weightsOfFirst;
  private long draws;

  /** Counts nothing yet. */
  public RankTally(int countries, int indicators) {
    this.count = countries;
    this.order = new RowOrder(countries);
    this.higher = new WinTally(countries);
    this.ties = new long[countries][countries];
    this.tiesAbove = new long[countries][countries];
    this.places = new long[countries][2 * countries];
    this.corrections = new long[countries][countries];
    this.weightsOfFirst = new double[countries][indicators];
  }

  /** Counts the first rows of a block. */
  public void add(double[][] scores, double[][] weights, int rows) {
    order.sort(scores, rows, tied);
    higher.add(order, rows);
    for (int k = 0; k < count; k++) {
      addPlaces(order.keys(k), order.mask(), places[k], count, rows);
    }
    for (int r = 0; r < rows; r++) {
      addWeights(order.country(count - 1, r), weights, r);
      if (tied[r]) {
        correct(scores, weights, r);
      }
    }
    draws += rows;
  }

  /** In how many of the first rows nobody is above a country. */
  public static int timesFirst(double[][] scores, int country, int rows) {
    int times = 0;
    for (int r = 0; r < rows; r++) {
      double own = RowOrder.rounded(scores[country][r]);
      boolean first = true;
      for (double[] other : scores) {
        first &= RowOrder.rounded(other[r]) <= own;
      }
      times += first ? 1 : 0;
    }
    return times;
  }

  /** Two sets of counters, so that one need not wait for its last update. */
  private static void addPlaces(int[] keys, int mask, long[] counts, int second, int rows) {
    int r = 0;
    for (; r + 1 < rows; r += 2) {
      counts[keys[r] & mask]++;
      counts[second + (keys[r + 1] & mask)]++;
    }
    if (r < rows) {
      counts[keys[r] & mask]++;
    }
  }

  private void addWeights(int country, double[][] weights, int row) {
    double[] sums = weightsOfFirst[country];
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weights[i][row];
    }
  }

  /** Gives those with equal scores the best rank among them. */
  private void correct(double[][] scores, double[][] weights, int row) {
    int best = count - 1;
    for (int k = count - 2; k >= 0; k--) {
      int country = order.country(k, row);
      double score = RowOrder.rounded(scores[country][row]);
      if (score != RowOrder.rounded(scores[order.country(best, row)][row])) {
        best = k;
      } else {
        corrections[country][count - 1 - k]--;
        corrections[country][count - 1 - best]++;
        for (int above = best; above > k; above--) {
          addTie(order.country(above, row), country);
        }
        if (best == count - 1) {
          addWeights(country, weights, row);
        }
      }
    }
  }

  private void addTie(int above, int below) {
    ties[Math.min(above, below)][Math.max(above, below)]++;
    if (above < below) {
      tiesAbove[above][below]++;
    }
  }

  /** By country and country: the draws in which the first is strictly above the second. */
  public long[][] wins() {
    long[][] wins = new long[count][count];
    for (int c = 0; c < count; c++) {
      for (int d = c + 1; d < count; d++) {
        wins[c][d] = higher.higher(c, d) - tiesAbove[c][d];
        wins[d][c] = draws - wins[c][d] - ties[c][d];
      }
    }
    return wins;
  }

  /** By country: the draws in which as many others are above it. */
  public long[][] ranks() {
    long[][] ranks = new long[count][count];
    for (int c = 0; c < count; c++) {
      for (int r = 0; r < count; r++) {
        long[] at = places[count - 1 - r];
        ranks[c][r] = at[c] + at[count + c] + corrections[c][r];
      }
    }
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
