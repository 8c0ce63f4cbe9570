package dev.steppe.nextukraine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Progress;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskModel;
import dev.steppe.report.Report;
import dev.steppe.scenario.Scenario;
import dev.steppe.score.Comparison;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import dev.steppe.tipping.Resemblance;

/**
 * The paper's question, typed short: could Kazakhstan be the next Ukraine?
 *
 * <p>The model has the three factors that the paper weighs, ethnic distribution, alliance ties and
 * trade dependence, and the realist context from which it argues: power, geography, stance and
 * domestic stability. The profiles describe both countries on 23 February 2022, from the paper and
 * from sources of the time; oil transit and a census were published later.
 *
 * <pre>{@code
 * NextUkraine.compare();                                 // Kazakhstan minus Ukraine
 * NextUkraine.scorer().score(NextUkraine.kazakhstan());
 * NextUkraine.judgement("kin_share").scaleReason();
 * }</pre>
 *
 * <p>Everything here is built once, on first use, and immutable.
 *
 * @since 0.1
 */
public final class NextUkraine {

  private NextUkraine() {}

  private static final class Model {
    static final RiskModel MODEL = PaperModel.build();
    static final Scorer SCORER = Scorer.of(MODEL);
  }

  private static final class Known {
    static final PaperEvidence EVIDENCE = new PaperEvidence(facts());
  }

  private static final class Kazakhstan {
    static final CountryProfile PROFILE = Known.EVIDENCE.kazakhstan();
  }

  private static final class Ukraine {
    static final CountryProfile PROFILE = Known.EVIDENCE.ukraine();
  }

  private static final class Scenarios {
    static final ImmutableList<PaperScenario> ALL =
        PaperScenarios.of(facts(), kazakhstan(), ukraine(), Known.EVIDENCE.exportsOfKazakhstan());
  }

  /** The paper's argument as a model: four factors, fourteen indicators. */
  public static RiskModel model() {
    return Model.MODEL;
  }

  /** The scorer of the {@link #model()}. */
  public static Scorer scorer() {
    return Model.SCORER;
  }

  /** Kazakhstan on 23 February 2022. */
  public static CountryProfile kazakhstan() {
    return Kazakhstan.PROFILE;
  }

  /** Ukraine on 23 February 2022. */
  public static CountryProfile ukraine() {
    return Ukraine.PROFILE;
  }

  /** Everything the paper says, fact by fact. */
  public static PaperFacts facts() {
    return PaperFacts.load();
  }

  /** Kazakhstan minus Ukraine: negative where Kazakhstan is at less risk. */
  public static Comparison compare() {
    return scorer().compare(kazakhstan(), ukraine());
  }

  /**
   * What Kazakhstan shares with Ukraine in the paper's model, in what it is safer, and the fewest
   * changes that would bring it near Ukraine's score; its border stays.
   */
  public static Resemblance resemblance() {
    return Resemblance.of(scorer(), kazakhstan(), ukraine()).withFixed("rival_border_share");
  }

  /** How sure that is: by what the sources leave open, by weights, and by method. */
  public static HowSure howSure() {
    return howSure(compare());
  }

  /** How sure another comparison is; it has other methods if it is by the paper's model. */
  public static HowSure howSure(Comparison comparison) {
    boolean ours =
        comparison.first().scorer() == scorer()
            || comparison.first().fingerprint().equals(scorer().fingerprint());
    return new HowSure(comparison, ours ? methods() : ImmutableList.of());
  }

  /**
   * The ways in which the same evidence could reasonably be judged: the model first, then others
   * that make one choice of method otherwise, each with the reason for it.
   */
  public static ImmutableList<PaperMethod> methods() {
    return PaperMethods.of(model());
  }

  /** The paper's verdict beside the model's. */
  public static Verdict verdict() {
    return new Verdict(compare());
  }

  /**
   * The paper's verdict beside another comparison, such as one under other weights.
   *
   * @param comparison Kazakhstan, or a variant of it, minus Ukraine
   */
  public static Verdict verdict(Comparison comparison) {
    return new Verdict(comparison);
  }

