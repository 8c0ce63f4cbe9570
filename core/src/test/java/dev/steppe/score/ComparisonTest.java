package dev.steppe.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static Comparison compare(CountryProfile first, CountryProfile second) {
    return Scorer.of(Example.model()).compare(first, second);
  }

  @Test
  void the_difference_is_first_minus_second() {
    Comparison comparison = compare(Example.aland(), Example.bland());
    assertThat(comparison.difference()).isCloseTo(3, within(1e-12));
    assertThat(comparison.first().country()).isEqualTo(Example.aland().country());
    assertThat(comparison.second().country()).isEqualTo(Example.bland().country());
    assertThat(compare(Example.bland(), Example.aland()).difference())
        .isEqualTo(-comparison.difference());
  }

  @Test
  void contributions_say_what_accounts_for_it_the_greatest_in_size_first() {
    Comparison comparison = compare(Example.aland(), Example.bland());
    assertThat(comparison.contributions())
        .extracting(Contribution::code)
        .containsExactly("treaty", "border_share", "trade_share");
    assertThat(comparison.contributions())
        .extracting(Contribution::points)
        .containsExactly(30.0, -15.0, -12.0);
    assertThat(comparison.byFactor())
        .extracting(Contribution::code)
        .containsExactly("protection", "exposure");
    Contribution trade = comparison.contribution("trade_share");
    assertThat(trade.value()).hasValue(40);
    assertThat(trade.reference()).hasValue(80);
    assertThat(trade).hasToString("trade_share -12.0");
  }

  @Test
  void an_unknown_contribution_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compare(Example.aland(), Example.bland()).contribution("treety"))
        .withMessageEndingWith("Maybe you meant 'treaty'.");
  }

  @Test
  void the_range_holds_what_the_bounds_of_both_allow() {
    Comparison comparison =
        compare(
            Example.aland().withReading("border_share", Estimate.between(24, 36)),
            Example.bland().withReading("treaty", Estimate.between(0.7, 0.8)));
    // 3 apart, and 3 either way from the one, 2 either way from the other.
    assertThat(comparison.range().lower()).isCloseTo(-2, within(1e-12));
    assertThat(comparison.range().upper()).isCloseTo(8, within(1e-12));
    assertThat(comparison.isDecided()).isFalse();
  }

  @Test
  void an_order_is_decided_if_no_reading_within_its_bounds_can_turn_it() {
    assertThat(compare(Example.aland(), Example.bland()).isDecided()).isTrue();
    assertThat(compare(Example.bland(), Example.aland()).isDecided()).isTrue();
    assertThat(compare(Example.aland(), Example.aland()).isDecided()).isFalse();
    assertThat(
            compare(
                    Example.aland().withReading("border_share", Estimate.between(29, 31)),
                    Example.bland())
                .isDecided())
        .isTrue();
  }

  @Test
  void profiles_without_an_indicator_in_common_have_no_split() {
    Scorer scorer =
        Scorer.of(Example.tolerant().withAggregation("my-risk", Aggregation.geometric()));
    Comparison comparison =
        scorer.compare(
            Example.aland().select(List.of("border_share")),
            Example.bland().select(List.of("treaty")));
    String message =
        "Contributions in model 'my-risk' are not defined: the two profiles have no indicator in"
            + " common, so a mixture of them has no data";
    assertThatIllegalArgumentException().isThrownBy(comparison::contributions).withMessage(message);
    assertThat(comparison.toTable().notes()).contains("No points: " + message);
  }

  @Test
  void different_gaps_are_part_of_the_difference() {
    Scorer scorer = Scorer.of(Example.tolerant());
    Comparison comparison =
        scorer.compare(Example.aland().withoutReading("treaty"), Example.bland());
    assertThat(comparison.difference()).isCloseTo(45 - 64, within(1e-12));
    assertThat(comparison.contributions().stream().mapToDouble(Contribution::points).sum())
        .isCloseTo(45 - 64, within(1e-12));
    assertThat(comparison.contribution("treaty").value()).isEmpty();
    assertThat(comparison.contribution("treaty").reference()).hasValue(25);
  }

  @Test
  void the_table_shows_both_and_what_accounts_for_the_difference() {
    Comparison comparison =
        compare(Example.aland(), Example.bland().withReading("treaty", Estimate.between(0.7, 0.8)));
    assertThat(comparison.toTable().toText(200))
        .isEqualTo(
            """
            Aland minus Bland

            What accounts for it    AAA    BBB  Points
            --------------------  -----  -----  ------
            my-risk                67.0   64.0    +3.0
              Exposure             45.0   90.0   -27.0
                Shared border      50.0  100.0   -15.0
                trade_share        40.0   80.0   -12.0
              protection          100.0   25.0   +30.0
                treaty            100.0   25.0   +30.0

            The bounds of the readings allow differences from 1.0 to 5.0.
            Scores are an index from 0 (safest) to 100 (riskiest), not a probability.""");
    assertThat(comparison).hasToString(comparison.toTable().toString());
  }

  @Test
  void one_country_at_two_times_has_two_columns() {
    assertThat(compare(Example.aland(), Example.aland()).toTable().headers())
        .contains("AAA", "AAA (second)");
  }

  @Test
  void sources_of_both_are_listed() {
    assertThat(compare(Example.aland(), Example.bland()).sources().rowCount()).isEqualTo(6);
  }

  @Test
  void equal_comparisons_are_equal() {
    assertThat(compare(Example.aland(), Example.bland()))
        .isEqualTo(compare(Example.aland(), Example.bland()))
        .hasSameHashCodeAs(compare(Example.aland(), Example.bland()))
        .isNotEqualTo(compare(Example.bland(), Example.aland()))
        .isNotEqualTo(compare(Example.aland(), Example.aland()))
        .isNotEqualTo("a comparison");
  }
}
