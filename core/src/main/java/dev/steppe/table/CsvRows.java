package dev.steppe.table;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.steppe.internal.FormulaGuard;
import dev.steppe.internal.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads the rows of a table from CSV, and collects every fault. */
final class CsvRows {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private final List<Column> columns;
  private final List<String> faults;

  /**
   * Reads for these columns.
   *
   * @param faults receives what is wrong
   */
  CsvRows(List<Column> columns, List<String> faults) {
    this.columns = columns;
    this.faults = faults;
  }

  List<ImmutableList<Object>> read(String text) {
    List<ImmutableList<Object>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(withoutMark(text))) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!hasHeader(records)) {
        return rows;
      }
      while (records.hasNext()) {
        CsvRecord cells = records.next();
        if (cells.getFieldCount() == columns.size()) {
          rows.add(row(cells));
        } else {
          faults.add(
              Text.of(
                  "%s: has %s, but there %s %s",
                  line(cells),
                  Text.count(cells.getFieldCount(), "cell", "cells"),
                  columns.size() == 1 ? "is" : "are",
                  Text.count(columns.size(), "column", "columns")));
        }
      }
    } catch (CsvParseException e) {
      faults.add("CSV: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The text without the byte order mark that some spreadsheets write. */
  private String withoutMark(String text) {
    boolean marked = text.startsWith("\uFEFF");
    boolean own = !columns.isEmpty() && columns.get(0).header().startsWith("\uFEFF");
    return marked && !own ? text.substring(1) : text;
  }

  private boolean hasHeader(Iterator<CsvRecord> records) {
    List<String> found = new ArrayList<>();
    if (records.hasNext()) {
      records.next().getFields().forEach(header -> found.add(FormulaGuard.unguarded(header)));
    }
    List<String> expected = columns.stream().map(Column::header).toList();
    if (!found.equals(expected)) {
      faults.add(
          "header of the CSV must be " + expected + ", but was " + Text.brief(found.toString()));
      return false;
    }
    return true;
  }

  private ImmutableList<Object> row(CsvRecord cells) {
    ImmutableList.Builder<Object> row = ImmutableList.builderWithExpectedSize(columns.size());
    for (int column = 0; column < columns.size(); column++) {
      String cell = cells.getField(column);
      row.add(
          columns.get(column).isNumeric()
              ? number(cells, column, cell.strip())
              : FormulaGuard.unguarded(cell));
    }
    return row.build();
  }

  private OptionalDouble number(CsvRecord cells, int column, String text) {
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      String header = columns.get(column).header();
      faults.add(
          Text.of(
              "%s, column %s: '%s' is not a number",
              line(cells), header.isEmpty() ? column + 1 : "'" + header + "'", Text.brief(text)));
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value);
  }

  private static String line(CsvRecord cells) {
    return "line " + cells.getStartingLineNumber();
  }
}
