package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which column of a table is what, by its header; and what is wrong with the header. */
final class CsvColumns {

  /**
   * A year, as the headers of statistical offices and their software say it: never behind letters
   * that may be the name of a figure, such as {@code le_2019}.
   */
  private static final Pattern YEAR =
      Pattern.compile("(?i)(?:(?:x|y|yr|f|fy)[ _]?)?([1-9][0-9]{3})(?: \\[YR([1-9][0-9]{3})\\])?");

  /** An indicator with its year, such as {@code hdi_2019}. */
  private static final Pattern INDICATOR_AND_YEAR =
      Pattern.compile("(.*[^0-9 _.-])[ _.-]*([1-9][0-9]{3})");

  /** Headers of powers of ten in the files of statistical offices. */
  private static final ImmutableSet<String> MULTIPLIERS =
      ImmutableSet.of("UNIT_MULT", "PowerCode Code", "Scale", "multiplier");

  private final LayoutRules rules;
  private final LayoutRules.Shape shape;
  private final ImmutableList<String> header;
  private final TableFaults faults;
  private final EnumMap<Role, Integer> places = new EnumMap<>(Role.class);
  private final EnumMap<Role, String> constants = new EnumMap<>(Role.class);
  private final List<ValueColumn> values = new ArrayList<>();
  private final RowFilter rows = new RowFilter();
  private final List<String> unread = new ArrayList<>();

  /** What indicators of a wide table are called: their headers, without years. */
  private final Set<String> names = new HashSet<>();

  private boolean complete = true;

  /** Columns that are not there, or twice: nothing can be said of their cells. */
  private final Set<String> unusable = new HashSet<>();

  CsvColumns(CsvLayout layout, ImmutableList<String> header, boolean dated, TableFaults faults) {
    this.rules = layout.rules();
    this.shape = layout.shape();
    this.header = header;
    this.faults = faults;
    Set<String> used = new HashSet<>();
    boolean hinted = false;
    for (Role role : Role.values()) {
      constants.put(role, rules.constants.getOrDefault(role.column(), ""));
      String name = rules.header(role);
      int place = isUnderstood(role) ? header.indexOf(name) : -1;
      places.put(role, place);
      if (place >= 0) {
        used.add(name);
      } else if (isRequired(role, dated)) {
        String hint = hinted ? "" : hint(layout, role);
        hinted = true;
        faults.add(CsvLines.found("header has no column '" + name + "'. Found:", header) + hint);
        unusable.add(name);
        complete = false;
      }
    }
    used.addAll(rows.find(rules, header, this::unknown));
    checkTwice();
    findValues(used);
    checkNamed();
    checkShape();
  }

  int place(Role role) {
    return requireNonNull(places.get(role));
  }

  /** What a line says in a column, or what all say. */
  String stripped(CsvLine line, Role role) {
    String constant = requireNonNull(constants.get(role));
    return constant.isEmpty() ? line.stripped(place(role)) : constant;
  }

  /** What a line says in a column as it is, or what all say. */
  String text(CsvLine line, Role role) {
    String constant = requireNonNull(constants.get(role));
    return constant.isEmpty() ? line.text(place(role)) : constant;
  }

  boolean isConstant(Role role) {
    return !requireNonNull(constants.get(role)).isEmpty();
  }

  /** The columns with figures: indicators of a wide table, or years. */
  List<ValueColumn> values() {
    return values;
  }

  /** Whether a line is among those that are read. */
  boolean keeps(CsvLine line) {
    return rows.keeps(line);
  }

  /** Reports what was named to tell which lines are read, and is in none. */
  void reportRows() {
    rows.report(faults);
  }

  /** Whether all columns are there that have to be. */
  boolean isComplete() {
    return complete;
  }

  boolean isUsable(String column) {
    return !unusable.contains(column);
  }

  boolean has(String column) {
    return header.contains(column);
  }

  /** The headers of columns that are left out. */
  List<String> unread() {
    return unread;
  }

  /** Whether a column of this header says something in this shape. */
  private boolean isUnderstood(Role role) {
    if (rules.constants.containsKey(role.column())
        || (!rules.headers.containsKey(role.column()) && rules.without.contains(role.column()))) {
      return false;
    }
    if (rules.headers.containsKey(role.column())) {
      return true;
    }
    if (role.compareTo(Role.MULTIPLIER) >= 0) {
      return isRequired(role, false);
    }
    return switch (shape) {
      case LONG -> true;
      case WIDE ->
          role == Role.COUNTRY || role == Role.NAME || role == Role.AS_OF || role == Role.YEAR;
      case YEAR_COLUMNS -> role != Role.VALUE && role != Role.YEAR;
    };
  }

