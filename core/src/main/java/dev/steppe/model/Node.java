package dev.steppe.model;

import java.io.Serializable;

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

  /** A copy with another weight. */
  Node withWeight(double weight);
}
