package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.math.BatchMeansInterval;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Counts as probabilities, and exact answers in their place where there are any. */
final class RunEstimates {

  private final double z;
  private final DrawCounts counts;

  /** By scramble; empty if the draws are independent. */
  private final ImmutableList<DrawCounts> scrambles;

  private final double t;
  private final Exactness exact;

  /** What missing readings leave open; empty if they leave nothing open, or nobody has asked. */
  private final Optional<OpenReadings> open;

  /** Figures of independent draws. */
  RunEstimates(UncertaintySettings settings, DrawCounts counts, Exactness exact) {
    this(
        settings,
        new QuasiMonteCarloSimulation.Sample(counts, ImmutableList.of()),
        exact,
        Optional.empty());
  }

  /** Figures of scrambled sequences. */
  RunEstimates(
      UncertaintySettings settings, QuasiMonteCarloSimulation.Sample sample, Exactness exact) {
    this(settings, sample, exact, Optional.empty());
  }

  private RunEstimates(
      UncertaintySettings settings,
      QuasiMonteCarloSimulation.Sample sample,
      Exactness exact,
      Optional<OpenReadings> open) {
    this.z = settings.z();
    this.open = open;
    this.counts = sample.all();
    this.scrambles = sample.scrambles();
    this.t =
        scrambles.isEmpty() ? 0 : BatchMeansInterval.quantile(scrambles.size(), settings.level());
    this.exact = exact;
  }

  /** The same, with what missing readings leave open. */
  RunEstimates with(UncertaintySettings settings, OpenReadings open) {
    return new RunEstimates(
        settings,
        new QuasiMonteCarloSimulation.Sample(counts, scrambles),
        exact,
        Optional.of(open));
  }

  Optional<OpenReadings> open() {
    return open;
  }

  long draws() {
    return counts.draws();
  }

  int countries() {
    return counts.countries();
  }

  /** The probability that a country scores strictly higher than another. */
  Probability win(int first, int second) {
    return isOpen(first, second)
        ? open.get().win(first, second, z)
        : known(exact.win(first, second), of -> of.wins(first, second));
  }

  /** Whether what is missing may decide the order of two countries. */
  boolean isOpen(int first, int second) {
    return Double.isNaN(exact.win(first, second))
        && open.isPresent()
        && open.get().leavesOpen(first, second);
  }

  Probability tie(int first, int second) {
    if (isOpen(first, second)) {
      return open.get().tie(first, second, z);
    }
    return known(
        1 - exact.win(first, second) - exact.win(second, first),
        of -> of.draws() - of.wins(first, second) - of.wins(second, first));
  }

  /** The probability of a rank, from 0. */
  Probability rank(int country, int rank) {
    return Double.isNaN(exact.rank(country, rank))
            && open.isPresent()
            && open.get().leavesOpenRank(country, rank)
        ? open.get().rank(country, rank, z)
        : known(exact.rank(country, rank), of -> of.ranks(country)[rank]);
  }

  private Probability known(double exactly, ToLongFunction<DrawCounts> hits) {
    if (!Double.isNaN(exactly)) {
      return Probability.exactly(exactly);
    }
    Probability counted = Probability.counted(hits.applyAsLong(counts), counts.draws(), z);
    // Where all sequences say the same, they do not tell how wrong they may be.
    return scrambles.isEmpty() || counted.value() == 0 || counted.value() == 1
        ? counted
        : counted.within(halfWidth(of -> (double) hits.applyAsLong(of) / of.draws()));
  }

  /** Half the width of the t interval between the sequences. */
  private double halfWidth(ToDoubleFunction<DrawCounts> figure) {
    return BatchMeansInterval.halfWidth(scrambles.stream().mapToDouble(figure).toArray(), t);
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

  /** Whether both are known exactly. */
  boolean hasExactMoments(int country) {
    return hasExactMean(country) && !Double.isNaN(exact.variance(country));
  }

  private boolean hasExactMean(int country) {
    return !Double.isNaN(exact.mean(country));
  }

  double mean(int country) {
    return hasExactMean(country) ? exact.mean(country) : simulatedMean(country);
  }

  /** Half the width of the interval of the mean; 0 if that is exact. */
  double meanHalfWidth(int country) {
    if (hasExactMean(country)) {
      return 0;
    }
    double missing = open.isEmpty() ? 0 : open.get().halfRange(country);
    return missing
        + (scrambles.isEmpty()
            ? z * Math.sqrt(variance(country) / counts.draws())
            : halfWidth(of -> of.mean(country)));
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
      Interruption.checkIfMany((long) c * countries(), countries());
      for (int d = 0; d < countries(); d++) {
        widest = Math.max(widest, rank(c, d).halfWidth());
        widest = c == d ? widest : Math.max(widest, win(c, d).halfWidth());
      }
    }
    return widest;
  }

  /** The greatest half-width of what is counted, whatever missing readings leave open. */
  double widestOfDraws(UncertaintySettings settings) {
    return open.isEmpty()
        ? widest()
        : new RunEstimates(
                settings,
                new QuasiMonteCarloSimulation.Sample(counts, scrambles),
                exact,
                Optional.empty())
            .widest();
  }

  /** Whether all figures are the same, to the bit. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof RunEstimates other
        && z == other.z
        && counts.equals(other.counts)
        && scrambles.equals(other.scrambles)
        && exact.equals(other.exact);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }
}
