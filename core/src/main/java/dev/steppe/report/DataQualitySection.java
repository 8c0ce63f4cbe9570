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
    Scorecard least = sources.cards().get(0);
    for (Scorecard card : sources.cards()) {
      least = card.coverage() < least.coverage() ? card : least;
    }
    return Optional.of(
        Text.of(
            "%s from %s. The least coverage is %s %% of the weight (%s).",
            Text.count(readings, "reading", "readings"),
            Text.count(sources.documents().size(), "source", "sources"),
            Decimals.percent(least.coverage(), 0),
            least.countryAtDate().name()));
  }

  @Override
  public void write(HtmlWriter html, ChartWriter writer) {
    notes(html);
    remarks(html);
    html.element("h3", "How firm the readings are", "id", "firmness");
    html.paragraph(
        "Exact: printed figures and dated events. Estimated: bounded or disputed figures. Judged:"
            + " codings of text or of the public record.");
    String firm = writer.told(Basis.table(sources.cards()));
    if (sources.cards().size() <= MOST_OPEN) {
      writer.scrolling(firm, "How firm the readings are");
    } else {
      writer.folded("How firm the readings of all " + sources.cards().size() + " scores are", firm);
    }
    html.element("h3", "Every reading and its source", "id", "readings");
    int listed = listed();
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
    html.element("h3", "Sources", "id", "sources");
    boolean folded = sources.documents().size() > MOST_OPEN;
    if (folded) {
      html.open("details");
      html.element("summary", Text.of("All %s sources", sources.documents().size()));
    }
    html.open("ol", "class", "documents");
    for (int i = 1; i <= sources.documents().size(); i++) {
      html.open("li", "id", Sources.id(i)).linked(sources.documents().get(i - 1)).close("li");
    }
    html.close("ol");
    if (folded) {
      html.close("details");
    }
    model(html, writer);
  }

  private void notes(HtmlWriter html) {
    List<String> notes = report.notes();
    for (int i = 0; i < notes.size(); i++) {
      if (i == SOME && notes.size() > SOME) {
        html.open("details");
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
    Map<String, List<String>> remarks = new LinkedHashMap<>();
    for (int card = 0; card < sources.cards().size(); card++) {
      Scorecard one = sources.cards().get(card);
      for (String remark : one.remarks()) {
        remarks.computeIfAbsent(remark, any -> new ArrayList<>()).add(sources.label(card));
      }
    }
    boolean folded = remarks.size() > SOME;
    if (folded) {
      html.open("details");
      html.element("summary", Text.of("%s remarks on readings", remarks.size()));
    }
    remarks.forEach((remark, of) -> html.paragraph(Text.list(of) + ": " + remark));
    if (folded) {
      html.close("details");
    }
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

  private void model(HtmlWriter html, ChartWriter writer) {
    Scorecard any = sources.cards().get(0);
    html.element("h3", "The model", "id", "model");
    html.paragraph(
        "Scores compare only where the model and its scales are the same. It is in this table, and"
            + " its fingerprint is in the head of the page.");
    writer.table("As a table: ", withoutCodes(any.model().toTable()));
    for (Table table : report.tables()) {
      writer.ownTable(table);
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
