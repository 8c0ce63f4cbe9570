package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.model.RiskClasses;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a comparison as one picture: where both scores lie, and what speaks for the first
 * and against it.
 */
final class BalanceChart implements Chart {

  private static final double GAP = 14;
  private static final double SMALLEST = 1e-9;

  private final ImmutableList<Scorecard> cards;
  private final Optional<RiskClasses> classes;
  private final String reading;
  private final String first;
  private final String second;

  /** What the parts at the top of the model add; none if there are no exact contributions. */
  private final ImmutableList<Contribution> parts;

  /**
   * Of a comparison.
   *
   * @param reading what it says, in a sentence
   */
  BalanceChart(Comparison comparison, String reading) {
    this.reading = reading;
    this.cards = ImmutableList.of(comparison.first(), comparison.second());
    this.classes = comparison.first().model().classes();
    boolean dated = comparison.first().country().equals(comparison.second().country());
    this.first = ReportText.name(comparison.first(), dated);
    this.second = ReportText.name(comparison.second(), dated);
    this.parts = parts(comparison);
  }

  private static ImmutableList<Contribution> parts(Comparison comparison) {
    try {
      return comparison.byFactor();
    } catch (IllegalArgumentException noContributions) {
      return ImmutableList.of();
    }
  }

  @Override
  public String title() {
    return "At a glance";
  }

  @Override
  public String reading() {
    return reading;
  }

  @Override
  public String legend() {
    return "Dot: the score, from 0 (safest) to 100 (riskiest). Line: what the bounds of uncertain"
        + " readings allow."
        + classes.map(ClassNames::legend).orElse("")
        + (parts.isEmpty()
            ? ""
            : Text.of(
                " Bars: the points by which %s is safer and riskier than %s, part by part.",
                first, second));
  }

  @Override
  public Table table() {
    return Ranking.of(cards).toTable();
  }

  @Override
  public double draw(Svg svg, int width) {
    double height = scores(svg, width);
    if (parts.isEmpty()) {
      return height;
    }
    Svg below = new Svg();
    double bars = bars(below, width);
    svg.moved(height + GAP, below);
    return height + GAP + bars;
  }

  private double scores(Svg svg, int width) {
    List<String> names = List.of(first, second);
    List<String> values = cards.stream().map(BalanceChart::says).toList();
    Rows rows = Rows.of(svg, width, names, values, 0, 100);
    classes.ifPresent(rows::classes);
    for (int i = 0; i < 2; i++) {
      Scorecard card = cards.get(i);
      double middle = rows.row(names.get(i), "name", values.get(i)) + Rows.BAR / 2;
      Scale scale = rows.scale();
      double least = scale.at(card.range().lower());
      double most = scale.at(card.range().upper());
      rows.front().line("track", scale.at(0), middle, scale.at(100), middle);
      rows.front().line("range", least, middle, most, middle);
      String tip = names.get(i) + ": " + values.get(i);
      rows.front().circle("total", scale.at(card.value()), middle, 6, tip);
    }
    return rows.axis("score, 0 safest, 100 riskiest");
  }

  private static String says(Scorecard card) {
    return ReportText.scoreWithRange(card.value(), card.range().lower(), card.range().upper());
  }

  private double bars(Svg svg, int width) {
    List<String> names = List.of("Less risk for " + first, "More risk for " + first);
    List<String> values = List.of(ReportText.signed(sum(-1)), ReportText.signed(sum(1)));
    double most = Math.max(1, Math.max(-sum(-1), sum(1)));
    Rows rows = Rows.of(svg, width, names, values, 0, most);
    for (int i = 0; i < 2; i++) {
      int sign = i == 0 ? -1 : 1;
      double y = rows.row(names.get(i), "name", values.get(i));
      double from = 0;
      for (Contribution part : parts) {
        if (sign * part.points() > SMALLEST) {
          double start = rows.scale().at(from);
          from += Math.abs(part.points());
          double length = rows.scale().at(from) - start;
          String tip = part.name() + ": " + ReportText.signed(part.points());
          String style = sign < 0 ? "safer" : "riskier";
          rows.front().rect("split " + style, start, y, length, Rows.BAR, tip);
          if (length > Svg.width(part.name()) + 6) {
            rows.front().text("inside on-" + style, start + length / 2, y + 12.5, part.name());
          }
        }
      }
    }
    return rows.axis(Text.of("points, %s minus %s", first, second));
  }

  /** The points of all parts on one side. */
  private double sum(int sign) {
    return parts.stream()
        .mapToDouble(Contribution::points)
        .filter(points -> sign * points > SMALLEST)
        .sum();
  }
}
