package dev.steppe.uncertainty;

import com.google.common.base.Suppliers;
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
  private final Supplier<Exactness> exactness = Suppliers.memoize(this::exactness);

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
    return result(counts(Stretch.all(settings.replications())));
  }

  /** The counts of some of the draws. */
  UncertaintyPart part(int part, int ofParts) {
    Stretch stretch = new Stretch(settings.replications(), part, ofParts);
    return new UncertaintyPart(PartTerms.of(settings, cards), stretch, counts(stretch));
  }

  /** The result of parts, which together must have all draws of this analysis. */
  UncertaintyResult combine(ImmutableList<UncertaintyPart> parts) {
    UncertaintyPart.check(parts, PartTerms.of(settings, cards));
    return result(
        Counts.sum(
            parts.stream().map(UncertaintyPart::counts).collect(ImmutableList.toImmutableList()),
            centres()));
  }

  private double[] centres() {
    return cards.stream().mapToDouble(Scorecard::value).toArray();
  }

  private Exactness exactness() {
    return variants.size() > 1
        ? Exactness.none(cards.size())
        : Exactness.of(
            new ExactAnswers(model, settings.weights(), cards, variants.get(0).readings));
  }

  private Counts counts(Stretch stretch) {
    @Nullable WeightLaw[] laws = laws();
    return new Simulation(() -> mixture(laws), model.indicatorCount(), centres())
        .run(
            stretch,
            settings.threads(),
            soFar -> {
              if (!settings.progress().drawn(soFar.draws(), stretch.draws())) {
                throw new CancellationException(
                    "The analysis was stopped after " + soFar.draws() + " draws");
              }
              return settings.halfWidth() == 0
                  || new Figures(settings, soFar, exactness.get()).widest() > settings.halfWidth();
            });
  }

  private UncertaintyResult result(Counts counts) {
    Figures figures = new Figures(settings, counts, exactness.get());
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
