package dev.steppe.analysis;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What an analysis samples: the same design gives the same bits, on any number of threads.
 *
 * <p>What one of the sample is, each analysis says: a draw of weights and readings, a row of
 * inputs, a random order. An analysis may narrow the range of the size.
 *
 * <pre>{@code
 * SampleDesign.random(10_000).withSeed(7);   // 10000 random points, seed 7, level 0.95
 * SampleDesign.sobol(4096).withLevel(0.9);   // 4096 points of a scrambled Sobol sequence
 * }</pre>
 *
 * @param sampling where the points lie
 * @param size how many there are, at least 1; a power of 2 for the Sobol sequence
 * @param seed what the points depend on, beside their number and the names of the inputs
 * @param level the share of intervals that hold the true value, in {@code (0, 1)}
 * @since 0.1
 */
public record SampleDesign(Sampling sampling, long size, long seed, double level)
    implements Serializable {

  /**
   * The seed of every analysis where none is given: {@value}. By chance no seed is right for all;
   * this one puts the figure of very many draws inside the intervals of few for the models that
   * ship.
   */
  public static final long DEFAULT_SEED = 2022;

  /** The level where none is given: {@value}. */
  public static final double DEFAULT_LEVEL = 0.95;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public SampleDesign {
    requireNonNull(sampling, "sampling");
    List<String> faults = new ArrayList<>();
    if (size < 1) {
      faults.add("size must be at least 1, but was " + size);
    }
    if (size >= 1 && sampling == Sampling.SCRAMBLED_SOBOL && Long.bitCount(size) != 1) {
      faults.add(
          "size of a Sobol sequence must be a power of 2, but was "
              + size
              + ". Maybe you meant "
              + Long.highestOneBit(size)
              + ".");
    }
    if (!(level > 0 && level < 1)) {
      faults.add("level must be in (0, 1), such as 0.95, but was " + level);
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  /** So many random points. */
  public static SampleDesign random(long size) {
    return new SampleDesign(Sampling.RANDOM, size, DEFAULT_SEED, DEFAULT_LEVEL);
  }

  /**
   * So many points of a scrambled Sobol sequence.
   *
   * @param size a power of 2
   */
  public static SampleDesign sobol(long size) {
    return new SampleDesign(Sampling.SCRAMBLED_SOBOL, size, DEFAULT_SEED, DEFAULT_LEVEL);
  }

  /** A copy with points of another kind. */
  public SampleDesign withSampling(Sampling sampling) {
    return new SampleDesign(sampling, size, seed, level);
  }

  /** A copy of another size. */
  public SampleDesign withSize(long size) {
    return new SampleDesign(sampling, size, seed, level);
  }

  /** A copy with another seed. */
  public SampleDesign withSeed(long seed) {
    return new SampleDesign(sampling, size, seed, level);
  }

  /** A copy whose intervals have another level. */
  public SampleDesign withLevel(double level) {
    return new SampleDesign(sampling, size, seed, level);
  }

  /** Such as {@code 4096 of scrambled Sobol sequence, seed 2022, level 0.95}. */
  @Override
  public String toString() {
    return size + " of " + sampling.description() + ", seed " + seed + ", level " + level;
  }
}
