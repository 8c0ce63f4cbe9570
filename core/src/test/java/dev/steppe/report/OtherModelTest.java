package dev.steppe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Two models that ask different questions of the same countries, side by side. */
class OtherModelTest {

  /** Protection alone: Aland, half of whose treaty holds, is the safer one. */
  private static final RiskModel PROTECTION = Pages.model().withWeight("exposure", 0);

  /** Exposure alone: Aland, with the longer border, is the riskier one. */
  private static final RiskModel EXPOSURE = Pages.model().withWeight("protection", 0);

  private static Report page(String title, RiskModel model) {
    return Report.titled(title)
        .comparison(Scorer.of(model).compare(Pages.aland(), Pages.bland()))
        .build();
  }

  private static final Report ONE = page("Is it protected?", PROTECTION);
  private static final Report TWO = page("Is it exposed?", EXPOSURE);

  private static List<String> cells(Document page) {
    Element section =
        Pages.elements(page, "section").stream()
            .filter(one -> one.getAttribute("id").equals("other-model"))
            .findFirst()
            .orElseThrow();
    Element table = (Element) section.getElementsByTagName("table").item(0);
    return Stream.of("th", "td").flatMap(tag -> Pages.texts(table, tag).stream()).toList();
  }

  /** Protection: 50 and 75. Exposure: (50 + 50) / 2 and (33.3 + 60) / 2. */
  @Test
  void each_page_says_what_the_other_has_of_the_same_countries() {
    Document page = Pages.parsed(ONE.withOther(TWO).html());
    assertThat(cells(page))
        .containsExactly(
            "What",
            "This page: Is it protected?",
            "Is it exposed?",
            "Made of",
            "As of",
            "Aland",
            "Bland",
            "Order",
            "Decided",
            "Greatest part",
            "Exposure, Protection",
            "Exposure, Protection",
            "23 February 2022",
            "23 February 2022",
            "50.0",
            "50.0 (35.0 to 65.0)",
            "75.0",
            "46.7",
            "Aland is 25.0 points below Bland",
            "Aland is 3.3 points above Bland",
            "Yes: no uncertain reading turns it round",
            "No: uncertain readings could turn it round",
            "Protection, -25.0 points",
            "Exposure, +3.3 points");
    assertThat(page.getDocumentElement().getTextContent())
        .contains(
            "The two models disagree on the order. Uncertain readings could turn it round there,")
        .contains("Why they may differ: they ask two questions of two sets of facts.")
        .contains(
            "Of 3 indicators here and 3 there, in both are: \"Shared border\", \"Trade\" and \"Treaty\".");
    // At the top too.
    assertThat(Pages.elements(page, "dl").get(0).getTextContent())
        .contains(
            "What another model says", "\"Is it exposed?\": Aland scores 50.0 and Bland 46.7");
    assertThat(ONE.html()).doesNotContain("another model");
  }

  @Test
  void pages_side_by_side_are_written_together_and_lead_to_one_another(@TempDir Path folder)
      throws IOException {
    Report three = page("Is it both?", Pages.model());
    ONE.withOther(TWO).withOther(three).writeTo(folder.resolve("new/pages.html"));
    String first = Files.readString(folder.resolve("new/pages.html"));
    String second = Files.readString(folder.resolve("new/pages-is-it-exposed.html"));
    assertThat(first)
        .contains("<a href=\"./pages-is-it-exposed.html\">Is it exposed?</a>")
        .contains("<a href=\"./pages-is-it-both.html\">Is it both?</a>");
    assertThat(second)
        .contains("<h1>Is it exposed?</h1>")
        .contains("<a href=\"./pages.html\">Is it protected?</a>")
        .contains("<a href=\"./pages-is-it-both.html\">Is it both?</a>");
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      assertThat(files).hasSize(3);
    }
    // Where there are no files there are no links.
    assertThat(ONE.withOther(TWO).html()).doesNotContain("href=\"./").contains("Is it exposed?");
  }

  @Test
  void names_of_files_are_safe_whatever_titles_are(@TempDir Path folder) throws IOException {
    Report hostile = page("../../etc/passwd?\"<x>&", EXPOSURE);
    Report other = page("哈萨克斯坦", Pages.model());
    ONE.withOther(hostile).withOther(other).writeTo(folder.resolve("a page.html"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("a page.html", "a page-etc-passwd-x.html", "a page-page.html");
    }
    assertThat(Files.readString(folder.resolve("a page-page.html")))
        .contains("href=\"./a%20page.html\"");
    Pages.parsed(Files.readString(folder.resolve("a page.html")));
  }

  @Test
  void of_many_countries_the_pairs_that_are_the_other_way_round_are_counted() {
    Report ranking =
        Report.titled("Ranked?")
            .ranking(Scorer.of(PROTECTION).rank(Pages.many(12, Pages.DATE)))
            .build();
    Report other =
        Report.titled("Otherwise?")
            .ranking(Scorer.of(Pages.model()).rank(Pages.many(12, Pages.DATE)))
            .build();
    String text =
        Pages.parsed(ranking.withOther(other).html()).getDocumentElement().getTextContent();
    assertThat(text)
        .containsPattern("has \\d+ of 66 pairs of these countries the other way round")
        .contains("The first 10 of 12 countries.", "Riskiest first: ");
  }

  @Test
  void pages_that_have_nothing_in_common_are_refused() {
    Report elsewhere =
        Report.titled("Elsewhere?")
            .ranking(Pages.scorer().rank(Pages.many(3, Pages.DATE).subList(1, 3)))
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ONE.withOther(elsewhere))
        .withMessage(
            "'Elsewhere?' has none of the countries of 'Is it protected?', which are Aland and"
                + " Bland");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ONE.withOther(TWO).withOther(TWO))
        .withMessage("Pages side by side need different titles, but two are 'Is it exposed?'");
    assertThatIllegalArgumentException().isThrownBy(() -> ONE.withOther(ONE));
  }
}
