package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  @Test
  void a_label_in_place_of_a_name_gets_the_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Lookup.place(
                    "Country",
                    "bland",
                    List.of("AAA", "BBB"),
                    List.of("Aland", "Bland"),
                    "is not here"))
        .withMessage(
            "Country 'bland' is not here. Known: [AAA, BBB]. Maybe you meant 'BBB' (Bland).");
  }

  @Test
  void of_many_the_closest_are_listed() {
    List<String> many = IntStream.range(0, 50).mapToObj(i -> "indicator_" + i).toList();
    List<String> all = new ArrayList<>(many);
    all.add("share_of_the_trade");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lookup.place("Indicator", "trade", all, "is not here"))
        .withMessageMatching(
            "Indicator 'trade' is not here\\. Known: \\[(\\w+, ){11}share_of_the_trade, \\.\\.\\. \\(51 in"
                + " all\\)\\]\\. Maybe you meant 'share_of_the_trade'\\.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lookup.place("Indicator", "x".repeat(1_000_000), all, "is not here"))
        .withMessageEndingWith("(51 in all)].");
  }
}
