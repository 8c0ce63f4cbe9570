package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  private static final Outcomes<String> STATED =
      Outcomes.of(ImmutableMap.of("AAA", true, "BBB", false));

  @Test
  void events_alone_say_that_all_others_had_none() {
    Outcomes<String> outcomes = Outcomes.of("AAA", "CCC");
    assertThat(outcomes.events()).containsExactly("AAA", "CCC");
    assertThat(outcomes.happened("AAA")).isTrue();
    assertThat(outcomes.happened("ZZZ")).isFalse();
    assertThat(outcomes.isKnown("ZZZ")).isTrue();
    assertThat(outcomes).hasToString("event in [AAA, CCC] and in no other case");
    assertThat(outcomes).isEqualTo(Outcomes.of(List.of("AAA", "CCC")));
  }

  @Test
  void stated_outcomes_know_only_what_is_stated() {
    assertThat(STATED.events()).containsExactly("AAA");
    assertThat(STATED.named()).containsExactly("AAA", "BBB");
    assertThat(STATED.happened("BBB")).isFalse();
    assertThat(STATED.isKnown("ZZZ")).isFalse();
    assertThat(STATED).hasToString("event in [AAA], none in [BBB]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STATED.happened("ZZZ"))
        .withMessage("No outcome is given for 'ZZZ'");
  }

  @Test
  void a_case_is_named_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outcomes.of("AAA", "BBB", "AAA"))
        .withMessage(
            "Outcomes name each case once, but of 3 only 2 are different: [AAA, BBB, AAA]");
  }

  @Test
  void equal_outcomes_are_equal() {
    assertThat(STATED).isEqualTo(Outcomes.of(ImmutableMap.of("AAA", true, "BBB", false)));
    assertThat(STATED).hasSameHashCodeAs(Outcomes.of(ImmutableMap.of("AAA", true, "BBB", false)));
    assertThat(STATED).isNotEqualTo(Outcomes.of("AAA")).isNotEqualTo("outcomes");
    assertThat(Outcomes.of(ImmutableMap.of("AAA", true))).isNotEqualTo(Outcomes.of("AAA"));
  }

  /** The example in the description of the method. */
  @Test
  void an_indicator_of_profiles_says_what_happened() {
    List<CountryProfile> happened =
        CsvFormat.standard()
            .withWord("yes", 1)
            .withWord("no", 0)
            .readLongByDate(
                "country,as_of,indicator,value\n"
                    + "AAA,2014-01-01,force,yes\nBBB,2014-01-01,force,no\n");
    assertThat(Outcomes.of(happened, "force"))
        .hasToString("event in [AAA 2014-01-01], none in [BBB 2014-01-01]");
  }

  @Test
  void a_reading_that_says_neither_is_a_fault() {
    List<CountryProfile> profiles =
        List.of(
            CountryProfile.builder(Country.of("AAA", "A")).reading("force", 2).build(),
            CountryProfile.builder(Country.of("BBB", "B"))
                .reading("force", Estimate.between(0, 1))
                .build(),
            CountryProfile.builder(Country.of("CCC", "C")).reading("force", 1).build(),
            CountryProfile.builder(Country.of("CCC", "C")).reading("force", 1).build(),
            CountryProfile.builder(Country.of("DDD", "D")).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outcomes.of(profiles, "force"))
        .withMessage(
            "Outcomes has 3 faults:\n"
                + "  - 'force' of AAA must be 0 or 1, but was 2.0\n"
                + "  - 'force' of BBB must be 0 or 1, but was 0.0..1.0\n"
                + "  - 'CCC' comes twice");
    assertThat(Outcomes.of(profiles.subList(2, 3), "force").isKnown("DDD")).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outcomes.of(profiles, "forse"))
        .withMessage("Outcomes: no profile has a reading of 'forse'");
  }
}
