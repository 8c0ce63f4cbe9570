package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.steppe.internal.Text;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Ranking;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * By how many points scenarios move one country, as bars to both sides, the greatest rise first.
 */
final class ScenarioBarChart implements Chart {

  private final ScenarioTable scenarios;
  private final ImmutableList<ScenarioTable.Cell> cells;
  private final String country;

  /** Of a table of one country. */
  ScenarioBarChart(ScenarioTable scenarios) {
    this.scenarios = scenarios;
    this.country = scenarios.profiles().get(0).country().name();
    List<ScenarioTable.Cell> found = new ArrayList<>();
    for (ScenarioTable.Cell cell : scenarios.cells()) {
      if (cell.difference().isPresent()) {
        found.add(cell);
      }
    }
    found.sort((a, b) -> Ranking.compareScores(points(b), points(a)));
    this.cells = ImmutableList.copyOf(found);
  }

  private static double points(ScenarioTable.Cell cell) {
    return cell.difference().orElse(0);
  }

  @Override
  public String title() {
    return "What scenarios would do to " + country;
  }

  @Override
  public String reading() {
    return new ScenarioChart(scenarios).reading();
  }

  @Override
  public String legend() {
    int without = scenarios.size() - cells.size();
    return "Points against the score as it is. A scenario changes facts, never weights."
        + (without == 0
            ? ""
            : Text.of(
                " Left out: %s that cannot apply or leave no score; the table says why.",
                Text.count(without, "scenario", "scenarios")));
  }

  @Override
  public ImmutableList<LegendEntry> keys() {
    return ImmutableList.of(
        new LegendEntry("riskier", "riskier"), new LegendEntry("safer", "safer"));
  }

  @Override
  public Table table() {
    return scenarios.toTable();
  }

  @Override
  public double draw(Svg svg, int width) {
    double least = cells.stream().mapToDouble(ScenarioBarChart::points).min().orElse(0);
    double most = cells.stream().mapToDouble(ScenarioBarChart::points).max().orElse(0);
    Scale around = Scale.around(Math.min(0, least), Math.max(0, most), 0, 1);
    Rows rows =
        Rows.of(
            svg,
            width,
            Lists.transform(cells, cell -> cell.scenario().name()),
            Lists.transform(cells, cell -> ReportText.signed(points(cell))),
            around.from(),
            around.to());
    for (ScenarioTable.Cell cell : cells) {
      double points = points(cell);
      String shown = ReportText.signed(points);
      double y = rows.row(cell.scenario().name(), "name", shown);
      double zero = rows.scale().at(0);
      double end = rows.scale().at(points);
      rows.front()
          .rect(
              points > 0 ? "riskier" : "safer",
              Math.min(zero, end),
              y,
              Math.abs(end - zero),
              Rows.BAR,
              cell.scenario().name() + ": " + shown + " points");
    }
    rows.mark("now", 0);
    return rows.axis("points");
  }
}
