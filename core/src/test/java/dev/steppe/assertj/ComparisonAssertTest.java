package dev.steppe.assertj;

import static dev.steppe.assertj.Failures.assertFailure;
import static dev.steppe.assertj.Failures.assertRefusal;
import static dev.steppe.assertj.Imagined.ALAND;
import static dev.steppe.assertj.Imagined.BLAND;
import static dev.steppe.assertj.Imagined.CLAND;
import static dev.steppe.assertj.SteppeAssertions.assertThat;
import static dev.steppe.assertj.SteppeAssertions.byAtLeast;
import static dev.steppe.assertj.SteppeAssertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.score.Comparison;
import dev.steppe.score.Scorecard;
import org.junit.jupiter.api.Test;

class ComparisonAssertTest {

  private static final Comparison ALAND_MINUS_BLAND = ALAND.compareWith(BLAND);

  /** Scores 34, from 31 to 37. */
  private static final Scorecard ELAND =
      Imagined.SCORER.score(
          CountryProfile.builder(Country.of("EEE", "Eland"))
              .reading("border_share", 26 + 2.0 / 3)
              .reading("trade_share", Estimate.between(10, 30))
              .reading("treaty", 50)
              .build());

  @Test
  void claims_chain() {
    assertThat(ALAND_MINUS_BLAND)
        .hasRiskierFirst()
        .hasRiskierFirst(byAtLeast(35))
        .hasDifferenceBetween(30, 40)
        .hasDifferenceCloseTo(35.5, within(1.0))
        .isDecided()
        .isExplainedBy("treaty")
        .isExplainedBy("border_share", "treaty")
        .isExplainedBy("protection")
        .hasContribution("trade_share", -3, within(1e-9));
    assertThat(BLAND.compareWith(ALAND)).hasRiskierSecond().hasRiskierSecond(byAtLeast(35));
    assertThat(BLAND.compareWith(ELAND)).isUndecided();
  }

