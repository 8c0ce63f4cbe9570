package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.sensitivity.Tornado;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Which uncertain reading moves the difference of two scores how far: a tornado. */
final class TornadoChart implements Chart {

  /** Swings beyond these are in the table only. */
  static final int MOST = 30;

  private final Comparison comparison;
  private final Tornado tornado;
  private final ImmutableList<Tornado.Swing> swings;

  /** Draws at least one swing. */
  TornadoChart(Comparison comparison, Tornado tornado) {
    this.comparison = comparison;
    this.tornado = tornado;
    this.swings = tornado.swings();
  }

  @Override
  public String title() {
    return "How far one uncertain reading moves the difference";
  }

  @Override
  public String reading() {
    List<String> turning = new ArrayList<>();
    tornado.turning().forEach(swing -> turning.add("\"" + name(swing) + "\""));
    String widest = "\"" + name(swings.get(0)) + "\"";
    if (swings.size() == 1) {
      return Text.of(
          "The one uncertain reading, %s, %s turn the order round.",
          widest, turning.isEmpty() ? "cannot" : "could");
    }
    return turning.isEmpty()
        ? Text.of(
            "Of %s uncertain readings, none alone could turn the order round; the widest is %s.",
            swings.size(), widest)
        : Text.of(
            "Of %s uncertain readings, %s alone could turn the order round: %s.",
            swings.size(),
            turning.size() == 1 ? "one" : "each of " + turning.size(),
            Text.list(turning));
  }

  private static String name(Tornado.Swing swing) {
    return swing.indicator().name() + ", " + swing.card().country().name();
  }

  @Override
  public String legend() {
    String first = comparison.first().country().name();
    return Text.of(
        "%s minus %s, in points, as one reading goes from its least to its most and all others stay"
            + " at their centre. Line: the difference as it is, %s. Left of 0, %s is the safer"
            + " one.%s",
        first,
        comparison.second().country().name(),
        ReportText.signed(tornado.value()),
        first,
        swings.size() > MOST ? Text.of(" The first %s of %s.", MOST, swings.size()) : "");
  }

  @Override
  public Table table() {
    Table.Builder table =
        Table.titled(title() + ", in points")
            .text("Reading")
            .text("Country")
            .text("Least")
            .signed("Difference at the least", 1)
            .text("Most")
            .signed("Difference at the most", 1);
    for (Tornado.Swing swing : swings) {
      table.row(
          swing.indicator().name(),
          swing.card().country().name(),
          ReportText.reading(swing.lower(), swing.indicator()),
          swing.atLower(),
          ReportText.reading(swing.upper(), swing.indicator()),
          swing.atUpper());
    }
    return table.build();
  }

  @Override
  public double draw(Svg svg, int width) {
    double least = Math.min(0, tornado.value());
    double most = Math.max(0, tornado.value());
    for (Tornado.Swing swing : swings) {
      least = Math.min(least, swing.least());
      most = Math.max(most, swing.most());
    }
    Scale around = Scale.around(least, most, 0, 1);
    Rows rows =
        Rows.of(
            svg,
            width,
            Lists.transform(swings, TornadoChart::name),
            Lists.transform(swings, TornadoChart::says),
            around.from(),
            around.to());
    double now = rows.scale().at(tornado.value());
    for (Tornado.Swing swing : swings.subList(0, Math.min(MOST, swings.size()))) {
      String says = says(swing);
      double y = rows.row(name(swing), "name", says);
      part(rows, swing, "safer", swing.least(), tornado.value(), y, says);
      part(rows, swing, "riskier", tornado.value(), swing.most(), y, says);
      rows.front().line("now", now, y - 4, now, y + Rows.BAR + 4);
    }
    rows.mark("zero", 0);
    return rows.axis("difference, in points");
  }

  private static String says(Tornado.Swing swing) {
    return ReportText.signed(swing.least()) + " to " + ReportText.signed(swing.most());
  }

  private static void part(
      Rows rows, Tornado.Swing swing, String style, double from, double to, double y, String says) {
    double start = rows.scale().at(Math.min(from, to));
    double end = rows.scale().at(to);
    if (end > start) {
      rows.front().rect(style, start, y, end - start, Rows.BAR, name(swing) + ": " + says);
    }
  }
}
