package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.model.Factor;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Weights that answer a question, and the model that has them: anyone can score countries under it
 * and see that the answer holds.
 *
 * <p>They are the effective weights of indicators, or the shares of the children of one factor; at
 * least 0, with sum 1. Immutable.
 *
 * <pre>{@code
 * WeightVector weights = WeightFlip.of(scorer, aland, bland).weights().orElseThrow();
 * Scorer.of(weights.model()).compare(aland, bland).difference();   // 0, within 1e-9
 * }</pre>
 *
 * @since 0.1
 */
public final class WeightVector {

  private final RiskModel model;
  private final ImmutableMap<String, Double> weights;

  private WeightVector(RiskModel model, ImmutableMap<String, Double> weights) {
    this.model = model;
    this.weights = weights;
  }

  /** Effective weights of indicators; an indicator that is not among them gets none. */
  static WeightVector ofIndicators(RiskModel model, ImmutableMap<String, Double> weights) {
    Map<String, Double> all = new LinkedHashMap<>();
    assign(model.root(), weights, all);
    all.remove(model.root().code());
    return new WeightVector(model.withWeights(all), weights);
  }

  /**
   * Shares of the children of a factor; a child that is not among them gets none. Other children
   * may have more data than those that had the weight, or less, which is no reason to refuse a
   * score: the model asks for no minimum coverage.
   */
  static WeightVector ofChildren(
      RiskModel model, Factor factor, ImmutableMap<String, Double> weights) {
    Map<String, Double> all = new LinkedHashMap<>();
    for (Node child : factor.children()) {
      all.put(child.code(), weights.getOrDefault(child.code(), 0.0));
    }
    MissingPolicy unlimited =
        model
            .missing()
            .fold(
                MissingPolicy::fail,
                minimum -> MissingPolicy.reweight(0),
                MissingPolicy::reweightByCount,
                MissingPolicy::bound);
    return new WeightVector(model.withWeights(all).withMissing(unlimited), weights);
  }

  /**
   * Gives every factor the sum of the weights below it. A factor without weight keeps the weights
   * within it, since they cannot all be 0.
   */
  private static double assign(
      Node node, ImmutableMap<String, Double> weights, Map<String, Double> all) {
    double weight = weights.getOrDefault(node.code(), 0.0);
    if (!node.isLeaf()) {
      Map<String, Double> below = new LinkedHashMap<>();
      weight = 0;
      for (Node child : node.children()) {
        weight += assign(child, weights, below);
      }
      if (weight > 0) {
        all.putAll(below);
      }
    }
    all.put(node.code(), weight);
    return weight;
  }

  /** The weights by code, in the order of the model. */
  public ImmutableMap<String, Double> weights() {
    return weights;
  }

  /**
   * One of the weights, from 0 to 1.
   *
   * @throws IllegalArgumentException if the code is not one of those weighed
   */
  public double weight(String code) {
    @Nullable Double weight = weights.get(requireNonNull(code, "code"));
    if (weight == null) {
      throw new IllegalArgumentException(
          "'"
              + Text.brief(code)
              + "' is not weighed here. "
              + Checks.known(code, weights.keySet()));
    }
    return weight;
  }

  /**
   * The model with these weights. An indicator (or child of the factor) that is not among them has
   * no weight in it. If they are those of a factor's children, a minimum coverage is taken off.
   */
  public RiskModel model() {
    return model;
  }

  /** Code, name and weight as a table. */
  public Table toTable() {
    Table.Builder table =
        Table.titled("Weights").text("Code").text("Name").number("Weight", 4).bar("", 0, 1, 20);
    weights.forEach((code, weight) -> table.row(code, model.node(code).name(), weight, weight));
    return table.build();
  }

  /** The weights above 0 in words, such as {@code treaty 0.6000, trade_share 0.4000}. */
  String inWords() {
    StringBuilder words = new StringBuilder();
    weights.forEach(
        (code, weight) -> {
          if (weight > 0) {
            words.append(words.length() == 0 ? "" : ", ").append(code).append(' ');
            words.append(Decimals.fixed(weight, 4));
          }
        });
    return words.toString();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof WeightVector other
        && weights.equals(other.weights)
        && model.fingerprint().equals(other.model.fingerprint());
  }

  @Override
  public int hashCode() {
    return Objects.hash(weights);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
