package dev.steppe.uncertainty;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;
import dev.steppe.score.Scorecard;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the draws of an analysis depend on: parts belong together if these are equal. How sure
 * intervals are and the number of threads are not among them.
 *
 * @param model the fingerprint of the scorer's own model
 * @param models the fingerprints of those that a draw may take
 * @param likelihoods how likely each of them is, compared with the others
 * @param judgements the names and values of those that all countries share; what they change cannot
 *     be compared
 * @param profiles the codes of the countries, with their dates
 * @param readings by profile
 */
record RunIdentity(
    long seed,
    long size,
    String model,
    ImmutableList<String> models,
    ImmutableList<Double> likelihoods,
    WeightUncertainty weights,
    boolean drawsReadings,
    ImmutableList<String> judgements,
    Correlations correlations,
    ImmutableList<String> profiles,
    ImmutableList<ImmutableMap<String, Estimate>> readings)
    implements Serializable {

  RunIdentity {
    for (String text : Iterables.concat(models, judgements, profiles, List.of(model))) {
      requireNonNull(text);
    }
    for (Double likelihood : likelihoods) {
      Checks.inRange(likelihood, 0, Double.MAX_VALUE, "likelihood of a model");
    }
    requireNonNull(weights, "weights");
    requireNonNull(correlations, "correlations");
    for (ImmutableMap<String, Estimate> estimates : readings) {
      estimates.forEach((code, estimate) -> requireNonNull(estimate, code));
    }
    if (size < 1
        || models.isEmpty()
        || likelihoods.size() != models.size()
        || readings.size() != profiles.size()) {
      throw new IllegalArgumentException("The terms of an analysis do not fit together");
    }
  }

  static RunIdentity of(UncertaintySettings settings, List<Scorecard> cards) {
    ImmutableList.Builder<String> profiles = ImmutableList.builder();
    ImmutableList.Builder<ImmutableMap<String, Estimate>> readings = ImmutableList.builder();
    for (Scorecard card : cards) {
      CountryProfile profile = card.profile();
      profiles.add(profile.countryAtDate().label());
      readings.add(profile.estimates());
    }
    return new RunIdentity(
        settings.seed(),
        settings.size(),
        settings.scorer().fingerprint(),
        settings.models(),
        settings.candidates().stream()
            .map(UncertaintySettings.Candidate::likelihood)
            .collect(ImmutableList.toImmutableList()),
        settings.weights(),
        settings.drawReadings(),
        settings.judgements().stream()
            .map(SharedJudgement::toString)
            .collect(ImmutableList.toImmutableList()),
        settings.correlations(),
        profiles.build(),
        readings.build());
  }

  /** What is different from what is wanted, each in a few words. */
  ImmutableList<String> differences(RunIdentity wanted) {
    List<String> found = new ArrayList<>();
    compare("seed", seed, wanted.seed, found);
    compare("size", size, wanted.size, found);
    compare("model", model, wanted.model, found);
    compare("models", models, wanted.models, found);
    compare("likelihoods of models", likelihoods, wanted.likelihoods, found);
    compare("weights", weights, wanted.weights, found);
    compare("drawn readings", drawsReadings, wanted.drawsReadings, found);
    compare("judgements", judgements, wanted.judgements, found);
    compare("correlations", correlations, wanted.correlations, found);
    compare("countries", profiles, wanted.profiles, found);
    if (profiles.equals(wanted.profiles)) {
      for (int p = 0; p < readings.size(); p++) {
        compare("readings of " + profiles.get(p), readings.get(p), wanted.readings.get(p), found);
      }
    }
    return ImmutableList.copyOf(found);
  }

  private static void compare(String what, Object own, Object wanted, List<String> found) {
    if (!own.equals(wanted)) {
      found.add(what + " " + own + " instead of " + wanted);
    }
  }
}
