package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.CharStreams;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.table.Table;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A way to judge countries: a tree of factors over indicators, each with a weight, and what to do
 * about missing readings. Immutable; {@code with} methods give changed copies.
 *
 * <p>Weights need not sum to 1: each is divided by the sum within its factor. An <em>effective
 * weight</em> is the product of these shares from the top of the tree down to a node; those of all
 * indicators sum to 1. At most 100 factors may lie inside each other, that at the top among them;
 * and no weight above 0 may be so small that its effective weight is below 2.3e-308, where doubles
 * lose digits. Either is an error when the model is made.
 *
 * <p>What is read from a stream of Java serialization passes the checks of the factories, or is
 * refused. As with all such streams, read only what comes from those you trust.
 *
 * @since 0.1
 */
public final class RiskModel implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Factor root;
  private final MissingPolicy missing;
  private final @Nullable RiskClasses classes;
  private final transient ModelTree tree;
  private transient @Nullable String fingerprint;

  private RiskModel(Factor root, MissingPolicy missing, @Nullable RiskClasses classes) {
    this.root = root;
    this.missing = requireNonNull(missing, "missing policy");
    this.classes = classes;
    this.tree = new ModelTree(root);
    // Not the other way round: a record's equals is made at its first call, longer than a score.
    if (MissingPolicy.bound().equals(missing)) {
      checkMonotone();
    }
  }

  /** Between what is at one end of its scale and what is at the other, all else must lie. */
  private void checkMonotone() {
    List<String> faults = new ArrayList<>();
    for (Factor factor : factors()) {
      if (!factor.aggregation().isMonotone()) {
        faults.add(
            "missing readings may be anything ("
                + missing
                + "), but aggregation "
                + factor.aggregation()
                + " of '"
                + factor.code()
                + "' does not say that it keeps its contract");
      }
    }
    Checks.noFaults("Model '" + name() + "'", faults);
  }

  static RiskModel of(Factor root, MissingPolicy missing, @Nullable RiskClasses classes) {
    return new RiskModel(root, missing, classes);
  }

  /**
   * The model that plain data define.
   *
   * @throws IllegalArgumentException that lists every fault with the path to it, such as {@code
   *     factors[2].indicators[0].scale}
   */
  public static RiskModel of(ModelDefinition definition) {
    return of(definition, OwnMethods.none());
  }

  /**
   * The model that plain data define, which may name methods of one's own.
   *
   * @throws IllegalArgumentException that lists every fault with the path to it, an own method that
   *     is not among these among them
   */
  public static RiskModel of(ModelDefinition definition, OwnMethods methods) {
    return DefinitionReader.read(definition, methods);
  }

  /**
   * The model that a table says, as {@link #toCsv} writes it: a row a node, in UTF-8.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException as {@link #readCsv(String)}
   */
  public static RiskModel readCsv(Path file) throws IOException {
    return ModelCsvReader.read(file);
  }

  /**
   * The model that a table says, as {@link #readCsv(String)}. The reader is not closed.
   *
   * @throws UncheckedIOException if it cannot be read
   */
  public static RiskModel readCsv(Reader reader) {
    try {
      return readCsv(CharStreams.toString(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The model that a table says, as {@link #toCsv} writes it and a spreadsheet edits it.
   *
   * <pre>{@code
   * code,parent,weight,direction,scale,aggregation,weight_reason
   * my-risk,,,,,,
   * exposure,my-risk,0.6,,,,It comes first.
   * border_share,exposure,1,HIGHER_IS_RISKIER,"goalposts(0, 60)",,
   * protection,my-risk,0.4,,,geometric(1),
   * treaty,protection,1,LOWER_IS_RISKIER,"goalposts(0, 1)",,
   * }</pre>
   *
   * <p>The row without a parent is the root. A row that is the parent of others is a factor, and
   * its children are summed in the order of their rows; any other is an indicator. Columns may come
   * in any order; all but the first five above may be left out, and so may what a cell would say
   * that is usual, as in a {@link ModelDefinition}. Further columns are {@code name}, {@code unit},
   * {@code lower} and {@code upper} (the domain), {@code levels} such as {@code 0, 1, 2}, {@code
   * beyond_scale}, {@code treatment}, {@code missing} and {@code classes} (of the root, the latter
   * as {@code low < 25 < high}), {@code from_treatment}, {@code from_scale} and {@code
   * from_readings} (of what was fitted), a reason for each {@link Choice}, such as {@code
   * scale_reason}, and {@code references}, one a line. Methods are written as their factories with
   * what these are given: {@code minMax}, {@code winsorize(5)}, {@code goalposts(0, 60).onto(1,
   * 100)}, {@code piecewiseLinear(0=0, 10=80, 50=100)}, {@code choquet(exposure*protection=0.5)}.
   * Cells are separated by commas, semicolons or tabs; the decimal mark is a dot.
   *
   * @throws IllegalArgumentException that lists every fault with its line and column
   */
  public static RiskModel readCsv(String text) {
    return readCsv(text, OwnMethods.none());
  }

  /**
   * The model that a table says, as {@link #readCsv(String)}, which may name methods of one's own
   * as {@code own(acme.root@1, top=4)}: id, version and parameters.
   */
  public static RiskModel readCsv(String text, OwnMethods methods) {
    return ModelCsvReader.read(text, methods);
  }

  /**
   * The model as a table with a row for each node, of which {@link #readCsv(String)} makes an equal
   * one. Texts that a spreadsheet would run as formulas are made harmless.
   */
  public String toCsv() {
    return ModelCsv.of(definition());
  }

  /** All that the model says as plain data, of which {@link #of} makes an equal model. */
  public ModelDefinition definition() {
    return DefinitionWriter.of(this);
  }

  /** Starts a model. */
  public static ModelBuilder builder(String name) {
    return new ModelBuilder(name);
  }

  /** The name of the model, which is also the code of its {@link #root}. */
  public String name() {
    return root.code();
  }

  /** The top of the tree, whose value is the score. */
  public Factor root() {
    return root;
  }

  /** What is done about missing readings. */
  public MissingPolicy missing() {
    return missing;
  }

  /** The classes of scores, if the model states any. No score depends on them. */
  public Optional<RiskClasses> classes() {
    return Optional.ofNullable(classes);
  }

  /** All nodes by code, each factor before its children, the root first. */
  public ImmutableMap<String, Node> nodes() {
    return tree.nodes();
  }

  /** The leaves, in the order in which they were declared. */
  public ImmutableList<Criterion> criteria() {
    return tree.criteria();
  }

  /** The indicators, in the order in which they were declared. */
  public ImmutableList<Indicator> indicators() {
    ImmutableList.Builder<Indicator> found = ImmutableList.builder();
    for (Criterion criterion : criteria()) {
      found.add(criterion.indicator());
    }
    return found.build();
  }

  /** All factors, each before those below it, the root first. */
  public ImmutableList<Factor> factors() {
    return tree.factors();
  }

  /**
   * The node with the code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Node node(String code) {
    return tree.node(code);
  }

  /**
   * The indicator with the code, as it stands in the model.
   *
   * @throws IllegalArgumentException if the model has none
   */
  public Criterion criterion(String code) {
    return tree.criterion(code);
  }

  /**
   * The factor with the code.
   *
   * @throws IllegalArgumentException if the model has none
   */
  public Factor factor(String code) {
    return tree.factor(code);
  }

  /**
   * The product of the weight shares from the top of the tree down to the node; 1 for the root.
   *
   * @throws IllegalArgumentException if the model has no such node
   */
  public double effectiveWeight(String code) {
    node(code);
    return requireNonNull(effectiveWeights().get(code));
  }

  /** The effective weight of every node. */
  public ImmutableMap<String, Double> effectiveWeights() {
    return tree.effectiveWeights();
  }

  /** Whether the score is one weighted sum of the normalised values. */
  public boolean isAdditive() {
    for (Factor factor : factors()) {
      if (!factor.aggregation().isAdditive()) {
        return false;
      }
    }
    return true;
  }

  /** Whether every treatment and normalisation is ready to be used. */
  public boolean isFitted() {
    for (Criterion criterion : criteria()) {
      if (!criterion.isFitted()) {
        return false;
      }
    }
    return true;
  }

  /** A copy in which a node has another weight; the others of its factor keep theirs. */
  public RiskModel withWeight(String code, double weight) {
    return withWeights(ImmutableMap.of(code, weight));
  }

  /**
   * A copy in which nodes have other weights.
   *
   * @throws IllegalArgumentException that lists every unknown code and every bad weight, or every
   *     child whose interactions are too strong for its weight, see {@link Aggregation#choquet}
   */
  public RiskModel withWeights(Map<String, Double> weights) {
    return withWeights(weights, factor -> factor);
  }

  /**
   * A copy in which nodes have other weights, and interactions go with them as {@link
   * Aggregation#reweighted} says, so that any weights will do: the model of a draw of weights. The
   * same as {@link #withWeights} where nothing interacts.
   *
   * @throws IllegalArgumentException that lists every unknown code and every bad weight
   */
  public RiskModel reweighted(Map<String, Double> weights) {
    return withWeights(weights, factor -> factor.withInteractionsOf(factor(factor.code())));
  }

  private RiskModel withWeights(Map<String, Double> weights, UnaryOperator<Factor> then) {
    List<String> faults = new ArrayList<>();
    weights.forEach(
        (code, weight) -> {
          if (!nodes().containsKey(code)) {
            faults.add("unknown code '" + code + "'" + tree.knownAfter(faults.size(), code));
          } else if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            faults.add("weight of '" + code + "' must be finite and >= 0, but was " + weight);
          }
        });
    Checks.noFaults("Model '" + name() + "'", faults);
    return withNodes(
        factor ->
            then.apply(factor).withWeight(weights.getOrDefault(factor.code(), factor.weight())),
        criterion ->
            criterion.withWeight(weights.getOrDefault(criterion.code(), criterion.weight())));
  }

  /**
   * A copy in which every node weighs as much as the others of its factor.
   *
   * @throws IllegalArgumentException if interactions are too strong for these weights, see {@link
   *     Aggregation#choquet}
   */
  public RiskModel withEqualWeights() {
    return withNodes(factor -> factor.withWeight(1), criterion -> criterion.withWeight(1));
  }

  /**
   * A copy in which a factor aggregates its children in another way.
   *
   * @throws IllegalArgumentException if there is no such factor, or the interactions of a {@link
   *     Aggregation#choquet} do not fit its children and their weights
   */
  public RiskModel withAggregation(String factor, Aggregation aggregation) {
    factor(factor);
    return withFactors(f -> f.code().equals(factor) ? f.withAggregation(aggregation) : f);
  }

  /** A copy in which every factor aggregates its children in this way. */
  public RiskModel withAggregation(Aggregation aggregation) {
    return withFactors(factor -> factor.withAggregation(aggregation));
  }

  /** A copy in which an indicator is normalised in another way. */
  public RiskModel withNormalization(String indicator, Normalization normalization) {
    criterion(indicator);
    return withCriteria(
        criterion ->
            criterion.code().equals(indicator)
                ? criterion.withNormalization(normalization)
                : criterion);
  }

  /** A copy in which every indicator is normalised in this way. */
  public RiskModel withNormalization(Normalization normalization) {
    return withCriteria(criterion -> criterion.withNormalization(normalization));
  }

  /** A copy whose indicators have neither domain nor levels: any finite reading will do. */
  public RiskModel withoutDomains() {
    return withCriteria(
        criterion ->
            criterion.withIndicator(
                criterion
                    .indicator()
                    .withLevels()
                    .withDomain(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));
  }

  /**
   * A copy in which a reading beyond its scale is an error: every indicator has as its domain what
   * its domain and the readings whose treated values are on its {@linkplain Normalization#extent
   * scale} have in common. Without this, such a reading counts as at the end of the scale, and its
   * scorecard says so. As with any domain, an estimate without a bound is cut to it.
   *
   * @throws IllegalStateException if the model is to be fitted first
   * @throws IllegalArgumentException if a scale and a domain have nothing in common
   */
  public RiskModel refusingBeyondScale() {
    if (!isFitted()) {
      throw new IllegalStateException(
          "Model '" + name() + "' must be fitted to a reference set first: fit(...)");
    }
    return withCriteria(Criterion::refusingBeyondScale);
  }

  /** A copy in which an indicator is treated in another way. */
  public RiskModel withTreatment(String indicator, Treatment treatment) {
    criterion(indicator);
    return withCriteria(
        criterion ->
            criterion.code().equals(indicator) ? criterion.withTreatment(treatment) : criterion);
  }

  /** A copy in which every indicator is treated in this way. */
  public RiskModel withTreatment(Treatment treatment) {
    return withCriteria(criterion -> criterion.withTreatment(treatment));
  }

  /**
   * A copy in which the other end of an indicator is risky, or the same.
   *
   * @throws IllegalArgumentException if there is no such indicator
   */
  public RiskModel withDirection(String indicator, Direction direction) {
    criterion(indicator);
    requireNonNull(direction, "direction");
    return withCriteria(
        criterion ->
            criterion.code().equals(indicator)
                ? criterion.withIndicator(criterion.indicator().withDirection(direction))
                : criterion);
  }

  /**
   * A copy in which a factor has a node more, its last.
   *
   * @throws IllegalArgumentException if there is no such factor, or a code of the node is in the
   *     model already
   */
  public RiskModel withNode(String factor, Node node) {
    factor(factor);
    requireNonNull(node, "node");
    return withFactors(
        f ->
            f.code().equals(factor)
                ? f.withChildren(
                    ImmutableList.<Node>builder().addAll(f.children()).add(node).build())
                : f);
  }

  /**
   * A copy in which a node stands in the place of another, with all that is below it.
   *
   * @throws IllegalArgumentException if there is no such node, it is the root, a code comes twice
   *     then, or an aggregation no longer fits
   */
  public RiskModel withNodeReplaced(String code, Node node) {
    requireNonNull(node, "node");
    return new RiskModel(tree.replaced(code, ImmutableList.of(node)), missing, classes);
  }

  /**
   * A copy without a node and all that is below it.
   *
   * @throws IllegalArgumentException if there is no such node, it is the root or all that its
   *     factor has, or an aggregation no longer fits
   */
  public RiskModel withoutNode(String code) {
    return new RiskModel(tree.replaced(code, ImmutableList.of()), missing, classes);
  }

  /** A copy with another policy about missing readings. */
  public RiskModel withMissing(MissingPolicy missing) {
    Rationale kept =
        root.rationale()
            .keepIf(requireNonNull(missing, "missing").equals(this.missing), Choice.MISSING);
    return new RiskModel(root.withRationale(kept), missing, classes);
  }

  /** A copy that states classes of scores. */
  public RiskModel withClasses(RiskClasses classes) {
    Rationale kept = root.rationale().keepIf(classes.equals(this.classes), Choice.CLASSES);
    return new RiskModel(root.withRationale(kept), missing, requireNonNull(classes, "classes"));
  }

  /**
   * A copy with the reasons for what was chosen at a node, in place of any that there were. Those
   * for the policy about missing readings are given at the root.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public RiskModel withRationale(String code, Rationale rationale) {
    node(code);
    return withNodes(
        factor -> factor.code().equals(code) ? factor.withRationale(rationale) : factor,
        criterion ->
            criterion.code().equals(code) ? criterion.withRationale(rationale) : criterion);
  }

  /**
   * A factor as a model of its own, to score that part of the question alone. Plain readings of
   * other factors are unknown to it, so select those that it knows:
   *
   * <pre>{@code
   * RiskModel part = model.partial("exposure");
   * Scorer.of(part).score(profile.select(part.nodes().keySet()));
   * }</pre>
   */
  public RiskModel partial(String factor) {
    return new RiskModel(factor(factor).withWeight(1), missing, null);
  }

  /**
   * A copy without some indicators, and without factors of which nothing is left; the weights of
   * the others are as given, and so their shares of their factor grow. Profiles with plain readings
   * of what was left out are to be narrowed too:
   *
   * <pre>{@code
   * RiskModel rest = model.without("trade_share");
   * Scorer.of(rest).score(profile.select(rest.nodes().keySet()));
   * }</pre>
   *
   * @throws IllegalArgumentException that lists every code that is no indicator of the model; or if
   *     nothing is left, or an {@link Interaction} names what was left out
   */
  public RiskModel without(String... indicators) {
    return new RiskModel(
        Pruning.without(this, new LinkedHashSet<>(List.of(indicators))), missing, classes);
  }

  /**
   * A copy in which every treatment and normalisation that needs a reference set is fitted to this
   * one and frozen. Uncertain readings count with their central value, missing ones do not count.
   *
   * @throws IllegalArgumentException that lists every indicator that cannot be fitted, and why:
   *     readings that are all alike, or that a treatment makes alike; readings outside the domain,
   *     or that cannot be treated, of every country. Where readings are all alike, it has the call
   *     of {@link #without} after which the rest can be fitted
   */
  public RiskModel fit(Iterable<CountryProfile> reference) {
    List<String> faults = new ArrayList<>();
    List<String> alike = new ArrayList<>();
    ImmutableList<CountryProfile> profiles = ImmutableList.copyOf(reference);
    RiskModel fitted =
        withCriteria(
            criterion -> {
              if (criterion.isFitted()) {
                return criterion;
              }
              CriterionFit fit = new CriterionFit(criterion, profiles);
              for (String fault : fit.faults()) {
                faults.add("indicator '" + criterion.code() + "': " + fault);
              }
              if (fit.isAlike()) {
                alike.add(criterion.code());
              }
              return fit.fitted();
            });
    if (!faults.isEmpty()) {
      IllegalArgumentException error = Checks.error("Fitting model '" + name() + "'", faults);
      throw new IllegalArgumentException(error.getMessage() + Pruning.hint(this, alike));
    }
    return fitted;
  }

  /**
   * A hash of everything in the model that can move a score, and of nothing else: codes, order,
   * weights as given, directions, domains, methods with their numbers, frozen bounds, and the
   * policy about missing readings. Names, units, reasons and classes do not count. The same on
   * every machine and run.
   *
   * @return 32 hexadecimal digits
   */
  public String fingerprint() {
    // Racing threads compute the same text.
    String result = fingerprint;
    if (result == null) {
      result = Fingerprint.of(this);
      fingerprint = result;
    }
    return result;
  }

  RiskModel withCriteria(UnaryOperator<Criterion> change) {
    return withNodes(factor -> factor, change);
  }

  private RiskModel withFactors(UnaryOperator<Factor> change) {
    return withNodes(change, criterion -> criterion);
  }

  private RiskModel withNodes(UnaryOperator<Factor> factors, UnaryOperator<Criterion> criteria) {
    return new RiskModel(tree.changed(factors, criteria), missing, classes);
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of("model", () -> new RiskModel(root, missing, classes));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof RiskModel other
        && root.equals(other.root)
        && missing.equals(other.missing)
        && Objects.equals(classes, other.classes);
  }

  @Override
  public int hashCode() {
    return 31 * root.hashCode() + missing.hashCode();
  }

  /** The tree with its weights and methods, as a table. */
  public Table toTable() {
    Table.Builder table = tree.outline().note("Missing readings: " + missing + ".");
    classes().ifPresent(stated -> table.note("Classes: " + stated + "."));
    return table.build();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
