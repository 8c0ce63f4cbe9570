package dev.steppe.testing;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.analogue.Analogues;
import dev.steppe.analogue.Precedents;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Join;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.model.Choice;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.Rationale;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.panel.Panel;
import dev.steppe.revision.Revision;
import dev.steppe.revision.ScorecardDifference;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioExplanation;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.ImportanceVersusWeight;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.sensitivity.SourcesOfDoubt;
import dev.steppe.sensitivity.Tornado;
import dev.steppe.sensitivity.UncertainInput;
import dev.steppe.tipping.Resemblance;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.tipping.TippingMeasure;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.SharedJudgement;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.validation.BrierScore;
import dev.steppe.validation.Outcomes;
import dev.steppe.validation.RankCorrelation;
import dev.steppe.validation.Validation;
import dev.steppe.validation.ValidationComparison;
import dev.steppe.weights.ExpertWeights;
import dev.steppe.weights.RobustOrder;
import dev.steppe.weights.WeightDistance;
import dev.steppe.weights.WeightFlip;
import dev.steppe.weights.WeightSet;
import dev.steppe.weights.WeightStability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One result of every kind, whose countries, indicators, units, sources and scenarios are named by
 * texts that Markdown, CSV, spreadsheets and consoles make something of.
 */
public final class HostileResults {

  private static final String HOSTILE =
      "=1+1 | `code` *b* _i_ <b>&amp; [a](b) ~~s~~ \\ \"q\", 'x';\nnext\tline\u001b[31m\u009b\u202e";

  private static final LocalDate NOW = LocalDate.of(2022, 2, 23);
  private static final LocalDate BEFORE = LocalDate.of(2014, 1, 1);

  private static final RiskModel MODEL =
      RiskModel.builder("hostile")
          .factor(
              "exposure",
              0.6,
              f ->
                  f.indicator(indicator("a"), 0.3, scale()).indicator(indicator("b"), 0.7, scale()))
          .indicator(indicator("c"), 0.4, scale())
          .missing(MissingPolicy.reweight(0))
          .build();

  private HostileResults() {}

  private static Normalization scale() {
    return Normalization.goalposts(0, 100);
  }

  private static Indicator indicator(String code) {
    return Indicator.of(code, HIGHER_IS_RISKIER).withName(code + HOSTILE).withUnit(HOSTILE);
  }

  private static CountryProfile profile(String code, LocalDate date, double a, double b, double c) {
    Source source = Source.of(HOSTILE, "'" + HOSTILE).withNote("-" + HOSTILE);
    return CountryProfile.builder(Country.of(code, code.charAt(0) + HOSTILE))
        .asOf(date)
        .reading("a", new Reading(Estimate.between(a, a + 1.0 / 3), HOSTILE, source))
        .reading("b", new Reading(Estimate.exact(b), " " + HOSTILE, source.observed(1999)))
        .reading("c", c)
        .build();
  }

  private static List<CountryProfile> profiles(LocalDate date, double shift) {
    return List.of(
        profile("AAA", date, 10 + shift, 70, 30.1),
        profile("BBB", date, 80, 20 + shift, 55),
        profile("CCC", date, 40, 45, 20 + shift),
        profile("DDD", date, 60.7, 33, 90 - shift));
  }

  /** The results. */
  public static List<Object> all() {
    Scorer scorer = Scorer.of(MODEL);
    List<CountryProfile> now = profiles(NOW, 0);
    List<CountryProfile> both = new ArrayList<>(now);
    both.addAll(profiles(BEFORE, 7));
    Ranking ranking = scorer.rank(now);
    Scorecard card = scorer.score(now.get(0));
    List<Object> results = new ArrayList<>();
    results.addAll(List.of(MODEL, now.get(0), Dataset.copyOf(now)));
    Dataset half = Dataset.copyOf(now.subList(0, 1)).withName("=1+1" + HOSTILE);
    results.add(Join.of(half, Dataset.copyOf(now)));
    results.addAll(List.of(card, card.basis(), scorer.compare(now.get(0), now.get(1)), ranking));
    CountryProfile thin = CountryProfile.builder(now.get(0).country()).build();
    results.add(scorer.rankScorable(now.get(1), thin));
    Panel panel = Panel.of(scorer, both);
    results.addAll(List.of(panel, panel.trajectory("AAA")));
    Analogues analogues = Precedents.of(scorer, both).withSize(99).analoguesOf(now.get(0));
    results.addAll(
        List.of(analogues, analogues.nearest(), analogues.test(), analogues.syntheticControl()));
    results.addAll(revisions(ranking, now));
    results.addAll(scenarios(scorer, now));
    results.add(PostSovietStates.levers());
    results.addAll(validations(ranking, scorer.rank(profiles(NOW, 15))));
    results.addAll(weights(scorer, ranking));
    SensitivityAnalysis drivers =
        SensitivityAnalysis.of(
                x -> x[0] * x[1],
                UncertainInput.uniform("x" + HOSTILE, 0, 1),
                UncertainInput.uniform("=y", 0, 1))
            .withSize(64)
            .withResamples(20);
    results.addAll(List.of(drivers.sobolWithPairs(), drivers.shapley(), drivers.morris(4)));
    results.add(Tornado.of(card));
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(scorer)
            .withWeights(WeightUncertainty.uniform())
            .withSize(1000)
            .withSeed(1);
    results.addAll(List.of(analysis.run(both), analysis.withSize(20).draws(both)));
    SharedJudgement judged =
        SharedJudgement.ofScale(
            "=1" + HOSTILE, Estimate.between(90, 99), "a", x -> Normalization.goalposts(0, x));
    results.add(
        SourcesOfDoubt.of(analysis.withJudgement(judged).withSize(20), now.get(0), now.get(1)));
    results.add(analysis.orders(now));
    results.addAll(List.of(NextUkraine.verdict(), NextUkraine.briefing(), NextUkraine.facts()));
    results.add(NextUkraine.howSure());
    return results;
  }

