package dev.steppe.table;

import java.util.List;
import java.util.OptionalDouble;

/** A column of numbers that are rounded to the same count of decimals, aligned right. */
record NumberColumn(String header, int decimals, boolean signed) implements Column {

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public boolean isRightAligned() {
    return true;
  }

  @Override
  public String show(Object cell) {
    OptionalDouble number = (OptionalDouble) cell;
    if (number.isEmpty()) {
      return MISSING;
    }
    return signed
        ? Decimals.signed(number.getAsDouble(), decimals)
        : Decimals.fixed(number.getAsDouble(), decimals);
  }

  @Override
  public void check(String where, List<String> faults) {
    Column.checkDecimals(decimals, where, faults);
  }
}
