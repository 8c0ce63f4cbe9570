package dev.steppe.scenario;

import dev.steppe.internal.Text;
import dev.steppe.score.Contribution;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How what would be prints. */
final class ScenarioTables {

  private ScenarioTables() {}

  static Table cells(ScenarioTable scenarios, List<ScenarioTable.Cell> cells, int size) {
    boolean faults = cells.stream().anyMatch(cell -> !cell.isScored());
    Table.Builder table =
        Table.titled("Countries under scenarios")
            .text("Country")
            .text("Scenario")
            .number("Score", 1)
            .number("Would be", 1)
            .signed("Difference", 1)
            .number("Rank", 0)
            .number("Alone", 0)
            .number("Together", 0);
    if (faults) {
      table.text("No score because");
    }
    for (ScenarioTable.Cell cell : cells) {
      List<Object> row = new ArrayList<>();
      row.add(cell.country().name());
      row.add(cell.scenario().name());
      row.add(cell.base());
      row.add(cell.score());
      row.add(cell.difference());
      row.add(number(cell.rankBefore()));
      row.add(number(cell.rankAlone()));
      row.add(number(cell.rankTogether()));
      if (faults) {
        row.add(reason(cell));
      }
      table.row(row.toArray());
    }
    if (cells.size() < size) {
      table.note("The first " + cells.size() + " of " + size + " rows.");
    }
    return table
        .note(
            Text.of(
                "Rank: as it is, 1 is the riskiest of %s. Alone: if only this country changes."
                    + " Together: if all do to which the scenario can apply.",
                scenarios.profiles().size()))
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  /** The fault without what the row says anyway. */
  private static String reason(ScenarioTable.Cell cell) {
    String known = "Scenario '" + cell.scenario().name() + "' for " + cell.country();
    String fault = cell.fault();
    return fault.startsWith(known)
        ? fault.substring(known.length()).replaceFirst("^:? ", "")
        : fault;
  }

  private static OptionalDouble number(OptionalInt number) {
    return number.isPresent() ? OptionalDouble.of(number.getAsInt()) : OptionalDouble.empty();
  }

  static Table differences(ScenarioTable scenarios) {
    Table.Builder table =
        Table.titled("What scenarios add to the scores, in points")
            .text("Country")
            .number("Score", 1);
    for (Scenario scenario : scenarios.scenarios()) {
      table.signed(scenario.name(), 1);
    }
    List<ScenarioTable.Cell> cells = scenarios.cells();
    int width = scenarios.scenarios().size();
    for (int start = 0; start < cells.size(); start += width) {
      List<Object> row = new ArrayList<>();
      row.add(cells.get(start).country().name());
      row.add(cells.get(start).base());
      for (ScenarioTable.Cell cell : cells.subList(start, start + width)) {
        row.add(cell.difference());
      }
      table.row(row.toArray());
    }
    return table
        .note("A dash: the scenario cannot apply, or leaves no score.")
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  /** Whether the points of the changes, and those of the indicators, add up as they are shown. */
  private static boolean addUp(ScenarioExplanation explanation) {
    return RoundedParts.addUp(
            2,
            explanation.difference(),
            explanation.changes().stream().mapToDouble(ScenarioExplanation.Part::points).toArray())
        && RoundedParts.addUp(
            2,
            explanation.difference(),
            explanation.indicators().stream().mapToDouble(Contribution::points).toArray());
  }

  static Table explanation(ScenarioExplanation explanation) {
    Table.Builder table =
        Table.titled(
                Text.of(
                    "%s: %s, %s points, from %s to %s",
                    explanation.base().country(),
                    explanation.scenario().name(),
                    Decimals.signed(explanation.difference(), 1),
                    Decimals.fixed(explanation.base().value(), 1),
                    Decimals.fixed(explanation.changed().value(), 1)))
            .text("Change / indicator")
            .signed("Points", 2)
            .signed("Alone", 2);
    if (!explanation.isExact()) {
      table.number("Standard error", 2);
    }
    List<String> sentences = explanation.scenario().sentences();
    for (ScenarioExplanation.Part part : explanation.changes()) {
      List<Object> row = new ArrayList<>();
      row.add(part.number() + ". " + sentences.get(part.number() - 1));
      row.add(part.points());
      row.add(part.alone());
      if (!explanation.isExact()) {
        row.add(part.standardError());
      }
      table.row(row.toArray());
    }
    table.rule();
    for (Contribution contribution : explanation.indicators()) {
      if (contribution.points() != 0) {
        List<Object> row = new ArrayList<>();
        row.add(contribution.name());
        row.add(contribution.points());
        row.add(OptionalDouble.empty());
        if (!explanation.isExact()) {
          row.add(OptionalDouble.empty());
        }
        table.row(row.toArray());
      }
    }
    table.note(
        "Points of the changes, and those of the indicators, each sum to the difference."
            + " Alone: if it were the only change.");
    if (!addUp(explanation)) {
      table.note(RoundedParts.NOTE);
    }
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }
}
