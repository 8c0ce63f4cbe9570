package dev.steppe.report;

import dev.steppe.score.Comparison;
import dev.steppe.score.Scorecard;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page from head to foot. */
final class Page {

  /** Nothing may be loaded and nothing may run, whatever the data are; only own styles apply. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

  private final Report report;
  private final HtmlWriter html = new HtmlWriter();
  private final ChartWriter writer = new ChartWriter(html);

  private Page(Report report) {
    this.report = report;
  }

  static String of(Report report) {
    return new Page(report).render();
  }

  private String render() {
    Map<String, Section> sections = sections();
    html.raw("<!DOCTYPE html>\n");
    html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").raw("\n");
    head();
    html.open("body").raw("\n");
    html.open("a", "class", "skip", "href", "#answer").text("Skip to the answer").close("a");
    html.open("header").element("h1", report.title());
    ReportText.day(report.cards())
        .filter(day -> !report.answer().contains(day))
        .ifPresent(day -> html.element("p", "As of " + day + "."));
    contents(sections);
    html.close("header").open("main").raw("\n");
    open("answer", "The answer");
    answer(sections);
    html.close("section");
    sections.forEach(
        (id, section) -> {
          open(id, section.heading());
          section.write(html, writer);
          html.close("section");
        });
    html.close("main").open("footer");
    html.paragraph("Made with Steppe. " + Scorecard.NOT_A_PROBABILITY);
    html.close("footer").close("body").close("html");
    return html.toString();
  }

  /** Those that have something to say, by their place on the page. */
  private Map<String, Section> sections() {
    Sources sources = new Sources(report.cards());
    Map<String, Section> sections = new LinkedHashMap<>();
    sections.put("why", new ContributionSection(report, sources));
    sections.put("how-sure", new UncertaintySection(report));
    sections.put("what-would-change-it", new ScenarioSection(report));
    sections.put("what-it-rests-on", new DataQualitySection(report, sources));
    sections.values().removeIf(Section::isEmpty);
    return sections;
  }

  private void head() {
    html.open("head").raw("\n<meta charset=\"utf-8\"/>\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
    html.raw("<meta name=\"referrer\" content=\"no-referrer\"/>\n");
    html.element("title", report.title());
    html.raw("<style>\n" + style() + "</style>\n").close("head");
  }

  /** The style sheet, which is part of the page. */
  static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("Resource report.css is missing beside " + Page.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read resource report.css", e);
    }
  }

  private void contents(Map<String, Section> sections) {
    html.open("nav", "aria-label", "Contents").open("ul");
    html.open("li").link("answer", "The answer").close("li");
    sections.forEach((id, section) -> html.open("li").link(id, section.heading()).close("li"));
    html.close("ul").close("nav");
  }

  private void open(String id, String heading) {
    html.open("section", "id", id, "aria-labelledby", id + "-heading").raw("\n");
    html.element("h2", heading, "id", id + "-heading");
  }

  private void answer(Map<String, Section> sections) {
    if (!report.answer().isEmpty()) {
      html.element("p", report.answer(), "class", "lead");
    }
    boolean isPictured = !report.comparisons().isEmpty();
    if (!isPictured || report.answer().isEmpty()) {
      html.element("p", Headline.of(report), "class", "lead");
    }
    html.paragraph(Scorecard.NOT_A_PROBABILITY);
    if (isPictured) {
      Comparison comparison = report.comparisons().get(0);
      writer.add(
          new BalanceChart(
              comparison,
              report.answer().isEmpty() ? Headline.onOneScale(comparison) : Headline.of(report)));
    }
    List<String> written = new ArrayList<>();
    sections.forEach(
        (id, section) -> {
          if (section.inShort().isPresent()) {
            html.raw(written.isEmpty() ? "<dl>\n" : "");
            html.open("dt").link(id, section.heading()).close("dt");
            html.element("dd", section.inShort().get());
            written.add(id);
          }
        });
    html.raw(written.isEmpty() ? "" : "</dl>\n");
  }
}
