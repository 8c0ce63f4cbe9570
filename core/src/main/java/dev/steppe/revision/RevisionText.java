package dev.steppe.revision;

import com.google.common.base.CharMatcher;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.internal.Text;
import dev.steppe.model.Choice;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MethodDefinition;
import dev.steppe.model.Node;
import dev.steppe.model.Origin;
import dev.steppe.model.Rationale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes in words. */
final class RevisionText {

  /** So many are named before the others are counted. */
  private static final int MOST_NAMED = 3;

  private RevisionText() {}

  static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** A method as it prints, or as it is defined if another, which is not equal, prints the same. */
  static String method(Object method, Object other, MethodDefinition definition) {
    String text = method.toString();
    return text.equals(other.toString()) ? definition.toString() : text;
  }

  static String node(Node node) {
    return Text.of("weight %s, %s", number(node.weight()), node.description());
  }

  static String direction(Indicator indicator) {
    return indicator.direction() == Direction.HIGHER_IS_RISKIER
        ? "higher is riskier"
        : "lower is riskier";
  }

  static String domain(Indicator indicator) {
    if (!indicator.levels().isEmpty()) {
      return indicator.levels().stream()
          .map(RevisionText::number)
          .collect(Collectors.joining(", ", "only ", ""));
    }
    double lower = indicator.domainLower();
    double upper = indicator.domainUpper();
    if (lower == Double.NEGATIVE_INFINITY) {
      return upper == Double.POSITIVE_INFINITY ? "any" : "at most " + number(upper);
    }
    return upper == Double.POSITIVE_INFINITY
        ? "at least " + number(lower)
        : number(lower) + " to " + number(upper);
  }

  static String origin(Origin origin) {
    return origin.isFitted()
        ? Text.of(
            "%s%s, fitted to %s",
            origin.treatment().isIdentity() ? "" : origin.treatment() + ", ",
            origin.normalization(),
            Text.count(origin.readings(), "reading", "readings"))
        : "";
  }

  static String reason(Rationale rationale, Choice choice) {
    String reason = rationale.reasons().get(choice);
    return reason == null ? "" : Text.of("%s: %s", choice, reason);
  }

  static String named(String name, String code) {
    return name.equals(code) ? code : Text.of("%s (%s)", name, code);
  }

  static String of(ModelChange change) {
    String who = named(change.name(), change.code());
    if (change.isAdded()) {
      return Text.of("%s is new: %s", who, change.after());
    }
    if (change.isRemoved()) {
      return Text.of("%s is gone: %s", who, change.before());
    }
    return Text.of(
        "%s of %s: %s to %s",
        change.aspect() == ModelAspect.PLACE ? "factor" : change.aspect(),
        who,
        orNone(change.before()),
        orNone(change.after()));
  }

  static String of(ReadingChange change) {
    return Text.of(
        "%s of %s: %s to %s",
        change.code(),
        change.country(),
        known(change.before(), change.notApplicableBefore()),
        known(change.after(), change.notApplicableAfter()));
  }

  static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }

  private static String known(Optional<Estimate> estimate, Optional<NotApplicable> none) {
    return none.map(RevisionText::notApplicable).orElseGet(() -> estimate(estimate));
  }

  static String notApplicable(NotApplicable none) {
    return "not applicable (" + none.reason() + ")";
  }

  static String estimate(Optional<Estimate> estimate) {
    return estimate.map(Estimate::toString).orElse("none");
  }

  /** What is changed by one change of a revision, on one line. */
  static String what(
      List<ModelChange> model,
      List<ReadingChange> readings,
      Set<String> restated,
      List<Country> joined,
      List<Country> left) {
    List<String> parts = new ArrayList<>();
    model.stream().limit(MOST_NAMED).forEach(change -> parts.add(change.toString()));
    if (model.size() > MOST_NAMED) {
      parts.add(Text.count(model.size() - MOST_NAMED, "more of the model", "more of the model"));
    }
    if (!restated.isEmpty()) {
      parts.add("weights in another unit: " + some(new ArrayList<>(restated)));
    }
    Set<String> codes = new LinkedHashSet<>();
    readings.forEach(change -> codes.add(change.code()));
    for (String code : codes) {
      List<ReadingChange> of = readings.stream().filter(c -> c.code().equals(code)).toList();
      parts.add(
          of.size() == 1
              ? "reading of " + of.get(0)
              : Text.of(
                  "readings of %s: %s",
                  code, some(of.stream().map(change -> change.country().code()).toList())));
    }
    if (!joined.isEmpty()) {
      parts.add("ranked as well: " + some(joined.stream().map(Country::name).toList()));
    }
    if (!left.isEmpty()) {
      parts.add("no longer ranked: " + some(left.stream().map(Country::name).toList()));
    }
    String line = CharMatcher.breakingWhitespace().replaceFrom(String.join("; ", parts), ' ');
    return Character.toUpperCase(line.charAt(0)) + line.substring(1);
  }

  private static String some(List<String> names) {
    return names.size() <= MOST_NAMED + 1
        ? Text.list(names)
        : Text.of(
            "%s and %s more",
            String.join(", ", names.subList(0, MOST_NAMED)), names.size() - MOST_NAMED);
  }
}
