package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.steppe.internal.Checks;
import dev.steppe.internal.FormulaGuard;
import dev.steppe.internal.Text;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one table of evidence and collects their faults. Used once. */
final class EvidenceLines {

  private static final int LISTED_FAULTS = 100;

  private final EvidenceRules rules;
  private final String what;
  private final CountryCells countries;
  private final List<Fault> faults = new ArrayList<>();
  private List<String> header = List.of();

  EvidenceLines(EvidenceRules rules, String what) {
    this.rules = rules;
    this.what = what;
    this.countries = new CountryCells(rules.countries);
  }

  /** What is wrong, and in which line; 0 for the header. */
  private record Fault(long line, String message) {}

  /** A line of the table, whose columns go by the names they have in {@link EvidenceCsv}. */
  final class Line {
    private final CsvRecord cells;
    private @Nullable Integer year;

    private Line(CsvRecord cells) {
      this.cells = cells;
    }

    long number() {
      return cells.getStartingLineNumber();
    }

    /** A cell, empty if there is no such column, without spaces around it. */
    String text(String column) {
      int index = header.indexOf(rules.header(column));
      return index < 0 ? "" : FormulaGuard.unguarded(cells.getField(index)).strip();
    }

    void fault(String column, String message) {
      add(number(), column, message);
    }

    private void fault(String column, IllegalArgumentException error) {
      fault(column, String.valueOf(error.getMessage()));
    }

    /** A text that must be there; null if it is not. */
    @Nullable String required(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        fault(column, "must not be empty");
        return null;
      }
      return text;
    }

    /** The code of the country; null if the line is to be passed over. */
    @Nullable String country(int year) {
      return countries.code(text("country"), text("name"), year, number());
    }

    /** Whether a figure is missing: its cell has a marker for that. */
    boolean isMissing(String column) {
      return rules.missing.contains(text(column));
    }

    /** A figure; null if there is none. */
    @Nullable Estimate estimate(String column) {
      String text = required(column);
      try {
        return text == null ? null : Estimate.parse(text);
      } catch (IllegalArgumentException e) {
        fault(column, e);
        return null;
      }
    }

    /** A fraction; null if there is none. */
    @Nullable Estimate fraction(String column) {
      Estimate given = estimate(column);
      if (given == null) {
        return null;
      }
      Estimate share =
          rules.percent
              ? Reading.of(given).withUnit("percent").convertedTo("fraction").estimate()
              : given;
      if (!(share.lower() >= 0 && share.upper() <= 1)) {
        boolean percent = !rules.percent && share.lower() >= 0 && share.upper() <= 100;
        fault(
            column,
            Text.of(
                "must be in %s, but was %s%s",
                rules.percent ? "[0, 100]" : "[0, 1]",
                text(column),
                percent ? ". If it is in percent: withPercent()" : ""));
        return null;
      }
      return share;
    }

    /** A number in [0, 1]; null if it is at fault. */
    @Nullable Double degree(String column, double otherwise) {
      String text = text(column);
      try {
        return text.isEmpty()
            ? (Double) otherwise
            : (Double) Checks.inRange(Estimate.parse(text).central(), 0, 1, column);
      } catch (IllegalArgumentException e) {
        fault(column, e);
        return null;
      }
    }

    /** The year that the figure describes; 0 if there is none, -1 if it is at fault. */
    int year() {
      Integer known = year;
      if (known == null) {
        int before = faults.size();
        LocalDate day = day("year", false);
        known = faults.size() > before ? -1 : day == null ? 0 : day.getYear();
        year = known;
      }
      return known;
    }

    /** The first or last day of what a cell says; null if it is empty or at fault. */
    @Nullable LocalDate day(String column, boolean last) {
      String text = text(column);
      return text.isEmpty() || rules.missing.contains(text) ? null : day(column, text, last);
    }

