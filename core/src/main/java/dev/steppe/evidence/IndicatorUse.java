package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How an indicator of a table is used: its code, and what its readings must agree on. */
final class IndicatorUse {

  private final String code;
  private final long firstLine;
  private final boolean leftOut;
  private String unit = "";
  private long unitLine;
  private boolean percent;
  private long percentLine;

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

  /** What is wrong with the code that a cell gives. */
  static String codeFault(String cell) {
    try {
      Checks.code(cell, "indicator code");
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage()
          + (cell.isEmpty() ? "" : ". CsvLayout.withCode(\"" + cell + "\", ...) gives it a code");
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

  /** What is wrong if a reading is in a unit, with a percent sign or not; null if nothing. */
  @Nullable Supplier<String> fault(String country, long line, String given, boolean sign) {
    if (percentLine == 0) {
      percentLine = line;
      percent = sign;
    } else if (percent != sign && (given.isBlank() || unit.isBlank())) {
      return () ->
          Text.of(
              "'%s' of '%s' has %s percent sign here, but %s in line %s",
              code, country, sign ? "a" : "no", sign ? "none" : "one", percentLine);
    }
    if (given.isBlank() || given.equals(unit)) {
      return null;
    }
    if (unit.isBlank()) {
      unit = given;
      unitLine = line;
      return null;
    }
    if (Unit.match(unit, given)) {
      return null;
    }
    return () ->
        Text.of(
                "'%s' of '%s' is in '%s', but in '%s' in line %s. ",
                code, country, given, unit, unitLine)
            + (Unit.of(given).converts(Unit.of(unit))
                ? "CsvLayout.withUnit converts all readings to one unit"
                : "CsvLayout.withRows takes the lines of one unit");
  }
}
