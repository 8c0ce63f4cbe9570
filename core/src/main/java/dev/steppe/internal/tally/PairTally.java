package dev.steppe.internal.tally;

import org.jspecify.annotations.Nullable;

/**
 * Counts who is strictly above whom. Equal scores are counted in the order in which they happen to
 * be sorted, and put right by {@link #addTie}.
 */
final class PairTally {

  private final WinTally sorted;
  private final int count;
  private final int firsts;
  private final int seconds;

  /**
   * By first and second: the draws in which they are equal. Ties are rare, so this and the one
   * below have rows for those only that ever were.
   */
  private final long[] @Nullable [] ties;

  /** By first and second: the ties in which the first was sorted above. */
  private final long[] @Nullable [] tiesAbove;

  private long draws;

  /** Counts all pairs of so many. */
  PairTally(int count) {
    this(count, count, 0);
  }

  /**
   * Counts pairs of one of the first with a later one.
   *
   * @param count of all
   * @param firsts how many of them come first in a pair
   * @param seconds the number of the earliest that comes second
   */
  PairTally(int count, int firsts, int seconds) {
    this.count = count;
    this.sorted = new WinTally(count, firsts, seconds);
    this.firsts = firsts;
    this.seconds = seconds;
    this.ties = new long[firsts][];
    this.tiesAbove = new long[firsts][];
  }

  /** Counts the first rows of a block. */
  void add(SortingNetwork network, int rows) {
    sorted.add(network, rows);
    draws += rows;
  }

  /** Notes that two are equal in a row that was counted, or is going to be. */
  void addTie(int above, int below) {
    int first = Math.min(above, below);
    int second = Math.max(above, below);
    if (first < firsts && second >= seconds) {
      row(ties, first)[second]++;
      if (above == first) {
        row(tiesAbove, first)[second]++;
      }
    }
  }

  private long[] row(long[] @Nullable [] of, int first) {
    long @Nullable [] row = of[first];
    if (row == null) {
      row = new long[count];
      of[first] = row;
    }
    return row;
  }

  private long at(long[] @Nullable [] of, int first, int second) {
    long @Nullable [] row = of[first];
    return row == null ? 0 : row[second];
  }

  /** The draws in which one is strictly above another; the two are of a pair in either order. */
  long above(int one, int other) {
    return one < other
        ? sorted.higher(one, other) - at(tiesAbove, one, other)
        : draws - above(other, one) - at(ties, other, one);
  }
}
