package dev.steppe.revision;

import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Node;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import java.util.List;
import java.util.function.Predicate;

/**
 * A model between two: with some switches turned it says there what the later model says, and
 * elsewhere what the earlier one does. With none turned it has the fingerprint of the earlier
 * model, with all turned that of the later one.
 *
 * <p>Weights are in the unit of the earlier model, see {@link WeightUnit}, until {@link
 * ModelComparison#RESTATED} is turned. What is new or has moved has the later weight.
 */
final class ModelMixture {

  private final ModelComparison comparison;
  private final KeyedTree before;
  private final KeyedTree after;
  private final Predicate<String> isTurned;
  private final boolean restated;
  private int placed;

  private ModelMixture(ModelComparison comparison, Predicate<String> isTurned) {
    this.comparison = comparison;
    this.before = comparison.before();
    this.after = comparison.after();
    this.isTurned = isTurned;
    this.restated = isTurned.test(ModelComparison.RESTATED);
  }

  /**
   * The model with some switches turned.
   *
   * @throws IllegalArgumentException if it is none: a factor has no children left, factors lie in
   *     each other in a circle, interactions name what is not there
   */
  static RiskModel of(ModelComparison comparison, Predicate<String> isTurned) {
    return new ModelMixture(comparison, isTurned).build();
  }

  private RiskModel build() {
    KeyedTree named = restated ? after : before;
    ModelBuilder builder = RiskModel.builder(named.model().name());
    placed = 1;
    for (String key : children(KeyedTree.ROOT)) {
      placed++;
      double weight = weight(KeyedTree.ROOT, key);
      if (node(key).isLeaf()) {
        builder.criterion(criterion(key, weight));
      } else {
        builder.factor(node(key).code(), weight, factor -> fill(factor, key));
      }
    }
    boolean other = isTurned.test(ModelComparison.MISSING);
    RiskModel model =
        builder
            .aggregation(aggregation(KeyedTree.ROOT))
            .missing((other ? after : before).model().missing())
            .build();
    if (placed < present()) {
      throw new IllegalArgumentException("Factors lie in each other in a circle");
    }
    double weight = named.node(KeyedTree.ROOT).weight();
    return weight == 1 ? model : model.withWeight(model.name(), weight);
  }

  private void fill(Factor.Builder factor, String key) {
    factor.aggregation(aggregation(key));
    for (String child : children(key)) {
      placed++;
      double weight = weight(key, child);
      if (node(child).isLeaf()) {
        factor.criterion(criterion(child, weight));
      } else {
        factor.factor(node(child).code(), weight, inner -> fill(inner, child));
      }
    }
  }

  private long present() {
    return before.keys().stream().filter(this::isPresent).count()
        + after.keys().stream().filter(key -> !before.has(key) && isPresent(key)).count();
  }

  private boolean isPresent(String key) {
    return comparison.isCommon(key) || isTurned.test(comparison.ofNode(key)) == after.has(key);
  }

  /** Whether a node that is there stands where the later model has it. */
  private boolean isLater(String key) {
    return !before.has(key) || (comparison.isMoved(key) && isTurned.test(comparison.ofNode(key)));
  }

  private List<String> children(String factor) {
    return comparison.order(factor, restated).stream()
        .filter(this::isPresent)
        .filter(key -> factor.equals((isLater(key) ? after : before).parent(key)))
        .toList();
  }

  private Node node(String key) {
    return (before.has(key) ? before : after).node(key);
  }

  private double weight(String factor, String key) {
    boolean unmoved = comparison.isCommon(key) && !comparison.isMoved(key);
    String own = ModelComparison.ofWeight(key);
    boolean later =
        isLater(key) || (unmoved && (comparison.hasSwitch(own) ? isTurned.test(own) : restated));
    double unit = comparison.unit(factor);
    return later
        ? after.node(key).weight() / (restated ? 1 : unit)
        : before.node(key).weight() * (restated ? unit : 1);
  }

  private Aggregation aggregation(String key) {
    boolean later = !before.has(key) || isTurned.test(ModelComparison.ofAggregation(key));
    return (later ? after : before).factor(key).aggregation();
  }

  private Criterion criterion(String key, double weight) {
    Criterion usual = ModelComparison.criterion(node(key));
    if (!comparison.isCommon(key)) {
      return usual.withWeight(weight);
    }
    Criterion later = ModelComparison.criterion(after.node(key));
    boolean measured = isTurned.test(ModelComparison.ofMeasure(key));
    boolean directed = isTurned.test(ModelComparison.ofDirection(key));
    Indicator measure = (measured ? later : usual).indicator();
    // A unit that differs in words alone goes with no switch, and so it binds nobody.
    boolean unbound =
        comparison.isInAnotherUnit(key) && !comparison.hasSwitch(ModelComparison.ofMeasure(key));
    Indicator indicator =
        measure
            .withDirection((directed ? later : usual).indicator().direction())
            .withUnit(unbound ? "" : measure.unit());
    Treatment treatment = (measured ? later : usual).treatment();
    Normalization scale = (measured ? later : usual).normalization();
    return new Criterion(indicator, weight, treatment, scale);
  }
}
