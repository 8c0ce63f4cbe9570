package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.SharedJudgement;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is uncertain about a score: readings, weights, choices of method, judgements that countries
 * share. Immutable; {@code with} methods give changed copies.
 *
 * <ul>
 *   <li>Of a profile ({@link #of}), every reading that is not exact is an input, distributed as its
 *       estimate says; exact readings stay, missing ones are treated by the model's policy.
 *   <li>Of the model as such ({@link #wholeScale}), every indicator's normalised value is an input
 *       that is uniform on its scale, as if nothing were known of the country.
 *   <li>The weights are one input, {@code weights}, since they sum to 1 and so depend on each
 *       other: its index is that of the whole vector. It is made of one independent gamma variable
 *       for each indicator, divided by their sum, which gives a Dirichlet distribution.
 *   <li>A choice of method, and a judgement such as what a step of a scale counts, is one input
 *       each.
 * </ul>
 *
 * <pre>{@code
 * ScoreInputs.of(scorer, kazakhstan)
 *     .withWeights(WeightUncertainty.dirichlet(50))
 *     .withChoice(
 *         MethodChoice.named("aggregation")
 *             .or("arithmetic", model -> model)
 *             .or("geometric", model -> model.withAggregation(Aggregation.geometric(1))));
 * }</pre>
 *
 * @since 0.1
 */
public final class ScoreInputs {

  /** The name of the input that is the weight vector: {@value}. */
  public static final String WEIGHTS = "weights";

  /** The name of the input that is all readings, if they are taken together: {@value}. */
  public static final String READINGS = "readings";

  private final RiskModel model;
  private final Optional<CountryProfile> profile;
  private final ImmutableList<UncertainReading> readings;
  private final double[] fixed;
  private final boolean together;
  private final ImmutableList<MethodChoice> choices;
  private final ImmutableList<SharedJudgement> judgements;
  private final Optional<ImmutableDoubleArray> alphas;

  private ScoreInputs(
      RiskModel model,
      Optional<CountryProfile> profile,
      ImmutableList<UncertainReading> readings,
      double[] fixed,
      boolean together,
      ImmutableList<MethodChoice> choices,
      ImmutableList<SharedJudgement> judgements,
      Optional<ImmutableDoubleArray> alphas) {
    this.model = model;
    this.profile = profile;
    this.readings = readings;
    this.fixed = fixed;
    this.together = together;
    this.choices = choices;
    this.judgements = judgements;
    this.alphas = alphas;
  }

  /** Of which nothing but readings is uncertain yet. */
  private static ScoreInputs ofReadings(
      RiskModel model,
      Optional<CountryProfile> profile,
      ImmutableList<UncertainReading> readings,
      double[] fixed) {
    return new ScoreInputs(
        model,
        profile,
        readings,
        fixed,
        false,
        ImmutableList.of(),
        ImmutableList.of(),
        Optional.empty());
  }

  /** An uncertain reading of the indicator with a number. */
  record UncertainReading(int indicator, String code, Estimate estimate) {}

  /**
   * The uncertain readings of a profile.
   *
   * @throws IllegalArgumentException if the profile cannot be scored; the message lists every fault
   */
  public static ScoreInputs of(Scorer scorer, CountryProfile profile) {
    scorer.score(profile);
    RiskModel model = scorer.model();
    ImmutableList.Builder<UncertainReading> readings = ImmutableList.builder();
    double[] fixed = new double[model.indicators().size()];
    Arrays.fill(fixed, Double.NaN);
    for (int i = 0; i < fixed.length; i++) {
      Indicator indicator = model.indicators().get(i);
      Optional<Estimate> known = profile.estimate(indicator.code());
      if (known.isPresent()) {
        // Only an open end can be outside: the scorer refuses all else.
        Estimate estimate = indicator.inDomain(known.get());
        fixed[i] = estimate.central();
        if (!estimate.isExact()) {
          readings.add(new UncertainReading(i, indicator.code(), estimate));
        }
      }
    }
    return ofReadings(model, Optional.of(profile), readings.build(), fixed);
  }

  /**
   * All indicators of a model, their normalised values uniform on their scales (from 0 to 100, as a
   * rule) and independent.
   */
  public static ScoreInputs wholeScale(Scorer scorer) {
    RiskModel model = scorer.model();
    ImmutableList.Builder<UncertainReading> readings = ImmutableList.builder();
    double[] fixed = new double[model.indicators().size()];
    RiskModel plain = model.withTreatment(Treatment.none()).withoutDomains();
    for (int i = 0; i < fixed.length; i++) {
      Criterion criterion = model.criteria().get(i);
      boolean higher = criterion.indicator().direction() == Direction.HIGHER_IS_RISKIER;
      Range scale = criterion.normalization().scale(criterion.indicator().direction());
      // Readings from 0 to 100 that are their own values, mirrored where lower is riskier.
      plain = plain.withNormalization(criterion.code(), Normalization.goalposts(0, 100));
      Estimate values =
          higher
              ? Estimate.between(scale.lower(), scale.upper())
              : Estimate.between(100 - scale.upper(), 100 - scale.lower());
      fixed[i] = values.central();
      readings.add(new UncertainReading(i, criterion.code(), values));
    }
    return ofReadings(plain, Optional.empty(), readings.build(), fixed);
  }

  /**
   * A copy with uncertain weights, over the whole tree.
   *
   * @param weights {@linkplain WeightUncertainty#fixed fixed}, {@linkplain
   *     WeightUncertainty#uniform uniform} or {@linkplain WeightUncertainty#dirichlet Dirichlet}:
   *     only these are made of independent inputs, one for each indicator
   * @throws IllegalArgumentException if they are another kind
   */
  public ScoreInputs withWeights(WeightUncertainty weights) {
    requireNonNull(weights, "weights");
    Optional<ImmutableDoubleArray> parameters = weights.dirichletParameters(model);
    if (parameters.isEmpty() && !weights.isFixed()) {
      throw new IllegalArgumentException(
          "Weights of a score's inputs must be fixed(), uniform() or dirichlet(c), but were "
              + weights);
    }
    return new ScoreInputs(
        model, profile, readings, fixed, together, choices, judgements, parameters);
  }

  /**
   * A copy with a choice of method more. Choices change the model in the order in which they are
   * given here.
   *
   * @throws IllegalArgumentException if the choice has fewer than two alternatives
   */
  public ScoreInputs withChoice(MethodChoice choice) {
    requireNonNull(choice, "choice");
    return new ScoreInputs(
        model,
        profile,
        readings,
        fixed,
        together,
        ImmutableList.<MethodChoice>builder().addAll(choices).add(choice.complete()).build(),
        judgements,
        alphas);
  }

  /**
   * A copy with judgements more that countries share, each an input of its own with its levels. A
   * reading that depends on one is drawn as the judgement leaves it.
   *
   * <pre>{@code
   * ScoreInputs.of(scorer, kazakhstan)
   *     .withReadingsTogether()
   *     .withWeights(WeightUncertainty.uniform())
   *     .withJudgements(PostSovietStates.structural().openJudgements());
   * }</pre>
   *
   * @param more applied after those before, and to each model that a choice makes
   * @throws IllegalArgumentException if these are inputs of the {@linkplain #wholeScale whole
   *     scale}, or the model has not all indicators of a judgement; {@link SensitivityAnalysis#of}
   *     refuses one that changes more than it says
   */
  public ScoreInputs withJudgements(Iterable<SharedJudgement> more) {
    if (profile.isEmpty()) {
      throw new IllegalArgumentException(
          "Judgements need the readings of a profile; on whole scales there are none");
    }
    for (SharedJudgement judgement : more) {
      judgement.indicators().forEach(model::criterion);
    }
    return new ScoreInputs(
        model,
        profile,
        readings,
        fixed,
        together,
        choices,
        ImmutableList.<SharedJudgement>builder().addAll(judgements).addAll(more).build(),
        alphas);
  }

  /**
   * A copy in which all uncertain readings are one input, {@value #READINGS}, as the weights are:
   * its index is that of all of them together.
   */
  public ScoreInputs withReadingsTogether() {
    return new ScoreInputs(model, profile, readings, fixed, true, choices, judgements, alphas);
  }

  RiskModel model() {
    return model;
  }

  Optional<CountryProfile> profile() {
    return profile;
  }

  ImmutableList<UncertainReading> readings() {
    return readings;
  }

  /** Central readings by indicator, NaN where missing. */
  double[] fixed() {
    return fixed.clone();
  }

  boolean areReadingsTogether() {
    return together;
  }

  ImmutableList<MethodChoice> choices() {
    return choices;
  }

  ImmutableList<SharedJudgement> judgements() {
    return judgements;
  }

  boolean hasWeights() {
    return alphas.isPresent();
  }

  /** The parameters of the weights' distribution by indicator; 0 where the weight is 0. */
  double[] alphas() {
    return alphas.orElseThrow().toArray();
  }
}
