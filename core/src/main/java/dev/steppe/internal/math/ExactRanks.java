package dev.steppe.internal.math;

import java.util.Arrays;

/** The probabilities of ranks that follow from those of pairs, and for three from who leads. */
public final class ExactRanks {

  private final double[][] wins;
  private final Lead lead;

  /** Knows how surely a country is above two others. */
  public interface Lead {
    /** The probability that the first is strictly above both others; NaN if it is not known. */
    double over(int country, int second, int third);
  }

  private ExactRanks(double[][] wins, Lead lead) {
    this.wins = wins;
    this.lead = lead;
  }

  /**
   * By country and rank: the probability of the rank; NaN if it is not known.
   *
   * @param wins by country and country: the probability that the first is strictly above the
   *     second; NaN if it is not known
   */
  public static double[][] of(double[][] wins, Lead lead) {
    boolean known = true;
    boolean certain = true;
    for (double[] row : wins) {
      for (double win : row) {
        known &= !Double.isNaN(win);
        certain &= win == 0 || win == 1;
      }
    }
    ExactRanks ranks = new ExactRanks(wins, lead);
    int n = wins.length;
    double[] unknown = new double[n];
    Arrays.fill(unknown, Double.NaN);
    double[][] all = new double[n][];
    for (int c = 0; c < n; c++) {
      if (certain) {
        all[c] = new double[n];
        all[c][ranks.above(c)] = 1;
      } else if (known && n == 2) {
        all[c] = new double[] {1 - wins[1 - c][c], wins[1 - c][c]};
      } else if (known && n == 3) {
        all[c] = ranks.ofThree(c, (c + 1) % 3, (c + 2) % 3);
      } else {
        all[c] = unknown;
      }
    }
    return all;
  }

  /** How many are surely above a country. */
  private int above(int c) {
    int above = 0;
    for (double[] row : wins) {
      above += row[c] == 1 ? 1 : 0;
    }
    return above;
  }

  /** Two are tied always, or but for a set of weights of probability 0 never. */
  private double[] ofThree(int c, int a, int b) {
    double first = first(c, a, b);
    if (Double.isNaN(first)) {
      return new double[] {first, first, first};
    }
    boolean neverLast = wins[a][c] == 0 || wins[b][c] == 0;
    double last = neverLast ? 0 : Math.max(0, 1 - wins[c][a] - wins[c][b] + first);
    return new double[] {first, Math.max(0, 1 - first - last), last};
  }

  private double first(int c, int a, int b) {
    if (wins[c][a] + wins[a][c] == 0) {
      return 1 - wins[b][c];
    }
    return wins[c][b] + wins[b][c] == 0 ? 1 - wins[a][c] : lead.over(c, a, b);
  }
}