  private boolean isRequired(Role role, boolean dated) {
    if (rules.constants.containsKey(role.column())) {
      return false;
    }
    return rules.headers.containsKey(role.column())
        || role == Role.COUNTRY
        || (role == Role.AS_OF && dated)
        || (role == Role.YEAR && rules.years != null && !yearsAreHeaders())
        || (role == Role.PUBLISHED && rules.years != null && rules.years.published() != null)
        || (role == Role.INDICATOR && shape != LayoutRules.Shape.WIDE)
        || (role == Role.VALUE && shape == LayoutRules.Shape.LONG);
  }

  /** Whether headers say the years of figures, and not lines. */
  private boolean yearsAreHeaders() {
    return shape == LayoutRules.Shape.YEAR_COLUMNS || rules.yearsInHeaders;
  }

  /** What may be done about a column that is not there. */
  private String hint(CsvLayout layout, Role role) {
    String separator = CsvLines.separatorHint(layout.format().rules(), header);
    if (!separator.isEmpty() || header.isEmpty()) {
      return separator;
    }
    if (shape == LayoutRules.Shape.LONG && role != Role.COUNTRY) {
      long years = header.stream().filter(each -> YEAR.matcher(each).matches()).count();
      if (years > 1) {
        return ". It has years as columns: CsvFormat.yearColumns reads such tables";
      }
      if (!has(rules.header(Role.VALUE)) && !has(rules.header(Role.INDICATOR))) {
        return ". If each column is an indicator, the table is wide: CsvFormat.wideTable reads"
            + " such tables";
      }
    }
    String country = role == Role.COUNTRY ? CountryHeaders.first(header) : "";
    if (!country.isEmpty()) {
      return ". If that is '"
          + country
          + "': CsvLayout.withColumn(\"country\", \""
          + country
          + "\")";
    }
    if (CsvLines.isData(header)) {
      return ". If there is no header: CsvFormat.withoutHeader";
    }
    return "."
        + Checks.maybeYouMeant(rules.header(role), header)
        + " CsvLayout.withColumn says how it is called, CsvFormat.withHeader where the header is";
  }

  /**
   * What may be done about cells that are no codes of countries, if another column seems to have
   * them; empty if none does.
   */
  String codesElsewhere() {
    String often = CountryHeaders.first(header);
    return rules.headers.containsKey(Role.COUNTRY.column()) || often.equals(Role.COUNTRY.column())
        ? ""
        : Text.of(
            ". If codes are in column '%s': CsvLayout.withColumn(\"country\", \"%s\")",
            often, often);
  }

