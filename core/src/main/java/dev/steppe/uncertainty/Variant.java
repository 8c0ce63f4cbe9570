package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.Draws;
import dev.steppe.internal.kernel.Subject;
import dev.steppe.internal.kernel.WeightLaw;
import dev.steppe.score.Scorer;
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

  DrawScorer scorer(WeightUncertainty weights, long seed) {
    return DrawScorer.of(model, subjects, WeightLaws.law(model, weights), new Draws(seed));
  }

  /** A scorer with the same weights in every draw. */
  DrawScorer scorer(ImmutableDoubleArray weights, long seed) {
    @Nullable WeightLaw law = WeightLaw.constant(WeightLaws.codes(model), weights);
    return DrawScorer.of(model, subjects, law, new Draws(seed));
  }

  boolean drawsReadings() {
    return readings.stream().anyMatch(Readings::isDrawn);
  }
}
