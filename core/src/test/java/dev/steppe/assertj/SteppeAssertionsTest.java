package dev.steppe.assertj;

import static dev.steppe.assertj.Failures.assertFailure;
import static dev.steppe.assertj.Imagined.ALAND;
import static dev.steppe.assertj.Imagined.BLAND;
import static dev.steppe.assertj.Imagined.SCORER;
import static dev.steppe.assertj.SteppeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Both {@code assertThat} are imported: that this compiles is part of the test. */
class SteppeAssertionsTest {

  @Test
  void assert_that_goes_with_assertj_s_own() {
    assertThat(ALAND).isRiskierThan(BLAND);
    assertThat(ALAND.compareWith(BLAND)).hasRiskierFirst();
    assertThat(Ranking.of(List.of(ALAND, BLAND))).hasRiskiest("AAA");
    assertThat(ALAND.value()).isPositive();
    assertThat(ALAND.profile().codes()).contains("treaty");
    assertThat(ALAND.fingerprint()).hasSize(32);
    SteppeAssertions.assertThat("one import is enough").isNotBlank();
  }

  @Test
  void failures_can_be_collected() {
    assertFailure(
            () ->
                SoftAssertions.assertSoftly(
                    softly -> {
                      ScorecardAssert claims =
                          softly.proxy(ScorecardAssert.class, Scorecard.class, ALAND);
                      claims.hasScoreBetween(40, 60).isLessRiskyThan(BLAND);
                      claims.hasNoMissingReadings();
                    }))
        .contains("Multiple Failures (2 failures)")
        .contains("to have a score between 40.0 and 60.0\nbut it is 7.0 points above.")
        .contains("to be less risky than:");
  }

  @Test
  void projects_can_add_assertions_of_their_own() {
    class Ours extends SteppeAssertions {}
    Ours.assertThat(new Ours()).isInstanceOf(org.assertj.core.api.Assertions.class);
    Ours.assertThat(ALAND).isRiskierThan(BLAND);
  }

  @Test
  void soft_claims_fail_together() {
    assertFailure(
            () ->
                SteppeSoftAssertions.assertSoftly(
                    softly -> {
                      softly.assertThat(ALAND).hasScoreBetween(0, 10).hasNoMissingReadings();
                      softly.assertThat(ALAND.compareWith(BLAND)).hasRiskierSecond();
                      softly.assertThat(SCORER.rank(ALAND.profile())).hasRank("AAA", 1);
                      softly.assertThat("text").isEqualTo("other");
                    }))
        .contains("Multiple Failures (3 failures)")
        .contains("to have a score between", "but it is riskier, by 35.0 points.", "\"other\"");
    SteppeSoftAssertions.assertSoftly(softly -> softly.assertThat(ALAND).isRiskierThan(BLAND));
  }
}
