package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.tally.RankTally;
import dev.steppe.internal.tally.ReproducibleSums;
import dev.steppe.internal.tally.ScoreBlock;
import dev.steppe.internal.tally.ScoreHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/**
 * Draws, scores and counts the points of several scrambled sequences, each by itself. A scramble is
 * the work of one thread at a time, and sums add up to the same in any order, so the result has the
 * same bits on any number of threads.
 */
final class QuasiMonteCarloSimulation {

  /** Enough for an interval between them, few enough to leave each many points. */
  static final int SCRAMBLES = 16;

  /** Points of a scramble before the first look at the result, and between two looks at most. */
  private static final long FIRST_WAVE = 512;

  private static final long WAVE = 16_384;

  private final int indicators;
  private final double[] centres;
  private final List<Part> parts = new ArrayList<>();

  /**
   * A simulation.
   *
   * @param scorers by scramble
   * @param centres a likely score of each country
   * @param withPairs whether to count who is above whom
   */
  QuasiMonteCarloSimulation(
      IntFunction<DrawScorer> scorers, int indicators, double[] centres, boolean withPairs) {
    this.indicators = indicators;
    this.centres = centres;
    for (int s = 0; s < SCRAMBLES; s++) {
      parts.add(new Part(scorers.apply(s), withPairs));
    }
  }

  /** What all scrambles have counted together, and each of them. */
  record Sample(DrawCounts all, ImmutableList<DrawCounts> scrambles) {}

  /** Looks at the counts so far, and says whether to go on. */
  interface Check {
    boolean goesOn(Sample soFar);
  }

  /** Runs to the limit, a multiple of the number of scrambles, or until the check says stop. */
  Sample run(long limit, WorkerPool pool, Check check) {
    List<ScoreHistogram> tallies = new ArrayList<>();
    for (int t = 0; t < Math.min(pool.size(), SCRAMBLES); t++) {
      tallies.add(new ScoreHistogram(centres));
    }
    long points = limit / SCRAMBLES;
    long done = 0;
    boolean goesOn;
    do {
      long upTo = Math.min(points, done + Math.min(WAVE, Math.max(FIRST_WAVE, done)));
      pool.work(workers(tallies, done, upTo), 0, SCRAMBLES, WorkerPool.Listener.NOBODY);
      done = upTo;
      goesOn = check.goesOn(sample(done, List.of()));
    } while (goesOn && done < points);
    return sample(done, tallies);
  }

  /** Each runs scrambles from a point to below another. */
  private List<LongConsumer> workers(List<ScoreHistogram> tallies, long from, long upTo) {
    List<LongConsumer> workers = new ArrayList<>();
    for (ScoreHistogram histogram : tallies) {
      workers.add(scramble -> parts.get((int) scramble).run(from, upTo, histogram));
    }
    return workers;
  }

  private Sample sample(long points, List<ScoreHistogram> tallies) {
    ImmutableList.Builder<DrawCounts> scrambles = ImmutableList.builder();
    List<RankTally> ranks = new ArrayList<>();
    List<ReproducibleSums> sums = new ArrayList<>();
    for (Part part : parts) {
      scrambles.add(
          DrawCounts.of(points, centres, List.of(part.ranks), List.of(), List.of(part.sums)));
      ranks.add(part.ranks);
      sums.add(part.sums);
    }
    return new Sample(
        DrawCounts.of(points * SCRAMBLES, centres, ranks, tallies, sums), scrambles.build());
  }

  /** One scramble. */
  private final class Part {

    private final DrawScorer scorer;
    private final ScoreBlock block = new ScoreBlock(centres.length);
    private final RankTally ranks;
    private final ReproducibleSums sums = new ReproducibleSums(centres.length * (indicators + 2));

    Part(DrawScorer scorer, boolean withPairs) {
      this.scorer = scorer;
      this.ranks = new RankTally(centres.length, indicators, withPairs);
    }

    void run(long from, long upTo, ScoreHistogram scores) {
      for (long done = from; done < upTo; done += DrawBlock.SIZE) {
        int rows = (int) Math.min(DrawBlock.SIZE, upTo - done);
        scorer.draw(DrawBlock.of(done), rows);
        block.read(scorer.scores(), rows);
        ranks.add(block, scorer.weights());
        scores.add(block);
      }
      double[] more = new double[sums.size()];
      ranks.takeWeights(more, 0);
      scores.takeSums(more, centres.length * indicators);
      sums.add(more);
    }
  }
}
