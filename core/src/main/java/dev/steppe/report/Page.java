package dev.steppe.report;

import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The page from head to foot. */
final class Page {

  /** The sections with a chart that is open: what the answer is, and why. */
  private static final Set<String> OPEN = Set.of("answer", "why");

  private final Results report;
  private final OtherModel other;
  private final Sources sources;
  private final HtmlWriter html = new HtmlWriter();
  private final ChartWriter writer;

  private Page(Results report, OtherModel other) {
    this.report = report;
    this.other = other;
    this.sources = new Sources(report.cards());
    PlainWords words = new PlainWords(report.cards().get(0).model());
    this.writer = new ChartWriter(html, words, sources);
  }

  static String of(Results report, OtherModel other) {
    return new Page(report, other).render();
  }

  private String render() {
    Map<String, Section> sections = sections();
    Head.write(html, report);
    html.open("body").raw("\n");
    html.open("a", "class", "skip", "href", "#answer").text("Skip to the answer").close("a");
    html.open("header").element("h1", report.title());
    ReportText.day(report.answered())
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
    Map<String, Section> sections = new LinkedHashMap<>();
    sections.put("why", new ContributionSection(report, sources));
    sections.put("how-sure", new UncertaintySection(report));
    sections.put("other-model", other);
    sections.put("what-would-change-it", new ScenarioSection(report));
    sections.put("what-it-rests-on", new DataQualitySection(report, sources));
    sections.values().removeIf(Section::isEmpty);
    return sections;
  }

  private void contents(Map<String, Section> sections) {
    html.open("nav", "aria-label", "Contents").open("ul");
    html.open("li").link("answer", "The answer").close("li");
    sections.forEach((id, section) -> html.open("li").link(id, section.heading()).close("li"));
    html.close("ul").close("nav");
  }

  private void open(String id, String heading) {
    writer.section(OPEN.contains(id));
    html.open("section", "id", id, "aria-labelledby", id + "-heading").raw("\n");
    html.element("h2", heading, "id", id + "-heading");
  }

  private void answer(Map<String, Section> sections) {
    if (!report.answer().isEmpty()) {
      html.element("p", report.answer(), "class", "lead");
    }
    Optional<Chart> picture = TopPicture.of(report);
    if (report.comparisons().isEmpty() || report.answer().isEmpty()) {
      html.element("p", Headline.of(report), "class", "lead");
    }
    html.paragraph(Scorecard.NOT_A_PROBABILITY);
    picture.ifPresent(chart -> writer.add(chart, report.answered()));
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
