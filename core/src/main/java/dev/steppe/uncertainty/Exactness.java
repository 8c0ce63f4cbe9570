package dev.steppe.uncertainty;

import dev.steppe.internal.WorkerPool;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known exactly; NaN where nothing is. */
final class Exactness {

  private final double[][] wins;
  private final double[][] ranks;
  private final double[][] moments;

  private Exactness(double[][] wins, double[][] ranks, double[][] moments) {
    this.wins = wins;
    this.ranks = ranks;
    this.moments = moments;
  }

  static Exactness of(ExactSolver solver, WorkerPool pool) {
    double[][] wins = solver.wins(pool);
    return new Exactness(wins, solver.ranks(wins), solver.moments());
  }

  /** Nothing is known exactly. */
  static Exactness none(int countries) {
    return new Exactness(
        unknown(countries, countries), unknown(countries, countries), unknown(countries, 2));
  }

  private static double[][] unknown(int rows, int columns) {
    double[] row = new double[columns];
    Arrays.fill(row, Double.NaN);
    double[][] unknown = new double[rows][];
    Arrays.fill(unknown, row);
    return unknown;
  }

  /** The probability that the first country scores strictly higher. */
  double win(int first, int second) {
    return wins[first][second];
  }

  /** Whether the order of every pair is known. */
  boolean knowsPairs() {
    boolean known = true;
    for (double[] row : wins) {
      for (double win : row) {
        known &= !Double.isNaN(win);
      }
    }
    return known;
  }

  /** The probability of a rank, from 0. */
  double rank(int country, int rank) {
    return ranks[country][rank];
  }

  double mean(int country) {
    return moments[country][0];
  }

  double variance(int country) {
    return moments[country][1];
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Exactness other
        && Arrays.deepEquals(wins, other.wins)
        && Arrays.deepEquals(ranks, other.ranks)
        && Arrays.deepEquals(moments, other.moments);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(wins);
  }
}
