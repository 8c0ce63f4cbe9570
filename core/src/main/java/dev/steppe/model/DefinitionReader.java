package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Faults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a model of plain data, and collects every fault with the path to it. */
final class DefinitionReader {

  private static final ImmutableList<String> DIRECTIONS =
      Arrays.stream(Direction.values()).map(Enum::name).collect(ImmutableList.toImmutableList());

  private static final ImmutableList<String> BEYOND =
      ImmutableList.of(IndicatorDefinition.END, IndicatorDefinition.REFUSED);

  /** Stands for methods that are faulty, so that what is around them is checked all the same. */
  private static final Normalization ANY_SCALE = Normalization.goalposts(0, 1);

  /** Stands for the code of an indicator of which only the domain matters. */
  private static final String ANY_CODE = "any";

  private final PathFaults faults;

  /** Where each code was first. */
  private final Map<String, String> codes = new LinkedHashMap<>();

  private DefinitionReader(PathFaults faults) {
    this.faults = faults;
  }

  static RiskModel read(ModelDefinition definition, OwnMethods methods) {
    PathFaults faults = new PathFaults(methods);
    @Nullable RiskModel model = read(definition, faults);
    Checks.noFaults("Definition of model '" + definition.code() + "'", faults.told());
    return requireNonNull(model);
  }

  /**
   * The model.
   *
   * @param faults receives what is wrong
   * @return null if something is
   */
  static @Nullable RiskModel read(ModelDefinition definition, PathFaults faults) {
    DefinitionReader reader = new DefinitionReader(faults);
    if (definition.format() < 1 || definition.format() > ModelDefinition.FORMAT) {
      faults.add(
          "format",
          "must be "
              + ModelDefinition.FORMAT
              + ", but was "
              + definition.format()
              + (definition.format() > ModelDefinition.FORMAT
                  ? ": the definition is of a later version of the library"
                  : ""));
    }
    @Nullable Factor root = reader.factor(definition.root(), "", 1);
    @Nullable MissingPolicy missing =
        MethodFamilies.MISSING.read(definition.missing(), "missing", faults);
    @Nullable RiskClasses classes = reader.classes(definition.classes());
    return faults.size() > 0 || root == null || missing == null
        ? null
        : RiskModel.of(root, missing, classes);
  }

  private @Nullable RiskClasses classes(List<ClassDefinition> definitions) {
    if (definitions.isEmpty()) {
      return null;
    }
    int before = faults.size();
    ImmutableList.Builder<String> names = ImmutableList.builder();
    ImmutableDoubleArray.Builder cuts = ImmutableDoubleArray.builder();
    for (int i = 0; i < definitions.size(); i++) {
      @Nullable ClassDefinition one = definitions.get(i);
      String path = "classes[" + i + "]";
      if (one == null) {
        faults.add(path, "must be given");
        continue;
      }
      names.add(one.name());
      @Nullable Double from = one.from();
      if (i > 0 && from == null) {
        faults.add(path + ".from", "must be given of all but the first");
      } else if (i > 0) {
        cuts.add(requireNonNull(from));
      } else if (from != null && from != 0) {
        faults.add(
            path + ".from", "must be left out of the first, which starts at 0, but was " + from);
      }
    }
    try {
      return faults.size() > before ? null : new RiskClasses(names.build(), cuts.build());
    } catch (IllegalArgumentException fault) {
      faults.add("classes", fault);
      return null;
    }
  }

  /**
   * The factor; where something in it is faulty, one that stands for it.
   *
   * @param path where it is, with a dot at the end if it is not the root
   * @return null if its code or weight is faulty, or a child's is
   */
  private @Nullable Factor factor(FactorDefinition definition, String path, int level) {
    boolean sound = code(definition.code(), path);
    sound &= name(definition.name(), path);
    sound &= weight(definition.weight(), path);
    @Nullable Aggregation aggregation =
        MethodFamilies.AGGREGATIONS.read(definition.aggregation(), path + "aggregation", faults);
    Rationale rationale = rationale(definition.reasons(), definition.references(), path);
    Map<String, Node> children = new LinkedHashMap<>();
    for (int i = 0; i < definition.factors().size(); i++) {
      @Nullable FactorDefinition inner = definition.factors().get(i);
      String below = path + "factors[" + i + "]";
      if (inner == null) {
        faults.add(below, "must be given");
        sound = false;
      } else if (level == Factor.MOST_LEVELS) {
        faults.add(
            below, "makes more than " + Factor.MOST_LEVELS + " levels of factors in each other");
        return null;
      } else {
        @Nullable Factor child = factor(inner, below + ".", level + 1);
        sound &= child != null && children.put(child.code(), child) == null;
      }
    }
    for (int i = 0; i < definition.indicators().size(); i++) {
      @Nullable IndicatorDefinition indicator = definition.indicators().get(i);
      String below = path + "indicators[" + i + "]";
      if (indicator == null) {
        faults.add(below, "must be given");
        sound = false;
      } else {
        @Nullable Criterion child = criterion(indicator, below + ".");
        sound &= child != null && children.put(child.code(), child) == null;
      }
    }
    if (!sound) {
      return null;
    }
    ImmutableList<Node> ordered = ordered(children, definition.order(), path + "order");
    try {
      Factor factor =
          new Factor(
              definition.code(),
              definition.name(),
              requireNonNull(definition.weight()),
              aggregation == null ? Aggregation.arithmetic() : aggregation,
              ordered,
              rationale);
      factor.misfits().forEach(misfit -> faults.add(path + "aggregation", misfit));
      return factor;
    } catch (IllegalArgumentException fault) {
      faults.add(path.isEmpty() ? "" : path.substring(0, path.length() - 1), fault);
      return null;
    }
  }

