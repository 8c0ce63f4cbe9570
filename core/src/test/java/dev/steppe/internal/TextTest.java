package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

  @Test
  void a_pattern_takes_its_parts_as_they_are_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Text.of("%s is %s of %s.", "100 %s", 7, 1234.5))
          .isEqualTo("100 %s is 7 of 1234.5.");
      assertThat(Text.count(12_345, "draw", "draws")).isEqualTo("12,345 draws");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7, 999, 1000, 12_345, 123_456, 1_234_567, -1, -999, -1000, -123_456})
  void patterns_read_as_those_of_a_formatter(long number) {
    assertThat(Text.of("%s", number)).isEqualTo("" + number);
    assertThat(Text.of("a %,d%% of %s", number, "b"))
        .isEqualTo(String.format(Locale.ROOT, "a %,d%% of %s", number, "b"));
    assertThat(Text.of("%%%s%s%%", "a", number)).isEqualTo("%a" + number + "%");
    assertThat(Text.of("%.1f of %s", 0.25 * number, null))
        .isEqualTo(String.format(Locale.ROOT, "%.1f of %s", 0.25 * number, null));
    assertThat(Text.of("plain")).isEqualTo("plain");
  }

  @Test
  void one_is_told_from_many() {
    assertThat(Text.count(1, "country", "countries")).isEqualTo("1 country");
    assertThat(Text.count(0, "country", "countries")).isEqualTo("0 countries");
  }

  @Test
  void the_last_of_a_list_follows_an_and() {
    assertThat(Text.list(List.of())).isEmpty();
    assertThat(Text.list(List.of("a"))).isEqualTo("a");
    assertThat(Text.list(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(Text.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }

  @Test
  void a_message_does_not_repeat_megabytes() {
    assertThat(Text.brief("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(Text.brief("x".repeat(5_000_000))).isEqualTo("x".repeat(200) + " ...");
    assertThatThrownBy(() -> Checks.code("!".repeat(5_000_000), "code"))
        .message()
        .hasSizeLessThan(400);
  }

  @Test
  void names_are_quoted_one_by_one() {
    assertThat(Text.quoted(List.of("a", "b"))).isEqualTo("'a', 'b'");
  }

  @Test
  void a_day_is_told_in_english() {
    assertThat(Text.day(LocalDate.of(2022, 2, 23))).isEqualTo("23 February 2022");
    assertThat(Text.day(LocalDate.of(2010, 12, 1))).isEqualTo("1 December 2010");
  }
}
