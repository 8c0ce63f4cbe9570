package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

/**
 * How a sensitivity analysis samples: the same design gives the same bits.
 *
 * @param sampling where the points lie
 * @param rows how many pairs of points are drawn; a power of 2 for the Sobol sequence
 * @param seed what the points depend on, beside their number and the names of the inputs
 * @param resamples how many bootstrap samples the intervals rest on, at least 10
 * @param level the confidence of the intervals, between 0 and 1
 * @since 0.1
 */
public record SampleDesign(Sampling sampling, int rows, long seed, int resamples, double level) {

  /** Rows are numbered in so many bits. */
  static final int MOST_BITS = 24;

  /** The Sobol sequence has 1000 coordinates, and every input takes two. */
  static final int MOST_SOBOL_INPUTS = 500;

  static final SampleDesign DEFAULT =
      new SampleDesign(Sampling.SCRAMBLED_SOBOL, 4096, 42, 1000, 0.95);

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public SampleDesign {
    requireNonNull(sampling, "sampling");
    if (rows < 16 || rows > 1 << MOST_BITS) {
      throw new IllegalArgumentException("Rows must be in [16, 16777216], but were " + rows);
    }
    if (sampling == Sampling.SCRAMBLED_SOBOL && Integer.bitCount(rows) != 1) {
      throw new IllegalArgumentException(
          "Rows of a Sobol sequence must be a power of 2, but were "
              + rows
              + ". Maybe you meant "
              + Integer.highestOneBit(rows)
              + ".");
    }
    if (resamples < 10 || resamples > 100_000) {
      throw new IllegalArgumentException(
          "Resamples must be in [10, 100000], but were " + resamples);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "Confidence level must be between 0 and 1, such as 0.95, but was " + level);
    }
  }

  /** The points, two coordinates for each dimension: an even one and an odd one. */
  Points points(Problem problem) {
    int dimensions = problem.dimensions();
    if (sampling == Sampling.SCRAMBLED_SOBOL && dimensions > MOST_SOBOL_INPUTS) {
      throw new IllegalArgumentException(
          "The Sobol sequence serves at most "
              + MOST_SOBOL_INPUTS
              + " inputs, but there are "
              + dimensions
              + ". Use Sampling.RANDOM.");
    }
    long[] keys = new long[2 * dimensions];
    for (int d = 0; d < dimensions; d++) {
      keys[2 * d] = Keys.of(seed, "a " + problem.key(d));
      keys[2 * d + 1] = Keys.of(seed, "b " + problem.key(d));
    }
    return sampling == Sampling.RANDOM ? Points.random(keys) : Points.scrambledSobol(keys);
  }

  /** Such as {@code 4096 rows, scrambled Sobol sequence, seed 42}. */
  @Override
  public String toString() {
    return rows + " rows, " + sampling.description() + ", seed " + seed;
  }
}
