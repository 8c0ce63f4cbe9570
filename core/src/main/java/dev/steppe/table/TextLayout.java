package dev.steppe.table;

import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table as aligned text. */
final class TextLayout {

  private static final int GAP = 2;

  /** A column of text is not squeezed below its longest word, if that is no longer than this. */
  private static final int WORD = 24;

  private final Table table;
  private final int target;
  private final int columns;
  private final int[] widths;
  private final StringBuilder out = new StringBuilder();

  private TextLayout(Table table, int target) {
    this.table = table;
    this.target = target;
    this.columns = table.columnCount();
    this.widths = new int[columns];
  }

  static String of(Table table, int target) {
    return new TextLayout(table, target).render();
  }

  private String render() {
    List<String[]> grid = new ArrayList<>(table.rowCount() + 1);
    String[] headers = table.headers().toArray(new String[0]);
    for (int column = 0; column < columns; column++) {
      headers[column] = Text.printable(headers[column]);
    }
    grid.add(headers);
    for (int row = 0; row < table.rowCount(); row++) {
      Interruption.checkIfMany((long) row * table.columnCount(), table.columnCount());
      String[] cells = new String[columns];
      for (int column = 0; column < columns; column++) {
        cells[column] = Text.printable(table.cell(row, column));
      }
      grid.add(cells);
    }
    fitWidths(grid);

    if (!table.title().isEmpty()) {
      appendWrapped(table.title());
      out.append('\n');
    }
    appendRow(headers);
    appendRule();
    for (int row = 0; row < table.rowCount(); row++) {
      Interruption.checkIfMany((long) row * table.columnCount(), table.columnCount());
      if (table.hasRuleAbove(row)) {
        appendRule();
      }
      appendRow(grid.get(row + 1));
    }
    if (table.rowCount() == 0) {
      out.append("(no rows)\n");
    }
    if (!table.notes().isEmpty()) {
      out.append('\n');
      for (String note : table.notes()) {
        appendWrapped(note);
      }
    }
    out.setLength(out.length() - 1);
    return out.toString();
  }

  /** Gives every column what it needs, then narrows the widest text until the table fits. */
  private void fitWidths(List<String[]> grid) {
    int[] least = new int[columns];
    int total = GAP * (columns - 1);
    for (int column = 0; column < columns; column++) {
      int longestWord = 0;
      for (String[] cells : grid) {
        widths[column] = Math.max(widths[column], Lines.widest(cells[column], '\n'));
        if (!table.isNumeric(column)) {
          longestWord = Math.max(longestWord, Lines.widest(cells[column], ' '));
        }
      }
      if (table.isNumeric(column)) {
        least[column] = widths[column];
      } else {
        widths[column] = Math.min(widths[column], target);
        least[column] = Math.min(widths[column], Math.min(longestWord, WORD));
      }
      total += widths[column];
    }
    int widest = Arrays.stream(widths).max().orElse(0);
    for (int width = widest; width > 0 && total > target; width--) {
      for (int column = 0; column < columns && total > target; column++) {
        if (widths[column] == width && width > least[column]) {
          widths[column]--;
          total--;
        }
      }
    }
  }

  private void appendWrapped(String text) {
    for (String line : Lines.wrap(Text.printable(text), target)) {
      out.append(line);
      endLine();
    }
  }

  private void appendRule() {
    for (int column = 0; column < columns; column++) {
      startCell(column);
      append('-', widths[column]);
    }
    endLine();
  }

  private void appendRow(String[] cells) {
    if (fits(cells)) {
      appendLine(cells);
      return;
    }
    List<List<String>> wrapped = new ArrayList<>(columns);
    int height = 1;
    for (int column = 0; column < columns; column++) {
      List<String> lines = Lines.wrap(cells[column], widths[column]);
      wrapped.add(lines);
      height = Math.max(height, lines.size());
    }
    String[] parts = new String[columns];
    for (int line = 0; line < height; line++) {
      for (int column = 0; column < columns; column++) {
        List<String> lines = wrapped.get(column);
        parts[column] = line < lines.size() ? lines.get(line) : "";
      }
      appendLine(parts);
    }
  }

  /** Whether all cells of a row are of one line as wide as their column, as most are. */
  private boolean fits(String[] cells) {
    for (int column = 0; column < columns; column++) {
      if (cells[column].indexOf('\n') >= 0 || Lines.width(cells[column]) > widths[column]) {
        return false;
      }
    }
    return true;
  }

  private void appendLine(String[] parts) {
    for (int column = 0; column < columns; column++) {
      int padding = widths[column] - Lines.width(parts[column]);
      startCell(column);
      if (table.isRightAligned(column)) {
        append(' ', padding);
        out.append(parts[column]);
      } else {
        out.append(parts[column]);
        append(' ', padding);
      }
    }
    endLine();
  }

  private void startCell(int column) {
    if (column > 0) {
      append(' ', GAP);
    }
  }

  private void append(char c, int times) {
    out.append(String.valueOf(c).repeat(Math.max(0, times)));
  }

  /** Ends a line without spaces at its end. */
  private void endLine() {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    out.append('\n');
  }
}
