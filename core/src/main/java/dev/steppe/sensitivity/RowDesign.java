package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.internal.Text;
import dev.steppe.internal.random.SobolSubstreams;
import dev.steppe.internal.random.Substreams;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How a sensitivity analysis samples: so many rows, each of two points, and intervals from rows
 * that are drawn again.
 *
 * @param sample of rows
 * @param resamples how many bootstrap samples the intervals rest on
 * @param isOwn whether the user brought the points: then the sample says only how many there are,
 *     and the seed and level of the intervals
 */
record RowDesign(SampleDesign sample, int resamples, boolean isOwn) {

  /** Rows are numbered in so many bits. */
  static final int MOST_BITS = 24;

  /** The Sobol sequence has 1000 coordinates, and every input takes two. */
  static final int MOST_SOBOL_INPUTS = 500;

  static final RowDesign DEFAULT = new RowDesign(SampleDesign.sobol(4096), 1000);

  RowDesign(SampleDesign sample, int resamples) {
    this(sample, resamples, false);
  }

  /** So many rows of points that the user brings. */
  static RowDesign own(int rows) {
    return new RowDesign(SampleDesign.random(Math.max(1, rows)), DEFAULT.resamples(), true);
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  RowDesign {
    requireNonNull(sample, "design");
    if (sample.size() < 16 || sample.size() > 1 << MOST_BITS) {
      throw new IllegalArgumentException(
          "size must be in [16, 16777216] rows for a sensitivity analysis, but was "
              + sample.size());
    }
    if (resamples < 10 || resamples > 100_000) {
      throw new IllegalArgumentException(
          "Resamples must be in [10, 100000], but were " + resamples);
    }
  }

  int rows() {
    return (int) sample.size();
  }

  long seed() {
    return sample.seed();
  }

  double level() {
    return sample.level();
  }

  /**
   * What a sum of squares about the mean of both samples is divided by: one less than the points if
   * they are random, as their mean is near to them. That of a Sobol sequence is so near the true
   * mean that nothing is lost.
   */
  double varianceDivisor() {
    double points = 2.0 * rows();
    return sample.sampling() == Sampling.RANDOM ? points - 1 : points;
  }

  /**
   * What the points are drawn with: each thread takes its own.
   *
   * @param keys of the coordinates in their order, two for each input
   */
  Supplier<Substreams> draws(Set<Long> keys) {
    if (sample.sampling() == Sampling.RANDOM) {
      return () -> Substreams.ofSeed(seed());
    }
    if (keys.size() > 2 * MOST_SOBOL_INPUTS) {
      throw new IllegalArgumentException(
          "The Sobol sequence serves at most "
              + MOST_SOBOL_INPUTS
              + " inputs, but there are "
              + keys.size() / 2
              + ". Use Sampling.RANDOM.");
    }
    SobolSubstreams points = SobolSubstreams.of(keys, seed());
    return () -> points.scramble(0);
  }

  /**
   * Such as {@code 4,096 rows, scrambled Sobol sequence, seed 2022} or {@code 64 rows, own points}.
   */
  @Override
  public String toString() {
    return Text.count(rows(), "row", "rows")
        + ", "
        + (isOwn ? "own points" : sample.sampling().description() + ", seed " + seed());
  }
}
