package dev.steppe.uncertainty;

import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.Draws;
import dev.steppe.internal.kernel.RankTally;
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
 * which add up to the same in any order, and other sums are added by task in the order of the
 * tasks. So the result has the same bits on any number of threads. Memory does not grow with the
 * number of draws.
 */
final class Simulation {

  /** Blocks of draws in a task. */
  private static final int TASK = 32;

  /** Tasks between two looks at the result, at most. */
  private static final int WAVE = 32;

  private final Supplier<DrawScorer> scorers;
  private final int indicators;
  private final double[] centres;

  /**
   * A simulation.
   *
   * @param scorers gives each thread its own
   * @param centres a likely score of each country
   */
  Simulation(Supplier<DrawScorer> scorers, int indicators, double[] centres) {
    this.scorers = scorers;
    this.indicators = indicators;
    this.centres = centres;
  }

  /** Looks at the counts so far, and says whether to go on. */
  interface Check {
    boolean goesOn(Counts soFar);
  }

  /**
   * Runs to the limit, or until the check says stop. It is asked after 1, 2, 4, ... tasks, whatever
   * the number of threads.
   */
  Counts run(long limit, int threads, Check check) {
    long tasks = (limit + TASK * Draws.BLOCK - 1) / (TASK * Draws.BLOCK);
    int useful = (int) Math.min(threads, tasks);
    List<Worker> workers = new ArrayList<>();
    for (int t = 0; t < useful; t++) {
      workers.add(new Worker(limit));
    }
    if (useful == 1) {
      return run(limit, tasks, workers, null, check);
    }
    ExecutorService pool = Executors.newFixedThreadPool(useful);
    try {
      return run(limit, tasks, workers, pool, check);
    } finally {
      pool.shutdownNow();
    }
  }

  private Counts run(
      long limit, long tasks, List<Worker> workers, @Nullable ExecutorService pool, Check check) {
    double[] sums = new double[centres.length * (indicators + 2)];
    long done = 0;
    boolean goesOn;
    do {
      int wave = (int) Math.min(Math.min(WAVE, Math.max(1, done)), tasks - done);
      double[][] parts = new double[wave][sums.length];
      work(workers, pool, done, parts);
      for (double[] part : parts) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += part[i];
        }
      }
      done += wave;
      goesOn = check.goesOn(counts(limit, done, workers, sums, false));
    } while (goesOn && done < tasks);
    return counts(limit, done, workers, sums, true);
  }

  private Counts counts(
      long limit, long tasks, List<Worker> workers, double[] sums, boolean withScores) {
    List<RankTally> ranks = new ArrayList<>();
    List<ScoreTally> scores = new ArrayList<>();
    for (Worker worker : workers) {
      ranks.add(worker.ranks);
      if (withScores) {
        scores.add(worker.scores);
      }
    }
    return new Counts(Math.min(limit, tasks * TASK * Draws.BLOCK), centres, ranks, scores, sums);
  }

  /** Does the tasks of a wave; each part receives the sums of one. */
  private static void work(
      List<Worker> workers, @Nullable ExecutorService pool, long first, double[][] parts) {
    AtomicLong next = new AtomicLong();
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (Worker worker : workers) {
      calls.add(
          () -> {
            for (long t = next.getAndIncrement(); t < parts.length; t = next.getAndIncrement()) {
              worker.run(first + t, parts[(int) t]);
            }
            return true;
          });
    }
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

    private final long limit;
    private final DrawScorer scorer;
    private final RankTally ranks;
    private final ScoreTally scores;

    Worker(long limit) {
      this.limit = limit;
      this.scorer = scorers.get();
      this.ranks = new RankTally(centres.length, indicators);
      this.scores = new ScoreTally(centres);
    }

    void run(long task, double[] sums) {
      for (long block = task * TASK; block < (task + 1) * TASK; block++) {
        int rows = (int) Math.min(Draws.BLOCK, limit - block * Draws.BLOCK);
        if (rows <= 0) {
          break;
        }
        scorer.draw(block, rows);
        ranks.add(scorer.scores(), scorer.weights(), rows);
        scores.add(scorer.scores(), rows);
      }
      ranks.takeWeights(sums, 0);
      scores.takeSums(sums, centres.length * indicators);
    }
  }
}
