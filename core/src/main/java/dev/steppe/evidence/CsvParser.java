package dev.steppe.evidence;

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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one CSV table and collects its faults. Used once. */
final class CsvParser {

  private static final int LISTED_FAULTS = 20;
  private static final Pattern YEAR = Pattern.compile("[1-9][0-9]{3}");

  private final CsvFormat format;
  private final String what;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  CsvParser(CsvFormat format, String what) {
    this.format = format;
    this.what = what;
  }

  /** What has been read of one country; a line number says where. */
  private static final class Draft {
    private final Map<String, Map<Source, Long>> lines = new LinkedHashMap<>();
    private final List<Map.Entry<String, Reading>> readings = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, Long> factLines = new LinkedHashMap<>();
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
    read(reader, required, this::readLongLine);
    return build();
  }

  Dataset readWide(Reader reader) {
    read(reader, List.of("country"), this::readWideLine);
    return build();
  }

  private void readLongLine(Line line) {
    Draft draft = draft(line, format.header("country"), format.header("name"));
    String date = line.stripped(format.header("as_of"));
    if (!date.isEmpty() && draft != null) {
      if (date(line, format.header("as_of"), date) != null) {
        agree(draft, line, format.header("as_of"), date);
      }
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
    if (draft == null || code == null || source == null || estimate == null) {
      return;
    }
    Long earlier =
        draft
            .lines
            .computeIfAbsent(code, key -> new LinkedHashMap<>())
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
    draft.readings.add(Map.entry(code, reading));
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
      return;
    }
    Draft draft = draft(line, "country", format.header("name"));
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
        draft.readings.add(Map.entry(column, Reading.of(estimate)));
      }
    }
  }

  /** What is read of the country of a line; null if the country is at fault. */
  private @Nullable Draft draft(Line line, String codeHeader, String nameHeader) {
    String code = line.stripped(codeHeader);
    Draft draft = drafts.get(code);
    if (draft == null) {
      try {
        Country.of(code, "?");
      } catch (IllegalArgumentException e) {
        fault(line, codeHeader, e);
        return null;
      }
      draft = new Draft();
      drafts.put(code, draft);
    }
    String name = line.text(nameHeader);
    if (!name.isBlank()) {
      agree(draft, line, nameHeader, name);
    }
    return draft;
  }

  /** Keeps a fact that all lines of a country must agree on. */
  private void agree(Draft draft, Line line, String header, String fact) {
    String earlier = draft.facts.putIfAbsent(header, fact);
    if (earlier == null) {
      draft.factLines.put(header, line.number());
    } else if (!earlier.equals(fact)) {
      fault(
          line,
          header,
          "'" + fact + "' differs from '" + earlier + "' in line " + draft.factLines.get(header));
    }
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
          faults.add("header has no column '" + column + "'. Found: " + header);
        }
      }
      checkHeader(header, required);
      if (!faults.isEmpty()) {
        return;
      }
      while (records.hasNext()) {
        CsvRecord cells = records.next();
        if (cells.getFieldCount() != header.size()) {
          faults.add(
              Text.of(
                  "line %s: has %s cells, but the header has %s",
                  cells.getStartingLineNumber(), cells.getFieldCount(), header.size()));
          continue;
        }
        Map<String, String> byHeader = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          byHeader.put(header.get(i), cells.getField(i));
        }
        use.accept(new Line(cells.getStartingLineNumber(), byHeader));
      }
    } catch (CsvParseException e) {
      faults.add(e.getMessage());
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
        faults.add("header has column '" + column + "' twice");
      } else if (required.size() == 1) {
        try {
          Checks.code(column, "header of column " + (i + 1));
        } catch (IllegalArgumentException e) {
          faults.add(e.getMessage());
        }
      }
    }
  }

  private Dataset build() {
    Checks.noFaults(what, faults, LISTED_FAULTS);
    List<CountryProfile> profiles = new ArrayList<>();
    for (Map.Entry<String, Draft> country : drafts.entrySet()) {
      Draft draft = country.getValue();
      String name = draft.facts.getOrDefault(format.header("name"), country.getKey());
      CountryProfile.Builder builder = CountryProfile.builder(Country.of(country.getKey(), name));
      String date = draft.facts.get(format.header("as_of"));
      if (date != null) {
        builder.asOf(LocalDate.parse(date));
      }
      for (Map.Entry<String, Reading> reading : draft.readings) {
        builder.reading(reading.getKey(), reading.getValue());
      }
      profiles.add(builder.build());
    }
    return Dataset.copyOf(profiles);
  }

  private void fault(Line line, String header, String message) {
    faults.add("line " + line.number() + ", column '" + header + "': " + message);
  }

  private void fault(Line line, String header, IllegalArgumentException error) {
    fault(line, header, String.valueOf(error.getMessage()));
  }
}
