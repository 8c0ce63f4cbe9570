package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.GapEnd;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.tally.ScoreHistogram;
import dev.steppe.score.Ranking;
import java.util.function.Supplier;

/**
 * What the draws say where a missing reading may be anything. Each draw is scored twice, with what
 * is missing at the safe and at the risky end of its scale, and counted for what holds whatever is
 * missing and for what may hold. Scores rise with every reading, so no value in between says more.
 */
final class OpenReadings {

  private static final int STEPS = 100 * ScoreHistogram.STEPS;

  private final int countries;

  /** How often the first is above the second whatever is missing. */
  private final long[][] surelyAbove;

  /** How often it is above for some readings. */
  private final long[][] maybeAbove;

  /** By country, best and worst rank, both from 0: how often they are the two ends. */
  private final long[][][] ranks;

  /** By country: the sums of the scores at both ends. */
  private final double[] safest;

  private final double[] riskiest;

  /** By country: how many scores at either end round to a step, see {@link ScoreHistogram}. */
  private final long[][] safestCounts;

  private final long[][] riskiestCounts;
  private long draws;

  private OpenReadings(int countries) {
    this.countries = countries;
    this.surelyAbove = new long[countries][countries];
    this.maybeAbove = new long[countries][countries];
    this.ranks = new long[countries][countries][countries];
    this.safest = new double[countries];
    this.riskiest = new double[countries];
    this.safestCounts = new long[countries][STEPS + 1];
    this.riskiestCounts = new long[countries][STEPS + 1];
  }

  /** Counts all draws of an analysis. */
  static OpenReadings of(Candidates candidates, DrawSource source, long draws) {
    OpenReadings open = new OpenReadings(candidates.first().subjects.size());
    long each = draws / source.sequences();
    for (int s = 0; s < source.sequences(); s++) {
      int sequence = s;
      Supplier<Substreams> substreams = () -> source.draws(sequence);
      open.add(
          candidates.atEnd(GapEnd.SAFEST, substreams),
          candidates.atEnd(GapEnd.RISKIEST, substreams),
          each);
    }
    return open;
  }

  /** Counts draws under weights that are the same each time. */
  static OpenReadings of(
      Candidates candidates,
      ImmutableDoubleArray weights,
      Supplier<Substreams> source,
      long draws) {
    OpenReadings open = new OpenReadings(candidates.first().subjects.size());
    open.add(
        candidates.atEnd(GapEnd.SAFEST, weights, source),
        candidates.atEnd(GapEnd.RISKIEST, weights, source),
        draws);
    return open;
  }

  private void add(DrawScorer low, DrawScorer high, long count) {
    for (long done = 0; done < count; done += DrawBlock.SIZE) {
      int rows = (int) Math.min(DrawBlock.SIZE, count - done);
      low.draw(DrawBlock.of(done), rows);
      high.draw(DrawBlock.of(done), rows);
      for (int r = 0; r < rows; r++) {
        add(low.scores(), high.scores(), r);
      }
    }
    draws += count;
  }

  private void add(double[][] low, double[][] high, int row) {
    for (int a = 0; a < countries; a++) {
      int best = 0;
      int worst = 0;
      for (int b = 0; b < countries; b++) {
        if (a != b) {
          boolean below = Ranking.compareScores(low[b][row], high[a][row]) > 0;
          boolean maybeBelow = Ranking.compareScores(high[b][row], low[a][row]) > 0;
          best += below ? 1 : 0;
          worst += maybeBelow ? 1 : 0;
          surelyAbove[b][a] += below ? 1 : 0;
          maybeAbove[b][a] += maybeBelow ? 1 : 0;
        }
      }
      ranks[a][best][worst]++;
      safest[a] += low[a][row];
      riskiest[a] += high[a][row];
      safestCounts[a][(int) Math.round(low[a][row] * ScoreHistogram.STEPS)]++;
      riskiestCounts[a][(int) Math.round(high[a][row] * ScoreHistogram.STEPS)]++;
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
    return surelyRanked(country, rank) != maybeRanked(country, rank);
  }

  /** A draw that leaves several ranks open counts in equal parts for each of them. */
  Probability rank(int country, int rank, double z) {
    double value = 0;
    for (int best = 0; best <= rank; best++) {
      for (int worst = rank; worst < countries; worst++) {
        value += ranks[country][best][worst] / (worst - best + 1.0);
      }
    }
    return between(surelyRanked(country, rank), maybeRanked(country, rank), value / draws, z);
  }

  private long surelyRanked(int country, int rank) {
    return ranks[country][rank][rank];
  }

  private long maybeRanked(int country, int rank) {
    long count = 0;
    for (int best = 0; best <= rank; best++) {
      for (int worst = rank; worst < countries; worst++) {
        count += ranks[country][best][worst];
      }
    }
    return count;
  }

  /** By rank, from 0: how often it is the best that a country may have. */
  long[] bestRanks(int country) {
    long[] counts = new long[countries];
    for (int best = 0; best < countries; best++) {
      for (long count : ranks[country][best]) {
        counts[best] += count;
      }
    }
    return counts;
  }

  /** By rank, from 0: how often it is the worst that a country may have. */
  long[] worstRanks(int country) {
    long[] counts = new long[countries];
    for (long[] byWorst : ranks[country]) {
      for (int worst = 0; worst < countries; worst++) {
        counts[worst] += byWorst[worst];
      }
    }
    return counts;
  }

  /**
   * Half the way from the mean score with what is missing at its safest to that at its riskiest.
   */
  double halfRange(int country) {
    return Math.max(0, riskiest[country] - safest[country]) / draws / 2;
  }

  /** By step: how many scores of a country are there with what is missing at its safest. */
  ImmutableLongArray safest(int country) {
    return ImmutableLongArray.copyOf(safestCounts[country]);
  }

  /** The same with what is missing at its riskiest. */
  ImmutableLongArray riskiest(int country) {
    return ImmutableLongArray.copyOf(riskiestCounts[country]);
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
