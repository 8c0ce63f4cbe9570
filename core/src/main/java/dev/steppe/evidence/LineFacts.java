package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line says about all of its figures: their source, year, power of ten and publication. */
final class LineFacts {

  private static final Pattern YEAR =
      Pattern.compile("([1-9][0-9]{3})(?:\\.0+|-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?");
  private static final Pattern TWO_YEARS =
      Pattern.compile("([1-9][0-9]{3})[/\u2013-]([0-9]{4}|[0-9]{2})");
  private static final Map<String, Integer> POWERS =
      Map.of("units", 0, "thousands", 3, "millions", 6, "billions", 9, "trillions", 12);

  private final LayoutRules rules;
  private final CellValues values;
  private final CsvColumns columns;
  private final TableFaults faults;
  private Source lastSource = Source.unstated();

  LineFacts(CsvLayout layout, CsvColumns columns, TableFaults faults) {
    this.rules = layout.rules();
    this.values = layout.format().rules().values;
    this.columns = columns;
    this.faults = faults;
  }

  /** The source of a line; null if it is at fault. */
  @Nullable Source source(CsvLine line) {
    long before = faults.count();
    String document = columns.text(line, Role.SOURCE);
    String place = columns.text(line, Role.PLACE);
    Source source = Source.unstated();
    if (!document.isBlank()) {
      source = Source.of(document, place);
    } else if (!place.isBlank()) {
      fault(line, Role.PLACE, () -> "'" + place + "' needs a source");
    }
    String text = columns.stripped(line, Role.YEAR);
    if (!text.isEmpty() && !values.isMissing(text)) {
      OptionalInt year = year(text);
      if (year.isPresent()) {
        source = source.observed(year.getAsInt());
      } else {
        fault(line, Role.YEAR, () -> yearFault(text));
      }
    }
    String quality = columns.stripped(line, Role.QUALITY);
    if (!quality.isEmpty()) {
      try {
        source = source.withQuality(quality(quality));
      } catch (IllegalArgumentException e) {
        fault(line, Role.QUALITY, () -> String.valueOf(e.getMessage()));
      }
    }
    if (faults.count() > before) {
      return null;
    }
    Source noted = source.withNote(columns.text(line, Role.NOTE));
    // Most lines have the source of the line before, which need not be there twice.
    lastSource = noted.equals(lastSource) ? lastSource : noted;
    return lastSource;
  }

  /** The year of a line; 0 if it has none. */
  int year(CsvLine line) {
    return year(columns.stripped(line, Role.YEAR)).orElse(0);
  }

  /** The year that a cell says, which may be of a date or a month; 2011-12 may be two years. */
  private OptionalInt year(String text) {
    Matcher two = TWO_YEARS.matcher(text);
    if (two.matches()) {
      int first = Integer.parseInt(two.group(1));
      if (Integer.parseInt(two.group(2)) % 100 == (first + 1) % 100) {
        return switch (rules.ofTwoYears) {
          case NONE -> OptionalInt.empty();
          case FIRST -> OptionalInt.of(first);
          case LAST -> OptionalInt.of(first + 1);
        };
      }
    }
    Matcher one = YEAR.matcher(text);
    return one.matches() ? OptionalInt.of(Integer.parseInt(one.group(1))) : OptionalInt.empty();
  }

  private static String yearFault(String text) {
    return "'"
        + text
        + "' is not a year of four digits"
        + (TWO_YEARS.matcher(text).matches()
            ? ". CsvLayout.withFirstOfTwoYears or withLastOfTwoYears says which of two counts"
            : "");
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
    throw new IllegalArgumentException(Checks.unknown("quality", text, known));
  }

  /** The day on which a line's figures were published, from 1970; of a year its last. */
  long published(CsvLine line) {
    String text = columns.stripped(line, Role.PUBLISHED);
    if (text.isEmpty()) {
      return Claim.UNPUBLISHED;
    }
    if (text.matches("[1-9][0-9]{3}")) {
      return LocalDate.of(Integer.parseInt(text), 12, 31).toEpochDay();
    }
    LocalDate date = date(line, Role.PUBLISHED, text);
    return date == null ? Claim.UNPUBLISHED : date.toEpochDay();
  }

  /** The date that a cell says; null if it is at fault. */
  @Nullable LocalDate date(CsvLine line, Role role, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      fault(line, role, () -> "'" + text + "' is not a date such as 2022-02-23");
      return null;
    }
  }

  /** The power of ten by which figures of a line are multiplied. */
  int power(CsvLine line) {
    String text = columns.stripped(line, Role.MULTIPLIER);
    if (text.isEmpty()) {
      return 0;
    }
    Integer word = POWERS.get(text.toLowerCase(Locale.ROOT));
    if (word != null) {
      return word;
    }
    if (text.matches("-?[0-9]{1,2}(?:\\.0+)?")) {
      return (int) Double.parseDouble(text);
    }
    throw new IllegalArgumentException(
        "'"
            + text
            + "' in column '"
            + rules.header(Role.MULTIPLIER)
            + "' is no power of ten, such as 6 or Millions");
  }

  /** Adds a fault of a cell, if its column is there. */
  void fault(CsvLine line, Role role, Supplier<String> message) {
    String header = rules.header(role);
    if (columns.isUsable(header)) {
      faults.add(line.number(), header, message);
    }
  }
}
