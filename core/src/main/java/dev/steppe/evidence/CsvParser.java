package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one CSV table and collects its faults. Used once. */
final class CsvParser {

  private static final int LISTED_FAULTS = 100;
  private static final String ANOTHER_DATE =
      ". A dataset has each country at one date; readLongByDate reads a table of several";
  private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

  private final CsvFormat format;
  private final String what;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final Map<String, Agreed> names = new HashMap<>();
  private final Map<String, Agreed> units = new HashMap<>();

  /** Columns that are not there, or twice: nothing can be said of their cells. */
  private final Set<String> unusable = new HashSet<>();

  CsvParser(CsvFormat format, String what) {
    this.format = format;
    this.what = what;
  }

  /** What is wrong, and in which line; 0 for the header as a whole. */
  private record Fault(long line, String message) {}

  /** What has been read of one country; a line number says where. */
  private static final class Draft {
    private final Map<String, Map<Source, Long>> lines = new LinkedHashMap<>();
    private final ListMultimap<String, Reading> readings =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    private final Agreed date = new Agreed();
    private final Agreed name;
    private final String country;

    Draft(String country, Agreed name) {
      this.country = country;
      this.name = name;
    }
  }

  /** Something that all lines must agree on, and the line that said it first. */
  private static final class Agreed {
    private @Nullable String fact;
    private long line;
  }

  /** One line of the table. */
  private record Line(long number, Map<String, String> cells) {

    String stripped(String header) {
      return cells.getOrDefault(header, "").strip();
    }

    String text(String header) {
      return FormulaGuard.unguarded(cells.getOrDefault(header, ""));
    }
  }

  Dataset readLong(Reader reader) {
    List<String> required =
        List.of(format.header("country"), format.header("indicator"), format.header("value"));
    read(reader, required, line -> readLongLine(line, line.stripped(format.header("country"))));
    return Dataset.copyOf(build());
  }

  /** A profile for each country and date. */
  ImmutableList<CountryProfile> readLongByDate(Reader reader) {
    String date = format.header("as_of");
    List<String> required =
        List.of(format.header("country"), date, format.header("indicator"), format.header("value"));
    read(
        reader,
        required,
        line -> {
          if (line.stripped(date).isEmpty()) {
            fault(line, date, "must not be empty where a table has several dates");
          }
          readLongLine(line, line.stripped(format.header("country")) + " " + line.stripped(date));
        });
    return build();
  }

  Dataset readWide(Reader reader) {
    read(reader, List.of("country"), this::readWideLine);
    return Dataset.copyOf(build());
  }

  private void readLongLine(Line line, String key) {
    Draft draft = draft(line, key, format.header("country"), format.header("name"));
    String date = line.stripped(format.header("as_of"));
    boolean oneDate = true;
    if (!date.isEmpty() && date(line, format.header("as_of"), date) != null && draft != null) {
      oneDate = agree(draft.date, line, format.header("as_of"), date, ANOTHER_DATE);
    }
    if (namesCountryOnly(line)) {
      return;
    }
    String codeHeader = format.header("indicator");
    String code = indicator(line, codeHeader);
    Source source = source(line);
    String header = format.header("value");
    String value = line.stripped(header);
    if (value.isEmpty()) {
      fault(line, header, "must not be empty; leave the line out if the reading is missing");
      return;
    }
    if (format.isMissing(value)) {
      return;
    }
    Estimate estimate = estimate(line, header, value);
    if (draft == null || code == null || source == null || estimate == null || !oneDate) {
      return;
    }
    Long earlier =
        draft
            .lines
            .computeIfAbsent(code, absent -> new LinkedHashMap<>())
            .putIfAbsent(source, line.number());
    if (earlier != null) {
      fault(
          line,
          codeHeader,
          Text.of(
              "'%s' of '%s' was already given by line %s from the same source (%s)",
              code, line.stripped(format.header("country")), earlier, source));
      return;
    }
    Reading reading = new Reading(estimate, line.text(format.header("unit")), source);
    String unit = format.unit(code);
    if (unit != null) {
      try {
        reading = reading.convertedTo(unit);
      } catch (IllegalArgumentException e) {
        fault(line, format.header("unit"), e);
        return;
      }
    }
    if (isOfOneUnit(line, code, reading.unit())) {
      draft.readings.put(code, reading);
      checkSpan(draft, line, code);
    }
  }

