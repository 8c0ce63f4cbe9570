package dev.steppe.score;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;

/** A small model of imagined countries, whose numbers can be followed by hand. */
final class Example {

  private Example() {}

  /**
   * Exposure (0.6) from border and trade, half each; protection (0.4), in which one treaty counts.
   * A missing reading is an error.
   */
  static RiskModel model() {
    return RiskModel.builder("my-risk")
        .factor(
            "exposure",
            0.6,
            f ->
                f.name("Exposure")
                    .indicator(
                        Indicator.of("border_share", HIGHER_IS_RISKIER)
                            .withName("Shared border")
                            .withUnit("percent")
                            .withDomain(0, 100),
                        0.5,
                        Normalization.goalposts(0, 60))
                    .indicator(
                        Indicator.of("trade_share", HIGHER_IS_RISKIER),
                        0.5,
                        Treatment.clamp(0, 40),
                        Normalization.goalposts(0, 50)))
        .factor(
            "protection",
            0.4,
            f ->
                f.indicator(
                    Indicator.of("treaty", LOWER_IS_RISKIER), 1.0, Normalization.goalposts(0, 1)))
        .build();
  }

  /** The same, in which one weak factor is not made up for by the other. */
  static RiskModel geometric() {
    return model().withAggregation(Aggregation.geometric());
  }

  static RiskModel tolerant() {
    return model().withMissing(MissingPolicy.reweight(0));
  }

  /** 50, 40 and 100 on the scale: 0.3 * 50 + 0.3 * 40 + 0.4 * 100 = 67. */
  static CountryProfile aland() {
    return profile("AAA", "Aland", 30, 20, 0);
  }

  /** 100, 80 (treated from 120) and 25: 0.3 * 100 + 0.3 * 80 + 0.4 * 25 = 64. */
  static CountryProfile bland() {
    return profile("BBB", "Bland", 60, 48, 0.75);
  }

  static CountryProfile profile(
      String code, String name, double border, double trade, double treaty) {
    return CountryProfile.builder(Country.of(code, name))
        .reading("border_share", border)
        .reading("trade_share", trade)
        .reading("treaty", treaty)
        .build();
  }

  /** A profile whose score is the given number: for rankings. */
  static Scorecard card(String code, double score) {
    return scorerOfOne()
        .score(CountryProfile.builder(Country.of(code, code)).reading("x", score).build());
  }

  private static Scorer scorerOfOne() {
    return Scorer.of(
        RiskModel.builder("one")
            .indicator(Indicator.of("x", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build());
  }
}
