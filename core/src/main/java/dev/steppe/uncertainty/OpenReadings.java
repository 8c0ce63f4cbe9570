package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.GapEnd;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.tally.IntervalPlaces;
import dev.steppe.internal.tally.IntervalTally;
import dev.steppe.internal.tally.ReproducibleSums;
import dev.steppe.internal.tally.ScoreCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the draws say where a missing reading may be anything. Each draw is scored twice, with what
 * is missing at the safe and at the risky end of its scale, and counted for what holds whatever is
 * missing and for what may hold. Scores rise with every reading, so no value in between says more.
 */
final class OpenReadings {

  private final IntervalPlaces places;
  private final long draws;

  /** How often the first is above the second whatever is missing. */
  private final long[][] surelyAbove;

  /** How often it is above for some readings. */
  private final long[][] maybeAbove;

  /** By country and rank, from 0: how often it is the best that it may have. */
  private final long[][] best;

  /** How often it is the worst that it may have. */
  private final long[][] worst;

  /** How often it has no other. */
  private final long[][] sure;

  /** See {@link IntervalTally#sums}. */
  private final ReproducibleSums sums;

  /** By country and rank: how often it has it, where a draw counts in parts for all it may have. */
  private final double[][] shares;

  private final ScoreCounts scores;

  private OpenReadings(IntervalPlaces places, List<IntervalTally> tallies, long draws) {
    this.places = places;
    this.draws = draws;
    this.surelyAbove = DrawCounts.sum(tallies, IntervalTally::surelyAbove);
    this.maybeAbove = DrawCounts.sum(tallies, IntervalTally::maybeAbove);
    this.best = DrawCounts.sum(tallies, IntervalTally::best);
    this.worst = DrawCounts.sum(tallies, IntervalTally::worst);
    this.sure = DrawCounts.sum(tallies, IntervalTally::sure);
    this.sums = new ReproducibleSums(tallies.get(0).sums().size());
    this.scores = new ScoreCounts(places.count());
    for (IntervalTally tally : tallies) {
      sums.add(tally.sums());
      scores.add(tally.scores());
    }
    int countries = places.countries();
    this.shares = new double[countries][countries];
    for (int c = 0; c < countries; c++) {
      double share = 0;
      for (int rank = 0; rank < countries; rank++) {
        share += sums.get(c * (countries + 1) + rank);
        shares[c][rank] = share;
      }
    }
  }

  /**
   * Counts all draws of an analysis.
   *
   * @param progress hears how many draws were counted; may throw to stop
   */
  static OpenReadings of(
      Candidates candidates,
      DrawSource source,
      long draws,
      WorkerPool pool,
      LongConsumer progress) {
    IntervalPlaces places = places(candidates);
    long each = draws / source.sequences();
    TaskRange sequence = TaskRange.all(each);
    long tasks = source.sequences() * sequence.to();
    List<Worker> workers = new ArrayList<>();
    for (int t = 0; t < Math.max(1, Math.min(pool.size(), tasks)); t++) {
      workers.add(new Worker(candidates, source, sequence, places));
    }
    pool.work(
        workers,
        0,
        tasks,
        WorkerPool.Listener.everyTask(
            done ->
                progress.accept(
                    done / sequence.to() * each + sequence.draws(done % sequence.to()))));
    return new OpenReadings(
        places,
        workers.stream().map(worker -> worker.tally).collect(ImmutableList.toImmutableList()),
        draws);
  }

  private static IntervalPlaces places(Candidates candidates) {
    boolean[] isOpen = new boolean[candidates.first().subjects.size()];
    for (int c = 0; c < isOpen.length; c++) {
      isOpen[c] = candidates.isOpen(c);
    }
    return new IntervalPlaces(isOpen);
  }

  /** Counts draws under weights that are the same each time, on the calling thread. */
  static OpenReadings of(
      Candidates candidates,
      ImmutableDoubleArray weights,
      Supplier<Substreams> source,
      long draws) {
    IntervalPlaces places = places(candidates);
    IntervalTally tally = new IntervalTally(places);
    DrawScorer low = candidates.atEnd(GapEnd.SAFEST, weights, source);
    DrawScorer high = candidates.atEnd(GapEnd.RISKIEST, weights, source);
    for (long done = 0; done < draws; done += TaskRange.TASK) {
      count(low, high, tally, done, Math.min(draws, done + TaskRange.TASK));
    }
    return new OpenReadings(places, ImmutableList.of(tally), draws);
  }

