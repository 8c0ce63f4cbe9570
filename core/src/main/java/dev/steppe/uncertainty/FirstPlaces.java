package dev.steppe.uncertainty;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.math.WilsonInterval;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.tally.RankTally;
import java.util.Optional;
import java.util.function.Supplier;

/** What goes with being first: central weights, and how sure the first place is under these. */
final class FirstPlaces {

  private final UncertaintySettings settings;
  private final Candidates candidates;
  private final RunEstimates estimates;

  FirstPlaces(UncertaintySettings settings, Candidates candidates, RunEstimates estimates) {
    this.settings = settings;
    this.candidates = candidates;
    this.estimates = estimates;
  }

  /** What goes with being first; the confidence is found when somebody asks. */
  record First(ImmutableDoubleArray centralWeights, Supplier<Probability> confidence) {}

  /** By country: the weights with which it is first, and how surely it is with these. */
  ImmutableList<Optional<First>> all() {
    ImmutableList.Builder<Optional<First>> all = ImmutableList.builder();
    for (int c = 0; c < estimates.countries(); c++) {
      all.add(estimates.timesFirst(c) == 0 ? Optional.empty() : Optional.of(first(c)));
    }
    return all.build();
  }

  private First first(int country) {
    boolean fixed = settings.weights().isFixed();
    ImmutableDoubleArray weights =
        fixed && !candidates.isChoice()
            ? WeightDistribution.nominal(candidates.model().model())
            : centralWeights(country);
    // Each model keeps its own weights then, and some models admit no others.
    return new First(
        weights,
        Suppliers.memoize(() -> fixed ? estimates.rank(country, 0) : confidence(country, weights)));
  }

  private ImmutableDoubleArray centralWeights(int country) {
    ImmutableDoubleArray.Builder central =
        ImmutableDoubleArray.builder(candidates.model().indicatorCount());
    for (int i = 0; i < candidates.model().indicatorCount(); i++) {
      central.add(estimates.centralWeight(country, i));
    }
    return central.build();
  }

  private Probability confidence(int country, ImmutableDoubleArray weights) {
    if (candidates.isAnyOpen()) {
      return asSureAsWeights(
          country,
          OpenReadings.of(
                  candidates, weights, () -> Substreams.ofSeed(settings.seed()), estimates.draws())
              .rank(country, 0, settings.z()));
    }
    boolean drawn = candidates.varyWithFixedWeights();
    long draws = drawn ? estimates.draws() : 1;
    DrawScorer scorer = candidates.scorer(weights, () -> Substreams.ofSeed(settings.seed()));
    long hits = 0;
    for (long done = 0; done < draws; done += DrawBlock.SIZE) {
      int rows = (int) Math.min(DrawBlock.SIZE, draws - done);
      scorer.draw(DrawBlock.of(done), rows);
      hits += RankTally.timesFirst(scorer.scores(), country, rows);
    }
    if (!drawn && candidates.model().model().isAdditive()) {
      // A mean of weights with which it is first: with these it is, as with all in between.
      return Probability.exactly((double) hits);
    }
    return asSureAsWeights(country, Probability.counted(hits, draws, settings.z()));
  }

  /**
   * With the interval of as many draws as have the country first, if that is wider: of so many the
   * central weights are the mean. Draws of readings that are more than these do not make it surer.
   */
  private Probability asSureAsWeights(int country, Probability counted) {
    long first = estimates.timesFirst(country);
    WilsonInterval least =
        WilsonInterval.of(Math.round(counted.value() * first), first, settings.z());
    return new Probability(
        counted.value(),
        Math.min(counted.lower(), least.lower()),
        Math.max(counted.upper(), least.upper()),
        false);
  }
}
