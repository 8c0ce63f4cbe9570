package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.model.RiskClasses;
import java.util.List;

/**
 * Where the rows of a chart of bars go: names beside the bars, or above them where there is little
 * room.
 */
final class Rows {

  static final double LINE = 17;
  private static final double GAP = 12;
  private static final int TICKS = 5;
  private static final double NARROW = 480;
  private static final double MOST_NAMES = 260;

  /** Room for half of the last number below the axis. */
  private static final double EDGE = 12;

  /** Where the rows start. */
  private static final double TOP = 4;

  /** The height of a bar. */
  static final double BAR = 16;

  private final Svg back;
  private final Svg marks = new Svg();
  private final Svg front = new Svg();
  private final boolean above;
  private ImmutableDoubleArray cuts = ImmutableDoubleArray.of();
  private final double names;
  private final Scale scale;
  private double top = TOP;
  private double y = TOP;

  private Rows(Svg back, boolean above, double names, Scale scale) {
    this.back = back;
    this.above = above;
    this.names = names;
    this.scale = scale;
  }

  /**
   * Starts at the top of a drawing, with as much room as the longest texts need.
   *
   * @param names of all rows
   * @param values what stands beside the bars of all rows
   */
  static Rows of(
      Svg back, int width, List<String> names, List<String> values, double from, double to) {
    boolean above = width < NARROW;
    double left = above ? 0 : Math.min(MOST_NAMES, widest(names));
    double right = above ? 0 : 10 + widest(values);
    double edge = above ? EDGE : 10;
    return new Rows(
        back, above, left, new Scale(from, to, left + edge, width - Math.max(right, EDGE)));
  }

  private static double widest(List<String> texts) {
    return texts.stream().mapToDouble(Svg::width).max().orElse(0);
  }

  Scale scale() {
    return scale;
  }

  /** Where the rows are drawn, in front of the lines of the axis. */
  Svg front() {
    return front;
  }

  /** Whether names and numbers stand above the bars. */
  boolean isNarrow() {
    return above;
  }

  /**
   * Starts a row with its name, and with what its bar says.
   *
   * @return the upper edge of the bar
   */
  double row(String name, String style, String value) {
    if (above) {
      double room = scale.end() - Svg.width(value) - 8;
      ImmutableList<String> lines = Labels.lines(name, room, 3);
      for (String line : lines) {
        y += LINE;
        front.text(style, 0, y - 3, line);
      }
      front.text("value end", scale.end() + EDGE, y - 3, value);
      y += BAR + GAP;
      return y - BAR - GAP + 2;
    }
    ImmutableList<String> lines = Labels.lines(name, names, 2);
    double height = Math.max(BAR, LINE * lines.size());
    double first = y + (height - LINE * lines.size()) / 2;
    for (int i = 0; i < lines.size(); i++) {
      front.text(style + " end", names, first + LINE * i + 13, lines.get(i));
    }
    double bar = y + (height - BAR) / 2;
    front.text("value", scale.end() + 10, bar + 13, value);
    y += height + GAP * 2 / 3;
    return bar;
  }

  /** Marks a value from top to bottom, behind the rows. */
  void mark(String style, double value) {
    marks.line(style, scale.at(value), top, scale.at(value), y);
  }

  /** Names classes above the rows, and marks where they begin; first, before all rows. */
  void classes(RiskClasses classes) {
    cuts = classes.cuts();
    ClassNames names = ClassNames.of(classes, scale);
    names.write(back, TOP);
    top += LINE * names.lines();
    y = top;
  }

  /** Ends the rows with an axis, and with lines up from it, behind the rows. */
  double axis(String name) {
    int count = above ? TICKS - 1 : TICKS;
    double bottom = y + 2;
    for (double tick : scale.ticks(count)) {
      back.line("grid", scale.at(tick), top, scale.at(tick), bottom);
      back.text("tick middle", scale.at(tick), bottom + LINE - 1, scale.label(tick, count));
    }
    for (int i = 0; i < cuts.length(); i++) {
      back.line("cut", scale.at(cuts.get(i)), top, scale.at(cuts.get(i)), bottom);
    }
    back.line("axis", scale.start(), bottom, scale.end(), bottom);
    back.text("tick middle", (scale.start() + scale.end()) / 2, bottom + 2 * LINE, name);
    back.append(marks).append(front);
    return bottom + 2 * LINE + 6;
  }
}
