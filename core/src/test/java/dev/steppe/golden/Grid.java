package dev.steppe.golden;

import com.google.common.collect.ImmutableTable;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A file of golden data: a key in the first column, texts or numbers in the others. */
final class Grid {

  private final ImmutableTable<String, String, String> cells;

  private Grid(ImmutableTable<String, String, String> cells) {
    this.cells = cells;
  }

  /** Reads a file of the test resources, by its path from this package. */
  static Grid read(String path) {
    ImmutableTable.Builder<String, String, String> cells = ImmutableTable.builder();
    for (NamedCsvRecord row : rows(path)) {
      for (String column : row.getHeader().subList(1, row.getHeader().size())) {
        cells.put(row.getField(0), column, row.getField(column));
      }
    }
    return new Grid(cells.build());
  }

  /** The rows of a file whose first column is no key. */
  static List<NamedCsvRecord> rows(String path) {
    try (InputStream in = Grid.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no golden file '" + path + "'");
      }
      List<NamedCsvRecord> rows = new ArrayList<>();
      CsvReader.builder()
          .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
          .forEach(rows::add);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> keys() {
    return cells.rowKeySet().asList();
  }

  List<String> columns() {
    return cells.columnKeySet().asList();
  }

  String text(String key, String column) {
    String text = cells.get(key, column);
    if (text == null) {
      throw new IllegalArgumentException("There is no cell " + key + ", " + column);
    }
    return text;
  }

  /** The number in a cell; empty where it says {@code NA}. */
  OptionalDouble number(String key, String column) {
    String text = text(key, column);
    return text.equals("NA") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  /** How many cells of a column have a number. */
  int count(String column) {
    return (int) keys().stream().filter(key -> number(key, column).isPresent()).count();
  }
}
