package dev.steppe.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterBuilder;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;

/** A table as CSV. */
final class Csv {

  private Csv() {}

  static String of(Table table) {
    StringWriter out = new StringWriter();
    CsvWriterBuilder format = CsvWriter.builder();
    if (table.columnCount() == 1) {
      // An empty field alone would be an empty line, which readers skip.
      format.quoteStrategy(QuoteStrategies.EMPTY);
    }
    String[] fields = table.headers().toArray(new String[0]);
    try (CsvWriter writer = format.build(out)) {
      for (int column = 0; column < fields.length; column++) {
        fields[column] = harmless(fields[column]);
      }
      writer.writeRecord(fields);
      for (int row = 0; row < table.rowCount(); row++) {
        for (int column = 0; column < fields.length; column++) {
          fields[column] = field(table, row, column);
        }
        writer.writeRecord(fields);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String field(Table table, int row, int column) {
    if (!table.isNumeric(column)) {
      return harmless(table.cell(row, column));
    }
    OptionalDouble number = table.number(row, column);
    return number.isPresent() ? Decimals.exact(number.getAsDouble()) : "";
  }

  /** The text, with an apostrophe in front if a spreadsheet could take it for a formula. */
  private static String harmless(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == ' ') {
      first++;
    }
    return first < text.length() && "=+-@\t\r\n".indexOf(text.charAt(first)) >= 0
        ? "'" + text
        : text;
  }
}
