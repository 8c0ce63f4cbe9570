package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
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
}
