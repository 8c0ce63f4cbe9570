package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.DrawBuffers;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.GapEnd;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.random.WeightSampler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The models that a draw may take, with what they make of the profiles.
 *
 * @param likelihoods how likely each is, compared with the others
 */
record Candidates(ImmutableList<CandidateModel> list, ImmutableDoubleArray likelihoods) {

  /**
   * The candidates of an analysis.
   *
   * @throws IllegalArgumentException if a profile has no score under one of them
   */
  static Candidates of(UncertaintySettings settings, ImmutableList<CountryProfile> profiles) {
    ImmutableList.Builder<CandidateModel> all = ImmutableList.builder();
    ImmutableDoubleArray.Builder likelihoods = ImmutableDoubleArray.builder();
    @Nullable CandidateModel last = null;
    for (UncertaintySettings.Candidate candidate : settings.candidates()) {
      if (candidate.scorer() != settings.scorer()
          && !candidate.scorer().fingerprint().equals(settings.scorer().fingerprint())) {
        candidate.scorer().scoreAll(profiles);
      }
      last = new CandidateModel(candidate.scorer(), profiles, settings, last);
      all.add(last);
      likelihoods.add(candidate.likelihood());
    }
    return new Candidates(all.build(), likelihoods.build());
  }

  /** Whether a draw chooses among several. */
  boolean isChoice() {
    return list.size() > 1;
  }

  CandidateModel first() {
    return list.get(0);
  }

  CompiledModel model() {
    return first().model;
  }

  /** Whether scores vary from draw to draw under weights that are the same. */
  boolean varyWithFixedWeights() {
    return isChoice() || first().draws();
  }

  /** A new scorer of draws, for one thread. */
  DrawScorer scorer(Supplier<Substreams> draws) {
    return mixture(
        draws, (candidate, each, buffers) -> candidate.scorer(candidate.sampler, each, buffers));
  }

  /** A new scorer of draws whose weights come from another sampler. */
  DrawScorer scorer(WeightSampler sampler, Supplier<Substreams> draws) {
    return mixture(draws, (candidate, each, buffers) -> candidate.scorer(sampler, each, buffers));
  }

  /** As {@link #scorer(Supplier)}, with missing readings that may be anything at one end. */
  DrawScorer atEnd(GapEnd end, Supplier<Substreams> draws) {
    return mixture(
        draws,
        (candidate, each, buffers) -> candidate.atEnd(end, candidate.sampler, each, buffers));
  }

  /** The same under weights that are the same each time. */
  DrawScorer atEnd(GapEnd end, ImmutableDoubleArray weights, Supplier<Substreams> draws) {
    WeightSampler sampler =
        WeightSampler.constant(WeightDistribution.codes(model().model()), weights);
    return mixture(
        draws, (candidate, each, buffers) -> candidate.atEnd(end, sampler, each, buffers));
  }

  /** Whether a reading of a country is drawn, under one of the models. */
  boolean drawsReadings(int country) {
    return list.stream().anyMatch(candidate -> candidate.readings.get(country).drawsReadings());
  }

  /** Whether a reading of a country, or its scale, depends on shared judgements. */
  private boolean isJudged(int country) {
    return list.stream().anyMatch(candidate -> candidate.readings.get(country).isJudged());
  }

  /** Whether a missing reading of a country may be anything, under one of the models. */
  boolean isOpen(int country) {
    return list.stream().anyMatch(candidate -> candidate.isOpen(country));
  }

  /** By country, whether a missing reading of it may be anything. */
  ImmutableList<Boolean> open() {
    ImmutableList.Builder<Boolean> open = ImmutableList.builder();
    for (int c = 0; c < first().subjects.size(); c++) {
      open.add(isOpen(c));
    }
    return open.build();
  }

  /** What is not held fixed of a country. */
  Varied varied(UncertaintySettings settings, int country) {
    return new Varied(
        !settings.weights().isFixed(),
        drawsReadings(country),
        isChoice(),
        isOpen(country),
        isJudged(country));
  }

  /** Whether a missing reading of any country may be anything. */
  boolean isAnyOpen() {
    return open().contains(true);
  }

  /** The parts of a mixture work one after the other, and so share all that they write to. */
  private DrawScorer mixture(Supplier<Substreams> draws, PartFactory parts) {
    Substreams shared = draws.get();
    DrawBuffers buffers = new DrawBuffers(model().indicatorCount(), first().subjects.size());
    ImmutableList.Builder<DrawScorer> scorers = ImmutableList.builder();
    for (CandidateModel candidate : list) {
      scorers.add(parts.of(candidate, shared, buffers));
    }
    return DrawScorer.mixture(scorers.build(), likelihoods);
  }

  /** Makes the scorer of one model. */
  private interface PartFactory {
    DrawScorer of(CandidateModel candidate, Substreams draws, DrawBuffers buffers);
  }
}
