package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

  @Test
  void what_would_turn_the_text_after_it_is_replaced() {
    assertThat(Markup.escaped("\u202EdnalA <\u2067b\u2069>"))
        .isEqualTo("\uFFFDdnalA &lt;\uFFFDb\uFFFD&gt;");
    assertThat(Markup.shown("\u202EdnalA scores 50"))
        .isEqualTo("\u2068\uFFFD\u2069dnalA scores 50");
  }

  @Test
  void a_run_from_right_to_left_is_isolated_with_the_spaces_and_marks_in_it() {
    assertThat(Markup.shown("\u05D0\u05B7\u05D1 - \u05D2: 52.0 & more"))
        .isEqualTo("\u2068\u05D0\u05B7\u05D1 - \u05D2\u2069: 52.0 &amp; more");
    assertThat(Markup.shown("a \u0627\u0628 b \u062A"))
        .isEqualTo("a \u2068\u0627\u0628\u2069 b \u2068\u062A\u2069");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Aland 52.0", "Ақмола", "\uD83C\uDF0D", "e\u0301"})
  void other_text_stays_as_it_is(String text) {
    assertThat(Markup.shown(text)).isEqualTo(text);
  }

  /**
   * As the algorithm of Unicode lays it out: the figures after the name stand from left to right.
   */
  @Test
  void figures_beside_a_name_are_not_turned() {
    String sentence = "\u05D0\u05D1 52.0 - 54.1 more";
    int figures = sentence.indexOf('5');
    assertThat(level(sentence, figures)).isEqualTo(2);
    String shown = Markup.shown(sentence);
    assertThat(level(shown, shown.indexOf('5'))).isEqualTo(0);
    assertThat(level(Markup.shown("\u202EdnalA 50"), 10)).isEqualTo(0);
  }

  private static int level(String text, int at) {
    return new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT).getLevelAt(at);
  }
}
