package dev.steppe.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.score.Ranking;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderedScoresTest {

  /** Often equal, or so near that they count as equal, and sometimes none. */
  private static double score(Random random) {
    return random.nextInt(6) == 0
        ? Double.NaN
        : random.nextInt(5) + random.nextInt(3) * (random.nextBoolean() ? 1e-10 : 1e-9);
  }

  private static OptionalInt oneByOne(double score, int country, double[] others) {
    int rank = 1;
    for (int c = 0; c < others.length; c++) {
      if (c != country && Ranking.compareScores(others[c], score) > 0) {
        rank += Double.isNaN(others[c]) ? 0 : 1;
      }
    }
    return Double.isNaN(score) ? OptionalInt.empty() : OptionalInt.of(rank);
  }

  @Test
  void ranks_are_those_that_are_counted_one_by_one() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double[] scores = random.ints(12).mapToDouble(any -> score(random)).toArray();
      OrderedScores ordered = new OrderedScores(scores);
      for (int country = 0; country < scores.length; country++) {
        double score = random.nextBoolean() ? scores[country] : score(random);
        assertThat(ordered.rank(score, country)).isEqualTo(oneByOne(score, country, scores));
      }
    }
  }
}
