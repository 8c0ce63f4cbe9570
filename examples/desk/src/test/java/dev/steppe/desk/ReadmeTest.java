package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the README says of calls and limits is so. */
class ReadmeTest {

  private static String page() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void the_question_that_is_shown_is_answered() throws Exception {
    Matcher shown = Pattern.compile("8080(/api/\\S+) .* -d '(.*)'").matcher(page());
    assertThat(shown.find()).isTrue();
    try (Desk desk = new Desk(0, new Cases(List.of()))) {
      assertThat(Asking.isDescribed("Question", shown.group(2))).isTrue();
      assertThat(new Asking(desk).post(shown.group(1), shown.group(2)).status()).isEqualTo(200);
    }
  }

  @Test
  void every_call_is_listed() throws IOException {
    String page = page();
    try (Desk desk = new Desk(0, new Cases(List.of()))) {
      for (Desk.Route route : desk.routes()) {
        if (route.path().startsWith("/api/")) {
          assertThat(page)
              .containsPattern("`" + route.method() + "[^|]*" + Pattern.quote(route.path()));
        }
      }
    }
  }

  @Test
  void limits_are_the_desk_s() throws IOException {
    String page = page();
    String limits = page.substring(page.indexOf("| limit |"), page.indexOf("## How long"));
    LongStream.of(
            Limits.REQUEST,
            Limits.FILES,
            Limits.COUNTRIES,
            Limits.INDICATORS,
            Limits.DATA_FILES,
            Limits.CASES,
            Limits.DRAWS,
            Limits.SCENARIOS,
            Limits.AT_ONCE,
            Limits.LONG_AT_ONCE,
            Limits.LONG_WAITING)
        .forEach(
            limit ->
                assertThat(limits)
                    .containsPattern("\\b" + String.format(Locale.ROOT, "%,d", limit) + "\\b"));
    assertThat(page)
        .contains("with 2,000 draws\nof weights, or 500 if readings are drawn too")
        .contains("| 400 countries, 200 indicators, 20 data files |");
  }
}
