package dev.steppe.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A column of numbers shown as bars that grow to the right.
 *
 * <p>Bars are made of ASCII characters: block characters turn into noise on a console that does not
 * speak UTF-8, and shading is lost where there is no colour.
 */
record BarColumn(String header, double lower, double upper, int cells) implements Column {

  static final int MOST_CELLS = 100;

  @Override
  public boolean isNumeric() {
    return true;
  }

  @Override
  public boolean isRightAligned() {
    return false;
  }

  @Override
  public String show(Object cell) {
    OptionalDouble number = (OptionalDouble) cell;
    if (number.isEmpty()) {
      return MISSING;
    }
    double value = number.getAsDouble();
    if (value < lower) {
      return "<";
    }
    return value > upper ? "#".repeat(cells - 1) + ">" : "#".repeat(filled(value));
  }

  /** Half a cell counts as a whole one, in decimal arithmetic as for {@link Decimals}. */
  private int filled(double value) {
    BigDecimal from = BigDecimal.valueOf(lower);
    return BigDecimal.valueOf(value)
        .subtract(from)
        .multiply(BigDecimal.valueOf(cells))
        .divide(BigDecimal.valueOf(upper).subtract(from), 0, RoundingMode.HALF_UP)
        .intValueExact();
  }

  @Override
  public void check(String where, List<String> faults) {
    if (!(lower < upper && Double.isFinite(lower) && Double.isFinite(upper))) {
      faults.add(
          where + " needs finite lower < upper, but was given [" + lower + ", " + upper + "]");
    }
    if (cells < 1 || cells > MOST_CELLS) {
      faults.add(where + " needs 1 to " + MOST_CELLS + " cells, but was given " + cells);
    }
  }
}
