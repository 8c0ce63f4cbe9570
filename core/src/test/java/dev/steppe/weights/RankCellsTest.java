package dev.steppe.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Execution;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.math.Vectors;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells against the mixed-integer program, which shares nothing with them but the question. */
class RankCellsTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  private static WeightSet weights(Random random, int size) {
    String[] codes = new String[size];
    for (int k = 0; k < size; k++) {
      codes[k] = Flat.code(k);
    }
    return switch (random.nextInt(5)) {
      case 0 -> WeightSet.any();
      case 1 -> WeightSet.any().ranked(codes);
      case 2 -> WeightSet.any().heavier("a", "b", 1.5).atLeast("b", 0.1);
      case 3 -> WeightSet.any().between("a", 0.3, 0.3).atLeast("b", 0.1);
      default -> WeightSet.any().atMost("a", 0.4);
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void cells_find_what_the_mixed_integer_program_finds(long seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(4);
    int count = 3 + random.nextInt(8);
    WeightSet set = weights(random, size);
    List<CountryProfile> profiles = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      double[] values = new double[size];
      for (int k = 0; k < size; k++) {
        // Many that are equal, so that planes meet in the corners of others.
        values[k] = random.nextBoolean() ? 25 * random.nextInt(5) : 100 * random.nextDouble();
      }
      profiles.add(Flat.country(c, values));
    }
    double[] equal = new double[size];
    Arrays.fill(equal, 1);
    List<Scorecard> cards = new ArrayList<>();
    for (Ranking.Entry entry : Flat.scorer(equal).rank(profiles)) {
      cards.add(entry.scorecard());
    }
    WeightedScores scores = WeightedScores.ofIndicators(ImmutableList.copyOf(cards));
    WeightPolytope polytope = WeightPolytope.of(scores, set);
    for (int country = 0; country < count; country++) {
      for (int sign : new int[] {1, -1}) {
        double[][] margins = new double[count - 1][size];
        double[] least = new double[count - 1];
        double[] most = new double[count - 1];
        for (int b = 0; b < margins.length; b++) {
          double[] difference = scores.difference(b < country ? b : b + 1, country);
          for (int k = 0; k < size; k++) {
            margins[b][k] = sign * difference[k];
          }
          double[] negated = Arrays.stream(margins[b]).map(x -> -x).toArray();
          least[b] = Vectors.dot(margins[b], polytope.least(margins[b]));
          most[b] = Vectors.dot(margins[b], polytope.least(negated));
        }
        RankSearch cells = new RankSearch(polytope, margins, least, most);
        assertThat(cells.runByCells(RankSearch.MOST_PROGRAMS)).isTrue();
        RankSearch programs = new RankSearch(polytope, margins, least, most);
        programs.offer(polytope.least(new double[size]));
        programs.run(RankSearch.MOST_PROGRAMS);
        assertThat(programs.least()).isEqualTo(programs.fewest());
        assertThat(cells.fewest()).isEqualTo(programs.fewest());
        assertThat(cells.least()).isEqualTo(cells.fewest());
        assertThat(Arrays.stream(cells.best()).sum()).isCloseTo(1, within(1e-12));
      }
    }
  }

  /** What takes minutes by programs: as many countries as there are in the world. */
  @Test
  void all_countries_of_the_world_have_exact_ranks() {
    Random random = new Random(7);
    List<CountryProfile> profiles = new ArrayList<>();
    for (int c = 0; c < 150; c++) {
      profiles.add(Flat.country(c, random.doubles(5, 0, 100).toArray()));
    }
    RobustOrder order = RobustOrder.of(Flat.scorer(1, 1, 1, 1, 1), profiles, WeightSet.any());
    ImmutableList<ExtremeRanks> ranks = order.ranks(Execution.onThreads(2));
    assertThat(ranks).allMatch(ExtremeRanks::isExact);
    for (ExtremeRanks range : ranks) {
      assertThat(rank(order, range, range.atHighest(), true)).isEqualTo(range.highest());
      assertThat(rank(order, range, range.atLowest(), false)).isEqualTo(range.lowest());
    }
    for (int draw = 0; draw < 2_000; draw++) {
      double[] weights = random.doubles(5).map(u -> -Math.log(u)).toArray();
      double[] scores =
          order.scorecards().stream()
              .mapToDouble(
                  card -> {
                    double sum = 0;
                    for (int k = 0; k < 5; k++) {
                      sum += weights[k] * card.node(Flat.code(k)).value().orElseThrow();
                    }
                    return sum;
                  })
              .toArray();
      for (int c = 0; c < scores.length; c++) {
        double own = scores[c];
        int rank = 1 + (int) Arrays.stream(scores).filter(other -> other > own).count();
        assertThat(rank).isBetween(ranks.get(c).highest(), ranks.get(c).lowest());
      }
    }
  }

  private static int rank(
      RobustOrder order, ExtremeRanks range, WeightVector weights, boolean highest) {
    int above = 0;
    int below = 0;
    for (Scorecard other : order.scorecards()) {
      double margin = 0;
      for (int k = 0; k < 5; k++) {
        String code = Flat.code(k);
        margin +=
            weights.weight(code)
                * (other.node(code).value().orElseThrow()
                    - range.scorecard().node(code).value().orElseThrow());
      }
      above += Ranking.compareScores(margin, 0) > 0 ? 1 : 0;
      below += Ranking.compareScores(margin, 0) < 0 ? 1 : 0;
    }
    return highest ? 1 + above : order.scorecards().size() - below;
  }
}
