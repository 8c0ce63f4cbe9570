package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.DrawBuffers;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.GapEnd;
import dev.steppe.internal.kernel.JudgedModel;
import dev.steppe.internal.kernel.SampledProfile;
import dev.steppe.internal.random.Copula;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model that a draw may take, with what it makes of the profiles. */
final class CandidateModel {

  final CompiledModel model;
  final ImmutableList<UncertainReadings> readings;
  final ImmutableList<SampledProfile> subjects;

  /** How weights are drawn; null for those of the model. */
  final @Nullable WeightSampler sampler;

  /**
   * A variant for profiles that have a score under its model.
   *
   * @param before another, which shares its sampler of weights with this one if they weigh alike,
   *     and what it makes of a profile if that is the same
   */
  CandidateModel(
      Scorer scorer,
      List<CountryProfile> profiles,
      UncertaintySettings settings,
      @Nullable CandidateModel before) {
    JudgedModel judged = JudgedModel.of(scorer.model(), settings.changes());
    this.model = CompiledModel.of(judged.plain());
    this.sampler =
        before != null && weighsLike(before)
            ? before.sampler
            : WeightDistribution.of(settings.weights()).sampler(model);
    ImmutableList.Builder<UncertainReadings> read = ImmutableList.builder();
    ImmutableList.Builder<SampledProfile> named = ImmutableList.builder();
    List<String> codes = WeightDistribution.codes(model.model());
    @Nullable Copula copula = settings.correlations().copula(codes);
    for (int c = 0; c < profiles.size(); c++) {
      CountryProfile profile = profiles.get(c);
      boolean drawn = settings.drawReadings();
      UncertainReadings of =
          UncertainReadings.of(model, profile, drawn, judged.readings(profile, drawn));
      // Thousands of models that read alike take no more room than one.
      if (before != null && of.equals(before.readings.get(c))) {
        read.add(before.readings.get(c));
        named.add(before.subjects.get(c));
      } else {
        read.add(of);
        named.add(of.subject(profile.countryAtDate().key(), codes, copula));
      }
    }
    this.readings = read.build();
    this.subjects = named.build();
  }

  /** A scorer for one thread, whose weights are drawn by some sampler. */
  DrawScorer scorer(@Nullable WeightSampler some, Substreams draws, DrawBuffers buffers) {
    return DrawScorer.of(model, subjects, some, draws, buffers);
  }

  /** A scorer with missing readings that may be anything at one end of their scales. */
  DrawScorer atEnd(
      GapEnd end, @Nullable WeightSampler some, Substreams draws, DrawBuffers buffers) {
    return DrawScorer.atEnd(model, subjects, some, draws, end, buffers);
  }

  /** Whether a missing reading of a country may be anything. */
  boolean isOpen(int country) {
    return model.leavesOpen(subjects.get(country));
  }

  /** Adds the keys of what is drawn: weights, then readings by country. */
  void addInputs(Set<Long> inputs) {
    if (sampler != null) {
      sampler.addInputs(inputs);
    }
    subjects.forEach(subject -> subject.addInputs(inputs));
  }

  /** Whether the tree and its weights are the same, so that one sampler of weights serves both. */
  private boolean weighsLike(CandidateModel other) {
    return weights().equals(other.weights());
  }

  private List<Weighed> weights() {
    List<Weighed> weighing = new ArrayList<>();
    model
        .model()
        .nodes()
        .forEach(
            (code, node) -> {
              int children = node.children().size();
              weighing.add(new Weighed(code, children, model.model().effectiveWeight(code)));
            });
    return weighing;
  }

  /** A node; these in their order tell the tree. */
  private record Weighed(String code, int children, double weight) {}

  /** Whether scores differ from draw to draw under weights that are the same. */
  boolean draws() {
    return readings.stream().anyMatch(UncertainReadings::isDrawn);
  }
}
