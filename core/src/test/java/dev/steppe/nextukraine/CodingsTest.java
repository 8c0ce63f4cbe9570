package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodingsTest {

  private static final Codings CODINGS = Codings.read("codings.csv");
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

  /** Agreement of the two codings of a kind, and Cohen's kappa with linear weights (1968). */
  private static double[] agreement(Codings codings, String code) {
    List<double[]> pairs = new ArrayList<>();
    for (CountryProfile profile : PostSovietStates.structuralWithDisputes().profiles()) {
      List<Reading> both = codings.coded(profile.country(), profile.countryAtDate().date(), code);
      pairs.add(new double[] {central(both, 0), central(both, 1)});
    }
    double same = 0;
    double apart = 0;
    double apartByChance = 0;
    for (double[] pair : pairs) {
      same += pair[0] == pair[1] ? 1.0 / pairs.size() : 0;
      apart += Math.abs(pair[0] - pair[1]) / pairs.size();
      for (double[] other : pairs) {
        apartByChance += Math.abs(pair[0] - other[1]) / pairs.size() / pairs.size();
      }
    }
    return new double[] {same, 1 - apart / apartByChance};
  }

  private static double central(List<Reading> both, int coder) {
    return both.get(coder).estimate().central();
  }

  /** The figures that the method page and the notice state; kappas by numpy. */
  @Test
  void two_coders_of_disputes_agree_as_far_as_is_stated() {
    Codings disputes = Codings.read("disputes.csv");
    assertThat(agreement(disputes, "dispute_intensity_10y"))
        .containsExactly(new double[] {48 / 56.0, 0.834319526627219}, within(1e-12));
    assertThat(agreement(disputes, "dispute_count_10y"))
        .containsExactly(new double[] {41 / 56.0, 0.7487179487179412}, within(1e-12));
  }

  @Test
  void a_dispute_has_its_basis_and_both_codings() {
    CountryProfile azerbaijan =
        PostSovietStates.structuralWithDisputes().profiles(LocalDate.of(2007, 12, 31)).get(1);
    assertThat(azerbaijan.readings("dispute_intensity_10y"))
        .extracting(reading -> reading.estimate().central())
        .containsExactly(2.0, 3.0);
    // Both are unsure: half a level to either side.
    assertThat(azerbaijan.estimate("dispute_intensity_10y")).hasValue(Estimate.between(1.5, 3.5));
    assertThat(azerbaijan.readings("dispute_intensity_10y"))
        .allSatisfy(
            reading -> {
              assertThat(reading.source().document()).startsWith("public record, ");
              assertThat(reading.source().place()).isNotBlank();
              assertThat(reading.source().quality()).isEqualTo(Quality.JUDGEMENT);
            });
    assertThat(azerbaijan.estimate("dispute_count_10y")).hasValue(Estimate.between(0.5, 2.5));
  }

  /** A level of ten years ago is half as high, one of this year as it was. */
  @Test
  void acts_fade_by_the_year_of_the_latest() {
    Codings disputes = Codings.read("disputes.csv");
    for (CountryProfile profile : PostSovietStates.structuralWithDisputes().profiles()) {
      LocalDate date = profile.asOf().orElseThrow();
      List<Reading> full = disputes.readings(profile.country(), date, "dispute_intensity_10y");
      List<Reading> last = disputes.coded(profile.country(), date, "dispute_last_year");
      List<Reading> faded = disputes.fadingDisputes(profile.country(), date, 0.5);
      assertThat(disputes.fadingDisputes(profile.country(), date, 1)).isEqualTo(full);
      for (int coder = 0; coder < 2; coder++) {
        double level = central(full, coder);
        String document = full.get(coder).source().document();
        double years =
            last.stream()
                .filter(reading -> reading.source().document().equals(document))
                .mapToDouble(reading -> date.getYear() - reading.estimate().central())
                .findFirst()
                .orElse(0);
        assertThat(years).isBetween(0.0, 10.0);
        assertThat(
                level == 0 || last.stream().anyMatch(r -> r.source().document().equals(document)))
            .isTrue();
        assertThat(central(faded, coder)).isCloseTo(level * (1 - years / 20), within(1e-12));
      }
    }
  }
}
