package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Which uncertain reading moves the difference of two scores how far: a tornado. */
final class SwingChart implements Chart {

  /** Swings beyond these are in the table only. */
  static final int MOST = 30;

  private final Comparison comparison;
  private final ImmutableList<Swings.Swing> swings;

  /** Draws at least one swing. */
  SwingChart(Comparison comparison, ImmutableList<Swings.Swing> swings) {
    this.comparison = comparison;
    this.swings = swings;
  }

  @Override
  public String title() {
    return "How far one uncertain reading moves the difference";
  }

  @Override
  public String reading() {
    List<String> turning = new ArrayList<>();
    for (Swings.Swing swing : swings) {
      if (swing.turnsRound(comparison.difference())) {
        turning.add("“" + name(swing) + "”");
      }
    }
    String all =
        swings.size() == 1
            ? "The one uncertain reading"
            : "Of " + swings.size() + " uncertain readings, ";
    if (swings.size() == 1) {
      return all
          + ", “"
          + name(swings.get(0))
          + (turning.isEmpty()
              ? "”, cannot turn the order round."
              : "”, could turn the order round.");
    }
    return all
        + (turning.isEmpty()
            ? "none alone could turn the order round; the widest is “" + name(swings.get(0)) + "”."
            : turning.size() + " alone could turn the order round: " + Text.list(turning) + ".");
  }

  private static String name(Swings.Swing swing) {
    return swing.indicator().name() + ", " + swing.card().country().name();
  }

  @Override
  public String legend() {
    return comparison.first().country().name()
        + " minus "
        + comparison.second().country().name()
        + ", in points, as one reading goes from its least to its most and all others stay at their"
        + " centre. Line: the difference as it is, "
        + Wording.signed(comparison.difference())
        + ". Left of 0, "
        + comparison.first().country().name()
        + " is the safer one."
        + (swings.size() > MOST ? " The first " + MOST + " of " + swings.size() + "." : "");
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
    for (Swings.Swing swing : swings) {
      table.row(
          swing.indicator().name(),
          swing.card().country().name(),
          Wording.reading(swing.lower(), swing.indicator()),
          swing.atLower(),
          Wording.reading(swing.upper(), swing.indicator()),
          swing.atUpper());
    }
    return table.build();
  }

  @Override
  public double draw(Svg svg, int width) {
    double least = Math.min(0, comparison.difference());
    double most = Math.max(0, comparison.difference());
    for (Swings.Swing swing : swings) {
      least = Math.min(least, swing.least());
      most = Math.max(most, swing.most());
    }
    Scale around = Scale.around(least, most, 0, 1);
    Rows rows =
        Rows.of(
            svg,
            width,
            Lists.transform(swings, SwingChart::name),
            Lists.transform(swings, SwingChart::says),
            around.from(),
            around.to());
    double now = rows.scale().at(comparison.difference());
    for (Swings.Swing swing : swings.subList(0, Math.min(MOST, swings.size()))) {
      String says = says(swing);
      double y = rows.row(name(swing), "name", says);
      part(rows, swing, "safer", swing.least(), comparison.difference(), y, says);
      part(rows, swing, "riskier", comparison.difference(), swing.most(), y, says);
      rows.front().line("now", now, y - 4, now, y + Rows.BAR + 4);
    }
    rows.mark("zero", 0);
    return rows.axis("difference, in points");
  }

  private static String says(Swings.Swing swing) {
    return Wording.signed(swing.least()) + " to " + Wording.signed(swing.most());
  }

  private static void part(
      Rows rows, Swings.Swing swing, String style, double from, double to, double y, String says) {
    double start = rows.scale().at(Math.min(from, to));
    double end = rows.scale().at(to);
    if (end > start) {
      rows.front().rect(style, start, y, end - start, Rows.BAR, name(swing) + ": " + says);
    }
  }
}
