package dev.steppe.internal.tally;

import dev.steppe.internal.DrawBlock;

/**
 * The scores of a block of draws, as they are and in whole steps: thousands to a point, so that the
 * steps nearly always tell who is above whom, and a power of two to a hundredth of a point.
 */
public final class ScoreBlock {

  /** Hundredths in the scale. */
  static final int HUNDREDTHS = 100 * 100;

  /** How many bits a country's number takes, from 0. */
  final int countryBits;

  /** A hundredth of a point is two to the power of this many steps. */
  final int bitsOfHundredth;

  /** By country and row; positive, with room for the country's number. */
  final int[][] steps;

  private final double stepsOfPoint;
  double[][] scores;
  int rows;

  /** A block of a number of countries. */
  public ScoreBlock(int countries) {
    this.countryBits = bitsOf(countries);
    // 10,000 is less than two to the power of 14.
    this.bitsOfHundredth = Integer.SIZE - 1 - countryBits - 14;
    this.stepsOfPoint = 100 * (1 << bitsOfHundredth);
    this.steps = new int[countries][DrawBlock.SIZE];
    this.scores = new double[countries][0];
  }

  static int bitsOf(int countries) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(countries - 1);
  }

  /**
   * Takes the first rows of a block, {@code [country][row]}, which must not change as long as this
   * is used.
   */
  public void read(double[][] block, int count) {
    scores = block;
    rows = count;
    for (int c = 0; c < steps.length; c++) {
      step(block[c], stepsOfPoint, steps[c], count);
    }
  }

  private static void step(double[] scores, double stepsOfPoint, int[] steps, int rows) {
    for (int r = 0; r < rows; r++) {
      steps[r] = (int) (scores[r] * stepsOfPoint);
    }
  }
}
