package dev.steppe.tipping;

import java.util.Arrays;

/**
 * One indicator whose value jumps from level to level: a category or a rank. Its progress is its
 * own move in points.
 */
final class DiscreteBlock implements IndicatorBlock {

  private final TippingMeasure measure;
  private final int indicator;
  private final double cost;

  /** The moves that are possible, ascending, from 0. */
  private final double[] levels;

  DiscreteBlock(TippingMeasure measure, int indicator, double cost, double[] levels) {
    this.measure = measure;
    this.indicator = indicator;
    this.cost = cost;
    this.levels = levels;
  }

  @Override
  public int[] indicators() {
    return new int[] {indicator};
  }

  @Override
  public double room() {
    return levels[levels.length - 1];
  }

  @Override
  public double cost(double progress) {
    return measure.part(cost, above(progress));
  }

  @Override
  public double dual(double progress) {
    return cost(progress);
  }

  @Override
  public double affordable(double cost) {
    int low = 0;
    int high = levels.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (measure.part(this.cost, levels[middle]) <= cost) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return levels[low];
  }

  @Override
  public double best(double price) {
    double best = 0;
    for (double level : levels) {
      if (cost(level) - price * level < cost(best) - price * best) {
        best = level;
      }
    }
    return best;
  }

  @Override
  public void move(double progress, double[] points) {
    points[indicator] = above(progress);
  }

  @Override
  public double above(double progress) {
    int at = Arrays.binarySearch(levels, progress);
    return at >= 0 ? levels[at] : levels[Math.min(levels.length - 1, -1 - at)];
  }

  @Override
  public double below(double progress) {
    int at = Arrays.binarySearch(levels, progress);
    return levels[at >= 0 ? at : Math.max(0, -2 - at)];
  }
}
