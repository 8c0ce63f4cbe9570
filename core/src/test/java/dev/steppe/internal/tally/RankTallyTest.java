package dev.steppe.internal.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.internal.DrawBlock;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankTallyTest {

  /** Countries, indicators, rows, blocks, and the step of the scores: many are equal, or nearly. */
  @ParameterizedTest
  @CsvSource({
    "1,1,1,3,0.1",
    "2,3,256,17,0.1",
    "2,3,256,3,1e-9",
    "3,3,256,3,1e-11",
    "4,2,255,3,1",
    "5,12,100,3,0.1",
    "8,3,129,3,1e-7",
    "9,3,127,8,1e-3",
    "14,12,256,9,1e-5",
    "14,12,256,3,50",
    "37,2,3,3,0.1",
    "127,1,64,2,0.1",
    "128,1,65,2,1e-4",
    "129,1,256,8,1e-6",
    "200,1,256,2,0.1",
    "255,1,16,2,1e-3",
    "256,1,17,2,10",
    "300,1,9,2,0.1",
    "513,1,8,2,0.01"
  })
  void counts_are_those_of_comparing_all_pairs(
      int countries, int indicators, int rows, int blocks, double step) {
    Random random = new Random(countries);
    RankTally tally = new RankTally(countries, indicators, true);
    ScoreBlock read = new ScoreBlock(countries);
    long[][] wins = new long[countries][countries];
    long[][] ranks = new long[countries][countries];
    double[][] weightsOfFirst = new double[countries][indicators];
    int values = (int) Math.min(Math.rint(100 / step), 10 * countries);
    for (int block = 0; block < blocks; block++) {
      double[][] scores = new double[countries][DrawBlock.SIZE];
      double[][] weights = new double[indicators][DrawBlock.SIZE];
      for (int r = 0; r < rows; r++) {
        for (int i = 0; i < indicators; i++) {
          weights[i][r] = random.nextDouble();
        }
        double least = random.nextDouble() * (100 - values * step);
        for (int c = 0; c < countries; c++) {
          scores[c][r] = least + random.nextInt(values + 1) * step;
        }
        for (int c = 0; c < countries; c++) {
          int above = 0;
          for (int d = 0; d < countries; d++) {
            if (Math.rint(scores[d][r] * 1e9) > Math.rint(scores[c][r] * 1e9)) {
              wins[d][c]++;
              above++;
            }
          }
          ranks[c][above]++;
          for (int i = 0; i < indicators; i++) {
            weightsOfFirst[c][i] += above == 0 ? weights[i][r] : 0;
          }
        }
      }
      read.read(scores, rows);
      tally.add(read, weights);
    }
    assertThat(tally.wins()).isDeepEqualTo(wins);
    assertThat(tally.ranks()).isDeepEqualTo(ranks);
    double[] sums = new double[countries * indicators];
    tally.takeWeights(sums, 0);
    for (int k = 0; k < sums.length; k++) {
      assertThat(sums[k]).isCloseTo(weightsOfFirst[k / indicators][k % indicators], within(1e-9));
    }
    tally.takeWeights(sums, 0);
    assertThat(sums).containsOnly(0.0);
  }

  @Test
  void scores_that_agree_to_nine_decimals_are_equal() {
    RankTally tally = tally(50, 50 + 4e-10, 50 + 6e-10);
    assertThat(tally.wins()).isDeepEqualTo(new long[][] {{0, 0, 0}, {0, 0, 0}, {1, 1, 0}});
    assertThat(tally.ranks()).isDeepEqualTo(new long[][] {{0, 1, 0}, {0, 1, 0}, {1, 0, 0}});
  }

  @Test
  void both_ends_of_the_scale_are_compared() {
    assertThat(tally(0, 100).wins()).isDeepEqualTo(new long[][] {{0, 0}, {1, 0}});
  }

  /** What is counted in one draw. */
  private static RankTally tally(double... scores) {
    double[][] columns = new double[scores.length][1];
    for (int c = 0; c < scores.length; c++) {
      columns[c][0] = scores[c];
    }
    ScoreBlock block = new ScoreBlock(scores.length);
    block.read(columns, 1);
    RankTally tally = new RankTally(scores.length, 1, true);
    tally.add(block, new double[][] {{1}});
    return tally;
  }

  @Test
  void ranks_are_the_same_where_pairs_are_not_counted() {
    Random random = new Random(5);
    double[][] scores = new double[9][DrawBlock.SIZE];
    for (double[] column : scores) {
      Arrays.setAll(column, r -> random.nextInt(7));
    }
    double[][] weights = {new double[DrawBlock.SIZE]};
    ScoreBlock block = new ScoreBlock(9);
    block.read(scores, DrawBlock.SIZE);
    RankTally all = new RankTally(9, 1, true);
    RankTally ranks = new RankTally(9, 1, false);
    all.add(block, weights);
    ranks.add(block, weights);
    assertThat(ranks.ranks()).isDeepEqualTo(all.ranks());
    assertThat(ranks.wins()).isEmpty();
  }

  /** More draws than the small counters hold. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 20})
  void counts_do_not_overflow(int countries) {
    double[][] scores = new double[countries][DrawBlock.SIZE];
    double[] centres = new double[countries];
    long[][] rankOf = new long[countries][countries];
    int blocks = 1000;
    long draws = (long) blocks * DrawBlock.SIZE;
    for (int c = 0; c < countries; c++) {
      Arrays.fill(scores[c], c);
      centres[c] = c;
      rankOf[c][countries - 1 - c] = draws;
    }
    ScoreBlock block = new ScoreBlock(countries);
    block.read(scores, DrawBlock.SIZE);
    RankTally ranks = new RankTally(countries, 1, true);
    ScoreHistogram histogram = new ScoreHistogram(centres);
    for (int k = 0; k < blocks; k++) {
      ranks.add(block, new double[][] {new double[DrawBlock.SIZE]});
      histogram.add(block);
    }
    assertThat(ranks.ranks()).isDeepEqualTo(rankOf);
    assertThat(ranks.wins()[1]).startsWith(draws, 0);
    assertThat(histogram.counts().of(0)[0]).isEqualTo(draws);
    assertThat(histogram.counts().of(1)[100]).isEqualTo(draws);
  }
}
