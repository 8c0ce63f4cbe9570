package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import java.util.List;
import java.util.Optional;

/** The answer on one page of A4: picture, three reasons either way, how sure, sources. */
final class SummaryPage {

  /** So many reasons either way. */
  private static final int REASONS = 3;

  /** So many sources are named. */
  private static final int SOURCES = 6;

  private final Results results;
  private final OtherModel other;
  private final HtmlWriter html = new HtmlWriter();

  private SummaryPage(Results results, OtherModel other) {
    this.results = results;
    this.other = other;
  }

  static String of(Results results, OtherModel other) {
    return new SummaryPage(results, other).render();
  }

  private String render() {
    Head.write(html, results);
    html.open("body", "class", "summary").raw("\n").open("main");
    html.element("h1", results.title());
    ReportText.day(results.answered())
        .filter(day -> !results.answer().contains(day))
        .ifPresent(day -> html.element("p", "As of " + day + "."));
    html.element(
        "p", results.answer().isEmpty() ? Headline.of(results) : results.answer(), "class", "lead");
    TopPicture.of(results).ifPresent(this::picture);
    html.open("div", "class", "reasons");
    reasons();
    html.close("div");
    said("How sure", new UncertaintySection(results).inShort());
    said(other.heading(), other.inShort());
    said(
        DataQualitySection.WEAK,
        results.weaknesses().isEmpty()
            ? Optional.empty()
            : Optional.of(String.join(" ", results.weaknesses())));
    html.element("h2", "Sources");
    SourceLine sources = new SourceLine(results.answered());
    html.paragraph(sources.list(SOURCES));
    html.close("main").open("footer");
    html.paragraph("Made with Steppe. " + Scorecard.NOT_A_PROBABILITY);
    html.close("footer").close("body").close("html");
    return html.toString();
  }

  private void picture(Chart chart) {
    if (!results.answer().isEmpty()) {
      html.element("p", chart.reading(), "class", "reading");
    }
    html.open("figure", "aria-label", chart.title());
    ChartWriter.drawings(html, chart, "picture");
    html.close("figure");
  }

  private void said(String heading, Optional<String> words) {
    words.ifPresent(text -> html.element("h2", heading).paragraph(text));
  }

  /** Of the comparison, of the two riskiest, or of the one score that there is. */
  private void reasons() {
    ImmutableList<Scorecard> cards = results.answered();
    try {
      if (cards.size() == 1) {
        alone(cards.get(0));
      } else if (results.comparisons().isEmpty()) {
        reasons(cards.get(0).compareWith(cards.get(1)));
      } else {
        reasons(results.comparisons().get(0));
      }
    } catch (IllegalArgumentException noContributions) {
      html.paragraph("No contributions: " + noContributions.getMessage());
    }
  }

  private void alone(Scorecard card) {
    html.open("div").element("h2", "What most of it is made of").open("ul");
    card.contributions().stream()
        .filter(part -> part.points() > 0)
        .limit(REASONS)
        .forEach(part -> item(part, readings(card, part)));
    html.close("ul").close("div");
  }

  private void reasons(Comparison comparison) {
    boolean dated = comparison.first().country().equals(comparison.second().country());
    String first = ReportText.name(comparison.first(), dated);
    String second = ReportText.name(comparison.second(), dated);
    side(comparison, -1, Text.of("Less risk for %s than for %s", first, second));
    side(comparison, 1, Text.of("More risk for %s than for %s", first, second));
  }

  private void side(Comparison comparison, int sign, String heading) {
    List<Contribution> parts =
        comparison.contributions().stream()
            .filter(part -> ReportText.points(sign * part.points()).compareTo("0.0") > 0)
            .limit(REASONS)
            .toList();
    html.open("div").element("h2", heading);
    if (parts.isEmpty()) {
      html.paragraph("Nothing.").close("div");
      return;
    }
    html.open("ul");
    for (Contribution part : parts) {
      item(part, readings(comparison, part));
    }
    html.close("ul").close("div");
  }

  /** Both readings, with their unit once. */
  private static String readings(Comparison comparison, Contribution part) {
    String first = readings(comparison.first(), part);
    String second = readings(comparison.second(), part);
    String unit = comparison.first().node(part.code()).indicator().map(ReportText::unit).orElse("");
    String bare = first.substring(0, first.length() - (first.endsWith(unit) ? unit.length() : 0));
    return first.equals(second)
        ? first + " in both"
        : (second.endsWith(unit) ? bare : first) + " against " + second;
  }

  private static String readings(Scorecard card, Contribution part) {
    NodeScore node = card.node(part.code());
    Optional<Indicator> indicator = node.indicator();
    return indicator.map(known -> ReportText.readings(node, known)).orElse("");
  }

  private void item(Contribution part, String readings) {
    html.element(
        "li",
        Text.of("%s: %s, %s points", part.name(), readings, ReportText.signed(part.points())));
  }
}
