package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.tipping.TippingLever;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What it would take: how far each indicator alone would have to go. */
final class TippingChart implements Chart {

  private final TippingAnswer answer;
  private final ImmutableList<TippingLever> order;

  TippingChart(TippingAnswer answer) {
    this.answer = answer;
    List<TippingLever> levers = new ArrayList<>(answer.alone());
    levers.sort(
        Comparator.comparing(TippingLever::status)
            .thenComparingDouble(
                lever ->
                    lever.reaches() ? lever.points() : Math.abs(lever.score() - answer.target())));
    this.order = ImmutableList.copyOf(levers);
  }

  @Override
  public String title() {
    return "What would take " + answer.country().name() + " to " + goal();
  }

  private String goal() {
    String score = ReportText.points(answer.target());
    return answer
        .rival()
        .map(rival -> rival.country().name() + "'s score of " + score)
        .orElse("a score of " + score);
  }

  @Override
  public String reading() {
    if (answer.isReached()) {
      return answer.country().name() + " is there as it is.";
    }
    ImmutableList<TippingLever> reaching = answer.reachingAlone();
    String goal = " could take " + answer.country().name() + " to " + goal();
    if (reaching.isEmpty()) {
      return "No indicator alone" + goal + ".";
    }
    TippingLever least = reaching.get(0);
    return Text.of(
        "%s of %s alone%s; the shortest way is that of \"%s\", from %s to %s.",
        reaching.size(),
        Text.count(order.size(), "indicator", "indicators"),
        goal,
        least.indicator().name(),
        ReportText.reading(least.reading().orElseThrow(), least.indicator()),
        ReportText.reading(least.neededReading().orElseThrow(), least.indicator()));
  }

  /** All of the answer in the library's words. */
  String paragraph() {
    String said = answer.summary();
    // The page says once for all that a score is no probability.
    return said.endsWith(Scorecard.NOT_A_PROBABILITY)
        ? said.substring(0, said.length() - Scorecard.NOT_A_PROBABILITY.length()).strip()
        : said;
  }

  @Override
  public String legend() {
    return "Dot: the reading as it is, on a scale from the safest to the riskiest value. Arrow: to"
        + " the reading at which it happens, with all else as it is; where it cannot happen, to the"
        + " farthest, with the score there in brackets."
        + Chart.undrawn(order);
  }

  @Override
  public ImmutableList<LegendEntry> keys() {
    return ImmutableList.of(
        new LegendEntry("reach", "reaches it alone"), new LegendEntry("fall-short", "cannot"));
  }

  @Override
  public Table table() {
    return answer.toTable();
  }

  @Override
  public double draw(Svg svg, int width) {
    Rows rows =
        Rows.of(
            svg,
            width,
            Lists.transform(order, lever -> lever.indicator().name()),
            Lists.transform(order, TippingChart::says),
            0,
            100);
    for (TippingLever lever : Chart.drawn(order)) {
      String says = says(lever);
      double y = rows.row(lever.indicator().name(), "name", says) + Rows.BAR / 2;
      Scale scale = rows.scale();
      rows.front().line("track", scale.at(0), y, scale.at(100), y);
      if (lever.value().isEmpty()) {
        continue;
      }
      double now = scale.at(lever.value().getAsDouble());
      String style = lever.reaches() ? "reach" : "fall-short";
      if (lever.neededValue().isPresent()) {
        arrow(rows.front(), style, now, scale.at(lever.neededValue().getAsDouble()), y);
      }
      rows.front().circle(style, now, y, 5, lever.indicator().name() + ": " + says);
    }
    return rows.axis("value, 0 safest, 100 riskiest");
  }

  private static void arrow(Svg svg, String style, double from, double to, double y) {
    if (Math.abs(to - from) < 1) {
      return;
    }
    double back = to > from ? -7 : 7;
    svg.line(style + " shaft", from, y, to, y);
    svg.polyline(style + " head", to + back, y - 5, to, y, to + back, y + 5);
  }

  private static String says(TippingLever lever) {
    return switch (lever.status()) {
      case REACHES ->
          ReportText.reading(lever.reading().orElseThrow(), lever.indicator())
              + " → "
              + ReportText.reading(lever.neededReading().orElseThrow(), lever.indicator());
      case CANNOT -> "cannot (" + ReportText.points(lever.score()) + ")";
      case IMMUTABLE -> "stays as it is";
      case MISSING -> "missing";
      case NOT_APPLICABLE -> "does not apply";
    };
  }
}
