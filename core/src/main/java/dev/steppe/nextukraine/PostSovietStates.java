package dev.steppe.nextukraine;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.analogue.Precedents;
import dev.steppe.analysis.Progress;
import dev.steppe.evidence.AllianceNetwork;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.RiskModel;
import dev.steppe.panel.Panel;
import dev.steppe.report.Report;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.time.LocalDate;

/**
 * The paper's question asked of every state: the 14 successor states of the Soviet Union other than
 * Russia, on the eve of the wars of 2008, 2014 and 2022 and on 22 January 2026.
 *
 * <p>One {@linkplain #model() model} with fixed scales scores all states at all dates. It has the
 * indicators of {@link NextUkraine#model()} that are known of all states, and joins them so that a
 * motive to attack does not make up for protection; {@link #additiveModel()} is the same with plain
 * means throughout. Weights and scales were set before any score was held against events, and no
 * events are in the library.
 *
 * <pre>{@code
 * PostSovietStates.panel().rankings();                 // four rankings side by side
 * PostSovietStates.panel().trajectory("KAZ");
 * PostSovietStates.profile("KAZ", LocalDate.of(2022, 2, 23));
 * }</pre>
 *
 * <p>Everything here is built once, on first use, and immutable.
 *
 * @since 0.1
 */
public final class PostSovietStates {

  private PostSovietStates() {}

  private static final class Model {
    static final RiskModel MODEL = RegionalModel.build();
    static final Scorer SCORER = Scorer.of(MODEL);
  }

  private static final class Additive {
    static final RiskModel MODEL = Model.MODEL.withAggregation(Aggregation.arithmetic());
    static final Scorer SCORER = Scorer.of(MODEL);
  }

  private static final class Known {
    static final StatesByDate PROFILES = new StatesByDate(StateEvidence::at);
  }

  private static final class Panels {
    static final Panel PANEL = Panel.of(Model.SCORER, profiles());
  }

  private static final class AdditivePanels {
    static final Panel PANEL = Panel.of(Additive.SCORER, profiles());
  }

  private static final class Past {
    static final Precedents PRECEDENTS = Precedents.of(Model.SCORER, profiles());
  }

  private static final class Structural {
    static final StatesByDate KNOWN = new StatesByDate(StructuralEvidence::at);

    static final StateIndex INDEX = index(StructuralModel.judgements(LOWER_IS_RISKIER));

    static StateIndex index(ImmutableList<Judgement> judgements) {
      return new StateIndex(
          "Could it be attacked?",
          StructuralModel.build(judgements),
          judgements,
          StructuralReasons.REASONS,
          StructuralReasons.LEFT_OUT,
          StructuralReasons.LITERATURE,
          KNOWN);
    }
  }

  private static final class StructuralVariants {
    /** What the joints of the three conditions can be besides, by what they are called. */
    static final ImmutableMap<String, Aggregation> JOINTS =
        ImmutableMap.of(
            "plain mean of the conditions", Aggregation.arithmetic(),
            "geometric mean of the conditions, floor 1", Aggregation.geometric(1),
            "least of the conditions", Aggregation.minimum());

    static final ImmutableMap<String, StateIndex> VARIANTS =
        ImmutableMap.<String, StateIndex>builder()
            .putAll(joined(Structural.INDEX))
            .put(
                "the stronger, the riskier",
                Structural.index(StructuralModel.judgements(HIGHER_IS_RISKIER)))
            .put(
                "with unrest as a trigger",
                Structural.index(withTrigger(StructuralModel.judgements(LOWER_IS_RISKIER))))
            .buildOrThrow();

    static ImmutableMap<String, StateIndex> joined(StateIndex index) {
      String conditions = index.model().root().code();
      ImmutableMap.Builder<String, StateIndex> joined = ImmutableMap.builder();
      JOINTS.forEach(
          (name, joint) ->
              joined.put(name, index.withModel(index.model().withAggregation(conditions, joint))));
      return joined.buildOrThrow();
    }

    static ImmutableList<Judgement> withTrigger(ImmutableList<Judgement> judgements) {
      return ImmutableList.<Judgement>builder()
          .addAll(judgements)
          .add(StructuralModel.TRIGGER_JUDGEMENT)
          .build();
    }
  }

  private static final class Disputes {
    static final StatesByDate KNOWN = Structural.KNOWN.with(StructuralEvidence::withDisputes);

    static final StateIndex INDEX = index(DisputeModel.judgements(LOWER_IS_RISKIER));

    static StateIndex index(ImmutableList<Judgement> judgements) {
      return new StateIndex(
          "Could it be attacked, by where it stands and by what came before?",
          DisputeModel.build(judgements),
          judgements,
          DisputeModel.REASONS,
          DisputeModel.LEFT_OUT,
          DisputeModel.LITERATURE,
          KNOWN);
    }

    static final ImmutableMap<String, StateIndex> VARIANTS =
        ImmutableMap.<String, StateIndex>builder()
            .putAll(StructuralVariants.joined(INDEX))
            .put("the stronger, the riskier", index(DisputeModel.judgements(HIGHER_IS_RISKIER)))
            .put(
                "with unrest as a trigger",
                index(StructuralVariants.withTrigger(DisputeModel.judgements(LOWER_IS_RISKIER))))
            .put("acts that fade", index(DisputeModel.fading(LOWER_IS_RISKIER)))
            .put(
                "gravest act and number by their mean",
                INDEX.withModel(
                    INDEX.model().withAggregation(DisputeModel.RECORD, Aggregation.arithmetic())))
            .put(
                "the record as half of the motive",
                INDEX.withModel(INDEX.model().withWeight(DisputeModel.RECORD, 4)))
            .buildOrThrow();
  }

