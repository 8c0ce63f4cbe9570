package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.Optional;

/**
 * What is uncertain about a ranking: choices of method and weights. Immutable; {@code with} methods
 * give changed copies.
 *
 * <p>The output is the mean shift of ranks, {@code 1/n * sum(|rank - nominal rank|)} over the
 * countries, where the nominal ranks are those of the scorer as it is. Scores under different
 * methods have different scales; ranks can be compared.
 *
 * <ul>
 *   <li>Rank 1 has the highest score. Scores that agree to 9 decimals share the best of their
 *       ranks.
 *   <li>Readings have their central values.
 *   <li>The weights are one input, {@code weights}, made of one independent uniform variable for
 *       each weight of the tree that is uncertain.
 *   <li>A choice of method is one input each.
 * </ul>
 *
 * <pre>{@code
 * SensitivityAnalysis.of(
 *     RankInputs.of(scorer, profiles)
 *         .withWeights(WeightUncertainty.eachWithin(0.25))
 *         .withChoice(
 *             MethodChoice.named("aggregation")
 *                 .or("arithmetic", model -> model)
 *                 .or("geometric", model -> model.withAggregation(Aggregation.geometric(1)))));
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1111/j.1467-985X.2005.00350.x">Saisana, Saltelli, Tarantola
 *     (2005), Uncertainty and sensitivity analysis techniques as tools for the quality assessment
 *     of composite indicators. Journal of the Royal Statistical Society A 168, 307-323</a>
 * @since 0.1
 */
public final class RankInputs {

  private final RiskModel model;
  private final ImmutableList<CountryProfile> profiles;
  private final ImmutableList<MethodChoice> choices;
  private final ImmutableMap<String, Double> fractions;

  private RankInputs(
      RiskModel model,
      ImmutableList<CountryProfile> profiles,
      ImmutableList<MethodChoice> choices,
      ImmutableMap<String, Double> fractions) {
    this.model = model;
    this.profiles = profiles;
    this.choices = choices;
    this.fractions = fractions;
  }

  /**
   * A ranking of which nothing is uncertain yet.
   *
   * @param profiles at least two, each country once a date
   * @throws IllegalArgumentException if there are fewer, one comes twice or cannot be scored
   */
  public static RankInputs of(Scorer scorer, Iterable<CountryProfile> profiles) {
    requireNonNull(scorer, "scorer");
    ImmutableList<CountryProfile> all = ImmutableList.copyOf(profiles);
    if (all.size() < 2) {
      throw new IllegalArgumentException(
          "Ranks can shift among at least 2 profiles, but there were " + all.size());
    }
    // A ranking refuses a country that comes twice.
    scorer.rank(all);
    return new RankInputs(scorer.model(), all, ImmutableList.of(), ImmutableMap.of());
  }

  /**
   * A copy in which weights are uncertain.
   *
   * @param weights {@linkplain WeightUncertainty#fixed fixed}, or {@linkplain
   *     WeightUncertainty#eachWithin(double) each within} a fraction: only these are made of
   *     independent inputs, one for each weight of the tree
   * @throws IllegalArgumentException if they are another kind, or that lists every code which the
   *     model has not, or which is the top of the tree
   */
  public RankInputs withWeights(WeightUncertainty weights) {
    requireNonNull(weights, "weights");
    Optional<ImmutableMap<String, Double>> fractions = weights.fractions(model);
    if (fractions.isEmpty() && !weights.isFixed()) {
      throw new IllegalArgumentException(
          "Weights of a ranking's inputs must be fixed() or eachWithin(fraction), but were "
              + weights);
    }
    return new RankInputs(model, profiles, choices, fractions.orElse(ImmutableMap.of()));
  }

  /**
   * A copy with a choice of method more. Choices change the model in the order in which they are
   * given here.
   *
   * @throws IllegalArgumentException if the choice has fewer than two alternatives
   */
  public RankInputs withChoice(MethodChoice choice) {
    requireNonNull(choice, "choice");
    return new RankInputs(
        model,
        profiles,
        ImmutableList.<MethodChoice>builder().addAll(choices).add(choice.complete()).build(),
        fractions);
  }

  RiskModel model() {
    return model;
  }

  ImmutableList<CountryProfile> profiles() {
    return profiles;
  }

  ImmutableList<MethodChoice> choices() {
    return choices;
  }

  /** How far the weight of a node may be off, by its code; empty if weights are known. */
  ImmutableMap<String, Double> fractions() {
    return fractions;
  }
}
