package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.tally.RankTally;
import dev.steppe.internal.tally.ReproducibleSums;
import dev.steppe.internal.tally.ScoreCounts;
import dev.steppe.internal.tally.ScoreHistogram;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was counted in a number of draws. */
final class DrawCounts implements Serializable {

  private static final long serialVersionUID = 1;

  private final long draws;
  private final double[] centres;
  private final long[][] wins;
  private final long[][] ranks;
  private final ScoreCounts scores;
  private final ReproducibleSums sums;

  private DrawCounts(
      long draws,
      double[] centres,
      long[][] wins,
      long[][] ranks,
      ScoreCounts scores,
      ReproducibleSums sums) {
    this.draws = draws;
    this.centres = centres;
    this.wins = wins;
    this.ranks = ranks;
    this.scores = scores;
    this.sums = sums;
  }

  /**
   * Adds up what threads have counted.
   *
   * @param centres by country, what the sums of its scores are distances from
   * @param scores empty if scores are not asked for yet
   * @param sums as the tallies hand them over, those of weights first
   */
  static DrawCounts of(
      long draws,
      double[] centres,
      List<RankTally> ranks,
      List<ScoreHistogram> scores,
      List<ReproducibleSums> sums) {
    return new DrawCounts(
        draws,
        centres,
        sum(ranks, RankTally::wins),
        sum(ranks, RankTally::ranks),
        sumOfScores(scores, ScoreHistogram::counts, centres.length),
        sum(sums));
  }

  /** Adds up what was counted in other draws of the same countries. */
  static DrawCounts sum(List<DrawCounts> parts, double[] centres) {
    return new DrawCounts(
        parts.stream().mapToLong(DrawCounts::draws).sum(),
        centres,
        sum(parts, part -> part.wins),
        sum(parts, part -> part.ranks),
        sumOfScores(parts, part -> part.scores, centres.length),
        sum(parts.stream().map(part -> part.sums).collect(ImmutableList.toImmutableList())));
  }

  /** What several have counted, added up. */
  static <T> long[][] sum(List<T> tallies, Function<T, long[][]> counts) {
    long[][] first = counts.apply(tallies.get(0));
    if (tallies.size() == 1) {
      return first;
    }
    long[][] total = new long[first.length][];
    for (int i = 0; i < total.length; i++) {
      total[i] = first[i].clone();
    }
    for (T tally : tallies.subList(1, tallies.size())) {
      long[][] more = counts.apply(tally);
      for (int i = 0; i < total.length; i++) {
        for (int j = 0; j < total[i].length; j++) {
          total[i][j] += more[i][j];
        }
      }
    }
    return total;
  }

  private static <T> ScoreCounts sumOfScores(
      List<T> tallies, Function<T, ScoreCounts> counts, int countries) {
    if (tallies.size() == 1) {
      return counts.apply(tallies.get(0));
    }
    ScoreCounts total = new ScoreCounts(countries);
    tallies.forEach(tally -> total.add(counts.apply(tally)));
    return total;
  }

  private static ReproducibleSums sum(List<ReproducibleSums> parts) {
    ReproducibleSums total = new ReproducibleSums(parts.get(0).size());
    parts.forEach(total::add);
    return total;
  }

  /**
   * Refuses counts, read from elsewhere, that no draws of so many countries have: every country has
   * one rank and one score in each draw, and the weights with which it is first are between 0 and
   * 1.
   *
   * @throws IllegalArgumentException if there are any
   */
  void check(int countries) {
    boolean fit =
        countries > 0
            && draws >= 0
            && centres.length == countries
            && Arrays.stream(centres).allMatch(centre -> centre >= 0 && centre <= 100)
            && (wins.length == 0 || isSquare(wins, countries))
            && isSquare(ranks, countries)
            && Arrays.stream(ranks).allMatch(row -> Arrays.stream(row).sum() == draws)
            && scores.areOf(countries, draws)
            && sums.areWhole()
            && sums.size() % countries == 0
            && sums.size() / countries > 2;
    for (int i = 0; fit && i < wins.length; i++) {
      for (int j = 0; j <= i; j++) {
        fit &= wins[i][j] + wins[j][i] <= (i == j ? 0 : draws);
      }
    }
    for (int i = 0; fit && i < sums.size(); i++) {
      fit = sums.get(i) >= least(i) && sums.get(i) <= most(i);
    }
    if (!fit) {
      throw new IllegalArgumentException("Counts of draws do not fit together");
    }
  }

  /** Whether there is a row of counts from 0 to all draws for each country. */
  private boolean isSquare(long[][] counts, int countries) {
    return counts.length == countries
        && Arrays.stream(counts)
            .allMatch(
                row ->
                    row.length == countries
                        && Arrays.stream(row).allMatch(count -> count >= 0 && count <= draws));
  }

  /** Distances of scores from a centre are at most 100 in size. */
  private double least(int sum) {
    return isDistance(sum) ? -100.0 * draws : 0;
  }

  private double most(int sum) {
    if (isDistance(sum)) {
      return 100.0 * draws;
    }
    int indicators = sums.size() / centres.length - 2;
    // Weights that sum to 1 may be above it by rounding.
    return sum < centres.length * indicators
        ? ranks[sum / indicators][0] * (1 + 1e-9)
        : 100.0 * 100 * draws;
  }

  private boolean isDistance(int sum) {
    return sum >= sums.size() - 2 * centres.length && sum < sums.size() - centres.length;
  }

  /** Whether so many indicators, and pairs if there is a need, have been counted. */
  boolean isOf(int indicators, boolean withPairs) {
    return sums.size() == centres.length * (indicators + 2) && wins.length > 0 == withPairs;
  }

  long draws() {
    return draws;
  }

  int countries() {
    return centres.length;
  }

  /** The draws in which the first country is strictly above the second, if they were counted. */
  long wins(int first, int second) {
    return wins[first][second];
  }

  /** By rank, from 0: the draws in which the country has it. */
  long[] ranks(int country) {
    return ranks[country];
  }

  /** By step of 0.01 points: the draws in which the country's score rounds to it. */
  long[] scores(int country) {
    return scores.of(country);
  }

  /** The mean of an indicator's weights in the draws in which the country is first. */
  double centralWeight(int country, int indicator) {
    int indicators = sums.size() / centres.length - 2;
    return sums.get(country * indicators + indicator) / ranks[country][0];
  }

  double mean(int country) {
    return centres[country] + fromCentre(country);
  }

  private double fromCentre(int country) {
    return sums.get(sums.size() - 2 * centres.length + country) / draws;
  }

  /** The variance of the draws, with n - 1. */
  double variance(int country) {
    if (draws < 2) {
      return 0;
    }
    double mean = fromCentre(country);
    double square = sums.get(sums.size() - centres.length + country) / draws;
    return Math.max(0, (square - mean * mean) * draws / (draws - 1));
  }

  /** Whether all has been counted alike, to the bit. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof DrawCounts other
        && draws == other.draws
        && Arrays.deepEquals(wins, other.wins)
        && Arrays.deepEquals(ranks, other.ranks)
        && scores.equals(other.scores)
        && sums.equals(other.sums);
  }

  @Override
  public int hashCode() {
    return sums.hashCode();
  }
}
