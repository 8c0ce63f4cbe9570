package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes readings as CSV, and guards text against spreadsheets that take it for a formula. */
final class CsvText {

  /** See OWASP, CSV Injection: a cell that starts so is a formula to a spreadsheet. */
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private CsvText() {}

  /** Text that no spreadsheet takes for a formula: with one more apostrophe where needed. */
  static String guarded(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** The text that was guarded. */
  static String unguarded(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  static String write(Dataset dataset) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(CsvFormat.LONG_COLUMNS);
      for (CountryProfile profile : dataset) {
        profile
            .plainReadings()
            .forEach((code, reading) -> csv.writeRecord(line(profile, code, reading)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static ImmutableList<String> line(CountryProfile profile, String code, Reading reading) {
    Source source = reading.source();
    return ImmutableList.of(
        profile.country().code(),
        guarded(profile.country().name()),
        profile.asOf().map(Object::toString).orElse(""),
        code,
        reading.estimate().toString(),
        guarded(reading.unit()),
        source.observedYear().isPresent() ? Integer.toString(source.observedYear().getAsInt()) : "",
        guarded(source.document()),
        guarded(source.place()),
        source.equals(Source.unstated()) ? "" : source.quality().name().toLowerCase(Locale.ROOT),
        guarded(source.note()));
  }
}
