package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.internal.countries.IsoCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The indicators of a table, as it calls them, and how each is used. */
final class CsvIndicators {

  private final LayoutRules rules;
  private final LayoutRules.Shape shape;
  private final CsvColumns columns;
  private final TableFaults faults;
  private final Map<String, IndicatorUse> uses = new LinkedHashMap<>();
  private final Map<String, IndicatorUse> byCode = new HashMap<>();
  private final Map<String, Long> leftOut = new LinkedHashMap<>();

  CsvIndicators(CsvLayout layout, CsvColumns columns, TableFaults faults) {
    this.rules = layout.rules();
    this.shape = layout.shape();
    this.columns = columns;
    this.faults = faults;
  }

  /** What was left out, with how many lines. */
  List<String> leftOut() {
    List<String> all = new ArrayList<>();
    leftOut.forEach(
        (cell, count) ->
            all.add("indicator '" + cell + "', " + Text.count(count, "line", "lines")));
    return all;
  }

  /**
   * Reports indicators that were named and are not there, and those that are countries.
   *
   * @param countries those of the table
   */
  void report(Set<String> countries) {
    if (shape != LayoutRules.Shape.WIDE) {
      checkIndicators();
      reportCodes();
    }
    new LinkedHashSet<>(uses.values()).forEach(use -> use.report(faults));
    checkPairs(countries);
  }

  /** Reports what cannot be a code, once a text. */
  private void reportCodes() {
    String header = rules.header(Role.INDICATOR);
    if (columns.isUsable(header)) {
      uses.forEach(
          (cell, use) -> {
            if (use.code().isEmpty() && !use.isLeftOut()) {
              faults.add(use.firstLine(), header, () -> use.codeFault(cell));
            }
          });
    }
  }

  /** How the indicator of a line is used; null if it is at fault. */
  @Nullable IndicatorUse of(CsvLine line) {
    String cell = columns.stripped(line, Role.INDICATOR);
    IndicatorUse use = uses.get(cell);
    if (use == null) {
      boolean left =
          rules.without.contains(cell) || (!rules.only.isEmpty() && !rules.only.contains(cell));
      use = IndicatorUse.of(rules.code(cell), line.number(), left);
      uses.put(cell, use);
    }
    if (use.isLeftOut()) {
      leftOut.merge(cell, 1L, Long::sum);
      return use;
    }
    use.seen();
    return use.code().isEmpty() ? null : use;
  }

  /** How the indicator of a column is used; those of several years are one. */
  IndicatorUse of(ValueColumn column) {
    IndicatorUse use = uses.get(column.header());
    if (use == null) {
      use =
          byCode.computeIfAbsent(column.code(), absent -> IndicatorUse.of(column.code(), 0, false));
      uses.put(column.header(), use);
    }
    return use;
  }

  /** Reports indicators that were named and are not there. */
  private void checkIndicators() {
    List<String> named = new ArrayList<>(rules.only);
    named.addAll(rules.codes.keySet());
    for (String each : ImmutableList.sortedCopyOf(new HashSet<>(named))) {
      if (!uses.containsKey(each)) {
        faults.add(
            0,
            () ->
                "no line has the indicator '"
                    + Text.brief(each)
                    + "'"
                    + Checks.knownAfter(faults.count() - 1, each, uses.keySet()));
      }
    }
    Map<String, String> made = new HashMap<>();
    uses.forEach(
        (cell, use) -> {
          String other = use.isLeftOut() ? null : made.putIfAbsent(use.code(), cell);
          if (other != null && rules.makesCodes && !use.code().isEmpty()) {
            faults.add(
                use.firstLine(),
                rules.header(Role.INDICATOR),
                () ->
                    Text.of(
                        "'%s' and '%s' both have the code '%s': CsvLayout.withCode tells them apart",
                        other, cell, use.code()));
          }
        });
    for (String each : rules.without) {
      if (!uses.containsKey(each) && !columns.has(each) && !each.isEmpty()) {
        faults.add(
            0,
            () ->
                "there is no indicator or column '"
                    + Text.brief(each)
                    + "'"
                    + Checks.knownAfter(faults.count() - 1, each, uses.keySet()));
      }
    }
  }

  /** Reports indicators that are countries: lines, or columns, about pairs of countries. */
  private void checkPairs(Set<String> countries) {
    List<String> used = new ArrayList<>();
    uses.forEach(
        (cell, use) -> {
          if (!use.isLeftOut()) {
            used.add(cell);
          }
        });
    List<String> pairs = new ArrayList<>(used);
    pairs.retainAll(countries);
    if (used.size() > 1 && used.stream().allMatch(CsvIndicators::isCountry)) {
      pairs = used;
    }
    String first = pairs.isEmpty() ? "" : pairs.get(0);
    int others = pairs.size() - 1;
    if (!pairs.isEmpty()) {
      long line = requireNonNull(uses.get(first)).firstLine();
      faults.add(
          line,
          () ->
              (line == 0 ? "column '" : "line " + line + ": indicator '")
                  + first
                  + "' is a country, too"
                  + (others == 0
                      ? ""
                      : ", and so " + (others == 1 ? "is another" : "are " + others + " others"))
                  + ". Figures about pairs of countries have to be added up (a constant indicator and"
                  + " CsvLayout.withSums), or are partners of trade or ties");
    }
  }

  /** Whether a code is of ISO 3166-1, or among those that it leaves to users. */
  private static boolean isCountry(String code) {
    return IsoCodes.all().contains(code) || IsoCodes.isUserAssigned(code);
  }
}
