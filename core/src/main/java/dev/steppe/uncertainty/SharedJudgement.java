package dev.steppe.uncertainty;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.internal.kernel.SharedChange;
import dev.steppe.internal.random.Substreams;
import dev.steppe.model.Criterion;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;

/**
 * A judgement that all countries share, as an uncertain input: where a scale ends, how much a kind
 * of tie binds, by which rule something is coded. It is a number with a law, and what follows from
 * it for scales or readings. Each draw takes one value of it, for all countries at once; so it
 * moves them together, unlike their readings, which are drawn one by one. Immutable.
 *
 * <p>A law is taken at levels, {@value #LEVELS} if nothing is said: its quantiles at {@code (k -
 * 1/2) / n} for {@code k = 1 .. n}, each equally likely. What follows from the judgement is worked
 * out anew at each level, for scales and profiles as they are, and no value between levels is made
 * up. A uniform law loses {@code 1/n^2} of its variance that way, 0.4 % with 16 levels, and its
 * ends are never reached. Judgements of which an indicator depends on several are combined, every
 * level with every other.
 *
 * <pre>{@code
 * SharedJudgement reach =
 *     SharedJudgement.ofScale(
 *         "what share of kin is as much as any",
 *         Estimate.between(0.2, 0.6),
 *         "kin_share",
 *         most -> Normalization.goalposts(0, most))
 *         .withLevels(4);
 * reach.values();                              // 0.25, 0.35, 0.45, 0.55
 * analysis.withJudgement(reach).run(profiles);
 * }</pre>
 *
 * @see MethodChoice
 * @since 0.1
 */
public final class SharedJudgement {

  /** What doubt that comes from no shared judgement is called beside it. */
  static final String READINGS = "readings";

  static final String WEIGHTS = "weights";
  static final String METHODS = "methods";

  private static final ImmutableSet<String> RESERVED = ImmutableSet.of(READINGS, WEIGHTS, METHODS);

  private static final int LEVELS = 16;
  private static final int MOST_LEVELS = 1024;

  private final String name;
  private final Estimate law;
  private final ImmutableDoubleArray values;
  private final ImmutableList<String> indicators;
  private final BiFunction<Criterion, Double, Criterion> ofCriterion;
  private final BiFunction<CountryProfile, Double, CountryProfile> ofProfile;

  private SharedJudgement(
      String name,
      Estimate law,
      ImmutableDoubleArray values,
      ImmutableList<String> indicators,
      BiFunction<Criterion, Double, Criterion> ofCriterion,
      BiFunction<CountryProfile, Double, CountryProfile> ofProfile) {
    this.name = Checks.notBlank(name, "name of a judgement");
    this.law = law;
    this.values = values;
    this.indicators = indicators;
    this.ofCriterion = ofCriterion;
    this.ofProfile = ofProfile;
  }

