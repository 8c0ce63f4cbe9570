package dev.steppe.internal.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.internal.DrawBlock;
import dev.steppe.score.Ranking;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTallyTest {

  /** By comparing every least score with every greatest one, as the words say. */
  private static final class Naive {

    final long[][] surely;
    final long[][] maybe;
    final long[][][] ranks;

    Naive(int count) {
      surely = new long[count][count];
      maybe = new long[count][count];
      ranks = new long[count][count][count];
    }

    void add(double[][] low, double[][] high, int row) {
      for (int a = 0; a < ranks.length; a++) {
        int best = 0;
        int worst = 0;
        for (int b = 0; b < ranks.length; b++) {
          if (a != b) {
            boolean below = Ranking.compareScores(low[b][row], high[a][row]) > 0;
            boolean maybeBelow = Ranking.compareScores(high[b][row], low[a][row]) > 0;
            best += below ? 1 : 0;
            worst += maybeBelow ? 1 : 0;
            surely[b][a] += below ? 1 : 0;
            maybe[b][a] += maybeBelow ? 1 : 0;
          }
        }
        ranks[a][best][worst]++;
      }
    }
  }

  /** Steps: to how many different scores the draws are rounded, so that many are equal. */
  @ParameterizedTest
  @CsvSource({"1,0,4", "1,1,4", "2,1,3", "5,5,10", "9,4,8", "14,3,1000", "70,66,50", "140,90,200"})
  void counts_are_those_of_comparing_all(int count, int intervals, int steps) {
    SplittableRandom random = new SplittableRandom(count * 31L + steps);
    boolean[] isInterval = new boolean[count];
    for (int i = 0; i < intervals; i++) {
      isInterval[(i * 5 + 1) % count] = true;
    }
    IntervalPlaces places = new IntervalPlaces(isInterval);
    IntervalTally tally = new IntervalTally(places);
    Naive naive = new Naive(count);
    double[][] low = new double[count][DrawBlock.SIZE];
    double[][] high = new double[count][DrawBlock.SIZE];
    double[] sums = new double[2 * count];
    for (int rows : new int[] {DrawBlock.SIZE, 77, DrawBlock.SIZE, 1}) {
      for (int c = 0; c < count; c++) {
        for (int r = 0; r < rows; r++) {
          double one = 100.0 * random.nextInt(steps + 1) / steps;
          double other = isInterval[c] ? 100.0 * random.nextInt(steps + 1) / steps : one;
          low[c][r] = Math.min(one, other);
          high[c][r] = Math.max(one, other);
          sums[c] += low[c][r];
          sums[count + c] += high[c][r];
        }
      }
      for (int r = 0; r < rows; r++) {
        naive.add(low, high, r);
      }
      tally.add(low, high, rows);
    }
    tally.endTask();
    assertThat(tally.surelyAbove()).isDeepEqualTo(naive.surely);
    assertThat(tally.maybeAbove()).isDeepEqualTo(naive.maybe);
    for (int c = 0; c < count; c++) {
      double share = 0;
      for (int rank = 0; rank < count; rank++) {
        int of = rank;
        assertThat(tally.sure()[c][rank]).isEqualTo(naive.ranks[c][rank][rank]);
        assertThat(tally.best()[c][rank]).isEqualTo(Arrays.stream(naive.ranks[c][rank]).sum());
        assertThat(tally.worst()[c][rank])
            .isEqualTo(Arrays.stream(naive.ranks[c]).mapToLong(worst -> worst[of]).sum());
        share += tally.sums().get(c * (count + 1) + rank);
        assertThat(share).isCloseTo(share(naive.ranks[c], rank), within(1e-9));
      }
      int of = count * (count + 1);
      assertThat(tally.sums().get(of + places.least(c))).isCloseTo(sums[c], within(1e-6));
      assertThat(tally.sums().get(of + places.greatest(c)))
          .isCloseTo(sums[count + c], within(1e-6));
    }
  }

  private static double share(long[][] ranks, int rank) {
    double share = 0;
    for (int best = 0; best <= rank; best++) {
      for (int worst = rank; worst < ranks.length; worst++) {
        share += ranks[best][worst] / (worst - best + 1.0);
      }
    }
    return share;
  }
}
