package dev.steppe.cli;

import dev.steppe.report.Report;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioExplanation;
import dev.steppe.scenario.ScenarioTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What scores would be. */
@Command(
    name = "whatif",
    mixinStandardHelpOptions = true,
    description = "Says what scores and ranks would be if readings were others.",
    footer = {
      "  steppe whatif model.json data.csv --countries=KAZ --scenario=\"domestic_unrest=1\"",
      "  steppe whatif model.json data.csv -s \"worse: a+=10%%\" -s \"better: a-=10%%\" --steps=5",
      "  steppe whatif model.json data.csv --countries=KAZ -s \"a=1, b=2\" --explain"
    })
final class WhatIfCommand extends Question {

  @Mixin private ScenarioOptions scenarios = new ScenarioOptions();

  @Option(
      names = "--explain",
      description = "In text: what each change and each indicator adds, for one country.")
  private boolean explain;

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "On how many threads; on all processors if not given.")
  private @Nullable Integer threads;

  @Override
  void check() {
    if (scenarios.isEmpty()) {
      throw misuse("Missing required option: '--scenario=CHANGES'");
    }
    scenarios.check(this);
    RunOptions.checkThreads(this, threads);
  }

  @Override
  Answer ask(Case given) {
    if (explain && given.profiles().size() != 1) {
      throw misuse("--explain is about one country: --countries=COUNTRY names it");
    }
    scenarios.check(this, given);
    List<Scenario> all = scenarios.all();
    ScenarioTable table =
        ScenarioTable.of(
            given.scorer(),
            given.profiles(),
            all,
            RunOptions.execution(threads, steppe.terminal(), "Scenarios"));
    refuseWhatAppliesNowhere(table);
    return new Answer(
        true,
        () -> explain ? explained(given, all) : table.toTable().toString(),
        table::toTable,
        table::toRecord,
        () ->
            Report.titled(given.title())
                .ranking(given.scorer().rank(given.profiles()))
                .scenarios(table)
                .build());
  }

  /** A code that was mistyped applies to no country; a scenario that applies to some is told. */
  private void refuseWhatAppliesNowhere(ScenarioTable table) {
    for (Scenario scenario : table.scenarios()) {
      List<ScenarioTable.Cell> cells =
          table.cells().stream().filter(cell -> cell.scenario().equals(scenario)).toList();
      if (cells.stream().allMatch(cell -> cell.score().isEmpty())) {
        throw misuse(
            "Scenario '"
                + scenario.name()
                + "' leaves no country a score. "
                + cells.get(0).country()
                + ": "
                + cells.get(0).fault());
      }
    }
  }

  private static String explained(Case given, List<Scenario> scenarios) {
    StringBuilder text = new StringBuilder();
    for (Scenario scenario : scenarios) {
      text.append(text.length() == 0 ? "" : "\n\n")
          .append(ScenarioExplanation.of(given.scorer(), given.profiles().get(0), scenario));
    }
    return text.toString();
  }
}
