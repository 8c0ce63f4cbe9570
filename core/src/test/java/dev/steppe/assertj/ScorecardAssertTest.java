package dev.steppe.assertj;

import static dev.steppe.assertj.Failures.assertFailure;
import static dev.steppe.assertj.Failures.assertRefusal;
import static dev.steppe.assertj.Imagined.ALAND;
import static dev.steppe.assertj.Imagined.BLAND;
import static dev.steppe.assertj.Imagined.CLAND;
import static dev.steppe.assertj.Imagined.DLAND;
import static dev.steppe.assertj.Imagined.SCORER;
import static dev.steppe.assertj.SteppeAssertions.assertThat;
import static dev.steppe.assertj.SteppeAssertions.byAtLeast;
import static dev.steppe.assertj.SteppeAssertions.byLessThan;
import static dev.steppe.assertj.SteppeAssertions.catchThrowable;
import static dev.steppe.assertj.SteppeAssertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskClasses;
import dev.steppe.model.RiskModel;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class ScorecardAssertTest {

  @Test
  void claims_chain() {
    assertThat(ALAND)
        .isRiskierThan(BLAND)
        .isRiskierThan(BLAND, byAtLeast(35))
        .hasScoreBetween(60, 67)
        .hasScoreCloseTo(66.5, within(1.0))
        .hasRangeWithin(60, 70)
        .hasCoverageAtLeast(1)
        .hasNoMissingReadings()
        .isExplainedBy("treaty")
        .isExplainedBy("border_share", "treaty")
        .isExplainedBy("trade_share", "border_share", "treaty")
        .hasContribution("exposure", 27, within(1e-9))
        .as("and plain claims too")
        .isEqualTo(ALAND);
    assertThat(BLAND).isLessRiskyThan(ALAND).isLessRiskyThan(ALAND, byAtLeast(35));
  }

  @Test
  void a_failed_comparison_shows_both_cards_and_what_accounts_for_the_difference() {
    assertFailure(() -> assertThat(BLAND).isRiskierThan(ALAND))
        .isEqualTo(
            """

            Expecting:
              Bland (BBB): 32.0, range 32.0 to 32.0, coverage 100 %
            to be riskier than:
              Aland (AAA): 67.0, range 64.0 to 70.0, coverage 100 %
            but it is less risky, by 35.0 points.

            Largest contributions   BBB    AAA  Points
            ---------------------  ----  -----  ------
            treaty                 50.0  100.0   -20.0
            border_share           10.0   70.0   -18.0
            trade_share            30.0   20.0    +3.0""");
  }

  @Test
  void less_risky_is_the_mirror_image() {
    assertFailure(() -> assertThat(ALAND).isLessRiskyThan(BLAND))
        .contains("to be less risky than:\n  Bland (BBB)", "but it is riskier, by 35.0 points.");
    assertFailure(() -> assertThat(BLAND).isLessRiskyThan(ALAND, byAtLeast(35.02)))
        .contains("to be less risky, by at least 35.02 points, than:")
        .contains("but it is less risky by only 35.00 points.");
  }

  @Test
  void a_margin_is_part_of_the_claim() {
    assertFailure(() -> assertThat(ALAND).isRiskierThan(BLAND, byAtLeast(40)))
        .startsWith(
            """

            Expecting:
              Aland (AAA): 67.0, range 64.0 to 70.0, coverage 100 %
            to be riskier, by at least 40.0 points, than:
              Bland (BBB): 32.0, range 32.0 to 32.0, coverage 100 %
            but it is riskier by only 35.0 points.
            """);
    assertRefusal(() -> byAtLeast(-1)).isEqualTo("margin must be in [0.0, 100.0], but was -1.0");
    assertRefusal(() -> byAtLeast(Double.NaN))
        .isEqualTo("margin must be in [0.0, 100.0], but was NaN");
  }

  @Test
  void equal_scores_are_neither_riskier_nor_less_risky() {
    assertFailure(() -> assertThat(CLAND).isRiskierThan(BLAND))
        .contains("but their scores are equal.");
    assertFailure(() -> assertThat(CLAND).isLessRiskyThan(BLAND))
        .contains("but their scores are equal.");
    assertFailure(() -> assertThat(CLAND).isRiskierThan(BLAND, byAtLeast(0)))
        .contains("but their scores are equal.");
  }

  @Test
  void rounding_errors_decide_nothing() {
    Scorecard above = Imagined.card("BBB", "Bland", 10 + 1e-11, 30, 50);
    assertThat(above.value()).isGreaterThan(BLAND.value());
    assertThat(above).hasScoreBetween(0, 32).hasRangeWithin(0, 32);
    assertFailure(() -> assertThat(above).isRiskierThan(BLAND))
        .contains("but their scores are equal.");
  }

  @Test
  void small_differences_are_shown_with_as_many_decimals_as_they_need() {
    Scorecard above = Imagined.card("BBB", "Bland", 10.001, 30, 50);
    assertFailure(() -> assertThat(above).isLessRiskyThan(BLAND))
        .isEqualTo(
            """

            Expecting:
              Bland (BBB): 32.0003, range 32.0003 to 32.0003, coverage 100 %
            to be less risky than:
              Bland (BBB): 32.0000, range 32.0000 to 32.0000, coverage 100 %
            but it is riskier, by 0.0003 points.

            Largest contributions   BBB  BBB (other)   Points
            ---------------------  ----  -----------  -------
            border_share           10.0         10.0  +0.0003""");
  }

  @Test
  void beyond_six_contributions_the_smaller_ones_are_added_up() {
    ModelBuilder model = RiskModel.builder("wide").missing(MissingPolicy.reweight(0));
    CountryProfile.Builder high = CountryProfile.builder(Country.of("HHH", "Highland"));
    CountryProfile.Builder low =
        CountryProfile.builder(Country.of("LLL", "Lowland")).asOf(LocalDate.of(2022, 2, 24));
    for (int i = 1; i <= 8; i++) {
      model.indicator(
          Indicator.of("i" + i, Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
      high.reading("i" + i, 10 * i);
      low.reading("i" + i, 5);
    }
    Scorer scorer = Scorer.of(model.build());
    Scorecard lowland = scorer.score(low.build());
    assertFailure(() -> assertThat(lowland).isRiskierThan(scorer.score(high.build())))
        .isEqualTo(
            """

            Expecting:
              Lowland (LLL) as of 2022-02-24: 5.0, range 5.0 to 5.0, coverage 100 %
            to be riskier than:
              Highland (HHH): 45.0, range 45.0 to 45.0, coverage 100 %
            but it is less risky, by 40.0 points.

            Largest contributions  LLL   HHH  Points
            ---------------------  ---  ----  ------
            i8                     5.0  80.0    -9.4
            i7                     5.0  70.0    -8.1
            i6                     5.0  60.0    -6.9
            i5                     5.0  50.0    -5.6
            i4                     5.0  40.0    -4.4
            the 3 others together    -     -    -5.6""");
  }

  @Test
  void a_failure_is_told_even_if_its_contributions_cannot_be() {
    ModelBuilder model = RiskModel.builder("wide").aggregation(Aggregation.geometric(1));
    CountryProfile.Builder high = CountryProfile.builder(Country.of("HHH", "Highland"));
    for (int i = 1; i <= 40; i++) {
      model.indicator(
          Indicator.of("i" + i, Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
      high.reading("i" + i, 50 + i);
    }
    Scorecard highland = Scorer.of(model.build()).score(high.build());
    assertFailure(() -> assertThat(highland).hasScoreBetween(0, 10))
        .contains("to have a score between 0.0 and 10.0\nbut it is ")
        .contains("What contributes to it cannot be told: ");
  }

  @Test
  void cards_of_different_models_fail_with_the_reason_as_the_cause() {
    Scorecard other = Scorer.of(Imagined.MODEL.withWeight("exposure", 1)).score(BLAND.profile());
    Throwable failure = catchThrowable(() -> assertThat(ALAND).isRiskierThan(other));
    assertThat(failure)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """

            Expecting:
              Aland (AAA): 67.0, range 64.0 to 70.0, coverage 100 %%, by model 'imagined' (%s)
            to be riskier than:
              Bland (BBB): 28.6, range 28.6 to 28.6, coverage 100 %%, by model 'imagined' (%s)
            but scores compare only within one model with the same frozen bounds."""
                .formatted(ALAND.fingerprint(), other.fingerprint()))
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertFailure(() -> assertThat(ALAND).isLessRiskyThan(other)).contains("only within one model");
    assertFailure(() -> assertThat(ALAND).comparedWith(other).isDecided())
        .contains("to be compared with:", "only within one model");
  }

  @Test
  void a_score_lies_between_bounds() {
    assertThat(ALAND).hasScoreBetween(67, 67);
    assertFailure(() -> assertThat(ALAND).hasScoreBetween(50, 60))
        .isEqualTo(
            """

            Expecting:
              Aland (AAA): 67.0, range 64.0 to 70.0, coverage 100 %
            to have a score between 50.0 and 60.0
            but it is 7.0 points above.

            Largest contributions    AAA  safest  Points
            ---------------------  -----  ------  ------
            treaty                 100.0     0.0   +40.0
            border_share            70.0     0.0   +21.0
            trade_share             20.0     0.0    +6.0""");
    assertFailure(() -> assertThat(ALAND).hasScoreBetween(67.001, 80))
        .contains("Aland (AAA): 67.000, ", "but it is 0.001 points below.");
  }

  @Test
  void bounds_must_be_on_the_scale_and_in_order() {
    assertRefusal(() -> assertThat(ALAND).hasScoreBetween(60, 50))
        .isEqualTo("Bounds need lower <= upper, but were [60.0, 50.0]");
    assertRefusal(() -> assertThat(ALAND).hasScoreBetween(Double.NaN, 50))
        .isEqualTo("lower bound must be in [0.0, 100.0], but was NaN");
    assertRefusal(() -> assertThat(ALAND).hasScoreBetween(50, Double.NaN))
        .isEqualTo("upper bound must be in [0.0, 100.0], but was NaN");
    assertRefusal(() -> assertThat(ALAND).hasRangeWithin(0, 101))
        .isEqualTo("upper bound must be in [0.0, 100.0], but was 101.0");
    assertRefusal(() -> assertThat(ALAND).hasScoreCloseTo(-1, within(1.0)))
        .isEqualTo("expected value must be in [0.0, 100.0], but was -1.0");
    assertRefusal(() -> assertThat(ALAND).hasCoverageAtLeast(90))
        .isEqualTo("share must be in [0.0, 1.0], but was 90.0");
  }

  @Test
  void a_score_is_close_to_a_number() {
    assertFailure(() -> assertThat(ALAND).hasScoreCloseTo(66.5, within(0.1)))
        .contains("to have a score close to 66.5, within 0.1\nbut the difference is 0.5 points.");
    assertFailure(() -> assertThat(BLAND).hasScoreCloseTo(31, byLessThan(1.0)))
        .contains("to have a score close to 31.0, by less than 1.0");
  }

  @Test
  void a_score_is_in_a_class() {
    RiskClasses classes = RiskClasses.lowest("low").then(25, "medium").then(70, "high");
    Scorecard aland = Scorer.of(Imagined.MODEL.withClasses(classes)).score(ALAND.profile());
    assertThat(aland).isInClass("medium");
    assertFailure(() -> assertThat(aland).isInClass("high"))
        .contains(
            """
            to be in class 'high' of low < 25 < medium < 70 < high
            but it is medium, one step from high: 3.0 points below.""");
    assertFailure(() -> assertThat(ALAND).isInClass("high"))
        .isEqualTo(
            """

            Expecting:
              Aland (AAA): 67.0, range 64.0 to 70.0, coverage 100 %
            to be in class 'high'
            but its model states no classes.""");
    assertRefusal(() -> assertThat(aland).isInClass("hihg"))
        .isEqualTo("There is no class 'hihg'. Known: [low, medium, high]. Maybe you meant 'high'.");
  }

  @Test
  void a_range_lies_within_bounds() {
    assertFailure(() -> assertThat(ALAND).hasRangeWithin(60, 68))
        .isEqualTo(
            """

            Expecting:
              Aland (AAA): 67.0, range 64.0 to 70.0, coverage 100 %
            to have a range within 60.0 and 68.0
            but the bounds of its readings allow scores up to 70.0.
            Uncertain readings: 'trade_share'.""");
    assertFailure(() -> assertThat(ALAND).hasRangeWithin(65, 70)).contains("scores down to 64.0.");
    assertFailure(() -> assertThat(ALAND).hasRangeWithin(65, 66))
        .contains("scores down to 64.0 and up to 70.0.");
    Scorecard bounded =
        Scorer.of(Imagined.MODEL.withMissing(MissingPolicy.bound())).score(DLAND.profile());
    assertFailure(() -> assertThat(bounded).hasRangeWithin(65, 66))
        .endsWith("\nMissing readings: 'treaty'.");
  }

  @Test
  void coverage_and_missing_readings_are_told() {
    assertThat(DLAND).hasCoverageAtLeast(0.6);
    assertFailure(() -> assertThat(DLAND).hasCoverageAtLeast(0.9))
        .isEqualTo(
            """

            Expecting:
              Dland (DDD): 30.0, range 30.0 to 30.0, coverage 60 %
            to have a coverage of at least 0.9
            but it is 0.6.
            Missing readings, with their effective weights:
              treaty 0.400""");
    assertFailure(() -> assertThat(DLAND).hasNoMissingReadings())
        .isEqualTo(
            """

            Expecting:
              Dland (DDD): 30.0, range 30.0 to 30.0, coverage 60 %
            to have no missing readings
            but 1 is missing.
            Missing readings, with their effective weights:
              treaty 0.400""");
  }

  @Test
  void what_weighs_nothing_is_not_missed() {
    Scorer scorer = Scorer.of(Imagined.MODEL.withWeight("protection", 0));
    assertThat(scorer.score(DLAND.profile())).hasNoMissingReadings().hasCoverageAtLeast(1);
  }

  @Test
  void a_score_is_explained_by_its_largest_contributions() {
    assertFailure(() -> assertThat(ALAND).isExplainedBy("border_share"))
        .isEqualTo(
            """

            Expecting:
              Aland (AAA): 67.0, range 64.0 to 70.0, coverage 100 %
            to be explained by [border_share]
            but 'treaty' contributes more than 'border_share': +40.0 against +21.0 points.

            Largest contributions    AAA  safest  Points
            ---------------------  -----  ------  ------
            treaty                 100.0     0.0   +40.0
            border_share            70.0     0.0   +21.0
            trade_share             20.0     0.0    +6.0""");
    assertFailure(() -> assertThat(ALAND).isExplainedBy("trade_share", "treaty"))
        .contains("but 'border_share' contributes more than 'trade_share': +21.0 against +6.0");
  }

  @Test
  void a_score_is_explained_by_factors_at_the_top() {
    assertThat(ALAND).isExplainedBy("protection").isExplainedBy("exposure", "protection");
    assertFailure(() -> assertThat(ALAND).isExplainedBy("exposure"))
        .endsWith(
            """
            but 'protection' contributes more than 'exposure': +40.0 against +27.0 points.

            Largest contributions    AAA  safest  Points
            ---------------------  -----  ------  ------
            protection             100.0     0.0   +40.0
            exposure                45.0     0.0   +27.0""");
  }

  @Test
  void what_contributes_nothing_explains_nothing() {
    Scorecard safe = Imagined.card("SSS", "Safeland", 10, 0, 100);
    assertThat(safe).isExplainedBy("border_share");
    assertFailure(() -> assertThat(safe).isExplainedBy("border_share", "treaty"))
        .contains("but 'treaty' contributes nothing.");
  }

  @Test
  void explanations_take_codes_of_one_level() {
    assertRefusal(() -> assertThat(ALAND).isExplainedBy())
        .isEqualTo("isExplainedBy needs at least one code");
    assertRefusal(() -> assertThat(ALAND).isExplainedBy("treaty", "treaty"))
        .isEqualTo("'treaty' was given twice");
    assertRefusal(() -> assertThat(ALAND).isExplainedBy("treaty", "exposure"))
        .isEqualTo(
            "isExplainedBy takes either indicators, or what is at the top of model 'imagined'"
                + " [exposure, protection], but was given [treaty, exposure]");
    assertRefusal(() -> assertThat(ALAND).isExplainedBy("traety"))
        .endsWith("Maybe you meant 'treaty'.");
  }

  @Test
  void a_contribution_has_a_size() {
    assertFailure(() -> assertThat(ALAND).hasContribution("trade_share", 5, within(0.1)))
        .contains("to have a contribution of 'trade_share' close to 5.0, within 0.1")
        .contains("but it is +6.0 points.");
    assertRefusal(() -> assertThat(ALAND).hasContribution("trade", 5, within(0.1)))
        .endsWith(
            "[imagined, exposure, border_share, trade_share, protection, treaty]. Maybe you meant"
                + " 'trade_share'.");
    assertRefusal(() -> assertThat(ALAND).hasContribution("treaty", Double.NaN, within(0.1)))
        .isEqualTo("expected value must be in [-100.0, 100.0], but was NaN");
  }

  @Test
  void a_comparison_can_follow() {
    assertThat(ALAND).comparedWith(BLAND).isDecided().isExplainedBy("treaty");
    assertFailure(() -> assertThat(ALAND).comparedWith(BLAND).hasRiskierSecond())
        .startsWith("[compared with BBB] \nExpecting:\n  Aland (AAA)");
  }

  @Test
  void descriptions_come_first() {
    assertFailure(() -> assertThat(BLAND).as("after %s", "leaving").isRiskierThan(ALAND))
        .startsWith("[after leaving] \nExpecting:\n  Bland (BBB): 32.0");
    assertFailure(() -> assertThat(BLAND).withFailMessage("mine").isRiskierThan(ALAND))
        .isEqualTo("mine");
  }

  @Test
  void percent_signs_in_names_mean_themselves() {
    Scorecard odd = Imagined.card("PPP", "100%d %n land", 10, 30, 50);
    assertFailure(() -> assertThat(odd).isRiskierThan(ALAND))
        .contains("  100%d %n land (PPP): 32.0, range 32.0 to 32.0, coverage 100 %\n");
  }

  @Test
  void null_is_told_first() {
    Scorecard none = null;
    assertFailure(() -> assertThat(none).isRiskierThan(ALAND)).contains("not to be null");
    assertFailure(() -> assertThat(none).hasScoreBetween(0, 1)).contains("not to be null");
    assertFailure(() -> assertThat(none).hasScoreCloseTo(0, within(1.0)))
        .contains("not to be null");
    assertFailure(() -> assertThat(none).hasRangeWithin(0, 1)).contains("not to be null");
    assertFailure(() -> assertThat(none).hasCoverageAtLeast(1)).contains("not to be null");
    assertFailure(() -> assertThat(none).hasNoMissingReadings()).contains("not to be null");
    assertFailure(() -> assertThat(none).isExplainedBy("x")).contains("not to be null");
    assertFailure(() -> assertThat(none).hasContribution("x", 1, within(1.0)))
        .contains("not to be null");
    assertFailure(() -> assertThat(none).factor("x").isMissing()).contains("not to be null");
    assertFailure(() -> assertThat(none).indicator("x").isMissing()).contains("not to be null");
    assertFailure(() -> assertThat(none).comparedWith(ALAND).isDecided())
        .contains("not to be null");
    assertThat(catchThrowable(() -> assertThat(ALAND).isRiskierThan(null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("other");
  }

  private static Scenario shifted(String code, double value) {
    return Scenario.of(Change.shift(code, Shift.fixed(value)));
  }

  @Test
  void an_order_can_hold_under_scenarios() {
    assertThat(BLAND)
        .staysBelow(ALAND)
        .underScenario(shifted("treaty", 0))
        .staysBelow(ALAND)
        .underScenarios(List.of(shifted("border_share", 100), shifted("trade_share", 100)));
    assertThat(ALAND).staysAbove(BLAND).underScenario(shifted("border_share", 0));
  }

  /**
   * Without border share, Aland has 0.3 * 20 = 6 points, and with a treaty none for want of one.
   */
  @Test
  void an_order_that_a_scenario_turns_round_is_shown() {
    Scenario both =
        Scenario.of(
            "turns safe",
            Change.shift("border_share", Shift.fixed(0)),
            Change.shift("treaty", Shift.fixed(100)));
    assertFailure(() -> assertThat(ALAND).staysAbove(BLAND).underScenario(both))
        .contains(
            "Under the scenario 'turns safe'",
            "Aland (AAA): 6.0",
            "to be riskier than:\n  Bland (BBB): 32.0",
            "but it is less risky, by 26.0 points.");
    assertFailure(() -> assertThat(ALAND).staysBelow(BLAND).underScenario(Scenario.none()))
        .contains("Under the scenario 'stays as it is'", "but it is riskier, by 35.0 points.");
  }

  /** By one rule with claims about what a scenario does: the test asks for what cannot be. */
  @Test
  void a_scenario_that_cannot_be_is_refused() {
    Scenario unknown = shifted("treaty", 50);
    assertRefusal(() -> assertThat(DLAND).staysBelow(ALAND).underScenario(unknown))
        .startsWith("Scenario '" + unknown.name() + "' for Dland (DDD): ")
        .contains("treaty");
    assertRefusal(() -> assertThat(DLAND).underScenario(unknown))
        .startsWith("Scenario '" + unknown.name() + "' for Dland (DDD): ");
    assertRefusal(
            () -> assertThat(ALAND).staysBelow(BLAND).underScenarios(List.of(shifted("x", 50))))
        .contains("Aland (AAA)");
  }

  /** Scores 0.3 * 10 + 0.3 * trade + 0.4 * 50: more than Bland if its trade is above 30. */
  private static Scorecard eland(double least, double most) {
    return Imagined.SCORER.score(
        CountryProfile.builder(Country.of("EEE", "Eland"))
            .reading("border_share", 10)
            .reading("trade_share", Estimate.between(least, most))
            .reading("treaty", 50)
            .build());
  }

  @Test
  void an_order_can_be_claimed_with_a_probability() {
    assertThat(ALAND)
        .isRiskierThan(BLAND)
        .withProbabilityAtLeast(0.95)
        .withProbabilityAtLeast(1)
        .hasScoreBetween(60, 70);
    assertThat(BLAND).isLessRiskyThan(ALAND).withProbabilityAtLeast(1);
    // Above 32 where the reading is above 30, which is in 5 of 6 draws.
    assertThat(eland(80 / 3.0, 140 / 3.0)).isRiskierThan(BLAND).withProbabilityAtLeast(0.8);
    assertThat(BLAND).isLessRiskyThan(eland(80 / 3.0, 140 / 3.0)).withProbabilityAtLeast(0.8);
  }

  @Test
  void an_order_that_is_not_sure_enough_is_shown_with_its_interval() {
    assertFailure(
            () ->
                assertThat(eland(80 / 3.0, 140 / 3.0))
                    .isRiskierThan(BLAND)
                    .withProbabilityAtLeast(0.95))
        .isEqualTo(
            """

            Expecting:
              Eland (EEE): 34.0, range 31.0 to 37.0, coverage 100 %
            to be riskier, with a probability of at least 0.95, than:
              Bland (BBB): 32.0, range 32.0 to 32.0, coverage 100 %
            but the probability is 0.834 (95 % interval 0.831 to 0.836)
            in 100,000 draws from seed 2022; weights held fixed.

            Largest contributions   EEE   BBB  Points
            ---------------------  ----  ----  ------
            trade_share            36.7  30.0    +2.0""");
  }

  /** 60 w1 - 10 w2 + 50 w3 < 0 is a corner with sides 1/7 and 1/6 of the triangle's: 1/42. */
  @Test
  void an_exact_probability_is_held_to_the_claim_as_it_is() {
    Scorecard sure = Imagined.card("AAA", "Aland", 70, 20, 0);
    UncertaintyAnalysis anyWeights =
        UncertaintyAnalysis.of(Imagined.SCORER).withWeights(WeightUncertainty.uniform());
    assertThat(sure).isRiskierThan(BLAND).withProbabilityAtLeast(41 / 42.0, anyWeights);
    assertFailure(
            () -> assertThat(sure).isRiskierThan(BLAND).withProbabilityAtLeast(0.977, anyWeights))
        .contains("but the probability is 0.976 (exact, not from draws); weights uniform().");
    assertFailure(
            () ->
                assertThat(BLAND)
                    .isLessRiskyThan(sure)
                    .withProbabilityAtLeast(
                        0.99,
                        anyWeights.withChoice(
                            MethodChoice.named("method")
                                .or("own", model -> model)
                                .or("equal", Imagined.MODEL.withEqualWeights()))))
        .contains("to be less risky, with a probability of at least 0.99, than:")
        .contains(" draws from seed 2022; weights uniform(); 2 models.");
  }

  @Test
  void a_probability_of_nothing_uncertain_is_refused() {
    Scorecard sure = Imagined.card("AAA", "Aland", 70, 20, 0);
    UncertaintyAnalysis nothing = UncertaintyAnalysis.of(Imagined.SCORER);
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(
            () -> assertThat(sure).isRiskierThan(BLAND).withProbabilityAtLeast(0.95, nothing))
        .withMessage(
            "Nothing is uncertain here: weights are held fixed and no reading is drawn, so there is"
                + " no probability to hold to the claim. Claim the order alone, or use an analysis"
                + " with uncertain weights");
  }

  @Test
  void a_share_of_draws_must_exceed_the_claim_by_its_error() {
    UncertaintyAnalysis few = UncertaintyAnalysis.of(Imagined.SCORER).withSize(100).withSeed(1);
    assertFailure(
            () ->
                assertThat(eland(80 / 3.0, 140 / 3.0))
                    .isRiskierThan(BLAND)
                    .withProbabilityAtLeast(0.75, few))
        .contains(
            " draws from seed 1; weights held fixed.\nThe interval must lie above what is claimed;")
        .contains("more draws would narrow it.");
  }

  @Test
  void a_probability_without_an_order_or_of_another_model_is_refused() {
    assertThat(catchThrowable(() -> assertThat(ALAND).withProbabilityAtLeast(0.9)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "withProbabilityAtLeast follows isRiskierThan(other) or isLessRiskyThan(other), without"
                + " a margin");
    assertThat(
            catchThrowable(
                () ->
                    assertThat(ALAND)
                        .isRiskierThan(BLAND, byAtLeast(10))
                        .withProbabilityAtLeast(0.9)))
        .isInstanceOf(IllegalStateException.class);
    assertRefusal(() -> assertThat(ALAND).isRiskierThan(BLAND).withProbabilityAtLeast(95))
        .isEqualTo("probability must be in [0.0, 1.0], but was 95.0");
    Scorer other = Scorer.of(Imagined.MODEL.withEqualWeights());
    assertRefusal(
            () ->
                assertThat(ALAND)
                    .isRiskierThan(BLAND)
                    .withProbabilityAtLeast(0.9, UncertaintyAnalysis.of(other)))
        .isEqualTo(
            "The analysis is of model "
                + other.fingerprint()
                + ", but the scores are of model 'imagined' ("
                + Imagined.SCORER.fingerprint()
                + ")");
  }

  @Test
  void soft_claims_collect_both_the_order_and_its_probability() {
    SoftAssertions softly = new SoftAssertions();
    ScorecardAssert claims = softly.proxy(ScorecardAssert.class, Scorecard.class, BLAND);
    claims.isRiskierThan(ALAND).withProbabilityAtLeast(0.9).hasScoreBetween(0, 40);
    assertThat(softly.errorsCollected()).hasSize(2);
  }

  @Test
  void sources_can_be_demanded() {
    Scorecard stated =
        SCORER.score(
            CountryProfile.builder(Country.of("AAA", "Aland"))
                .reading("border_share", Reading.of(70).withSource(Source.of("Atlas", "p. 3")))
                .build());
    assertThat(stated).hasStatedSources();
    assertFailure(() -> assertThat(ALAND).hasStatedSources())
        .endsWith(
            "to have a source for every reading\nbut there is none for 'border_share',"
                + " 'trade_share', 'treaty'.");
  }
}
