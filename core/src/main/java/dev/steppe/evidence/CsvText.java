package dev.steppe.evidence;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.steppe.internal.FormulaGuard;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Writes readings as CSV. */
final class CsvText {

  private static final QuoteStrategy QUOTES =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int column, String field) {
          return FormulaGuard.isSplit(field);
        }
      };

  private CsvText() {}

  static String write(Dataset dataset) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).quoteStrategy(QUOTES).build(text)) {
      csv.writeRecord(Role.WRITTEN);
      for (CountryProfile profile : dataset) {
        if (profile.plainReadings().isEmpty() && profile.notApplicable().isEmpty()) {
          csv.writeRecord(country(profile));
        }
        profile
            .plainReadings()
            .forEach((code, reading) -> csv.writeRecord(line(profile, code, reading)));
        profile.notApplicable().forEach((code, why) -> csv.writeRecord(line(profile, code, why)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> country(CountryProfile profile) {
    List<String> fields = new ArrayList<>(Collections.nCopies(Role.WRITTEN.size(), ""));
    fields.set(0, profile.country().code());
    fields.set(1, FormulaGuard.guarded(profile.country().name()));
    fields.set(2, profile.asOf().map(Object::toString).orElse(""));
    return fields;
  }

  private static List<String> line(CountryProfile profile, String code, Reading reading) {
    String value = reading.estimate().toString();
    return line(profile, code, value, reading.unit(), reading.source());
  }

  private static List<String> line(CountryProfile profile, String code, NotApplicable why) {
    Source source = why.source();
    List<String> fields = line(profile, code, CellValues.NOT_APPLICABLE, "", source);
    fields.set(10, FormulaGuard.guarded(why.reason()));
    return fields;
  }

  private static List<String> line(
      CountryProfile profile, String code, String value, String unit, Source source) {
    OptionalInt year = source.observedYear();
    List<String> fields = country(profile);
    fields.set(3, code);
    fields.set(4, value);
    fields.set(5, FormulaGuard.guarded(unit));
    fields.set(6, year.isPresent() ? Integer.toString(year.getAsInt()) : "");
    fields.set(7, FormulaGuard.guarded(source.document()));
    fields.set(8, FormulaGuard.guarded(source.place()));
    fields.set(
        9,
        source.equals(Source.unstated()) ? "" : source.quality().name().toLowerCase(Locale.ROOT));
    fields.set(10, FormulaGuard.guarded(source.note()));
    return fields;
  }
}
