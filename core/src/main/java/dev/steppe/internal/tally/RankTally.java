package dev.steppe.internal.tally;

import dev.steppe.internal.DrawBlock;
import org.jspecify.annotations.Nullable;

/**
 * Counts who is above whom, and which ranks follow, over many draws.
 *
 * <p>Scores count as equal when they agree after rounding to 9 decimals, and a country's rank is 1
 * plus the number of those strictly above it. Equal scores are counted in the order in which they
 * happen to be sorted first, and put right after.
 */
public final class RankTally {

  private final int count;
  private final SortingNetwork network;
  private final @Nullable PairTally pairs;
  private final boolean[] tied = new boolean[DrawBlock.SIZE];

  private final PlaceTally places;
  private final FirstTally firsts;

  /** By country and rank: what ties, which are rare, add to the places. */
  private final long[] @Nullable [] corrections;

  /**
   * Counts nothing yet.
   *
   * @param withPairs whether to count who is above whom
   */
  public RankTally(int countries, int indicators, boolean withPairs) {
    this.count = countries;
    this.network = new SortingNetwork(countries);
    this.pairs = withPairs ? new PairTally(countries) : null;
    this.places = new PlaceTally(countries);
    this.firsts = new FirstTally(countries, indicators);
    this.corrections = new long[countries][];
  }

  /**
   * Counts the rows of a block.
   *
   * @param weights by indicator and row
   */
  public void add(ScoreBlock block, double[][] weights) {
    int rows = block.rows;
    network.sort(block, tied);
    if (pairs != null) {
      pairs.add(network, rows);
    }
    places.add(network, rows);
    firsts.add(network.keys(count - 1), network.mask(), weights, rows);
    correct(block.scores, weights, rows);
  }

  private void correct(double[][] scores, double[][] weights, int rows) {
    for (int r = 0; r < rows; r++) {
      if (tied[r]) {
        correctRow(scores, weights, r);
      }
    }
  }

  /** In how many of the first rows nobody is above a country. */
  public static int timesFirst(double[][] scores, int country, int rows) {
    int times = 0;
    for (int r = 0; r < rows; r++) {
      double own = SortingNetwork.rounded(scores[country][r]);
      boolean first = true;
      for (double[] other : scores) {
        first &= SortingNetwork.rounded(other[r]) <= own;
      }
      times += first ? 1 : 0;
    }
    return times;
  }

  /**
   * In how many of the first rows nobody is above a country.
   *
   * @param own its scores
   * @param highest the highest scores of all others
   */
  public static int timesFirst(double[] own, double[] highest, int rows) {
    int times = 0;
    for (int r = 0; r < rows; r++) {
      times += isFirst(own, highest, r) ? 1 : 0;
    }
    return times;
  }

  /** Whether somebody is above a country in each of the first rows. */
  public static boolean isNeverFirst(double[] own, double[] highest, int rows) {
    for (int r = 0; r < rows; r++) {
      if (isFirst(own, highest, r)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFirst(double[] own, double[] highest, int row) {
    return SortingNetwork.rounded(highest[row]) <= SortingNetwork.rounded(own[row]);
  }

  /** Gives those with equal scores the best rank among them. */
  private void correctRow(double[][] scores, double[][] weights, int row) {
    int best = count - 1;
    for (int k = count - 2; k >= 0; k--) {
      int country = network.country(k, row);
      double score = SortingNetwork.rounded(scores[country][row]);
      if (score != SortingNetwork.rounded(scores[network.country(best, row)][row])) {
        best = k;
      } else {
        long[] correction = row(corrections, country);
        correction[count - 1 - k]--;
        correction[count - 1 - best]++;
        for (int above = best; pairs != null && above > k; above--) {
          pairs.addTie(network.country(above, row), country);
        }
        if (best == count - 1) {
          firsts.add(country, weights, row);
        }
      }
    }
  }

  private long[] row(long[] @Nullable [] of, int country) {
    long @Nullable [] row = of[country];
    if (row == null) {
      row = new long[count];
      of[country] = row;
    }
    return row;
  }

  private static long at(long[] @Nullable [] of, int country, int place) {
    long @Nullable [] row = of[country];
    return row == null ? 0 : row[place];
  }

  /**
   * By country and country: the draws in which the first is strictly above the second; empty if
   * they were not to be counted.
   */
  public long[][] wins() {
    if (pairs == null) {
      return new long[0][0];
    }
    long[][] wins = new long[count][count];
    for (int c = 0; c < count; c++) {
      for (int d = 0; d < count; d++) {
        wins[c][d] = c == d ? 0 : pairs.above(c, d);
      }
    }
    return wins;
  }

  /** By country: the draws in which as many others are above it. */
  public long[][] ranks() {
    long[][] at = places.counts();
    long[][] ranks = new long[count][count];
    for (int c = 0; c < count; c++) {
      for (int r = 0; r < count; r++) {
        ranks[c][r] = at[count - 1 - r][c] + at(corrections, c, r);
      }
    }
    return ranks;
  }

  /**
   * Hands over sums since the last time: by country and indicator, of the weights with which nobody
   * is above the country.
   */
  public void takeWeights(double[] out, int at) {
    firsts.take(out, at);
  }
}
