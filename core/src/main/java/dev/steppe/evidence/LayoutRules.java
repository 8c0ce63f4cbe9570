package dev.steppe.evidence;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be said of a table by a {@link CsvLayout}; changed only before it is in use. */
final class LayoutRules {

  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  /** What a line and a column are. */
  enum Shape {
    LONG,
    WIDE,
    YEAR_COLUMNS;

    /**
     * Checks that a table of this shape may have a column.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    void checkColumn(String column) {
      if (!Role.NAMES.contains(column)) {
        throw new IllegalArgumentException(Checks.unknown("column", column, Role.NAMES));
      }
      boolean value =
          column.equals(Role.VALUE.column())
              || column.equals(Role.LEAST.column())
              || column.equals(Role.MOST.column());
      boolean other =
          column.equals((this == WIDE ? Role.INDICATOR : Role.YEAR).column()) && this != LONG;
      if (other || (value && this != LONG)) {
        throw new IllegalArgumentException(
            "A table "
                + (this == WIDE ? "with a column an indicator" : "with years as columns")
                + " has no column '"
                + column
                + "'");
      }
    }
  }

  /** Which of two is taken, or none. */
  enum Which {
    NONE,
    FIRST,
    LAST
  }

  ImmutableMap<String, String> headers = ImmutableMap.of();
  ImmutableMap<String, String> constants = ImmutableMap.of();
  ImmutableMap<String, String> codes = ImmutableMap.of();
  ImmutableSet<String> only = ImmutableSet.of();
  ImmutableSet<String> without = ImmutableSet.of();
  ImmutableMap<String, ImmutableSet<String>> rows = ImmutableMap.of();
  ImmutableMap<String, ImmutableSet<String>> otherRows = ImmutableMap.of();
  ImmutableMap<String, String> units = ImmutableMap.of();
  CountryCodes countries = CountryCodes.unchecked();
  @Nullable Years years;
  Which ofTwoYears = Which.NONE;
  Which name = Which.NONE;
  boolean yearsInHeaders;
  boolean withoutRepeated;

  /** What headers of bounds end with; empty if there are none. */
  String leastEnding = "";

  String mostEnding = "";
  boolean makesCodes;
  boolean sums;

  /** How many years are added up; 0 if each is by itself. */
  int summedYears;

  LayoutRules copy() {
    LayoutRules copy = new LayoutRules();
    copy.headers = headers;
    copy.constants = constants;
    copy.codes = codes;
    copy.only = only;
    copy.without = without;
    copy.rows = rows;
    copy.otherRows = otherRows;
    copy.units = units;
    copy.countries = countries;
    copy.years = years;
    copy.ofTwoYears = ofTwoYears;
    copy.name = name;
    copy.yearsInHeaders = yearsInHeaders;
    copy.withoutRepeated = withoutRepeated;
    copy.leastEnding = leastEnding;
    copy.mostEnding = mostEnding;
    copy.makesCodes = makesCodes;
    copy.sums = sums;
    copy.summedYears = summedYears;
    return copy;
  }

  /** The code of what a table calls an indicator. */
  String code(String given) {
    String code = codes.get(given);
    if (code != null) {
      return code;
    }
    return makesCodes ? made(given) : given;
  }

  private static String made(String given) {
    String plain = OTHERS.matcher(given.toLowerCase(Locale.ROOT)).replaceAll("_");
    if (plain.equals("_")) {
      return given; // Refused as it is written, since nothing of it can be a code.
    }
    int from = plain.startsWith("_") ? 1 : 0;
    String code = plain.substring(from, plain.length() - (plain.endsWith("_") ? 1 : 0));
    return !code.isEmpty() && code.charAt(0) <= '9' ? "x" + code : code;
  }

  /** The header under which a column is found. */
  String header(Role role) {
    return headers.getOrDefault(role.column(), role.column());
  }
}
