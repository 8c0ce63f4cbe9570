package dev.steppe.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A country with 40 everywhere, next to one for each pair of four indicators, which has 100 in
 * these and 0 in the others: that one is above unless its pair weighs 0.4 or less. Two pairs that
 * share no indicator weigh 1 together, so that of each of the three ways to part the four in two
 * pairs one at least is above: 3 of 6. With all weight on one indicator it is 3.
 *
 * <p>The relaxed program knows of 1 only, where all weigh the same and 6 are above by a sixth.
 */
class RankSearchTest {

  private static final List<CountryProfile> COUNTRIES = countries();

  private static List<CountryProfile> countries() {
    List<CountryProfile> countries = new ArrayList<>();
    countries.add(Flat.country(0, 40, 40, 40, 40));
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        double[] values = new double[4];
        values[i] = 100;
        values[j] = 100;
        countries.add(Flat.country(countries.size(), values));
      }
    }
    return countries;
  }

  private static RankSearch search(WeightSet set) {
    List<Scorecard> cards = new ArrayList<>();
    for (Ranking.Entry entry : Flat.scorer(1, 1, 1, 1).rank(COUNTRIES)) {
      cards.add(entry.scorecard());
    }
    // By score, so that the given country is the last.
    WeightedScores scores = WeightedScores.ofIndicators(ImmutableList.copyOf(cards));
    double[][] margins = new double[6][];
    for (int b = 0; b < 6; b++) {
      margins[b] = scores.difference(b, 6);
    }
    double[] least = new double[6];
    double[] most = new double[6];
    Arrays.fill(least, -40);
    Arrays.fill(most, 60);
    WeightPolytope polytope = WeightPolytope.of(scores, set);
    RankSearch search = new RankSearch(polytope, margins, least, most);
    search.offer(new double[] {0.25, 0.25, 0.25, 0.25});
    return search;
  }

  @Test
  void programs_prove_what_pairs_of_pairs_say() {
    RankSearch search = search(WeightSet.any());
    assertThat(search.fewest()).isEqualTo(6);
    search.run(RankSearch.MOST_PROGRAMS);

    assertThat(search.fewest()).isEqualTo(3);
    assertThat(search.least()).isEqualTo(3);
    assertThat(Arrays.stream(search.best()).sum()).isCloseTo(1, within(1e-9));
    // Those at which so few are above.
    RankSearch same = search(WeightSet.any());
    same.offer(search.best());
    assertThat(same.fewest()).isEqualTo(3);
  }

  @Test
  void cells_find_the_same() {
    RankSearch search = search(WeightSet.any());
    assertThat(search.runByCells(RankSearch.MOST_PROGRAMS)).isTrue();
    assertThat(search.fewest()).isEqualTo(3);
    assertThat(search.least()).isEqualTo(3);
    RobustOrder order = RobustOrder.of(Flat.scorer(1, 1, 1, 1), COUNTRIES, WeightSet.any());
    assertThat(order.ranks("AAA").highest()).isEqualTo(4);
    assertThat(order.ranks("AAA").isExact()).isTrue();
  }

  @Test
  void too_few_cuts_find_nothing() {
    RankSearch search = search(WeightSet.any());
    assertThat(search.runByCells(1)).isFalse();
    assertThat(search.fewest()).isEqualTo(6);
  }

  /** The first relaxation alone bounds by 1; each program more cannot make that worse. */
  @Test
  void a_search_that_is_cut_short_keeps_its_bounds() {
    int before = 1;
    for (int programs : new int[] {1, 2, 5, 10, 20, 50, 100, 1000}) {
      RankSearch search = search(WeightSet.any());
      search.run(programs);
      assertThat(search.least()).isBetween(programs == 1 ? 1 : before, programs == 1 ? 1 : 3);
      assertThat(search.fewest()).isBetween(3, 6);
      before = search.least();
    }
    assertThat(before).isEqualTo(3);
  }

  /** With a at 0.8 at least, the pairs with a are above always, and the others never. */
  @Test
  void where_all_is_decided_no_program_is_needed() {
    List<Scorecard> cards = new ArrayList<>();
    for (Ranking.Entry entry : Flat.scorer(1, 1, 1, 1).rank(COUNTRIES)) {
      cards.add(entry.scorecard());
    }
    WeightedScores scores = WeightedScores.ofIndicators(ImmutableList.copyOf(cards));
    WeightPolytope polytope = WeightPolytope.of(scores, WeightSet.any().atLeast("a", 0.8));
    double[][] margins = {scores.difference(0, 6), scores.difference(5, 6)};
    RankSearch search =
        new RankSearch(polytope, margins, new double[] {40, -40}, new double[] {60, -20});
    search.offer(new double[] {0.8, 0.1, 0.1, 0});
    search.run(0);
    assertThat(search.fewest()).isEqualTo(1);
    assertThat(search.least()).isEqualTo(1);
  }

  /**
   * So many and no more: cells are cut where that leads furthest, and left where it leads nowhere.
   */
  @Test
  void few_cells_and_few_programs_suffice() {
    assertThat(search(WeightSet.any()).runByCells(7)).isTrue();
    RankSearch programs = search(WeightSet.any());
    programs.run(16);
    assertThat(programs.least()).isEqualTo(3);
  }

  /**
   * A country with 45 everywhere, next to one for each of the 20 sets of three of six indicators.
   * Of two sets that share nothing one is above at least, so 10 are; with all weight on one
   * indicator, just those that have it.
   */
  @Test
  void of_two_sets_that_share_nothing_one_is_above() {
    List<CountryProfile> countries = new ArrayList<>();
    countries.add(Flat.country(0, 45, 45, 45, 45, 45, 45));
    for (int set = 0; set < 64; set++) {
      if (Integer.bitCount(set) == 3) {
        double[] values = new double[6];
        for (int k = 0; k < 6; k++) {
          values[k] = 100 * (set >> k & 1);
        }
        countries.add(Flat.country(countries.size(), values));
      }
    }
    List<Scorecard> cards = new ArrayList<>();
    for (Ranking.Entry entry : Flat.scorer(1, 1, 1, 1, 1, 1).rank(countries)) {
      cards.add(entry.scorecard());
    }
    WeightedScores scores = WeightedScores.ofIndicators(ImmutableList.copyOf(cards));
    double[][] margins = new double[20][];
    for (int b = 0; b < 20; b++) {
      margins[b] = scores.difference(b, 20);
    }
    double[] least = new double[20];
    double[] most = new double[20];
    Arrays.fill(least, -45);
    Arrays.fill(most, 55);
    WeightPolytope polytope = WeightPolytope.of(scores, WeightSet.any());
    RankSearch search = new RankSearch(polytope, margins, least, most);
    assertThat(search.runByCells(380)).isTrue();
    assertThat(search.fewest()).isEqualTo(10);
    assertThat(search.least()).isEqualTo(10);
  }

  /** A search without programs has what it was offered: the weights that are best for each pair. */
  @Test
  void the_best_weights_of_pairs_are_where_a_search_begins() {
    for (boolean turned : new boolean[] {false, true}) {
      double[][] values = {{40, 40}, {100, 0}, {90, 10}, {0, 100}};
      List<CountryProfile> four = new ArrayList<>();
      for (double[] of : values) {
        four.add(Flat.country(four.size(), of[turned ? 1 : 0], of[turned ? 0 : 1]));
      }
      RobustOrder order = RobustOrder.of(Flat.scorer(1, 1), four, WeightSet.any());
      ExtremeRanks range = order.rankRange(3, 0);
      assertThat(range.scorecard().country().code()).isEqualTo("AAA");
      assertThat(range.isExact()).isFalse();
      assertThat(range.highest()).isEqualTo(1);
      // Only the last is above where its indicator has all the weight.
      assertThat(range.atHighest().weight(turned ? "a" : "b")).isEqualTo(1);
      assertThat(range.lowest()).isEqualTo(4);
    }
  }
}
