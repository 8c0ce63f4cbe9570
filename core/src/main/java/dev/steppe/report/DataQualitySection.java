package dev.steppe.report;

import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.score.Basis;
import dev.steppe.score.Contribution;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What the answer rests on: readings with their sources, the model, and notes. */
final class DataQualitySection implements Section {

  /** The heading of what a model's makers know of its faults. */
  static final String WEAK = "Where this model is weak";

  /** The column of a model's table that has codes. */
  private static final int CODES = 1;

  /** So many lines of one kind stand open, and more are folded up but for some. */
  private static final int MOST_OPEN = 8;

  /** So many of them are not folded up. */
  private static final int SOME = 2;

  /** So many readings are listed one by one; a page of more would take long to load. */
  private static final int MOST_LISTED = 10_000;

  private final Results report;
  private final Sources sources;

  DataQualitySection(Results report, Sources sources) {
    this.report = report;
    this.sources = sources;
  }

  @Override
  public String heading() {
    return "What it rests on";
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public Optional<String> inShort() {
    int readings = 0;
    for (Scorecard card : sources.cards()) {
      for (NodeScore node : card.nodes()) {
        readings += node.readings().size();
      }
    }
    return Optional.of(
        Text.of(
            "%s from %s. %s%s",
            Text.count(readings, "reading", "readings"),
            Text.count(sources.documents().size(), "source", "sources"),
            coverage(),
            report.weaknesses().isEmpty()
                ? ""
                : Text.of(
                    " The model is known to be weak in %s.",
                    Text.count(report.weaknesses().size(), "point", "points"))));
  }

  private String coverage() {
    int least = 0;
    for (int card = 1; card < sources.cards().size(); card++) {
      double coverage = sources.cards().get(card).coverage();
      least = coverage < sources.cards().get(least).coverage() ? card : least;
    }
    double coverage = sources.cards().get(least).coverage();
    return coverage >= 1
        ? "No reading is missing."
        : Text.of(
            "The least coverage is %s %% of the weight (%s).",
            Decimals.percent(coverage, 0), sources.label(least));
  }

  @Override
  public void write(HtmlWriter html, ChartWriter writer) {
    weaknesses(html);
    notes(html);
    remarks(html);
    writer.panel(
        "h3", "firmness", "How firm the readings are", firmness(), () -> firmness(html, writer));
    int listed = listed();
    writer.panel(
        "h3",
        "readings",
        "Every reading and its source",
        Text.of(
            "Of %s: %s.",
            Text.count(listed, "score", "scores"),
            Text.list(
                listed <= MOST_OPEN
                    ? labels(listed)
                    : List.of(labels(SOME).get(0), labels(SOME).get(1), "others"))),
        () -> allReadings(html, writer, listed));
    String all = Text.count(sources.documents().size(), "source", "sources") + ", by number";
    writer.panel("h3", "sources", all, "", () -> documents(html));
    writer.panel(
        "h3",
        "model",
        "The model",
        "",
        () -> {
          html.paragraph(
              "Scores compare only where the model and its scales are the same. Its fingerprint is"
                  + " in the head of the page.");
          writer.table("As a table: ", withoutCodes(sources.cards().get(0).model().toTable()));
        });
    report.tables().forEach(writer::ownTable);
  }

  private void weaknesses(HtmlWriter html) {
    if (!report.weaknesses().isEmpty()) {
      html.element("h3", WEAK, "id", "weak").open("ul");
      report.weaknesses().forEach(weak -> html.element("li", weak));
      html.close("ul");
    }
  }

  /** Of the first score, what share of its weight is of which quality. */
  private String firmness() {
    Basis basis = sources.cards().get(0).basis();
    return Text.of(
        "%s: %s %% of the weight is exact, %s %% estimated, %s %% judged.",
        sources.label(0),
        Decimals.percent(basis.exact(), 0),
        Decimals.percent(basis.estimate(), 0),
        Decimals.percent(basis.judgement(), 0));
  }

  private void firmness(HtmlWriter html, ChartWriter writer) {
    html.paragraph(
        "Exact: printed figures and dated events. Estimated: bounded or disputed figures. Judged:"
            + " codings of text or of the public record.");
    String firm = writer.told(Basis.table(sources.cards()));
    if (sources.cards().size() <= MOST_OPEN) {
      writer.scrolling(firm, "How firm the readings are");
    } else {
      writer.folded("How firm the readings of all " + sources.cards().size() + " scores are", firm);
    }
  }

  private List<String> labels(int most) {
    return IntStream.range(0, most).mapToObj(sources::label).toList();
  }

  private void allReadings(HtmlWriter html, ChartWriter writer, int listed) {
    for (int card = 0; card < listed; card++) {
      if (card == SOME && listed > MOST_OPEN) {
        html.open("details").element("summary", Text.of("%s more scores", listed - SOME));
      }
      readings(html, writer, card);
    }
    if (listed > MOST_OPEN) {
      html.close("details");
    }
    if (listed < sources.cards().size()) {
      html.paragraph(
          Text.of(
              "Left out here: the readings of %s, from \"%s\" on, since a page lists %s"
                  + " readings at most. The table of each scorecard has them.",
              Text.count(sources.cards().size() - listed, "more score", "more scores"),
              sources.label(listed),
              MOST_LISTED));
    }
  }

  private void documents(HtmlWriter html) {
    html.open("ol", "class", "documents");
    for (int i = 1; i <= sources.documents().size(); i++) {
      html.open("li", "id", Sources.id(i)).linked(sources.documents().get(i - 1)).close("li");
    }
    html.close("ol");
  }

  private void notes(HtmlWriter html) {
    List<String> notes = report.notes();
    for (int i = 0; i < notes.size(); i++) {
      if (i == SOME && notes.size() > SOME) {
        html.open("details", "class", "more");
        html.element("summary", Text.count(notes.size() - SOME, "more note", "more notes"));
      }
      html.open("p").linked(notes.get(i)).close("p");
    }
    if (notes.size() > SOME) {
      html.close("details");
    }
  }

  /** What is to be known of the readings of a score; one remark on several scores comes once. */
  private void remarks(HtmlWriter html) {
    Map<String, List<Scorecard>> remarks = new LinkedHashMap<>();
    for (Scorecard card : sources.cards()) {
      for (String remark : card.remarks()) {
        remarks.computeIfAbsent(remark, any -> new ArrayList<>()).add(card);
      }
    }
    if (!remarks.isEmpty()) {
      html.open("details", "class", "more");
      html.element(
          "summary", Text.count(remarks.size(), "remark on readings", "remarks on readings"));
      remarks.forEach((remark, of) -> html.paragraph(names(of) + ": " + remark));
      html.close("details");
    }
  }

  /** Countries, with their date once if they share one. */
  private static String names(List<Scorecard> cards) {
    Optional<String> day = ReportText.day(cards);
    List<String> names = new ArrayList<>();
    cards.forEach(card -> names.add(ReportText.name(card, day.isEmpty())));
    return Text.list(names) + day.map(date -> " on " + date).orElse("");
  }

  /** How many scorecards' readings are listed: those of comparisons, which are linked, and more. */
  private int listed() {
    int linked = new Sources(report.compared()).cards().size();
    int listed = 0;
    int readings = 0;
    for (Scorecard card : sources.cards()) {
      readings += card.model().criteria().size();
      if (listed >= linked && readings > MOST_LISTED) {
        return listed;
      }
      listed++;
    }
    return listed;
  }

  private void readings(HtmlWriter html, ChartWriter writer, int number) {
    Scorecard card = sources.cards().get(number);
    String title = sources.label(number) + ", score " + ReportText.points(card.value());
    html.open("details", "id", Sources.cardId(number));
    html.element("summary", title);
    HtmlWriter table = new HtmlWriter();
    table.open("table", "class", "cards");
    table.element("caption", "Readings: " + title);
    table.open("thead").open("tr");
    // The style sheet names the columns once more, for screens on which a row is a card.
    for (String header : List.of("Indicator", "Reading", "Value", "Points", "Sources")) {
      boolean isNumber = header.equals("Value") || header.equals("Points");
      String style = isNumber ? "number" : "words";
      table.element("th", header, "scope", "col", "class", style);
    }
    table.close("tr").close("thead").open("tbody");
    for (NodeScore node : card.nodes()) {
      node.indicator().ifPresent(indicator -> row(table, card, number, node, indicator));
    }
    table.close("tbody").close("table");
    writer.scrolling(table.toString(), "Readings: " + title);
    html.close("details");
  }

  private void row(
      HtmlWriter html, Scorecard card, int number, NodeScore node, Indicator indicator) {
    html.open("tr", "id", Sources.readingId(number, node.code()));
    html.element("th", node.name(), "scope", "row");
    html.element("td", ReportText.readings(node, indicator));
    html.element("td", ReportText.number(node.value(), 1), "class", "number");
    html.element("td", points(card, node), "class", "number");
    html.open("td");
    for (Reading reading : node.readings()) {
      html.open("div");
      if (node.readings().size() > 1) {
        html.text(
            ReportText.span(reading.estimate().lower(), reading.estimate().upper(), indicator)
                + ": ");
      }
      source(html, reading);
      html.close("div");
    }
    if (node.readings().isEmpty()) {
      html.text(
          node.notApplicable()
              .map(NotApplicable::source)
              .filter(Source::isStated)
              .map(Source::toString)
              .orElse("none"));
    }
    html.close("td").close("tr");
  }

  private static String points(Scorecard card, NodeScore node) {
    try {
      Contribution part = card.contribution(node.code());
      return ReportText.number(OptionalDouble.of(part.points()), 1);
    } catch (IllegalArgumentException noContributions) {
      return "–";
    }
  }

  private void source(HtmlWriter html, Reading reading) {
    Source source = reading.source();
    if (!source.isStated()) {
      html.text("source not stated");
      return;
    }
    for (String document : Sources.documents(reading)) {
      int number = sources.number(document);
      html.link(Sources.id(number), "[" + number + "]").text(" ");
    }
    html.linked(PlainWords.place(source.place()));
    if (source.observedYear().isPresent()) {
      html.text((source.place().isEmpty() ? "" : ", ") + source.observedYear().getAsInt());
    }
    if (source.quality() != Quality.UNSTATED) {
      html.text(" (" + source.quality().name().toLowerCase(Locale.ROOT) + ")");
    }
    if (!source.note().isEmpty()) {
      html.text(". ").linked(PlainWords.place(source.note()));
    }
  }

  /** The table of a model without the column of codes, which only programs need. */
  private static Table withoutCodes(Table model) {
    int[] columns = IntStream.range(0, model.columnCount()).filter(i -> i != CODES).toArray();
    Table.Builder table = Table.titled("The model");
    for (int column : columns) {
      String header = model.headers().get(column);
      if (model.isNumeric(column)) {
        table.number(header, 3);
      } else {
        table.text(header);
      }
    }
    for (int row = 0; row < model.rowCount(); row++) {
      List<Object> cells = new ArrayList<>();
      for (int column : columns) {
        OptionalDouble number = model.number(row, column);
        cells.add(number.isPresent() ? number.getAsDouble() : model.cell(row, column));
      }
      table.row(cells.toArray());
    }
    model.notes().forEach(table::note);
    return table.build();
  }
}
