package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Markup;

/**
 * A drawing as a file of its own, to put into a text or onto a slide: with its title, keys, legend
 * and sources, in the light colours, and with nothing to load.
 */
final class Picture {

  private static final double MARGIN = 20;
  private static final double LINE = 19;
  private static final int MOST_LINES = 8;

  private final Svg svg = new Svg();
  private double y = MARGIN;

  private Picture() {}

  /**
   * Frames a drawing.
   *
   * @param drawing the chart, drawn as wide as {@link Chart#WIDE}
   * @param height of the drawing
   * @param source where it is from, in words
   */
  static String of(Chart chart, Svg drawing, double height, String source) {
    return new Picture().framed(chart, drawing, height, source);
  }

  private String framed(Chart chart, Svg drawing, double height, String source) {
    lines("strong", chart.title());
    lines("name", chart.reading());
    keys(chart.keys());
    svg.moved(y + 4, drawing);
    y += height + 8;
    lines("tick", chart.legend());
    lines("tick", source);
    Svg placed = new Svg().movedRight(MARGIN, svg);
    double width = Chart.WIDE + 2 * MARGIN;
    String size = Svg.number(Math.ceil(y + MARGIN / 2));
    String shapes = placed.shapes();
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + Svg.number(width)
        + " "
        + size
        + "\" width=\""
        + Svg.number(width)
        + "\" height=\""
        + size
        + "\" role=\"img\">\n<title>"
        + Markup.shown(chart.title())
        + "</title>\n<desc>"
        + Markup.shown(chart.reading() + " " + source)
        + "</desc>\n<style>svg{font:14px system-ui,\"Segoe UI\",Roboto,Arial,sans-serif;"
        + "background:#ffffff}\n"
        + Style.of(shapes)
        + "</style>\n"
        + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        + shapes
        + "</svg>\n";
  }

  private void lines(String style, String text) {
    for (String line : Labels.lines(text, Chart.WIDE, MOST_LINES)) {
      svg.text(style, 0, y + 14, line);
      y += LINE;
    }
    y += 4;
  }

  private void keys(ImmutableList<LegendEntry> keys) {
    double x = 0;
    for (LegendEntry key : keys) {
      double room = 38 + Svg.width(key.name());
      if (x > 0 && x + room > Chart.WIDE) {
        x = 0;
        y += LINE;
      }
      svg.rect(key.style(), x, y + 2, 14, 14, key.name());
      svg.text("key", x + 20, y + 14, key.name());
      x += room;
    }
    y += keys.isEmpty() ? 0 : LINE + 4;
  }
}
