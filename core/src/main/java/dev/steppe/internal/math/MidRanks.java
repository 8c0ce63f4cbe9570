package dev.steppe.internal.math;

import org.apache.commons.math3.stat.ranking.NaturalRanking;

/** Ranks from the least value, 1, where equal values share the mean of theirs. */
public final class MidRanks {

  private MidRanks() {}

  /** Twice the rank of each value: a whole number. */
  public static long[] doubled(double[] values) {
    double[] ranks = new NaturalRanking().rank(values);
    long[] doubled = new long[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      doubled[i] = Math.round(2 * ranks[i]);
    }
    return doubled;
  }
}