  private ImmutableList<Node> ordered(Map<String, Node> children, List<String> order, String path) {
    if (order.isEmpty()) {
      return ImmutableList.copyOf(children.values());
    }
    Set<String> named = new LinkedHashSet<>();
    for (int i = 0; i < order.size(); i++) {
      @Nullable String code = order.get(i);
      if (code == null || !children.containsKey(code)) {
        faults.add(
            path + "[" + i + "]",
            "there is no child '"
                + code
                + "'"
                + Checks.knownAfter(faults.size(), String.valueOf(code), children.keySet()));
      } else if (!named.add(code)) {
        faults.add(path + "[" + i + "]", "'" + code + "' comes more than once");
      }
    }
    List<String> left = new ArrayList<>(children.keySet());
    left.removeAll(named);
    if (!left.isEmpty()) {
      faults.add(path, "must have all children, but lacks " + left);
    }
    ImmutableList.Builder<Node> ordered = ImmutableList.builder();
    named.forEach(code -> ordered.add(requireNonNull(children.get(code))));
    left.forEach(code -> ordered.add(requireNonNull(children.get(code))));
    return ordered.build();
  }

  /** The criterion, as {@link #factor}. */
  private @Nullable Criterion criterion(IndicatorDefinition definition, String path) {
    boolean sound = code(definition.code(), path);
    sound &= name(definition.name(), path);
    sound &= weight(definition.weight(), path);
    Direction direction =
        oneOf(definition.direction(), DIRECTIONS, path + "direction")
            ? Direction.valueOf(definition.direction())
            : Direction.HIGHER_IS_RISKIER;
    @Nullable Treatment treatment =
        MethodFamilies.TREATMENTS.read(definition.treatment(), path + "treatment", faults);
    @Nullable Normalization scale =
        MethodFamilies.SCALES.read(definition.scale(), path + "scale", faults);
    Indicator domain = domain(definition, path);
    boolean beyond = oneOf(definition.beyondScale(), BEYOND, path + "beyondScale");
    Rationale rationale = rationale(definition.reasons(), definition.references(), path);
    @Nullable Origin origin = origin(definition, treatment, scale, path);
    if (!sound) {
      return null;
    }
    Criterion criterion =
        new Criterion(
            new Indicator(
                definition.code(),
                definition.name(),
                definition.unit(),
                direction,
                domain.domainLower(),
                domain.domainUpper(),
                domain.levels()),
            requireNonNull(definition.weight()),
            treatment == null ? Treatment.none() : treatment,
            scale == null ? ANY_SCALE : scale,
            rationale,
            origin == null ? Origin.given(Treatment.none(), ANY_SCALE) : origin);
    return beyond && treatment != null && scale != null
        ? beyondScale(criterion, definition.beyondScale(), path)
        : criterion;
  }

  /** Any indicator that has the readings which make sense. */
  private Indicator domain(IndicatorDefinition indicator, String path) {
    DomainDefinition domain = indicator.domain();
    double lower = domain.lower() == null ? Double.NEGATIVE_INFINITY : domain.lower();
    double upper = domain.upper() == null ? Double.POSITIVE_INFINITY : domain.upper();
    Indicator any = Indicator.of(ANY_CODE, Direction.HIGHER_IS_RISKIER);
    if (!(lower < upper)) {
      faults.add(path + "domain", "needs lower < upper, but was [" + lower + ", " + upper + "]");
      return any;
    }
    Faults found = new Faults();
    List<Double> levels = new ArrayList<>();
    for (@Nullable Double level : domain.levels()) {
      levels.add(level == null ? Double.NaN : level);
    }
    Levels.checked(levels, indicator.code(), lower, upper, found);
    try {
      found.throwIfAny();
    } catch (IllegalArgumentException fault) {
      faults.add(path + "domain.levels", fault);
      return any;
    }
    return any.withDomain(lower, upper).withLevels(Doubles.toArray(levels));
  }