  private static List<Object> revisions(Ranking ranking, List<CountryProfile> profiles) {
    RiskModel other =
        MODEL
            .withWeight("c", 0.7)
            .withRationale("b", Rationale.of(Choice.WEIGHT, HOSTILE))
            .withNode("hostile", new Criterion(indicator("d"), 1, Treatment.none(), scale()));
    List<CountryProfile> later = new ArrayList<>(profiles(NOW, 3).subList(0, 3));
    later.add(profiles.get(3).withCountry(Country.of("EEE", "E" + HOSTILE)));
    Revision revision = Revision.of(ranking, Scorer.of(other).rank(later));
    Scorecard before = ranking.entry("AAA").scorecard();
    return List.of(
        revision,
        revision.country("AAA"),
        revision.model(),
        revision.data(),
        revision.ranking(),
        ScorecardDifference.of(before, revision.country("AAA").scorecardAfter()));
  }

  private static List<Object> scenarios(Scorer scorer, List<CountryProfile> profiles) {
    Scenario up = Scenario.of("+" + HOSTILE, Change.shift("a", Shift.absolute(20)));
    Scenario far =
        Scenario.of(
            "@" + HOSTILE,
            Change.shift("b", Shift.relative(0.5)),
            Change.shift("c", Shift.fixed(99)));
    Scenario never = Scenario.of("-" + HOSTILE, Change.leave("NATO"));
    List<Scenario> library = ImmutableList.of(up, far, never);
    TippingPoint tipping = TippingPoint.of(scorer, profiles.get(0));
    TippingAnswer answer = tipping.toReach(profiles.get(1));
    Resemblance resemblance =
        Resemblance.of(scorer, profiles.get(0), profiles.get(1)).withPrecedents(profiles);
    return List.of(
        ScenarioTable.of(scorer, profiles, library),
        ScenarioExplanation.of(scorer, profiles.get(0), far),
        answer,
        answer.together(TippingMeasure.EUCLIDEAN),
        resemblance,
        tipping.scenariosToReach(60, library));
  }

  private static List<Object> validations(Ranking ranking, Ranking later) {
    Validation validation = Validation.of(ranking, Outcomes.of("AAA", "DDD"));
    return List.of(
        validation,
        validation.auc(),
        validation.top(2),
        validation.bootstrap(),
        validation.groups(2),
        ValidationComparison.of(HOSTILE, validation).with("baseline", validation),
        RankCorrelation.of(ranking, later),
        BrierScore.of(Map.of("a", 0.1, "b", 0.9, "c", 0.8, "d", 0.3), Outcomes.of("b", "c")));
  }

  private static String equalPoints(Scorer scorer) {
    StringBuilder sheet = new StringBuilder("code,points\n");
    for (Factor factor : scorer.model().factors()) {
      int count = factor.children().size();
      factor.children().forEach(child -> sheet.append(child.code() + "," + 100.0 / count + "\n"));
    }
    return sheet.toString();
  }

  private static List<Object> weights(Scorer scorer, Ranking ranking) {
    WeightFlip flip = WeightFlip.nearest(ranking, WeightDistance.EUCLIDEAN).orElseThrow();
    return List.of(
        WeightStability.of(ranking),
        flip,
        flip.weights().orElseThrow(),
        RobustOrder.of(ranking, WeightSet.around(MODEL, 0.5)),
        ExpertWeights.read(scorer.model(), ImmutableMap.of(HOSTILE, equalPoints(scorer))),
        ImportanceVersusWeight.of(
            scorer, ranking.entries().stream().map(e -> e.scorecard().profile()).toList()));
  }
}
