package dev.steppe.uncertainty;

import dev.steppe.uncertainty.UncertaintyAnalysis.Settings;
import org.jspecify.annotations.Nullable;

/** Counts as probabilities, and exact answers in their place where there are any. */
final class Figures {

  private final double z;
  private final Counts counts;
  private final Exactness exact;

  Figures(Settings settings, Counts counts, Exactness exact) {
    this.z = settings.z();
    this.counts = counts;
    this.exact = exact;
  }

  long draws() {
    return counts.draws();
  }

  int countries() {
    return counts.countries();
  }

  /** The probability that a country scores strictly higher than another. */
  Probability win(int first, int second) {
    return known(exact.win(first, second), counts.wins(first, second));
  }

  Probability tie(int first, int second) {
    return known(
        1 - exact.win(first, second) - exact.win(second, first),
        counts.draws() - counts.wins(first, second) - counts.wins(second, first));
  }

  /** The probability of a rank, from 0. */
  Probability rank(int country, int rank) {
    return known(exact.rank(country, rank), counts.ranks(country)[rank]);
  }

  private Probability known(double exactly, long hits) {
    return Double.isNaN(exactly)
        ? Probability.counted(hits, counts.draws(), z)
        : Probability.exactly(exactly);
  }

  /** The share of draws in which a country scores strictly higher than another. */
  double counted(int first, int second) {
    return (double) counts.wins(first, second) / counts.draws();
  }

  /** The share of draws in which a country has a rank, from 0. */
  double countedRank(int country, int rank) {
    return (double) counts.ranks(country)[rank] / counts.draws();
  }

  long timesFirst(int country) {
    return counts.ranks(country)[0];
  }

  long[] rankCounts(int country) {
    return counts.ranks(country).clone();
  }

  double centralWeight(int country, int indicator) {
    return counts.centralWeight(country, indicator);
  }

  double simulatedMean(int country) {
    return counts.mean(country);
  }

  double simulatedVariance(int country) {
    return counts.variance(country);
  }

  boolean hasExactMoments(int country) {
    return !Double.isNaN(exact.mean(country));
  }

  double mean(int country) {
    return hasExactMoments(country) ? exact.mean(country) : simulatedMean(country);
  }

  double variance(int country) {
    return hasExactMoments(country) ? exact.variance(country) : simulatedVariance(country);
  }

  long[] scoreCounts(int country) {
    return counts.scores(country);
  }

  /** The greatest half-width of all intervals of ranks and pairs. */
  double widest() {
    double widest = 0;
    for (int c = 0; c < countries(); c++) {
      for (int d = 0; d < countries(); d++) {
        widest = Math.max(widest, rank(c, d).halfWidth());
        widest = c == d ? widest : Math.max(widest, win(c, d).halfWidth());
      }
    }
    return widest;
  }

  /** Whether all figures are the same, to the bit. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Figures other
        && z == other.z
        && counts.equals(other.counts)
        && exact.equals(other.exact);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }
}
