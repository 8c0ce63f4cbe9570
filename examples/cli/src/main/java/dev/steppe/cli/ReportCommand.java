package dev.steppe.cli;

import dev.steppe.report.Report;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Ranking;
import dev.steppe.uncertainty.UncertaintyResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All of it on a page. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Puts scores, their reasons, how sure they are and what would change them on a page.",
    footer = {
      "  steppe report model.json data.csv --output=page.html",
      "  steppe report model.json data.csv --countries=KAZ,UKR --title=\"Who is riskier?\""
          + " -s \"domestic_unrest=1\" -o page.html"
    })
final class ReportCommand extends Question {

  @Mixin private RunOptions run = new RunOptions();

  @Mixin private ScenarioOptions scenarios = new ScenarioOptions();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The title, best a question; the name of the model if not given.")
  private @Nullable String title;

  @Override
  Format usualFormat() {
    return Format.HTML;
  }

  @Override
  void check() {
    run.check(this);
    scenarios.check(this);
  }

  @Override
  Answer ask(Case given) {
    Ranking ranking = given.scorer().rank(given.profiles());
    UncertaintyResult result = run.run(given, steppe.terminal());
    Report.Builder page =
        Report.titled(title == null ? given.title() : title).ranking(ranking).uncertainty(result);
    if (given.profiles().size() == 2) {
      page.comparison(given.scorer().compare(given.profiles().get(0), given.profiles().get(1)));
    }
    if (!scenarios.isEmpty()) {
      scenarios.check(this, given);
      page.scenarios(ScenarioTable.of(given.scorer(), given.profiles(), scenarios.all()));
    }
    Report report = page.build();
    return new Answer(true, ranking::toString, ranking::toTable, ranking::toRecord, () -> report);
  }
}
