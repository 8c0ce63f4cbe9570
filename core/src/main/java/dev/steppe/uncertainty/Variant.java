package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.Draws;
import dev.steppe.internal.kernel.Subject;
import dev.steppe.internal.kernel.WeightLaw;
import dev.steppe.model.Factor;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model that a draw may take, with what it makes of the profiles. */
final class Variant {

  final CompiledModel model;
  final ImmutableList<Readings> readings;
  private final ImmutableList<Subject> subjects;

  /** A variant for profiles that have a score under its model. */
  Variant(Scorer scorer, List<CountryProfile> profiles, boolean drawReadings) {
    this.model = CompiledModel.of(scorer.model());
    ImmutableList.Builder<Readings> read = ImmutableList.builder();
    ImmutableList.Builder<Subject> named = ImmutableList.builder();
    List<String> codes = WeightLaws.codes(model);
    for (CountryProfile profile : profiles) {
      Readings of = Readings.of(model, profile, drawReadings);
      read.add(of);
      String date = profile.asOf().map(day -> "@" + day).orElse("");
      named.add(of.subject(profile.country().code() + date, codes));
    }
    this.readings = read.build();
    this.subjects = named.build();
  }

  /**
   * A scorer for one thread.
   *
   * @param law how weights are drawn; null for those of the model
   */
  DrawScorer scorer(@Nullable WeightLaw law, long seed) {
    return DrawScorer.of(model, subjects, law, Draws.ofSeed(seed));
  }

  /** Whether the tree and its weights are the same, so that one law of weights serves both. */
  boolean weighsLike(Variant other) {
    return weighing().equals(other.weighing());
  }

  private List<Weighed> weighing() {
    List<Weighed> weighing = new ArrayList<>();
    model
        .model()
        .nodes()
        .forEach(
            (code, node) -> {
              int children = node instanceof Factor factor ? factor.children().size() : 0;
              weighing.add(new Weighed(code, children, model.model().effectiveWeight(code)));
            });
    return weighing;
  }

  /** A node; these in their order tell the tree. */
  private record Weighed(String code, int children, double weight) {}

  boolean drawsReadings() {
    return readings.stream().anyMatch(Readings::isDrawn);
  }
}
