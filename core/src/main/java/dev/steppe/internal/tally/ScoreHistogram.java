package dev.steppe.internal.tally;

import dev.steppe.internal.DrawBlock;
import java.util.Arrays;

/**
 * Counts scores in steps of 0.01 points, and sums them and their squares from a centre that keeps
 * the sums small.
 */
public final class ScoreHistogram {

  /** Steps in a point. */
  public static final int STEPS = 100;

  private static final int QUARTER = DrawBlock.SIZE / 4;

  private final double[] centres;

  /** Small numbers, so that as many as possible stay in the cache. */
  private final char[][] pending;

  private final ScoreCounts counts;

  /** By country: columns of sums, then of sums of squares, in one array to be known to be apart. */
  private final double[][] sums;

  private long added;

  /**
   * Counts nothing yet.
   *
   * @param centres a likely score of each country
   */
  public ScoreHistogram(double[] centres) {
    this.centres = centres.clone();
    this.pending = new char[centres.length][ScoreCounts.BINS];
    this.counts = new ScoreCounts(centres.length);
    this.sums = new double[centres.length][2 * QUARTER];
  }

  /** Counts the scores of a block; overwrites those of rows that are not drawn. */
  public void add(ScoreBlock block) {
    for (int c = 0; c < centres.length; c++) {
      count(block.steps[c], block.bitsOfHundredth, pending[c], block.rows);
      // Whole blocks are all that the loop below is compiled for, and these add nothing.
      Arrays.fill(block.scores[c], block.rows, DrawBlock.SIZE, centres[c]);
      sum(block.scores[c], centres[c], sums[c]);
    }
    added += block.rows;
    if (added > Character.MAX_VALUE - DrawBlock.SIZE) {
      settle();
    }
  }

  private static void count(int[] steps, int bits, char[] counts, int rows) {
    int half = (1 << bits) >> 1;
    for (int r = 0; r < rows; r++) {
      counts[(steps[r] + half) >> bits]++;
    }
  }

  private static void sum(double[] scores, double centre, double[] sums) {
    for (int r = 0; r < QUARTER; r++) {
      double a = scores[r] - centre;
      double b = scores[r + QUARTER] - centre;
      double c = scores[r + 2 * QUARTER] - centre;
      double d = scores[r + 3 * QUARTER] - centre;
      sums[r] += a + b + (c + d);
      sums[r + QUARTER] += a * a + b * b + (c * c + d * d);
    }
  }

  private void settle() {
    for (int c = 0; c < pending.length; c++) {
      counts.take(c, pending[c]);
    }
    added = 0;
  }

  /** How many scores round to each step. */
  public ScoreCounts counts() {
    settle();
    return counts;
  }

  /**
   * Hands over the sums since the last time: by country, of the distances from its centre, then by
   * country, of their squares.
   */
  public void takeSums(double[] out, int at) {
    for (int c = 0; c < centres.length; c++) {
      out[at + c] = sum(sums[c], 0);
      out[at + centres.length + c] = sum(sums[c], QUARTER);
      Arrays.fill(sums[c], 0);
    }
  }

  private static double sum(double[] columns, int from) {
    double sum = 0;
    for (int r = from; r < from + QUARTER; r++) {
      sum += columns[r];
    }
    return sum;
  }
}
