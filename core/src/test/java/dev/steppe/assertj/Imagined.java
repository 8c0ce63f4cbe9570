package dev.steppe.assertj;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;

/** A small model and some imagined countries, whose scores are plain to work out by hand. */
final class Imagined {

  /** Weights 0.3, 0.3 and 0.4; every reading of 0 to 100 is a value of 0 to 100, or 100 to 0. */
  static final RiskModel MODEL =
      RiskModel.builder("imagined")
          .factor(
              "exposure",
              0.6,
              f ->
                  f.indicator(
                          Indicator.of("border_share", Direction.HIGHER_IS_RISKIER),
                          0.5,
                          Normalization.goalposts(0, 100))
                      .indicator(
                          Indicator.of("trade_share", Direction.HIGHER_IS_RISKIER),
                          0.5,
                          Normalization.goalposts(0, 100)))
          .factor(
              "protection",
              0.4,
              f ->
                  f.indicator(
                      Indicator.of("treaty", Direction.LOWER_IS_RISKIER),
                      1,
                      Normalization.goalposts(0, 100)))
          .missing(MissingPolicy.reweight(0))
          .build();

  static final Scorer SCORER = Scorer.of(MODEL);

  /** Scores 0.3 * 70 + 0.3 * 20 + 0.4 * 100 = 67, from 64 to 70. */
  static final Scorecard ALAND =
      SCORER.score(
          CountryProfile.builder(Country.of("AAA", "Aland"))
              .reading("border_share", 70)
              .reading("trade_share", Estimate.between(10, 30))
              .reading("treaty", 0)
              .build());

  /** Scores 0.3 * 10 + 0.3 * 30 + 0.4 * 50 = 32. */
  static final Scorecard BLAND = card("BBB", "Bland", 10, 30, 50);

  /** Scores 0.3 * 30 + 0.3 * 10 + 0.4 * 50 = 32, as Bland does. */
  static final Scorecard CLAND = card("CCC", "Cland", 30, 10, 50);

  /** Scores (0.3 * 40 + 0.3 * 20) / 0.6 = 30: nothing is known of its treaty. */
  static final Scorecard DLAND =
      SCORER.score(
          CountryProfile.builder(Country.of("DDD", "Dland"))
              .reading("border_share", 40)
              .reading("trade_share", 20)
              .build());

  private Imagined() {}

  static Scorecard card(String code, String name, double border, double trade, double treaty) {
    return SCORER.score(profile(code, name, border, trade, treaty));
  }

  static CountryProfile profile(
      String code, String name, double border, double trade, double treaty) {
    return CountryProfile.builder(Country.of(code, name))
        .reading("border_share", border)
        .reading("trade_share", trade)
        .reading("treaty", treaty)
        .build();
  }
}
