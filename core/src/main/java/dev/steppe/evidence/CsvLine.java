package dev.steppe.evidence;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.steppe.internal.FormulaGuard;

/**
 * One line of a CSV table. Cells of a column that is not there, whose index is less than 0, are
 * empty.
 *
 * @param number the line in the file, from 1
 */
record CsvLine(long number, CsvRecord cells) {

  /** A cell without spaces around it. */
  String stripped(int column) {
    return column < 0 ? "" : cells.getField(column).strip();
  }

  /** A cell as it is, without the apostrophe that keeps it from being a formula. */
  String text(int column) {
    return column < 0 ? "" : FormulaGuard.unguarded(cells.getField(column));
  }

  /** Whether it has several words in its first cell, and nothing else. */
  boolean isRemark() {
    if (cells.getField(0).strip().indexOf(' ') < 0) {
      return false;
    }
    for (int i = 1; i < cells.getFieldCount(); i++) {
      if (!cells.getField(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Whether no cell says anything. */
  boolean isBlank() {
    for (int i = 0; i < cells.getFieldCount(); i++) {
      if (!cells.getField(i).isBlank()) {
        return false;
      }
    }
    return true;
  }
}
