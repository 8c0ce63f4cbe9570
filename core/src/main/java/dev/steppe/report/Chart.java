package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.table.Table;
import java.util.List;

/** A drawing, its reading in a sentence, and the same as a table. */
interface Chart {

  /** The width of a drawing on a desk, in pixels. */
  int WIDE = 720;

  /** The width of a drawing in the hand. */
  int NARROW = 340;

  /** So many rows are drawn at most: more of them take longer to look through than a table. */
  int MOST_ROWS = 20;

  /** The rows that are drawn. */
  static <T> List<T> drawn(List<T> rows) {
    return rows.subList(0, Math.min(MOST_ROWS, rows.size()));
  }

  /** What a legend says of the others; empty if there are none. */
  static String undrawn(List<?> rows) {
    return rows.size() <= MOST_ROWS
        ? ""
        : Text.of(" Drawn: the first %s of %s; the table has all.", MOST_ROWS, rows.size());
  }

  /** What the chart shows, as a heading has it. */
  String title();

  /** What it says, in a sentence; the first thing that is read. */
  String reading();

  /** How to read it: what the marks mean. */
  String legend();

  /** What its colours stand for; none if it has one colour only. */
  default ImmutableList<LegendEntry> keys() {
    return ImmutableList.of();
  }

  /** The same as a table. */
  Table table();

  /**
   * Draws it.
   *
   * @param width in pixels
   * @return the height that it took
   */
  double draw(Svg svg, int width);
}
