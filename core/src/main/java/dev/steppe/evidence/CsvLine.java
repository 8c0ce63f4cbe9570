package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.steppe.internal.FormulaGuard;

/**
 * One line of a CSV table. Cells of a column that is not there, whose index is less than 0, are
 * empty.
 *
 * @param number the line in the file, from 1
 * @param parts what stands in place of the first cell, if that was split; else empty
 */
record CsvLine(long number, CsvRecord cells, ImmutableList<String> parts) {

  CsvLine(long number, CsvRecord cells) {
    this(number, cells, ImmutableList.of());
  }

  /** How many cells it has. */
  int count() {
    return parts.isEmpty() ? cells.getFieldCount() : cells.getFieldCount() - 1 + parts.size();
  }

  private String cell(int column) {
    if (parts.isEmpty()) {
      return cells.getField(column);
    }
    return column < parts.size() ? parts.get(column) : cells.getField(column - parts.size() + 1);
  }

  /** A cell without spaces around it. */
  String stripped(int column) {
    return column < 0 ? "" : cell(column).strip();
  }

  /** A cell as it is, without the apostrophe that keeps it from being a formula. */
  String text(int column) {
    return column < 0 ? "" : FormulaGuard.unguarded(cell(column));
  }

  /** Whether it has several words in its first cell, and nothing else. */
  boolean isRemark() {
    return stripped(0).indexOf(' ') >= 0 && isBlankFrom(1);
  }

  /** Whether no cell says anything. */
  boolean isBlank() {
    return isBlankFrom(0);
  }

  private boolean isBlankFrom(int first) {
    for (int i = first; i < count(); i++) {
      if (!cell(i).isBlank()) {
        return false;
      }
    }
    return true;
  }
}
