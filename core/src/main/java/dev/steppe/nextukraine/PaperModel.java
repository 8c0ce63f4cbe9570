package dev.steppe.nextukraine;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;

import com.google.common.collect.ImmutableList;
import dev.steppe.model.Choice;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.Rationale;
import dev.steppe.model.RiskModel;
import java.util.function.Consumer;

/**
 * The paper's argument as a model.
 *
 * <p>Three rules keep judgement small. Only what the paper argues with is an indicator. Weights are
 * equal wherever the paper does not rank what it names. A scale runs over all that is possible
 * where that is a natural range, and else from nothing to the greatest value among the 14 successor
 * states of the Soviet Union other than Russia in the same data.
 */
final class PaperModel {

  static final String NAME = "next-ukraine";

  static final String ETHNIC = "ethnic-distribution";
  static final String ALLIANCES = "alliance-ties";
  static final String TRADE = "trade-dependence";
  static final String CONTEXT = "realist-context";

  static final String FACTOR_REASON =
      "The four factors weigh the same: the paper weighs three, argues from a fourth, and ranks"
          + " none of them.";

  static final double MINIMUM_COVERAGE = 0.75;

  static final String COVERAGE_REASON =
      "A country needs three quarters of the weight to have data: below that, a score would say"
          + " more about the gaps than about the country.";

  private static final String UNRANKED =
      "Equal: the paper names it beside the others of its factor and ranks none of them.";

  static final ImmutableList<Judgement> JUDGEMENTS =
      ImmutableList.of(
          // Ethnic distribution
          judgement(
              ETHNIC,
              "kin_share",
              "Russians in the population",
              "fraction",
              HIGHER_IS_RISKIER,
              "A rival can claim to protect its kin, and more kin make a stronger claim.",
              UNRANKED,
              Normalization.goalposts(0, 0.248),
              "From none to 24.8 %, the greatest share in the region (Estonia, World Factbook"
                  + " snapshot 2022-02-17).",
              "P016",
              "P058",
              "P064"),
          judgement(
              ETHNIC,
              "max_regional_kin_share",
              "Russians in their largest region",
              "fraction",
              HIGHER_IS_RISKIER,
              "Kin who are a majority somewhere can be detached with their region; equal national"
                  + " shares hide different geography.",
              UNRANKED,
              Normalization.goalposts(0, 0.731),
              "From none to 73.1 %, the greatest regional share known in the region (Ida-Viru,"
                  + " Estonia, 2010). Cities with the rank of a region, such as Sevastopol (71.7 %),"
                  + " are left out.",
              "P066",
              "P067"),
          judgement(
              ETHNIC,
              "kin_share_since_1989",
              "Russian share against 1989",
              "fraction",
              HIGHER_IS_RISKIER,
              "A kin group that shrinks, by policy or by leaving, leaves a rival ever less to claim.",
              UNRANKED,
              Normalization.goalposts(0, 1),
              "From none left to as large a share as at the end of the Soviet Union; 1989 because the"
                  + " paper gives an earlier share for Kazakhstan only, and a doubtful one (P057).",
              "P057",
              "P059"),
          // Alliance ties
          judgement(
              ALLIANCES,
              "tie_to_rival",
              "Bound to Russia by treaty",
              "0 to 1",
              LOWER_IS_RISKIER,
              "A rival has less reason to attack a state that is already its ally.",
              UNRANKED,
              Normalization.goalposts(0, 1),
              "All that is possible, from no tie to a tie that nothing can add to.",
              "P081",
              "P107",
              "P108"),
          judgement(
              ALLIANCES,
              "tie_to_rivals_of_rival",
              "Bound to Russia's rivals",
              "0 to 1",
              HIGHER_IS_RISKIER,
              "A great power acts to keep a neighbour from joining its rivals (offensive realism).",
              UNRANKED,
              Normalization.goalposts(0, 1),
              "All that is possible, from no tie to a tie that nothing can add to.",
              "P009",
              "P054",
              "P097"),
          judgement(
              ALLIANCES,
              "treaty_protection",
              "Defence pact without Russia",
              "0 to 1",
              LOWER_IS_RISKIER,
              "Where no authority stands above states, an ally's duty to help is what deters.",
              UNRANKED,
              Normalization.goalposts(0, 1),
              "All that is possible, from no pact to one that is certain to be honoured.",
              "P096",
              "P105"),
          judgement(
              ALLIANCES,
              "multi_vector_index",
              "Balance of ties over five poles",
              "0 to 1",
              LOWER_IS_RISKIER,
              "A state that is tied to several powers at once depends on none and provokes none.",
              UNRANKED,
              Normalization.goalposts(0, 1),
              "All that is possible, from ties to one pole to equal ties to Russia, China, the EU,"
                  + " the United States and Turkey.",
              "P003",
              "P037",
              "P098",
              "P101",
              "P104"),
          // Trade dependence
          judgement(
              TRADE,
              "import_dependence",
              "Imports from Russia",
              "fraction",
              HIGHER_IS_RISKIER,
              "What must be bought from a rival can be withheld by it.",
              UNRANKED,
              Normalization.goalposts(0, 0.57),
              "From none to 57 %, the greatest share in the region (Belarus, World Factbook"
                  + " snapshot 2022-02-17).",
              "P093",
              "P114"),
          judgement(
              TRADE,
              "export_dependence",
              "Exports to Russia",
              "fraction",
              HIGHER_IS_RISKIER,
              "A market that a rival can close gives it a hold.",
              UNRANKED,
              Normalization.goalposts(0, 0.42),
              "From none to 42 %, the greatest share in the region (Belarus, World Factbook"
                  + " snapshot 2022-02-17).",
              "P085",
              "P103"),
          judgement(
              TRADE,
              "transit_dependence",
              "Oil exports through Russia",
              "fraction",
              HIGHER_IS_RISKIER,
              "A pipeline through a rival's port can be shut by the rival's court.",
              UNRANKED,
              Normalization.goalposts(0, 1),
              "All that is possible, from no barrel to every barrel.",
              "P086",
              "P095"),
          // Realist context
          judgement(
              CONTEXT,
              "power_ratio",
              "Economy against Russia's",
              "percent of Russian GDP",
              LOWER_IS_RISKIER,
              "Power deters power: the weaker a state, the less an attack costs.",
              UNRANKED,
              Normalization.goalposts(0, 100),
              "From nothing to parity, where neither is the weaker.",
              "P010",
              "P040",
              "P068",
              "P083"),
          judgement(
              CONTEXT,
              "rival_border_share",
              "Border shared with Russia",
              "percent of land border",
              HIGHER_IS_RISKIER,
              "Land power reaches over land borders: the more of them is shared, the more exposed.",
              UNRANKED,
              Normalization.goalposts(0, 57.1984),
              "From no border to 57.2 %, the greatest share in the region, which is Kazakhstan's own"
                  + " (World Factbook snapshot 2022-02-17).",
              "P012",
              "P047",
              "P055"),
          judgement(
              CONTEXT,
              "open_opposition",
              "Crimea votes against Moscow",
              "0 to 1",
              HIGHER_IS_RISKIER,
              "A neighbour that opposes a great power in the open invites punishment; a cautious one"
                  + " does not.",
              UNRANKED,
              Normalization.goalposts(0, 1),
              "All that is possible: the mean of two votes, against Moscow 1, abstention 0.5, with"
                  + " Moscow 0.",
              "P070",
              "P071",
              "P075",
              "P077"),
          judgement(
              CONTEXT,
              "domestic_unrest",
              "Unrest in the year before",
              "0 to 1",
              HIGHER_IS_RISKIER,
              "A government that cannot hold its streets invites a neighbour in, as guest or as"
                  + " judge.",
              UNRANKED,
              Normalization.goalposts(0, 1),
              "All that the coding allows: no major unrest, or some.",
              "P021",
              "P106"));

