package dev.steppe.internal.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which readings are missing, of some rows at a time, and a number for each set of them: what is
 * worked out for a set is remembered by it from one call to the next. Not thread-safe.
 */
final class GapSets {

  /** So many sets are remembered; beyond, all are forgotten. */
  static final int MOST = 4096;

  /** So many rows at once, whose values stay in the cache. */
  static final int CHUNK = 512;

  private static final long MAGNITUDE = Long.MAX_VALUE;
  private static final long INFINITE = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);

  /** By word and row: a bit for each indicator. */
  private final long[][] missing;

  /** By row: the readings of an indicator, as they lie in memory. */
  private final long[] bits = new long[CHUNK];

  /** By number of the set: its words. */
  private final long[] sets;

  /** By place: 1 more than the number of its set; 0 where the place is free. */
  private final int[] numbers = new int[2 * MOST];

  private int known;

  GapSets(int indicators) {
    this.missing = new long[(indicators + Long.SIZE - 1) / Long.SIZE][CHUNK];
    this.sets = new long[MOST * missing.length];
  }

  /** Begins with some rows, of which nothing is missing yet; returns the next free number. */
  int begin(int count) {
    for (long[] word : missing) {
      Arrays.fill(word, 0, count, 0L);
    }
    if (known + count > MOST) {
      Arrays.fill(numbers, 0);
      known = 0;
    }
    return known;
  }

  /** Copies a column's readings: a loop of few arrays, which the compiler keeps in registers. */
  static void gather(double[] column, int[] places, int count, double[] readings) {
    for (int g = 0; g < count; g++) {
      readings[g] = column[places[g]];
    }
  }

  /** Notes in which rows an indicator is NaN. */
  void mark(int indicator, double[] readings, int count) {
    // In two loops: the compiler has no vectors for the first, but for the second.
    for (int g = 0; g < count; g++) {
      bits[g] = Double.doubleToRawLongBits(readings[g]);
    }
    mark(bits, indicator % Long.SIZE, count, missing[indicator / Long.SIZE]);
  }

  /** The bits of NaN, without its sign, exceed those of infinity. */
  private static void mark(long[] bits, int shift, int count, long[] word) {
    for (int g = 0; g < count; g++) {
      word[g] |= ((INFINITE - (bits[g] & MAGNITUDE)) >>> 63) << shift;
    }
  }

  /** Puts a number in the place of what is missing. */
  void fill(double[][] readings, int count) {
    for (int w = 0; w < missing.length; w++) {
      for (int g = 0; g < count; g++) {
        for (long left = missing[w][g]; left != 0; left &= left - 1) {
          readings[w * Long.SIZE + Long.numberOfTrailingZeros(left)][g] = 0;
        }
      }
    }
  }

  /** The numbers of the rows' sets; returns how many there are of all sets. */
  int find(int count, int[] found) {
    for (int g = 0; g < count; g++) {
      found[g] = number(g);
    }
    return known;
  }

  private int number(int g) {
    long hash = 0;
    for (long[] word : missing) {
      hash = (hash ^ word[g]) * 0x9E3779B97F4A7C15L;
    }
    int place = (int) (hash >>> 40) & (numbers.length - 1);
    while (numbers[place] > 0 && !isSet(numbers[place] - 1, g)) {
      place = (place + 1) & (numbers.length - 1);
    }
    if (numbers[place] == 0) {
      for (int w = 0; w < missing.length; w++) {
        sets[known * missing.length + w] = missing[w][g];
      }
      known++;
      numbers[place] = known;
    }
    return numbers[place] - 1;
  }

  private boolean isSet(int number, int g) {
    for (int w = 0; w < missing.length; w++) {
      if (sets[number * missing.length + w] != missing[w][g]) {
        return false;
      }
    }
    return true;
  }

  /** NaN for each indicator that a set has, 0 for the others; null if it has none. */
  double @Nullable [] values(int number, int indicators) {
    double[] values = new double[indicators];
    boolean any = false;
    for (int i = 0; i < indicators; i++) {
      long word = sets[number * missing.length + i / Long.SIZE];
      if ((word >>> (i % Long.SIZE) & 1) == 1) {
        values[i] = Double.NaN;
        any = true;
      }
    }
    return any ? values : null;
  }
}