  /** Whether a reading is in the unit of the earlier ones of its code, of any country. */
  private boolean isOfOneUnit(Line line, String code, String unit) {
    if (unit.isBlank()) {
      return true;
    }
    Agreed agreed = units.computeIfAbsent(code, absent -> new Agreed());
    if (agreed.fact == null) {
      agreed.fact = unit;
      agreed.line = line.number();
    } else if (!Unit.match(agreed.fact, unit)) {
      fault(
          line,
          format.header("unit"),
          "'"
              + code
              + "' is in '"
              + unit
              + "', but in '"
              + agreed.fact
              + "' in line "
              + agreed.line
              + ". withUnit converts all readings to one unit");
      return false;
    }
    return true;
  }

  /** Reports a reading with which those of its country and code can no longer be spanned. */
  private void checkSpan(Draft draft, Line line, String code) {
    List<Estimate> figures = new ArrayList<>();
    for (Reading reading : draft.readings.get(code)) {
      figures.add(reading.estimate());
    }
    try {
      Estimate.spanning(figures);
    } catch (IllegalArgumentException e) {
      fault(
          line,
          format.header("value"),
          "'"
              + code
              + "' of '"
              + line.stripped(format.header("country"))
              + "' is also given by line "
              + requireNonNull(draft.lines.get(code)).values().iterator().next()
              + ": "
              + e.getMessage());
    }
  }

