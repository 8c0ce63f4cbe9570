package dev.steppe.report;

import dev.steppe.internal.Text;
import dev.steppe.panel.Panel;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import java.time.LocalDate;
import java.util.List;

/** The answer of a report in a sentence: of its first comparison, ranking or panel. */
final class Headline {

  private Headline() {}

  static String of(Results report) {
    if (!report.comparisons().isEmpty()) {
      return of(report.comparisons().get(0));
    }
    if (!report.rankings().isEmpty()) {
      return of(report.rankings().get(0), "");
    }
    Panel panel = report.panels().get(0);
    LocalDate last = panel.dates().get(panel.dates().size() - 1);
    return of(panel.ranking(last), "On " + Text.day(last) + ", ");
  }

  /** What a picture of both scores shows, for a page that has said the rest. */
  static String onOneScale(Comparison comparison) {
    boolean oneCountry = comparison.first().country().equals(comparison.second().country());
    return Text.of(
        "%s and %s on one scale, and what speaks for less and for more risk of the first.",
        ReportText.name(comparison.first(), oneCountry),
        ReportText.name(comparison.second(), oneCountry));
  }

  static String of(Comparison comparison) {
    String scores = scores(comparison);
    if (Ranking.compareScores(comparison.difference(), 0) == 0) {
      return scores;
    }
    return scores.substring(0, scores.length() - 1)
        + (comparison.isDecided()
            ? ", and no uncertain reading within its bounds turns that round."
            : ", but uncertain readings within their bounds could turn that round.");
  }

  /** Both scores, and who is above whom by how much. */
  static String scores(Comparison comparison) {
    boolean oneCountry = comparison.first().country().equals(comparison.second().country());
    String first = ReportText.name(comparison.first(), oneCountry);
    String second = ReportText.name(comparison.second(), oneCountry);
    String scores =
        Text.of(
            "%s scores %s and %s %s of 100",
            first, points(comparison.first()), second, points(comparison.second()));
    double difference = comparison.difference();
    int order = Ranking.compareScores(difference, 0);
    if (order == 0) {
      return scores + ": the two are level.";
    }
    return Text.of(
        "%s: %s is %s points %s.",
        scores, first, size(Math.abs(difference)), order < 0 ? "below" : "above");
  }

  /** The score, and its class if the model states any. */
  private static String points(Scorecard card) {
    return ReportText.points(card.value())
        + card.riskClass().map(name -> " (" + name + ")").orElse("");
  }

  /** To a tenth, but never nothing where there is a difference. */
  private static String size(double points) {
    return points < 0.05 ? "less than 0.1" : Decimals.fixed(points, 1);
  }

  /** The riskiest and the runner-up. */
  private static String of(Ranking ranking, String when) {
    List<Ranking.Entry> entries = ranking.entries();
    String first = name(ranking, 0);
    String score = points(entries.get(0).scorecard());
    if (entries.size() == 1) {
      return Text.of("%s%s scores %s of 100.", when, first, score);
    }
    String second = name(ranking, 1);
    boolean level = Ranking.compareScores(entries.get(0).value(), entries.get(1).value()) == 0;
    return Text.of(
        level
            ? "%s%s shares the highest of %s scores, %s of 100, with %s."
            : "%s%s has the highest of %s scores, %s of 100; next is %s.",
        when,
        first,
        entries.size(),
        score,
        level ? second : second + " with " + points(entries.get(1).scorecard()));
  }

  private static String name(Ranking ranking, int place) {
    boolean dated = ranking.countries().stream().distinct().count() < ranking.size();
    Ranking.Entry entry = ranking.entries().get(place);
    return ReportText.name(entry.scorecard(), dated);
  }
}
