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
 * equal wherever the paper does not rank what it names, but for unrest, which may not move a score
 * by more than 5 points. A scale runs over all that is possible where that is a natural range, and
 * else from nothing to the greatest value among the 14 successor states of the Soviet Union other
 * than Russia in the same data.
 *
 * <p>It is the second of its kind. Four things of the first were mended from a list of its faults,
 * before any score of this one was computed: what a state has nothing of was called missing, a
 * sentence of the paper that its own later section contradicts made unrest anything from none to
 * all, the share of Russians in Ukraine rested on a census of 2001 alone, and no tie to Turkey or
 * China could move the multi-vector policy. Whoever mended it knew the scores of the first.
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

  /** What is known of the sign of trade, beside what the paper argues. */
  static final String TRADE_REASON =
      "Trade counts as the paper argues it, as a hold of the rival. As a way into war the evidence"
          + " points the other way: great powers have used less force against neighbours that"
          + " depended on their trade.";

  static final double MINIMUM_COVERAGE = 0.75;

  static final String COVERAGE_REASON =
      "A country needs three quarters of the weight to have data: below that, a score would say"
          + " more about the gaps than about the country.";

  /** A political bloc and a partnership: 1 - (1 - 0.4) (1 - 0.25). */
  private static final double MULTI_VECTOR = 0.55;

  /**
   * The weight of unrest beside three others: {@code 0.75 / 3.75} of a factor that weighs a
   * quarter, so 5 points from none to the worst.
   */
  private static final double TRIGGER = 0.75;

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
              "Russians in one region",
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
              "ties_beside_strongest",
              "Ties to other poles",
              "0 to 1",
              LOWER_IS_RISKIER,
              "A state that is tied to several powers at once depends on none and provokes none:"
                  + " of Russia, China, the EU, the United States and Turkey, all but the one to"
                  + " which it is tied most. How deep these ties are counts, and each further one;"
                  + " how even they are would not: it is nearly full with five partnerships, and a"
                  + " further one may lower it.",
              UNRANKED,
              Normalization.goalposts(0, MULTI_VECTOR),
              "From no second tie to a standing organisation and a partnership with each of the"
                  + " other four: 1 - 0.6 * 0.75 = 0.55. More would be pacts with several powers,"
                  + " which exclude each other.",
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
              "Oil across Russia",
              "fraction",
              HIGHER_IS_RISKIER,
              "A pipeline through a rival's port can be shut by the rival's court. A share of all"
                  + " exports, so that it means the same of a state that sells no oil: nothing of"
                  + " its trade hangs on that pipeline.",
              UNRANKED,
              Normalization.goalposts(0, 1),
              "All that is possible, from nothing to all that is sold.",
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
              Normalization.goalposts(0, 100),
              "All that is possible, from no shared border to no other. The greatest share of the"
                  + " region is Kazakhstan's own, which can be no yardstick for it.",
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
              "All that is possible: the mean of seven votes on Ukraine and Crimea from 2014 to"
                  + " 2019, against Moscow 1, abstention 0.5, with Moscow 0.",
              "P070",
              "P071",
              "P075",
              "P077"),
          judgement(
              CONTEXT,
              "domestic_unrest",
              "Unrest",
              "0 to 1",
              HIGHER_IS_RISKIER,
              TRIGGER,
              "A government that cannot hold its streets invites a neighbour in, as guest or as"
                  + " judge.",
              "Three quarters of the others: a trigger, not a condition, so that no episode moves a"
                  + " score by more than 5 points.",
              Normalization.goalposts(0, 1),
              "All that is possible: the intensity of protest by the coding book, from none to an"
                  + " emergency, fading to nothing over 24 months.",
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
    return judgement(
        factor,
        code,
        name,
        unit,
        direction,
        1,
        directionReason,
        weightReason,
        scale,
        scaleReason,
        facts);
  }

  private static Judgement judgement(
      String factor,
      String code,
      String name,
      String unit,
      Direction direction,
      double weight,
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
        weight,
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
