package dev.steppe.evidence;

import dev.steppe.internal.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Cells of one column that are no numbers: a few of each kind in words, the others counted. */
final class BadCells {

  private static final int KEPT = 100;

  /** Of those that need the same to be done, so many are told. */
  private static final int TOLD = 3;

  /** A text, the first line that has it, and how many have. */
  private static final class Bad {
    private final long line;
    private long count;

    Bad(long line) {
      this.line = line;
    }
  }

  private final Map<String, Bad> cells = new LinkedHashMap<>();
  private long count;

  void add(long line, String cell) {
    count++;
    Bad known = cells.get(cell);
    if (known == null && cells.size() < KEPT) {
      known = new Bad(line);
      cells.put(cell, known);
    }
    if (known != null) {
      known.count++;
    }
  }

  long count() {
    return count;
  }

  /** Reports what is wrong with the cells of a column. */
  void report(TableFaults faults, String header, CellValues values) {
    Map<String, Integer> told = new HashMap<>();
    long[] rest = {count};
    cells.forEach(
        (cell, bad) -> {
          if (told.merge(values.hint(cell), 1, Integer::sum) <= TOLD) {
            rest[0] -= bad.count;
            long more = bad.count - 1;
            faults.add(
                bad.line,
                header,
                () ->
                    values.explain(cell)
                        + (more == 0
                            ? ""
                            : " (and in " + Text.count(more, "more line", "more lines") + ")"));
          }
        });
    if (rest[0] > 0) {
      faults.add(
          "column '"
              + header
              + "' has "
              + Text.count(
                  rest[0], "more cell that is no number", "more cells that are no numbers"));
    }
  }
}
