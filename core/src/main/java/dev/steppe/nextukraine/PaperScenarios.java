package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Flow;
import dev.steppe.evidence.TieKind;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.Shift;

/** The what-ifs that the paper suggests for Kazakhstan, with the facts that suggest them. */
final class PaperScenarios {

  private PaperScenarios() {}

  static ImmutableList<PaperScenario> of(PaperFacts facts, CountryProfile ukraine) {
    return ImmutableList.of(
        scenario(
            "loses the Caspian pipeline",
            "All of its route: no oil crosses Russia any more. The model counts dependence, not the"
                + " income that is lost; what is shut can no longer be threatened.",
            ImmutableList.of("P086"),
            Change.transit(0)),
        scenario(
            "builds the Caspian corridor",
            "Half of the oil that crosses Russia takes it; the paper gives no volume.",
            ImmutableList.of("P094", "P095"),
            Change.transit(0).at(0.5)),
        scenario("leaves the CSTO", "", ImmutableList.of("P107", "P108"), Change.leave("CSTO")),
        scenario("leaves the EAEU", "", ImmutableList.of("P081"), Change.leave("EAEU")),
        scenario(
            "declares that it aims at NATO",
            "A declared wish, of the strength of any.",
            ImmutableList.of("P054"),
            Change.tie("NATO", TieKind.ASPIRATION, "membership as declared aim")),
        scenario(
            "deepens its ties with Turkey and China",
            "One further partnership with each: the multi-vector prediction.",
            ImmutableList.of("P003", "P101", "P102", "P104"),
            Change.tie("TUR", TieKind.PARTNERSHIP, "expanded strategic partnership"),
            Change.tie("CHN", TieKind.PARTNERSHIP, "further partnership")),
        trend(facts),
        scenario(
            "has unrest as in January 2022",
            "The paper calls the country stable in one section and in unrest in another; this takes"
                + " the latter.",
            ImmutableList.of("P106"),
            Change.shift("domestic_unrest", Shift.fixed(1))),
        scenario(
            "sells more coal and oil to the EU",
            "Half of what it sells to Russia goes to the EU; the paper gives no share.",
            ImmutableList.of("P087", "P088", "P092", "P103"),
            Change.redirect(Flow.EXPORTS, "RUS", "EU", 0.5)),
        scenario(
            "has Ukraine's alliances",
            "The question taken at its word: all of Ukraine's alliance evidence.",
            ImmutableList.of("P001"),
            Change.take(ukraine, "alliance-ties")));
  }

  /**
   * The Russian share on its way to 2030: the paper's figures of 2010 and 2022 fall by a constant
   * factor a year, {@code (s_2022 / s_2010)^(8 / 12)} over eight years more.
   */
  private static PaperScenario trend(PaperFacts facts) {
    double then = facts.fact("P057").number().orElseThrow();
    double now = facts.fact("P058").number().orElseThrow();
    double factor = Math.pow(now / then, 8 / 12.0);
    return scenario(
        "has its Russian share of 2030",
        "The paper's figures of 2010 and 2022 fall on by the same factor a year; that of 2010 is"
            + " doubtful. The share against 1989 follows, the share in the north stays.",
        ImmutableList.of("P057", "P058", "P059"),
        Change.shift("kin_share_since_1989", Shift.scaled(factor)),
        Change.moveGroup("Russian", "Kazakh", now / 100 * (1 - factor)));
  }

  private static PaperScenario scenario(
      String name, String assumption, ImmutableList<String> facts, Change... changes) {
    return new PaperScenario(Scenario.of(name, changes), facts, assumption);
  }
}
