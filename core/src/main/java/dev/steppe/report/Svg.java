package dev.steppe.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Markup;
import dev.steppe.table.Decimals;

/**
 * Writes the shapes of one drawing. Lengths are in pixels, from the upper left corner. Colours are
 * the classes of the style sheet, so that a drawing follows the colours of its page.
 */
final class Svg {

  /** The size of text on a drawing. */
  static final double FONT = 14;

  /** The width of a character is no more than this share of the size, on average, in most fonts. */
  private static final double CHARACTER = 0.62;

  private final StringBuilder out = new StringBuilder();

  /** A rectangle that tells what it is when pointed at. */
  @CanIgnoreReturnValue
  Svg rect(String style, double x, double y, double width, double height, String tip) {
    out.append("<rect class=\"").append(style).append("\" x=\"").append(number(x));
    out.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(width));
    out.append("\" height=\"").append(number(height)).append("\">");
    return tip(tip, "rect");
  }

  @CanIgnoreReturnValue
  Svg line(String style, double x1, double y1, double x2, double y2) {
    out.append("<line class=\"").append(style).append("\" x1=\"").append(number(x1));
    out.append("\" y1=\"").append(number(y1)).append("\" x2=\"").append(number(x2));
    out.append("\" y2=\"").append(number(y2)).append("\"/>\n");
    return this;
  }

  @CanIgnoreReturnValue
  Svg circle(String style, double x, double y, double radius, String tip) {
    out.append("<circle class=\"").append(style).append("\" cx=\"").append(number(x));
    out.append("\" cy=\"").append(number(y)).append("\" r=\"").append(number(radius)).append("\">");
    return tip(tip, "circle");
  }

  /** A line through points, given as x, y, x, y, ... */
  @CanIgnoreReturnValue
  Svg polyline(String style, double... points) {
    out.append("<polyline class=\"").append(style).append("\" points=\"");
    for (int i = 0; i < points.length; i++) {
      out.append(i == 0 ? "" : i % 2 == 0 ? " " : ",").append(number(points[i]));
    }
    out.append("\"/>\n");
    return this;
  }

  /** Text that starts at x. */
  @CanIgnoreReturnValue
  Svg text(String style, double x, double y, String text) {
    out.append("<text class=\"").append(style).append("\" x=\"").append(number(x));
    out.append("\" y=\"").append(number(y)).append("\">").append(Markup.shown(text));
    out.append("</text>\n");
    return this;
  }

  /** Puts all shapes of another drawing on top. */
  @CanIgnoreReturnValue
  Svg append(Svg other) {
    out.append(other.out);
    return this;
  }

  /** Puts all shapes of another drawing on top, so far down. */
  @CanIgnoreReturnValue
  Svg moved(double down, Svg other) {
    out.append("<g transform=\"translate(0 ").append(number(down)).append(")\">\n");
    out.append(other.out).append("</g>\n");
    return this;
  }

  /** Puts all shapes of another drawing on top, so far to the right. */
  @CanIgnoreReturnValue
  Svg movedRight(double right, Svg other) {
    out.append("<g transform=\"translate(").append(number(right)).append(")\">\n");
    out.append(other.out).append("</g>\n");
    return this;
  }

  private Svg tip(String tip, String tag) {
    out.append("<title>").append(Markup.shown(tip)).append("</title></").append(tag);
    out.append(">\n");
    return this;
  }

  /** All shapes so far. */
  String shapes() {
    return out.toString();
  }

  /** How wide a text is at most, roughly. */
  static double width(String text) {
    return CHARACTER * FONT * cells(text);
  }

  /** The count of characters, in which those of East Asian scripts count as two. */
  static int cells(String text) {
    return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
  }

  /** To a hundredth of a pixel. */
  static String number(double value) {
    String text = Decimals.fixed(value, 2);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