  @Test
  void the_order_can_fail() {
    assertFailure(() -> assertThat(BLAND.compareWith(ALAND)).hasRiskierFirst())
        .contains("to be riskier than:\n  Aland (AAA)", "but it is less risky, by 35.0 points.");
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).hasRiskierFirst(byAtLeast(36)))
        .contains("but it is riskier by only 35.0 points.");
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).hasRiskierSecond())
        .contains("to be less risky than:", "but it is riskier, by 35.0 points.");
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).hasRiskierSecond(byAtLeast(1)))
        .contains("to be less risky, by at least 1.0 points, than:");
    assertFailure(() -> assertThat(BLAND.compareWith(CLAND)).hasRiskierFirst())
        .contains("but their scores are equal.");
  }

  /** Trade share gains c, border share loses 0.3, treaty c - 0.3: 60 c + 3 = 35 at c = 0.5333. */
  @Test
  void the_order_holds_until_weights_have_moved_far_enough() {
    assertThat(ALAND_MINUS_BLAND)
        .isRobustToWeightChangesUpTo(0.53)
        // Exposure leads by 25 and protection by 50, so no weights of the two turn them round.
        .isRobustToWeightChangesUpTo(1, "imagined");
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).isRobustToWeightChangesUpTo(0.54))
        .contains("to keep its order whatever weights change by up to 0.54", "but it does not: ");
    assertFailure(() -> assertThat(BLAND.compareWith(CLAND)).isRobustToWeightChangesUpTo(0.001))
        .contains("to keep its order");
    assertRefusal(() -> assertThat(ALAND_MINUS_BLAND).isRobustToWeightChangesUpTo(-0.1))
        .isEqualTo("change of a weight must be in [0.0, 1.0], but was -0.1");
  }

  @Test
  void the_difference_can_fail() {
    assertFailure(() -> assertThat(BLAND.compareWith(ALAND)).hasDifferenceBetween(30, 40))
        .isEqualTo(
            """

            Expecting:
              Bland (BBB): 32.0, range 32.0 to 32.0, coverage 100 %
            minus:
              Aland (AAA): 67.0, range 64.0 to 70.0, coverage 100 %
            to have a difference between 30.0 and 40.0
            but it is -35.0 points.

            Largest contributions   BBB    AAA  Points
            ---------------------  ----  -----  ------
            treaty                 50.0  100.0   -20.0
            border_share           10.0   70.0   -18.0
            trade_share            30.0   20.0    +3.0""");
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).hasDifferenceBetween(-1, 34.96))
        .contains("but it is +35.00 points.");
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).hasDifferenceCloseTo(35.5, within(0.1)))
        .contains("to have a difference close to 35.5, within 0.1\nbut it is +35.0 points.");
    assertRefusal(() -> assertThat(ALAND_MINUS_BLAND).hasDifferenceBetween(1, -1))
        .isEqualTo("Bounds need lower <= upper, but were [1.0, -1.0]");
    assertRefusal(() -> assertThat(ALAND_MINUS_BLAND).hasDifferenceCloseTo(101, within(0.1)))
        .isEqualTo("expected value must be in [-100.0, 100.0], but was 101.0");
  }

  @Test
  void being_decided_can_fail() {
    assertFailure(() -> assertThat(BLAND.compareWith(ELAND)).isDecided())
        .contains("to be decided\n")
        .contains("but the bounds of the readings allow differences from -5.0 to +1.0 points.")
        .contains("\nUncertain are: EEE 'trade_share' (");
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).isUndecided())
        .contains("to be undecided\n")
        .contains("but the bounds of the readings allow differences from +32.0 to +38.0 points.");
    assertFailure(() -> assertThat(BLAND.compareWith(CLAND)).isDecided())
        .contains("but the difference is exactly 0.0 points.")
        .doesNotContain("Uncertain");
  }

  @Test
  void an_explanation_can_fail() {
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).isExplainedBy("trade_share"))
        .contains("to be explained by [trade_share]")
        .contains("but 'treaty' contributes more than 'trade_share': +20.0 against -3.0 points.");
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).isExplainedBy("exposure"))
        .endsWith(
            """
            Largest contributions    AAA   BBB  Points
            ---------------------  -----  ----  ------
            protection             100.0  50.0   +20.0
            exposure                45.0  20.0   +15.0""");
    assertRefusal(() -> assertThat(ALAND_MINUS_BLAND).isExplainedBy("expsure"))
        .endsWith("Maybe you meant 'exposure'.");
  }

  @Test
  void of_two_equal_contributions_neither_is_the_larger() {
    Comparison tied = BLAND.compareWith(CLAND);
    assertThat(tied).isExplainedBy("border_share", "trade_share");
    assertFailure(() -> assertThat(tied).isExplainedBy("border_share"))
        .contains(
            "but 'trade_share' contributes as much as 'border_share': +6.0 against -6.0 points.");
    assertFailure(() -> assertThat(tied).isExplainedBy("treaty"))
        .contains("but 'treaty' contributes nothing.");
  }

  @Test
  void a_contribution_can_fail() {
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).hasContribution("treaty", -20, within(1e-9)))
        .contains("to have a contribution of 'treaty' close to -20.0, within 1.0E-9")
        .contains("but it is +20.0 points.");
    assertRefusal(() -> assertThat(ALAND_MINUS_BLAND).hasContribution("traety", 1, within(1.0)))
        .endsWith("Maybe you meant 'treaty'.");
  }

  @Test
  void claims_about_either_score_can_follow() {
    assertThat(ALAND_MINUS_BLAND).first().hasScoreBetween(60, 70);
    assertThat(ALAND_MINUS_BLAND).second().hasScoreBetween(30, 35);
    assertFailure(() -> assertThat(ALAND_MINUS_BLAND).as("x").second().hasScoreBetween(0, 1))
        .startsWith("[x second] \nExpecting:\n  Bland (BBB): 32.0");
  }

  @Test
  void null_is_told_first() {
    Comparison none = null;
    assertFailure(() -> assertThat(none).hasRiskierFirst()).contains("not to be null");
    assertFailure(() -> assertThat(none).hasRiskierSecond()).contains("not to be null");
    assertFailure(() -> assertThat(none).hasDifferenceBetween(0, 1)).contains("not to be null");
    assertFailure(() -> assertThat(none).hasDifferenceCloseTo(0, within(1.0)))
        .contains("not to be null");
    assertFailure(() -> assertThat(none).isDecided()).contains("not to be null");
    assertFailure(() -> assertThat(none).isUndecided()).contains("not to be null");
    assertFailure(() -> assertThat(none).isExplainedBy("x")).contains("not to be null");
    assertFailure(() -> assertThat(none).hasContribution("x", 0, within(1.0)))
        .contains("not to be null");
    assertFailure(() -> assertThat(none).first().isNull()).contains("not to be null");
    assertFailure(() -> assertThat(none).second().isNull()).contains("not to be null");
  }
}
