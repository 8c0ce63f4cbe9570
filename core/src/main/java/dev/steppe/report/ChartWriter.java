package dev.steppe.report;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.steppe.internal.Markup;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Puts charts on a page: heading, reading, drawing, legend, sources, and the same as a table. The
 * first chart of a section may be open; the others are folded up under their reading.
 */
final class ChartWriter {

  /** Larger tables and pictures would make the page slow to load. */
  private static final int MOST_SAVED = 100_000;

  private final HtmlWriter html;

  /** How often each name of what scrolls was given: those who hear the page tell them apart. */
  private final Multiset<String> regions = HashMultiset.create();

  private final PlainWords words;
  private final Sources sources;
  private boolean isOpen;
  private int count;

  /**
   * Writes charts.
   *
   * @param words how tables are told
   * @param sources that are listed on the page
   */
  ChartWriter(HtmlWriter html, PlainWords words, Sources sources) {
    this.html = html;
    this.words = words;
    this.sources = sources;
  }

  /**
   * Starts a section.
   *
   * @param opens whether its first chart is open
   */
  void section(boolean opens) {
    isOpen = opens;
  }

  /**
   * Adds a chart.
   *
   * @param from whose readings it rests on
   */
  void add(Chart chart, Iterable<Scorecard> from) {
    add(chart, "h3", from);
  }

  /**
   * Adds a chart under a heading of a level.
   *
   * @param heading the element, such as h3
   */
  void add(Chart chart, String heading, Iterable<Scorecard> from) {
    add(chart, heading, from, () -> {});
  }

  /**
   * Adds a chart under a heading of a level, and something behind it.
   *
   * @param more writes what is folded up with it
   */
  void add(Chart chart, String heading, Iterable<Scorecard> from, Runnable more) {
    count++;
    String id = "chart-" + count;
    if (isOpen) {
      isOpen = false;
      html.element(heading, chart.title(), "id", id);
      html.element("p", chart.reading(), "class", "reading");
      figure(chart, id, new SourceLine(from));
      more.run();
    } else {
      panel(
          heading,
          id,
          chart.title(),
          chart.reading(),
          () -> {
            figure(chart, id, new SourceLine(from));
            more.run();
          });
    }
  }

  /**
   * Adds what is folded up under its heading and what it says in a sentence; on paper all of it is
   * there but tables.
   *
   * @param heading the element, such as h3
   * @param content writes it
   */
  void panel(String heading, String id, String title, String reading, Runnable content) {
    html.open("details", "class", "panel").open("summary");
    html.element(heading, title, "id", id);
    if (!reading.isEmpty()) {
      html.element("span", reading, "class", "reading");
    }
    html.close("summary");
    content.run();
    html.close("details");
  }

  private void figure(Chart chart, String id, SourceLine source) {
    html.open("figure", "aria-labelledby", id);
    Svg wide = new Svg();
    double height = drawings(html, chart, id, wide);
    html.open("figcaption").element("p", chart.legend());
    source.write(html, sources);
    html.close("figcaption").close("figure");
    String picture = Picture.of(chart, wide, height, source.text());
    Table table = words.told(chart.table());
    folded("As a table: ", table, link("picture (SVG)", chart.title(), "svg", picture));
  }

  /** The keys and both drawings of a chart. */
  static void drawings(HtmlWriter html, Chart chart, String id) {
    drawings(html, chart, id, new Svg());
  }

  /** The same, with the wide drawing handed out, and its height. */
  private static double drawings(HtmlWriter html, Chart chart, String id, Svg wide) {
    keys(html, chart);
    double height = chart.draw(wide, Chart.WIDE);
    drawing(html, chart, id + "-wide", Chart.WIDE, height, wide);
    Svg narrow = new Svg();
    drawing(html, chart, id + "-narrow", Chart.NARROW, chart.draw(narrow, Chart.NARROW), narrow);
    return height;
  }

  private static void keys(HtmlWriter html, Chart chart) {
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
  private static void drawing(
      HtmlWriter html, Chart chart, String id, int width, double drawn, Svg shapes) {
    String height = Svg.number(Math.ceil(drawn));
    String size = width == Chart.WIDE ? "wide" : "narrow";
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
        id + "-title " + id + "-desc");
    html.raw("\n");
    html.element("title", chart.title(), "id", id + "-title");
    html.element("desc", chart.reading(), "id", id + "-desc");
    html.raw(shapes.shapes()).close("svg");
  }

  /** A table of the library in words for people. */
  String told(Table table) {
    return words.told(table).toHtml();
  }

  /** A table of the library that opens on demand. */
  void table(String what, Table table) {
    folded(what, words.told(table), "");
  }

  /** A table of the page's author that opens on demand, in the author's words. */
  void ownTable(Table table) {
    folded("", words.named(table), "");
  }

  private void folded(String what, Table table, String more) {
    String title = table.title().isEmpty() ? "figures" : table.title();
    html.open("details", "class", "more").element("summary", what + title);
    scrolling(table.toHtml(), title);
    html.open("p").raw(link("figures (CSV)", title, "csv", table.toCsv()));
    html.raw(more.isEmpty() ? "" : " ").raw(more).close("p");
    html.close("details");
  }

  /** A link that saves what is part of the page. */
  private static String link(String what, String title, String kind, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    HtmlWriter link = new HtmlWriter();
    if (bytes.length > MOST_SAVED) {
      return link.text(
              Text.of(
                  "Too large to save from here: the %s, %s bytes; at most %s.",
                  what, bytes.length, MOST_SAVED))
          .toString();
    }
    String type = kind.equals("svg") ? "image/svg+xml" : "text/csv;charset=utf-8";
    return link.open(
            "a",
            "download",
            Slug.of(title) + "." + kind,
            "href",
            "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes))
        .text("Save the " + what)
        .raw("</a>")
        .toString();
  }

  /** Content that opens on demand. */
  void folded(String name, String content) {
    html.open("details", "class", "more").element("summary", name);
    scrolling(content, name);
    html.close("details");
  }

  /** What may be wider than the screen scrolls by itself, by keyboard too. */
  void scrolling(String content, String name) {
    html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
    int before = regions.add(name, 1);
    html.raw(Markup.escaped(before == 0 ? name : name + ", " + (before + 1)));
    html.raw("\">\n").raw(content).raw("\n</div>\n");
  }
}
