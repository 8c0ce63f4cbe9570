package dev.steppe.model;

import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.steppe.internal.Checks;
import dev.steppe.internal.FormulaGuard;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import dev.steppe.model.ModelCsvReader.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The rows of a model's table, each cell by the name of its column. */
final class ModelCsvRows {

  private static final List<String> REQUIRED =
      List.of("code", "parent", "weight", "direction", "scale");

  private final List<Fault> faults;

  /**
   * Reads rows.
   *
   * @param faults receives what is wrong
   */
  ModelCsvRows(List<Fault> faults) {
    this.faults = faults;
  }

  /** A row and the line in which it starts. */
  record Row(long line, ImmutableMap<String, String> cells) {

    String code() {
      return cell("code");
    }

    String parent() {
      return cell("parent");
    }

    /** What is in a cell, without spaces around it. */
    String cell(String column) {
      return text(column).strip();
    }

    /** What is in a cell, as it was before it was made harmless. */
    String text(String column) {
      return FormulaGuard.unguarded(cells.getOrDefault(column, ""));
    }
  }

  List<Row> read(String text) {
    List<Row> rows = new ArrayList<>();
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator(plain))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(plain)) {
      Iterator<CsvRecord> records = csv.iterator();
      List<String> header =
          records.hasNext()
              ? records.next().getFields().stream().map(String::strip).toList()
              : List.of();
      checkHeader(header);
      // Without its header, nothing can be said of a table.
      boolean sound = faults.isEmpty();
      while (sound && records.hasNext()) {
        Interruption.check();
        add(records.next(), header, rows);
      }
    } catch (CsvParseException e) {
      // What was read before would seem to lack the rest.
      rows.clear();
      faults.add(new Fault(Long.MAX_VALUE, -1, "CSV: " + e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** What stands between cells, which no name of a column has: some spreadsheets take another. */
  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private void checkHeader(List<String> header) {
    if (!header.isEmpty() && Collections.disjoint(header, REQUIRED)) {
      faults.add(
          Fault.in(
              1, "this is no model, which has the columns " + REQUIRED + ". Found: " + header));
      return;
    }
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!ModelCsv.COLUMNS.contains(column)) {
        faults.add(
            Fault.in(
                1,
                "unknown column '"
                    + column
                    + "'. Known: "
                    + ModelCsv.COLUMNS
                    + "."
                    + Checks.maybeYouMeant(column, ModelCsv.COLUMNS)));
      } else if (!seen.add(column)) {
        faults.add(Fault.in(1, "column '" + column + "' is there twice"));
      }
    }
    for (String column : REQUIRED) {
      if (!seen.contains(column)) {
        faults.add(Fault.in(1, "there is no column '" + column + "'. Found: " + header));
      }
    }
  }

  private void add(CsvRecord cells, List<String> header, List<Row> rows) {
    if (cells.getFields().stream().allMatch(String::isBlank)) {
      // Spreadsheets write empty rows at the end.
      return;
    }
    long line = cells.getStartingLineNumber();
    if (cells.getFieldCount() != header.size()) {
      faults.add(
          Fault.in(
              line,
              Text.of(
                  "has %s, but the header has %s",
                  Text.count(cells.getFieldCount(), "cell", "cells"), header.size())));
      return;
    }
    ImmutableMap.Builder<String, String> byColumn = ImmutableMap.builder();
    for (int i = 0; i < header.size(); i++) {
      byColumn.put(header.get(i), cells.getField(i));
    }
    rows.add(new Row(line, byColumn.buildOrThrow()));
  }
}
