package dev.steppe.assertj;

import static dev.steppe.assertj.Failures.assertFailure;
import static dev.steppe.assertj.Failures.assertRefusal;
import static dev.steppe.assertj.Imagined.ALAND;
import static dev.steppe.assertj.Imagined.DLAND;
import static dev.steppe.assertj.SteppeAssertions.assertThat;
import static dev.steppe.assertj.SteppeAssertions.within;

import org.junit.jupiter.api.Test;

class NodeScoreAssertTest {

  @Test
  void claims_chain_and_lead_back() {
    assertThat(ALAND)
        .factor("exposure")
        .hasValueBetween(40, 50)
        .hasValueCloseTo(45, within(1e-9))
        .hasWeightCloseTo(0.6, within(1e-9))
        .hasEffectiveWeightCloseTo(0.6, within(1e-9))
        .hasCoverageAtLeast(1)
        .returnToScorecard()
        .indicator("border_share")
        .hasReadingCloseTo(70, within(1e-9))
        .hasWeightCloseTo(0.5, within(1e-9))
        .hasEffectiveWeightCloseTo(0.3, within(1e-9));
    assertThat(DLAND).indicator("treaty").isMissing();
    assertThat(DLAND).factor("imagined").hasValueCloseTo(30, within(1e-9));
  }

  @Test
  void failures_show_the_node_and_how_it_was_reached() {
    assertFailure(() -> assertThat(ALAND).factor("exposure").hasValueBetween(50, 60))
        .isEqualTo(
            """
            [factor 'exposure']\s
            Expecting:
              exposure: 45.0, weight 0.600, effective weight 0.600
            to have a value between 50.0 and 60.0
            but it is 5.0 points below.""");
    assertFailure(() -> assertThat(ALAND).as("old").factor("exposure").hasValueBetween(0, 44.99))
        .startsWith("[old factor 'exposure'] \n")
        .contains("but it is 0.01 points above.");
    assertFailure(() -> assertThat(ALAND).indicator("treaty").hasReadingCloseTo(9, within(0.1)))
        .isEqualTo(
            """
            [indicator 'treaty']\s
            Expecting:
              treaty: 100.0, reading 0.0, weight 1.000, effective weight 0.400
            to have a reading close to 9.0, within 0.1
            but it is 0.0.""");
  }

  @Test
  void every_claim_can_fail() {
    NodeScoreAssert exposure = assertThat(ALAND).factor("exposure");
    assertFailure(() -> exposure.hasValueCloseTo(46, within(0.5)))
        .endsWith("to have a value close to 46.0, within 0.5\nbut it is 45.0.");
    assertFailure(() -> exposure.hasWeightCloseTo(0.5, within(1e-9)))
        .endsWith("to have a weight close to 0.5, within 1.0E-9\nbut it is 0.6.");
    assertFailure(() -> exposure.hasEffectiveWeightCloseTo(0.5, within(1e-9)))
        .endsWith("to have an effective weight close to 0.5, within 1.0E-9\nbut it is 0.6.");
    assertFailure(exposure::isMissing).endsWith("to be missing\nbut it has a value.");
    assertFailure(() -> assertThat(DLAND).factor("imagined").hasCoverageAtLeast(0.61))
        .endsWith("to have a coverage of at least 0.61\nbut it is 0.60.");
  }

  @Test
  void what_is_missing_has_no_value() {
    NodeScoreAssert treaty = assertThat(DLAND).indicator("treaty");
    assertFailure(() -> treaty.hasValueBetween(0, 100))
        .contains("  treaty: missing, weight ")
        .endsWith("to have a value between 0.0 and 100.0\nbut it is missing.");
    assertFailure(() -> treaty.hasReadingCloseTo(0, within(1.0))).endsWith("but it is missing.");
  }

  @Test
  void arguments_are_checked() {
    assertRefusal(() -> assertThat(ALAND).factor("exposre").isMissing())
        .contains("has no 'exposre'", "Maybe you meant 'exposure'.");
    assertRefusal(() -> assertThat(ALAND).factor("treaty").isMissing())
        .isEqualTo("'treaty' is an indicator of model 'imagined', not a factor");
    assertRefusal(() -> assertThat(ALAND).indicator("exposure").isMissing())
        .isEqualTo("'exposure' is a factor of model 'imagined', not an indicator");
    NodeScoreAssert exposure = assertThat(ALAND).factor("exposure");
    assertRefusal(() -> exposure.hasReadingCloseTo(1, within(1.0)))
        .isEqualTo("'exposure' is a factor, which has no reading of its own");
    assertRefusal(() -> exposure.hasValueBetween(2, 1)).startsWith("Bounds need lower <= upper");
    assertRefusal(() -> exposure.hasWeightCloseTo(60, within(1.0)))
        .isEqualTo("expected value must be in [0.0, 1.0], but was 60.0");
    assertRefusal(() -> exposure.hasCoverageAtLeast(Double.NaN))
        .isEqualTo("share must be in [0.0, 1.0], but was NaN");
  }

  @Test
  void a_message_of_the_test_goes_along() {
    assertFailure(() -> assertThat(ALAND).withFailMessage("mine").factor("exposure").isMissing())
        .isEqualTo("[factor 'exposure'] mine");
  }
}
