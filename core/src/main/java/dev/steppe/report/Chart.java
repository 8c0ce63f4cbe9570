package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.table.Table;

/** A drawing, its reading in a sentence, and the same as a table. */
interface Chart {

  /** The width of a drawing on a desk, in pixels. */
  int WIDE = 720;

  /** The width of a drawing in the hand. */
  int NARROW = 340;

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
