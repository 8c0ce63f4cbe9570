package dev.steppe.uncertainty;

import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.tally.RankTally;
import dev.steppe.internal.tally.ReproducibleSums;
import dev.steppe.internal.tally.ScoreBlock;
import dev.steppe.internal.tally.ScoreHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws, scores and counts. Draws are dealt out in tasks of fixed size; counts are whole numbers,
 * and other sums are rounded once a task and then add up to the same in any order. So the result
 * has the same bits on any number of threads and in any number of parts. Memory does not grow with
 * the number of draws.
 */
final class Simulation {

  /** Tasks between two looks at the result, or two reports of progress, at most. */
  private static final int WAVE = 32;

  private final Supplier<DrawScorer> scorers;
  private final int indicators;
  private final double[] centres;
  private final boolean withPairs;

  /**
   * A simulation.
   *
   * @param scorers gives each thread its own
   * @param centres a likely score of each country
   * @param withPairs whether to count who is above whom
   */
  Simulation(Supplier<DrawScorer> scorers, int indicators, double[] centres, boolean withPairs) {
    this.scorers = scorers;
    this.indicators = indicators;
    this.centres = centres;
    this.withPairs = withPairs;
  }

  /**
   * Runs to the end, or until what has been counted is enough. That is asked after 1, 2, 4, ...
   * tasks, whatever the number of threads; if nobody asks, no thread waits for another.
   *
   * @param progress hears as often how many draws were made; may throw to stop the run
   * @param isEnough null to run to the end
   */
  DrawCounts run(
      TaskRange range,
      WorkerPool pool,
      LongConsumer progress,
      @Nullable Predicate<DrawCounts> isEnough) {
    long tasks = range.to() - range.from();
    int useful = (int) Math.max(1, Math.min(pool.size(), tasks));
    List<Worker> workers = new ArrayList<>();
    for (int t = 0; t < useful; t++) {
      workers.add(new Worker(range));
    }
    WorkerPool.Listener listener =
        new WorkerPool.Listener() {
          @Override
          public long next(long done) {
            return done + Math.min(WAVE, Math.max(1, done));
          }

          @Override
          public void hear(long done) {
            progress.accept(range.draws(done));
          }
        };
    long done = 0;
    do {
      long upTo = isEnough == null ? tasks : Math.min(tasks, listener.next(done));
      pool.work(workers, done, upTo, listener);
      done = upTo;
    } while (done < tasks
        && isEnough != null
        && !isEnough.test(counts(range.draws(done), workers, false)));
    return counts(range.draws(done), workers, true);
  }

  private DrawCounts counts(long draws, List<Worker> workers, boolean withScores) {
    List<RankTally> ranks = new ArrayList<>();
    List<ScoreHistogram> scores = new ArrayList<>();
    List<ReproducibleSums> sums = new ArrayList<>();
    for (Worker worker : workers) {
      ranks.add(worker.ranks);
      sums.add(worker.sums);
      if (withScores) {
        scores.add(worker.scores);
      }
    }
    return DrawCounts.of(draws, centres, ranks, scores, sums);
  }

  /** What one thread needs. */
  private final class Worker implements LongConsumer {

    private final TaskRange range;
    private final DrawScorer scorer;
    private final ScoreBlock block;
    private final RankTally ranks;
    private final ScoreHistogram scores;
    private final ReproducibleSums sums;
    private final double[] ofTask;

    Worker(TaskRange range) {
      this.range = range;
      this.scorer = scorers.get();
      this.block = new ScoreBlock(centres.length);
      this.ranks = new RankTally(centres.length, indicators, withPairs);
      this.scores = new ScoreHistogram(centres);
      this.ofTask = new double[centres.length * (indicators + 2)];
      this.sums = new ReproducibleSums(ofTask.length);
    }

    /** Does a task, counted from the first of the range. */
    @Override
    public void accept(long number) {
      long task = range.from() + number;
      long end = Math.min(range.replications(), (task + 1) * TaskRange.TASK);
      for (long done = task * TaskRange.TASK; done < end; done += DrawBlock.SIZE) {
        int rows = (int) Math.min(DrawBlock.SIZE, end - done);
        scorer.draw(DrawBlock.of(done), rows);
        block.read(scorer.scores(), rows);
        ranks.add(block, scorer.weights());
        scores.add(block);
      }
      ranks.takeWeights(ofTask, 0);
      scores.takeSums(ofTask, centres.length * indicators);
      sums.add(ofTask);
    }
  }
}
