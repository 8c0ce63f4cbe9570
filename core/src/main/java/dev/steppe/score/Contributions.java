package dev.steppe.score;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The contributions of all nodes of a model, from those of its indicators. */
final class Contributions {

  private final CompiledModel model;
  private final ImmutableMap<String, Contribution> byCode;

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
    ImmutableMap.Builder<String, Contribution> found = ImmutableMap.builder();
    double[] byNode = new double[model.nodes().size()];
    for (int n = 0; n < byNode.length; n++) {
      if (n < points.length) {
        byNode[n] = points[n];
      } else {
        for (int child : model.childrenOf(n).toArray()) {
          byNode[n] += byNode[child];
        }
      }
      Node node = model.nodes().get(n);
      found.put(
          node.code(),
          new Contribution(
              node.code(),
              node.name(),
              byNode[n],
              first.applyAsDouble(n),
              second.applyAsDouble(n)));
    }
    this.byCode = found.buildOrThrow();
  }

  /** Those of the indicators, the greatest in size first, ties in declaration order. */
  ImmutableList<Contribution> ofIndicators() {
    return sorted(model.nodes().subList(0, model.indicatorCount()));
  }

  /** Those of the root's children, the greatest in size first. */
  ImmutableList<Contribution> ofTopLevel() {
    return sorted(model.model().root().children());
  }

  Contribution of(String code) {
    return requireNonNull(byCode.get(model.model().node(code).code()));
  }

  private ImmutableList<Contribution> sorted(List<Node> nodes) {
    List<Contribution> found = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      found.add(of(node.code()));
    }
    found.sort(Comparator.comparingDouble(contribution -> -Math.abs(contribution.points())));
    return ImmutableList.copyOf(found);
  }
}
