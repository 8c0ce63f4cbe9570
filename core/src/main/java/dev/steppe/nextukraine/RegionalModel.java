package dev.steppe.nextukraine;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static dev.steppe.nextukraine.PaperModel.ALLIANCES;
import static dev.steppe.nextukraine.PaperModel.ETHNIC;
import static dev.steppe.nextukraine.PaperModel.TRADE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Choice;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.Rationale;
import dev.steppe.model.RiskModel;

/**
 * The paper's argument as one model for 14 states at any date.
 *
 * <p>The indicators, their directions and the reasons for them are those of {@link PaperModel} as
 * it first was; two are known of five states at most and are left out. What differs is how they are
 * put together. Among two states that no treaty protects, plain means are enough. Among 14, of whom
 * three belong to NATO, a mean lets a motive make up for a deterrent, which the literature denies:
 * see {@link #REASONS}.
 */
final class RegionalModel {

  static final String NAME = "next-ukraine-region";

  static final String MOTIVE = "motive";
  static final String EXPOSURE = "exposure";
  static final String UNPROTECTED = "lack-of-protection";

  /** Three of three children with equal weights: the most that the weights allow. */
  private static final double COMPLETE = 1 / 3.0;

  /** Why every factor is put together as it is, by its code. */
  static final ImmutableMap<String, String> REASONS =
      ImmutableMap.of(
          NAME,
          "A state attacks where it has a reason to, where it can, and where nobody would make it"
              + " pay. Opportunity and willingness are each necessary and neither is sufficient"
              + " (Starr 1978; Most and Starr 1989), and a defence pact deters whatever the motive"
              + " (Huth and Russett 1984; Leeds 2003). So no condition makes up for another: the"
              + " three interact as far as equal weights allow, which counts the least of them"
              + " twice, the middle one once and the greatest not at all.",
          MOTIVE,
          "Reasons to attack add up: kin to claim, a neighbour that turns away, a neighbour that"
              + " opposes (Walt 1985 on perceived intentions). Equal weights: the paper ranks none.",
          EXPOSURE,
          "Ways to reach a neighbour are alternatives that add up: trade, a land border, unrest"
              + " (Walt 1985 on proximity). Equal weights: the paper ranks none.",
          UNPROTECTED,
          "A state balances a greater power by its own strength or by allies (Waltz 1979), and"
              + " either is enough: it lacks protection as far as it lacks the better of the two.");

  /** Where it is weak, as is known; it stays as it was made. */
  static final ImmutableList<String> WEAKNESSES =
      ImmutableList.of(
          "\"Lack of protection\" hardly varies among states without a pact, and as the greatest of"
              + " the three it then counts for nothing.",
          "Leaving the CSTO would have moved Kazakhstan by 0.9 points in 2022, declaring for NATO by"
              + " 0.4.",
          "One year of unrest, told by yes or no, moves a score by 7 to 29 points.",
          "Trade counts as a way into war. The evidence on trade points the other way, if anywhere.",
          "It has no contested territory, no forces that are there already and no past disputes,"
              + " which say most of all that is known beforehand.",
          "Three wars cannot calibrate it, and whoever chose its indicators knew of them.");

  /** What the literature in {@link #REASONS} is. */
  static final ImmutableList<String> LITERATURE =
      ImmutableList.of(
          "Huth and Russett (1984), What Makes Deterrence Work?, World Politics 36(4):496-526",
          "Leeds (2003), Do Alliances Deter Aggression?, American Journal of Political Science"
              + " 47(3):427-439",
          "Most and Starr (1989), Inquiry, Logic, and International Politics",
          "Starr (1978), 'Opportunity' and 'Willingness' as Ordering Concepts in the Study of War,"
              + " International Interactions 4(4):363-387",
          "Walt (1985), Alliance Formation and the Balance of World Power, International Security"
              + " 9(4):3-43",
          "Waltz (1979), Theory of International Politics, chapter 6");

  /** What the model of the pair has and this one has not, with the reason. */
  static final ImmutableMap<String, String> LEFT_OUT =
      ImmutableMap.of(
          "max_regional_kin_share",
          "Known of two to five of the 14 states, in regions of different rank. Left out rather"
              + " than missing: it would be missing where nobody looked, not where there is nothing.",
          "transit_dependence",
          "Known of Kazakhstan and Ukraine only.");

