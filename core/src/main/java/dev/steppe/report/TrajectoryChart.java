package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.model.RiskClasses;
import dev.steppe.panel.Panel;
import dev.steppe.panel.PeriodChange;
import dev.steppe.panel.Trajectory;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores over dates as lines, each named at its end. */
final class TrajectoryChart implements Chart {

  /** So many lines are drawn at most, those with the highest scores. */
  static final int MOST = 20;

  /** So many of them have a colour. */
  static final int COLOURS = 6;

  private static final double LINE = 17;
  private static final double BOTTOM = 40;

  /** The room between the last dots and the names. */
  private static final double LEAD = 26;

  private final Panel panel;
  private final ImmutableList<Trajectory> lines;
  private final Optional<RiskClasses> classes;

  TrajectoryChart(Panel panel) {
    this.panel = panel;
    List<Trajectory> all = new ArrayList<>();
    panel.forEach(all::add);
    all.sort(Comparator.comparingDouble(line -> -highest(line)));
    this.lines = ImmutableList.copyOf(all.subList(0, Math.min(MOST, all.size())));
    this.classes = lines.get(0).scorecards().get(0).model().classes();
  }

  private static double highest(Trajectory line) {
    return line.scorecards().stream().mapToDouble(Scorecard::value).max().orElseThrow();
  }

  @Override
  public String title() {
    return "Scores over time";
  }

  @Override
  public String reading() {
    List<String> firsts = new ArrayList<>();
    for (LocalDate date : panel.dates()) {
      Scorecard first = panel.ranking(date).entries().get(0).scorecard();
      firsts.add(
          Text.of(
              "%s (on %s, %s)",
              first.country().name(), Text.day(date), ReportText.points(first.value())));
    }
    String lead = Text.of("The highest score is that of %s.", Text.list(firsts));
    PeriodChange largest = largest();
    return largest == null
        ? lead
        : Text.of(
            "%s The greatest change from one date to the next is %s's: %s points from %s to %s.",
            lead,
            largest.comparison().first().country().name(),
            ReportText.signed(largest.change()),
            Text.day(largest.from()),
            Text.day(largest.to()));
  }

  private @Nullable PeriodChange largest() {
    PeriodChange largest = null;
    for (Trajectory line : panel) {
      for (PeriodChange change : line.steps()) {
        if (largest == null || Math.abs(change.change()) > Math.abs(largest.change())) {
          largest = change;
        }
      }
    }
    return largest;
  }

  @Override
  public String legend() {
    return "Scores from 0 (safest) to 100 (riskiest); dots at the dates for which there are"
        + " readings, straight lines between them."
        + (lines.size() > COLOURS
            ? " In colour: the " + COLOURS + " with the highest score at any date."
            : "")
        + (panel.countries().size() > MOST
            ? " The " + MOST + " highest of " + panel.countries().size() + "."
            : "")
        + classes.map(ClassNames::legend).orElse("");
  }

  @Override
  public Table table() {
    return panel.toTable();
  }

  @Override
  public double draw(Svg svg, int width) {
    double names =
        LEAD
            + lines.stream()
                .mapToDouble(line -> Svg.width("00.0 " + line.country().name()))
                .max()
                .orElse(0);
    double room = Math.min(names, width < 480 ? 170 : 240);
    double height = Math.max(width < 480 ? 300 : 360, LINE * lines.size() + BOTTOM + 20);
    Scale scores = scores(height);
    Scale days = days(width - room);
    grid(svg, scores, days);
    classes.ifPresent(of -> ClassNames.mark(svg, of, scores, days.start(), days.end()));
    for (int i = lines.size() - 1; i >= 0; i--) {
      line(svg, i, scores, days);
    }
    classes.ifPresent(of -> ClassNames.beside(svg, of, scores, days.start(), days.end()));
    names(svg, scores, days, width);
    return height;
  }

  private Scale scores(double height) {
    double least = 100;
    double most = 0;
    for (Trajectory line : lines) {
      for (Scorecard card : line.scorecards()) {
        least = Math.min(least, card.value());
        most = Math.max(most, card.value());
      }
    }
    return Scale.around(least, most, height - BOTTOM, 10);
  }

  private Scale days(double end) {
    double first = day(panel.dates().get(0));
    double last = day(panel.dates().get(panel.dates().size() - 1));
    return new Scale(first, Math.max(last, first + 1), 36, end);
  }

  private static double day(LocalDate date) {
    return (double) date.toEpochDay();
  }

  private void grid(Svg svg, Scale scores, Scale days) {
    for (double tick : scores.ticks(5)) {
      svg.line("grid", days.start(), scores.at(tick), days.end(), scores.at(tick));
      svg.text("tick end", days.start() - 6, scores.at(tick) + 5, scores.label(tick, 5));
    }
    double free = Double.POSITIVE_INFINITY;
    boolean years =
        panel.dates().stream().map(LocalDate::getYear).distinct().count() == panel.dates().size();
    // The last date is always named, those before it where there is room.
    for (LocalDate date : panel.dates().reverse()) {
      double x = days.at(day(date));
      svg.line("grid", x, scores.end(), x, scores.start());
      String label = years ? Integer.toString(date.getYear()) : date.toString();
      if (x + Svg.width(label) / 2 < free) {
        svg.text("tick middle", x, scores.start() + LINE, label);
        free = x - Svg.width(label) / 2 - 4;
      }
    }
  }

  private void line(Svg svg, int number, Scale scores, Scale days) {
    Trajectory line = lines.get(number);
    String style = style(number);
    double[] points = new double[2 * line.dates().size()];
    for (int i = 0; i < line.dates().size(); i++) {
      points[2 * i] = days.at(day(line.dates().get(i)));
      points[2 * i + 1] = scores.at(line.scorecards().get(i).value());
    }
    svg.polyline("way " + style, points);
    for (int i = 0; i < line.dates().size(); i++) {
      Scorecard card = line.scorecards().get(i);
      String tip = card.countryAtDate().name() + ": " + ReportText.points(card.value());
      svg.circle("dot " + style, points[2 * i], points[2 * i + 1], 3.5, tip);
    }
  }

  private static String style(int number) {
    return number < COLOURS ? "p" + number : "rest";
  }

  /** Names beside the last dots, moved apart where they would overlap. */
  private void names(Svg svg, Scale scores, Scale days, int width) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> scores.at(last(i).value())));
    double[] places = new double[order.size()];
    for (int i = 0; i < places.length; i++) {
      double wanted = scores.at(last(order.get(i)).value());
      places[i] = i == 0 ? wanted : Math.max(wanted, places[i - 1] + LINE);
    }
    double limit = scores.start();
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], limit - LINE * (places.length - 1 - i));
    }
    for (int i = 0; i < places.length; i++) {
      Scorecard card = last(order.get(i));
      double x = days.at(day(card.profile().asOf().orElseThrow()));
      String style = style(order.get(i));
      svg.line("lead " + style, x + 5, scores.at(card.value()), days.end() + LEAD - 4, places[i]);
      String shown = ReportText.points(card.value());
      double room = width - days.end() - LEAD - Svg.width(shown + " ");
      svg.text(
          "name",
          days.end() + LEAD,
          places[i] + 5,
          shown + " " + Labels.line(card.country().name(), room));
    }
  }

  private Scorecard last(int number) {
    ImmutableList<Scorecard> cards = lines.get(number).scorecards();
    return cards.get(cards.size() - 1);
  }
}
