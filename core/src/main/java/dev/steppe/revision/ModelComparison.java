package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.steppe.evidence.Unit;
import dev.steppe.model.Choice;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.Node;
import dev.steppe.model.RiskClasses;
import dev.steppe.model.RiskModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two models node by node: what differs, and by which <em>switch</em> each difference is made. A
 * switch is what can be turned by itself, so that a model between the two comes out: a weight, an
 * aggregation, a node with all that is below it.
 */
final class ModelComparison {

  /** The switch of what moves scores by rounding at most: units of weights, orders, the name. */
  static final String RESTATED = "restated";

  static final String MISSING = "missing";

  private final KeyedTree before;
  private final KeyedTree after;
  private final List<ModelChange> changes = new ArrayList<>();
  private final Map<String, List<ModelChange>> switches = new LinkedHashMap<>();
  private final List<List<String>> together = new ArrayList<>();
  private final Map<String, Double> units = new LinkedHashMap<>();
  private final Map<String, List<String>> orders = new LinkedHashMap<>();
  private final Set<String> reordered = new HashSet<>();
  private final Set<String> restatedUnits = new LinkedHashSet<>();

  ModelComparison(RiskModel before, RiskModel after) {
    Set<String> otherKind = new HashSet<>();
    before
        .nodes()
        .forEach(
            (code, node) -> {
              @Nullable Node other = after.nodes().get(code);
              if (other != null && other.isLeaf() != node.isLeaf()) {
                otherKind.add(code);
              }
            });
    this.before = new KeyedTree(before, Set.of());
    this.after = new KeyedTree(after, otherKind);
    for (String key : Sets.union(this.before.keys(), this.after.keys())) {
      if (isCommon(key) && !this.before.node(key).isLeaf()) {
        compareChildren(key);
      }
    }
    for (String key : Sets.union(this.after.keys(), this.before.keys())) {
      compare(key);
    }
    if (!restatedUnits.isEmpty()) {
      switches.computeIfAbsent(RESTATED, absent -> new ArrayList<>());
    }
  }

  KeyedTree before() {
    return before;
  }

  KeyedTree after() {
    return after;
  }

  /** All differences, in the order of the later model, then what has gone. */
  ImmutableList<ModelChange> changes() {
    return ImmutableList.copyOf(changes);
  }

  /** The differences that count, by switch. */
  Map<String, List<ModelChange>> switches() {
    return switches;
  }

  /** Switches that are turned together or not at all. */
  List<List<String>> together() {
    return together;
  }

  boolean isCommon(String key) {
    return before.has(key) && after.has(key);
  }

  boolean isMoved(String key) {
    return isCommon(key) && !Objects.equals(before.parent(key), after.parent(key));
  }

  /** The switch by which a node comes, goes or moves. */
  String ofNode(String key) {
    String top =
        isCommon(key)
            ? key
            : before.has(key) ? before.topNotIn(after, key) : after.topNotIn(before, key);
    return "node " + KeyedTree.code(top);
  }

  static String ofWeight(String key) {
    return "weight " + key;
  }

  static String ofAggregation(String key) {
    return "aggregation " + key;
  }

  /** The switch of how an indicator is measured: its domain, treatment and scale. */
  static String ofMeasure(String key) {
    return "measure " + key;
  }

  static String ofDirection(String key) {
    return "direction " + key;
  }

  boolean hasSwitch(String name) {
    return switches.containsKey(name);
  }

  /** What the later weights in a factor are divided by to be in the unit of the earlier ones. */
  double unit(String factor) {
    return units.getOrDefault(factor, 1.0);
  }

  /** The factors whose weights are in another unit, by name. */
  Set<String> restatedUnits() {
    return restatedUnits;
  }

