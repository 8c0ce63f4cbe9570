package dev.steppe.table;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Checks what a table is built from, and collects every fault. */
final class TableCheck {

  private final List<Column> columns;
  private final List<String> faults = new ArrayList<>();

  TableCheck(List<Column> columns) {
    this.columns = columns;
    columns();
  }

  List<String> faults() {
    return faults;
  }

  /** The cells as columns expect them: strings, and numbers as {@link OptionalDouble}. */
  ImmutableList<ImmutableList<Object>> cells(List<ImmutableList<Object>> rows) {
    ImmutableList.Builder<ImmutableList<Object>> checked =
        ImmutableList.builderWithExpectedSize(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      Interruption.checkIfMany((long) row * columns.size(), columns.size());
      checked.add(row(row, rows.get(row)));
    }
    return checked.build();
  }

  private void columns() {
    if (columns.isEmpty()) {
      faults.add("it needs at least one column");
    }
    Set<String> headers = new LinkedHashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String header = columns.get(i).header();
      if (!headers.add(header) && !header.isEmpty()) {
        faults.add("header '" + header + "' is used twice");
      }
      if (Text.halfPair(header) >= 0) {
        faults.add("the header of column " + i + " has half a surrogate pair");
      }
      columns.get(i).check(name(i), faults);
    }
  }

  private ImmutableList<Object> row(int row, ImmutableList<Object> given) {
    if (given.size() != columns.size()) {
      faults.add(
          "row "
              + row
              + " must have "
              + Text.count(columns.size(), "cell", "cells")
              + ", but has "
              + given.size());
      return given;
    }
    ImmutableList.Builder<Object> cells = ImmutableList.builderWithExpectedSize(given.size());
    for (int i = 0; i < given.size(); i++) {
      Object cell = given.get(i);
      if (columns.get(i).isNumeric()) {
        cells.add(number(cell, row, i));
      } else {
        cells.add(cell);
        if (!(cell instanceof String text)) {
          faults.add(unfit(row, i, "text", cell));
        } else if (Text.halfPair(text) >= 0) {
          faults.add("row " + row + ", " + name(i) + " has half a surrogate pair");
        }
      }
    }
    return cells.build();
  }

  private OptionalDouble number(Object cell, int row, int column) {
    double value;
    if (cell instanceof Number number) {
      value = number.doubleValue();
    } else if (cell instanceof OptionalDouble optional) {
      if (optional.isEmpty()) {
        return optional;
      }
      value = optional.getAsDouble();
    } else {
      faults.add(unfit(row, column, "a number or an OptionalDouble", cell));
      return OptionalDouble.empty();
    }
    if (!Double.isFinite(value)) {
      faults.add(
          unfit(row, column, "finite", cell) + ". OptionalDouble.empty() is a missing number.");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value + 0.0);
  }

  private String unfit(int row, int column, String allowed, Object cell) {
    return Text.of(
        "row %s, %s must be %s, but was %s '%s'",
        row, name(column), allowed, cell.getClass().getSimpleName(), cell);
  }

  private String name(int column) {
    String header = columns.get(column).header();
    return header.isEmpty() ? "column " + column : "column '" + header + "'";
  }
}
