package dev.steppe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analogue.Precedents;
import dev.steppe.assertj.SteppeAssertions;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.panel.Panel;
import dev.steppe.report.Report;
import dev.steppe.score.Scorer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundedPartsTest {

  private static boolean addUp(int[] depths, double... figures) {
    return RoundedParts.addUp(1, depths, figures);
  }

  @Test
  void three_small_parts_may_miss_their_sum() {
    int[] flat = {0, 1, 1, 1};
    assertThat(addUp(flat, 0.42, 0.14, 0.14, 0.14)).isFalse();
    assertThat(addUp(flat, 0.3, 0.1, 0.1, 0.1)).isTrue();
    assertThat(addUp(flat, -0.04, 0.04, -0.04, -0.04)).isTrue();
    assertThat(addUp(new int[] {0}, 0.42)).isTrue();
    assertThat(addUp(new int[0])).isTrue();
  }

  /** The four factors of the paper's two countries: -2.8 - 7.5 + 8.3 + 0.9 is -1.1. */
  @Test
  void each_level_of_a_tree_is_held_against_the_one_above() {
    assertThat(addUp(new int[] {0, 1, 1, 1, 1}, -1.04, -2.84, -7.45, 8.34, 0.91)).isFalse();
    int[] tree = {0, 1, 2, 2, 1, 2};
    assertThat(addUp(tree, 3, 1, 0.5, 0.5, 2, 2)).isTrue();
    assertThat(addUp(tree, 3, 1, 0.5, 0.4, 2, 2)).isFalse();
    assertThat(addUp(tree, 3, 1, 0.5, 0.5, 2, 1.9)).isFalse();
    assertThat(addUp(tree, 3, 1.1, 0.6, 0.5, 2, 2)).isFalse();
  }

  @Test
  void tables_say_so() {
    ModelBuilder model = RiskModel.builder("m");
    CountryProfile.Builder first = CountryProfile.builder(Country.of("AAA", "A"));
    CountryProfile.Builder second = CountryProfile.builder(Country.of("BBB", "B"));
    for (String code : new String[] {"a", "b", "c"}) {
      model.indicator(
          Indicator.of(code, Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
      first.reading(code, 10.42);
      second.reading(code, 30);
    }
    Scorer scorer = Scorer.of(model.build());
    assertThat(scorer.compare(second.build(), second.build()).toTable().notes())
        .doesNotContain(RoundedParts.NOTE);
    assertThat(scorer.score(second.build()).toTable().notes()).doesNotContain(RoundedParts.NOTE);
    // 3 * 3.4733 is 10.42, and 3 * 3.5 is 10.5.
    assertThat(scorer.score(first.build()).toTable().notes()).contains(RoundedParts.NOTE);
  }

  /** Three parts of 0.14 that sum to 0.42, wherever parts stand under a sum. */
  @Test
  void so_do_all_tables_of_parts() {
    assertThat(RoundedParts.addUp(1, 0.42, new double[] {0.14, 0.14, 0.14})).isFalse();
    assertThat(RoundedParts.addUp(1, 0.3, new double[] {0.1, 0.1, 0.1})).isTrue();
    ModelBuilder model = RiskModel.builder("m");
    CountryProfile.Builder low = CountryProfile.builder(Country.of("AAA", "A"));
    CountryProfile.Builder high = CountryProfile.builder(Country.of("BBB", "B"));
    for (String code : new String[] {"a", "b", "c"}) {
      model.indicator(
          Indicator.of(code, Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
      low.reading(code, 10);
      high.reading(code, 10.42);
    }
    Scorer scorer = Scorer.of(model.build());
    CountryProfile before = low.asOf(LocalDate.of(2020, 1, 1)).build();
    CountryProfile after = high.asOf(LocalDate.of(2021, 1, 1)).build();
    Panel panel = Panel.of(scorer, List.of(before, after.withCountry(before.country())));
    assertThat(panel.trajectory("AAA").toTable(1).notes()).contains(RoundedParts.NOTE);
    assertThat(panel.trajectory("AAA").toTable(0).notes()).doesNotContain(RoundedParts.NOTE);
    // 0.42 % of the scale, three times 0.14 %, to three decimals: 0.004 and 0.001.
    assertThat(
            Precedents.of(scorer, List.of(before))
                .analoguesOf(after)
                .byProfile()
                .get(0)
                .toTable()
                .notes())
        .contains(
            "Distances are rounded one by one: those shown may miss their sum by a last digit"
                + " or so.");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () -> SteppeAssertions.assertThat(scorer.score(after)).hasScoreCloseTo(50, within(1.0)))
        .withMessageContaining(RoundedParts.NOTE);
    assertThat(Report.titled("r").ranking(scorer.rank(before, after)).build().html())
        .contains(RoundedParts.NOTE);
  }
}
