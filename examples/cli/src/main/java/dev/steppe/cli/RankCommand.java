package dev.steppe.cli;

import dev.steppe.report.Report;
import dev.steppe.score.PartialRanking;
import dev.steppe.score.Ranking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who is riskier than whom. */
@Command(
    name = "rank",
    mixinStandardHelpOptions = true,
    description = "Ranks the countries, the riskiest first.",
    footer = {
      "  steppe rank model.json data.csv",
      "  steppe rank model.yaml world-bank:debt.csv,IV.DEBT.ZS=debt owid:freedom.csv --year=2021",
      "  steppe rank model.csv wide:data.csv --scorable --output=ranking.csv"
    })
final class RankCommand extends Question {

  @Option(
      names = "--scorable",
      description = "Rank those that can be scored, and tell why the others cannot.")
  private boolean scorable;

  @Override
  Answer ask(Case given) {
    PartialRanking partial = given.scorer().rankScorable(given.profiles());
    if (!scorable && !partial.isComplete()) {
      // The error that lists the faults of all of them.
      given.scorer().rank(given.profiles());
    }
    Ranking ranking = partial.ranking();
    if (scorable) {
      partial.notRanked().forEach(each -> steppe.terminal().tell("Not ranked: " + each));
    }
    return new Answer(
        true,
        ranking::toString,
        ranking::toTable,
        ranking::toRecord,
        () -> Report.titled(given.title()).ranking(ranking).build());
  }
}