    private @Nullable LocalDate day(String column, String text, boolean last) {
      String year = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
      if (year.length() == 4 && year.chars().allMatch(c -> c >= '0' && c <= '9')) {
        int number = Integer.parseInt(year);
        if (number >= 1000) {
          return last ? LocalDate.of(number, 12, 31) : LocalDate.of(number, 1, 1);
        }
      }
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        fault(column, "'" + text + "' is neither a year nor a date such as 2022-02-23");
        return null;
      }
    }

    /** The days from the first to the last, both included; null if they are at fault. */
    @Nullable Period period() {
      int before = faults.size();
      LocalDate from = day("from", false);
      LocalDate to = day("to", true);
      if (faults.size() > before) {
        return null;
      }
      LocalDate since = from == null ? LocalDate.MIN : from;
      if (to != null && to.isBefore(since)) {
        fault("to", "'" + text("to") + "' is before '" + text("from") + "'");
        return null;
      }
      return new Period(since, to == null ? LocalDate.MAX : to.plusDays(1));
    }

    /** The source; null if it is at fault. */
    @Nullable Source source() {
      int before = faults.size();
      Source source = rules.source;
      if (source == null) {
        String document = text("source");
        source = document.isEmpty() ? Source.unstated() : Source.of(document, text("place"));
        if (document.isEmpty() && !text("place").isEmpty()) {
          fault("place", "'" + text("place") + "' needs a source");
        }
        source = source.withNote(text("note"));
        Quality quality = quality();
        source = quality == null ? source : source.withQuality(quality);
      }
      int observed = year();
      if (observed < 0 || faults.size() > before) {
        return null;
      }
      return observed == 0 ? source : source.observed(observed);
    }

    private @Nullable Quality quality() {
      String text = text("quality");
      List<String> known = new ArrayList<>();
      for (Quality quality : Quality.values()) {
        known.add(quality.name().toLowerCase(Locale.ROOT));
        if (quality.name().equalsIgnoreCase(text)) {
          return quality;
        }
      }
      if (!text.isEmpty()) {
        fault("quality", "Unknown quality '" + text + "'. " + Checks.known(text, known));
      }
      return null;
    }
  }

  /** Reads all lines, but those of other years, if every required column is there. */
  void read(Reader reader, List<String> required, Consumer<Line> use) {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(rules.separator)
            .detectBomHeader(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(reader)) {
      Iterator<CsvRecord> records = csv.iterator();
      header = records.hasNext() ? header(records.next()) : List.of();
      if (!hasColumns(required)) {
        return;
      }
      while (records.hasNext()) {
        CsvRecord cells = records.next();
        long number = cells.getStartingLineNumber();
        if (cells.getFieldCount() != header.size()) {
          faults.add(
              new Fault(
                  number,
                  Text.of(
                      "line %s: has %s cells, but the header has %s",
                      number, cells.getFieldCount(), header.size())));
          continue;
        }
        Line line = new Line(cells);
        if (rules.year == 0 || line.year() == rules.year) {
          use.accept(line);
        }
      }
    } catch (CsvParseException e) {
      faults.add(new Fault(Long.MAX_VALUE, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> header(CsvRecord first) {
    List<String> header = new ArrayList<>();
    for (String name : first.getFields()) {
      boolean marked = header.isEmpty() && name.startsWith("\uFEFF");
      header.add((marked ? name.substring(1) : name).strip());
    }
    return header;
  }

  boolean has(String column) {
    return header.contains(rules.header(column));
  }

  private boolean hasColumns(List<String> required) {
    List<String> wanted = new ArrayList<>();
    required.forEach(column -> wanted.add(rules.header(column)));
    wanted.addAll(rules.headers.values());
    if (rules.year != 0) {
      wanted.add(rules.header("year"));
    }
    int before = faults.size();
    for (String column : ImmutableList.copyOf(new LinkedHashSet<>(wanted))) {
      if (!header.contains(column)) {
        add(0, "header has no column '" + column + "'. Found: " + header);
      } else if (header.indexOf(column) != header.lastIndexOf(column)) {
        add(0, "header has column '" + column + "' twice");
      }
    }
    return faults.size() == before;
  }

  /** Adds a fault of a cell. */
  void add(long line, String column, String message) {
    faults.add(
        new Fault(line, Text.of("line %s, column '%s': %s", line, rules.header(column), message)));
  }

  /** Adds a fault of a line as a whole, or of the header, whose line is 0. */
  void add(long line, String message) {
    faults.add(new Fault(line, (line == 0 ? "" : "line " + line + ": ") + message));
  }

  boolean areFaultless() {
    return faults.isEmpty() && countries.faults().isEmpty();
  }

  /** Throws one error with all faults, if there are any. */
  void check() {
    for (CountryCells.Fault fault : countries.faults()) {
      add(fault.line(), fault.ofName() ? "name" : "country", fault.message());
    }
    faults.sort(Comparator.comparingLong(Fault::line));
    Checks.noFaults(what, faults.stream().map(Fault::message).toList(), LISTED_FAULTS);
  }

  Country country(String code) {
    return new Country(code, countries.name(code));
  }

  ImmutableList<String> leftOut() {
    return countries.leftOut();
  }
}
