package dev.steppe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TableTest {

  private static Table.Builder scores() {
    return Table.titled("Risk scores")
        .text("Country")
        .number("Score", 1)
        .signed("Difference", 1)
        .bar("", 0, 100, 20)
        .row("Kazakhstan", 41.234, -3.0, 41.234)
        .row("Ukraine", 44.234, OptionalDouble.empty(), 44.234)
        .note("An index from 0 to 100, not a probability.");
  }

  @Test
  void text_is_aligned_and_ends_without_a_line_break() {
    assertThat(scores().build())
        .hasToString(
            """
            Risk scores

            Country     Score  Difference
            ----------  -----  ----------  ---------
            Kazakhstan   41.2        -3.0  ########
            Ukraine      44.2           -  #########

            An index from 0 to 100, not a probability.\
            """);
  }

  @Test
  void a_table_without_title_and_notes_starts_with_its_headers() {
    assertThat(Table.builder().text("Group").number("Share", 2).row("Russians", 17.94).build())
        .hasToString(
            """
            Group     Share
            --------  -----
            Russians  17.94\
            """);
  }

  @Test
  void a_table_without_rows_says_so() {
    assertThat(Table.builder().text("Group").build()).hasToString("Group\n-----\n(no rows)");
  }

  @Test
  void rules_separate_rows_but_not_the_first_or_the_last() {
    Table table =
        Table.builder()
            .text("Group")
            .rule()
            .row("a")
            .rule()
            .rule()
            .row("b")
            .row("  c")
            .rule()
            .build();
    assertThat(table)
        .hasToString(
            """
            Group
            -----
            a
            -----
            b
              c\
            """);
    assertThat(table.rowCount()).isEqualTo(3);
  }

  @Test
  void a_builder_can_go_on_after_a_table_was_built() {
    Table.Builder builder = Table.builder().text("Group").row("a").rule();
    Table first = builder.build();
    assertThat(builder.row("b").build()).hasToString("Group\n-----\na\n-----\nb");
    assertThat(first).hasToString("Group\n-----\na");
  }

  @Test
  void markdown_aligns_numbers_right() {
    assertThat(scores().build().toMarkdown())
        .isEqualTo(
            """
            **Risk scores**

            | Country | Score | Difference | |
            | --- | --: | --: | --- |
            | Kazakhstan | 41.2 | -3.0 | ######## |
            | Ukraine | 44.2 | - | ######### |

            An index from 0 to 100, not a probability.\
            """);
  }

  @Test
  void markdown_escapes_what_would_be_markup() {
    Table table =
        Table.builder()
            .text("a|b")
            .row("x | y\nz")
            .row("<b>5 * 4</b> \\|")
            .note("# not a heading")
            .build();
    assertThat(table.toMarkdown())
        .isEqualTo(
            """
            | a\\|b |
            | --- |
            | x \\| y<br>z |
            | \\<b>5 \\* 4\\</b> \\\\\\| |

            \\# not a heading\
            """);
  }

  @Test
  void markdown_escapes_only_where_a_character_means_something() {
    Table table =
        Table.titled(" Is a_b_c *new*? ")
            .text("border_share")
            .row("_x_ and ~~y~~")
            .row("`code` & R&D")
            .row("AT&amp;T, &#124; R&D")
            .row("[link](x) ![y](z) [estimate]")
            .row("\\| and \\")
            .row("a\r\nb\tc\0")
            .row("")
            .note("[1]: https://example.org/")
            .note("1. a list")
            .note("12) too")
            .note("2022 was a year.")
            .note("    code")
            .note("- item")
            .note("")
            .build();
    assertThat(table.toMarkdown())
        .isEqualTo(
            """
            **Is a_b_c \\*new\\*?**

            | border_share |
            | --- |
            | \\_x\\_ and \\~\\~y\\~\\~ |
            | \\`code\\` & R&D |
            | AT\\&amp;T, \\&#124; R&D |
            | \\[link](x) !\\[y](z) [estimate] |
            | \\\\\\| and \\\\ |
            | a<br>b c? |
            | |

            \\[1]: https://example.org/

            1\\. a list

            12\\) too

            2022 was a year.

            code

            \\- item

            """);
  }

  @Test
  void leading_spaces_are_indentation_in_text_and_dashes_in_markdown() {
    Table table = Table.builder().text("Factor").row("risk").row("  ethnic").row("    kin").build();
    assertThat(table).hasToString("Factor\n--------\nrisk\n  ethnic\n    kin");
    assertThat(table.toMarkdown())
        .isEqualTo("| Factor |\n| --- |\n| risk |\n| - ethnic |\n| - - kin |");
  }

  @Test
  void numbers_are_rounded_half_up_as_they_are_written() {
    Table table =
        Table.builder()
            .number("x", 1)
            .signed("d", 1)
            .row(0.05, 0.05)
            .row(-0.05, -0.05)
            .row(-0.04, -0.04)
            .row(0.04, 0.04)
            .row(-0.0, -0.0)
            .row(1e9, 1e9)
            .row(3, 3)
            .build();
    assertThat(table)
        .hasToString(
            """
                       x              d
            ------------  -------------
                     0.1           +0.1
                    -0.1           -0.1
                     0.0            0.0
                     0.0            0.0
                     0.0            0.0
            1000000000.0  +1000000000.0
                     3.0           +3.0\
            """);
  }

  @Test
  void numbers_have_a_point_in_every_locale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      assertThat(scores().build().cell(0, 1)).isEqualTo("41.2");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void bars_grow_with_the_number_and_mark_what_lies_outside() {
    Table table =
        Table.builder()
            .bar("", 0, 100, 20)
            .row(0)
            .row(2.4)
            .row(2.5)
            .row(100)
            .row(100.1)
            .row(-0.1)
            .row(OptionalDouble.empty())
            .build();
    assertThat(column(table, 0))
        .containsExactly("", "", "#", "####################", "###################>", "<", "-");
    assertThat(column(Table.builder().bar("", -1, 1, 4).row(0).row(0.5).build(), 0))
        .containsExactly("##", "###");
  }

  @Test
  void accessors_give_the_parts() {
    Table table = scores().build();
    assertThat(table.title()).isEqualTo("Risk scores");
    assertThat(table.headers()).containsExactly("Country", "Score", "Difference", "");
    assertThat(table.notes()).containsExactly("An index from 0 to 100, not a probability.");
    assertThat(table.rowCount()).isEqualTo(2);
    assertThat(table.columnCount()).isEqualTo(4);
    assertThat(table.isNumeric(0)).isFalse();
    assertThat(table.isNumeric(3)).isTrue();
    assertThat(table.cell(0, 0)).isEqualTo("Kazakhstan");
    assertThat(table.cell(0, 1)).isEqualTo("41.2");
    assertThat(table.cell(1, 2)).isEqualTo("-");
    assertThat(table.number(0, 1)).hasValue(41.234);
    assertThat(table.number(0, 3)).hasValue(41.234);
    assertThat(table.number(1, 2)).isEmpty();
    assertThat(table.number(0, 0)).isEmpty();
  }

  @Test
  void tables_are_equal_by_content() {
    assertThat(scores().build()).isEqualTo(scores().build()).hasSameHashCodeAs(scores().build());
    assertThat(scores().build()).isNotEqualTo(scores().note("more").build());
    assertThat(scores().build()).isNotEqualTo(scores().row("Moldova", 1, 2, 3).build());
    assertThat(scores().rule().row("Moldova", 1, 2, 3).build())
        .isNotEqualTo(scores().row("Moldova", 1, 2, 3).build());
    assertThat(Table.builder().number("x", 1).row(1).build())
        .isEqualTo(Table.builder().number("x", 1).row(OptionalDouble.of(1)).build())
        .isNotEqualTo(Table.builder().number("x", 2).row(1).build())
        .isNotEqualTo(Table.builder().signed("x", 1).row(1).build())
        .isNotEqualTo(Table.builder().bar("x", 0, 1, 1).row(1).build())
        .isNotEqualTo("x");
  }

  @Test
  void a_single_fault_is_one_sentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.builder().build())
        .withMessage("Table: it needs at least one column");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.titled(" "))
        .withMessage("title of a table must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scores().build().toText(0))
        .withMessage("Width of a table must be at least 1, but was 0");
  }

  @Test
  void all_faults_are_reported_at_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Table.titled("Scores")
                    .text("Country")
                    .number("Country", 16)
                    .bar("", 1, 1, 0)
                    .row("Kazakhstan", 1)
                    .row(4.0, "high", OptionalDouble.of(Double.NaN))
                    .row("Ukraine", Double.POSITIVE_INFINITY, 1)
                    .build())
        .withMessage(
            """
            Table 'Scores' has 9 faults:
              - header 'Country' is used twice
              - column 'Country' needs 0 to 15 decimals, but was given 16
              - column 2 needs finite lower < upper, but was given [1.0, 1.0]
              - column 2 needs 1 to 100 cells, but was given 0
              - row 0 must have 3 cells, but has 2
              - row 1, column 'Country' must be text, but was Double '4.0'
              - row 1, column 'Country' must be a number or an OptionalDouble, but was String 'high'
              - row 1, column 2 must be finite, but was OptionalDouble 'OptionalDouble[NaN]'. \
            OptionalDouble.empty() is a missing number.
              - row 2, column 'Country' must be finite, but was Double 'Infinity'. \
            OptionalDouble.empty() is a missing number.\
            """);
  }

  @Test
  void nulls_are_refused_where_they_come_in() {
    assertThatNullPointerException()
        .isThrownBy(() -> Table.builder().text("x").row((Object) null))
        .withMessage("cell");
    assertThatNullPointerException()
        .isThrownBy(() -> Table.builder().text(null))
        .withMessage("header");
    assertThatNullPointerException()
        .isThrownBy(() -> Table.builder().note(null))
        .withMessage("note");
  }

  @Test
  void other_words_stand_in_the_same_places() {
    Table table =
        Table.titled("AAA")
            .text("AAA")
            .number("Score", 1)
            .row("AAA", 1.25)
            .rule()
            .row("  AAA", OptionalDouble.empty())
            .note("AAA")
            .build();
    assertThat(table.withWords(text -> text.replace("AAA", "Aland")))
        .isEqualTo(
            Table.titled("Aland")
                .text("AAA")
                .number("Score", 1)
                .row("Aland", 1.25)
                .rule()
                .row("  Aland", OptionalDouble.empty())
                .note("Aland")
                .build());
    assertThat(table.withWords(text -> text)).isEqualTo(table);
  }

  private static String[] column(Table table, int column) {
    String[] cells = new String[table.rowCount()];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = table.cell(row, column);
    }
    return cells;
  }
}
