package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How an indicator of a table is used: its code, and what its readings must agree on. */
final class IndicatorUse {

  private final String code;
  private final long firstLine;
  private final boolean leftOut;
  private final Map<String, Refused> refused = new LinkedHashMap<>();
  private String unit = "";
  private long unitLine;
  private String unitCountry = "";
  private boolean ownCurrency;
  private boolean percent;
  private long percentLine;
  private long lines;

  /** Figures that do not agree with those before in one way. */
  private static final class Refused {
    private final long line;
    private final String header;
    private final Supplier<String> message;
    private long count;

    Refused(long line, String header, Supplier<String> message) {
      this.line = line;
      this.header = header;
      this.message = message;
    }
  }

  private IndicatorUse(String code, long firstLine, boolean leftOut) {
    this.code = code;
    this.firstLine = firstLine;
    this.leftOut = leftOut;
  }

  /** The use of an indicator that first comes in a line; its code is empty if it cannot be one. */
  static IndicatorUse of(String code, long firstLine, boolean leftOut) {
    try {
      return new IndicatorUse(Checks.code(code, "indicator code"), firstLine, leftOut);
    } catch (IllegalArgumentException e) {
      return new IndicatorUse("", firstLine, leftOut);
    }
  }

  String code() {
    return code;
  }

  long firstLine() {
    return firstLine;
  }

  boolean isLeftOut() {
    return leftOut;
  }

  /** Counts a line of it. */
  void seen() {
    lines++;
  }

  /** What is wrong with the text of a cell that cannot be a code. */
  String codeFault(String cell) {
    try {
      Checks.code(cell, "indicator code");
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage()
          + (cell.isEmpty()
              ? ""
              : ". CsvLayout.withCode(\""
                  + cell
                  + "\", ...) gives it a code"
                  + (cell.codePoints().anyMatch(Character::isLetterOrDigit)
                      ? ", withMadeCodes all"
                      : ""))
          + soMore(lines, "line", "lines");
    }
  }

  /**
   * Whether a reading agrees with those before, in a unit, with a percent sign or not. One that
   * does not is remembered.
   *
   * @param header of the column that is at fault if it does not
   */
  boolean accepts(String country, long line, String header, String given, boolean sign) {
    Supplier<String> fault = fault(country, line, given, sign);
    if (fault == null) {
      return true;
    }
    refused.computeIfAbsent(given + '\0' + sign, key -> new Refused(line, header, fault)).count++;
    return false;
  }

  /** Reports readings that do not agree, once a unit. */
  void report(TableFaults faults) {
    for (Refused each : refused.values()) {
      faults.add(
          each.line,
          each.header,
          () -> each.message.get() + soMore(each.count, "figure", "figures"));
    }
  }

  private static String soMore(long count, String one, String many) {
    return count > 1
        ? " (and in " + Text.count(count - 1, "more " + one, "more " + many) + ")"
        : "";
  }

  /** What is wrong with a reading; null if nothing. */
  private @Nullable Supplier<String> fault(String country, long line, String given, boolean sign) {
    if (percentLine == 0) {
      percentLine = line;
      percent = sign;
    } else if (percent != sign && (given.isBlank() || unit.isBlank())) {
      return () ->
          Text.of(
              "'%s' of '%s' has %s percent sign here, but %s in line %s",
              code, country, sign ? "a" : "no", sign ? "none" : "one", percentLine);
    }
    if (given.isBlank()) {
      return null;
    }
    if (unit.isBlank()) {
      unit = given;
      unitLine = line;
      unitCountry = country;
      ownCurrency = Unit.isOwnCurrency(given);
      return null;
    }
    if (!Unit.match(unit, given)) {
      return () ->
          Text.of(
                  "'%s' of '%s' is in '%s', but in '%s' in line %s. ",
                  code, country, given, unit, unitLine)
              + (Unit.of(given).converts(Unit.of(unit))
                  ? "CsvLayout.withUnit converts all readings to one unit"
                  : "CsvLayout.withRows takes the lines of one unit");
    }
    if (ownCurrency && !country.equals(unitCountry)) {
      return () ->
          Text.of(
              "'%s' of '%s' is in '%s', which is not the currency of '%s' in line %s, so that they"
                  + " cannot be compared. CsvLayout.withRows takes the lines of another unit;"
                  + " withConstant(\"unit\", ...) says what it is if it is one for all",
              code, country, given, unitCountry, unitLine);
    }
    return null;
  }
}
