package dev.steppe.sensitivity;

import dev.steppe.internal.math.SobolDirections;

/**
 * Points of the unit cube, coordinate by coordinate: the draws of one coordinate depend on the
 * seed, its name and its number.
 */
interface Points {

  /** Writes coordinate {@code dimension} of the points from {@code from} to the column's start. */
  void fill(int dimension, int from, int rows, double[] column);

  /** Independent draws. */
  static Points random(long[] keys) {
    return (dimension, from, rows, column) -> {
      for (int r = 0; r < rows; r++) {
        column[r] = Keys.uniform(keys[dimension], from + (long) r);
      }
    };
  }

  /**
   * The Sobol sequence with Joe and Kuo's direction numbers, scrambled by a random lower triangular
   * matrix for every coordinate and shifted by random digits.
   *
   * @see <a href="https://doi.org/10.1006/jcom.1998.0489">Matousek (1998), On the L2-discrepancy
   *     for anchored boxes, Journal of Complexity 14, 527-556</a>
   */
  static Points scrambledSobol(long[] keys) {
    long[][] directions = SobolDirections.of(keys.length);
    long[] shifts = new long[keys.length];
    for (int d = 0; d < keys.length; d++) {
      scramble(directions[d], keys[d]);
      shifts[d] = Keys.mix(keys[d]) >>> 12;
    }
    return (dimension, from, rows, column) -> {
      long[] direction = directions[dimension];
      long point = shifts[dimension] ^ SobolDirections.point(direction, from);
      for (int r = 0; r < rows; r++) {
        column[r] = Keys.unit(point);
        point ^= direction[Integer.numberOfTrailingZeros(from + r + 1)];
      }
    };
  }

  private static void scramble(long[] directions, long key) {
    long[] columns = new long[52];
    for (int digit = 0; digit < 52; digit++) {
      long one = 1L << (51 - digit);
      columns[digit] = one | (Keys.mix(key + 1 + digit) & (one - 1));
    }
    for (int bit = 0; bit < directions.length; bit++) {
      long scrambled = 0;
      for (int digit = 0; digit < 52; digit++) {
        scrambled ^= (directions[bit] >>> (51 - digit) & 1) == 0 ? 0 : columns[digit];
      }
      directions[bit] = scrambled;
    }
  }
}
