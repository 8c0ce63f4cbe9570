package dev.steppe.nextukraine;

import static dev.steppe.assertj.SteppeAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaperScenariosTest {

  static List<PaperScenario> scenarios() {
    return NextUkraine.scenarios();
  }

  private static CountryProfile applied(String name) {
    for (Scenario scenario : NextUkraine.whatIfs()) {
      if (scenario.name().equals(name)) {
        return scenario.applyTo(NextUkraine.kazakhstan());
      }
    }
    throw new AssertionError(name);
  }

  private static double central(CountryProfile profile, String code) {
    return profile.estimate(code).orElseThrow().central();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void every_scenario_applies_to_kazakhstan_and_rests_on_facts(PaperScenario suggested) {
    CountryProfile changed = suggested.scenario().applyTo(NextUkraine.kazakhstan());
    assertThat(changed).isNotEqualTo(NextUkraine.kazakhstan());
    assertThat(suggested.facts()).isNotEmpty();
    for (String fact : suggested.facts()) {
      assertThat(NextUkraine.facts().fact(fact).id()).isEqualTo(fact);
    }
  }

  @Test
  void scenarios_have_different_names() {
    assertThat(NextUkraine.whatIfs())
        .extracting(Scenario::name)
        .hasSize(16)
        .doesNotHaveDuplicates();
  }

  @Test
  void readings_follow_the_changes() {
    assertThat(central(applied("builds the Caspian corridor"), "transit_dependence"))
        .isCloseTo((0.48 + 0.57) / 4, within(1e-12));
    assertThat(central(applied("is under secondary sanctions"), "export_dependence"))
        .isCloseTo(0.1 + 0.336 / 4, within(1e-12));
    assertThat(central(applied("stays calm for two years"), "domestic_unrest")).isZero();
    assertThat(central(applied("mediates"), "open_opposition")).isEqualTo(0.5);
    // CIS 0.4, SCO 0.4, EAEU 0.5 and a partnership of 0.25 remain.
    assertThat(central(applied("leaves the CSTO"), "tie_to_rival"))
        .isCloseTo(1 - 0.6 * 0.6 * 0.5 * 0.75, within(1e-12));
    assertThat(central(applied("leaves the EAEU"), "tie_to_rival"))
        .isCloseTo(1 - 0.6 * 0.6 * 0.25 * 0.75, within(1e-12));
    // A partnership of 0.25 and an aspiration of 0.1.
    assertThat(central(applied("declares that it aims at NATO"), "tie_to_rivals_of_rival"))
        .isCloseTo(1 - 0.75 * 0.9, within(1e-12));
    assertThat(central(applied("sells more coal and oil to the EU"), "export_dependence"))
        .isCloseTo(0.05, within(1e-12));
    // Turkey 0.55 and China 0.6625 each get a quarter of what they lack, over four poles.
    assertThat(
            central(applied("deepens its ties with Turkey and China"), "ties_beside_strongest")
                - central(NextUkraine.kazakhstan(), "ties_beside_strongest"))
        .isCloseTo((0.45 + 0.3375) / 4 / 4, within(1e-12));
    assertThat(central(applied("has Ukraine's alliances"), "tie_to_rival"))
        .isEqualTo(central(NextUkraine.ukraine(), "tie_to_rival"));
  }

  /**
   * A year without the pipeline takes 52.5 % of exports, which are 35.4 % of the economy, and what
   * is left of them is 10 % of all for Russia.
   */
  @Test
  void a_pipeline_that_is_shut_is_a_lever_and_no_relief() {
    CountryProfile shut = applied("has its Caspian pipeline shut for a year");
    assertThat(central(shut, "transit_dependence")).isCloseTo(0.525, within(1e-12));
    assertThat(central(shut, "export_dependence")).isCloseTo(0.1 / 0.475, within(1e-12));
    assertThat(central(shut, "power_ratio"))
        .isCloseTo(12.2605 * (1 - 0.525 * 0.354), within(1e-12));
    assertThat(NextUkraine.score(shut).value())
        .isGreaterThan(NextUkraine.score(NextUkraine.kazakhstan()).value());
  }

  /** From 28 % to 17.94 % in twelve years is 17.94 * 0.7432 = 13.333 % after eight more. */
  @Test
  void the_russian_share_goes_on_falling() {
    CountryProfile later = applied("has its Russian share of 2030");
    assertThat(later.estimate("kin_share").orElseThrow().lower())
        .isCloseTo(0.1554 - 0.1794 * (1 - Math.pow(17.94 / 28, 2 / 3.0)), within(1e-9));
    assertThat(central(later, "kin_share_since_1989"))
        .isLessThan(central(NextUkraine.kazakhstan(), "kin_share_since_1989"));
    assertThat(central(later, "max_regional_kin_share"))
        .isEqualTo(central(NextUkraine.kazakhstan(), "max_regional_kin_share"));
  }

  @Test
  void the_table_has_what_the_scorer_says() {
    ScenarioTable table =
        ScenarioTable.of(
            NextUkraine.scorer(), List.of(NextUkraine.kazakhstan()), NextUkraine.whatIfs());
    for (Scenario scenario : NextUkraine.whatIfs()) {
      assertThat(table.cell("KAZ", scenario.name()).difference().orElseThrow())
          .isCloseTo(
              NextUkraine.score(scenario.applyTo(NextUkraine.kazakhstan())).value()
                  - NextUkraine.score(NextUkraine.kazakhstan()).value(),
              within(1e-12));
    }
  }
}
