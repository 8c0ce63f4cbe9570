package dev.steppe.evidence;

import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column with figures: those of an indicator, or of a year. What is wrong with its cells is told
 * when all are known: of a column without any number once, not once a cell.
 */
final class ValueColumn {

  /** Headers of what is a year, or a number of a country, in small letters and without gaps. */
  private static final ImmutableSet<String> YEARS =
      ImmutableSet.of("year", "yr", "timeperiod", "calendaryear", "date", "time", "period");

  private static final ImmutableSet<String> IDENTIFIERS =
      ImmutableSet.copyOf(
          ("m49 m49code id ccode ccode1 ccode2 ccodecow ccodewb cow cowid cown cowcode gwn gwno"
                  + " gwid gwcode isonum isonumeric ison3 iso3n iso3166 isocode numcode uncode"
                  + " unsdcode imfcode weocountrycode code countrycode countryid stateid areacode"
                  + " regioncode geonameid fips unitmult")
              .split(" ", -1));

  private static final Pattern ZEROS_IN_FRONT = Pattern.compile("0[0-9]+");

  /** What was first in a column. */
  private record Cell(long line, String text) {}

  private final int place;
  private final String header;
  private final String code;
  private final int year;
  private final boolean named;
  private int least = -1;
  private int most = -1;
  private final BadCells bad = new BadCells();
  private boolean numbers;
  private Cell first = new Cell(0, "");
  private Cell padded = new Cell(0, "");

  private ValueColumn(int place, String header, String code, int year, boolean named) {
    this.place = place;
    this.header = header;
    this.code = code;
    this.year = year;
    this.named = named;
  }

  /**
   * The column of an indicator.
   *
   * @param year that its header says; 0 if it says none
   * @param named whether the user said that it is one
   */
  static ValueColumn ofIndicator(int place, String header, String code, int year, boolean named) {
    return new ValueColumn(place, header, code, year, named);
  }

  /** The column of a year. */
  static ValueColumn ofYear(int place, String header, int year) {
    return new ValueColumn(place, header, "", year, true);
  }

  /** This column, whose figures have bounds in two others. */
  ValueColumn withBounds(int leastPlace, int mostPlace) {
    least = leastPlace;
    most = mostPlace;
    return this;
  }

  /** Whether a header is one that years often have. */
  static boolean isYear(String header) {
    return YEARS.contains(plain(header));
  }

  private static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
  }

  /** Whether the user said that it is one. */
  boolean isNamed() {
    return named;
  }

  int place() {
    return place;
  }

  /** A figure of the column with its bounds, if it has any; null if they are at fault. */
  CellValues.@Nullable Value bounded(CsvLine line, CellValues.Value figure, FigureBounds bounds) {
    return least < 0
        ? figure
        : bounds.of(line, header, figure, line.stripped(least), line.stripped(most));
  }

  String header() {
    return header;
  }

  String code() {
    return code;
  }

  /** The year that its header says; 0 if it says none. */
  int year() {
    return year;
  }

  /** The source of a figure in a line from a source. */
  Source of(Source ofLine) {
    return year == 0 ? ofLine : ofLine.observed(year);
  }

  /** Takes note of a cell that is not empty, and whether it is a number or a marker. */
  void saw(long line, String cell, boolean number) {
    if (first.line() == 0) {
      first = new Cell(line, cell);
    }
    if (number) {
      numbers = true;
      if (!named && padded.line() == 0 && cell.charAt(0) == '0' && isPadded(cell)) {
        padded = new Cell(line, cell);
      }
      return;
    }
    bad.add(line, cell);
  }

  private static boolean isPadded(String cell) {
    return ZEROS_IN_FRONT.matcher(cell).matches();
  }

  /**
   * Adds what is wrong with the column and its cells.
   *
   * @param complete whether the header is; if not, this may be the column that it seems to lack
   */
  void report(TableFaults faults, CellValues values, boolean complete) {
    if (header.isEmpty()) {
      if (first.line() > 0) {
        faults.add(
            "column "
                + (place + 1)
                + " has no header, but cells "
                + such(first)
                + ". CsvLayout.without(\"\") leaves out columns without a header");
      }
      return;
    }
    if (!numbers && !complete) {
      return;
    }
    if (!numbers && bad.count() > 1) {
      faults.add(
          "column '"
              + header
              + "' has no numbers, but text "
              + such(first)
              + ". CsvLayout.without(\""
              + header
              + "\") leaves it out; CsvFormat.withMissing names what means that there is no reading");
      return;
    }
    if (!code.isEmpty()) {
      reportHeader(faults);
    }
    bad.report(faults, header, values);
  }

  private void reportHeader(TableFaults faults) {
    try {
      Checks.code(code, "header of column " + (place + 1));
    } catch (IllegalArgumentException e) {
      faults.add(
          e.getMessage()
              + ". CsvLayout.withCode(\""
              + header
              + "\", ...) gives it a code, without(\""
              + header
              + "\") leaves it out");
      return;
    }
    if (named || !numbers) {
      return;
    }
    if (isYear(header)) {
      faults.add(
          "column '"
              + header
              + "' seems to be a year: CsvLayout.withColumn(\"year\", \""
              + header
              + "\"), without(\""
              + header
              + "\"), or withOnly if it is an indicator");
    } else if (IDENTIFIERS.contains(plain(header)) || padded.line() > 0) {
      faults.add(
          "column '"
              + header
              + "' seems to have numbers by which countries are known, "
              + (padded.line() > 0 ? such(padded) : such(first))
              + ": CsvLayout.without(\""
              + header
              + "\"), or withOnly if it is an indicator");
    }
  }

  private static String such(Cell cell) {
    String text = cell.text().length() > 40 ? cell.text().substring(0, 40) + " ..." : cell.text();
    return "such as '" + text + "' in line " + cell.line();
  }
}