  /** The page for another comparison, such as one under other weights. */
  public static Briefing briefing(Comparison comparison) {
    return new Briefing(comparison);
  }

  /** The answer on a page: scores, what they are made of, sources, and the verdict. */
  public static Briefing briefing() {
    return new Briefing(compare());
  }

  /**
   * The answer as a page of HTML to pass on: why, how sure, what would change it, and what it rests
   * on. Beside it is the page of {@link PostSovietStates#structural()}, another model that asks
   * another question of the same two.
   *
   * <pre>{@code
   * NextUkraine.report().writeTo(Path.of("next-ukraine.html"));
   * }</pre>
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
    return Reports.ofPaper(requireNonNull(progress, "progress"));
  }

  /** Why every indicator stands in the model as it does, in the order of the model. */
  public static ImmutableList<Judgement> judgements() {
    return PaperModel.JUDGEMENTS;
  }

  /**
   * Why an indicator stands in the model as it does.
   *
   * @throws IllegalArgumentException if the model has no such indicator
   */
  public static Judgement judgement(String indicator) {
    Indicator known = model().criterion(indicator).indicator();
    for (Judgement judgement : PaperModel.JUDGEMENTS) {
      if (judgement.indicator().equals(known)) {
        return judgement;
      }
    }
    throw new AssertionError(indicator);
  }

  /** The paper's facts that argue with an indicator. */
  public static ImmutableList<PaperFact> factsFor(String indicator) {
    ImmutableList.Builder<PaperFact> found = ImmutableList.builder();
    for (String id : judgement(indicator).facts()) {
      found.add(facts().fact(id));
    }
    return found.build();
  }

  /** What became of every fact of the paper: at least one role each, in the order of their ids. */
  public static ImmutableList<FactRole> factRoles() {
    return FactRoles.all();
  }

  /** The same as a table: what the paper says, and what it is used for, or why not. */
  public static Table factTable() {
    Table.Builder table =
        Table.titled("What became of the " + facts().size() + " facts of the paper")
            .text("Id")
            .text("Claim")
            .text("Role")
            .text("Where, or why");
    String last = "";
    for (FactRole role : factRoles()) {
      boolean again = role.fact().equals(last);
      table.row(
          again ? "" : role.fact(),
          again ? "" : facts().fact(role.fact()).claim(),
          role.role().description(),
          role.where());
      last = role.fact();
    }
    return table.note("In our own words from " + PaperFact.CITATION + ".").build();
  }

  /** All judgements with their reasons, as a table. */
  public static Table reasons() {
    Table.Builder table =
        Table.titled("Why the model is as it is")
            .text("Indicator")
            .text("Direction")
            .text("Scale")
            .text("Weight")
            .text("Facts");
    for (Judgement judgement : judgements()) {
      table.row(
          judgement.indicator().name(),
          judgement.directionReason(),
          judgement.scaleReason(),
          judgement.weightReason(),
          String.join(" ", judgement.facts()));
    }
    return table
        .note(PaperModel.FACTOR_REASON)
        .note(PaperModel.TRADE_REASON)
        .note(PaperModel.COVERAGE_REASON)
        .build();
  }

  /**
   * The what-ifs that the paper suggests for Kazakhstan.
   *
   * <pre>{@code
   * ScenarioTable.of(
   *     NextUkraine.scorer(), List.of(NextUkraine.kazakhstan()), NextUkraine.whatIfs());
   * }</pre>
   */
  public static ImmutableList<Scenario> whatIfs() {
    ImmutableList.Builder<Scenario> scenarios = ImmutableList.builder();
    for (PaperScenario suggested : scenarios()) {
      scenarios.add(suggested.scenario());
    }
    return scenarios.build();
  }

  /** The same, each with the facts that suggest it and what we had to assume. */
  public static ImmutableList<PaperScenario> scenarios() {
    return Scenarios.ALL;
  }

  /** The score of a variant of one of the two profiles. */
  public static Scorecard score(CountryProfile profile) {
    return scorer().score(profile);
  }
}