  private PaperModel() {}

  private static Judgement judgement(
      String factor,
      String code,
      String name,
      String unit,
      Direction direction,
      String directionReason,
      String weightReason,
      Normalization scale,
      String scaleReason,
      String... facts) {
    double upper = unit.startsWith("percent") ? 100 : 1;
    return new Judgement(
        factor,
        Indicator.of(code, direction).withName(name).withUnit(unit).withDomain(0, upper),
        directionReason,
        1,
        weightReason,
        scale,
        scaleReason,
        ImmutableList.copyOf(facts));
  }

  /** The model, with the reasons for its numbers. */
  static RiskModel build() {
    return RiskModel.builder(NAME)
        .factor(ETHNIC, 1, named("Ethnic distribution", ETHNIC))
        .factor(ALLIANCES, 1, named("Alliance ties", ALLIANCES))
        .factor(TRADE, 1, named("Trade dependence", TRADE))
        .factor(CONTEXT, 1, named("Realist context", CONTEXT))
        .missing(MissingPolicy.reweight(MINIMUM_COVERAGE))
        .rationale(Rationale.of(Choice.MISSING, COVERAGE_REASON))
        .build();
  }

  /** Names a factor and adds its indicators. */
  private static Consumer<Factor.Builder> named(String name, String code) {
    return factor ->
        Judgement.fill(
            factor.name(name).rationale(Rationale.of(Choice.WEIGHT, FACTOR_REASON)),
            code,
            JUDGEMENTS);
  }
}
