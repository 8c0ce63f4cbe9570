package dev.steppe.report;

import com.google.common.collect.ImmutableList;

/**
 * Rows by columns of coloured cells, each with its number. Where the columns do not fit side by
 * side, they go on below.
 *
 * @param rows the names of the rows
 * @param columns the names of the columns
 * @param cells by row and column
 */
record HeatMap(
    ImmutableList<String> rows,
    ImmutableList<String> columns,
    ImmutableList<ImmutableList<Cell>> cells) {

  /** The height of a cell. */
  static final double CELL = 26;

  private static final double LINE = 17;
  private static final double WIDEST = 110;
  private static final double NAMES = 260;
  private static final double GAP = 10;

  /**
   * A cell.
   *
   * @param style the class of its colour
   * @param shown its number
   * @param tip what it is, in words
   */
  record Cell(String style, String shown, String tip) {}

  /** The narrowest that a cell can be. */
  private double least() {
    double least = 40;
    for (String column : columns) {
      least = Math.max(least, Math.min(Svg.width(column), 64) + 6);
    }
    for (ImmutableList<Cell> row : cells) {
      for (Cell cell : row) {
        least = Math.max(least, Svg.width(cell.shown()) + 8);
      }
    }
    return least;
  }

  double draw(Svg svg, int width) {
    double names = rows.stream().mapToDouble(Svg::width).max().orElse(0) + GAP;
    double left = width < 480 ? 0 : Math.min(NAMES, names);
    int fitting = Math.max(1, (int) Math.floor((width - left) / least()));
    int blocks = (columns.size() + fitting - 1) / fitting;
    int each = (columns.size() + blocks - 1) / blocks;
    double cell = Math.min(WIDEST, Math.floor((width - left) / each));
    double y = 0;
    for (int from = 0; from < columns.size(); from += each) {
      y = block(svg, from, Math.min(from + each, columns.size()), y, left, cell, width);
    }
    return y;
  }

  private double block(Svg svg, int from, int to, double top, double left, double cell, int width) {
    boolean narrow = left == 0;
    double y = top;
    for (int column = from; column < to; column++) {
      double middle = left + (column - from + 0.5) * cell;
      svg.text("tick middle", middle, y + LINE - 3, Labels.line(columns.get(column), cell - 4));
    }
    y += LINE + 3;
    for (int row = 0; row < rows.size(); row++) {
      ImmutableList<String> lines =
          Labels.lines(rows.get(row), narrow ? width : left - GAP, narrow ? 3 : 2);
      double height = narrow ? CELL : Math.max(CELL, LINE * lines.size() + 4);
      double text = narrow ? y : y + (height - LINE * lines.size()) / 2;
      for (int i = 0; i < lines.size(); i++) {
        String style = narrow ? "name" : "name end";
        svg.text(style, narrow ? 0 : left - GAP, text + LINE * i + 13, lines.get(i));
      }
      y += narrow ? LINE * lines.size() + 2 : 0;
      for (int column = from; column < to; column++) {
        Cell shown = cells.get(row).get(column);
        double x = left + (column - from) * cell;
        svg.rect("cell " + shown.style(), x + 1, y + 1, cell - 2, height - 2, shown.tip());
        svg.text("inside on-" + shown.style(), x + cell / 2, y + height / 2 + 5, shown.shown());
      }
      y += height + (narrow ? 6 : 0);
    }
    return y + 10;
  }
}
