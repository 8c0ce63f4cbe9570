package dev.steppe.internal.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.internal.DrawBlock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubstreamsTest {

  private static final Substreams DRAWS = Substreams.ofSeed(42);

  private static double[] exponentials(Substreams draws, String input, long block, int count) {
    double[] out = new double[count];
    draws.exponentials(Substreams.key(input), block, count, out);
    return out;
  }

  @Test
  void a_draw_depends_on_seed_input_and_block() {
    double[] draws = exponentials(DRAWS, "trade", 3, 10);
    assertThat(draws).isEqualTo(exponentials(Substreams.ofSeed(42), "trade", 3, 10));
    assertThat(draws).isNotEqualTo(exponentials(Substreams.ofSeed(43), "trade", 3, 10));
    assertThat(draws).isNotEqualTo(exponentials(DRAWS, "treaty", 3, 10));
    assertThat(draws).isNotEqualTo(exponentials(DRAWS, "trade", 4, 10));
  }

  @Test
  void a_shorter_column_is_the_start_of_a_longer_one() {
    assertThat(exponentials(DRAWS, "trade", 0, DrawBlock.SIZE))
        .startsWith(exponentials(DRAWS, "trade", 0, 17));
  }

  /** The same input in the same block, whatever was drawn before. */
  @Test
  void a_draw_does_not_depend_on_those_before() {
    Substreams used = Substreams.ofSeed(42);
    exponentials(used, "trade", 8, 17);
    assertThat(exponentials(used, "trade", 3, 10)).isEqualTo(exponentials(DRAWS, "trade", 3, 10));
  }

  @Test
  void neighbouring_seeds_inputs_and_blocks_share_no_generator() {
    Set<Double> first = new HashSet<>();
    double[] out = new double[1];
    for (long seed = 0; seed < 20; seed++) {
      for (long key = 0; key < 20; key++) {
        for (long block = 0; block < 20; block++) {
          Substreams.ofSeed(seed).uniforms(key, block, 1, out);
          first.add(out[0]);
        }
      }
    }
    assertThat(first).hasSize(8000);
  }

  @Test
  void the_block_of_a_replicate_is_found() {
    assertThat(DrawBlock.of(0)).isZero();
    assertThat(DrawBlock.of(DrawBlock.SIZE - 1)).isZero();
    assertThat(DrawBlock.of(DrawBlock.SIZE)).isEqualTo(1);
  }

  /** Keys are part of the meaning of a seed: the same names give the same draws for ever. */
  @Test
  void keys_stay_as_they_are() {
    assertThat(Substreams.key("weight/trade")).isEqualTo(KEY);
  }

  private static final long KEY = 2128544332100265198L;
}
