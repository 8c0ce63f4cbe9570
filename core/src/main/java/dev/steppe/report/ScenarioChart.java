package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Ranking;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;

/** By how many points scenarios move countries, as a map of colours with numbers. */
final class ScenarioChart implements Chart {

  /** How many shades there are on each side of none. */
  static final int SHADES = 4;

  private final ScenarioTable scenarios;
  private final ImmutableList<ScenarioTable.Cell> cells;
  private final double greatest;

  ScenarioChart(ScenarioTable scenarios) {
    this.scenarios = scenarios;
    this.cells = scenarios.cells();
    this.greatest =
        cells.stream()
            .mapToDouble(cell -> Math.abs(cell.difference().orElse(0)))
            .max()
            .orElseThrow();
  }

  @Override
  public String title() {
    return "What scenarios would add";
  }

  @Override
  public String reading() {
    ScenarioTable.Cell rise = extreme(1);
    ScenarioTable.Cell fall = extreme(-1);
    List<String> parts = new ArrayList<>();
    if (change(rise) > 0) {
      parts.add("The greatest rise is " + said(rise) + ".");
    }
    if (change(fall) < 0) {
      parts.add("The greatest fall is " + said(fall) + ".");
    }
    return (parts.isEmpty() ? "No scenario moves a score." : String.join(" ", parts)) + missing();
  }

  private String missing() {
    long without = cells.stream().filter(cell -> cell.difference().isEmpty()).count();
    return without == 0
        ? ""
        : Text.of(
            " In %s of %s there is no score; the table says why.",
            without, Text.count(cells.size(), "case", "cases"));
  }

  private ScenarioTable.Cell extreme(int sign) {
    ScenarioTable.Cell found = cells.get(0);
    for (ScenarioTable.Cell cell : cells) {
      found = Ranking.compareScores(sign * change(cell), sign * change(found)) > 0 ? cell : found;
    }
    return found;
  }

  private static double change(ScenarioTable.Cell cell) {
    return cell.difference().orElse(0);
  }

  private static String said(ScenarioTable.Cell cell) {
    return Text.of(
        "%s's under \"%s\": %s points, from %s to %s",
        cell.country().name(),
        cell.scenario().name(),
        ReportText.signed(change(cell)),
        ReportText.points(cell.base().orElseThrow()),
        ReportText.points(cell.score().orElseThrow()));
  }

  @Override
  public String legend() {
    return "Points against the score as it is. A dash: the scenario cannot apply, or leaves no"
        + " score. A scenario changes facts, never weights.";
  }

  @Override
  public ImmutableList<LegendEntry> keys() {
    return ImmutableList.of(
        new LegendEntry("cell up" + SHADES, "riskier"),
        new LegendEntry("cell same", "no change"),
        new LegendEntry("cell down" + SHADES, "safer"));
  }

  @Override
  public Table table() {
    return scenarios.toTable();
  }

  @Override
  public double draw(Svg svg, int width) {
    int count = scenarios.scenarios().size();
    int countries = scenarios.profiles().size();
    ImmutableList.Builder<ImmutableList<HeatMap.Cell>> rows = ImmutableList.builder();
    for (int s = 0; s < count; s++) {
      ImmutableList.Builder<HeatMap.Cell> row = ImmutableList.builder();
      for (int c = 0; c < countries; c++) {
        row.add(cell(cells.get(c * count + s)));
      }
      rows.add(row.build());
    }
    List<String> names = new ArrayList<>();
    scenarios
        .profiles()
        .forEach(
            profile ->
                names.add(countries <= 3 ? profile.country().name() : profile.country().code()));
    List<String> labels = new ArrayList<>();
    scenarios.scenarios().forEach(scenario -> labels.add(scenario.name()));
    return new HeatMap(ImmutableList.copyOf(labels), ImmutableList.copyOf(names), rows.build())
        .draw(svg, width);
  }

  private HeatMap.Cell cell(ScenarioTable.Cell cell) {
    String where = cell.country().name() + ", " + cell.scenario().name() + ": ";
    if (cell.difference().isEmpty()) {
      return new HeatMap.Cell("none", "–", where + "no score");
    }
    double points = change(cell);
    String shown = ReportText.signed(points);
    return new HeatMap.Cell(shade(points, shown), shown, where + shown + " points");
  }

  /** The shade by size; what shows as zero has none. */
  private String shade(double points, String shown) {
    if (shown.equals("0.0")) {
      return "same";
    }
    int size = Math.min(SHADES, (int) Math.ceil(SHADES * Math.abs(points) / greatest));
    return (points > 0 ? "up" : "down") + Math.max(1, size);
  }
}
