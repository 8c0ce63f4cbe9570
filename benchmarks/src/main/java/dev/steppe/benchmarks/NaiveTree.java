package dev.steppe.benchmarks;

import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model as one would write it first: objects that call each other, readings in a map. For {@link
 * Workloads} with arithmetic means.
 */
interface NaiveTree {

  /** The weight as given. */
  double weight();

  /** The value from 0 to 100. */
  double value(Map<String, Double> readings);

  /** The tree of a model. */
  static NaiveTree of(RiskModel model) {
    return of(model.root(), model);
  }

  private static NaiveTree of(Node node, RiskModel model) {
    return node.fold(factor -> group(factor, model), criterion -> leaf(criterion, model));
  }

  private static NaiveTree group(Factor factor, RiskModel model) {
    List<NaiveTree> children = new ArrayList<>();
    for (Node child : factor.children()) {
      children.add(of(child, model));
    }
    return new Group(factor.weight(), children);
  }

  private static NaiveTree leaf(Criterion criterion, RiskModel model) {
    int number = model.criteria().indexOf(criterion);
    return new Leaf(
        criterion.code(),
        criterion.weight(),
        Workloads.lower(number),
        Workloads.upper(number),
        criterion.indicator().direction());
  }

  /** An indicator between goalposts. */
  record Leaf(String code, double weight, double lower, double upper, Direction direction)
      implements NaiveTree {
    @Override
    public double value(Map<String, Double> readings) {
      double share = (readings.get(code) - lower) / (upper - lower);
      double value = 100 * Math.max(0, Math.min(1, share));
      return direction == Direction.HIGHER_IS_RISKIER ? value : 100 - value;
    }
  }

  /** A weighted mean. */
  record Group(double weight, List<NaiveTree> children) implements NaiveTree {
    @Override
    public double value(Map<String, Double> readings) {
      double sum = 0;
      double weights = 0;
      for (NaiveTree child : children) {
        sum += child.weight() * child.value(readings);
        weights += child.weight();
      }
      return sum / weights;
    }
  }
}
