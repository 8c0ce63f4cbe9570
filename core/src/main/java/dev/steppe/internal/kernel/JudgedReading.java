package dev.steppe.internal.kernel;

import dev.steppe.evidence.Estimate;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.random.Substreams;
import dev.steppe.model.Criterion;
import dev.steppe.model.Range;
import java.util.List;
import java.util.Set;

/**
 * A subject's readings of an indicator, and the values that they have, at every combination of the
 * levels of changes that all subjects share. Each draw takes one combination. Immutable.
 */
public final class JudgedReading {

  private final long[] keys;
  private final int[] levels;

  /** By combination. */
  private final Criterion[] scales;

  private final Estimate[] estimates;

  /** By combination, the value of an exact reading. */
  private final double[] values;

  private final boolean isDrawn;
  private final Estimate envelope;

  JudgedReading(List<SharedChange> changes, List<Criterion> scales, List<Estimate> estimates) {
    this.keys = new long[changes.size()];
    this.levels = new int[keys.length];
    for (int j = 0; j < keys.length; j++) {
      keys[j] = changes.get(j).key();
      levels[j] = changes.get(j).levels();
    }
    this.scales = scales.toArray(new Criterion[0]);
    this.estimates = estimates.toArray(new Estimate[0]);
    this.values = new double[estimates.size()];
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    boolean drawn = false;
    for (int k = 0; k < values.length; k++) {
      drawn |= !this.estimates[k].isExact();
      values[k] = value(this.scales[k], this.estimates[k].central());
      Range bounds = bounds(this.scales[k], this.estimates[k]);
      least = Math.min(least, bounds.lower());
      greatest = Math.max(greatest, bounds.upper());
    }
    this.isDrawn = drawn;
    this.envelope = Estimate.between(least, greatest);
  }

  private static double value(Criterion scale, double reading) {
    return scale
        .normalization()
        .normalize(scale.treatment().treat(reading), scale.indicator().direction());
  }

  private static Range bounds(Criterion scale, Estimate estimate) {
    return scale
        .normalization()
        .bounds(
            scale.treatment().treat(estimate.lower()),
            scale.treatment().treat(estimate.upper()),
            scale.indicator().direction());
  }

  /** Whether the reading itself is drawn besides. */
  public boolean isDrawn() {
    return isDrawn;
  }

  /** From the least to the greatest value that it can have. */
  public Estimate envelope() {
    return envelope;
  }

  /** The value of a combination of levels whose reading is at a probability. */
  public double value(int combination, double probability) {
    return estimates[combination].isExact()
        ? values[combination]
        : value(scales[combination], estimates[combination].inverseCdf(probability));
  }

  /** The number of the combination of a level for each of the changes, in their order. */
  public int combination(int[] level) {
    int combination = 0;
    for (int j = 0; j < levels.length; j++) {
      combination = next(combination, j, level[j]);
    }
    return combination;
  }

  private int next(int combination, int change, int level) {
    return combination * levels[change] + level;
  }

  void addInputs(Set<Long> inputs) {
    for (long key : keys) {
      inputs.add(key);
    }
  }

  /** Turns probabilities of readings into values. */
  void values(Substreams draws, long block, int rows, double[] column) {
    int[] combinations = combinations(draws, block, rows);
    for (int r = 0; r < rows; r++) {
      column[r] = value(combinations[r], column[r]);
    }
  }

  /** Turns probabilities of readings into these. */
  void readings(Substreams draws, long block, int rows, double[] column) {
    int[] combinations = combinations(draws, block, rows);
    for (int r = 0; r < rows; r++) {
      column[r] = estimates[combinations[r]].inverseCdf(column[r]);
    }
  }

  private int[] combinations(Substreams draws, long block, int rows) {
    int[] combinations = new int[rows];
    double[] uniform = new double[DrawBlock.SIZE];
    for (int j = 0; j < keys.length; j++) {
      draws.uniforms(keys[j], block, rows, uniform);
      for (int r = 0; r < rows; r++) {
        combinations[r] = next(combinations[r], j, SharedChange.level(uniform[r], levels[j]));
      }
    }
    return combinations;
  }
}
