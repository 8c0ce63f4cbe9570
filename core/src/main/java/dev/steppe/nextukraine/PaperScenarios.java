package dev.steppe.nextukraine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Flow;
import dev.steppe.evidence.TieKind;
import dev.steppe.evidence.TradePartners;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.Shift;

/** The what-ifs that the paper suggests for Kazakhstan, with the facts that suggest them. */
final class PaperScenarios {

  private PaperScenarios() {}

  /**
   * The what-ifs.
   *
   * @param exportsOfGdp how much of Kazakhstan's economy goes abroad, as a fraction
   */
  static ImmutableList<PaperScenario> of(
      PaperFacts facts, CountryProfile kazakhstan, CountryProfile ukraine, double exportsOfGdp) {
    return ImmutableList.of(
        pipelineShut(kazakhstan, exportsOfGdp),
        scenario(
            "builds the Caspian corridor",
            "Half of the oil that crosses Russia takes it; the paper gives no volume.",
            ImmutableList.of("P094", "P095"),
            Change.transit(0).at(0.5)),
        scenario("leaves the CSTO", "", ImmutableList.of("P107", "P108"), Change.leave("CSTO")),
        scenario("leaves the EAEU", "", ImmutableList.of("P081"), Change.leave("EAEU")),
        scenario(
            "is under secondary sanctions",
            "For its customs union with Russia: half of what it sells to the EU goes to Russia and"
                + " China instead, and its agreements with the EU and the United States rest.",
            ImmutableList.of("P082"),
            Change.redirect(Flow.EXPORTS, "EU", "RUS", 1 / 4.0),
            Change.redirect(Flow.EXPORTS, "EU", "CHN", 1 / 3.0), // Of what is left: as much again.
            Change.strengthen("EU", "enhanced partnership agreement", 0),
            Change.strengthen("USA", "enhanced strategic partnership", 0)),
        scenario(
            "declares that it aims at NATO",
            "A declared wish, of the strength of any.",
            ImmutableList.of("P054"),
            Change.tie("NATO", TieKind.ASPIRATION, "membership as declared aim")),
        scenario(
            "expands its partnership with Turkey",
            "One further partnership, which the military protocol is part of.",
            ImmutableList.of("P101", "P102"),
            Change.tie("TUR", TieKind.PARTNERSHIP, "expanded strategic partnership")),
        scenario(
            "deepens its ties with Turkey and China",
            "One further partnership with each: the multi-vector prediction.",
            ImmutableList.of("P003", "P101", "P102", "P104"),
            Change.tie("TUR", TieKind.PARTNERSHIP, "further partnership"),
            Change.tie("CHN", TieKind.PARTNERSHIP, "further partnership")),
        scenario(
            "is warned of a Ukrainian scenario, and stands firm",
            "A warning moves no reading of Kazakhstan; the answer to it does. It votes against"
                + " Moscow from now on.",
            ImmutableList.of("P070", "P071", "P073", "P074"),
            Change.shift("open_opposition", Shift.fixed(1))),
        scenario(
            "is warned of a Ukrainian scenario, and gives way",
            "The same warning; it votes with Moscow from now on.",
            ImmutableList.of("P074", "P077"),
            Change.shift("open_opposition", Shift.fixed(0))),
        scenario(
            "mediates",
            "It abstains at every vote from now on, and keeps its ties to both sides. Whether that"
                + " helps the paper leaves open.",
            ImmutableList.of("P069", "P072"),
            Change.shift("open_opposition", Shift.fixed(0.5))),
        languageLaw(facts),
        trend(facts),
        scenario(
            "stays calm for two years",
            "The paper calls the country stable in one section and in unrest in another; unrest is"
                + " coded from the public record, and two years without any let it fade to nothing.",
            ImmutableList.of("P021", "P106"),
            Change.shift("domestic_unrest", Shift.fixed(0))),
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
   * The pipeline shut as a means of coercion. With {@code t} the share of exports that crosses
   * Russia, what is left of them is {@code 1 - t}: shares of other partners grow by {@code 1 / (1 -
   * t)}, and the economy shrinks by {@code t} times the share that goes abroad. The hold itself
   * stays, for what was shut can be opened at a price.
   */
  private static PaperScenario pipelineShut(CountryProfile kazakhstan, double exportsOfGdp) {
    double shut = central(kazakhstan, "transit_dependence");
    double growth = 1 / (1 - shut) - 1;
    return scenario(
        "has its Caspian pipeline shut for a year",
        "The paper tells of a month; a year shows the lever. Europe's oil is not replaced, so the"
            + " economy loses that income and Russia and China weigh more in what is still sold."
            + " The hold stays: what was shut can be opened again, at a price.",
        ImmutableList.of("P084", "P086"),
        Change.moveTrade(Flow.EXPORTS, "EU", "RUS", share(kazakhstan, "RUS") * growth),
        Change.moveTrade(Flow.EXPORTS, "EU", "CHN", share(kazakhstan, "CHN") * growth),
        Change.shift("power_ratio", Shift.scaled(1 - shut * exportsOfGdp)));
  }

  private static double share(CountryProfile kazakhstan, String partner) {
    TradePartners trade = kazakhstan.evidence(TradePartners.class).orElseThrow();
    return requireNonNull(trade.partners(Flow.EXPORTS).get(partner), partner).central();
  }

  private static double central(CountryProfile kazakhstan, String code) {
    return kazakhstan.estimate(code).orElseThrow().central();
  }

  /** The fall of the Russian share from 2010 to 2022 once more, by policy alone. */
  private static PaperScenario languageLaw(PaperFacts facts) {
    double then = facts.fact("P057").number().orElseThrow();
    double now = facts.fact("P058").number().orElseThrow();
    return fall(
        "narrows the use of Russian by law",
        "The paper holds language policy to have brought the fall of 2010 to 2022, of which the"
            + " first figure is doubtful; a law brings it once more. What grievance it gives to a"
            + " rival, the paper does not say.",
        ImmutableList.of("P060", "P061", "P062"),
        now,
        now / then);
  }

  /**
   * The Russian share on its way to 2030: the paper's figures of 2010 and 2022 fall by a constant
   * factor a year, {@code (s_2022 / s_2010)^(8 / 12)} over eight years more.
   */
  private static PaperScenario trend(PaperFacts facts) {
    double then = facts.fact("P057").number().orElseThrow();
    double now = facts.fact("P058").number().orElseThrow();
    return fall(
        "has its Russian share of 2030",
        "The paper's figures of 2010 and 2022 fall on by the same factor a year; that of 2010 is"
            + " doubtful. The share against 1989 follows, the share in the north stays.",
        ImmutableList.of("P057", "P058", "P059"),
        now,
        Math.pow(now / then, 8 / 12.0));
  }

  private static PaperScenario fall(
      String name, String assumption, ImmutableList<String> facts, double percent, double factor) {
    return scenario(
        name,
        assumption,
        facts,
        Change.shift("kin_share_since_1989", Shift.scaled(factor)),
        Change.moveGroup("Russian", "Kazakh", percent / 100 * (1 - factor)));
  }

  private static PaperScenario scenario(
      String name, String assumption, ImmutableList<String> facts, Change... changes) {
    return new PaperScenario(Scenario.of(name, changes), facts, assumption);
  }
}
