package dev.steppe.evidence;

import dev.steppe.internal.Text;
import org.jspecify.annotations.Nullable;

/** A figure with the least and the most that it may be, which stand in columns of their own. */
final class FigureBounds {

  private final CellValues values;
  private final TableFaults faults;

  FigureBounds(CellValues values, TableFaults faults) {
    this.values = values;
    this.faults = faults;
  }

  /**
   * A figure with its bounds; the figure if it has none, null if they are at fault.
   *
   * @param header of the figure's column
   */
  CellValues.@Nullable Value of(
      CsvLine line, String header, CellValues.Value figure, String least, String most) {
    Estimate central = figure.estimate();
    if (isMissing(least) && isMissing(most)) {
      return figure;
    }
    if (central == null) {
      faults.add(
          line.number(),
          header,
          () -> Text.of("there are bounds '%s' and '%s', but no figure between them", least, most));
      return null;
    }
    Double lower = number(least);
    Double upper = number(most);
    if (lower == null || upper == null) {
      faults.add(
          line.number(),
          header,
          () ->
              Text.of(
                  "the figure has bounds '%s' and '%s', which must both be numbers", least, most));
      return null;
    }
    double mode = central.central();
    if (!central.isExact() || !(lower <= mode && mode <= upper)) {
      faults.add(
          line.number(),
          header,
          () -> Text.of("'%s' is not within its bounds, '%s' and '%s'", central, least, most));
      return null;
    }
    Estimate bounded = Estimate.triangular(lower, mode, upper);
    return CellValues.Value.of(bounded, figure.percent(), figure.flags(), figure.quality());
  }

  private boolean isMissing(String cell) {
    return cell.isEmpty() || values.isMissing(cell);
  }

  private @Nullable Double number(String cell) {
    CellValues.Value value = isMissing(cell) ? null : values.parse(cell);
    Estimate estimate = value == null ? null : value.estimate();
    return estimate == null || !estimate.isExact() ? null : (Double) estimate.central();
  }
}