  /** Reports columns that are there twice, but for those without a header. */
  private void checkTwice() {
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!column.isEmpty() && !seen.add(column)) {
        faults.add("header has column '" + column + "' twice");
        unusable.add(column);
      }
    }
  }

  private void findValues(Set<String> used) {
    Set<String> bounded = findBounds(used);
    Set<String> seen = new HashSet<>(used);
    for (int place = 0; place < header.size(); place++) {
      String name = header.get(place);
      if (used.contains(name) || (!name.isEmpty() && !seen.add(name))) {
        continue;
      }
      @Nullable ValueColumn column = null;
      if (shape == LayoutRules.Shape.WIDE) {
        column = indicator(place, name);
      } else if (shape == LayoutRules.Shape.YEAR_COLUMNS && !rules.without.contains(name)) {
        Matcher year = YEAR.matcher(name);
        if (year.matches() && (year.group(2) == null || year.group(1).equals(year.group(2)))) {
          column = ValueColumn.ofYear(place, name, Integer.parseInt(year.group(1)));
        }
      }
      if (column != null) {
        values.add(bounded.contains(name) ? bounded(column, name) : column);
      } else if (!name.isEmpty()) {
        unread.add(name);
      }
      if (shape == LayoutRules.Shape.LONG
          && ValueColumn.isYear(name)
          && place(Role.YEAR) < 0
          && !isConstant(Role.YEAR)
          && isUsable(rules.header(Role.YEAR))
          && !rules.without.contains(name)) {
        faults.add(
            Text.of(
                "column '%s' seems to be a year: CsvLayout.withColumn(\"year\", \"%s\"), or"
                    + " without(\"%s\")",
                name, name, name));
      }
      if (MULTIPLIERS.contains(name) && column == null && !rules.without.contains(name)) {
        faults.add(
            Text.of(
                "column '%s' says by which power of ten figures are to be multiplied:"
                    + " CsvLayout.withColumn(\"multiplier\", \"%s\"), or without(\"%s\")",
                name, name, name));
      }
    }
    if (shape == LayoutRules.Shape.YEAR_COLUMNS && values.isEmpty() && !header.isEmpty()) {
      String hint = "";
      for (String each : header) {
        if (hint.isEmpty() && INDICATOR_AND_YEAR.matcher(each).matches()) {
          hint =
              Text.of(
                  ". In '%s' an indicator has a year: CsvFormat.wideTable and"
                      + " CsvLayout.withYearsInHeaders",
                  each);
        }
      }
      faults.add(
          CsvLines.found("header has no column of a year, such as 2019. Found:", header) + hint);
    }
  }

  /** The columns that have columns with their bounds, which are used. */
  private Set<String> findBounds(Set<String> used) {
    Set<String> bounded = new HashSet<>();
    if (rules.leastEnding.isEmpty()) {
      return bounded;
    }
    for (String name : header) {
      String least = name + rules.leastEnding;
      String most = name + rules.mostEnding;
      if (has(least) && has(most)) {
        used.add(least);
        used.add(most);
        bounded.add(name);
      } else if (has(least) || has(most)) {
        faults.add(
            Text.of("columns '%s' and '%s' must both be there, for '%s'", least, most, name));
      }
    }
    if (bounded.isEmpty() && complete) {
      faults.add(
          CsvLines.found(
              Text.of(
                  "no column has bounds under its header and '%s' or '%s'. Found:",
                  rules.leastEnding, rules.mostEnding),
              header));
    }
    return bounded;
  }

  private ValueColumn bounded(ValueColumn column, String name) {
    return column.withBounds(
        header.indexOf(name + rules.leastEnding), header.indexOf(name + rules.mostEnding));
  }

  private @Nullable ValueColumn indicator(int place, String header) {
    Matcher dated = INDICATOR_AND_YEAR.matcher(header);
    boolean hasYear = rules.yearsInHeaders && dated.matches();
    String name = hasYear ? dated.group(1) : header;
    boolean named = rules.only.contains(name) || rules.codes.containsKey(name);
    if (rules.without.contains(name)
        || rules.without.contains(header)
        || (!rules.only.isEmpty() && !rules.only.contains(name))) {
      return null;
    }
    names.add(name);
    int year = hasYear ? Integer.parseInt(dated.group(2)) : 0;
    return ValueColumn.ofIndicator(place, header, rules.code(name), year, named);
  }

  /**
   * Reports a header of a long table, or of one with years as columns, where a wide one is read.
   */
  private void checkShape() {
    if (shape != LayoutRules.Shape.WIDE) {
      return;
    }
    if (rules.yearsInHeaders && (place(Role.YEAR) >= 0 || isConstant(Role.YEAR))) {
      faults.add("years are in the headers of the figures, so that no column 'year' can say them");
    }
    if (has(Role.INDICATOR.column()) && has(Role.VALUE.column())) {
      faults.add(
          "header has columns 'indicator' and 'value': the table is long, as CsvFormat.longTable"
              + " reads it");
    }
    List<ValueColumn> years = new ArrayList<>();
    for (ValueColumn column : values) {
      if (!column.isNamed() && YEAR.matcher(column.header()).matches()) {
        years.add(column);
      }
    }
    if (years.size() > 1) {
      values.removeAll(years);
      faults.add(
          Text.of(
              "header has %s columns that seem to be years, such as '%s': CsvFormat.yearColumns"
                  + " reads such tables; withOnly names those that are indicators",
              years.size(), years.get(0).header()));
    }
  }

  /** Reports columns of a wide table that were named and are not there, and codes there twice. */
  private void checkNamed() {
    if (shape == LayoutRules.Shape.WIDE) {
      Set<String> named = new HashSet<>(rules.only);
      named.addAll(rules.without);
      named.addAll(rules.codes.keySet());
      for (String each : ImmutableList.sortedCopyOf(named)) {
        if (!has(each) && !names.contains(each)) {
          unknown(each);
        }
      }
      Map<String, String> byCode = new HashMap<>();
      for (ValueColumn column : values) {
        String other = byCode.putIfAbsent(column.code() + " " + column.year(), column.header());
        if (other != null && !column.header().isEmpty()) {
          faults.add(
              "columns '"
                  + other
                  + "' and '"
                  + column.header()
                  + "' both have the code '"
                  + column.code()
                  + "'");
        }
      }
    }
  }

  private void unknown(String name) {
    // A header of one cell is not yet parted into its cells, which is a fault of its own.
    String meant = header.size() == 1 ? "" : Checks.maybeYouMeant(name, header);
    faults.add(
        CsvLines.found("header has no column '" + name + "'. Found:", header)
            + (meant.isEmpty() ? "" : "." + meant));
  }
}
