package dev.steppe.examples;

import static dev.steppe.assertj.SteppeAssertions.assertThat;
import static dev.steppe.assertj.SteppeAssertions.assertThatThrownBy;
import static dev.steppe.assertj.SteppeAssertions.byAtLeast;
import static dev.steppe.assertj.SteppeAssertions.within;
import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of a model of one's own, on imagined countries. */
class CompareCountriesTest {

  private final RiskModel model =
      RiskModel.builder("my-risk")
          .factor(
              "exposure",
              0.6,
              f ->
                  f.indicator(
                          Indicator.of("border_share", HIGHER_IS_RISKIER),
                          0.5,
                          Normalization.goalposts(0, 60))
                      .indicator(
                          Indicator.of("trade_share", HIGHER_IS_RISKIER),
                          0.5,
                          Normalization.goalposts(0, 50)))
          .factor(
              "protection",
              0.4,
              f ->
                  f.indicator(
                      Indicator.of("treaty", LOWER_IS_RISKIER), 1, Normalization.goalposts(0, 1)))
          .missing(MissingPolicy.reweight(0.6))
          .build();

  private final Scorer scorer = Scorer.of(model);

  /** A long border, much trade that nobody knows exactly, no treaty. */
  private final CountryProfile aland =
      CountryProfile.builder(Country.of("AAA", "Aland"))
          .reading("border_share", 35)
          .reading("trade_share", Estimate.between(18, 24))
          .reading("treaty", 0)
          .build();

  /** A shorter border, and a treaty. */
  private final CountryProfile bland =
      CountryProfile.builder(Country.of("BBB", "Bland"))
          .reading("border_share", 10)
          .reading("trade_share", 30)
          .reading("treaty", 1)
          .build();

  /** Nobody knows how much Cland trades. */
  private final CountryProfile cland =
      CountryProfile.builder(Country.of("CCC", "Cland"))
          .reading("border_share", 30)
          .reading("treaty", 1)
          .build();

  @Test
  void aland_is_riskier_than_bland_for_want_of_a_treaty() {
    assertThat(scorer.score(aland)).isRiskierThan(scorer.score(bland), byAtLeast(20));
    assertThat(scorer.compare(aland, bland)).isDecided().isExplainedBy("treaty", "border_share");
  }

  @Test
  void scores_and_contributions_are_as_they_were() {
    assertThat(scorer.score(aland)).hasScoreCloseTo(70.1, within(1e-9)).hasRangeWithin(68, 72);
    assertThat(scorer.compare(aland, bland)).hasContribution("trade_share", -5.4, within(1e-9));
  }

  @Test
  void what_is_not_known_is_not_hidden() {
    assertThat(scorer.score(cland)).hasCoverageAtLeast(0.7).indicator("trade_share").isMissing();
  }

  @Test
  void the_order_is_as_it_should_be() {
    assertThat(scorer.rank(List.of(aland, bland, cland)))
        .ranksExactly("AAA", "CCC", "BBB")
        .hasRank("BBB", 3)
        .country("AAA")
        .factor("protection")
        .hasValueCloseTo(100, within(1e-9));
  }

  @Test
  void a_failure_says_what_accounts_for_it() {
    Scorecard safer = scorer.score(bland);
    assertThatThrownBy(() -> assertThat(safer).isRiskierThan(scorer.score(aland)))
        .hasMessage(
            """

            Expecting:
              Bland (BBB): 23.0, range 23.0 to 23.0, coverage 100 %
            to be riskier than:
              Aland (AAA): 70.1, range 68.3 to 71.9, coverage 100 %
            but it is less risky, by 47.1 points.

            Largest contributions   BBB    AAA  Points
            ---------------------  ----  -----  ------
            treaty                  0.0  100.0   -40.0
            border_share           16.7   58.3   -12.5
            trade_share            60.0   42.0    +5.4""");
  }

  @Test
  void kazakhstan_stays_below_ukraine_outside_the_csto() {
    assertThat(NextUkraine.compare().first())
        .staysBelow(NextUkraine.compare().second())
        .underScenario(Scenario.of(Change.leave("CSTO")));
    assertThat(NextUkraine.compare()).isRobustToWeightChangesUpTo(0.01, "next-ukraine");
  }
}
