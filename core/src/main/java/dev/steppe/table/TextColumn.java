package dev.steppe.table;

import java.util.List;

/** A column of words, aligned left. */
record TextColumn(String header) implements Column {

  @Override
  public boolean isNumeric() {
    return false;
  }

  @Override
  public boolean isRightAligned() {
    return false;
  }

  @Override
  public String show(Object cell) {
    return (String) cell;
  }

  @Override
  public void check(String where, List<String> faults) {}
}
