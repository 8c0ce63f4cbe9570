package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one table of evidence and collects their faults. Used once. */
final class EvidenceLines {

  private final EvidenceRules rules;
  private final String what;
  private final CountryCells countries;
  private final TableFaults faults = new TableFaults();
  private final Map<String, Integer> columns = new HashMap<>();
  private final CellValues values;

  EvidenceLines(EvidenceRules rules, String what) {
    this.rules = rules;
    this.what = what;
    this.countries = new CountryCells(rules.countries);
    this.values = rules.format.rules().values;
  }

  /** A line of the table, whose columns go by the names they have in {@link EvidenceCsv}. */
  final class Line {
    private final CsvLine cells;
    private @Nullable Integer year;

    private Line(CsvLine cells) {
      this.cells = cells;
    }

    long number() {
      return cells.number();
    }

    /** A cell, empty if there is no such column, without spaces around it. */
    String text(String column) {
      return cells.text(columns.getOrDefault(rules.header(column), -1)).strip();
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
      return values.isMissing(text(column));
    }

    /** A figure; null if there is none. */
    @Nullable Estimate estimate(String column) {
      CellValues.Value value = value(column);
      return value == null ? null : value.estimate();
    }

    private CellValues.@Nullable Value value(String column) {
      String text = required(column);
      CellValues.Value value = text == null ? null : values.parse(text);
      if (text != null && value == null) {
        fault(column, values.explain(text));
      }
      return value;
    }

    /** A fraction; null if there is none. */
    @Nullable Estimate fraction(String column) {
      CellValues.Value value = value(column);
      Estimate given = value == null ? null : value.estimate();
      if (value == null || given == null) {
        return null;
      }
      boolean percent = rules.percent || value.percent();
      Estimate share =
          percent
              ? Reading.of(given).withUnit("percent").convertedTo("fraction").estimate()
              : given;
      if (!(share.lower() >= 0 && share.upper() <= 1)) {
        boolean maybe = !percent && share.lower() >= 0 && share.upper() <= 100;
        fault(
            column,
            Text.of(
                "must be in %s, but was %s%s",
                percent ? "[0, 100]" : "[0, 1]",
                text(column),
                maybe ? ". If it is in percent: withPercent()" : ""));
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
        long before = faults.count();
        LocalDate day = day("year", false);
        known = faults.count() > before ? -1 : day == null ? 0 : day.getYear();
        year = known;
      }
      return known;
    }

    /** The first or last day of what a cell says; null if it is empty or at fault. */
    @Nullable LocalDate day(String column, boolean last) {
      String text = text(column);
      return text.isEmpty() || values.isMissing(text) ? null : day(column, text, last);
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
      long before = faults.count();
      LocalDate from = day("from", false);
      LocalDate to = day("to", true);
      if (faults.count() > before) {
        return null;
      }
      LocalDate since = from == null ? LocalDate.MIN : from;
      if (to != null && to.isBefore(since)) {
        fault("to", "'" + text("to") + "' is before '" + text("from") + "'");
        return null;
      }
      return new Period(since, to == null ? LocalDate.MAX : to.plusDays(1));
    }

    /** The source of a figure, with the flags behind it; null if it is at fault. */
    @Nullable Source source(String figure) {
      Source source = source();
      CellValues.Value value = source == null ? null : values.parse(text(figure));
      if (source == null || value == null) {
        return source;
      }
      if (!value.flags().isEmpty()) {
        String note = source.note();
        source = source.withNote(note.isEmpty() ? value.flags() : note + "; " + value.flags());
      }
      return value.quality() == null ? source : source.withQuality(value.quality());
    }

    /** The source; null if it is at fault. */
    @Nullable Source source() {
      long before = faults.count();
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
      if (observed < 0 || faults.count() > before) {
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
        fault("quality", Checks.unknown("quality", text, known));
      }
      return null;
    }
  }

  /** Reads all lines, but those of other years, if every required column is there. */
  void read(Reader reader, List<String> required, Consumer<Line> use) {
    CsvLines.read(
        rules.format,
        reader,
        faults,
        new CsvLines.Reading() {
          private boolean hasColumns;

          @Override
          public boolean header(ImmutableList<String> header) {
            hasColumns = hasColumns(header, required);
            return hasColumns;
          }

          @Override
          public void line(CsvLine cells) {
            Line line = new Line(cells);
            if (hasColumns && (rules.year == 0 || line.year() == rules.year)) {
              use.accept(line);
            }
          }
        });
  }

  boolean has(String column) {
    return columns.containsKey(rules.header(column));
  }

  private boolean hasColumns(List<String> header, List<String> required) {
    Set<String> wanted = new LinkedHashSet<>();
    required.forEach(column -> wanted.add(rules.header(column)));
    wanted.addAll(rules.headers.values());
    if (rules.year != 0) {
      wanted.add(rules.header("year"));
    }
    for (int i = 0; i < header.size(); i++) {
      columns.putIfAbsent(header.get(i), i);
    }
    long before = faults.count();
    String hint = CsvLines.separatorHint(rules.format.rules(), header);
    for (String column : wanted) {
      if (!header.contains(column)) {
        faults.add(CsvLines.found("header has no column '" + column + "'. Found:", header) + hint);
      }
    }
    Set<String> known = new LinkedHashSet<>();
    EvidenceCsv.COLUMNS.forEach(column -> known.add(rules.header(column)));
    for (String column : known) {
      if (header.indexOf(column) != header.lastIndexOf(column)) {
        faults.add("header has column '" + column + "' twice");
      }
    }
    return faults.count() == before;
  }

  /** Adds a fault of a cell. */
  void add(long line, String column, String message) {
    faults.add(line, rules.header(column), () -> message);
  }

  /** Adds a fault of a line as a whole, or of the header, whose line is 0. */
  void add(long line, String message) {
    faults.add(line, () -> (line == 0 ? "" : "line " + line + ": ") + message);
  }

  boolean areFaultless() {
    return faults.count() == 0 && countries.faults().isEmpty();
  }

  /** Throws one error with all faults, if there are any. */
  void check() {
    for (CountryCells.Fault fault : countries.faults()) {
      add(fault.line(), fault.ofName() ? "name" : "country", fault.message());
    }
    faults.check(what);
  }

  Country country(String code) {
    return new Country(code, countries.name(code));
  }

  ImmutableList<String> leftOut() {
    return countries.leftOut();
  }
}
