package dev.steppe.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranks under all weights where values are very near to each other beside others far apart. */
class TinyGapsTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  private static RobustOrder order(double[][] values, WeightSet set) {
    List<CountryProfile> countries = new ArrayList<>();
    for (int c = 0; c < values.length; c++) {
      countries.add(Flat.country(c, values[c]));
    }
    double[] equal = new double[values[0].length];
    java.util.Arrays.fill(equal, 1);
    return RobustOrder.of(Flat.scorer(equal), countries, set);
  }

  /** The first is above the second for w below 6e-7 only, where w is the weight of a. */
  @Test
  void three_countries_by_hand() {
    RobustOrder order =
        order(new double[][] {{0, 2.98130358737065E-5}, {50, 0}, {100, 0}}, WeightSet.any());
    assertThat(order.ranks("AAA")).hasToString("Aaa (AAA) 1..3");
    assertThat(order.ranks("AAB")).hasToString("Aab (AAB) 2..3");
    assertThat(order.ranks("AAC")).hasToString("Aac (AAC) 1..3");
    // All meet at w = 1/2 but for 1e-9, by which the first is below the middle there.
    RobustOrder cross =
        order(new double[][] {{100, 1.8322823774780879E-9}, {50, 50}, {0, 100}}, WeightSet.any());
    assertThat(cross.ranks("AAB").isExact()).isTrue();
    assertThat(cross.ranks("AAA")).hasToString("Aaa (AAA) 1..3");
    RobustOrder third =
        order(
            new double[][] {
              {1.8950623860396802E-8, 50, 4.6483673796718725E-12},
              {0, 0, 0.012139282954076295},
              {0, 0, 0}
            },
            WeightSet.any());
    assertThat(third.ranks("AAA")).hasToString("Aaa (AAA) 1..3");
    assertThat(third.ranks("AAB")).hasToString("Aab (AAB) 1..3");
    assertThat(third.ranks("AAC")).hasToString("Aac (AAC) 2..3");
  }

  private static double value(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> 0;
      case 1 -> 100;
      case 2 -> 50;
      default -> 100 * Math.pow(10, -14 * random.nextDouble());
    };
  }

  /**
   * Of two weights the ranks change only where two countries meet: between these points, and at
   * them, ranks are counted. What is within 1e-9 of being level may count as either.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void two_weights_are_solved_by_hand(long seed) {
    Random random = new Random(seed);
    for (int trial = 0; trial < 10; trial++) {
      double[][] v = new double[3 + random.nextInt(3)][2];
      for (double[] row : v) {
        row[0] = value(random);
        row[1] = value(random);
      }
      TreeSet<Double> meets = new TreeSet<>(List.of(0.0, 1.0));
      for (double[] one : v) {
        for (double[] other : v) {
          double second = one[1] - other[1];
          double w = second / (second - (one[0] - other[0]));
          if (w > 0 && w < 1) {
            meets.add(w);
          }
        }
      }
      List<Double> points = new ArrayList<>(meets);
      for (double w : meets) {
        Double next = meets.higher(w);
        if (next != null) {
          points.add(w + (next - w) / 2);
        }
      }
      RobustOrder order = order(v, WeightSet.any());
      for (int c = 0; c < v.length; c++) {
        int[] best = {v.length, v.length};
        int[] worst = {1, 1};
        for (double w : points) {
          for (int near = 0; near < 2; near++) {
            double level = near == 0 ? 1e-13 : 1e-9;
            int above = 0;
            int below = 0;
            for (double[] other : v) {
              double margin = w * (other[0] - v[c][0]) + (1 - w) * (other[1] - v[c][1]);
              above += margin > level ? 1 : 0;
              below += margin < -level ? 1 : 0;
            }
            best[near] = Math.min(best[near], 1 + above);
            worst[near] = Math.max(worst[near], v.length - below);
          }
        }
        ExtremeRanks range = order.ranks("AA" + (char) ('A' + c));
        String seen = java.util.Arrays.deepToString(v) + " " + range;
        assertThat(range.isExact()).as(seen).isTrue();
        assertThat(range.highest()).as(seen).isBetween(best[1], best[0]);
        assertThat(range.lowest()).as(seen).isBetween(worst[0], worst[1]);
      }
    }
  }

  /** More weights and statements: always an answer. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void more_weights_always_have_an_answer(long seed) {
    Random random = new Random(seed);
    double[][] v = new double[3 + random.nextInt(3)][3 + random.nextInt(2)];
    for (double[] row : v) {
      for (int i = 0; i < row.length; i++) {
        row[i] = value(random);
      }
    }
    WeightSet set =
        random.nextBoolean()
            ? WeightSet.any()
            : WeightSet.any()
                .heavier("a", "b", Math.pow(10, 6 * random.nextDouble() - 3))
                .atLeast("b", 1e-6 * random.nextDouble());
    assertThat(order(v, set).ranks()).allMatch(ExtremeRanks::isExact);
  }

  /** Whatever the limit: what is proven holds what is exact, and that holds what was found. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_search_that_is_cut_short_leaves_an_outer_range(long seed) {
    Random random = new Random(seed);
    double[][] v = new double[8][4];
    for (double[] row : v) {
      for (int i = 0; i < row.length; i++) {
        row[i] = 100 * random.nextDouble();
      }
    }
    RobustOrder order = order(v, WeightSet.any());
    for (int country = 0; country < v.length; country++) {
      ExtremeRanks exact = order.rankRange(country, RankSearch.MOST_PROGRAMS);
      assertThat(exact.isExact()).isTrue();
      for (int programs : new int[] {0, 1, 2, 5}) {
        ExtremeRanks outer = order.rankRange(country, programs);
        assertThat(outer.highest()).isLessThanOrEqualTo(exact.highest());
        assertThat(outer.highestFound()).isGreaterThanOrEqualTo(exact.highest());
        assertThat(outer.lowest()).isGreaterThanOrEqualTo(exact.lowest());
        assertThat(outer.lowestFound()).isLessThanOrEqualTo(exact.lowest());
        if (!outer.isExact()) {
          assertThat(outer.toString()).contains(" at most (found ");
        }
      }
    }
  }
}
