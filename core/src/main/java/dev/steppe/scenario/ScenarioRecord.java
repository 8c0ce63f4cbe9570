package dev.steppe.scenario;

import dev.steppe.internal.Library;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Countries under scenarios as plain data: strings, numbers, lists and records of these, to be
 * stored and read again by any library for JSON.
 *
 * @param library the version of the library that computed it
 * @param model the name of the model
 * @param fingerprint the model's fingerprint
 * @param scenarios what is changed
 * @param cells each country under each scenario, country by country
 * @see ScenarioTable
 * @since 0.1
 */
public record ScenarioRecord(
    String library, String model, String fingerprint, List<Changed> scenarios, List<Cell> cells) {

  /**
   * A scenario.
   *
   * @param name its name
   * @param changes a sentence a change, see {@link Scenario#sentences}
   */
  public record Changed(String name, List<String> changes) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * One country under one scenario, as in a {@link ScenarioTable.Cell}.
   *
   * @param country the country's code
   * @param name its name
   * @param scenario the scenario's name
   * @param base the score as it is; null if it has none
   * @param score the score under the scenario; null if it has none
   * @param difference the latter minus the former; null if one of them is
   * @param rankBefore the rank as it is, from 1, the riskiest; null if there is no score
   * @param rankAlone the rank if this country changes and the others stay as they are
   * @param rankTogether the rank if all countries to which the scenario can apply change
   * @param fault why there is no score; empty if there is one
   */
  public record Cell(
      String country,
      String name,
      String scenario,
      @Nullable Double base,
      @Nullable Double score,
      @Nullable Double difference,
      @Nullable Integer rankBefore,
      @Nullable Integer rankAlone,
      @Nullable Integer rankTogether,
      String fault) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  static ScenarioRecord of(ScenarioTable table) {
    List<Changed> scenarios = new ArrayList<>();
    for (Scenario scenario : table.scenarios()) {
      scenarios.add(new Changed(scenario.name(), scenario.sentences()));
    }
    List<Cell> cells = new ArrayList<>();
    for (ScenarioTable.Cell cell : table.cells()) {
      cells.add(
          new Cell(
              cell.country().code(),
              cell.country().name(),
              cell.scenario().name(),
              orNull(cell.base()),
              orNull(cell.score()),
              orNull(cell.difference()),
              orNull(cell.rankBefore()),
              orNull(cell.rankAlone()),
              orNull(cell.rankTogether()),
              cell.fault()));
    }
    return new ScenarioRecord(
        Library.VERSION,
        table.scorer().model().name(),
        table.scorer().fingerprint(),
        List.copyOf(scenarios),
        List.copyOf(cells));
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private static @Nullable Integer orNull(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
