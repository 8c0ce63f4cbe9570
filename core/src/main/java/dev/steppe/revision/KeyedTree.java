package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import dev.steppe.model.Factor;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a model by keys that hold between two models: the code, but for the root, which is
 * the root whatever it is called, and for a code that stands for a factor in one model and for an
 * indicator in the other, which are two nodes.
 */
final class KeyedTree {

  /** The key of the root, which no code can be. */
  static final String ROOT = "";

  private static final String OTHER = "'";

  private final RiskModel model;
  private final Set<String> otherKind;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, String> parents = new LinkedHashMap<>();
  private final Map<String, List<String>> children = new LinkedHashMap<>();

  /**
   * Collects the nodes.
   *
   * @param otherKind codes that get another key here than in the other model
   */
  KeyedTree(RiskModel model, Set<String> otherKind) {
    this.model = model;
    this.otherKind = otherKind;
    collect(ROOT, model.root());
  }

  private void collect(String key, Node node) {
    nodes.put(key, node);
    List<String> below = new ArrayList<>();
    children.put(key, below);
    for (Node child : node.children()) {
      String childKey = otherKind.contains(child.code()) ? child.code() + OTHER : child.code();
      below.add(childKey);
      parents.put(childKey, key);
      collect(childKey, child);
    }
  }

  RiskModel model() {
    return model;
  }

  Set<String> keys() {
    return nodes.keySet();
  }

  boolean has(String key) {
    return nodes.containsKey(key);
  }

  Node node(String key) {
    return requireNonNull(nodes.get(key), key);
  }

  Factor factor(String key) {
    return node(key)
        .fold(
            factor -> factor,
            criterion -> {
              throw new AssertionError(key);
            });
  }

  /** The key of the factor in which a node is; null of the root. */
  @Nullable String parent(String key) {
    return parents.get(key);
  }

  List<String> children(String key) {
    return requireNonNull(children.get(key), key);
  }

  /** The key of the highest node above one, or itself, up to which none is in the other model. */
  String topNotIn(KeyedTree other, String key) {
    String top = key;
    for (String above = parent(top); above != null && !other.has(above); above = parent(top)) {
      top = above;
    }
    return top;
  }

  /** The code that stands behind a key but the root's. */
  static String code(String key) {
    return key.endsWith(OTHER) ? key.substring(0, key.length() - 1) : key;
  }

  /** The codes from the root down to the node. */
  String path(String key) {
    @Nullable String above = parent(key);
    return above == null ? model.name() : path(above) + "/" + code(key);
  }

  OptionalDouble effectiveWeight(String key) {
    return has(key)
        ? OptionalDouble.of(model.effectiveWeight(node(key).code()))
        : OptionalDouble.empty();
  }
}
