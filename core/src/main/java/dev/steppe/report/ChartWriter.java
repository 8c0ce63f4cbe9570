package dev.steppe.report;

import dev.steppe.internal.Markup;
import dev.steppe.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Puts charts on a page: heading, reading, drawing, legend, and the same as a table. */
final class ChartWriter {

  /** Larger tables would make the page slow to load. */
  private static final int MOST_SAVED = 100_000;

  private final HtmlWriter html;
  private int count;

  ChartWriter(HtmlWriter html) {
    this.html = html;
  }

  void add(Chart chart) {
    add(chart, "h3");
  }

  /**
   * Adds a chart under a heading of a level.
   *
   * @param heading the element, such as h3
   */
  void add(Chart chart, String heading) {
    count++;
    String id = "chart-" + count;
    html.element(heading, chart.title(), "id", id);
    html.element("p", chart.reading(), "class", "reading");
    html.open("figure", "aria-labelledby", id);
    keys(chart);
    drawing(chart, id, "wide", Chart.WIDE);
    drawing(chart, id, "narrow", Chart.NARROW);
    html.element("figcaption", chart.legend());
    html.close("figure");
    table("As a table: ", chart.table());
  }

  private void keys(Chart chart) {
    if (chart.keys().isEmpty()) {
      return;
    }
    html.open("ul", "class", "keys");
    for (LegendEntry entry : chart.keys()) {
      html.open("li");
      html.open("svg", "width", "16", "height", "16", "aria-hidden", "true", "xmlns", SVG);
      html.open("rect", "class", entry.style(), "x", "1", "y", "1", "width", "14", "height", "14");
      html.raw("</rect></svg> ").text(entry.name()).close("li");
    }
    html.close("ul");
  }

  private static final String SVG = "http://www.w3.org/2000/svg";

  /** The chart for one width of screen; the style sheet shows the one that fits. */
  private void drawing(Chart chart, String id, String size, int width) {
    Svg shapes = new Svg();
    String height = Svg.number(Math.ceil(chart.draw(shapes, width)));
    String titles = id + "-" + size;
    html.open(
        "svg",
        "xmlns",
        SVG,
        "class",
        "chart " + size,
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        Integer.toString(width),
        "height",
        height,
        "role",
        "img",
        "aria-labelledby",
        titles + "-title " + titles + "-desc");
    html.raw("\n");
    html.element("title", chart.title(), "id", titles + "-title");
    html.element("desc", chart.reading(), "id", titles + "-desc");
    html.raw(shapes.shapes()).close("svg");
  }

  /** A table that opens on demand. */
  void table(String what, Table table) {
    String title = table.title().isEmpty() ? "figures" : table.title();
    html.open("details").element("summary", what + title);
    scrolling(table.toHtml(), title);
    save(title, table.toCsv());
    html.close("details");
  }

  /** A link that saves the figures, which are part of the page. */
  private void save(String title, String csv) {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_SAVED) {
      html.paragraph("Too large to save from here: " + bytes.length + " bytes as CSV.");
      return;
    }
    String name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", "-");
    html.open("p")
        .open(
            "a",
            "download",
            name.replaceAll("^-|-$", "") + ".csv",
            "href",
            "data:text/csv;charset=utf-8;base64," + Base64.getEncoder().encodeToString(bytes))
        .text("Save as CSV");
    html.raw("</a>").close("p");
  }

  /** Content that opens on demand. */
  void folded(String name, String content) {
    html.open("details").element("summary", name);
    scrolling(content, name);
    html.close("details");
  }

  /** What may be wider than the screen scrolls by itself, by keyboard too. */
  void scrolling(String content, String name) {
    html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
    html.raw(Markup.escaped(name)).raw("\">\n").raw(content).raw("\n</div>\n");
  }
}
