package dev.steppe.evidence;

import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Which lines of a table are read, by what they say under some headers. */
final class RowFilter {

  private final Map<Integer, ImmutableSet<String>> kept = new HashMap<>();
  private final Map<Integer, ImmutableSet<String>> others = new HashMap<>();

  /**
   * Finds the columns that say which lines are read.
   *
   * @param unknown takes the headers that are not there
   * @return the headers that are
   */
  Set<String> find(LayoutRules rules, List<String> header, Consumer<String> unknown) {
    Set<String> used = new HashSet<>();
    find(rules.rows, kept, header, used, unknown);
    find(rules.otherRows, others, header, used, unknown);
    return used;
  }

  private static void find(
      Map<String, ImmutableSet<String>> named,
      Map<Integer, ImmutableSet<String>> found,
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
            found.put(place, cells);
          }
        });
  }

  boolean keeps(CsvLine line) {
    return kept.entrySet().stream().allMatch(row -> has(line, row))
        && others.entrySet().stream().noneMatch(row -> has(line, row));
  }

  private static boolean has(CsvLine line, Map.Entry<Integer, ImmutableSet<String>> row) {
    return row.getValue().contains(line.stripped(row.getKey()));
  }
}
