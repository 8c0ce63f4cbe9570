package dev.steppe.uncertainty;

import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.SharedChange;
import dev.steppe.internal.math.SobolDirections;
import dev.steppe.internal.random.SobolSubstreams;
import dev.steppe.internal.random.Substreams;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Where the draws of an analysis come from.
 *
 * @param sequences how many independent sequences they are of, each with as many draws
 * @param of the draws of a sequence, from 0: new ones for each thread
 */
record DrawSource(int sequences, IntFunction<Substreams> of) {

  static DrawSource of(UncertaintySettings settings, List<CandidateModel> variants) {
    if (!settings.isSobol()) {
      return new DrawSource(1, sequence -> Substreams.ofSeed(settings.seed()));
    }
    long asked = settings.size();
    int sequences = QuasiMonteCarloSimulation.SCRAMBLES;
    if (Long.bitCount(asked) != 1 || asked < sequences || asked > 1L << 35) {
      long near = Long.highestOneBit(Math.max(sequences, Math.min(1L << 35, asked)));
      throw new IllegalArgumentException(
          "size of Sobol sequences must be a power of 2 from 16 to 2^35, but was "
              + asked
              + ". Maybe you meant "
              + near
              + ".");
    }
    SobolSubstreams first =
        SobolSubstreams.of(inputs(settings.changes(), variants), settings.seed());
    return new DrawSource(sequences, first::scramble);
  }

  private static Set<Long> inputs(List<SharedChange> changes, List<CandidateModel> variants) {
    Set<Long> inputs = new LinkedHashSet<>();
    if (variants.size() > 1) {
      inputs.add(DrawScorer.CHOICE);
    }
    changes.forEach(change -> inputs.add(change.key()));
    variants.forEach(candidate -> candidate.addInputs(inputs));
    if (inputs.size() > SobolDirections.MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "A Sobol sequence serves at most "
              + SobolDirections.MOST_DIMENSIONS
              + " inputs, but there are "
              + inputs.size()
              + " weights and readings to draw. Use Sampling.RANDOM, or leave out some of the countries.");
    }
    return inputs;
  }

  Substreams draws(int sequence) {
    return of.apply(sequence);
  }
}
