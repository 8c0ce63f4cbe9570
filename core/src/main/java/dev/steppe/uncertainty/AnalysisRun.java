package dev.steppe.uncertainty;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.Collections;
import java.util.function.Supplier;

/** One run of an analysis, from profiles to the result. */
final class AnalysisRun implements AutoCloseable {

  private final UncertaintySettings settings;
  private final ImmutableList<Scorecard> cards;
  private final Candidates candidates;
  private final CompiledModel model;
  private final DrawSource source;
  private final WorkerPool pool;
  private final Supplier<Exactness> exactness = Suppliers.memoize(this::exactness);

  AnalysisRun(UncertaintySettings settings, ImmutableList<CountryProfile> profiles) {
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("An analysis needs at least one profile");
    }
    this.settings = settings;
    this.cards = settings.scorer().scoreAll(profiles);
    // A ranking refuses a country that comes twice.
    Ranking.of(cards);
    this.candidates = Candidates.of(settings, profiles);
    this.model = candidates.model();
    this.source = DrawSource.of(settings, candidates.list());
    this.pool = new WorkerPool(settings.execution().threads());
  }

  /** Refuses what there is no room to count for, before scorecards take time and room. */
  static void checkRoom(UncertaintySettings settings, int countries) {
    int indicators = settings.scorer().model().criteria().size();
    check(new MemoryNeed(countries, indicators, 1, false, 0), 0);
  }

  @Override
  public void close() {
    pool.close();
  }

  UncertaintyResult result() {
    return result(figures());
  }

  private UncertaintyResult result(RunEstimates drawn) {
    RunEstimates estimates =
        candidates.isAnyOpen()
            ? drawn.with(
                settings,
                OpenReadings.of(
                    candidates,
                    source,
                    drawn.draws(),
                    pool,
                    counted -> tell(counted, drawn.draws())))
            : drawn;
    return new UncertaintyResult(
        settings,
        cards,
        estimates,
        new FirstPlaces(settings, candidates, estimates).all(pool),
        varied());
  }

  private ImmutableList<Varied> varied() {
    ImmutableList.Builder<Varied> varied = ImmutableList.builder();
    for (int c = 0; c < cards.size(); c++) {
      varied.add(candidates.varied(settings, c));
    }
    return varied.build();
  }

  private RunEstimates figures() {
    if (!settings.isSobol()) {
      return figures(counts(TaskRange.all(settings.size())));
    }
    long limit = settings.size();
    checkMemory(QuasiMonteCarloSimulation.SCRAMBLES);
    QuasiMonteCarloSimulation.Sample sample =
        new QuasiMonteCarloSimulation(
                this::scorer, model.indicatorCount(), centres(), countsPairs())
            .run(limit, pool, soFar -> goesOn(soFar, limit));
    return figures(sample);
  }

  private RunEstimates figures(DrawCounts counts) {
    return new RunEstimates(settings, counts, exactness.get());
  }

  private RunEstimates figures(QuasiMonteCarloSimulation.Sample sample) {
    return new RunEstimates(settings, sample, exactness.get());
  }

  /** The counts of some of the draws. */
  UncertaintyPart part(int part, int ofParts) {
    TaskRange range = new TaskRange(settings.size(), part, ofParts);
    return new UncertaintyPart(RunIdentity.of(settings, cards), range, counts(range));
  }

  /** The result of parts, which together must have all draws of this analysis. */
  UncertaintyResult combine(ImmutableList<UncertaintyPart> parts) {
    UncertaintyPart.check(parts, RunIdentity.of(settings, cards));
    parts.forEach(part -> part.checkCounts(model.indicatorCount(), countsPairs()));
    return result(
        figures(
            DrawCounts.sum(
                parts.stream()
                    .map(UncertaintyPart::counts)
                    .collect(ImmutableList.toImmutableList()),
                centres())));
  }

  private double[] centres() {
    return cards.stream().mapToDouble(Scorecard::value).toArray();
  }

  private Exactness exactness() {
    return candidates.isChoice() || !settings.judgements().isEmpty()
        ? Exactness.none(cards.size())
        : Exactness.of(
            new ExactSolver(
                model,
                settings.weights(),
                cards,
                candidates.first().readings,
                candidates.open(),
                settings.correlations(),
                settings.size()),
            pool);
  }

  /** Pairs whose order is known are not counted. */
  private boolean countsPairs() {
    return !exactness.get().knowsPairs();
  }

  /** Refuses what would end in want of memory, after a while and without a reason. */
  private void checkMemory(long workers) {
    int open = Collections.frequency(candidates.open(), true);
    long drawn = 0;
    for (UncertainReadings of : candidates.first().readings) {
      drawn += of.drawn();
    }
    check(
        new MemoryNeed(cards.size(), model.indicatorCount(), (int) workers, countsPairs(), open),
        drawn);
  }

  private static void check(MemoryNeed need, long drawn) {
    need.check(Runtime.getRuntime().maxMemory(), need.held(drawn));
  }

  private DrawCounts counts(TaskRange range) {
    checkMemory(Math.max(1, Math.min(pool.size(), range.to() - range.from())));
    return new Simulation(() -> scorer(0), model.indicatorCount(), centres(), countsPairs())
        .run(
            range,
            pool,
            drawn -> tell(drawn, range.draws()),
            settings.halfWidth() == 0 ? null : soFar -> isNarrow(figures(soFar)));
  }

  private boolean goesOn(QuasiMonteCarloSimulation.Sample soFar, long limit) {
    tell(soFar.all().draws(), limit);
    // Looks at figures only if somebody waits for them to be narrow enough.
    return settings.halfWidth() == 0 || !isNarrow(figures(soFar));
  }

  private boolean isNarrow(RunEstimates soFar) {
    return soFar.widest() <= settings.halfWidth();
  }

  private void tell(long drawn, long limit) {
    settings.execution().progress().tell(drawn, limit);
  }

  private DrawScorer scorer(int sequence) {
    return candidates.scorer(() -> source.draws(sequence));
  }

  /** The draws one by one. */
  ScoreDraws draws() {
    return new DrawRecorder(settings, candidates, source, cards).draws();
  }

  /** The whole orders in all draws. */
  RankingOrders orders() {
    return new DrawRecorder(settings, candidates, source, cards).orders();
  }
}
