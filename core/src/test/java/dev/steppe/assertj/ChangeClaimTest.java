package dev.steppe.assertj;

import static dev.steppe.assertj.Failures.assertFailure;
import static dev.steppe.assertj.Failures.assertRefusal;
import static dev.steppe.assertj.Imagined.ALAND;
import static dev.steppe.assertj.SteppeAssertions.assertThat;
import static dev.steppe.assertj.SteppeAssertions.byAtLeast;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import org.junit.jupiter.api.Test;

class ChangeClaimTest {

  private static final Scenario TREATY =
      Scenario.of("gets a treaty", Change.shift("treaty", Shift.fixed(100)));

  @Test
  void a_scenario_raises_lowers_or_leaves_a_score() {
    assertThat(ALAND).underScenario(TREATY).falls().isEqualTo(ALAND);
    assertThat(ALAND).underScenario(TREATY).falls(byAtLeast(40));
    assertThat(ALAND)
        .underScenario(Scenario.of(Change.shift("border_share", Shift.fixed(90))))
        .rises(byAtLeast(6))
        .underScenario(Scenario.none())
        .stays();
  }

  @Test
  void a_failure_names_both_scores_and_where_they_are_from() {
    assertFailure(() -> assertThat(ALAND).underScenario(TREATY).rises())
        .isEqualTo(
            """

            Expecting the score of Aland (AAA) to rise, but it falls:
              as it is: 67.0
              under 'gets a treaty': 27.0""");
    assertFailure(() -> assertThat(ALAND).underScenario(TREATY).falls(byAtLeast(41)))
        .startsWith("\nExpecting the score of Aland (AAA) to fall by at least 41.0 points, but it");
    assertFailure(() -> assertThat(ALAND).underScenario(TREATY).stays())
        .startsWith("\nExpecting the score of Aland (AAA) to keep its score, but it does not:");
    assertFailure(() -> assertThat(ALAND).underScenario(Scenario.none()).falls())
        .startsWith("\nExpecting the score of Aland (AAA) to fall, but it stays the same:");
    assertRefusal(() -> assertThat(ALAND).underScenario(Scenario.of(Change.leave("CSTO"))))
        .contains("CSTO");
  }

  @Test
  void a_score_is_monotone_in_its_indicators() {
    assertThat(ALAND).withReadingFrom("trade_share", 0, 100).rises(byAtLeast(30));
    assertThat(ALAND).withReadingFrom("treaty", 0, 100).falls(byAtLeast(40));
    assertThat(ALAND).withReadingFrom("trade_share", 120, 150).stays();
  }

  @Test
  void a_turn_within_the_way_is_found() {
    Scorecard card =
        Scorer.of(
                RiskModel.builder("hump")
                    .indicator(
                        Indicator.of("x", Direction.HIGHER_IS_RISKIER),
                        1,
                        Normalization.piecewiseLinear(
                            ImmutableMap.of(0.0, 0.0, 1.0, 80.0, 1.5, 79.9, 3.0, 100.0)))
                    .build())
            .score(CountryProfile.builder(Country.of("AAA", "Aland")).reading("x", 2).build());
    assertThat(card).withReadingFrom("x", 0, 1).rises();
    assertFailure(() -> assertThat(card).withReadingFrom("x", 0, 3).rises())
        .isEqualTo(
            """

            Expecting the score of Aland (AAA) to rise, but it falls:
              with 'x' at 1.02: 80.00
              with 'x' at 1.05: 79.99""");
    assertRefusal(() -> assertThat(card).withReadingFrom("x", 0, Double.NaN))
        .isEqualTo("last reading must be finite, but was NaN");
    assertRefusal(() -> assertThat(card).withReadingFrom("y", 0, 1)).contains("has no 'y'");
  }

  @Test
  void readings_that_come_in_steps_go_in_them() {
    Scorecard card =
        Scorer.of(
                RiskModel.builder("steps")
                    .indicator(
                        Indicator.of("unrest", Direction.HIGHER_IS_RISKIER).withLevels(0, 1, 3),
                        1,
                        Normalization.goalposts(0, 3))
                    .indicator(
                        Indicator.of("regime", Direction.HIGHER_IS_RISKIER),
                        1,
                        Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 100.0, 2.0, 50.0)))
                    .build())
            .score(
                CountryProfile.builder(Country.of("AAA", "Aland"))
                    .reading("unrest", 1)
                    .reading("regime", 2)
                    .build());
    assertThat(card).withReadingFrom("unrest", 0, 3).rises(byAtLeast(50));
    assertThat(card).withReadingFrom("unrest", 3, 1).falls(byAtLeast(33));
    assertFailure(() -> assertThat(card).withReadingFrom("regime", 0, 2).rises())
        .contains("with 'regime' at 1: 66.7", "with 'regime' at 2: 41.7");
    assertRefusal(() -> assertThat(card).withReadingFrom("unrest", 0, 2))
        .contains("must be one of [0.0, 1.0, 3.0], but was 2.0");
  }

  /** Readings that follow from evidence change as well, each by itself. */
  @Test
  void readings_that_follow_from_evidence_can_change_alone() {
    Scorecard card = NextUkraine.scorer().score(NextUkraine.kazakhstan());
    assertThat(card).withReadingFrom("kin_share", 0, 0.3).rises();
    assertThat(card).withReadingFrom("export_dependence", 0, 0.3).rises();
  }
}
