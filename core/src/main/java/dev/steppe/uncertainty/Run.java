package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.Draws;
import dev.steppe.internal.kernel.RankTally;
import dev.steppe.internal.kernel.Subject;
import dev.steppe.internal.kernel.WeightLaw;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.uncertainty.UncertaintyAnalysis.Settings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One run of an analysis, from profiles to the result. */
final class Run {

  /** Draws of readings for a confidence factor, at most: each first country takes a simulation. */
  private static final long MOST_FOR_CONFIDENCE = 10_000;

  private final Settings settings;
  private final CompiledModel model;
  private final ImmutableList<Scorecard> cards;
  private final ImmutableList<Readings> readings;
  private final ImmutableList<Subject> subjects;
  private final double[] centres;

  Run(Settings settings, ImmutableList<CountryProfile> profiles) {
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("An analysis needs at least one profile");
    }
    this.settings = settings;
    this.model = CompiledModel.of(settings.scorer().model());
    this.cards = settings.scorer().scoreAll(profiles);
    // A ranking refuses a country that comes twice.
    Ranking.of(cards);
    ImmutableList.Builder<Readings> read = ImmutableList.builder();
    ImmutableList.Builder<Subject> named = ImmutableList.builder();
    List<String> codes = WeightLaws.codes(model);
    for (CountryProfile profile : profiles) {
      Readings of = Readings.of(model, profile, settings.drawReadings());
      read.add(of);
      String date = profile.asOf().map(day -> "@" + day).orElse("");
      named.add(of.subject(profile.country().code() + date, codes));
    }
    this.readings = read.build();
    this.subjects = named.build();
    this.centres = cards.stream().mapToDouble(Scorecard::value).toArray();
  }

  UncertaintyResult result() {
    @Nullable WeightLaw law = WeightLaws.law(model, settings.weights());
    ExactAnswers exact = new ExactAnswers(model, settings.weights(), cards, readings);
    Exactness exactness = new Exactness(exact);
    Counts counts =
        simulation(law)
            .run(
                settings.replications(),
                settings.threads(),
                soFar -> {
                  if (!settings.progress().drawn(soFar.draws(), settings.replications())) {
                    throw new CancellationException(
                        "The analysis was stopped after " + soFar.draws() + " draws");
                  }
                  return settings.halfWidth() == 0
                      || new Figures(settings, soFar, exactness).widest() > settings.halfWidth();
                });
    Figures figures = new Figures(settings, counts, exactness);
    return new UncertaintyResult(settings, cards, figures, firsts(figures));
  }

  private Simulation simulation(@Nullable WeightLaw law) {
    return new Simulation(model, subjects, law, settings.seed(), centres);
  }

  /** By country: the weights with which it is first, and how surely it is with these. */
  private ImmutableList<Optional<First>> firsts(Figures figures) {
    ImmutableList.Builder<Optional<First>> firsts = ImmutableList.builder();
    for (int c = 0; c < cards.size(); c++) {
      firsts.add(figures.timesFirst(c) == 0 ? Optional.empty() : Optional.of(first(c, figures)));
    }
    return firsts.build();
  }

  private First first(int country, Figures figures) {
    if (settings.weights() instanceof WeightUncertainty.Fixed) {
      return new First(WeightLaws.nominal(model), figures.rank(country, 0));
    }
    ImmutableDoubleArray.Builder central = ImmutableDoubleArray.builder(model.indicatorCount());
    for (int i = 0; i < model.indicatorCount(); i++) {
      central.add(figures.centralWeight(country, i));
    }
    ImmutableDoubleArray weights = central.build();
    return new First(weights, confidence(country, weights));
  }

  private Probability confidence(int country, ImmutableDoubleArray weights) {
    boolean drawn = readings.stream().anyMatch(Readings::isDrawn);
    long replications = drawn ? Math.min(settings.replications(), MOST_FOR_CONFIDENCE) : 1;
    WeightLaw law = WeightLaw.constant(WeightLaws.codes(model), weights);
    DrawScorer scorer = DrawScorer.of(model, subjects, law, new Draws(settings.seed()));
    long hits = 0;
    for (long done = 0; done < replications; done += Draws.BLOCK) {
      int rows = (int) Math.min(Draws.BLOCK, replications - done);
      scorer.draw(Draws.blockOf(done), rows);
      hits += RankTally.timesFirst(scorer.scores(), country, rows);
    }
    return drawn
        ? Probability.counted(hits, replications, settings.z())
        : Probability.exactly((double) hits);
  }

  /** What goes with being first. */
  record First(ImmutableDoubleArray centralWeights, Probability confidence) {}
}
