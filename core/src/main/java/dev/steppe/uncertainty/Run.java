package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.Draws;
import dev.steppe.internal.kernel.RankTally;
import dev.steppe.internal.kernel.WeightLaw;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.uncertainty.UncertaintyAnalysis.Settings;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of an analysis, from profiles to the result. */
final class Run {

  /** Draws of readings for a confidence factor, at most: each first country takes a simulation. */
  private static final long MOST_FOR_CONFIDENCE = 10_000;

  private final Settings settings;
  private final ImmutableList<Scorecard> cards;
  private final ImmutableList<Variant> variants;
  private final CompiledModel model;

  Run(Settings settings, ImmutableList<CountryProfile> profiles) {
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("An analysis needs at least one profile");
    }
    this.settings = settings;
    this.cards = settings.scorer().scoreAll(profiles);
    // A ranking refuses a country that comes twice.
    Ranking.of(cards);
    ImmutableList.Builder<Variant> all = ImmutableList.builder();
    all.add(new Variant(settings.scorer(), profiles, settings.drawReadings()));
    for (UncertaintyAnalysis.Alternative alternative : settings.alternatives()) {
      // Profiles that have no score under another model are refused.
      alternative.scorer().scoreAll(profiles);
      all.add(new Variant(alternative.scorer(), profiles, settings.drawReadings()));
    }
    this.variants = all.build();
    this.model = variants.get(0).model;
  }

  UncertaintyResult result() {
    Exactness exactness =
        variants.size() > 1
            ? Exactness.none(cards.size())
            : Exactness.of(
                new ExactAnswers(model, settings.weights(), cards, variants.get(0).readings));
    @Nullable WeightLaw[] laws = laws();
    Supplier<DrawScorer> scorers = () -> mixture(laws);
    double[] centres = cards.stream().mapToDouble(Scorecard::value).toArray();
    Counts counts =
        new Simulation(scorers, model.indicatorCount(), centres)
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

  /** By variant, how weights are drawn; variants that weigh alike share one law. */
  private @Nullable WeightLaw[] laws() {
    @Nullable WeightLaw[] laws = new @Nullable WeightLaw[variants.size()];
    for (int v = 0; v < laws.length; v++) {
      int like = v > 0 && variants.get(v).weighsLike(variants.get(v - 1)) ? v - 1 : v;
      laws[v] = like < v ? laws[like] : WeightLaws.law(variants.get(v).model, settings.weights());
    }
    return laws;
  }

  private DrawScorer mixture(@Nullable WeightLaw[] laws) {
    ImmutableList.Builder<DrawScorer> scorers = ImmutableList.builder();
    for (int v = 0; v < laws.length; v++) {
      scorers.add(variants.get(v).scorer(laws[v], settings.seed()));
    }
    ImmutableDoubleArray.Builder weights = ImmutableDoubleArray.builder().add(1);
    settings.alternatives().forEach(alternative -> weights.add(alternative.weight()));
    return DrawScorer.mixture(scorers.build(), weights.build());
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
    if (settings.weights() instanceof WeightUncertainty.Fixed && variants.size() == 1) {
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
    boolean drawn = variants.size() > 1 || variants.get(0).drawsReadings();
    long replications = drawn ? Math.min(settings.replications(), MOST_FOR_CONFIDENCE) : 1;
    @Nullable WeightLaw[] laws = new @Nullable WeightLaw[variants.size()];
    Arrays.fill(laws, WeightLaw.constant(WeightLaws.codes(model), weights));
    DrawScorer scorer = mixture(laws);
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
