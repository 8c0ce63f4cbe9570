package dev.steppe.model;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** A {@link Choquet} that has been told the order of the children. */
record ChoquetOfChildren(ImmutableList<String> children, ImmutableList<Pair> pairs)
    implements Aggregation {

  ChoquetOfChildren {
    for (Pair pair : pairs) {
      Checks.code(children.get(pair.first), "code in an interaction");
      Checks.code(children.get(pair.second), "code in an interaction");
    }
  }

  /** An interaction of the children at two positions. */
  record Pair(int first, int second, double strength) implements Serializable {

    Pair {
      Checks.inRange(strength, -1, 1, "strength of an interaction");
    }

    /** An interaction with a child of weight 0, which may be a missing one, drops out. */
    boolean counts(double[] weights) {
      return weights[first] > 0 && weights[second] > 0;
    }
  }

  @Override
  public Choquet unbound() {
    return new Choquet(
        pairs.stream()
            .map(
                pair ->
                    Interaction.of(
                        children.get(pair.first), children.get(pair.second), pair.strength))
            .collect(ImmutableList.toImmutableList()));
  }

  @Override
  public ImmutableList<String> misfits(Factor factor) {
    return unbound().misfits(factor);
  }

  @Override
  public Aggregation bind(List<String> children) {
    return unbound().bind(children);
  }

  @Override
  public Aggregation reweighted(double[] from, double[] to) {
    // Rounding may leave half the interactions a little above a weight, which must not grow.
    double[] ratios = halvesOfInteractions(from);
    for (int c = 0; c < ratios.length; c++) {
      double stated = Math.max(ratios[c], from[c]);
      ratios[c] = to[c] == from[c] ? 1 : stated > 0 ? to[c] / stated : 0;
    }
    ImmutableList.Builder<Pair> scaled = ImmutableList.builderWithExpectedSize(pairs.size());
    for (Pair pair : pairs) {
      double strength = pair.strength * Math.min(ratios[pair.first], ratios[pair.second]);
      scaled.add(new Pair(pair.first, pair.second, Math.max(-1, Math.min(1, strength)) + 0.0));
    }
    return new ChoquetOfChildren(children, scaled.build());
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
    Choquet method = unbound();
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

  private double[] halvesOfInteractions(double[] weights) {
    double[] halves = new double[weights.length];
    for (Pair pair : pairs) {
      if (pair.counts(weights)) {
        halves[pair.first] += Math.abs(pair.strength) / 2;
        halves[pair.second] += Math.abs(pair.strength) / 2;
      }
    }
    return halves;
  }

  @Override
  public MethodDefinition definition() {
    return unbound().definition();
  }

  @Override
  public String toString() {
    return unbound() + " of " + children;
  }
}
