package dev.steppe.nextukraine;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;

import com.google.common.collect.ImmutableList;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import java.util.Map;
import java.util.function.Consumer;

/**
 * <em>Could it be attacked?</em> What theory and the record of disputes elsewhere say of a great
 * power and a smaller neighbour, as one model for the 14 states at any date.
 *
 * <p>It was set, and committed, before any ranking of it was printed; {@link StructuralModelTest}
 * had been run on made-up profiles only. That is blindness in part: rankings of the {@link
 * RegionalModel}, which has some of its indicators, had been printed before.
 */
final class StructuralModel {

  static final String NAME = "could-it-be-attacked";

  static final String MOTIVE = "motive";
  static final String COURSE = "course";
  static final String STANCE = "stance";
  static final String OPPORTUNITY = "opportunity";
  static final String REACH = "reach";
  static final String FOOTHOLD = "foothold";
  static final String UNPROTECTED = "lack-of-protection";
  static final String UNREST = "unrest";
  static final String CAPABILITY = "capability_against_rival";
  static final String DISPUTES = "disputes of the last ten years";

  /** Half of what equal weights of three allow. */
  private static final double INTERACTION = 1 / 6.0;

  static final double MINIMUM_COVERAGE = 0.75;

  /**
   * The weight of unrest beside three others, so that from none to the worst it moves a score by
   * less than 5 points: an eleventh of the opportunity, which counts one half at most.
   */
  private static final double TRIGGER = 0.3;

  private static final String NATURAL = "All that is possible.";
  private static final String EQUAL = "Equal: no theory ranks it and those beside it.";

  private StructuralModel() {}

