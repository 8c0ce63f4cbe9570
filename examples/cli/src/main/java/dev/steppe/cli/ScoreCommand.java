package dev.steppe.cli;

import dev.steppe.model.Indicator;
import dev.steppe.report.Report;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every score is made of. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = "Shows what the score of each country is made of.",
    footer = {
      "  steppe score model.json data.csv",
      "  steppe score model.json data.csv --countries=KAZ --trace --sources",
      "  steppe score model.json data.csv --format=json"
    })
final class ScoreCommand extends Question {

  @Option(names = "--trace", description = "In text: every step from reading to score.")
  private boolean trace;

  @Option(names = "--sources", description = "In text: the source of every reading.")
  private boolean sources;

  @Override
  Answer ask(Case given) {
    List<Scorecard> cards = given.scorer().scoreAll(given.profiles());
    return new Answer(
        true,
        () -> text(cards),
        () -> table(cards),
        () -> cards.stream().map(Scorecard::toRecord).toList(),
        () -> Report.titled(given.title()).ranking(given.scorer().rank(given.profiles())).build());
  }

  private String text(List<Scorecard> cards) {
    List<String> parts = new ArrayList<>();
    for (Scorecard card : cards) {
      parts.add((trace ? card.trace() : card.toTable()).toString());
      if (sources) {
        parts.add(card.sources().toString());
      }
    }
    return String.join("\n\n", parts);
  }

  /** A row for each country and node: many cards in one table. */
  private static Table table(List<Scorecard> cards) {
    Table.Builder table =
        Table.builder()
            .text("Country")
            .text("Node")
            .text("Name")
            .number("Reading", 2)
            .text("Unit")
            .number("Value", 1)
            .number("Weight", 3);
    for (Scorecard card : cards) {
      for (NodeScore node : card.nodes()) {
        table.row(
            card.country().code(),
            node.code(),
            node.name(),
            node.raw(),
            node.indicator().map(Indicator::unit).orElse(""),
            node.value(),
            node.effectiveWeight());
      }
    }
    return table.build();
  }
}
