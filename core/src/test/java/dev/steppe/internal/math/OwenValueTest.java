package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwenValueTest {

  /**
   * The glove market: who has a left and a right glove has a pair. With the owner of the left glove
   * against two owners of right ones Shapley's value is 2/3, 1/6, 1/6; if the latter two stand in
   * one union, which then has what the left glove has, it is 1/2, 1/4, 1/4.
   */
  @Test
  void gloves_are_worth_what_the_textbook_says() {
    Function<BitSet, double[]> pairs =
        set -> new double[] {set.get(0) && (set.get(1) || set.get(2)) ? 1 : 0};
    assertThat(new OwenValue(new int[] {0, 0, 0}).of(pairs))
        .isDeepEqualTo(new double[][] {{2 / 3.0}, {1 / 6.0}, {1 / 6.0}});
    assertThat(new OwenValue(new int[] {0, 1, 1}).of(pairs))
        .isDeepEqualTo(new double[][] {{0.5}, {0.25}, {0.25}});
    assertThat(new OwenValue(new int[] {0, 1, 2}).of(pairs)[0][0])
        .isCloseTo(2 / 3.0, within(1e-15));
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void it_is_the_mean_over_all_orders_in_which_unions_stay_together(long seed) {
    Random random = new Random(seed);
    int players = 1 + random.nextInt(6);
    int[] unionOf = new int[players];
    for (int i = 1; i < players; i++) {
      unionOf[i] = unionOf[i - 1] + random.nextInt(2);
    }
    Map<BitSet, double[]> game = new java.util.HashMap<>();
    Function<BitSet, double[]> values =
        set ->
            game.computeIfAbsent(
                (BitSet) set.clone(),
                absent -> new double[] {random.nextDouble(), random.nextGaussian()});
    double[][] expected = new double[players][2];
    List<int[]> orders = new ArrayList<>();
    permute(new ArrayList<>(), players, orders);
    orders.removeIf(order -> !isTogether(order, unionOf));
    for (int[] order : orders) {
      BitSet before = new BitSet();
      for (int player : order) {
        double[] without = values.apply(before);
        before.set(player);
        double[] with = values.apply(before);
        for (int g = 0; g < 2; g++) {
          expected[player][g] += (with[g] - without[g]) / orders.size();
        }
      }
    }
    OwenValue owen = new OwenValue(unionOf);
    double[][] parts = owen.of(values);
    for (int player = 0; player < players; player++) {
      for (int g = 0; g < 2; g++) {
        assertThat(parts[player][g]).isCloseTo(expected[player][g], within(1e-12));
      }
    }
    assertThat(owen.coalitions()).doesNotHaveDuplicates().allMatch(game::containsKey);
  }

  private static void permute(List<Integer> order, int players, List<int[]> orders) {
    if (order.size() == players) {
      orders.add(order.stream().mapToInt(Integer::intValue).toArray());
      return;
    }
    for (int player = 0; player < players; player++) {
      if (!order.contains(player)) {
        order.add(player);
        permute(order, players, orders);
        order.remove(order.size() - 1);
      }
    }
  }

  private static boolean isTogether(int[] order, int[] unionOf) {
    List<Integer> closed = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      int union = unionOf[order[i]];
      if (i > 0 && union != unionOf[order[i - 1]]) {
        closed.add(unionOf[order[i - 1]]);
      }
      if (closed.contains(union)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void orders_keep_unions_together() {
    OwenValue owen = new OwenValue(new int[] {0, 0, 1, 1, 1});
    assertThat(owen.together(new int[] {1, 0}, new int[] {4, 1, 3, 0, 2}))
        .containsExactly(4, 3, 2, 1, 0);
    assertThat(owen.unions()).isEqualTo(2);
    assertThat(owen.players()).isEqualTo(5);
    assertThat(owen.greatestUnion()).isEqualTo(3);
    assertThat(new OwenValue(new int[0]).greatestUnion()).isZero();
    assertThat(new OwenValue(new int[0]).coalitions()).containsExactly(new BitSet());
  }
}
