package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.FirstCounter;
import dev.steppe.internal.math.WilsonInterval;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.internal.tally.RankTally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** How often each country is first under its central weights, where weights are drawn. */
final class ConfidenceFactors {

  private final UncertaintySettings settings;
  private final Candidates candidates;
  private final RunEstimates estimates;
  private final ImmutableIntArray firsts;
  private final ImmutableList<ImmutableDoubleArray> weights;
  private final long draws;

  /**
   * The factors of some countries.
   *
   * @param firsts the countries, by number
   * @param weights their central weights
   */
  ConfidenceFactors(
      UncertaintySettings settings,
      Candidates candidates,
      RunEstimates estimates,
      ImmutableIntArray firsts,
      ImmutableList<ImmutableDoubleArray> weights) {
    this.settings = settings;
    this.candidates = candidates;
    this.estimates = estimates;
    this.firsts = firsts;
    this.weights = weights;
    this.draws = candidates.varyWithFixedWeights() ? settings.confidenceDraws() : 1;
  }

  /** The factors of all of them, in their order. */
  ImmutableList<Probability> all(WorkerPool pool) {
    if (candidates.isAnyOpen()) {
      return pool.each(firsts.length(), k -> asSureAsWeights(k, open(k)));
    }
    long[] hits = hits(pool);
    return IntStream.range(0, hits.length)
        .mapToObj(k -> factor(k, hits[k]))
        .collect(ImmutableList.toImmutableList());
  }

  private Probability open(int k) {
    return OpenReadings.of(
            candidates, weights.get(k), () -> Substreams.ofSeed(settings.seed()), draws)
        .rank(firsts.get(k), 0, settings.z());
  }

  private Probability factor(int k, long hits) {
    if (!candidates.varyWithFixedWeights() && candidates.model().model().isAdditive()) {
      // A mean of weights with which it is first: with these it is, as with all in between.
      return Probability.exactly((double) hits);
    }
    return asSureAsWeights(k, Probability.counted(hits, draws, settings.z()));
  }

  /**
   * With the interval of as many draws as have the country first, if that is wider: of so many the
   * central weights are the mean. Draws of readings that are more than these do not make it surer.
   */
  private Probability asSureAsWeights(int k, Probability counted) {
    long first = estimates.timesFirst(firsts.get(k));
    WilsonInterval least =
        WilsonInterval.of(Math.round(counted.value() * first), first, settings.z());
    return new Probability(
        counted.value(),
        Math.min(counted.lower(), least.lower()),
        Math.max(counted.upper(), least.upper()),
        false);
  }

  private long[] hits(WorkerPool pool) {
    TaskRange range = TaskRange.all(draws);
    List<Worker> workers = new ArrayList<>();
    for (int t = 0; t < Math.max(1, Math.min(pool.size(), range.to())); t++) {
      workers.add(new Worker());
    }
    pool.work(
        workers,
        0,
        range.to(),
        WorkerPool.Listener.everyTask(
            done -> settings.execution().progress().tell(range.draws(done), draws)));
    long[] hits = new long[firsts.length()];
    for (Worker worker : workers) {
      Arrays.setAll(hits, k -> hits[k] + worker.counter.hits()[k]);
    }
    return hits;
  }

  /** Counts in blocks. */
  private interface Counter {
    void count(long block, int rows);

    /** By country: in how many rows it was first. */
    long[] hits();
  }

  /** What one thread needs. */
  private final class Worker implements LongConsumer {

    private final Counter counter =
        !candidates.isChoice() && candidates.model().model().isAdditive() ? sums() : new OneByOne();

    @Override
    public void accept(long task) {
      long end = Math.min(draws, (task + 1) * TaskRange.TASK);
      for (long done = task * TaskRange.TASK; done < end; done += DrawBlock.SIZE) {
        counter.count(DrawBlock.of(done), (int) Math.min(DrawBlock.SIZE, end - done));
      }
    }
  }

  private Counter sums() {
    FirstCounter counter =
        new FirstCounter(
            candidates.model(),
            candidates.first().subjects,
            firsts,
            weights,
            order(),
            Substreams.ofSeed(settings.seed()));
    return new Counter() {
      @Override
      public void count(long block, int rows) {
        counter.count(block, rows);
      }

      @Override
      public long[] hits() {
        return counter.hits();
      }
    };
  }

  /** All countries, the most often first before the others. */
  private ImmutableIntArray order() {
    return ImmutableIntArray.copyOf(
        IntStream.range(0, estimates.countries())
            .boxed()
            .sorted((c, d) -> Long.compare(estimates.timesFirst(d), estimates.timesFirst(c)))
            .mapToInt(c -> c));
  }

  /** Any models: all countries are scored again under the weights of each. */
  private final class OneByOne implements Counter {

    private final CurrentWeights current = new CurrentWeights();
    private final DrawScorer scorer =
        candidates.scorer(current, () -> Substreams.ofSeed(settings.seed()));
    private final long[] hits = new long[firsts.length()];

    @Override
    public void count(long block, int rows) {
      for (int k = 0; k < hits.length; k++) {
        current.weights = weights.get(k);
        scorer.draw(block, rows);
        hits[k] += RankTally.timesFirst(scorer.scores(), firsts.get(k), rows);
      }
    }

    @Override
    public long[] hits() {
      return hits;
    }
  }

  /** Weights that are the same in all draws, until others are set. */
  private final class CurrentWeights extends WeightSampler {

    private ImmutableDoubleArray weights = ImmutableDoubleArray.of();

    CurrentWeights() {
      super(WeightDistribution.codes(candidates.model().model()));
    }

    @Override
    public void fill(Substreams source, long block, int rows, double[][] columns) {
      for (int i = 0; i < columns.length; i++) {
        Arrays.fill(columns[i], 0, rows, weights.get(i));
      }
    }

    @Override
    public boolean isDrawn(int indicator) {
      return false;
    }
  }
}
