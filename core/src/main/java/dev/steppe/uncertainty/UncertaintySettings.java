package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.internal.kernel.SharedChange;
import dev.steppe.internal.math.StandardNormal;
import dev.steppe.score.Scorer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What has been set of an analysis.
 *
 * @param candidates the models that a draw may take; the scorer's own if there is no choice
 * @param judgements that all countries share
 * @param isSized whether somebody has said how many draws there are
 * @param halfWidth 0 if all draws are made
 * @param confidenceDraws draws for each confidence factor; 0 if nobody wants them
 */
record UncertaintySettings(
    Scorer scorer,
    ImmutableList<Candidate> candidates,
    WeightUncertainty weights,
    boolean drawReadings,
    ImmutableList<SharedJudgement> judgements,
    Correlations correlations,
    SampleDesign design,
    boolean isSized,
    double halfWidth,
    long confidenceDraws,
    Execution execution) {

  private static final SampleDesign RANDOM = SampleDesign.random(100_000);
  private static final long SOBOL_SIZE = 1 << 17;
  private static final int FEW_NAMES = 4;

  /** A model that a draw may take, with how likely it is compared with the others. */
  record Candidate(Scorer scorer, double likelihood) {}

  static UncertaintySettings of(Scorer scorer) {
    return new UncertaintySettings(
        scorer,
        ImmutableList.of(new Candidate(scorer, 1)),
        WeightUncertainty.fixed(),
        true,
        ImmutableList.of(),
        Correlations.none(),
        RANDOM,
        false,
        0,
        0,
        Execution.onAllProcessors());
  }

  /** How many draws are made at most. */
  long size() {
    return design.size();
  }

  long seed() {
    return design.seed();
  }

  double level() {
    return design.level();
  }

  boolean isSobol() {
    return design.sampling() == Sampling.SCRAMBLED_SOBOL;
  }

  /** How many scrambled sequences there are; 0 for independent draws. */
  int scrambles() {
    return isSobol() ? QuasiMonteCarloSimulation.SCRAMBLES : 0;
  }

  /** The fingerprints of the models that a draw may take. */
  ImmutableList<String> models() {
    return candidates.stream()
        .map(candidate -> candidate.scorer().fingerprint())
        .collect(ImmutableList.toImmutableList());
  }

  /** The standard normal quantile at the upper end of intervals. */
  double z() {
    return StandardNormal.twoSided(level());
  }

  UncertaintySettings withCandidates(ImmutableList<Candidate> candidates) {
    return with(copy -> copy.candidates = candidates);
  }

  UncertaintySettings withWeights(WeightUncertainty weights) {
    return with(copy -> copy.weights = weights);
  }

  UncertaintySettings withCentralReadings() {
    return with(copy -> copy.drawReadings = false);
  }

  UncertaintySettings withJudgements(ImmutableList<SharedJudgement> judgements) {
    return with(copy -> copy.judgements = judgements);
  }

  /** The names of the judgements, or how many there are if they are more than a few. */
  String judgementNames() {
    return judgements.size() > FEW_NAMES
        ? judgements.size() + " judgements"
        : judgements.stream().map(SharedJudgement::name).collect(Collectors.joining(", "));
  }

  /** The same with one source of doubt at a time, by its name. */
  ImmutableMap<String, UncertaintySettings> oneAtATime() {
    UncertaintySettings nothing =
        with(
            copy -> {
              copy.candidates = ImmutableList.of(new Candidate(scorer, 1));
              copy.weights = WeightUncertainty.fixed();
              copy.drawReadings = false;
              copy.judgements = ImmutableList.of();
            });
    ImmutableMap.Builder<String, UncertaintySettings> all = ImmutableMap.builder();
    if (drawReadings) {
      all.put(SharedJudgement.READINGS, nothing.with(copy -> copy.drawReadings = true));
    }
    if (!weights.isFixed()) {
      all.put(SharedJudgement.WEIGHTS, nothing.withWeights(weights));
    }
    if (candidates.size() > 1) {
      all.put(SharedJudgement.METHODS, nothing.withCandidates(candidates));
    }
    for (SharedJudgement judgement : judgements) {
      all.put(judgement.name(), nothing.withJudgements(ImmutableList.of(judgement)));
    }
    return all.buildOrThrow();
  }

  /** The judgements as the engine draws them. */
  ImmutableList<SharedChange> changes() {
    ImmutableList.Builder<SharedChange> changes = ImmutableList.builder();
    for (SharedJudgement judgement : judgements) {
      changes.add(judgement.change());
    }
    return changes.build();
  }

  UncertaintySettings withCorrelations(Correlations correlations) {
    return with(copy -> copy.correlations = correlations);
  }

  /** With a size that goes with the sampling, unless somebody has said one. */
  UncertaintySettings withSampling(Sampling sampling) {
    long usual = sampling == Sampling.RANDOM ? RANDOM.size() : SOBOL_SIZE;
    SampleDesign sized = new SampleDesign(sampling, isSized ? size() : usual, seed(), level());
    return withDesign(sized, isSized);
  }

  UncertaintySettings withDesign(SampleDesign design, boolean isSized) {
    return with(
        copy -> {
          copy.design = design;
          copy.isSized = isSized;
        });
  }

  UncertaintySettings withHalfWidth(double halfWidth) {
    return with(copy -> copy.halfWidth = halfWidth);
  }

  UncertaintySettings withConfidenceFactors(long confidenceDraws) {
    return with(copy -> copy.confidenceDraws = confidenceDraws);
  }

  UncertaintySettings withExecution(Execution execution) {
    return with(copy -> copy.execution = execution);
  }

  private UncertaintySettings with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.build();
  }

  /** The parts, while one of them is changed. */
  private static final class Copy {
    Scorer scorer;
    ImmutableList<Candidate> candidates;
    WeightUncertainty weights;
    boolean drawReadings;
    ImmutableList<SharedJudgement> judgements;
    Correlations correlations;
    SampleDesign design;
    boolean isSized;
    double halfWidth;
    long confidenceDraws;
    Execution execution;

    Copy(UncertaintySettings of) {
      scorer = of.scorer;
      candidates = of.candidates;
      weights = of.weights;
      drawReadings = of.drawReadings;
      judgements = of.judgements;
      correlations = of.correlations;
      design = of.design;
      isSized = of.isSized;
      halfWidth = of.halfWidth;
      confidenceDraws = of.confidenceDraws;
      execution = of.execution;
    }

    UncertaintySettings build() {
      return new UncertaintySettings(
          scorer,
          candidates,
          weights,
          drawReadings,
          judgements,
          correlations,
          design,
          isSized,
          halfWidth,
          confidenceDraws,
          execution);
    }
  }
}
