package dev.steppe.tipping;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A block of indicators that move freely within their room. The cheapest way to make progress is
 * known in closed form:
 *
 * <ul>
 *   <li>{@link TippingMeasure#EUCLIDEAN}: all move by {@code min(room_i, price * w_i / c_i^2)},
 *       with the price at which the progress is made. As the price grows indicators reach the end
 *       of their room one after the other (an active set method without trial and error).
 *   <li>{@link TippingMeasure#SUM}: those with the greatest {@code w_i / c_i} move first, each to
 *       the end of its room but the last (the fractional knapsack).
 * </ul>
 *
 * <p>Either way the cost is a curve of pieces between knots, one an indicator, in the order in
 * which their room ends.
 */
final class ContinuousBlock implements IndicatorBlock {

  private final TippingMeasure measure;
  private final int[] indicators;
  private final double[] weights;
  private final double[] costs;
  private final double[] rooms;

  /** Progress, cost, and squared weight over squared cost that is still free, at each knot. */
  private final double[] progressAt;

  private final double[] costAt;
  private final double[] freeAfter;

  /**
   * A block.
   *
   * @param indicators their numbers
   * @param weights what a point of each adds to progress, greater than 0
   * @param costs what a point of each costs, finite and greater than 0
   * @param rooms how many points each can move, greater than 0
   */
  ContinuousBlock(
      TippingMeasure measure, int[] indicators, double[] weights, double[] costs, double[] rooms) {
    int n = indicators.length;
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    // Equal keys stay in the order of declaration.
    Arrays.sort(order, Comparator.comparingDouble(i -> price(measure, weights, costs, rooms, i)));
    this.measure = measure;
    this.indicators = new int[n];
    this.weights = new double[n];
    this.costs = new double[n];
    this.rooms = new double[n];
    for (int k = 0; k < n; k++) {
      this.indicators[k] = indicators[order[k]];
      this.weights[k] = weights[order[k]];
      this.costs[k] = costs[order[k]];
      this.rooms[k] = rooms[order[k]];
    }
    this.progressAt = new double[n + 1];
    this.costAt = new double[n + 1];
    this.freeAfter = new double[n + 1];
    layKnots();
  }

  /** The price at which an indicator reaches the end of its room. */
  private static double price(
      TippingMeasure measure, double[] weights, double[] costs, double[] rooms, int i) {
    return measure == TippingMeasure.EUCLIDEAN
        ? rooms[i] * costs[i] * (costs[i] / weights[i])
        : costs[i] / weights[i];
  }

  private double price(int k) {
    return price(measure, weights, costs, rooms, k);
  }

  private void layKnots() {
    int n = rooms.length;
    for (int k = n - 1; k >= 0; k--) {
      double ratio = weights[k] / costs[k];
      freeAfter[k] = freeAfter[k + 1] + ratio * ratio;
    }
    double fullProgress = 0;
    double fullCost = 0;
    for (int k = 0; k < n; k++) {
      fullProgress += weights[k] * rooms[k];
      fullCost += measure.part(costs[k], rooms[k]);
      double price = measure == TippingMeasure.EUCLIDEAN ? price(k) : 0;
      progressAt[k + 1] = fullProgress + price * freeAfter[k + 1];
      costAt[k + 1] = fullCost + price * price * freeAfter[k + 1];
    }
  }

  @Override
  public int[] indicators() {
    return indicators;
  }

  @Override
  public double room() {
    return progressAt[rooms.length];
  }

  /** How many indicators are at the end of their room when the curve has come so far. */
  private static int full(double[] knots, double at) {
    int k = 0;
    while (k < knots.length - 1 && knots[k + 1] < at) {
      k++;
    }
    return Math.min(k, knots.length - 2);
  }

  /** The price at which the progress is made, with so many indicators at the end of their room. */
  private double priceOf(double progress, int full) {
    double rest = progress;
    for (int k = 0; k < full; k++) {
      rest -= weights[k] * rooms[k];
    }
    return Math.max(0, rest) / freeAfter[full];
  }

  @Override
  public void move(double progress, double[] points) {
    double made = Math.min(room(), Math.max(0, progress));
    int full = full(progressAt, made);
    double price = measure == TippingMeasure.EUCLIDEAN ? priceOf(made, full) : 0;
    for (int k = 0; k < rooms.length; k++) {
      double free =
          measure == TippingMeasure.EUCLIDEAN
              ? price * (weights[k] / costs[k] / costs[k])
              : k == full ? Math.max(0, made - progressAt[k]) / weights[k] : 0;
      points[indicators[k]] = k < full ? rooms[k] : Math.min(rooms[k], free);
    }
  }

  @Override
  public double cost(double progress) {
    double made = Math.min(room(), Math.max(0, progress));
    int full = full(progressAt, made);
    if (measure == TippingMeasure.SUM) {
      return costAt[full] + (made - progressAt[full]) * price(full);
    }
    double price = priceOf(made, full);
    double sum = price * price * freeAfter[full];
    for (int k = 0; k < full; k++) {
      sum += measure.part(costs[k], rooms[k]);
    }
    return sum;
  }

  /**
   * The Lagrangian at the price of the progress, {@code sum(min over d_i in [0, room_i] of cost -
   * price * w_i * d_i) + price * progress}. It bounds the cost from below at any price (weak
   * duality), so a wrong price could only make the bound worse.
   */
  @Override
  public double dual(double progress) {
    double made = Math.min(room(), Math.max(0, progress));
    int full = full(progressAt, made);
    boolean squares = measure == TippingMeasure.EUCLIDEAN;
    double price = squares ? 2 * priceOf(made, full) : price(full);
    double sum = price * made;
    for (int k = 0; k < rooms.length; k++) {
      double gain = price * weights[k];
      double points = squares ? Math.min(rooms[k], gain / (2 * costs[k] * costs[k])) : rooms[k];
      sum += Math.min(0, measure.part(costs[k], points) - gain * points);
    }
    return Math.max(0, sum);
  }

  @Override
  public double affordable(double cost) {
    if (cost >= costAt[rooms.length]) {
      return room();
    }
    if (!(cost > 0)) {
      return 0;
    }
    int full = full(costAt, cost);
    if (measure == TippingMeasure.SUM) {
      return progressAt[full] + (cost - costAt[full]) / price(full);
    }
    double progress = 0;
    double rest = cost;
    for (int k = 0; k < full; k++) {
      progress += weights[k] * rooms[k];
      rest -= measure.part(costs[k], rooms[k]);
    }
    double price = Math.sqrt(Math.max(0, rest) / freeAfter[full]);
    return Math.min(room(), progress + price * freeAfter[full]);
  }

  @Override
  public double best(double price) {
    double progress = 0;
    for (int k = 0; k < rooms.length; k++) {
      double gain = price * weights[k];
      double points =
          measure == TippingMeasure.EUCLIDEAN
              ? Math.min(rooms[k], gain / (2 * costs[k] * costs[k]))
              : gain > costs[k] ? rooms[k] : 0;
      progress += weights[k] * points;
    }
    return Math.min(room(), progress);
  }

  @Override
  public double above(double progress) {
    return Math.min(room(), progress);
  }

  @Override
  public double below(double progress) {
    return Math.min(room(), progress);
  }
}