  private Criterion beyondScale(Criterion criterion, String rule, String path) {
    if (!rule.equals(IndicatorDefinition.REFUSED)) {
      return criterion;
    }
    if (!criterion.isFitted()) {
      faults.add(
          path + "beyondScale", "what is to be fitted first cannot be refused beyond its scale");
      return criterion;
    }
    // The reason for the domain is for the one that is stated with it.
    try {
      return criterion.refusingBeyondScale().withRationale(criterion.rationale());
    } catch (IllegalArgumentException fault) {
      faults.add(path + "beyondScale", fault);
      return criterion;
    }
  }

  private @Nullable Origin origin(
      IndicatorDefinition definition,
      @Nullable Treatment treatment,
      @Nullable Normalization scale,
      String path) {
    @Nullable OriginDefinition from = definition.fittedFrom();
    if (from == null) {
      return treatment == null || scale == null ? null : Origin.given(treatment, scale);
    }
    @Nullable Treatment before =
        MethodFamilies.TREATMENTS.read(from.treatment(), path + "fittedFrom.treatment", faults);
    @Nullable Normalization method =
        MethodFamilies.SCALES.read(from.scale(), path + "fittedFrom.scale", faults);
    if (from.readings() < 1) {
      faults.add(path + "fittedFrom.readings", "must be 1 or more, but were " + from.readings());
      return null;
    }
    return before == null || method == null ? null : new Origin(before, method, from.readings());
  }

  private Rationale rationale(Map<String, String> reasons, List<String> references, String path) {
    ImmutableMap.Builder<Choice, String> given = ImmutableMap.builder();
    ImmutableMap<String, Choice> choices =
        Arrays.stream(Choice.values())
            .collect(ImmutableMap.toImmutableMap(Choice::toString, choice -> choice));
    reasons.forEach(
        (name, reason) -> {
          @Nullable Choice choice = choices.get(name);
          if (choice == null) {
            faults.add(
                path + "reasons",
                "unknown choice '"
                    + name
                    + "'"
                    + Checks.knownAfter(faults.size(), name, choices.keySet()));
          } else if (isText(reason, path + "reasons." + name)) {
            given.put(choice, reason);
          }
        });
    ImmutableList.Builder<String> named = ImmutableList.builder();
    for (int i = 0; i < references.size(); i++) {
      String at = path + "references[" + i + "]";
      if (isText(references.get(i), at)) {
        if (Rationale.isOneLine(references.get(i))) {
          named.add(references.get(i));
        } else {
          faults.add(at, "must be one line, but was '" + references.get(i) + "'");
        }
      }
    }
    return new Rationale(given.buildOrThrow(), named.build());
  }

  private boolean isText(@Nullable String text, String path) {
    boolean given = text != null && !text.isBlank();
    if (!given) {
      faults.add(path, "must be a text, but was " + (text == null ? "null" : "blank"));
    }
    return given;
  }

  private boolean oneOf(String given, List<String> known, String path) {
    if (known.contains(given)) {
      return true;
    }
    faults.add(
        path,
        "must be one of "
            + known
            + ", but was '"
            + given
            + "'."
            + Checks.maybeYouMeant(given, known));
    return false;
  }

  private boolean code(String code, String path) {
    if (code.isEmpty()) {
      faults.add(path + "code", "must be given");
      return false;
    }
    try {
      Checks.code(code, "it");
    } catch (IllegalArgumentException fault) {
      faults.add(path + "code", fault);
      return false;
    }
    @Nullable String first = codes.putIfAbsent(code, path + "code");
    if (first != null) {
      faults.add(path + "code", "'" + code + "' is used more than once, first by " + first);
    }
    return first == null;
  }

  private boolean name(String name, String path) {
    return name.isEmpty() || isText(name, path + "name");
  }

  private boolean weight(@Nullable Double weight, String path) {
    if (weight == null) {
      faults.add(path + "weight", "must be given");
      return false;
    }
    boolean right = weight >= 0 && weight < Double.POSITIVE_INFINITY;
    if (!right) {
      faults.add(path + "weight", "must be finite and >= 0, but was " + weight);
    }
    return right;
  }
}