  private static SharedJudgement of(
      String name,
      Estimate law,
      Collection<String> indicators,
      BiFunction<Criterion, Double, Criterion> ofCriterion,
      BiFunction<CountryProfile, Double, CountryProfile> ofProfile) {
    requireNonNull(law, "law");
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "name of a judgement must be another than " + RESERVED + ", but was '" + name + "'");
    }
    if (indicators.isEmpty()) {
      throw new IllegalArgumentException("Judgement '" + name + "' needs at least one indicator");
    }
    return new SharedJudgement(
        name,
        law,
        quantiles(law, LEVELS),
        ImmutableSet.copyOf(indicators).asList(),
        ofCriterion,
        ofProfile);
  }

  private static ImmutableDoubleArray quantiles(Estimate law, int levels) {
    double[] values = new double[levels];
    Arrays.setAll(values, k -> law.inverseCdf((k + 0.5) / levels));
    return ImmutableDoubleArray.copyOf(values);
  }

  /**
   * A judgement about the scale of one indicator.
   *
   * @param name unique among the judgements of an analysis, and none of readings, weights and
   *     methods; its draws depend on it
   * @param law what is known of the number
   * @param indicator whose scale it is
   * @param scale the scale at a value, all bounds given
   */
  public static SharedJudgement ofScale(
      String name, Estimate law, String indicator, DoubleFunction<Normalization> scale) {
    requireNonNull(scale, "scale");
    return ofScales(
        name,
        law,
        ImmutableList.of(indicator),
        (criterion, value) ->
            criterion.withNormalization(
                requireNonNull(scale.apply(value), () -> "scale of judgement '" + name + "'")));
  }

  /**
   * A judgement about how readings of some indicators become values: their scales, treatments or
   * directions. Weights are drawn by {@link UncertaintyAnalysis#withWeights}, and aggregations are
   * a {@link MethodChoice}.
   *
   * @param indicators the codes of those whose scales depend on it
   * @param change what one of them becomes at a value, of what it was before; with its weight, and
   *     all bounds given; without state, as several threads ask
   */
  public static SharedJudgement ofScales(
      String name,
      Estimate law,
      Collection<String> indicators,
      BiFunction<Criterion, Double, Criterion> change) {
    return of(name, law, indicators, requireNonNull(change, "change"), (profile, value) -> profile);
  }

  /**
   * A judgement from which readings follow, such as how much a kind of tie binds.
   *
   * <pre>{@code
   * SharedJudgement.ofProfiles(
   *     "how much a partnership binds",
   *     Estimate.triangular(0.1, 0.25, 0.5),
   *     List.of("tie_to_rival", "tie_to_rivals_of_rival", "multi_vector_index"),
   *     (profile, strength) -> withStrength(profile, TieKind.PARTNERSHIP, strength));
   * }</pre>
   *
   * @param indicators the codes of all readings that it changes, and no others of the model may
   * @param change the profile at a value, of the one before: of the same country and date, with
   *     readings of the same indicators; without state, as several threads ask
   */
  public static SharedJudgement ofProfiles(
      String name,
      Estimate law,
      Collection<String> indicators,
      BiFunction<CountryProfile, Double, CountryProfile> change) {
    return of(
        name, law, indicators, (criterion, value) -> criterion, requireNonNull(change, "change"));
  }

  /**
   * A copy whose law is taken at another number of levels.
   *
   * @param levels from 2 to 1024; an indicator may depend on 4096 combinations of values
   */
  public SharedJudgement withLevels(int levels) {
    if (levels < 2 || levels > MOST_LEVELS) {
      throw new IllegalArgumentException(
          Text.of(
              "levels of judgement '%s' must be in [2, %s], but were %s",
              name, MOST_LEVELS, levels));
    }
    return withValues(quantiles(law, levels));
  }

  /**
   * A copy that takes one of these values, each equally likely, in the place of its law: a rule
   * among several, say. A value that is given twice is twice as likely.
   *
   * @param values at least two, finite
   */
  public SharedJudgement withValues(double... values) {
    if (values.length < 2 || values.length > MOST_LEVELS) {
      throw new IllegalArgumentException(
          Text.of(
              "values of judgement '%s' must be 2 to %s, but were %s",
              name, MOST_LEVELS, values.length));
    }
    for (double value : values) {
      Checks.inRange(
          value, -Double.MAX_VALUE, Double.MAX_VALUE, "value of judgement '" + name + "'");
    }
    return withValues(ImmutableDoubleArray.copyOf(values));
  }

  private SharedJudgement withValues(ImmutableDoubleArray other) {
    return new SharedJudgement(name, law, other, indicators, ofCriterion, ofProfile);
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The values, by level from 0, each equally likely. */
  public ImmutableDoubleArray values() {
    return values;
  }

  /** The codes of the indicators whose readings or scales depend on it. */
  public ImmutableList<String> indicators() {
    return indicators;
  }

  /**
   * The level from 0 at a probability.
   *
   * @param probability in {@code (0, 1)}
   */
  public int at(double probability) {
    return SharedChange.level(probability, values.length());
  }

  /** The model at a level from 0, of what it is before. */
  public RiskModel apply(int level, RiskModel model) {
    RiskModel changed = model;
    for (String code : indicators) {
      Criterion before = changed.criterion(code);
      Criterion after = apply(level, before);
      changed = after.equals(before) ? changed : changed.withNodeReplaced(code, after);
    }
    return changed;
  }

  /** The indicator in a model at a level from 0, of what it is before; one that depends on it. */
  public Criterion apply(int level, Criterion criterion) {
    try {
      return requireNonNull(
          ofCriterion.apply(criterion, values.get(level)),
          () -> "scale of judgement '" + name + "'");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          Text.of(
              "Judgement '%s' at %s: %s", name, values.get(level), String.valueOf(e.getMessage())),
          e);
    }
  }

  /** The profile at a level from 0, of what it is before. */
  public CountryProfile apply(int level, CountryProfile profile) {
    return requireNonNull(
        ofProfile.apply(profile, values.get(level)), () -> "profile of judgement '" + name + "'");
  }

  /** Fills the first places with values in a block of replicates. */
  void fill(Substreams draws, long block, int rows, double[] out) {
    draws.uniforms(change().key(), block, rows, out);
    for (int r = 0; r < rows; r++) {
      out[r] = values.get(at(out[r]));
    }
  }

  /** This judgement as the engine draws it. */
  SharedChange change() {
    return new SharedChange(name, indicators, values.length(), this::apply, this::apply);
  }

  /** One line: the name, the values, and which indicators depend on it. */
  @Override
  public String toString() {
    return Text.of("judgement '%s' of %s, values %s", name, indicators, values);
  }
}
