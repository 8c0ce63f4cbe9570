package dev.steppe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Names, numbers and scales of charts. */
class WritersTest {

  @Test
  void long_names_are_broken_between_words_and_then_shortened() {
    double room = Svg.width("x") * 10;
    assertThat(Labels.lines("Balance of ties", room, 2)).containsExactly("Balance of", "ties");
    assertThat(Labels.lines("Balance of ties over five poles", room, 2))
        .containsExactly("Balance of", "ties over…");
    assertThat(Labels.line("Turkmenistan", room)).isEqualTo("Turkmenis…");
    assertThat(Labels.line("Turkmenistan", Svg.width("Turkmenistan"))).isEqualTo("Turkmenistan");
    assertThat(Labels.line("ab", 0)).isEqualTo("ab");
  }

  @Test
  void east_asian_names_are_twice_as_wide() {
    assertThat(Svg.width("哈萨克斯坦")).isEqualTo(Svg.width("0123456789"));
    assertThat(Labels.line("哈萨克斯坦", Svg.width("x") * 7)).isEqualTo("哈萨克…");
  }

  @Test
  void places_have_two_decimals_at_most_and_no_zeros_at_their_end() {
    assertThat(Svg.number(12)).isEqualTo("12");
    assertThat(Svg.number(12.5)).isEqualTo("12.5");
    assertThat(Svg.number(100)).isEqualTo("100");
    assertThat(Svg.number(-0.001)).isEqualTo("0");
    assertThat(Svg.number(1 / 3.0)).isEqualTo("0.33");
  }

  @Test
  void a_scale_around_values_has_round_ends_and_room() {
    Scale scale = Scale.around(44.9, 58.5, 0, 100);
    assertThat(scale.from()).isEqualTo(40);
    assertThat(scale.to()).isEqualTo(60);
    assertThat(scale.at(50)).isCloseTo(50, within(1e-12));
    assertThat(scale.ticks(5)).containsExactly(40.0, 45.0, 50.0, 55.0, 60.0);
    assertThat(scale.label(45, 5)).isEqualTo("45");
    Scale point = Scale.around(50, 50, 0, 100);
    assertThat(point.from()).isLessThan(50);
    assertThat(point.to()).isGreaterThan(50);
    assertThat(point.label(50, 5)).isEqualTo("50.00");
  }

  @Test
  void addresses_end_before_the_full_stop_of_the_sentence() {
    assertThat(new HtmlWriter().linked("See https://a.b/c?d=e&f (or http://x.y).").toString())
        .isEqualTo(
            "See <a href=\"https://a.b/c?d=e&amp;f\" rel=\"noreferrer\">https://a.b/c?d=e&amp;f</a>"
                + " (or <a href=\"http://x.y\" rel=\"noreferrer\">http://x.y</a>).");
    for (String harmless :
        new String[] {"javascript:https://a", "data:text/html,x", "ftp://a.b", "xhttps://a.b"}) {
      String html = new HtmlWriter().linked(harmless).toString();
      assertThat(html).doesNotContain("href=\"javascript").doesNotContain("href=\"data");
    }
    assertThat(new HtmlWriter().linked("https://a.b/\"onclick=\"x").toString())
        .startsWith("<a href=\"https://a.b/\" rel=\"noreferrer\">")
        .endsWith("&quot;onclick=&quot;x");
  }
}