  /** The judgements, with the sign of capability as given. */
  static ImmutableList<Judgement> judgements(Direction capability) {
    return ImmutableList.of(
        judgement(
            MOTIVE,
            indicator("kin_share", HIGHER_IS_RISKIER, "Russians in the population", "fraction", 1),
            "A rival can claim to protect its kin, and more kin make a stronger claim.",
            EQUAL,
            Normalization.piecewiseLinear(
                Map.of(0.0, 0.0, 0.01, 10.0, 0.05, 40.0, 0.1, 60.0, 0.2, 85.0, 0.4, 100.0)),
            "Concave: from one in a hundred a group counts in politics, from one in ten it is a claim"
                + " that any government must reckon with, and a further tenth adds ever less."),
        judgement(
            MOTIVE,
            ladder(
                "contested_territory",
                HIGHER_IS_RISKIER,
                "Contested territory",
                "index from 0 to 1",
                0,
                0.5,
                1),
            "Territory that the rival claims, or whose holders it backs, is the reason for force that"
                + " is best known.",
            EQUAL,
            Normalization.piecewiseLinear(Map.of(0.0, 0.0, 0.5, 60.0, 1.0, 100.0)),
            "Concave: an open border or a backed entity is more than half of the way."),
        judgement(
            COURSE,
            ladder(
                "nato_course",
                HIGHER_IS_RISKIER,
                "Course to NATO",
                "step of 0 to 4",
                0,
                1,
                2,
                3,
                4),
            "What the rival names as its red line is membership promised or sought, not talks.",
            2,
            "Twice the EU's: an alliance with forces.",
            Normalization.piecewiseLinear(
                Map.of(0.0, 0.0, 1.0, 15.0, 2.0, 40.0, 3.0, 90.0, 4.0, 100.0)),
            "From a forum to membership; the greatest step is from programmes to a promise or a"
                + " declared goal."),
        judgement(
            COURSE,
            ladder(
                "eu_course",
                HIGHER_IS_RISKIER,
                "Course to the EU",
                "step of 0 to 4",
                0,
                1,
                2,
                3,
                4),
            "Association leaves the rival's customs union for another market and its rules.",
            1,
            "Half of NATO's: no integrated forces.",
            Normalization.piecewiseLinear(
                Map.of(0.0, 0.0, 1.0, 20.0, 2.0, 50.0, 3.0, 90.0, 4.0, 100.0)),
            "From cooperation to membership; association in force is nearly all of the way."),
        judgement(
            STANCE,
            indicator(
                "un_agreement_with_rival",
                LOWER_IS_RISKIER,
                "Votes as Russia votes, all questions",
                "percent of recorded votes cast identically",
                100),
            "Votes on all questions measure how far two governments' aims are apart (Bailey,"
                + " Strezhnev and Voeten 2017).",
            EQUAL,
            Normalization.goalposts(40, 100),
            "From all votes alike down to 40 %, a little below the least of the region at any of"
                + " the four dates (44.7 %)."),
        judgement(
            STANCE,
            indicator(
                "votes_on_rival",
                HIGHER_IS_RISKIER,
                "UN votes on Russia's conduct",
                "index from 0 to 1",
                1),
            "A neighbour that condemns a great power in the open invites punishment.",
            EQUAL,
            Normalization.goalposts(0, 1),
            NATURAL
                + " The mean of the votes since the date before: against Moscow 1, abstention 0.5,"
                + " with Moscow 0; absence avoids a stand, so it is read as abstention, from 0.25 to"
                + " 0.75."),
        judgement(
            REACH,
            ladder("land_border_with_rival", HIGHER_IS_RISKIER, "Land border", "boolean", 0, 1),
            "Land power reaches over land borders.",
            EQUAL,
            Normalization.goalposts(0, 1),
            NATURAL + " A share of the perimeter is no measure of how a state can be reached."),
        judgement(
            REACH,
            ladder("near_sea", HIGHER_IS_RISKIER, "Shore of the same sea", "boolean", 0, 1),
            "Landing from the sea is harder than crossing a border.",
            EQUAL,
            Normalization.piecewiseLinear(Map.of(0.0, 0.0, 1.0, 50.0)),
            "Half as near as by land."),
        judgement(
            FOOTHOLD,
            ladder(
                "rival_forces_without_consent",
                HIGHER_IS_RISKIER,
                "Russian forces against its will",
                "boolean",
                0,
                1),
            "Forces that are there need not come.",
            EQUAL,
            Normalization.goalposts(0, 1),
            NATURAL),
        judgement(
            FOOTHOLD,
            ladder(
                "rival_forces_with_consent",
                HIGHER_IS_RISKIER,
                "Russian base by agreement",
                "boolean",
                0,
                1),
            "A base is a way in should relations turn.",
            EQUAL,
            Normalization.piecewiseLinear(Map.of(0.0, 0.0, 1.0, 50.0)),
            "Half of forces that stay against the state's will."),
        judgement(
            OPPORTUNITY,
            indicator(
                CAPABILITY, capability, "Economy against Russia's", "percent of Russian GDP", 100),
            capability == LOWER_IS_RISKIER
                ? "The weaker a state, the less an attack costs: the argument of realism."
                : "The stronger a state, the more it is worth and the greater a threat: great powers"
                    + " dispute with those who can dispute (Most and Starr 1989 on willingness).",
            EQUAL,
            Normalization.goalposts(Math.log(0.1), Math.log(100)),
            "From a thousandth to parity, on a logarithmic scale: what counts is how many times."),
        judgement(
            UNPROTECTED,
            ladder(
                "outside_pact",
                LOWER_IS_RISKIER,
                "Protection by others",
                "step of 0 to 4",
                0,
                1,
                2,
                3,
                4),
            "A pact with another power deters deadly force, the more the stronger the patron.",
            EQUAL,
            Normalization.piecewiseLinear(
                Map.of(0.0, 0.0, 1.0, 10.0, 2.0, 35.0, 3.0, 70.0, 4.0, 90.0)),
            "Nothing, assurances without obligation, a pact, a pact with a nuclear power, NATO; none"
                + " is certain to be honoured."),
        judgement(
            UNPROTECTED,
            ladder(
                "pact_with_rival",
                LOWER_IS_RISKIER,
                "Defence pact with Russia",
                "index from 0 to 1",
                0,
                0.5,
                1),
            "An ally of the power itself has less to fear from it while it stays one (Leeds 2003 on"
                + " pacts), but such pacts have not sheltered from occupation.",
            EQUAL,
            Normalization.piecewiseLinear(Map.of(0.0, 0.0, 0.5, 15.0, 1.0, 40.0)),
            "It takes two fifths of the lack away at most; suspended, or to consult only, much less."));
  }

