package dev.steppe.report;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.panel.Panel;
import dev.steppe.score.Comparison;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;

/** What the scores are, and what they are made of. */
final class ContributionSection implements Section {

  private final Results report;
  private final Sources sources;

  ContributionSection(Results report, Sources sources) {
    this.report = report;
    this.sources = sources;
  }

  @Override
  public String heading() {
    return "Why";
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public Optional<String> inShort() {
    try {
      if (!report.comparisons().isEmpty()) {
        return Optional.of(new WaterfallChart(report.comparisons().get(0)).reading());
      }
      if (!report.rankings().isEmpty()) {
        return Optional.of(StackChart.of(report.rankings().get(0)).reading());
      }
      return Optional.of(new TrajectoryChart(report.panels().get(0)).reading());
    } catch (IllegalArgumentException noContributions) {
      return Optional.empty();
    }
  }

  @Override
  public void write(HtmlWriter html, ChartWriter writer) {
    for (Comparison comparison : report.comparisons()) {
      List<Scorecard> both = List.of(comparison.first(), comparison.second());
      split(html, writer, both, () -> new WaterfallChart(comparison));
      reasons(comparison, writer);
      if (report.rankings().isEmpty() && !comparison.equals(report.comparisons().get(0))) {
        writer.add(ScoreChart.of(Ranking.of(both)), both);
      }
    }
    for (Ranking ranking : report.rankings()) {
      List<Scorecard> cards = ranking.entries().stream().map(Ranking.Entry::scorecard).toList();
      split(html, writer, cards, () -> StackChart.of(ranking));
      if (!isAtTheTop(ranking)) {
        writer.add(ScoreChart.of(ranking), cards);
      }
    }
    for (Panel panel : report.panels()) {
      writer.add(new TrajectoryChart(panel), panel.scorecards());
      writer.table("As a table: ", panel.rankings());
    }
  }

  /** Whether the picture at the top of the page has the same scores. */
  private boolean isAtTheTop(Ranking ranking) {
    if (report.comparisons().isEmpty()) {
      return ranking.equals(report.rankings().get(0));
    }
    Comparison top = report.comparisons().get(0);
    Set<CountryProfile> shown = Set.of(top.first().profile(), top.second().profile());
    return ranking.entries().stream()
        .allMatch(entry -> shown.contains(entry.scorecard().profile()));
  }

  /** Some models have no exact contributions; the page then says so in place of the chart. */
  private static void split(
      HtmlWriter html, ChartWriter writer, List<Scorecard> from, Supplier<Chart> chart) {
    try {
      writer.add(chart.get(), from);
    } catch (IllegalArgumentException noContributions) {
      html.paragraph("No contributions: " + noContributions.getMessage());
    }
  }

  /** Every step of a comparison, with links to the readings and their sources. */
  private void reasons(Comparison comparison, ChartWriter writer) {
    HtmlWriter html = new HtmlWriter();
    String first = comparison.first().country().code();
    String second = comparison.second().country().code();
    String apart = first.equals(second) ? " (second)" : "";
    html.open("table").element("caption", "Every step, with its readings");
    html.open("thead").open("tr");
    html.element("th", "Factor / indicator", "scope", "col");
    for (String header : List.of(first, second + apart)) {
      html.element("th", header + " reading", "scope", "col");
    }
    for (String header : List.of(first, second + apart)) {
      html.element("th", header + " value", "scope", "col", "class", "number");
    }
    html.element("th", "Weight", "scope", "col", "class", "number");
    html.element("th", "Points", "scope", "col", "class", "number");
    html.close("tr").close("thead").open("tbody");
    List<NodeScore> others = comparison.second().nodes();
    List<NodeScore> nodes = comparison.first().nodes();
    for (int i = 1; i < nodes.size(); i++) {
      reason(html, comparison, nodes.get(i), others.get(i));
    }
    html.close("tbody").close("table");
    html.paragraph(
        "Readings lead to their sources. Values run from 0 (safest) to 100 (riskiest). Weight: of"
            + " the whole score, as the model has it. Points sum to the difference; each is rounded"
            + " by itself.");
    writer.folded("Every step, with its readings", html.toString());
  }

  private void reason(HtmlWriter html, Comparison comparison, NodeScore first, NodeScore second) {
    html.open("tr");
    html.open("th", "scope", "row", "class", first.node().isLeaf() ? "leaf" : "factor");
    html.raw("&#160;".repeat(2 * (first.depth() - 1))).text(first.name()).close("th");
    reading(html, comparison.first(), first);
    reading(html, comparison.second(), second);
    number(html, first.value(), 1);
    number(html, second.value(), 1);
    number(html, OptionalDouble.of(comparison.first().model().effectiveWeight(first.code())), 3);
    String points;
    try {
      points = ReportText.signed(comparison.contribution(first.code()).points());
    } catch (IllegalArgumentException noContributions) {
      points = "–";
    }
    html.element("td", points, "class", "number").close("tr");
  }

  private void reading(HtmlWriter html, Scorecard card, NodeScore node) {
    html.open("td");
    node.indicator()
        .ifPresent(
            indicator ->
                html.link(
                    sources.readingId(card, node.code()), ReportText.readings(node, indicator)));
    html.close("td");
  }

  private static void number(HtmlWriter html, OptionalDouble number, int decimals) {
    html.element("td", ReportText.number(number, decimals), "class", "number");
  }
}
