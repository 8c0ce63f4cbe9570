package dev.steppe.model;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** A {@link Choquet} that has been told the order of the children. */
record ChoquetOfChildren(Choquet method, ImmutableList<String> children, ImmutableList<Pair> pairs)
    implements Aggregation {

  /** An interaction of the children at two positions. */
  record Pair(int first, int second, double strength) implements Serializable {

    /** An interaction with a child of weight 0, which may be a missing one, drops out. */
    boolean counts(double[] weights) {
      return weights[first] > 0 && weights[second] > 0;
    }
  }

  @Override
  public Aggregation unbound() {
    return method;
  }

  @Override
  public ImmutableList<String> misfits(Factor factor) {
    return method.misfits(factor);
  }

  @Override
  public boolean restrictsWeights() {
    return true;
  }

  @Override
  public Aggregation bind(List<String> children) {
    return method.bind(children);
  }

  @Override
  public double of(double[] values, double[] weights) {
    if (values.length != children.size()) {
      throw new IllegalArgumentException(
          "There must be as many values as children "
              + children
              + ", but there are "
              + values.length);
    }
    double value = Aggregation.super.of(values, weights);
    double sum = Arrays.stream(weights).sum();
    double[] shares = Arrays.stream(weights).map(weight -> weight / sum).toArray();
    Checks.noFaults(method.toString(), method.importanceFaults(children, shares, ""));
    return value;
  }

  /**
   * Computed as the sum of {@code I_ij * min(x_i, x_j)} over the pairs that complement each other,
   * {@code |I_ij| * max(x_i, x_j)} over those that substitute each other, and each child times what
   * the interactions leave of its weight. This equals the formula with gaps, but no term is
   * negative, so the value cannot fall by a rounding error while a child rises.
   */
  @Override
  public void aggregate(double[][] children, double[] weights, double[] out, int rows) {
    double[] left = leftByInteractions(weights);
    Arrays.fill(out, 0, rows, 0.0);
    for (int c = 0; c < children.length; c++) {
      if (weights[c] > 0) {
        double[] child = children[c];
        double weight = left[c];
        for (int i = 0; i < rows; i++) {
          out[i] += weight * child[i];
        }
      }
    }
    for (Pair pair : pairs) {
      if (pair.counts(weights)) {
        add(pair.strength, children[pair.first], children[pair.second], out, rows);
      }
    }
    MinimumOrMaximum.keepBetween(children, weights, out, rows);
  }

  private static void add(
      double strength, double[] first, double[] second, double[] out, int rows) {
    if (strength > 0) {
      for (int i = 0; i < rows; i++) {
        out[i] += strength * Math.min(first[i], second[i]);
      }
    } else {
      double size = -strength;
      for (int i = 0; i < rows; i++) {
        out[i] += size * Math.max(first[i], second[i]);
      }
    }
  }

  /** Each weight less half the sizes of the child's interactions; 0 where rounding leaves less. */
  private double[] leftByInteractions(double[] weights) {
    double[] left = weights.clone();
    for (Pair pair : pairs) {
      if (pair.counts(weights)) {
        left[pair.first] -= Math.abs(pair.strength) / 2;
        left[pair.second] -= Math.abs(pair.strength) / 2;
      }
    }
    for (int c = 0; c < left.length; c++) {
      left[c] = left[c] < -Choquet.ROUNDING ? left[c] : Math.max(0, left[c]);
    }
    return left;
  }

  @Override
  public MethodDefinition definition() {
    return method.definition();
  }

  @Override
  public String toString() {
    return method + " of " + children;
  }
}
