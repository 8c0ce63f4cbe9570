package dev.steppe.internal.kernel;

import java.util.Arrays;

/**
 * Counts scores in steps of 0.01 points, and sums them and their squares from a centre that keeps
 * the sums small.
 */
public final class ScoreTally {

  /** Steps in a point. */
  public static final int STEPS = 100;

  private static final int QUARTER = Draws.BLOCK / 4;
  private static final int BINS = 100 * STEPS + 1;

  private final double[] centres;

  /** Small numbers, so that as many as possible stay in the cache. */
  private final char[][] pending;

  private final long[][] counts;
  private final double[][] columns;
  private final double[][] squares;
  private long added;

  /**
   * Counts nothing yet.
   *
   * @param centres a likely score of each country
   */
  public ScoreTally(double[] centres) {
    this.centres = centres.clone();
    this.pending = new char[centres.length][BINS];
    this.counts = new long[centres.length][BINS];
    this.columns = new double[centres.length][QUARTER];
    this.squares = new double[centres.length][QUARTER];
  }

  /** Counts the first rows of a block of scores, {@code [country][row]}. */
  public void add(double[][] scores, int rows) {
    for (int c = 0; c < centres.length; c++) {
      count(scores[c], pending[c], rows);
      sum(scores[c], centres[c], columns[c], squares[c], rows);
    }
    added += rows;
    if (added > Character.MAX_VALUE - Draws.BLOCK) {
      settle();
    }
  }

  private static void count(double[] scores, char[] counts, int rows) {
    for (int r = 0; r < rows; r++) {
      counts[(int) (scores[r] * STEPS + 0.5)]++;
    }
  }

  private static void sum(
      double[] scores, double centre, double[] sums, double[] squares, int rows) {
    if (rows == Draws.BLOCK) {
      sumBlock(scores, centre, sums, squares);
      return;
    }
    for (int r = 0; r < rows; r++) {
      double from = scores[r] - centre;
      sums[r % QUARTER] += from;
      squares[r % QUARTER] += from * from;
    }
  }

  private static void sumBlock(double[] scores, double centre, double[] sums, double[] squares) {
    for (int r = 0; r < QUARTER; r++) {
      double a = scores[r] - centre;
      double b = scores[r + QUARTER] - centre;
      double c = scores[r + 2 * QUARTER] - centre;
      double d = scores[r + 3 * QUARTER] - centre;
      sums[r] += a + b + (c + d);
      squares[r] += a * a + b * b + (c * c + d * d);
    }
  }

  private void settle() {
    for (int c = 0; c < counts.length; c++) {
      for (int bin = 0; bin < BINS; bin++) {
        counts[c][bin] += pending[c][bin];
      }
      Arrays.fill(pending[c], (char) 0);
    }
    added = 0;
  }

  /** By country and step: how many scores round to it. */
  public long[][] counts() {
    settle();
    return counts;
  }

  /**
   * Hands over the sums since the last time: by country, of the distances from its centre, then by
   * country, of their squares.
   */
  public void takeSums(double[] out, int at) {
    for (int c = 0; c < centres.length; c++) {
      out[at + c] = take(columns[c]);
      out[at + centres.length + c] = take(squares[c]);
    }
  }

  private static double take(double[] column) {
    double sum = 0;
    for (double part : column) {
      sum += part;
    }
    Arrays.fill(column, 0);
    return sum;
  }
}
