package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.steppe.internal.Text;
import dev.steppe.model.RiskClasses;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import dev.steppe.uncertainty.ScoreDistribution;
import dev.steppe.uncertainty.UncertaintyResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Scores as bars, with a line from the least to the most that each could be. */
final class ScoreChart implements Chart {

  private record Bar(String name, double value, double lower, double upper) {}

  private final String title;
  private final String reading;
  private final String legend;
  private final Table table;
  private final ImmutableList<Bar> bars;
  private final Optional<RiskClasses> classes;

  private ScoreChart(
      String title,
      String reading,
      String legend,
      Table table,
      List<Bar> bars,
      Optional<RiskClasses> classes) {
    this.title = title;
    this.reading = reading;
    this.classes = classes;
    this.legend = legend + classes.map(ClassNames::legend).orElse("") + Chart.undrawn(bars);
    this.table = table;
    this.bars = ImmutableList.copyOf(bars);
  }

  static ScoreChart of(Ranking ranking) {
    List<Bar> bars = new ArrayList<>();
    boolean dated = ranking.countries().stream().distinct().count() < ranking.size();
    for (Ranking.Entry entry : ranking) {
      Scorecard card = entry.scorecard();
      bars.add(
          new Bar(
              ReportText.name(card, dated),
              card.value(),
              card.range().lower(),
              card.range().upper()));
    }
    return new ScoreChart(
        "Scores, the riskiest first",
        order(bars) + " " + ranges(bars),
        "Bar: the score, from 0 (safest) to 100 (riskiest). Line: from the least to the most that"
            + " the bounds of uncertain readings allow.",
        ranking.toTable(),
        bars,
        ranking.entries().get(0).scorecard().model().classes());
  }

  /** The means of the draws, with 5 % and 95 % quantiles. */
  static ScoreChart of(UncertaintyResult result) {
    List<Bar> bars = new ArrayList<>();
    List<ScoreDistribution> scores = result.scores();
    for (int c = 0; c < scores.size(); c++) {
      ScoreDistribution score = scores.get(c);
      bars.add(
          new Bar(
              ReportText.label(result, c),
              score.mean(),
              score.isOpen() ? score.quantile(0.05).lower() : score.quantile(0.05).value(),
              score.isOpen() ? score.quantile(0.95).upper() : score.quantile(0.95).value()));
    }
    bars.sort(Comparator.comparingDouble(bar -> -bar.value()));
    Bar widest = bars.stream().max(Comparator.comparingDouble(ScoreChart::width)).orElseThrow();
    return new ScoreChart(
        "Where the scores lie in the draws",
        result.varied().isNothing()
            ? "Nothing is uncertain here: weights are held fixed and no reading is drawn."
            : Text.of(
                "Nine in ten draws put %s%s between %s and %s.",
                widest.name(),
                bars.size() == 1 ? "" : ", whose score varies most,",
                ReportText.points(widest.lower()),
                ReportText.points(widest.upper())),
        "Bar: the mean of the draws. Line: from their 5 % to their 95 % quantile."
            + (result.varied().missing()
                ? " Where a missing reading may be anything, the bar has it in the middle of its"
                    + " scale, and the line reaches over all of it."
                : ""),
        result.toTable(),
        bars,
        result.nominal().get(0).model().classes());
  }

  private static double width(Bar bar) {
    return bar.upper() - bar.lower();
  }

  private static String order(List<Bar> bars) {
    Bar first = bars.get(0);
    Bar last = bars.get(bars.size() - 1);
    String highest = ReportText.points(first.value());
    String lowest = ReportText.points(last.value());
    return switch (bars.size()) {
      case 1 -> Text.of("%s scores %s.", first.name(), highest);
      case 2 -> Text.of("%s scores %s and %s %s.", first.name(), highest, last.name(), lowest);
      default ->
          Text.of(
              "Of %s scores, the highest is %s (%s), the next %s (%s), the lowest %s (%s).",
              bars.size(),
              highest,
              first.name(),
              ReportText.points(bars.get(1).value()),
              bars.get(1).name(),
              lowest,
              last.name());
    };
  }

  private static String ranges(List<Bar> bars) {
    Bar widest = bars.stream().max(Comparator.comparingDouble(ScoreChart::width)).orElseThrow();
    if (width(widest) == 0) {
      return "No reading is uncertain.";
    }
    long uncertain = bars.stream().filter(bar -> width(bar) > 0).count();
    return Text.of(
        "The bounds of uncertain readings move %s of %s%s %s, from %s to %s.",
        uncertain,
        bars.size(),
        uncertain == 1 ? ":" : ", the most",
        widest.name(),
        ReportText.points(widest.lower()),
        ReportText.points(widest.upper()));
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String reading() {
    return reading;
  }

  @Override
  public String legend() {
    return legend;
  }

  @Override
  public Table table() {
    return table;
  }

  private static String says(Bar bar) {
    return ReportText.scoreWithRange(bar.value(), bar.lower(), bar.upper());
  }

  @Override
  public double draw(Svg svg, int width) {
    Rows rows =
        Rows.of(
            svg,
            width,
            Lists.transform(bars, Bar::name),
            Lists.transform(bars, ScoreChart::says),
            0,
            100);
    classes.ifPresent(rows::classes);
    Scale scale = rows.scale();
    for (Bar bar : Chart.drawn(bars)) {
      String says = says(bar);
      double y = rows.row(bar.name(), "name", says);
      Svg front = rows.front();
      front.rect(
          "bar",
          scale.at(0),
          y,
          scale.at(bar.value()) - scale.at(0),
          Rows.BAR,
          bar.name() + ": " + says);
      if (width(bar) > 0) {
        double middle = y + Rows.BAR / 2;
        double least = scale.at(bar.lower());
        double most = scale.at(bar.upper());
        front.line("range-edge", least, middle, most, middle);
        front.line("range", least, middle, most, middle);
        front.line("range", least, middle - 4, least, middle + 4);
        front.line("range", most, middle - 4, most, middle + 4);
      }
    }
    return rows.axis("score, 0 safest, 100 riskiest");
  }
}
