package dev.steppe.examples;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.TieKind;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PaperScenario;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioExplanation;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.tipping.TippingCosts;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.weights.RobustOrder;
import dev.steppe.weights.SharedIndicators;
import dev.steppe.weights.WeightDistance;
import dev.steppe.weights.WeightFlip;
import dev.steppe.weights.WeightSet;
import dev.steppe.weights.WeightStability;
import java.util.List;

/**
 * What if, and what would it take: the paper's scenarios, and the weights that flip its verdict.
 */
public final class WhatIfMain {

  /** The command that runs it. */
  static final String COMMAND =
      "./mvnw -q compile exec:java -Dexec.mainClass=dev.steppe.examples.WhatIfMain -pl examples"
          + " -am";

  private static final CountryProfile KAZAKHSTAN = NextUkraine.kazakhstan();
  private static final List<CountryProfile> BOTH = List.of(KAZAKHSTAN, NextUkraine.ukraine());

  private WhatIfMain() {}

  /** Needs no arguments. */
  public static void main(String[] args) {
    scenarios();
    changes();
    facts();
    weights();
  }

  private static void scenarios() {
    double ukraine = NextUkraine.compare().second().value();
    Table.Builder table =
        Table.titled("Kazakhstan under the paper's scenarios")
            .text("Scenario")
            .number("Score", 1)
            .signed("Difference", 1)
            .signed("Minus Ukraine", 1);
    ScenarioTable.of(NextUkraine.scorer(), List.of(KAZAKHSTAN), NextUkraine.whatIfs())
        .cells()
        .forEach(
            cell -> {
              double score = cell.score().orElseThrow();
              table.row(
                  cell.scenario().name(), score, cell.difference().orElseThrow(), score - ukraine);
            });
    System.out.println(table.note(Scorecard.NOT_A_PROBABILITY).build());
    System.out.println();
    System.out.println("What the paper says of them (its facts), and what it leaves open:");
    for (PaperScenario suggested : NextUkraine.scenarios()) {
      paragraph(
          suggested.scenario().name()
              + " "
              + suggested.facts()
              + (suggested.assumption().isEmpty() ? "" : ": " + suggested.assumption()));
    }
  }

  /** Which of several changes does what. */
  private static void changes() {
    Scenario west =
        Scenario.named("turns to the West")
            .leave("CSTO")
            .leave("EAEU")
            .change(Change.tie("NATO", TieKind.ASPIRATION, "membership as aim"))
            .build();
    ScenarioExplanation explanation =
        ScenarioExplanation.of(NextUkraine.scorer(), KAZAKHSTAN, west);
    System.out.println();
    System.out.println(explanation);
    System.out.println();
    paragraph(explanation.paragraph(List.of(NextUkraine.ukraine())));
  }

  /** Which change of facts would take Kazakhstan to Ukraine's score. */
  private static void facts() {
    TippingPoint point =
        TippingPoint.of(NextUkraine.scorer(), KAZAKHSTAN)
            .withCosts(TippingCosts.equal().withImmutable("rival_border_share"));
    TippingAnswer answer = point.toReach(NextUkraine.ukraine());
    System.out.println();
    System.out.println(answer.toTable());
    System.out.println();
    paragraph(answer.summary());
    System.out.println();
    System.out.println(point.scenariosToReach(NextUkraine.ukraine(), NextUkraine.whatIfs()));
  }

  /** Which weights turn the order round. */
  private static void weights() {
    String top = NextUkraine.model().root().code();
    Ranking ranking = NextUkraine.scorer().rank(BOTH);
    System.out.println();
    System.out.println(WeightStability.within(ranking, top));
    System.out.println();
    System.out.println(
        WeightFlip.within(NextUkraine.compare(), top, WeightDistance.EUCLIDEAN).toTable());
    SharedIndicators shared = SharedIndicators.of(NextUkraine.scorer(), BOTH);
    System.out.println();
    System.out.println("By indicators that both have:");
    for (double change : new double[] {0.05, 0.2}) {
      paragraph(
          "Weights that differ by up to "
              + Math.round(100 * change)
              + " % of themselves. "
              + RobustOrder.of(
                      shared.scorer(), BOTH, WeightSet.around(shared.scorer().model(), change))
                  .pair("KAZ", "UKR")
                  .sentence());
    }
  }

  /** Prints a text in lines of at most 100 characters. */
  private static void paragraph(String text) {
    System.out.println(text.replaceAll("(.{1,100})(?: |$)", "$1\n").stripTrailing());
  }
}
