package dev.steppe.cli;

import dev.steppe.report.Report;
import dev.steppe.score.Comparison;
import dev.steppe.weights.WeightStability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What accounts for the difference of two. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Shows what accounts for the difference between two countries.",
    footer = {
      "  steppe compare model.json data.csv --countries=KAZ,UKR",
      "  steppe compare model.json data.csv --countries=KAZ,UKR --flips",
      "  steppe compare model.json data.csv --countries=KAZ,UKR --fail-if-undecided"
    })
final class CompareCommand extends Question {

  @Option(names = "--sources", description = "In text: the source of every reading.")
  private boolean sources;

  @Option(
      names = "--flips",
      description = "In text: how far each weight can move alone before the two come level.")
  private boolean flips;

  @Option(
      names = "--fail-if-undecided",
      description = "Exit with 1 if uncertain readings could turn the order round.")
  private boolean failIfUndecided;

  @Override
  Answer ask(Case given) {
    if (given.profiles().size() != 2) {
      throw misuse(
          "A comparison is of two countries, but there are "
              + given.profiles().size()
              + ": --countries=FIRST,SECOND names two");
    }
    Comparison comparison =
        given.scorer().compare(given.profiles().get(0), given.profiles().get(1));
    return new Answer(
        comparison.isDecided() || !failIfUndecided,
        () ->
            comparison
                + (sources ? "\n\n" + comparison.sources() : "")
                + (flips ? "\n\n" + WeightStability.of(comparison) : ""),
        comparison::toTable,
        comparison::toRecord,
        () -> Report.titled(given.title()).comparison(comparison).build());
  }
}