  /** All that is in a factor before or after, in an order that agrees with both if there is one. */
  List<String> order(String factor, boolean restated) {
    if (reordered.contains(factor)) {
      List<String> first = (restated ? after : before).children(factor);
      List<String> second = (restated ? before : after).children(factor);
      return ImmutableList.copyOf(new LinkedHashSet<>(joined(first, second)));
    }
    @Nullable List<String> order = orders.get(factor);
    return order != null ? order : (before.has(factor) ? before : after).children(factor);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private void compareChildren(String factor) {
    List<String> old = before.children(factor);
    List<String> now = after.children(factor);
    Set<String> both = new HashSet<>(now);
    both.retainAll(new HashSet<>(old));
    List<String> stayed = old.stream().filter(both::contains).toList();
    List<Double> weights = stayed.stream().map(key -> before.node(key).weight()).toList();
    List<Double> later = stayed.stream().map(key -> after.node(key).weight()).toList();
    double unit = WeightUnit.of(weights, later);
    units.put(factor, unit);
    if (unit != 1) {
      restatedUnits.add(after.node(factor).name());
    }
    if (stayed.equals(now.stream().filter(both::contains).toList())) {
      orders.put(factor, merged(old, now, both));
    } else {
      reordered.add(factor);
    }
  }

  /** One order that agrees with two, which agree on what both have. */
  private static List<String> merged(List<String> old, List<String> now, Set<String> both) {
    List<String> merged = new ArrayList<>();
    int next = 0;
    for (String key : old) {
      if (both.contains(key)) {
        while (!now.get(next).equals(key)) {
          merged.add(now.get(next++));
        }
        next++;
      }
      merged.add(key);
    }
    merged.addAll(now.subList(next, now.size()));
    return merged;
  }

  private void compare(String key) {
    if (!isCommon(key)) {
      boolean gone = before.has(key);
      String what = RevisionText.node((gone ? before : after).node(key));
      add(key, ModelAspect.NODE, gone ? what : "", gone ? "" : what, ofNode(key));
      return;
    }
    Node old = before.node(key);
    Node now = after.node(key);
    add(key, ModelAspect.CODE, old.code(), now.code(), RESTATED);
    comparePlace(key);
    compareWeight(key, old.weight(), now.weight());
    if (old.isLeaf()) {
      compareCriteria(key, criterion(old), criterion(now));
    } else {
      compareFactors(key, before.factor(key), after.factor(key));
    }
    if (key.equals(KeyedTree.ROOT)) {
      compareRules();
    }
    add(key, ModelAspect.NAME, old.name(), now.name(), null);
    for (Choice choice : Choice.values()) {
      add(
          key,
          ModelAspect.REASON,
          RevisionText.reason(old.rationale(), choice),
          RevisionText.reason(now.rationale(), choice),
          null);
    }
    add(
        key,
        ModelAspect.REFERENCES,
        String.join("; ", old.rationale().references()),
        String.join("; ", now.rationale().references()),
        null);
  }

  static Criterion criterion(Node node) {
    return node.fold(
        factor -> {
          throw new AssertionError(factor.code());
        },
        criterion -> criterion);
  }

  private void comparePlace(String key) {
    if (!isMoved(key)) {
      return;
    }
    String from = requireNonNull(before.parent(key));
    String to = requireNonNull(after.parent(key));
    add(key, ModelAspect.PLACE, before.node(from).code(), after.node(to).code(), ofNode(key));
    // It cannot stay where nothing is left, nor go where nothing is yet.
    if (!isCommon(from)) {
      together.add(List.of(ofNode(key), ofNode(from)));
    }
    if (!isCommon(to)) {
      together.add(List.of(ofNode(key), ofNode(to)));
    }
  }

  private void compareWeight(String key, double old, double now) {
    @Nullable String factor = before.parent(key);
    String by =
        factor == null
            ? RESTATED
            : isMoved(key)
                ? ofNode(key)
                : WeightUnit.areEqual(old, now / unit(factor)) ? RESTATED : ofWeight(key);
    if (Double.compare(old, now) != 0) {
      add(key, ModelAspect.WEIGHT, RevisionText.number(old), RevisionText.number(now), by);
    }
  }

  private void compareFactors(String key, Factor old, Factor now) {
    if (!old.aggregation().equals(now.aggregation())) {
      add(
          key,
          ModelAspect.AGGREGATION,
          RevisionText.method(old.aggregation(), now.aggregation(), old.aggregation().definition()),
          RevisionText.method(now.aggregation(), old.aggregation(), now.aggregation().definition()),
          ofAggregation(key));
    }
    if (reordered.contains(key)) {
      add(
          key,
          ModelAspect.ORDER,
          String.join(", ", old.childCodes()),
          String.join(", ", now.childCodes()),
          RESTATED);
    }
  }

  private void compareCriteria(String key, Criterion old, Criterion now) {
    String measure = ofMeasure(key);
    add(
        key,
        ModelAspect.DIRECTION,
        RevisionText.direction(old.indicator()),
        RevisionText.direction(now.indicator()),
        ofDirection(key));
    add(
        key,
        ModelAspect.DOMAIN,
        RevisionText.domain(old.indicator()),
        RevisionText.domain(now.indicator()),
        measure);
    if (!old.treatment().equals(now.treatment())) {
      add(
          key,
          ModelAspect.TREATMENT,
          RevisionText.method(old.treatment(), now.treatment(), old.treatment().definition()),
          RevisionText.method(now.treatment(), old.treatment(), now.treatment().definition()),
          measure);
    }
    if (!old.normalization().equals(now.normalization())) {
      add(
          key,
          ModelAspect.SCALE,
          RevisionText.method(
              old.normalization(), now.normalization(), old.normalization().definition()),
          RevisionText.method(
              now.normalization(), old.normalization(), now.normalization().definition()),
          measure);
    }
    add(key, ModelAspect.UNIT, old.indicator().unit(), now.indicator().unit(), null);
    add(
        key,
        ModelAspect.FITTED_FROM,
        RevisionText.origin(old.origin()),
        RevisionText.origin(now.origin()),
        null);
  }

  private void compareRules() {
    RiskModel old = before.model();
    RiskModel now = after.model();
    if (!old.missing().equals(now.missing())) {
      add(
          KeyedTree.ROOT,
          ModelAspect.MISSING,
          RevisionText.method(old.missing(), now.missing(), old.missing().definition()),
          RevisionText.method(now.missing(), old.missing(), now.missing().definition()),
          MISSING);
    }
    add(
        KeyedTree.ROOT,
        ModelAspect.CLASSES,
        old.classes().map(RiskClasses::toString).orElse(""),
        now.classes().map(RiskClasses::toString).orElse(""),
        null);
  }

  /** Whether readings of an indicator of both models are in units that are not the same. */
  boolean isInAnotherUnit(String key) {
    return !Unit.match(
        criterion(before.node(key)).indicator().unit(),
        criterion(after.node(key)).indicator().unit());
  }

  /** Adds a difference, if there is one. */
  private void add(
      String key, ModelAspect aspect, String old, String now, @Nullable String switchName) {
    if (old.equals(now)) {
      return;
    }
    KeyedTree tree = after.has(key) ? after : before;
    Node node = tree.node(key);
    ModelChange change =
        new ModelChange(
            tree.path(key),
            node.code(),
            node.name(),
            aspect,
            old,
            now,
            before.effectiveWeight(key),
            after.effectiveWeight(key));
    changes.add(change);
    if (switchName != null) {
      switches.computeIfAbsent(switchName, absent -> new ArrayList<>()).add(change);
    }
  }
}
