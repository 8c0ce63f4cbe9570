package dev.steppe.model;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.function.Function;

/**
 * A node of the model's tree: a {@link Factor}, which groups others, or a {@link Criterion}, a
 * leaf.
 *
 * @since 0.1
 */
public sealed interface Node extends Serializable permits Factor, Criterion {

  /** The code, unique in the model. */
  String code();

  /** The name for people. */
  String name();

  /** The weight as given; only its ratio to the weights of the same factor matters. */
  double weight();

  /** Why the node stands in the model as it does; empty if nobody said. */
  Rationale rationale();

  /** How the value comes about, in words. */
  String description();

  /** What is right below, in the order in which it is summed; nothing below a criterion. */
  ImmutableList<Node> children();

  /** The children's weights divided by their sum, in the order of the children. */
  double[] shares();

  /** Whether nothing is below. */
  default boolean isLeaf() {
    return children().isEmpty();
  }

  /** A copy with another weight; the reason for the first is not kept. */
  Node withWeight(double weight);

  /** A copy with the reasons for it. */
  Node withRationale(Rationale rationale);

  /**
   * What one of two functions makes of the node. Whoever tells factors from criteria asks here.
   *
   * <pre>{@code
   * node.fold(factor -> factor.aggregation().toString(), criterion -> criterion.indicator().unit())
   * }</pre>
   */
  <R> R fold(
      Function<? super Factor, ? extends R> ofFactor,
      Function<? super Criterion, ? extends R> ofCriterion);
}
