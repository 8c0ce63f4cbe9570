package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.report.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page that people pass on has code on it: codes, calls of methods, fingerprints. */
class PlainPagesTest {

  private static final LocalDate EVE = LocalDate.of(2022, 2, 23);

  /** What is not read: styles, and what is in tags, such as the data to save. */
  private static final Pattern UNREAD = Pattern.compile("(?s)<head>.*?</head>|<[^>]*>");

  /** Such as {@code uniform()}, {@code Map.of(} and a fingerprint or the number of a commit. */
  private static final List<Pattern> CODE =
      List.of(
          Pattern.compile("\\b[a-z][A-Za-z]+\\([^)]*\\)"),
          Pattern.compile("\\b(?=[0-9a-f]*[a-f])[0-9a-f]{7,}\\b"),
          Pattern.compile("\\b[A-Z][a-z]+\\.[a-z]+\\("));

  /** All pages, each with the model behind it. */
  private static final Map<Report, RiskModel> PAGES =
      Map.of(
          NextUkraine.report(),
          NextUkraine.model(),
          NextUkraine.report().summary(),
          NextUkraine.model(),
          PostSovietStates.report(),
          PostSovietStates.model(),
          PostSovietStates.report().summary(),
          PostSovietStates.model(),
          PostSovietStates.structural().report("KAZ", "UKR", EVE),
          PostSovietStates.structural().model(),
          PostSovietStates.levers().report("KAZ", "UKR", EVE),
          PostSovietStates.levers().model());

  static Stream<Map.Entry<Report, RiskModel>> entries() {
    return PAGES.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void no_code_is_on_the_page(Map.Entry<Report, RiskModel> page) {
    String text = UNREAD.matcher(page.getKey().html()).replaceAll(" | ");
    for (Pattern code : CODE) {
      assertThat(code.matcher(text).results().map(found -> found.group()).distinct().toList())
          .as("%s on the page %s", code, page.getKey())
          .isEmpty();
    }
    for (RiskModel known : PAGES.values()) {
      known.nodes().keySet().stream()
          .filter(code -> code.indexOf('_') > 0)
          .forEach(code -> assertThat(text).doesNotContainPattern("\\b" + code + "\\b"));
    }
    RiskModel model = page.getValue();
    assertThat(text).doesNotContain(model.fingerprint());
    model
        .nodes()
        .keySet()
        .forEach(code -> assertThat(text).doesNotContain("&#39;" + code + "&#39;"));
  }
}