  static final ImmutableList<Judgement> JUDGEMENTS =
      ImmutableList.of(
          paper("kin_share", ETHNIC)
              .withScale(
                  Normalization.goalposts(0, 0.30),
                  "From none to 30 %, the greatest share in the region at any of the four dates"
                      + " (Kazakhstan, census of 1999, World Factbook 2008 edition)."),
          paper("kin_share_since_1989", ETHNIC),
          paper("tie_to_rival", ALLIANCES),
          paper("tie_to_rivals_of_rival", ALLIANCES),
          own(
              ALLIANCES,
              Indicator.of("multi_vector_index", LOWER_IS_RISKIER)
                  .withName("Balance of ties over five poles")
                  .withUnit("0 to 1")
                  .withDomain(0, 1),
              "A state that is tied to several powers at once depends on none and provokes none.",
              Normalization.goalposts(0, 1),
              "All that is possible, from ties to one pole to equal ties to Russia, China, the"
                  + " EU, NATO and Turkey; NATO stands for the United States, since agreements"
                  + " with it are known of every state.",
              "P003",
              "P037",
              "P098",
              "P101",
              "P104"),
          paper("open_opposition", MOTIVE)
              .withName("UN votes against Moscow")
              .withScale(
                  Normalization.goalposts(0, 1),
                  "All that is possible: the mean of the votes of the UN General Assembly on"
                      + " Russia's conduct toward a neighbour since the date before: 62/249,"
                      + " 64/296 and 65/287 on Georgia, seven on Ukraine and Crimea from 2014 to"
                      + " 2019, ES-11/1, ES-11/3 and ES-11/4 on Ukraine."
                      + " Against Moscow 1, abstention 0.5, with Moscow 0; absence says nothing."),
          paper("import_dependence", TRADE)
              .withScale(
                  Normalization.goalposts(0, 0.599),
                  "From none to 59.9 %, the greatest share in the region at any of the four dates"
                      + " (Belarus 2007, World Factbook 2008 edition)."),
          paper("export_dependence", TRADE),
          paper("rival_border_share", EXPOSURE)
              .withScale(
                  Normalization.goalposts(0, 57.1984),
                  "From no border to 57.2 %, the greatest share in the region (Kazakhstan, World"
                      + " Factbook snapshot 2022-02-17)."),
          own(
              EXPOSURE,
              Indicator.of("domestic_unrest", HIGHER_IS_RISKIER)
                  .withName("Unrest in the year before")
                  .withUnit("0 to 1")
                  .withLevels(0, 1),
              "A government that cannot hold its streets invites a neighbour in, as guest or as"
                  + " judge.",
              Normalization.goalposts(0, 1),
              "All that the coding allows: no major unrest, or some.",
              "P106"),
          paper("treaty_protection", UNPROTECTED),
          paper("power_ratio", UNPROTECTED));

  private RegionalModel() {}

  /** The paper's indicator in a factor of this model. */
  private static Judgement paper(String code, String factor) {
    for (Judgement judgement : PaperModel.JUDGEMENTS) {
      if (judgement.indicator().code().equals(code)) {
        return judgement.withFactor(factor);
      }
    }
    throw new AssertionError(code);
  }

  private static Judgement own(
      String factor,
      Indicator indicator,
      String directionReason,
      Normalization scale,
      String scaleReason,
      String... facts) {
    return new Judgement(
        factor,
        indicator,
        directionReason,
        1,
        "Equal: the paper names it beside others and ranks none of them.",
        scale,
        scaleReason,
        ImmutableList.copyOf(facts));
  }

  static RiskModel build() {
    return RiskModel.builder(NAME)
        .factor(
            MOTIVE,
            1,
            motive -> {
              motive.name("Motive");
              motive.factor(
                  ETHNIC,
                  1,
                  f -> Judgement.fill(f.name("Ethnic distribution"), ETHNIC, JUDGEMENTS));
              motive.factor(
                  ALLIANCES,
                  1,
                  f -> Judgement.fill(f.name("Alliance ties"), ALLIANCES, JUDGEMENTS));
              Judgement.fill(motive, MOTIVE, JUDGEMENTS);
            })
        .factor(
            EXPOSURE,
            1,
            exposure -> {
              exposure.name("Exposure");
              exposure.factor(
                  TRADE, 1, f -> Judgement.fill(f.name("Trade dependence"), TRADE, JUDGEMENTS));
              Judgement.fill(exposure, EXPOSURE, JUDGEMENTS);
            })
        .factor(
            UNPROTECTED,
            1,
            f ->
                Judgement.fill(
                    f.name("Lack of protection").aggregation(Aggregation.minimum()),
                    UNPROTECTED,
                    JUDGEMENTS))
        .aggregation(
            Aggregation.choquet(
                Interaction.of(MOTIVE, EXPOSURE, COMPLETE),
                Interaction.of(MOTIVE, UNPROTECTED, COMPLETE),
                Interaction.of(EXPOSURE, UNPROTECTED, COMPLETE)))
        .missing(MissingPolicy.reweight(PaperModel.MINIMUM_COVERAGE))
        .rationale(Rationale.of(Choice.MISSING, PaperModel.COVERAGE_REASON))
        .build();
  }
}
