package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.tally.RankTally;
import dev.steppe.internal.tally.ReproducibleSums;
import dev.steppe.internal.tally.ScoreBlock;
import dev.steppe.internal.tally.ScoreHistogram;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Four draws of two countries, counted by hand. */
class DrawCountsTest {

  private static final double[][] SCORES = {{49, 51, 52, 54}, {40, 51, 60, 54}};

  /** The weights of two indicators. */
  private static final double[][] WEIGHTS = {{0.1, 0.2, 0.3, 0.6}, {0.9, 0.8, 0.7, 0.4}};

  private static final double[] CENTRES = {50, 55};

  private final RankTally ranks = new RankTally(2, 2, true);
  private final ScoreHistogram scores = new ScoreHistogram(CENTRES);
  private final ReproducibleSums sums = new ReproducibleSums(8);

  /** The four draws; {@code added} is what their sums have more than they ought to. */
  private DrawCounts counts(long draws, double... added) {
    ScoreBlock block = new ScoreBlock(2);
    double[][] drawn = new double[2][];
    for (int c = 0; c < 2; c++) {
      drawn[c] = Arrays.copyOf(SCORES[c], DrawBlock.SIZE);
    }
    double[][] weights = new double[2][];
    for (int k = 0; k < 2; k++) {
      weights[k] = Arrays.copyOf(WEIGHTS[k], DrawBlock.SIZE);
    }
    block.read(drawn, 4);
    ranks.add(block, weights);
    scores.add(block);
    double[] handed = new double[8];
    ranks.takeWeights(handed, 0);
    scores.takeSums(handed, 4);
    sums.add(handed);
    sums.add(Arrays.copyOf(added, 8));
    return DrawCounts.of(draws, CENTRES, List.of(ranks), List.of(scores), List.of(sums));
  }

  @Test
  void ranks_and_wins_are_counted() {
    DrawCounts counts = counts(4);
    assertThat(counts.draws()).isEqualTo(4);
    assertThat(counts.countries()).isEqualTo(2);
    assertThat(counts.wins(0, 1)).isEqualTo(1);
    assertThat(counts.wins(1, 0)).isEqualTo(1);
    assertThat(counts.ranks(0)).containsExactly(3, 1);
    assertThat(counts.ranks(1)).containsExactly(3, 1);
    assertThat(counts.scores(1)[5100]).isEqualTo(1);
    assertThat(counts.isOf(2, true)).isTrue();
    assertThat(counts.isOf(2, false)).isFalse();
    assertThat(counts.isOf(3, true)).isFalse();
  }

  /** R: mean(c(49, 51, 52, 54)), var(c(49, 51, 52, 54)), and so on: n - 1 is the divisor. */
  @Test
  void means_and_variances_are_those_of_a_sample() {
    DrawCounts counts = counts(4);
    assertThat(counts.mean(0)).isCloseTo(51.5, within(1e-12));
    assertThat(counts.variance(0)).isCloseTo(13 / 3.0, within(1e-12));
    assertThat(counts.mean(1)).isCloseTo(51.25, within(1e-12));
    assertThat(counts.variance(1)).isCloseTo(210.75 / 3, within(1e-12));
  }

  /** Of a single draw there is no variance, and of equal ones rounding makes none below 0. */
  @Test
  void what_does_not_vary_has_a_variance_of_0() {
    assertThat(counts(1).variance(0)).isZero();
    ReproducibleSums equal = new ReproducibleSums(3);
    equal.add(new double[] {0, 0.3 * 3, 0.09 * 3 - 1e-15});
    assertThat(
            DrawCounts.of(
                    3,
                    new double[] {50},
                    List.of(new RankTally(1, 1, false)),
                    List.of(),
                    List.of(equal))
                .variance(0))
        .isZero();
  }

