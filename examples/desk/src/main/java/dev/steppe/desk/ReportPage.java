package dev.steppe.desk;

import dev.steppe.report.Report;
import dev.steppe.score.Comparison;
import dev.steppe.table.Table;
import dev.steppe.tipping.TippingPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the desk shows, as a page to pass on. */
final class ReportPage {

  private ReportPage() {}

  static String html(DeskCase of, Question question) {
    Position position = Position.of(of, question.moves()).with(question.share());
    Report.Builder page = Report.titled(of.title()).ranking(position.ranking());
    @Nullable Comparison comparison = position.comparison(question.country(), question.rival());
    if (comparison != null) {
      page.comparison(comparison);
      tippingPoint(position, comparison, page);
    }
    if (!question.doubt().isNone()) {
      long draws = question.draws() == null ? Limits.DRAWS : question.draws();
      page.uncertainty(
          question.doubt().analysis(position.scorer(), draws).run(position.profiles()));
    }
    if (!question.scenarios().isEmpty()) {
      page.table(scenarios(of, question));
    }
    moved(position).forEach(page::note);
    return page.build().html();
  }

  /** Of a method of one's own there may be none. */
  private static void tippingPoint(Position position, Comparison comparison, Report.Builder page) {
    try {
      page.tippingPoint(
          TippingPoint.of(position.scorer(), comparison.first().profile())
              .toReach(comparison.second().profile()));
    } catch (IllegalArgumentException e) {
      page.note("No tipping point: " + e.getMessage());
    }
  }

  private static Table scenarios(DeskCase of, Question question) {
    Table.Builder table =
        Table.titled("Scenarios that were kept")
            .text("Scenario")
            .text("Country")
            .number("Rank", 0)
            .number("Score", 1)
            .text("Beside")
            .number("Its score", 1)
            .signed("Points", 1);
    for (Moved.Scenario row : Moved.scenarios(of, question)) {
      if (row.rival() == null || row.difference() == null) {
        table.row(
            row.name(),
            row.place().of().name(),
            row.place().rank(),
            row.place().of().score(),
            "",
            Double.NaN,
            Double.NaN);
      } else {
        table.row(
            row.name(),
            row.place().of().name(),
            row.place().rank(),
            row.place().of().score(),
            row.rival().of().name(),
            row.rival().of().score(),
            row.difference());
      }
    }
    return table.note("Points: the country's score minus that of the other.").build();
  }

  /** What is not as the files say. */
  private static List<String> moved(Position position) {
    List<String> notes = new ArrayList<>();
    position
        .moves()
        .readings()
        .forEach(
            (code, readings) ->
                readings.forEach(
                    (indicator, reading) ->
                        notes.add(
                            "Imagined: "
                                + position.scorer().model().criterion(indicator).name()
                                + " of "
                                + position.profile(code).country()
                                + " is "
                                + reading
                                + ".")));
    position
        .moves()
        .weights()
        .forEach(
            (code, weight) ->
                notes.add(
                    "Imagined: the weight of "
                        + position.scorer().model().node(code).name()
                        + " within its factor is "
                        + weight
                        + "."));
    return notes;
  }
}
