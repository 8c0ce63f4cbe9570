package dev.steppe.internal.kernel;

import dev.steppe.model.Aggregation;
import java.util.Arrays;

/**
 * What each factor is computed from. An additive factor reaches through the additive factors below
 * it, down to indicators and to factors that are not additive, with the product of the shares on
 * the way as weight, but not to what does not apply; any other factor has its direct children.
 */
final class FlattenedSums {

  private final int[][] nodes;
  private final double[][] weights;

  private FlattenedSums(int[][] nodes, double[][] weights) {
    this.nodes = nodes;
    this.weights = weights;
  }

  /**
   * The terms under the given shares.
   *
   * @param shares by factor and child; those of a factor sum to 1, or are all 0 where it has no
   *     data
   */
  static FlattenedSums of(CompiledModel model, double[][] shares) {
    int[][] nodes = new int[shares.length][];
    double[][] weights = new double[shares.length][];
    for (int f = 0; f < shares.length; f++) {
      int[] node = new int[model.indicators + shares.length];
      double[] weight = new double[node.length];
      int terms = reach(model, shares, f, 1.0, node, weight, 0);
      nodes[f] = Arrays.copyOf(node, terms);
      weights[f] = Arrays.copyOf(weight, terms);
    }
    return new FlattenedSums(nodes, weights);
  }

  /** Adds the terms of a factor to those that there are, and returns how many there are then. */
  private static int reach(
      CompiledModel model,
      double[][] shares,
      int factor,
      double weight,
      int[] nodes,
      double[] weights,
      int terms) {
    int next = terms;
    boolean merge = model.aggregations[factor].isAdditive();
    for (int c = 0; c < shares[factor].length; c++) {
      int child = model.children[factor][c];
      // Of a sum, what does not apply is no term; others know their children by place.
      if (merge && !model.applies[child]) {
        continue;
      }
      double product = weight * shares[factor][c];
      if (merge && model.isMerged(child)) {
        next = reach(model, shares, child - model.indicators, product, nodes, weights, next);
      } else {
        nodes[next] = child;
        weights[next] = product;
        next++;
      }
    }
    return next;
  }

  int[] nodes(int factor) {
    return nodes[factor];
  }

  double[] weights(int factor) {
    return weights[factor];
  }

  /** Computes a factor from the columns of its terms. */
  void aggregate(CompiledModel model, int factor, double[][] columns, int rows) {
    aggregate(model, factor, model.aggregations[factor], columns, rows);
  }

  /** Computes a factor whose children are aggregated in another way. */
  void aggregate(
      CompiledModel model, int factor, Aggregation aggregation, double[][] columns, int rows) {
    int[] from = nodes[factor];
    double[][] children = new double[from.length][];
    for (int t = 0; t < from.length; t++) {
      children[t] = columns[from[t]];
    }
    aggregation.aggregate(children, weights[factor], columns[model.indicators + factor], rows);
  }
}
