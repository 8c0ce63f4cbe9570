package dev.steppe.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankTallyTest {

  /** Countries, indicators and rows, with many ties: scores are whole numbers of tenths. */
  @ParameterizedTest
  @CsvSource({
    "1,1,1",
    "2,3,256",
    "4,2,255",
    "5,12,100",
    "8,3,129",
    "9,3,127",
    "14,12,256",
    "37,2,3"
  })
  void counts_are_those_of_comparing_all_pairs(int countries, int indicators, int rows) {
    Random random = new Random(countries);
    RankTally tally = new RankTally(countries, indicators);
    long[][] wins = new long[countries][countries];
    long[][] ranks = new long[countries][countries];
    double[][] weightsOfFirst = new double[countries][indicators];
    for (int block = 0; block < 3; block++) {
      double[][] scores = new double[countries][Draws.BLOCK];
      double[][] weights = new double[indicators][Draws.BLOCK];
      for (int r = 0; r < rows; r++) {
        for (int i = 0; i < indicators; i++) {
          weights[i][r] = random.nextDouble();
        }
        for (int c = 0; c < countries; c++) {
          scores[c][r] = random.nextInt(1001) / 10.0;
        }
        for (int c = 0; c < countries; c++) {
          int above = 0;
          for (int d = 0; d < countries; d++) {
            if (scores[d][r] > scores[c][r]) {
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
      tally.add(scores, weights, rows);
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
    RankTally tally = new RankTally(3, 1);
    tally.add(new double[][] {{50}, {50 + 4e-10}, {50 + 6e-10}}, new double[][] {{1}}, 1);
    assertThat(tally.wins()).isDeepEqualTo(new long[][] {{0, 0, 0}, {0, 0, 0}, {1, 1, 0}});
    assertThat(tally.ranks()).isDeepEqualTo(new long[][] {{0, 1, 0}, {0, 1, 0}, {1, 0, 0}});
  }

  @Test
  void both_ends_of_the_scale_are_compared() {
    RankTally tally = new RankTally(2, 1);
    tally.add(new double[][] {{0}, {100}}, new double[][] {{1}}, 1);
    assertThat(tally.wins()).isDeepEqualTo(new long[][] {{0, 0}, {1, 0}});
  }
}
