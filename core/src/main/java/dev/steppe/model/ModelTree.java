package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The nodes of a model by code and by kind, with their effective weights. */
final class ModelTree {

  private final Factor root;
  private final ImmutableMap<String, Node> nodes;
  private final ImmutableMap<String, Double> effectiveWeights;
  private final ImmutableList<Factor> factors;
  private final ImmutableList<Criterion> criteria;

  /**
   * Collects the nodes below a factor.
   *
   * @throws IllegalArgumentException that lists every code that is used twice, every weight that is
   *     lost on the way down, and every aggregation that does not fit its children
   */
  ModelTree(Factor root) {
    this.root = root;
    Map<String, Node> found = new LinkedHashMap<>();
    Map<String, Double> weights = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    collect(root, 1.0, found, weights, faults);
    this.nodes = ImmutableMap.copyOf(found);
    this.effectiveWeights = ImmutableMap.copyOf(weights);
    ImmutableList.Builder<Factor> inner = ImmutableList.builder();
    ImmutableList.Builder<Criterion> leaves = ImmutableList.builder();
    for (Node node : found.values()) {
      node.fold(inner::add, leaves::add);
    }
    this.factors = inner.build();
    this.criteria = leaves.build();
    for (Factor factor : factors) {
      faults.addAll(factor.misfits());
    }
    Checks.noFaults("Model '" + root.code() + "'", faults);
  }

  private static void collect(
      Node node,
      double effectiveWeight,
      Map<String, Node> found,
      Map<String, Double> weights,
      List<String> lost) {
    if (found.put(node.code(), node) != null) {
      lost.add("code '" + node.code() + "' is used more than once");
    }
    weights.put(node.code(), effectiveWeight);
    double[] shares = node.shares();
    for (int i = 0; i < shares.length; i++) {
      Node child = node.children().get(i);
      double effective = effectiveWeight * shares[i];
      // Told where it is lost, not again below.
      if (child.weight() > 0 && effectiveWeight > 0 && effective == 0) {
        lost.add(
            "weight of '"
                + child.code()
                + "' is too small to compute with: its share of '"
                + node.code()
                + "' is "
                + shares[i]
                + (node == found.values().iterator().next()
                    ? ""
                    : ", which has an effective weight of " + effectiveWeight)
                + ". Give it 0, or weigh it more");
      }
      collect(child, effective, found, weights, lost);
    }
  }

  ImmutableMap<String, Node> nodes() {
    return nodes;
  }

  /** All factors, each before those below it, the root first. */
  ImmutableList<Factor> factors() {
    return factors;
  }

  /** The leaves, in the order in which they were declared. */
  ImmutableList<Criterion> criteria() {
    return criteria;
  }

  ImmutableMap<String, Double> effectiveWeights() {
    return effectiveWeights;
  }

  Node node(String code) {
    @Nullable Node node = nodes.get(requireNonNull(code, "code"));
    if (node == null) {
      throw new IllegalArgumentException(
          "Model '" + root.code() + "' has no '" + Text.brief(code) + "'. " + known(code));
    }
    return node;
  }

  /** The end of a message about an unknown code. */
  String known(String code) {
    return Checks.known(code, nodes.keySet(), this::label);
  }

  /** The end of one fault among others, see {@link Checks#knownAfter}. */
  String knownAfter(int before, String code) {
    return Checks.knownAfter(before, code, nodes.keySet(), this::label);
  }

  private String label(String code) {
    @Nullable Node node = nodes.get(code);
    return node == null ? code : node.name();
  }

  Criterion criterion(String code) {
    return node(code)
        .fold(
            factor -> {
              throw isNo(code, "a factor", "an indicator");
            },
            criterion -> criterion);
  }

  Factor factor(String code) {
    return node(code)
        .fold(
            factor -> factor,
            criterion -> {
              throw isNo(code, "an indicator", "a factor");
            });
  }

  private IllegalArgumentException isNo(String code, String is, String isNot) {
    return new IllegalArgumentException(
        "'" + code + "' is " + is + " of model '" + root.code() + "', not " + isNot);
  }

  /** The root with changed nodes below. */
  Factor changed(UnaryOperator<Factor> factors, UnaryOperator<Criterion> criteria) {
    return changed(root, factors, criteria);
  }

  private static Factor changed(
      Factor factor, UnaryOperator<Factor> factors, UnaryOperator<Criterion> criteria) {
    List<Node> children = new ArrayList<>();
    for (Node child : factor.children()) {
      children.add(child.<Node>fold(inner -> changed(inner, factors, criteria), criteria));
    }
    return factors.apply(factor.withChildren(children));
  }

  /**
   * The root with other nodes, or none, in the place of one.
   *
   * @throws IllegalArgumentException if there is no such node, or it is the root
   */
  Factor replaced(String code, ImmutableList<Node> by) {
    if (node(code) == root) {
      throw new IllegalArgumentException(
          "'" + code + "' is the root of model '" + root.code() + "', which stays");
    }
    return changed(
        factor ->
            factor.withChildren(
                factor.children().stream()
                    .flatMap(child -> child.code().equals(code) ? by.stream() : Stream.of(child))
                    .toList()),
        criterion -> criterion);
  }

  /** The tree with its weights and methods, a row a node. */
  Table.Builder outline() {
    Table.Builder table =
        Table.titled("Model " + root.code())
            .text("Factor / indicator")
            .text("Code")
            .number("Weight", 3)
            .number("Effective", 4)
            .text("How");
    addRows(root, 0, 1.0, table);
    return table;
  }

  private void addRows(Node node, int depth, double share, Table.Builder table) {
    table.row(
        "  ".repeat(depth) + node.name(),
        node.code(),
        share,
        requireNonNull(effectiveWeights.get(node.code())),
        node.description());
    double[] shares = node.shares();
    for (int i = 0; i < shares.length; i++) {
      addRows(node.children().get(i), depth + 1, shares[i], table);
    }
  }
}
