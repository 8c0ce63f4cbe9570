package dev.steppe.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWrapTest {

  private static final String CLAIM =
      "Many Russians and russophone Ukrainians backed independence but not a move out of Russia's"
          + " sphere toward the West";

  @Test
  void long_texts_wrap_between_words() {
    Table table =
        Table.builder()
            .text("Id")
            .text("Claim")
            .number("Share", 1)
            .row("P054", CLAIM, 17)
            .row("P058", "Short", 17.94)
            .note("A note is wrapped to the same width as the table it stands under.")
            .build();
    assertThat(table.toText(50))
        .isEqualTo(
            """
            Id    Claim                                  Share
            ----  -------------------------------------  -----
            P054  Many Russians and russophone            17.0
                  Ukrainians backed independence but
                  not a move out of Russia's sphere
                  toward the West
            P058  Short                                   17.9

            A note is wrapped to the same width as the table
            it stands under.""");
  }

  @Test
  void wrapped_lines_keep_the_indentation_of_the_first() {
    assertThat(Table.builder().text("Factor").row("  ethnic distribution").build().toText(14))
        .isEqualTo(
            """
            Factor
            --------------
              ethnic
              distribution""");
  }

  @Test
  void words_that_are_too_long_are_cut() {
    assertThat(Table.builder().text("x").row("a abcdefghij b").build().toText(4))
        .isEqualTo(
            """
            x
            ----
            a
            abcd
            efgh
            ij b""");
  }

  @Test
  void the_widest_column_gives_way_first() {
    Table table = Table.builder().text("a").text("b").row("one two", "one two three four").build();
    assertThat(table.toText(18))
        .isEqualTo(
            """
            a        b
            -------  ---------
            one two  one two
                     three
                     four""");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144})
  void no_text_is_lost_at_any_width(int width) {
    String text = "  " + CLAIM + " Ақмола \uD83C\uDF0D\uD83C\uDF0D\uD83C\uDF0D " + CLAIM;
    String shown = Table.builder().text("").row(text).build().toText(width);
    assertThat(shown.replaceAll("[\\s-]", "")).isEqualTo(text.replaceAll("[\\s-]", ""));
    assertThat(shown).doesNotContain("\uFFFD");
  }

  @Test
  void no_line_is_wider_than_the_target_if_words_allow() {
    Table table =
        Table.builder().text("a").text("b").text("c").row(CLAIM, CLAIM, CLAIM + CLAIM).build();
    assertThat(table.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(table.toText(60).lines()).allMatch(line -> line.length() <= 60);
  }

  @Test
  void texts_outside_ascii_take_one_place_a_code_point() {
    assertThat(
            Table.builder().text("Область").number("n", 0).row("Ақмола", 1).row("\uD83C\uDF0D", 2))
        .extracting(Table.Builder::build)
        .hasToString(
            """
            Область  n
            -------  -
            Ақмола   1
            \uD83C\uDF0D        2""");
  }

  @Test
  void control_characters_cannot_break_the_layout() {
    Table table =
        Table.builder()
            .text("x")
            .text("y")
            .row("a\tb\r\nc\rd", "\u001B[31mr\u202Eed\u2067")
            .note("one\ntwo")
            .build();
    assertThat(table)
        .hasToString(
            """
            x    y
            ---  ----------
            a b  ?[31mr?ed?
            c
            d

            one
            two""");
  }
}