  private static final class Levers {
    static final StateIndex INDEX =
        new StateIndex(
            "How can it be pressed?",
            LeverModel.build(),
            LeverModel.JUDGEMENTS,
            LeverModel.REASONS,
            LeverModel.LEFT_OUT,
            LeverModel.LITERATURE,
            Structural.KNOWN);
  }

  /**
   * <em>Could it be attacked?</em> The states by what theory says of great powers and their
   * neighbours: motive, opportunity and lack of protection, from figures and from the public record
   * coded twice. Trade is not in it; see {@link #levers()}.
   */
  public static StateIndex structural() {
    return Structural.INDEX;
  }

  /**
   * The {@link #structural()} model with one choice made otherwise, by what differs: other joints
   * of the conditions, the other sign of strength, and unrest as a trigger.
   */
  public static ImmutableMap<String, StateIndex> structuralVariants() {
    return StructuralVariants.VARIANTS;
  }

  /**
   * The {@link #structural()} question asked as of the date: the same conditions, with the disputes
   * of the ten years before as one more motive. What came before foretells best, and says least of
   * where a state stands; so it is reported apart, and the two are never mixed in one number.
   */
  public static StateIndex structuralWithDisputes() {
    return Disputes.INDEX;
  }

  /**
   * The model {@link #structuralWithDisputes()} with one choice made otherwise, by what differs:
   * those of the {@link #structuralVariants}, acts that fade, the gravest act and the number of
   * disputes by their mean, and the record as half of the motive.
   */
  public static ImmutableMap<String, StateIndex> structuralWithDisputesVariants() {
    return Disputes.VARIANTS;
  }

  /**
   * <em>How can it be pressed?</em> The states by what Russia can withhold, close or turn on short
   * of force. It answers another question than {@link #structural()} and is never added to it.
   */
  public static StateIndex levers() {
    return Levers.INDEX;
  }

  /**
   * The model: motive, exposure and lack of protection, none of which makes up for another. It is
   * the first of its kind and stays as it was, with {@link #weaknesses()} that {@link
   * #structural()} has not.
   */
  public static RiskModel model() {
    return Model.MODEL;
  }

  /** Where the {@link #model()} is known to be weak, a sentence each; its page has them too. */
  public static ImmutableList<String> weaknesses() {
    return RegionalModel.WEAKNESSES;
  }

  /** The scorer of the {@link #model()}. */
  public static Scorer scorer() {
    return Model.SCORER;
  }

  /** The same model with plain weighted means throughout, to show what the structure does. */
  public static RiskModel additiveModel() {
    return Additive.MODEL;
  }

  /** The four dates, the earliest first. */
  public static ImmutableList<LocalDate> dates() {
    return StateEvidence.dates();
  }

  /** The 14 states, by code. */
  public static ImmutableList<Country> countries() {
    return panel().countries();
  }

  /** What is known of every state at every date, by date and code. */
  public static ImmutableList<CountryProfile> profiles() {
    return Known.PROFILES.all();
  }

  /**
   * What is known of every state at a date, by code.
   *
   * @throws IllegalArgumentException if it is none of the {@link #dates}
   */
  public static ImmutableList<CountryProfile> profiles(LocalDate date) {
    return Known.PROFILES.at(date);
  }

  /**
   * What is known of a state at a date.
   *
   * @param code the state's code, such as {@code KAZ}
   * @throws IllegalArgumentException if there is no such state or date
   */
  public static CountryProfile profile(String code, LocalDate date) {
    profiles(date);
    return panel().scorecard(code, date).profile();
  }

  /** All states at all dates, scored. */
  public static Panel panel() {
    return Panels.PANEL;
  }

  /** All states at all dates, scored by the {@link #additiveModel()}. */
  public static Panel additivePanel() {
    return AdditivePanels.PANEL;
  }

  /**
   * All states at all dates as precedents: whom does a country resemble, in profile and in score?
   *
   * <pre>{@code
   * PostSovietStates.precedents().analoguesOf(PostSovietStates.profile("KAZ", date)).nearest();
   * }</pre>
   */
  public static Precedents precedents() {
    return Past.PRECEDENTS;
  }

  /**
   * The states as a page of HTML to pass on: the ranking of the last date, the ways there, how sure
   * the ranks are, and every reading with its source.
   */
  public static Report report() {
    return report((done, limit) -> true);
  }

  /**
   * As {@link #report()}, which takes a moment.
   *
   * @param progress hears how far the draws are, and may stop them
   */
  public static Report report(Progress progress) {
    return Reports.ofStates(requireNonNull(progress, "progress"));
  }

  /** Organisations and agreements with their dates, as all states have them alike. */
  public static AllianceNetwork network() {
    return Treaties.Region.NETWORK;
  }

  /** Why every indicator stands in the model as it does, in the order of the model. */
  public static ImmutableList<Judgement> judgements() {
    return RegionalModel.JUDGEMENTS;
  }

  /** Why every factor is joined as it is, by its code; the model's own code is its name. */
  public static ImmutableMap<String, String> structure() {
    return RegionalModel.REASONS;
  }

  /** The indicators of {@link NextUkraine#model()} that are left out, each with the reason. */
  public static ImmutableMap<String, String> leftOut() {
    return RegionalModel.LEFT_OUT;
  }

  /** All judgements with their reasons, as a table. */
  public static Table reasons() {
    return StateIndex.reasons(
        "Why the model is as it is",
        model(),
        structure(),
        judgements(),
        leftOut(),
        "Weights are equal throughout. " + PaperModel.COVERAGE_REASON,
        RegionalModel.LITERATURE);
  }
}