  /** Of the draws in which nobody is above: 1, 2 and 4 for the first, 2 to 4 for the second. */
  @Test
  void central_weights_are_means_over_the_draws_in_which_a_country_is_first() {
    DrawCounts counts = counts(4);
    assertThat(counts.centralWeight(0, 0)).isCloseTo(0.3, within(1e-12));
    assertThat(counts.centralWeight(0, 1)).isCloseTo(0.7, within(1e-12));
    assertThat(counts.centralWeight(1, 0)).isCloseTo(1.1 / 3, within(1e-12));
    assertThat(counts.centralWeight(1, 1)).isCloseTo(1.9 / 3, within(1e-12));
  }

  @Test
  void counts_of_several_parts_add_up() {
    DrawCounts one = counts(4);
    DrawCounts both = DrawCounts.sum(List.of(one, one), CENTRES);
    assertThat(both.draws()).isEqualTo(8);
    assertThat(both.wins(0, 1)).isEqualTo(2);
    assertThat(both.ranks(1)).containsExactly(6, 2);
    assertThat(both.scores(0)[4900]).isEqualTo(2);
    assertThat(both.mean(0)).isCloseTo(51.5, within(1e-12));
    assertThat(both.variance(0)).isCloseTo(26 / 7.0, within(1e-12));
    both.check(2);
    // What was added is as it was.
    assertThat(one.ranks(1)).containsExactly(3, 1);
    assertThat(one.scores(0)[4900]).isEqualTo(1);
  }

  @Test
  void equal_counts_are_equal_and_any_other_is_not() {
    DrawCounts counts = counts(4);
    DrawCounts again = new DrawCountsTest().counts(4);
    assertThat(counts).isEqualTo(again).hasSameHashCodeAs(again);
    assertThat(counts)
        .isNotEqualTo(new DrawCountsTest().counts(5))
        .isNotEqualTo(new DrawCountsTest().counts(4, 0.5))
        .isNotEqualTo(DrawCounts.sum(List.of(counts, counts), CENTRES));
  }

  @Test
  void counts_that_fit_together_pass() {
    assertThatCode(() -> counts(4).check(2)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 3, 4})
  void counts_of_another_number_of_countries_are_refused(int countries) {
    assertRefused(counts(4), countries);
  }

  @ParameterizedTest
  @ValueSource(longs = {-4, 0, 3, 5})
  void counts_of_another_number_of_draws_are_refused(long draws) {
    assertRefused(counts(draws), 2);
  }

  @ParameterizedTest
  @CsvSource({"-0.1,50", "100.1,50", "50,NaN"})
  void centres_are_scores(double first, double second) {
    DrawCounts counts = counts(4);
    assertRefused(DrawCounts.sum(List.of(counts), new double[] {first, second}), 2);
    DrawCounts.sum(List.of(counts), new double[] {0, 100}).check(2);
  }

  /**
   * The sums of the two weights of the first country are 0.9 and 2.1 of at most 3, those of its
   * distances and squares 6 and 22, of at most 400 in size and 40,000.
   */
  @ParameterizedTest
  @CsvSource({
    "0,-0.91",
    "0,2.11",
    "1,-2.11",
    "1,0.91",
    "4,-406.1",
    "4,394.1",
    "6,-22.1",
    "6,39978.1"
  })
  void sums_beyond_what_so_many_draws_have_are_refused(int sum, double added) {
    double[] more = new double[8];
    more[sum] = added;
    assertRefused(counts(4, more), 2);
    more[sum] = added - Math.copySign(0.2, added);
    new DrawCountsTest().counts(4, more).check(2);
  }

  @Test
  void sums_of_other_things_are_refused() {
    DrawCounts counts = counts(4);
    for (int size : new int[] {4, 7, 9}) {
      ReproducibleSums other = new ReproducibleSums(size);
      assertRefused(DrawCounts.of(4, CENTRES, List.of(ranks), List.of(scores), List.of(other)), 2);
    }
    assertThat(counts.isOf(2, true)).isTrue();
  }

  private static void assertRefused(DrawCounts counts, int countries) {
    assertThatThrownBy(() -> counts.check(countries))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Counts of draws do not fit together");
  }
}
