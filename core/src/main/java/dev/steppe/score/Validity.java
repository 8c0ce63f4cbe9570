package dev.steppe.score;

import dev.steppe.internal.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which readings of columns are there, by a bit each: that of row {@code r} is bit {@code r % 8},
 * of value {@code 1 << r % 8}, of byte {@code r / 8}; 1 if the reading is there. A column without
 * bytes is there throughout.
 *
 * @see <a href="https://arrow.apache.org/docs/format/Columnar.html#validity-bitmaps">Apache Arrow,
 *     columnar format, validity bitmaps</a>
 */
final class Validity {

  private final byte[] @Nullable [] bitmaps;

  /**
   * Takes the bitmaps of columns.
   *
   * @throws IllegalArgumentException if there are not as many as columns, or one is too short
   */
  Validity(byte[] @Nullable [] bitmaps, int columns, int rows) {
    if (bitmaps.length != columns) {
      throw new IllegalArgumentException(
          Text.of(
              "%s needs a validity bitmap, or null, but there are %s",
              columns == 1 ? "The one column" : "Each of " + columns + " columns", bitmaps.length));
    }
    int bytes = (rows + Byte.SIZE - 1) / Byte.SIZE;
    for (int c = 0; c < columns; c++) {
      byte[] bitmap = bitmaps[c];
      if (bitmap != null && bitmap.length < bytes) {
        throw new IllegalArgumentException(
            Text.of(
                "The validity bitmap of column %s needs %s bytes for %s rows, but has %s",
                c, bytes, rows, bitmap.length));
      }
    }
    this.bitmaps = bitmaps;
  }

  boolean isThere(int column, int row) {
    byte[] bitmap = bitmaps[column];
    return bitmap == null || (bitmap[row >>> 3] >>> (row & 7) & 1) == 1;
  }

  /** Whether all readings of some rows are there. */
  boolean areAllThere(int from, int to) {
    for (byte[] bitmap : bitmaps) {
      if (bitmap != null && firstGap(bitmap, from, to) < to) {
        return false;
      }
    }
    return true;
  }

  /** Copies rows of a column to the start of another one, with NaN where no reading is there. */
  void copy(int column, double[] readings, int from, int to, double[] copy) {
    System.arraycopy(readings, from, copy, 0, to - from);
    byte[] bitmap = bitmaps[column];
    if (bitmap != null) {
      int row = firstGap(bitmap, from, to);
      while (row < to) {
        copy[row - from] = Double.NaN;
        row = firstGap(bitmap, row + 1, to);
      }
    }
  }

  /** The first row without a reading, from one on; {@code to} or more if there is none. */
  private static int firstGap(byte[] bitmap, int from, int to) {
    int row = from;
    while (row < to) {
      // What is left of the byte, with ones for the rows that are not there.
      int gaps = (~bitmap[row >>> 3] & 0xFF) >>> (row & 7);
      if (gaps != 0) {
        return row + Integer.numberOfTrailingZeros(gaps);
      }
      row = (row | 7) + 1;
    }
    return to;
  }
}
