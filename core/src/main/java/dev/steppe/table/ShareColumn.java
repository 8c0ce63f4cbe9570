package dev.steppe.table;

import java.util.List;
import java.util.OptionalDouble;

/** A column of parts of a whole, of which only nothing prints as 0 and only all as the whole. */
record ShareColumn(String header, double whole, int decimals) implements Column {

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
    return number.isEmpty() ? MISSING : Decimals.share(number.getAsDouble(), whole, decimals);
  }

  @Override
  public void check(String where, List<String> faults) {
    Column.checkDecimals(decimals, where, faults);
    if (!(whole > 0 && Double.isFinite(whole))) {
      faults.add(where + " needs a whole that is finite and > 0, but was given " + whole);
    }
  }
}
