package com.example.riskdesk;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;

import dev.steppe.evidence.Dataset;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import java.io.IOException;
import java.nio.file.Path;

/** A service that ranks the countries of a file. Its one scorer serves all threads. */
public final class RiskDesk {

  private final Scorer scorer =
      Scorer.of(
          RiskModel.builder("risk-desk")
              .factor(
                  "exposure",
                  0.6,
                  f ->
                      f.indicator(
                              Indicator.of("border_share", HIGHER_IS_RISKIER),
                              0.5,
                              Normalization.goalposts(0, 60))
                          .indicator(
                              Indicator.of("trade_share", HIGHER_IS_RISKIER),
                              0.5,
                              Normalization.goalposts(0, 50)))
              .factor(
                  "protection",
                  0.4,
                  f ->
                      f.indicator(
                          Indicator.of("treaty", LOWER_IS_RISKIER),
                          1,
                          Normalization.goalposts(0, 1)))
              .missing(MissingPolicy.reweight(0.6))
              .build());

  /** The riskiest first. */
  public Ranking rank(Dataset countries) {
    return scorer.rank(countries);
  }

  /** How sure the ranking is if nobody knows the weights. */
  public UncertaintyResult howSure(Dataset countries) {
    return UncertaintyAnalysis.of(scorer)
        .withWeights(WeightUncertainty.uniform())
        .withSize(10_000)
        .withSeed(1)
        .run(countries);
  }

  /**
   * Ranks the countries of a file.
   *
   * @param args the path of the file
   */
  public static void main(String[] args) throws IOException {
    RiskDesk desk = new RiskDesk();
    Dataset countries = Dataset.readLongCsv(Path.of(args[0]));
    System.out.println(desk.rank(countries));
    System.out.println();
    System.out.println(desk.howSure(countries));
  }
}
