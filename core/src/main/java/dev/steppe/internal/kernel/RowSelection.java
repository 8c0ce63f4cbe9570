package dev.steppe.internal.kernel;

/** Some rows of a block, in rising order. */
final class RowSelection {

  /** How many rows of the block are drawn, so that these are among them. */
  final int drawn;

  private final int[] numbers;
  private int count;

  private RowSelection(int drawn) {
    this.drawn = drawn;
    this.numbers = new int[drawn];
  }

  /** The first rows: all that are drawn. */
  static RowSelection first(int drawn) {
    RowSelection rows = new RowSelection(drawn);
    for (int r = 0; r < drawn; r++) {
      rows.add(r);
    }
    return rows;
  }

  /** None yet of those that are drawn. */
  static RowSelection noneOf(int drawn) {
    return new RowSelection(drawn);
  }

  void add(int row) {
    numbers[count++] = row;
  }

  int count() {
    return count;
  }

  /** Copies these rows of a column to the start of another, which may be the same. */
  void gather(double[] from, double[] to) {
    if (count == drawn && from == to) {
      return;
    }
    for (int r = 0; r < count; r++) {
      to[r] = from[numbers[r]];
    }
  }

  /** Copies the start of a column to these rows of another. */
  void scatter(double[] from, double[] to) {
    for (int r = 0; r < count; r++) {
      to[numbers[r]] = from[r];
    }
  }
}
