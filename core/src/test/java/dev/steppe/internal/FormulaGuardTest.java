package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-2",
        "@SUM(A1)",
        "\tx",
        "\r",
        "\n1",
        "\uFEFF=x",
        " \uFEFF =x",
        "\0=x",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "  =x",
        " -2",
        "'=x",
        "''=x",
        "' =x"
      })
  void a_formula_gets_one_apostrophe_which_is_taken_off_again(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
    assertThat(FormulaGuard.unguarded("'" + text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "'", "''", "'x'", "1=1", "a-b", " '=x", "\u00e9", "12.5", "(=1)"})
  void other_texts_stay_as_they_are(String text) {
    assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
    assertThat(FormulaGuard.unguarded(text)).isEqualTo(text);
  }

  /** A spreadsheet of many countries splits at semicolons, wherever quotes are. */
  @ParameterizedTest
  @CsvSource({
    "x;=HYPERLINK(1), x;'=HYPERLINK(1)",
    "x; @y;-1;2, x;' @y;'-1;2",
    "x;'=y, x;''=y",
    "a;b;'c, a;b;'c",
    "a=b;c-d, a=b;c-d",
    "=1;=2, '=1;'=2",
    "x;＠y, x;'＠y"
  })
  void a_formula_behind_a_split_is_guarded_too(String text, String written) {
    for (String split : List.of(";", "|", "\t", "\n", "\r\n")) {
      assertThat(FormulaGuard.guarded(text.replace(";", split)))
          .isEqualTo(written.replace(";", split));
      assertThat(FormulaGuard.unguarded(written.replace(";", split)))
          .isEqualTo(text.replace(";", split));
    }
  }

  /** Such a quote is written twice: an empty quotation, if a cell starts with it. */
  @Test
  void a_formula_behind_a_split_and_a_quote_is_guarded_too() {
    assertThat(FormulaGuard.guarded("x;\"=1;y")).isEqualTo("x;'\"=1;y");
    assertThat(FormulaGuard.unguarded("x;'\"=1;y")).isEqualTo("x;\"=1;y");
  }

  @Test
  void a_formula_behind_a_split_at_the_start_is_guarded_twice() {
    assertThat(FormulaGuard.guarded("\t=x")).isEqualTo("'\t'=x");
    assertThat(FormulaGuard.unguarded("'\t'=x")).isEqualTo("\t=x");
  }

  /** Over 20,000 texts of characters that mean something, most of them different. */
  @Test
  void reading_gives_what_was_written_and_nothing_written_is_a_formula() {
    Random random = new Random(1);
    String alphabet = "'' =+-@\t\r\n\0＝a\";;|\uFEFF";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(7); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String written = FormulaGuard.guarded(text.toString());
      assertThat(FormulaGuard.unguarded(written)).isEqualTo(text.toString());
      assertThat(written).doesNotMatch("(?s)[ \uFEFF]*[=+\\-@\t\r\n\0＝].*");
      for (String part : written.split("[;|\t\r\n]")) {
        assertThat(part).doesNotMatch("(?s)[ \uFEFF]*[=+\\-@＝].*");
      }
    }
  }
}
