package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Progress;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.report.Report;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.table.Table;
import dev.steppe.tipping.Resemblance;
import dev.steppe.tipping.TippingCosts;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.weights.WeightDistance;
import dev.steppe.weights.WeightFlip;
import dev.steppe.weights.WeightStability;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** The pages that people pass on. */
final class Reports {

  private Reports() {}

  /** The paper's question. */
  static Report ofPaper(Progress progress) {
    Scorer scorer = NextUkraine.scorer();
    CountryProfile kazakhstan = NextUkraine.kazakhstan();
    CountryProfile ukraine = NextUkraine.ukraine();
    ImmutableList<CountryProfile> both = ImmutableList.of(kazakhstan, ukraine);
    Comparison comparison = NextUkraine.compare();
    Verdict verdict = NextUkraine.verdict();
    Ranking ranking = scorer.rank(both);
    String top = NextUkraine.model().root().code();
    UncertaintyAnalysis draws = HowSure.ofReadings(scorer).withProgress(progress);
    return Report.titled("Could Kazakhstan be the next Ukraine?")
        .answer(
            verdict.answer()
                + " The paper holds Kazakhstan less likely than Ukraine to be drawn into such a"
                + " war.")
        .ranking(ranking)
        .comparison(comparison)
        .uncertainty("Readings drawn between what their sources leave open", draws.run(both))
        .uncertainty(
            "The same, and all weights equally likely",
            draws.withWeights(WeightUncertainty.uniform()).run(both))
        .sensitivity("Kazakhstan's score", SensitivityAnalysis.of(scorer, kazakhstan).sobol())
        .scenarios(ScenarioTable.of(scorer, ImmutableList.of(kazakhstan), NextUkraine.whatIfs()))
        .tippingPoint(
            TippingPoint.of(scorer, kazakhstan)
                .withCosts(TippingCosts.equal().withImmutable("rival_border_share"))
                .toReach(ukraine))
        .weightStability(WeightStability.within(ranking, top))
        .weightFlip(WeightFlip.within(comparison, top, WeightDistance.EUCLIDEAN))
        .note(verdict.hinges())
        .note(
            "The paper gives no weights and no scales. All factors weigh the same, all indicators of"
                + " a factor weigh the same, and each number of the model has a reason, below."
                + " Nothing was tuned to the paper's verdict.")
        .note(PaperModel.TRADE_REASON)
        .note(
            "Reasons cite facts of the paper by numbers such as P002; the table of facts tells them in"
                + " our own words.")
        .table(verdict.onPage())
        .table(NextUkraine.howSure().methods())
        .table(NextUkraine.reasons())
        .table(facts(verdict))
        .build()
        .withOther(ofPair(PostSovietStates.structural(), "KAZ", "UKR", PaperEvidence.AS_OF));
  }

  /** What the numbers of facts stand for that are cited on the page. */
  private static Table facts(Verdict verdict) {
    Set<String> cited = new TreeSet<>(verdict.facts());
    NextUkraine.judgements().forEach(judgement -> cited.addAll(judgement.facts()));
    Table.Builder table =
        Table.titled("Facts of the paper behind the model")
            .text("Number")
            .text("What the paper says, in our own words")
            .text("Value");
    for (String id : cited) {
      PaperFact fact = NextUkraine.facts().fact(id);
      table.row(id, fact.claim(), fact.quantity());
    }
    return table.note("From " + PaperFact.CITATION + ".").build();
  }

  /** The question of an index, asked of two states. */
  static Report ofPair(StateIndex index, String country, String other, LocalDate date) {
    Resemblance resemblance = index.resemblance(country, other, date);
    Scorecard first = resemblance.first();
    Scorecard second = resemblance.second();
    Comparison comparison = first.compareWith(second);
    String title =
        Text.of("%s %s and %s", index.question(), first.country().name(), second.country().name());
    return Report.titled(title)
        .comparison(comparison)
        .uncertainty(
            "Readings drawn between what their sources leave open",
            HowSure.ofReadings(index.scorer()).run(first.profile(), second.profile()))
        .note(resemblance.sentence())
        .note(
            Text.of(
                "One model with fixed scales for %s states; it answers \"%s\" and nothing else.",
                index.profiles(date).size(), index.question()))
        .table(resemblance.toTable())
        .table(index.reasons())
        .build();
  }

  /** The question asked of all states. */
  static Report ofStates(Progress progress) {
    Scorer scorer = PostSovietStates.scorer();
    LocalDate last = PostSovietStates.dates().get(PostSovietStates.dates().size() - 1);
    Ranking ranking = PostSovietStates.panel().ranking(last);
    Report.Builder page = Report.titled("Who could be the next Ukraine?");
    PostSovietStates.weaknesses().forEach(page::weakness);
    return page.ranking(ranking)
        .panel(PostSovietStates.panel())
        .uncertainty(
            "Readings drawn between what their sources leave open, weights as they are",
            HowSure.ofReadings(scorer).withProgress(progress).run(PostSovietStates.profiles(last)))
        .tippingPoint(
            TippingPoint.of(scorer, PostSovietStates.profile("KAZ", last))
                .toReach(ranking.entries().get(0).scorecard().profile()))
        .note(
            "One model with fixed scales scores 14 successor states of the Soviet Union on the eve of"
                + " three wars and on "
                + Text.day(last)
                + ". Weights and scales were set before any score was held against events, and no"
                + " events are in the library.")
        .table(PostSovietStates.reasons())
        .build();
  }
}
