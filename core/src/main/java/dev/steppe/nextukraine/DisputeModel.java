package dev.steppe.nextukraine;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import java.util.Map;

/**
 * The {@link StructuralModel} as of the date: it has besides what came before, the militarised
 * disputes with the rival in the ten years up to the date. Reported apart and never mixed with the
 * other in one number, since a record of force says what the rival did, not where a state stands.
 *
 * <p>It was set, and committed, before any dispute of the 14 states was coded for it, and so before
 * any score of theirs by it could be computed; {@link DisputeModelTest} had been run on made-up
 * profiles only. That is blindness in part: whoever sets a model knows the region's history, and
 * rankings of the structural model had been printed.
 */
final class DisputeModel {

  static final String NAME = "could-it-be-attacked-with-disputes";

  static final String RECORD = "record";
  static final String INTENSITY = "dispute_intensity_10y";
  static final String COUNT = "dispute_count_10y";
  static final String FADING = "dispute_intensity_fading";

  /** What ten years leave of the level of an act, in the variant in which it fades. */
  static final double LEFT_AFTER_TEN_YEARS = 0.5;

  /** Why every factor is put together as it is, by its code. */
  static final ImmutableMap<String, String> REASONS = reasons();

  private static ImmutableMap<String, String> reasons() {
    ImmutableMap.Builder<String, String> reasons = ImmutableMap.builder();
    StructuralReasons.REASONS.forEach(
        (code, reason) -> {
          if (code.equals(StructuralModel.MOTIVE)) {
            reasons.put(
                code,
                reason
                    + " The record of disputes is a fifth reason, since it shows a will that the"
                    + " others only make likely.");
            reasons.put(
                RECORD,
                "Repeated force foretells force (Diehl and Goertz 2000; Colaresi and Thompson 2002)."
                    + " The lesser of two values: one clash, however severe, is an incident, and"
                    + " many threats without an act are words. So no act of a single year moves a"
                    + " score by 5 points, and a long record counts as much as any reason.");
          } else {
            reasons.put(code.equals(StructuralModel.NAME) ? NAME : code, reason);
          }
        });
    return reasons.buildOrThrow();
  }

  /** What the literature in the reasons is. */
  static final ImmutableList<String> LITERATURE =
      ImmutableList.<String>builder()
          .addAll(StructuralReasons.LITERATURE)
          .add(
              "Colaresi and Thompson (2002), Hot Spots or Hot Hands? Serial Crisis Behavior,"
                  + " Escalating Risks, and Rivalry, Journal of Politics 64(4):1175-1198",
              "Crescenzi and Enterline (2001), Time Remembered: A Dynamic Model of Interstate"
                  + " Interaction, International Studies Quarterly 45(3):409-431",
              "Diehl and Goertz (2000), War and Peace in International Rivalry",
              "Jones, Bremer and Singer (1996), Militarized Interstate Disputes, 1816-1992,"
                  + " Conflict Management and Peace Science 15(2):163-213",
              "Klein, Goertz and Diehl (2006), The New Rivalry Dataset: Procedures and Patterns,"
                  + " Journal of Peace Research 43(3):331-348")
          .build();

  static final ImmutableMap<String, String> LEFT_OUT = leftOut();

  private static ImmutableMap<String, String> leftOut() {
    ImmutableMap.Builder<String, String> left = ImmutableMap.builder();
    StructuralReasons.LEFT_OUT.forEach(
        (what, why) -> {
          if (!what.equals(StructuralModel.DISPUTES)) {
            left.put(what, why);
          }
        });
    return left.put(
            "how long ago the last dispute was",
            "In a window of ten years old disputes drop out by themselves; within it none counts"
                + " less, but in one variant.")
        .buildOrThrow();
  }

  private static final String EQUAL =
      "Equal: the lesser of the two counts, whatever their weights.";

  private static final Normalization LEVELS =
      Normalization.piecewiseLinear(Map.of(0.0, 0.0, 1.0, 50.0, 2.0, 78.0, 3.0, 92.0, 4.0, 100.0));

  private static final String LEVELS_REASON =
      "The levels of hostility of the Militarized Interstate Disputes data (Jones, Bremer and Singer"
          + " 1996): none, threat, display, use of force, war. Concave: that force was shown at all"
          + " says more than how far it went. From a display to war it is 22 of 100, so that no"
          + " act moves a score by 5 points.";

  private static final Judgement SEVERITY =
      new Judgement(
          RECORD,
          StructuralModel.ladder(
              INTENSITY,
              HIGHER_IS_RISKIER,
              "Gravest act in ten years",
              "level of 0 to 4",
              0,
              1,
              2,
              3,
              4),
          "A rival that used force has shown that it would.",
          1,
          EQUAL,
          LEVELS,
          LEVELS_REASON,
          ImmutableList.of());

  private static final Judgement FREQUENCY =
      new Judgement(
          RECORD,
          Indicator.of(COUNT, HIGHER_IS_RISKIER)
              .withName("Disputes in ten years")
              .withUnit("number")
              .withDomain(0, 100),
          "A dispute that comes back has a cause that stays.",
          1,
          EQUAL,
          Normalization.piecewiseLinear(
              Map.of(0.0, 10.0, 1.0, 20.0, 2.0, 40.0, 3.0, 58.0, 6.0, 88.0, 10.0, 100.0)),
          "Displays of force and worse. Concave from the first on; the third, from which two states"
              + " are rivals (Klein, Goertz and Diehl 2006), is past the middle. A threat"
              + " without any act counts 10.",
          ImmutableList.of());

  /** The gravest act, the less the longer ago, which only the variant with it has. */
  private static final Judgement FADED =
      new Judgement(
          RECORD,
          Indicator.of(FADING, HIGHER_IS_RISKIER)
              .withName("Gravest act in ten years, fading")
              .withUnit("level of 0 to 4")
              .withDomain(0, 4),
          "Memory of force fades (Crescenzi and Enterline 2001).",
          1,
          EQUAL,
          LEVELS,
          LEVELS_REASON + " Ten years leave half of a level.",
          ImmutableList.of());

  private DisputeModel() {}

  /** The judgements, with the sign of capability as given. */
  static ImmutableList<Judgement> judgements(Direction capability) {
    return with(SEVERITY, capability);
  }

  /** The judgements, with acts that fade. */
  static ImmutableList<Judgement> fading(Direction capability) {
    return with(FADED, capability);
  }

  private static ImmutableList<Judgement> with(Judgement severity, Direction capability) {
    ImmutableList.Builder<Judgement> all = ImmutableList.builder();
    boolean motives = true;
    for (Judgement judgement : StructuralModel.judgements(capability)) {
      if (motives && judgement.factor().equals(StructuralModel.REACH)) {
        all.add(severity, FREQUENCY);
        motives = false;
      }
      all.add(judgement);
    }
    return all.build();
  }

  static RiskModel build(ImmutableList<Judgement> judgements) {
    return StructuralModel.build(
        NAME,
        judgements,
        motive ->
            motive.factor(
                RECORD,
                1,
                record ->
                    Judgement.fill(
                        record.name("Record of disputes").aggregation(Aggregation.minimum()),
                        RECORD,
                        judgements)));
  }
}
