package dev.steppe.score;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.model.Node;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;

/** The contributions of all nodes of a model, from those of its indicators. */
final class Contributions {

  private static final Comparator<Contribution> GREATEST_FIRST =
      (first, second) -> Double.compare(Math.abs(second.points()), Math.abs(first.points()));

  private final CompiledModel model;

  /** By node. */
  private final Contribution[] all;

  /**
   * Adds up the indicators' points.
   *
   * @param points by indicator
   * @param first the value of a node in the scorecard
   * @param second the value it is held against
   */
  Contributions(
      CompiledModel model, double[] points, IntToDoubleFunction first, IntToDoubleFunction second) {
    this.model = model;
    this.all = new Contribution[model.nodes().size()];
    double[] byNode = new double[model.nodes().size()];
    for (int n = 0; n < byNode.length; n++) {
      if (n < points.length) {
        byNode[n] = points[n];
      } else {
        ImmutableIntArray children = model.childrenOf(n);
        for (int c = 0; c < children.length(); c++) {
          byNode[n] += byNode[children.get(c)];
        }
      }
      Node node = model.nodes().get(n);
      all[n] =
          new Contribution(
              node.code(), node.name(), byNode[n], first.applyAsDouble(n), second.applyAsDouble(n));
    }
  }

  /** Those of the indicators, the greatest in size first, ties in declaration order. */
  ImmutableList<Contribution> ofIndicators() {
    return sorted(Arrays.copyOf(all, model.indicatorCount()));
  }

  /** Those of the root's children, the greatest in size first. */
  ImmutableList<Contribution> ofTopLevel() {
    ImmutableIntArray children = model.childrenOf(model.root());
    Contribution[] top = new Contribution[children.length()];
    for (int c = 0; c < top.length; c++) {
      top[c] = all[children.get(c)];
    }
    return sorted(top);
  }

  Contribution of(String code) {
    int node = model.find(code);
    return all[node >= 0 ? node : model.find(model.model().node(code).code())];
  }

  private static ImmutableList<Contribution> sorted(Contribution[] found) {
    Arrays.sort(found, GREATEST_FIRST);
    return ImmutableList.copyOf(found);
  }
}
