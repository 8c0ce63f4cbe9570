package dev.steppe.uncertainty;

import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.Draws;
import dev.steppe.internal.kernel.FixedSums;
import dev.steppe.internal.kernel.RankTally;
import dev.steppe.internal.kernel.ScoreBlock;
import dev.steppe.internal.kernel.ScoreTally;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws, scores and counts. Draws are dealt out in tasks of fixed size; counts are whole numbers,
 * and other sums are rounded once a task and then add up to the same in any order. So the result
 * has the same bits on any number of threads and in any number of parts. Memory does not grow with
 * the number of draws.
 */
final class Simulation {

  /** Tasks between two looks at the result, at most. */
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

  /** Looks at the counts so far, and says whether to go on. */
  interface Check {
    boolean goesOn(Counts soFar);
  }

  /**
   * Runs to the end, or until the check says stop. It is asked after 1, 2, 4, ... tasks, whatever
   * the number of threads.
   */
  Counts run(Stretch stretch, int threads, Check check) {
    long tasks = stretch.to() - stretch.from();
    int useful = (int) Math.max(1, Math.min(threads, tasks));
    List<Worker> workers = new ArrayList<>();
    for (int t = 0; t < useful; t++) {
      workers.add(new Worker(stretch));
    }
    if (useful == 1) {
      return run(stretch, workers, null, check);
    }
    ExecutorService pool = Executors.newFixedThreadPool(useful);
    try {
      return run(stretch, workers, pool, check);
    } finally {
      pool.shutdownNow();
    }
  }

  private Counts run(
      Stretch stretch, List<Worker> workers, @Nullable ExecutorService pool, Check check) {
    long tasks = stretch.to() - stretch.from();
    long done = 0;
    boolean goesOn;
    do {
      long wave = Math.min(Math.min(WAVE, Math.max(1, done)), tasks - done);
      work(workers, pool, stretch.from() + done, stretch.from() + done + wave);
      done += wave;
      goesOn = check.goesOn(counts(stretch.draws(done), workers, false));
    } while (goesOn && done < tasks);
    return counts(stretch.draws(done), workers, true);
  }

  private Counts counts(long draws, List<Worker> workers, boolean withScores) {
    List<RankTally> ranks = new ArrayList<>();
    List<ScoreTally> scores = new ArrayList<>();
    List<FixedSums> sums = new ArrayList<>();
    for (Worker worker : workers) {
      ranks.add(worker.ranks);
      sums.add(worker.sums);
      if (withScores) {
        scores.add(worker.scores);
      }
    }
    return Counts.of(draws, centres, ranks, scores, sums);
  }

  /** Does the tasks of a wave. */
  private static void work(
      List<Worker> workers, @Nullable ExecutorService pool, long from, long to) {
    AtomicLong next = new AtomicLong(from);
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (Worker worker : workers) {
      calls.add(
          () -> {
            for (long task = next.getAndIncrement(); task < to; task = next.getAndIncrement()) {
              worker.run(task);
            }
            return true;
          });
    }
    call(calls, pool);
  }

  /** Makes the calls, on the threads of a pool, or the only one on this thread. */
  static void call(List<Callable<Boolean>> calls, @Nullable ExecutorService pool) {
    try {
      if (pool == null) {
        calls.get(0).call();
        return;
      }
      for (Future<Boolean> future : pool.invokeAll(calls)) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The analysis was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("The analysis failed", e.getCause());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The analysis failed", e);
    }
  }

  /** What one thread needs. */
  private final class Worker {

    private final Stretch stretch;
    private final DrawScorer scorer;
    private final ScoreBlock block;
    private final RankTally ranks;
    private final ScoreTally scores;
    private final FixedSums sums;
    private final double[] ofTask;

    Worker(Stretch stretch) {
      this.stretch = stretch;
      this.scorer = scorers.get();
      this.block = new ScoreBlock(centres.length);
      this.ranks = new RankTally(centres.length, indicators, withPairs);
      this.scores = new ScoreTally(centres);
      this.ofTask = new double[centres.length * (indicators + 2)];
      this.sums = new FixedSums(ofTask.length);
    }

    void run(long task) {
      long end = Math.min(stretch.replications(), (task + 1) * Stretch.TASK);
      for (long done = task * Stretch.TASK; done < end; done += Draws.BLOCK) {
        int rows = (int) Math.min(Draws.BLOCK, end - done);
        scorer.draw(Draws.blockOf(done), rows);
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
