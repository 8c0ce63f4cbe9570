package dev.steppe.cli;

import dev.steppe.report.Report;
import dev.steppe.uncertainty.UncertaintyResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How sure ranks are. */
@Command(
    name = "sure",
    mixinStandardHelpOptions = true,
    description = "Draws uncertain readings, and weights if asked, and says how sure ranks are.",
    footer = {
      "  steppe sure model.json data.csv",
      "  steppe sure model.json data.csv --weights=uniform --draws=100000 --seed=1",
      "  steppe sure model.json data.csv --pairs --format=csv"
    })
final class SureCommand extends Question {

  @Mixin private RunOptions run = new RunOptions();

  @Option(
      names = "--pairs",
      description = "In text and csv: how often each country is riskier than each other.")
  private boolean pairs;

  @Override
  void check() {
    run.check(this);
  }

  @Override
  Answer ask(Case given) {
    UncertaintyResult result = run.run(given, steppe.terminal());
    return new Answer(
        true,
        () -> (pairs ? result.pairs() : result.toTable()).toString(),
        () -> pairs ? result.pairProbabilities() : result.toTable(),
        result::toRecord,
        () ->
            Report.titled(given.title())
                .ranking(given.scorer().rank(given.profiles()))
                .uncertainty(result)
                .build());
  }
}
