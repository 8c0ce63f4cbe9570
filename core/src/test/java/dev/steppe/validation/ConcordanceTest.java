package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConcordanceTest {

  private static long[] random(Random random, int count, int different) {
    return random.longs(count, 0, different).toArray();
  }

  /** Pair by pair, as it is defined. */
  private static long pairByPair(long[] first, long[] second) {
    long sum = 0;
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Long.signum(first[i] - first[j]) * Long.signum(second[i] - second[j]);
      }
    }
    return sum;
  }

  @Test
  void pairs_are_counted_as_if_one_by_one() {
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      int count = 1 + random.nextInt(40);
      long[] first = random(random, count, 1 + random.nextInt(2 * count));
      Concordance concordance = new Concordance(first);
      for (int again = 0; again < 2; again++) {
        long[] second = random(random, count, 1 + random.nextInt(2 * count));
        assertThat(concordance.with(second)).isEqualTo(pairByPair(first, second));
      }
    }
  }
}