  /** Counts a task: the draws from a number to below another. */
  private static void count(
      DrawScorer low, DrawScorer high, IntervalTally tally, long from, long to) {
    for (long done = from; done < to; done += DrawBlock.SIZE) {
      int rows = (int) Math.min(DrawBlock.SIZE, to - done);
      low.draw(DrawBlock.of(done), rows);
      high.draw(DrawBlock.of(done), rows);
      tally.add(low.scores(), high.scores(), rows);
    }
    tally.endTask();
  }

  /** What one thread needs. */
  private static final class Worker implements LongConsumer {

    private final Candidates candidates;
    private final DrawSource source;
    private final TaskRange sequence;
    private final IntervalTally tally;
    private int number = -1;
    private @Nullable DrawScorer low;
    private @Nullable DrawScorer high;

    Worker(Candidates candidates, DrawSource source, TaskRange sequence, IntervalPlaces places) {
      this.candidates = candidates;
      this.source = source;
      this.sequence = sequence;
      this.tally = new IntervalTally(places);
    }

    /** Does a task; those of one sequence come after those of another. */
    @Override
    public void accept(long task) {
      int of = (int) (task / sequence.to());
      DrawScorer safest = low;
      DrawScorer riskiest = high;
      if (safest == null || riskiest == null || of != number) {
        safest = candidates.atEnd(GapEnd.SAFEST, () -> source.draws(of));
        riskiest = candidates.atEnd(GapEnd.RISKIEST, () -> source.draws(of));
        low = safest;
        high = riskiest;
        number = of;
      }
      long from = task % sequence.to() * TaskRange.TASK;
      count(
          safest, riskiest, tally, from, Math.min(sequence.replications(), from + TaskRange.TASK));
    }
  }

  /** Whether what is missing decides between two countries in some draw. */
  boolean leavesOpen(int first, int second) {
    return surelyAbove[first][second] != maybeAbove[first][second]
        || surelyAbove[second][first] != maybeAbove[second][first];
  }

  Probability win(int first, int second, double z) {
    return between(surelyAbove[first][second], maybeAbove[first][second], z);
  }

  Probability tie(int first, int second, double z) {
    return between(
        Math.max(0, draws - maybeAbove[first][second] - maybeAbove[second][first]),
        draws - surelyAbove[first][second] - surelyAbove[second][first],
        1 - win(first, second, z).value() - win(second, first, z).value(),
        z);
  }

  /** Whether what is missing decides whether a country has a rank, from 0, in some draw. */
  boolean leavesOpenRank(int country, int rank) {
    return sure[country][rank] != maybeRanked(country, rank);
  }

  /** A draw that leaves several ranks open counts in equal parts for each of them. */
  Probability rank(int country, int rank, double z) {
    double value = shares[country][rank] / draws;
    return between(sure[country][rank], maybeRanked(country, rank), value, z);
  }

  private long maybeRanked(int country, int rank) {
    long count = 0;
    for (int r = 0; r <= rank; r++) {
      count += best[country][r] - (r < rank ? worst[country][r] : 0);
    }
    return count;
  }

  /** By rank, from 0: how often it is the best that a country may have. */
  long[] bestRanks(int country) {
    return best[country].clone();
  }

  /** By rank, from 0: how often it is the worst that a country may have. */
  long[] worstRanks(int country) {
    return worst[country].clone();
  }

  /**
   * Half the way from the mean score with what is missing at its safest to that at its riskiest.
   */
  double halfRange(int country) {
    double width = sum(places.greatest(country)) - sum(places.least(country));
    return Math.max(0, width) / draws / 2;
  }

  private double sum(int end) {
    return sums.get(places.countries() * (places.countries() + 1) + end);
  }

  /** By step: how many scores of a country are there with what is missing at its safest. */
  ImmutableLongArray safest(int country) {
    return ImmutableLongArray.copyOf(scores.of(places.least(country)));
  }

  /** The same with what is missing at its riskiest. */
  ImmutableLongArray riskiest(int country) {
    return ImmutableLongArray.copyOf(scores.of(places.greatest(country)));
  }

  private Probability between(long surely, long maybe, double z) {
    return between(surely, maybe, (surely + maybe) / 2.0 / draws, z);
  }

  private Probability between(long surely, long maybe, double value, double z) {
    Probability least = Probability.counted(surely, draws, z);
    Probability most = Probability.counted(Math.max(surely, maybe), draws, z);
    double inside = Math.max(least.lower(), Math.min(most.upper(), value));
    return new Probability(inside, least.lower(), most.upper(), false);
  }
}
