package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodingsTest {

  private static final Codings CODINGS = Codings.read();
  private static final LocalDate EVE = LocalDate.of(2022, 2, 23);

  private static List<Estimate> estimates(String country, LocalDate date, String code) {
    return CODINGS.readings(Country.of(country, country), date, code).stream()
        .map(Reading::estimate)
        .toList();
  }

  @Test
  void certain_codings_are_exact() {
    assertThat(estimates("GEO", EVE, "contested_territory"))
        .containsExactly(Estimate.exact(1), Estimate.exact(1));
  }

  /** One coder is certain, the other thinks it likely: a quarter of a step, within the ladder. */
  @Test
  void a_likely_coding_may_be_off_by_a_quarter_of_a_step() {
    assertThat(estimates("KAZ", EVE, "contested_territory"))
        .containsOnly(Estimate.triangular(0, 0, 0.125));
  }

  @Test
  void an_unsure_coding_may_be_off_by_half_a_step() {
    assertThat(estimates("BLR", EVE, "contested_territory"))
        .containsOnly(Estimate.triangular(0.25, 0.5, 0.75));
  }

  @Test
  void where_coders_differ_both_readings_stay() {
    List<Reading> readings =
        CODINGS.readings(Country.of("AZE", "Azerbaijan"), EVE, "contested_territory");
    assertThat(readings)
        .extracting(reading -> reading.estimate().central())
        .containsExactly(0.5, 1.0);
    assertThat(readings.get(0).source().place()).contains("Russian peacekeepers");
    assertThat(PostSovietStates.structural().profiles(EVE).get(1).estimate("contested_territory"))
        .hasValue(Estimate.between(0.25, 1));
  }

  @Test
  void every_state_has_the_evidence_that_the_models_need() {
    assertThat(PostSovietStates.structural().profiles()).hasSize(56);
    assertThat(PostSovietStates.levers().profiles()).hasSize(56);
  }
}
