package dev.steppe.nextukraine;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;

/**
 * <em>How can it be pressed?</em> What Russia can withhold, close or turn on short of force. Each
 * lever adds to the others, so all means are plain. Never to be mixed with the {@link
 * StructuralModel} in one number: a lever is a reason for a power not to need force.
 */
final class LeverModel {

  static final String NAME = "how-can-it-be-pressed";

  static final String TRADE = "trade";
  static final String ENERGY = "energy";

  static final ImmutableMap<String, String> REASONS =
      ImmutableMap.of(
          NAME,
          "Levers add up: who holds two can press harder than who holds one. Equal weights: no"
              + " source ranks them (Drezner 1999 on when pressure works).",
          TRADE,
          "A market that can be closed and goods that can be withheld (Hirschman 1945).",
          ENERGY,
          "Gas is a lever only where it must be imported and comes from or through Russia: the"
              + " lesser of the two counts.");

  static final ImmutableList<String> LITERATURE =
      ImmutableList.of(
          "Drezner (1999), The Sanctions Paradox: Economic Statecraft and International Relations",
          "Hirschman (1945), National Power and the Structure of Foreign Trade");

  static final ImmutableMap<String, String> LEFT_OUT =
      ImmutableMap.of(
          "oil transit", "Known of Kazakhstan only.",
          "arms supply", "Known to us at two of the four dates only.",
          "remittances", "Not in our sources.");

  private static final String EQUAL = "Equal: no source ranks them.";
  private static final String HALF =
      "From none to 60 %, a little above the greatest share of the region at any of the four dates"
          + " (59.9 %, imports of Belarus 2007); the same for exports, so that a percent is a percent.";

  static final ImmutableList<Judgement> JUDGEMENTS =
      ImmutableList.of(
          judgement(
              TRADE,
              "import_dependence",
              HIGHER_IS_RISKIER,
              "Imports from Russia",
              "fraction",
              1,
              "What must be bought from a rival can be withheld by it.",
              Normalization.goalposts(0, 0.6),
              HALF),
          judgement(
              TRADE,
              "export_dependence",
              HIGHER_IS_RISKIER,
              "Exports to Russia",
              "fraction",
              1,
              "A market that a rival can close gives it a hold.",
              Normalization.goalposts(0, 0.6),
              HALF),
          judgement(
              ENERGY,
              "gas_import_dependence",
              HIGHER_IS_RISKIER,
              "Gas that is imported",
              "percent of consumption",
              100,
              "Who needs no import cannot be cut off.",
              Normalization.goalposts(0, 100),
              "All that is possible."),
          onSteps(
              judgement(
                  ENERGY,
                  "gas_from_rival",
                  HIGHER_IS_RISKIER,
                  "Gas from or through Russia",
                  "index from 0 to 1",
                  1,
                  "Who buys elsewhere cannot be cut off by Russia.",
                  Normalization.goalposts(0, 1),
                  "All that is possible: none, partly, mainly."),
              0,
              0.5,
              1),
          onSteps(
              judgement(
                  NAME,
                  "rival_forces_with_consent",
                  HIGHER_IS_RISKIER,
                  "Russian base by agreement",
                  "boolean",
                  1,
                  "A garrison by agreement is a voice in the house.",
                  Normalization.goalposts(0, 1),
                  "All that is possible."),
              0,
              1),
          onSteps(
              judgement(
                  NAME,
                  "rival_language_status",
                  LOWER_IS_RISKIER,
                  "Standing of Russian in law",
                  "index from 0 to 1",
                  1,
                  "Where Russian is an official language, Russian media and schools reach everybody.",
                  Normalization.goalposts(0, 1),
                  "All that is possible: 0 official, 0.5 regional or between groups, 1 none."),
              0,
              0.5,
              1));

  private LeverModel() {}

  /** The same indicator, which can only be on some steps. */
  private static Judgement onSteps(Judgement judgement, double... steps) {
    return judgement.withIndicator(judgement.indicator().withLevels(steps));
  }

  private static Judgement judgement(
      String factor,
      String code,
      Direction direction,
      String name,
      String unit,
      double greatest,
      String directionReason,
      Normalization scale,
      String scaleReason) {
    return new Judgement(
        factor,
        Indicator.of(code, direction).withName(name).withUnit(unit).withDomain(0, greatest),
        directionReason,
        1,
        EQUAL,
        scale,
        scaleReason,
        ImmutableList.of());
  }

  static RiskModel build() {
    ModelBuilder model =
        RiskModel.builder(NAME)
            .factor(TRADE, 1, f -> Judgement.fill(f.name("Trade"), TRADE, JUDGEMENTS))
            .factor(
                ENERGY,
                1,
                f ->
                    Judgement.fill(
                        f.name("Energy").aggregation(Aggregation.minimum()), ENERGY, JUDGEMENTS));
    for (Judgement judgement : JUDGEMENTS) {
      if (judgement.factor().equals(NAME)) {
        model.criterion(judgement.criterion());
      }
    }
    return model.missing(MissingPolicy.reweight(StructuralModel.MINIMUM_COVERAGE)).build();
  }
}
