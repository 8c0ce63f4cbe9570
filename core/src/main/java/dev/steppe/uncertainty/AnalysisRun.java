package dev.steppe.uncertainty;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.internal.tally.OrderTally;
import dev.steppe.internal.tally.RankTally;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of an analysis, from profiles to the result. */
final class AnalysisRun implements AutoCloseable {

  /** Draws of readings for a confidence factor, at most: each first country takes a simulation. */
  private static final long MOST_FOR_CONFIDENCE = 10_000;

  private final Settings settings;
  private final ImmutableList<Scorecard> cards;
  private final ImmutableList<CandidateModel> variants;
  private final CompiledModel model;
  private final DrawSource source;
  private final WorkerPool pool;
  private final Supplier<Exactness> exactness = Suppliers.memoize(this::exactness);

  AnalysisRun(Settings settings, ImmutableList<CountryProfile> profiles) {
    if (profiles.isEmpty()) {
      throw new IllegalArgumentException("An analysis needs at least one profile");
    }
    this.settings = settings;
    this.cards = settings.scorer().scoreAll(profiles);
    // A ranking refuses a country that comes twice.
    Ranking.of(cards);
    ImmutableList.Builder<CandidateModel> all = ImmutableList.builder();
    @Nullable CandidateModel last = null;
    for (Settings.Candidate candidate : settings.candidates()) {
      if (!candidate.scorer().fingerprint().equals(settings.scorer().fingerprint())) {
        // Profiles that have no score under another model are refused.
        candidate.scorer().scoreAll(profiles);
      }
      last = new CandidateModel(candidate.scorer(), profiles, settings, last);
      all.add(last);
    }
    this.variants = all.build();
    this.model = variants.get(0).model;
    this.source = DrawSource.of(settings, variants);
    this.pool = new WorkerPool(settings.execution().threads());
  }

  @Override
  public void close() {
    pool.close();
  }

  UncertaintyResult result() {
    return result(figures());
  }

  private UncertaintyResult result(RunEstimates estimates) {
    return new UncertaintyResult(settings, cards, estimates, firsts(estimates));
  }

  private RunEstimates figures() {
    if (!settings.isSobol()) {
      return figures(counts(TaskRange.all(settings.size())));
    }
    long limit = settings.size();
    ScrambledSimulation.Sample sample =
        new ScrambledSimulation(this::scorer, model.indicatorCount(), centres(), countsPairs())
            .run(limit, pool, soFar -> goesOn(soFar, limit));
    return figures(sample);
  }

  private RunEstimates figures(DrawCounts counts) {
    return new RunEstimates(settings, counts, exactness.get());
  }

  private RunEstimates figures(ScrambledSimulation.Sample sample) {
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
    return variants.size() > 1
        ? Exactness.none(cards.size())
        : Exactness.of(
            new ExactSolver(
                model,
                settings.weights(),
                cards,
                variants.get(0).readings,
                settings.correlations()),
            pool);
  }

  /** Pairs whose order is known are not counted. */
  private boolean countsPairs() {
    return !exactness.get().knowsPairs();
  }

  private DrawCounts counts(TaskRange range) {
    return new Simulation(() -> scorer(0), model.indicatorCount(), centres(), countsPairs())
        .run(
            range,
            pool,
            drawn -> tell(drawn, range.draws()),
            settings.halfWidth() == 0 ? null : soFar -> isNarrow(figures(soFar)));
  }

  private boolean goesOn(ScrambledSimulation.Sample soFar, long limit) {
    tell(soFar.all().draws(), limit);
    // Looks at figures only if somebody waits for them to be narrow enough.
    return settings.halfWidth() == 0 || !isNarrow(figures(soFar));
  }

  private boolean isNarrow(RunEstimates soFar) {
    return soFar.widest() <= settings.halfWidth();
  }

  private void tell(long drawn, long limit) {
    if (!settings.execution().progress().reached(drawn, limit)) {
      throw new CancellationException("The analysis was stopped after " + drawn + " draws");
    }
  }

  /** A new scorer of the draws of a sequence. */
  private DrawScorer scorer(int sequence) {
    return mixture(candidate -> candidate.scorer(candidate.sampler, source.draws(sequence)));
  }

  private DrawScorer mixture(Function<CandidateModel, DrawScorer> scorerOf) {
    ImmutableDoubleArray.Builder weights = ImmutableDoubleArray.builder();
    settings.candidates().forEach(candidate -> weights.add(candidate.likelihood()));
    return DrawScorer.mixture(
        variants.stream().map(scorerOf).collect(ImmutableList.toImmutableList()), weights.build());
  }

