package dev.steppe.table;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A column: its header and how its cells print. A cell is a {@link String} in a text column and an
 * {@link OptionalDouble} in the others.
 */
sealed interface Column permits TextColumn, NumberColumn, ShareColumn, BarColumn {

  /** What a missing number looks like to people. */
  String MISSING = "-";

  String header();

  /** Whether cells are numbers, shown as digits or as a bar. */
  boolean isNumeric();

  /** Whether cells line up at their right end. */
  boolean isRightAligned();

  /** The cell as people read it. */
  String show(Object cell);

  /** Adds what is wrong with the column itself. */
  void check(String where, List<String> faults);

  /** Adds what is wrong with a count of decimals. */
  static void checkDecimals(int decimals, String where, List<String> faults) {
    if (decimals < 0 || decimals > Decimals.MOST) {
      faults.add(where + " needs 0 to " + Decimals.MOST + " decimals, but was given " + decimals);
    }
  }
}
