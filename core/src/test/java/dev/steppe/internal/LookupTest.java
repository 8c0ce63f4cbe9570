package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookupTest {

  private static final List<String> CODES = List.of("AAA", "BBB", "AAA");

  @Test
  void the_only_one_of_a_name_is_found() {
    assertThat(Lookup.only("Country", "BBB", CODES, "is not here", "is here twice")).isEqualTo(1);
    assertThat(Lookup.place("Country", "AAA", CODES, "is not here")).isZero();
  }

  @Test
  void what_is_not_there_is_told_with_each_known_name_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lookup.only("Country", "BBA", CODES, "is not here", "is here twice"))
        .withMessage("Country 'BBA' is not here. Known: [AAA, BBB]. Maybe you meant 'BBB'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lookup.place("Scenario", "war", List.of(), "is not in the table"))
        .withMessage("Scenario 'war' is not in the table. Known: [].");
  }

  @Test
  void what_comes_twice_is_told() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lookup.only("Country", "AAA", CODES, "is not here", "is here twice"))
        .withMessage("Country 'AAA' is here twice");
  }
}
