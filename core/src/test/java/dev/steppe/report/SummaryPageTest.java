package dev.steppe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.model.Aggregation;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One page of A4; that it fits one is seen in a browser. */
class SummaryPageTest {

  private static String text(Report report) {
    return Pages.parsed(report.html()).getElementsByTagName("body").item(0).getTextContent();
  }

  @Test
  void it_has_the_answer_the_picture_the_reasons_the_doubt_and_the_sources() {
    Report summary = Pages.everything().build().summary();
    Document page = Pages.parsed(summary.html());
    assertThat(Pages.texts(page.getDocumentElement(), "h2"))
        .containsExactly(
            "Less risk for Aland than for Bland",
            "More risk for Aland than for Bland",
            "How sure",
            "Sources");
    // 0.4 * (50 - 75); 0.3 * (50 - 33.3); 0.3 * (50 - 60).
    assertThat(Pages.texts(page.getDocumentElement(), "li").subList(0, 3))
        .containsExactly(
            "Treaty: 0.5 against 0.25, -10.0 points",
            "Trade: 10.0 % to 40.0 % against 30.0 %, -3.0 points",
            "Shared border: 30.0 % against 20.0 %, +5.0 points");
    assertThat(text(summary))
        .contains("Could Aland be the next Bland?", "As of 23 February 2022.", "In our own words.")
        .contains("Atlas; Trade office; Public record. Readings of 2020. As of")
        .contains(Scorecard.NOT_A_PROBABILITY)
        .containsSubsequence("weights held fixed", "what the sources leave open", "Any weights: ");
    assertThat(Pages.elements(page, "figure")).hasSize(1);
    assertThat(Pages.elements(page, "details")).isEmpty();
    assertThat(summary).hasToString("Report 'Could Aland be the next Bland?' on one page");
  }

  @Test
  void where_the_model_is_weak_is_on_the_page_and_on_the_summary() {
    Report report =
        Report.titled("Who?")
            .ranking(Pages.scorer().rank(Pages.aland(), Pages.bland()))
            .weakness("It has no rivers.")
            .weakness("Its scales are old.")
            .build();
    Element weak =
        Pages.elements(Pages.parsed(report.html()), "ul").stream()
            .filter(list -> list.getTextContent().contains("rivers"))
            .findFirst()
            .orElseThrow();
    assertThat(Pages.texts(weak, "li")).containsExactly("It has no rivers.", "Its scales are old.");
    assertThat(((Element) weak.getParentNode()).getTagName()).isEqualTo("section");
    assertThat(Pages.parsed(report.html()).getDocumentElement().getTextContent())
        .contains("The model is known to be weak in 2 points.");
    assertThat(text(report.summary()))
        .contains("Where this model is weak", "It has no rivers. Its scales are old.");
  }

  @Test
  void a_ranking_is_explained_by_its_first_two_and_a_score_by_its_parts() {
    Scorer scorer = Pages.scorer();
    assertThat(
            text(
                Report.titled("Who?")
                    .ranking(scorer.rank(Pages.aland(), Pages.bland()))
                    .build()
                    .summary()))
        .contains("Less risk for Bland than for Aland", "Treaty: 0.25 against 0.5, +10.0 points");
    assertThat(text(Report.titled("One?").ranking(scorer.rank(Pages.aland())).build().summary()))
        .contains("What most of it is made of", "Treaty: 0.5, +20.0 points");
    Scorer same = Scorer.of(Pages.model().withWeight("exposure", 0));
    assertThat(
            text(
                Report.titled("Same?")
                    .comparison(same.compare(Pages.aland(), Pages.aland()))
                    .build()
                    .summary()))
        .contains("Nothing.");
  }

  @Test
  void a_model_without_exact_contributions_is_told_of() {
    Scorer scorer = Scorer.of(ChartsTest.wide(21).withAggregation(Aggregation.geometric(1)));
    assertThat(
            text(
                Report.titled("Wide")
                    .comparison(
                        scorer.compare(
                            ChartsTest.wideProfile("AAA", 21, 1),
                            ChartsTest.wideProfile("BBB", 21, 2)))
                    .build()
                    .summary()))
        .contains("No contributions: ");
  }

  @Test
  void a_summary_tells_of_another_model_and_is_written_alone(@TempDir Path folder)
      throws IOException {
    Report other =
        Report.titled("Otherwise?")
            .comparison(
                Scorer.of(Pages.model().withWeight("exposure", 3))
                    .compare(Pages.aland(), Pages.bland()))
            .build();
    Report summary = Pages.everything().build().withOther(other).summary();
    assertThat(text(summary)).contains("What another model says", "\"Otherwise?\": Aland scores ");
    summary.writeTo(folder.resolve("one.html"));
    assertThat(folder).isDirectoryContaining("glob:**one.html");
    assertThat(Files.readString(folder.resolve("one.html"))).isEqualTo(summary.html());
  }
}
