package dev.steppe.evidence;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** What can be said of a table by a {@link CsvLayout}; changed only before it is in use. */
final class LayoutRules {

  /** What a line and a column are. */
  enum Shape {
    LONG,
    WIDE,
    YEAR_COLUMNS
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
  ImmutableMap<String, String> units = ImmutableMap.of();
  CountryCodes countries = CountryCodes.unchecked();
  @Nullable Years years;
  Which ofTwoYears = Which.NONE;
  Which name = Which.NONE;
  boolean withoutRepeated;
  boolean sums;

  LayoutRules copy() {
    LayoutRules copy = new LayoutRules();
    copy.headers = headers;
    copy.constants = constants;
    copy.codes = codes;
    copy.only = only;
    copy.without = without;
    copy.rows = rows;
    copy.units = units;
    copy.countries = countries;
    copy.years = years;
    copy.ofTwoYears = ofTwoYears;
    copy.name = name;
    copy.withoutRepeated = withoutRepeated;
    copy.sums = sums;
    return copy;
  }

  /** The header under which a column is found. */
  String header(Role role) {
    return headers.getOrDefault(role.column(), role.column());
  }
}
