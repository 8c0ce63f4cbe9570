package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.tally.RankTally;
import java.util.Optional;

/** What goes with being first: central weights, and how sure the first place is under these. */
final class FirstPlaces {

  /** Draws of readings for a confidence factor, at most: each first country takes a simulation. */
  private static final long MOST_FOR_CONFIDENCE = 10_000;

  private final Settings settings;
  private final Candidates candidates;
  private final RunEstimates estimates;

  FirstPlaces(Settings settings, Candidates candidates, RunEstimates estimates) {
    this.settings = settings;
    this.candidates = candidates;
    this.estimates = estimates;
  }

  /** What goes with being first. */
  record First(ImmutableDoubleArray centralWeights, Probability confidence) {}

  /** By country: the weights with which it is first, and how surely it is with these. */
  ImmutableList<Optional<First>> all(WorkerPool pool) {
    return pool.each(
        estimates.countries(),
        c -> estimates.timesFirst(c) == 0 ? Optional.empty() : Optional.of(first(c)));
  }

  private First first(int country) {
    boolean fixed = settings.weights().isFixed();
    ImmutableDoubleArray weights =
        fixed && !candidates.isChoice()
            ? WeightLaw.nominal(candidates.model().model())
            : centralWeights(country);
    // Each model keeps its own weights then, and some models admit no others.
    return new First(weights, fixed ? estimates.rank(country, 0) : confidence(country, weights));
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
    boolean drawn = candidates.varyWithFixedWeights();
    long draws = drawn ? Math.min(settings.size(), MOST_FOR_CONFIDENCE) : 1;
    DrawScorer scorer = candidates.scorer(weights, () -> Substreams.ofSeed(settings.seed()));
    long hits = 0;
    for (long done = 0; done < draws; done += DrawBlock.SIZE) {
      int rows = (int) Math.min(DrawBlock.SIZE, draws - done);
      scorer.draw(DrawBlock.of(done), rows);
      hits += RankTally.timesFirst(scorer.scores(), country, rows);
    }
    return drawn
        ? Probability.counted(hits, draws, settings.z())
        : Probability.exactly((double) hits);
  }
}
