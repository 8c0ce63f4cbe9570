package dev.steppe.internal.tally;

import dev.steppe.internal.DrawBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Counts how often one country is above another, from their places in each row. A place takes 7
 * bits of a byte, so that one subtraction of longs compares two countries in 8 rows; where there
 * are more than 128 countries, places are halved until they fit, and countries whose halved places
 * are equal are counted one by one.
 */
final class WinTally {

  private static final int LANES = Long.BYTES;
  private static final int GROUPS = DrawBlock.SIZE / LANES;
  private static final long TOPS = 0x8080808080808080L;
  private static final long TOPS_LESS_ONES = 0x7f7f7f7f7f7f7f7fL;
  private static final long EVEN = 0x00ff00ff00ff00ffL;

  /** Blocks after which a byte may be full: a block adds one for each group at most. */
  private static final int FULL = 255 / GROUPS;

  private final int count;
  private final int firsts;
  private final int seconds;
  private final int halvings;
  private final byte[] places;
  private final LongBuffer packed;

  private final long[] unpacked;

  /** By group of rows and country: its halved places. */
  private final long[][] groups;

  /** By first and second of a pair: bytes that count the rows with the first above. */
  private final long[][] pending;

  private final long[][] wins;
  private int blocks;

  /**
   * Counts pairs of one of the first countries with a later one.
   *
   * @param firsts how many countries come first in a pair
   * @param seconds the number of the earliest that comes second
   */
  WinTally(int countries, int firsts, int seconds) {
    this.count = countries;
    this.firsts = firsts;
    this.seconds = seconds;
    this.halvings = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(countries - 1) - 7);
    this.places = new byte[countries * DrawBlock.SIZE];
    this.packed = ByteBuffer.wrap(places).order(ByteOrder.nativeOrder()).asLongBuffer();
    this.unpacked = new long[GROUPS * countries];
    this.groups = new long[GROUPS][countries];
    this.pending = new long[firsts][countries];
    this.wins = new long[firsts][countries];
  }

  /** The earliest that comes second in a pair with a country. */
  private int earliest(int first) {
    return Math.max(first + 1, seconds);
  }

  /** Counts the first rows of a block. */
  void add(SortingNetwork network, int rows) {
    if (rows < DrawBlock.SIZE) {
      Arrays.fill(places, (byte) 0);
    }
    for (int k = 0; k < count; k++) {
      place(network.keys(k), network.mask(), (byte) (k >> halvings), rows);
    }
    packed.rewind();
    packed.get(unpacked);
    for (int g = 0; g < GROUPS; g++) {
      System.arraycopy(unpacked, g * count, groups[g], 0, count);
    }
    for (int g = 0; g < GROUPS; g += 4) {
      for (int c = 0; c < firsts; c++) {
        compare(c, earliest(c), groups[g], groups[g + 1], groups[g + 2], groups[g + 3], pending[c]);
      }
    }
    addNeighbours(network, rows);
    if (++blocks == FULL) {
      settle();
    }
  }

  private void place(int[] keys, int mask, byte place, int rows) {
    int r = 0;
    for (int at = 0; r + LANES <= rows; at += count * LANES, r += LANES) {
      places[at + (keys[r] & mask) * LANES] = place;
      places[at + (keys[r + 1] & mask) * LANES + 1] = place;
      places[at + (keys[r + 2] & mask) * LANES + 2] = place;
      places[at + (keys[r + 3] & mask) * LANES + 3] = place;
      places[at + (keys[r + 4] & mask) * LANES + 4] = place;
      places[at + (keys[r + 5] & mask) * LANES + 5] = place;
      places[at + (keys[r + 6] & mask) * LANES + 6] = place;
      places[at + (keys[r + 7] & mask) * LANES + 7] = place;
    }
    for (; r < rows; r++) {
      places[(r / LANES * count + (keys[r] & mask)) * LANES + r % LANES] = place;
    }
  }

  /**
   * Compares a country with those from another on in four groups of rows: the top bit of {@code 127
   * + a - b} is set where a is greater.
   */
  private static void compare(
      int c, int from, long[] p, long[] q, long[] r, long[] s, long[] sums) {
    long ownP = p[c] + TOPS_LESS_ONES;
    long ownQ = q[c] + TOPS_LESS_ONES;
    long ownR = r[c] + TOPS_LESS_ONES;
    long ownS = s[c] + TOPS_LESS_ONES;
    for (int d = from; d < sums.length; d++) {
      sums[d] +=
          (((ownP - p[d]) & TOPS) >>> 7)
              + (((ownQ - q[d]) & TOPS) >>> 7)
              + (((ownR - r[d]) & TOPS) >>> 7)
              + (((ownS - s[d]) & TOPS) >>> 7);
    }
  }

  private void addNeighbours(SortingNetwork network, int rows) {
    int together = 1 << halvings;
    for (int low = 0; low < count; low++) {
      int end = Math.min(count, low / together * together + together);
      for (int high = low + 1; high < end; high++) {
        for (int r = 0; r < rows; r++) {
          int first = network.country(high, r);
          int second = network.country(low, r);
          if (first < firsts && second >= seconds) {
            wins[first][second]++;
          }
        }
      }
    }
  }

  private void settle() {
    for (int c = 0; c < firsts; c++) {
      for (int d = earliest(c); d < count; d++) {
        long sums = pending[c][d];
        long pairs = (sums & EVEN) + ((sums >>> 8) & EVEN);
        wins[c][d] += (pairs * 0x0001000100010001L) >>> 48;
      }
      Arrays.fill(pending[c], 0);
    }
    blocks = 0;
  }

  /** The rows in which the first of a pair had a higher place than the second, a later one. */
  long higher(int first, int second) {
    if (blocks > 0) {
      settle();
    }
    return wins[first][second];
  }
}
