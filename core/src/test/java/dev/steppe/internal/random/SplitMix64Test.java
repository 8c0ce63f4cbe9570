package dev.steppe.internal.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

  /** The five numbers that Rosetta Code gives for this seed under "Splitmix64". */
  @Test
  void the_numbers_are_the_published_ones() {
    SplitMix64 random = new SplitMix64(1234567);
    long[] numbers = new long[5];
    for (int i = 0; i < 5; i++) {
      numbers[i] = random.nextLong();
    }
    assertThat(numbers)
        .containsExactly(
            Long.parseUnsignedLong("6457827717110365317"),
            Long.parseUnsignedLong("3203168211198807973"),
            Long.parseUnsignedLong("9817491932198370423"),
            Long.parseUnsignedLong("4593380528125082431"),
            Long.parseUnsignedLong("16408922859458223821"));
  }

  @Test
  void the_numbers_are_those_of_the_jdk() {
    SplitMix64 random = new SplitMix64(-7);
    SplittableRandom jdk = new SplittableRandom(-7);
    for (int i = 0; i < 1000; i++) {
      assertThat(random.nextLong()).isEqualTo(jdk.nextLong());
    }
  }

  @Test
  void whole_numbers_below_a_bound_come_equally_often() {
    SplitMix64 random = new SplitMix64(1);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    // Chi-square with 6 degrees of freedom exceeds 22.46 once in a thousand.
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - 10_000.0) * (count - 10_000.0) / 10_000;
    }
    assertThat(chiSquare).isLessThan(22.46);
  }

  /** Without redrawing, numbers that leave 2 when divided by 3 would come two thirds as often. */
  @Test
  void great_bounds_are_fair_too() {
    SplitMix64 random = new SplitMix64(2);
    int bound = 3 << 29;
    int[] counts = new int[3];
    for (int i = 0; i < 30_000; i++) {
      int drawn = random.nextInt(bound);
      assertThat(drawn).isBetween(0, bound - 1);
      counts[drawn % 3]++;
    }
    assertThat(counts[0]).isBetween(9_700, 10_300);
    assertThat(counts[1]).isBetween(9_700, 10_300);
  }

  /**
   * By hand from the published numbers, as parts of 2^64: 0.3501, 0.1736, 0.5322. Of 4 the last is
   * exchanged with place 1, of 3 with place 0, of 2 with itself.
   */
  @Test
  void an_order_is_that_of_fisher_and_yates() {
    assertThat(new SplitMix64(1234567).order(4)).containsExactly(2, 3, 0, 1);
    assertThat(new SplitMix64(1234567).order(1)).containsExactly(0);
    assertThat(new SplitMix64(1234567).order(0)).isEmpty();
  }

  @Test
  void orders_come_equally_often() {
    SplitMix64 random = new SplitMix64(3);
    Map<String, Integer> counts = new HashMap<>();
    int[] order = new int[4];
    for (int i = 0; i < 24_000; i++) {
      random.order(order);
      counts.merge(Arrays.toString(order), 1, Integer::sum);
    }
    assertThat(counts).hasSize(24);
    // Chi-square with 23 degrees of freedom exceeds 49.73 once in a thousand.
    double chiSquare = 0;
    for (int count : counts.values()) {
      chiSquare += (count - 1000.0) * (count - 1000.0) / 1000;
    }
    assertThat(chiSquare).isLessThan(49.73);
  }

  @Test
  void a_restart_depends_on_seed_and_both_keys() {
    SplitMix64 random = new SplitMix64(0);
    assertThat(
            java.util.stream.Stream.of(
                    start(random, 1, 2, 3),
                    start(random, 2, 2, 3),
                    start(random, 1, 3, 3),
                    start(random, 1, 2, 4),
                    start(random, 1, 3, 2))
                .distinct())
        .hasSize(5);
    assertThat(start(random, 1, 2, 3)).isEqualTo(start(new SplitMix64(9), 1, 2, 3));
  }

  private static long start(SplitMix64 random, long seed, long first, long second) {
    random.restart(seed, first, second);
    return random.nextLong();
  }
}