  /** Unrest as a trigger, which only the variant with it has. */
  static final Judgement TRIGGER_JUDGEMENT =
      judgement(
          OPPORTUNITY,
          indicator(UNREST, HIGHER_IS_RISKIER, "Unrest", "index from 0 to 1", 1),
          "A government that cannot hold its streets invites a neighbour in, as guest or as judge.",
          TRIGGER,
          "So little beside the others that no episode moves a score by 5 points.",
          Normalization.goalposts(0, 1),
          NATURAL + " The intensity of protest, fading to nothing over 24 months.");

  private static Indicator indicator(
      String code, Direction direction, String name, String unit, double greatest) {
    return Indicator.of(code, direction).withName(name).withUnit(unit).withDomain(0, greatest);
  }

  /** One that can only be on some steps. */
  static Indicator ladder(
      String code, Direction direction, String name, String unit, double... steps) {
    return Indicator.of(code, direction).withName(name).withUnit(unit).withLevels(steps);
  }

  private static Judgement judgement(
      String factor,
      Indicator indicator,
      String directionReason,
      String weightReason,
      Normalization scale,
      String scaleReason) {
    return judgement(factor, indicator, directionReason, 1, weightReason, scale, scaleReason);
  }

  private static Judgement judgement(
      String factor,
      Indicator indicator,
      String directionReason,
      double weight,
      String weightReason,
      Normalization scale,
      String scaleReason) {
    return new Judgement(
        factor,
        indicator,
        directionReason,
        weight,
        weightReason,
        scale,
        scaleReason,
        ImmutableList.of());
  }

  static RiskModel build(ImmutableList<Judgement> judgements) {
    return build(NAME, judgements, motive -> {});
  }

  /** The model under another name, with more motives. */
  static RiskModel build(
      String name, ImmutableList<Judgement> judgements, Consumer<Factor.Builder> motives) {
    return RiskModel.builder(name)
        .factor(
            MOTIVE,
            1,
            motive -> {
              motive.name("Motive").aggregation(Aggregation.power(2));
              Judgement.fill(motive, MOTIVE, judgements);
              motive.factor(COURSE, 1, named("Course", COURSE, judgements));
              motive.factor(STANCE, 1, named("Stance", STANCE, judgements));
              motives.accept(motive);
            })
        .factor(
            OPPORTUNITY,
            1,
            opportunity -> {
              opportunity.name("Opportunity");
              opportunity.factor(REACH, 1, most("Reach", REACH, judgements));
              opportunity.factor(FOOTHOLD, 1, most("Foothold", FOOTHOLD, judgements));
              Judgement.fill(opportunity, OPPORTUNITY, judgements);
            })
        .factor(
            UNPROTECTED,
            1,
            f ->
                Judgement.fill(
                    f.name("Lack of protection").aggregation(Aggregation.minimum()),
                    UNPROTECTED,
                    judgements))
        .aggregation(
            Aggregation.choquet(
                Interaction.of(MOTIVE, OPPORTUNITY, INTERACTION),
                Interaction.of(MOTIVE, UNPROTECTED, INTERACTION),
                Interaction.of(OPPORTUNITY, UNPROTECTED, INTERACTION)))
        .missing(MissingPolicy.reweight(MINIMUM_COVERAGE))
        .build()
        .withTreatment(CAPABILITY, Treatment.log());
  }

  private static Consumer<Factor.Builder> named(
      String name, String code, ImmutableList<Judgement> judgements) {
    return factor -> Judgement.fill(factor.name(name), code, judgements);
  }

  private static Consumer<Factor.Builder> most(
      String name, String code, ImmutableList<Judgement> judgements) {
    return factor ->
        Judgement.fill(factor.name(name).aggregation(Aggregation.maximum()), code, judgements);
  }
}
