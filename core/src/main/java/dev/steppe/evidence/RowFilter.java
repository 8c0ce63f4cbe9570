package dev.steppe.evidence;

import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which lines of a table are read, by what they say under some headers. */
final class RowFilter {

  /** So many different cells of a column are remembered for an error at most. */
  private static final int MOST_KNOWN = 1_000;

  private final List<Named> columns = new ArrayList<>();
  private long lines;
  private long kept;

  /** The cells that are named under a header, and those that were seen there. */
  private record Named(
      String header, int place, ImmutableSet<String> cells, boolean keeps, Set<String> seen) {

    /** What lines that are read have, in words. */
    String inWords() {
      String named =
          cells.stream().map(cell -> "'" + cell + "'").collect(Collectors.joining(" or "));
      return (keeps ? "" : "anything but ") + named + " under '" + header + "'";
    }

    /** Whether the line is read as far as this column goes. */
    boolean admits(CsvLine line) {
      String cell = line.stripped(place);
      boolean isNamed = cells.contains(cell);
      if (isNamed || seen.size() < MOST_KNOWN) {
        seen.add(cell);
      }
      return isNamed == keeps;
    }
  }

  /**
   * Finds the columns that say which lines are read.
   *
   * @param unknown takes the headers that are not there
   * @return the headers that are
   */
  Set<String> find(LayoutRules rules, List<String> header, Consumer<String> unknown) {
    Set<String> used = new HashSet<>();
    find(rules.rows, true, header, used, unknown);
    find(rules.otherRows, false, header, used, unknown);
    return used;
  }

  private void find(
      Map<String, ImmutableSet<String>> named,
      boolean keeps,
      List<String> header,
      Set<String> used,
      Consumer<String> unknown) {
    named.forEach(
        (name, cells) -> {
          int place = header.indexOf(name);
          if (place < 0) {
            unknown.accept(name);
          } else {
            used.add(name);
            columns.add(new Named(name, place, cells, keeps, new LinkedHashSet<>()));
          }
        });
  }

  /** Whether a line is read. Each column sees it, whatever the others say. */
  boolean keeps(CsvLine line) {
    boolean keeps = true;
    for (Named column : columns) {
      keeps &= column.admits(line);
    }
    lines++;
    kept += keeps ? 1 : 0;
    return keeps;
  }

  /** Reports cells that were named and are in no line, and if no line is left by all together. */
  void report(TableFaults faults) {
    boolean areSeen =
        columns.stream().allMatch(column -> column.seen().containsAll(column.cells()));
    if (areSeen && lines > 0 && kept == 0) {
      faults.add(
          "no line is left, as none has "
              + Text.list(columns.stream().map(Named::inWords).toList()));
    }
    for (Named column : columns) {
      for (String cell : column.cells()) {
        if (!column.seen().contains(cell)) {
          faults.add(
              0,
              () ->
                  "no line has '"
                      + cell
                      + "' under '"
                      + column.header()
                      + "'"
                      + Checks.knownAfter(faults.count() - 1, cell, column.seen()));
        }
      }
    }
  }
}
