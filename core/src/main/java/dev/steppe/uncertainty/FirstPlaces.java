package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.internal.WorkerPool;
import java.util.Optional;

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

  /** What goes with being first; without the confidence if nobody asks for it. */
  record First(ImmutableDoubleArray centralWeights, Optional<Probability> confidence) {}

  /** By country: the weights with which it is first, and how surely it is with these. */
  ImmutableList<Optional<First>> all(WorkerPool pool) {
    ImmutableIntArray.Builder first = ImmutableIntArray.builder();
    ImmutableList.Builder<ImmutableDoubleArray> central = ImmutableList.builder();
    for (int c = 0; c < estimates.countries(); c++) {
      if (estimates.timesFirst(c) > 0) {
        first.add(c);
        central.add(weights(c));
      }
    }
    ImmutableIntArray firsts = first.build();
    ImmutableList<ImmutableDoubleArray> weights = central.build();
    ImmutableList<Probability> confidence =
        settings.confidenceDraws() == 0 ? ImmutableList.of() : confidence(firsts, weights, pool);
    ImmutableList.Builder<Optional<First>> all = ImmutableList.builder();
    int next = 0;
    for (int c = 0; c < estimates.countries(); c++) {
      if (estimates.timesFirst(c) == 0) {
        all.add(Optional.empty());
      } else {
        all.add(
            Optional.of(
                new First(
                    weights.get(next),
                    confidence.isEmpty() ? Optional.empty() : Optional.of(confidence.get(next)))));
        next++;
      }
    }
    return all.build();
  }

  private ImmutableDoubleArray weights(int country) {
    if (settings.weights().isFixed() && !candidates.isChoice()) {
      return WeightDistribution.nominal(candidates.model().model());
    }
    ImmutableDoubleArray.Builder central =
        ImmutableDoubleArray.builder(candidates.model().indicatorCount());
    for (int i = 0; i < candidates.model().indicatorCount(); i++) {
      central.add(estimates.centralWeight(country, i));
    }
    return central.build();
  }

  private ImmutableList<Probability> confidence(
      ImmutableIntArray firsts, ImmutableList<ImmutableDoubleArray> weights, WorkerPool pool) {
    if (settings.weights().isFixed()) {
      // Each model keeps its own weights then.
      return firsts.stream()
          .mapToObj(c -> estimates.rank(c, 0))
          .collect(ImmutableList.toImmutableList());
    }
    return new ConfidenceFactors(settings, candidates, estimates, firsts, weights).all(pool);
  }
}
