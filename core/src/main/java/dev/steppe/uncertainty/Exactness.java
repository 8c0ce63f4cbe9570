package dev.steppe.uncertainty;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is known exactly; NaN where nothing is. */
final class Exactness {

  private final double[][] wins;
  private final double[][] ranks;
  private final double[][] moments;

  Exactness(ExactAnswers answers) {
    this.wins = answers.wins();
    this.ranks = answers.ranks(wins);
    this.moments = answers.moments();
  }

  /** The probability that the first country scores strictly higher. */
  double win(int first, int second) {
    return wins[first][second];
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
