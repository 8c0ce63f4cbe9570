package dev.steppe.golden;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.RankInputs;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.ArrayList;
import java.util.List;

/**
 * What COINr's guide to sensitivity analysis leaves open about the ASEM index: 1 to 5 winsorised
 * points, min-max or z-score, arithmetic or geometric mean, and a quarter up or down on the weights
 * of pillars and sub-indices.
 *
 * @see <a href="https://bluefoxr.github.io/COINr/articles/sensitivity.html">Becker, Sensitivity
 *     Analysis</a>
 */
final class AsemChoices {

  static final List<Normalization> NORMALIZATIONS =
      List.of(Normalization.minMax().onto(1, 100), Normalization.zScore(10, 2));

  static final List<Aggregation> AGGREGATIONS =
      List.of(Aggregation.arithmetic(), Aggregation.geometric());

  static final List<CountryProfile> PROFILES =
      Asem.profiles(
          Asem.grid("asem_step_imputed"), Asem.model(Treatment.none(), NORMALIZATIONS.get(0)));

  private static final ImmutableMap<String, Double> NOISE = noise();

  /**
   * A way to compute the index.
   *
   * @param points how many points may be winsorised
   * @param normalization its number in {@link #NORMALIZATIONS}
   * @param aggregation its number in {@link #AGGREGATIONS}
   */
  record Method(int points, int normalization, int aggregation) {

    /** As COINr builds the example. */
    static final Method NOMINAL = new Method(5, 0, 0);

    RiskModel model() {
      return Asem.model(Treatment.winsorizeOrLog(points), NORMALIZATIONS.get(normalization))
          .withAggregation(AGGREGATIONS.get(aggregation))
          .fit(PROFILES);
    }
  }

  private AsemChoices() {}

  /** All 20, the nominal one first. */
  static List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    methods.add(Method.NOMINAL);
    for (int points = 1; points <= 5; points++) {
      for (int normalization = 0; normalization < 2; normalization++) {
        for (int aggregation = 0; aggregation < 2; aggregation++) {
          Method method = new Method(points, normalization, aggregation);
          if (!method.equals(Method.NOMINAL)) {
            methods.add(method);
          }
        }
      }
    }
    return methods;
  }

  /** COINr's levels 2 and 3: pillars and sub-indices, not indicators. */
  private static ImmutableMap<String, Double> noise() {
    ImmutableMap.Builder<String, Double> noise = ImmutableMap.builder();
    RiskModel model = Asem.model(Treatment.none(), NORMALIZATIONS.get(0));
    for (var factor : model.factors()) {
      if (!factor.code().equals(model.name())) {
        noise.put(factor.code(), 0.25);
      }
    }
    return noise.buildOrThrow();
  }

  static WeightUncertainty weights() {
    return WeightUncertainty.eachWithin(NOISE);
  }

  /** The analysis, of which each draw takes one of the 20 models and weights of its own. */
  static UncertaintyAnalysis analysis() {
    MethodChoice choice = MethodChoice.named("method").or("nominal", Method.NOMINAL.model());
    for (Method method : methods()) {
      if (!method.equals(Method.NOMINAL)) {
        choice = choice.or(method.toString(), method.model());
      }
    }
    return UncertaintyAnalysis.of(Scorer.of(Method.NOMINAL.model()))
        .withChoice(choice)
        .withWeights(weights())
        .withSize(1000)
        .withThreads(1);
  }

  /** The same choices as inputs of a sensitivity analysis. */
  static RankInputs rankInputs() {
    MethodChoice points = MethodChoice.named("winsorised points");
    for (int most = 1; most <= 5; most++) {
      Treatment treatment = Treatment.winsorizeOrLog(most);
      points = points.or(String.valueOf(most), model -> model.withTreatment(treatment));
    }
    MethodChoice normalization = MethodChoice.named("normalisation");
    for (Normalization method : NORMALIZATIONS) {
      // Bounds are fitted to the readings as they are treated.
      normalization =
          normalization.or(
              method.toString(), model -> model.withNormalization(method).fit(PROFILES));
    }
    MethodChoice aggregation = MethodChoice.named("aggregation");
    for (Aggregation method : AGGREGATIONS) {
      aggregation = aggregation.or(method.toString(), model -> model.withAggregation(method));
    }
    return RankInputs.of(Scorer.of(Method.NOMINAL.model()), PROFILES)
        .withChoice(points)
        .withChoice(normalization)
        .withChoice(aggregation)
        .withWeights(WeightUncertainty.eachWithin(NOISE));
  }
}
