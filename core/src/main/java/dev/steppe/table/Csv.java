package dev.steppe.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterBuilder;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import dev.steppe.internal.FormulaGuard;
import dev.steppe.internal.Interruption;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;

/** A table as CSV. */
final class Csv {

  private Csv() {}

  static String of(Table table) {
    StringWriter out = new StringWriter();
    boolean isAlone = table.columnCount() == 1;
    CsvWriterBuilder format =
        CsvWriter.builder()
            .quoteStrategy(
                new QuoteStrategy() {
                  /** An empty field alone would be an empty line, which readers skip. */
                  @Override
                  public boolean quoteEmpty(int line, int column) {
                    return isAlone;
                  }

                  @Override
                  public boolean quoteValue(int line, int column, String field) {
                    return FormulaGuard.isSplit(field);
                  }
                });
    String[] fields = table.headers().toArray(new String[0]);
    try (CsvWriter writer = format.build(out)) {
      for (int column = 0; column < fields.length; column++) {
        fields[column] = FormulaGuard.guarded(fields[column]);
      }
      writer.writeRecord(fields);
      for (int row = 0; row < table.rowCount(); row++) {
        Interruption.checkIfMany((long) row * table.columnCount(), table.columnCount());
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
      return FormulaGuard.guarded(table.cell(row, column));
    }
    OptionalDouble number = table.number(row, column);
    return number.isPresent() ? Decimals.exact(number.getAsDouble()) : "";
  }
}