  /** Whether a line says that a country is there, and nothing about it. */
  private boolean namesCountryOnly(Line line) {
    for (String column : CsvFormat.READING_COLUMNS) {
      if (!line.stripped(format.header(column)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void readWideLine(Line line) {
    String code = line.stripped("country");
    if (drafts.containsKey(code)) {
      fault(line, "country", "'" + code + "' was already given by an earlier line");
    }
    Draft draft = draft(line, code, "country", format.header("name"));
    for (String column : line.cells().keySet()) {
      String value = line.stripped(column);
      if (column.equals("country")
          || column.equals(format.header("name"))
          || value.isEmpty()
          || format.isMissing(value)) {
        continue;
      }
      Estimate estimate = estimate(line, column, value);
      if (estimate != null && draft != null) {
        draft.readings.put(column, Reading.of(estimate));
      }
    }
  }

  /** What is read of the country of a line; null if the country is at fault. */
  private @Nullable Draft draft(Line line, String key, String codeHeader, String nameHeader) {
    String code = line.stripped(codeHeader);
    Draft draft = drafts.get(key);
    if (draft == null) {
      try {
        Country.of(code, "?");
      } catch (IllegalArgumentException e) {
        fault(line, codeHeader, e);
        return null;
      }
      draft = new Draft(code, names.computeIfAbsent(code, country -> new Agreed()));
      drafts.put(key, draft);
    }
    String name = line.text(nameHeader);
    if (!name.isBlank()) {
      agree(draft.name, line, nameHeader, name, "");
    }
    return draft;
  }

  /** Keeps what all lines must agree on, and says whether this one does. */
  private boolean agree(Agreed agreed, Line line, String header, String fact, String advice) {
    String earlier = agreed.fact;
    if (earlier == null) {
      agreed.fact = fact;
      agreed.line = line.number();
      return true;
    }
    if (!earlier.equals(fact)) {
      String differs = "'" + fact + "' differs from '" + earlier + "' in line " + agreed.line;
      fault(line, header, differs + advice);
      return false;
    }
    return true;
  }

  /** The date that a cell says; null if it is at fault. */
  private @Nullable LocalDate date(Line line, String header, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      fault(line, header, "'" + text + "' is not a date such as 2022-02-23");
      return null;
    }
  }

  /** The code of a line; null if it is at fault. */
  private @Nullable String indicator(Line line, String header) {
    try {
      return Checks.code(line.stripped(header), "indicator code");
    } catch (IllegalArgumentException e) {
      fault(line, header, e);
      return null;
    }
  }

  /** The estimate that a cell says; null if it is at fault. */
  private @Nullable Estimate estimate(Line line, String header, String value) {
    try {
      return format.parse(value);
    } catch (IllegalArgumentException e) {
      fault(line, header, e);
      return null;
    }
  }

  /** The source of a line; null if it is at fault. */
  private @Nullable Source source(Line line) {
    int before = faults.size();
    String document = line.text(format.header("source"));
    String place = line.text(format.header("place"));
    Source source = Source.unstated();
    if (!document.isBlank()) {
      source = Source.of(document, place);
    } else if (!place.isBlank()) {
      fault(line, format.header("place"), "'" + place + "' needs a source");
    }
    String year = line.stripped(format.header("year"));
    if (YEAR.matcher(year).matches()) {
      source = source.observed(Integer.parseInt(year));
    } else if (!year.isEmpty()) {
      fault(line, format.header("year"), "'" + year + "' is not a year of four digits");
    }
    String quality = line.stripped(format.header("quality"));
    if (!quality.isEmpty()) {
      try {
        source = source.withQuality(quality(quality));
      } catch (IllegalArgumentException e) {
        fault(line, format.header("quality"), e);
      }
    }
    return faults.size() > before ? null : source.withNote(line.text(format.header("note")));
  }

  private static Quality quality(String text) {
    List<String> known = new ArrayList<>();
    for (Quality quality : Quality.values()) {
      String name = quality.name().toLowerCase(Locale.ROOT);
      if (name.equals(text.toLowerCase(Locale.ROOT))) {
        return quality;
      }
      known.add(name);
    }
    throw new IllegalArgumentException(
        "Unknown quality '" + text + "'. " + Checks.known(text, known));
  }

  private void read(Reader reader, List<String> required, Consumer<Line> use) {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(format.separator())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(reader)) {
      Iterator<CsvRecord> records = csv.iterator();
      List<String> header = records.hasNext() ? header(records.next()) : List.of();
      for (String column : required) {
        if (!header.contains(column)) {
          faults.add(new Fault(0, "header has no column '" + column + "'. Found: " + header));
          unusable.add(column);
        }
      }
      checkHeader(header, required);
      while (records.hasNext()) {
        CsvRecord cells = records.next();
        if (cells.getFieldCount() != header.size()) {
          long number = cells.getStartingLineNumber();
          faults.add(
              new Fault(
                  number,
                  "line "
                      + number
                      + ": has "
                      + cells.getFieldCount()
                      + " cells, but the header has "
                      + header.size()));
          continue;
        }
        Map<String, String> byHeader = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          byHeader.put(header.get(i), cells.getField(i));
        }
        use.accept(new Line(cells.getStartingLineNumber(), byHeader));
      }
    } catch (CsvParseException e) {
      faults.add(new Fault(Long.MAX_VALUE, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names in the first line, without a byte order mark. */
  private static List<String> header(CsvRecord first) {
    List<String> header = new ArrayList<>();
    for (String name : first.getFields()) {
      header.add(
          (header.isEmpty() && name.startsWith("\uFEFF") ? name.substring(1) : name).strip());
    }
    return header;
  }

  /** Reports columns that are there twice and, in a wide table, those that are no indicator. */
  private void checkHeader(List<String> header, List<String> required) {
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i);
      if (header.indexOf(column) < i) {
        faults.add(new Fault(0, "header has column '" + column + "' twice"));
        unusable.add(column);
      } else if (required.size() == 1) {
        try {
          Checks.code(column, "header of column " + (i + 1));
        } catch (IllegalArgumentException e) {
          faults.add(new Fault(0, String.valueOf(e.getMessage())));
        }
      }
    }
  }

  private ImmutableList<CountryProfile> build() {
    List<String> messages = new ArrayList<>();
    faults.sort(Comparator.comparingLong(Fault::line));
    faults.forEach(fault -> messages.add(fault.message()));
    Checks.noFaults(what, messages, LISTED_FAULTS);
    ImmutableList.Builder<CountryProfile> profiles = ImmutableList.builder();
    for (Draft draft : drafts.values()) {
      String name = draft.name.fact == null ? draft.country : draft.name.fact;
      CountryProfile.Builder builder = CountryProfile.builder(Country.of(draft.country, name));
      if (draft.date.fact != null) {
        builder.asOf(LocalDate.parse(draft.date.fact));
      }
      draft.readings.forEach(builder::reading);
      profiles.add(builder.build());
    }
    return profiles.build();
  }

  private void fault(Line line, String header, String message) {
    if (!unusable.contains(header)) {
      faults.add(
          new Fault(
              line.number(), "line " + line.number() + ", column '" + header + "': " + message));
    }
  }

  private void fault(Line line, String header, IllegalArgumentException error) {
    fault(line, header, String.valueOf(error.getMessage()));
  }
}
