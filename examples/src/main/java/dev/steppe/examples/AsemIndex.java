package dev.steppe.examples;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Dataset;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.RankInputs;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * The sustainable connectivity of 51 countries of Asia and Europe by 49 indicators in 8 pillars, an
 * index that has nothing to do with risk: what the library calls riskier is better connected here.
 *
 * <p>Method and weights are open as in the guide to sensitivity analysis of COINr, an R package for
 * composite indicators: 1 to 5 winsorised points (and a logarithm where these are not enough),
 * min-max or z-score, arithmetic or geometric mean, a quarter up or down on the weights of pillars
 * and sub-indices. The model is the table {@code asem/asem-model.csv}; the data and their licence
 * are in {@code asem/README.md}.
 *
 * @see <a href="https://bluefoxr.github.io/COINr/articles/sensitivity.html">Becker, Sensitivity
 *     Analysis</a>
 */
public final class AsemIndex {

  private static final int MOST_POINTS = 5;
  private static final Normalization MIN_MAX = Normalization.minMax().onto(1, 100);
  private static final Normalization Z_SCORE = Normalization.zScore(10, 2);
  private static final ImmutableMap<String, Double> NOISE =
      ImmutableMap.<String, Double>builder()
          .put("Conn", 0.25)
          .put("Physical", 0.25)
          .put("ConEcFin", 0.25)
          .put("Political", 0.25)
          .put("Instit", 0.25)
          .put("P2P", 0.25)
          .put("Sust", 0.25)
          .put("Environ", 0.25)
          .put("Social", 0.25)
          .put("SusEcFin", 0.25)
          .buildOrThrow();

  private final Dataset data;

  private AsemIndex(Dataset data) {
    this.data = data;
  }

  /** The index of the countries in the resources. */
  public static AsemIndex load() {
    return new AsemIndex(Dataset.readWideCsv(resource("asem.csv")));
  }

  private static Reader resource(String name) {
    return new InputStreamReader(
        requireNonNull(AsemIndex.class.getResourceAsStream("/asem/" + name), name),
        StandardCharsets.UTF_8);
  }

  /** The countries. */
  public Dataset data() {
    return data;
  }

  /** The tree with equal weights, min-max and arithmetic means; at most five winsorised points. */
  static RiskModel tree() {
    return RiskModel.readCsv(resource("asem-model.csv"));
  }

  /** The index as it is, its bounds fitted to the countries. */
  public Scorer scorer() {
    return Scorer.fit(tree(), data);
  }

  /** Draws of one of the 20 methods and of weights. */
  public UncertaintyAnalysis uncertainty() {
    MethodChoice choice = MethodChoice.named("method").or("as it is", scorer().model());
    for (int points = 1; points <= MOST_POINTS; points++) {
      RiskModel treated = tree().withTreatment(Treatment.winsorizeOrLog(points));
      RiskModel minMax = treated.fit(data);
      RiskModel zScore = treated.withNormalization(Z_SCORE).fit(data);
      if (points < MOST_POINTS) {
        choice = choice.or("min-max, arithmetic, " + points, minMax);
      }
      choice =
          choice
              .or("min-max, geometric, " + points, minMax.withAggregation(Aggregation.geometric()))
              .or("z-score, arithmetic, " + points, zScore)
              .or("z-score, geometric, " + points, zScore.withAggregation(Aggregation.geometric()));
    }
    return UncertaintyAnalysis.of(scorer())
        .withChoice(choice)
        .withWeights(WeightUncertainty.eachWithin(NOISE));
  }

  /** The same choices, each an input of its own. */
  public RankInputs choices() {
    MethodChoice points = MethodChoice.named("winsorised points");
    for (int most = 1; most <= MOST_POINTS; most++) {
      Treatment treatment = Treatment.winsorizeOrLog(most);
      points = points.or(String.valueOf(most), model -> model.withTreatment(treatment));
    }
    return RankInputs.of(scorer(), data)
        .withChoice(points)
        // After the treatment, to whose outcome the bounds are fitted.
        .withChoice(
            MethodChoice.named("normalisation")
                .or("min-max", model -> model.withNormalization(MIN_MAX).fit(data))
                .or("z-score", model -> model.withNormalization(Z_SCORE).fit(data)))
        .withChoice(
            MethodChoice.named("aggregation")
                .or("arithmetic", model -> model)
                .or("geometric", model -> model.withAggregation(Aggregation.geometric())))
        .withWeights(WeightUncertainty.eachWithin(NOISE));
  }
}
