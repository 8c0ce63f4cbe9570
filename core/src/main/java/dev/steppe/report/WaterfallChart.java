package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.table.Decimals;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;

/** The way from one score to another, step by step: what each indicator adds. */
final class WaterfallChart implements Chart {

  /** With more steps, the smallest are one. */
  static final int MOST = 20;

  private record Step(String name, double points) {}

  private final Comparison comparison;
  private final String first;
  private final String second;
  private final ImmutableList<Step> steps;
  private final int same;

  /**
   * Splits the difference.
   *
   * @throws IllegalArgumentException if it has no exact contributions
   */
  WaterfallChart(Comparison comparison) {
    this.comparison = comparison;
    boolean dated = comparison.first().country().equals(comparison.second().country());
    this.first = ReportText.name(comparison.first(), dated);
    this.second = ReportText.name(comparison.second(), dated);
    List<Step> found = new ArrayList<>();
    double rest = 0;
    int others = 0;
    int zero = 0;
    for (Contribution part : comparison.contributions()) {
      if (Math.abs(part.points()) < 1e-9) {
        zero++;
      } else if (found.size() < MOST) {
        found.add(new Step(part.name(), part.points()));
      } else {
        rest += part.points();
        others++;
      }
    }
    if (others > 0) {
      found.add(new Step("All " + others + " others", rest));
    }
    this.steps = ImmutableList.copyOf(found);
    this.same = zero;
  }

  @Override
  public String title() {
    return "From " + second + " to " + first;
  }

  @Override
  public String reading() {
    if (steps.isEmpty()) {
      return Text.of("%s and %s do not differ in any indicator of the model.", first, second);
    }
    List<String> parts = new ArrayList<>();
    for (Contribution part : comparison.byFactor()) {
      if (parts.size() < 4 && !Decimals.signed(part.points(), 1).equals("0.0")) {
        parts.add("\"" + part.name() + "\" " + ReportText.signed(part.points()));
      }
    }
    return Text.of(
        "%s minus %s is %s points%s.",
        first,
        second,
        ReportText.signed(comparison.difference()),
        parts.isEmpty() ? "" : ": " + Text.list(parts));
  }

  @Override
  public String legend() {
    return Text.of(
            "From top to bottom, the way from %s's score to %s's, the greatest step first. To the"
                + " right: riskier for %s; to the left: safer.%s",
            second, first, first, same == 0 ? "" : " Steps of zero are left out: " + same + ".")
        + (RoundedParts.addUp(
                1, comparison.difference(), steps.stream().mapToDouble(Step::points).toArray())
            ? ""
            : " " + RoundedParts.NOTE);
  }

  @Override
  public ImmutableList<LegendEntry> keys() {
    return ImmutableList.of(
        new LegendEntry("riskier", "riskier for " + first),
        new LegendEntry("safer", "safer for " + first));
  }

  @Override
  public Table table() {
    return comparison.toTable();
  }

  @Override
  public double draw(Svg svg, int width) {
    double start = comparison.second().value();
    double least = Math.min(start, comparison.first().value());
    double most = Math.max(start, comparison.first().value());
    double at = start;
    for (Step step : steps) {
      at += step.points();
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    Scale around = Scale.around(least, most, 0, 1);
    List<String> names = new ArrayList<>(List.of(first, second));
    steps.forEach(step -> names.add(step.name()));
    Rows rows = Rows.of(svg, width, names, List.of("+100.0"), around.from(), around.to());
    double above = end(rows, second, start);
    at = start;
    for (Step step : steps) {
      double y = rows.row(step.name(), "name", ReportText.signed(step.points()));
      double from = rows.scale().at(at);
      at += step.points();
      double to = rows.scale().at(at);
      if (!rows.isNarrow()) {
        rows.front().line("link", from, above, from, y + Rows.BAR);
      }
      above = y;
      rows.front()
          .rect(
              step.points() > 0 ? "riskier" : "safer",
              Math.min(from, to),
              y,
              Math.abs(to - from),
              Rows.BAR,
              step.name() + ": " + ReportText.signed(step.points()) + " points");
    }
    end(rows, first, comparison.first().value());
    return rows.axis("score");
  }

  private static double end(Rows rows, String name, double score) {
    double y = rows.row(name, "name strong", ReportText.points(score));
    double x = rows.scale().at(score);
    rows.front()
        .rect("total", x - 2, y - 2, 4, Rows.BAR + 4, name + ": " + ReportText.points(score));
    return y;
  }
}
