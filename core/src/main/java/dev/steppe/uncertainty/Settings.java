package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Estimate;
import dev.steppe.score.Scorer;
import java.util.function.Consumer;

/** What has been set of an analysis. */
record Settings(
    Scorer scorer,
    ImmutableList<Alternative> alternatives,
    WeightUncertainty weights,
    boolean drawReadings,
    Correlations correlations,
    boolean sobol,
    long asked,
    double halfWidth,
    double confidence,
    long seed,
    int threads,
    Progress progress) {

  /** How many draws are made at most. */
  long replications() {
    return asked > 0 ? asked : sobol ? 1 << 17 : 100_000;
  }

  /** How many scrambled sequences there are; 0 for independent draws. */
  int scrambles() {
    return sobol ? ScrambledSimulation.SCRAMBLES : 0;
  }

  /** The fingerprints of the alternatives. */
  ImmutableList<String> fingerprints() {
    return alternatives.stream()
        .map(alternative -> alternative.scorer().fingerprint())
        .collect(ImmutableList.toImmutableList());
  }

  /** The standard normal quantile at the upper end of intervals. */
  double z() {
    return Estimate.normal(0, 1).inverseCdf(0.5 + confidence / 2);
  }

  /** The settings with a change. */
  Settings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Another model that a draw may take, with its weight. */
  record Alternative(Scorer scorer, double weight) {}

  /** Settings while one of them changes. */
  static final class Draft {

    private final Scorer scorer;
    ImmutableList<Alternative> alternatives;
    WeightUncertainty weights;
    boolean drawReadings;
    Correlations correlations;
    boolean sobol;
    long asked;
    double halfWidth;
    double confidence;
    long seed;
    int threads;
    Progress progress;

    Draft(Settings settings) {
      scorer = settings.scorer;
      alternatives = settings.alternatives;
      weights = settings.weights;
      drawReadings = settings.drawReadings;
      correlations = settings.correlations;
      sobol = settings.sobol;
      asked = settings.asked;
      halfWidth = settings.halfWidth;
      confidence = settings.confidence;
      seed = settings.seed;
      threads = settings.threads;
      progress = settings.progress;
    }

    Settings settings() {
      return new Settings(
          scorer,
          alternatives,
          weights,
          drawReadings,
          correlations,
          sobol,
          asked,
          halfWidth,
          confidence,
          seed,
          threads,
          progress);
    }
  }
}