  /** The draws one by one, those of one sequence after those of another. */
  ScoreDraws draws() {
    ScoreDraws.checkSize(settings.size(), cards.size() + model.indicatorCount());
    int draws = (int) settings.size();
    double[][] scores = new double[cards.size()][draws];
    double[][] weights = new double[model.indicatorCount()][draws];
    eachBlock(
        (sequence, scorer, from, rows) -> {
          copy(scorer.scores(), scores, (int) from, rows);
          copy(scorer.weights(), weights, (int) from, rows);
        });
    return new ScoreDraws(settings, new AnalysedCountries(cards), scores, weights, this::readings);
  }

  /** The whole orders in all draws. */
  RankingOrders orders() {
    RankingOrders.checkSize(cards.size());
    OrderTally tally = new OrderTally(cards.size(), source.sequences());
    long limit = settings.size();
    eachBlock(
        (sequence, scorer, from, rows) -> {
          tally.add(sequence, scorer.scores(), rows);
          long drawn = from + rows;
          if (drawn % TaskRange.TASK == 0 || drawn == limit) {
            tell(drawn, limit);
          }
        });
    return new OrderShares(settings, new AnalysedCountries(cards)).of(tally);
  }

  /** Takes a block of draws, which the scorer holds until the next. */
  private interface BlockTaker {
    void take(int sequence, DrawScorer scorer, long from, int rows);
  }

  /** Makes all draws, those of one sequence after those of another. */
  private void eachBlock(BlockTaker taker) {
    long each = settings.size() / source.sequences();
    for (int s = 0; s < source.sequences(); s++) {
      DrawScorer scorer = scorer(s);
      for (long done = 0; done < each; done += DrawBlock.SIZE) {
        int rows = (int) Math.min(DrawBlock.SIZE, each - done);
        scorer.draw(DrawBlock.of(done), rows);
        taker.take(s, scorer, s * each + done, rows);
      }
    }
  }

  private static void copy(double[][] from, double[][] to, int at, int rows) {
    for (int c = 0; c < from.length; c++) {
      System.arraycopy(from[c], 0, to[c], at, rows);
    }
  }

  /** Draws the readings of a country again, since they are the same each time. */
  private ImmutableDoubleArray readings(int country, int indicator) {
    int total = (int) settings.size();
    int each = total / source.sequences();
    ImmutableDoubleArray.Builder readings = ImmutableDoubleArray.builder(total);
    double[] column = new double[DrawBlock.SIZE];
    for (int s = 0; s < source.sequences(); s++) {
      Substreams draws = source.draws(s);
      for (int done = 0; done < each; done += DrawBlock.SIZE) {
        int rows = Math.min(DrawBlock.SIZE, each - done);
        variants
            .get(0)
            .subjects
            .get(country)
            .fill(indicator, draws, DrawBlock.of(done), rows, column);
        for (int r = 0; r < rows; r++) {
          readings.add(column[r]);
        }
      }
    }
    return readings.build();
  }

  /** By country: the weights with which it is first, and how surely it is with these. */
  private ImmutableList<Optional<First>> firsts(RunEstimates estimates) {
    return pool.each(
        cards.size(),
        c -> estimates.timesFirst(c) == 0 ? Optional.empty() : Optional.of(first(c, estimates)));
  }

  private First first(int country, RunEstimates estimates) {
    boolean fixed = settings.weights().isFixed();
    ImmutableDoubleArray weights =
        fixed && variants.size() == 1
            ? WeightLaw.nominal(model.model())
            : centralWeights(country, estimates);
    // Each model keeps its own weights then, and some models admit no others.
    return new First(weights, fixed ? estimates.rank(country, 0) : confidence(country, weights));
  }

  private ImmutableDoubleArray centralWeights(int country, RunEstimates estimates) {
    ImmutableDoubleArray.Builder central = ImmutableDoubleArray.builder(model.indicatorCount());
    for (int i = 0; i < model.indicatorCount(); i++) {
      central.add(estimates.centralWeight(country, i));
    }
    return central.build();
  }

  private Probability confidence(int country, ImmutableDoubleArray weights) {
    boolean drawn = variants.size() > 1 || variants.get(0).drawsReadings();
    long replications = drawn ? Math.min(settings.size(), MOST_FOR_CONFIDENCE) : 1;
    @Nullable WeightSampler sampler =
        WeightSampler.constant(WeightLaw.codes(model.model()), weights);
    DrawScorer scorer =
        mixture(candidate -> candidate.scorer(sampler, Substreams.ofSeed(settings.seed())));
    long hits = 0;
    for (long done = 0; done < replications; done += DrawBlock.SIZE) {
      int rows = (int) Math.min(DrawBlock.SIZE, replications - done);
      scorer.draw(DrawBlock.of(done), rows);
      hits += RankTally.timesFirst(scorer.scores(), country, rows);
    }
    return drawn
        ? Probability.counted(hits, replications, settings.z())
        : Probability.exactly((double) hits);
  }

  /** What goes with being first. */
  record First(ImmutableDoubleArray centralWeights, Probability confidence) {}
}
