package dev.steppe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskClasses;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class ReportTest {

  private static final String HOSTILE = "<script>alert(1)</script>\"onload='x' &amp; ]]>\u0001";

  private static final String HTML = Pages.everything().build().html();

  private static List<Element> all(Document page) {
    return Pages.elements(page, "*");
  }

  @Test
  void the_page_is_html_and_well_formed_xml() {
    assertThat(HTML).startsWith("<!DOCTYPE html>\n<html lang=\"en\"");
    Document page = Pages.parsed(HTML);
    assertThat(page.getDocumentElement().getTagName()).isEqualTo("html");
    assertThat(Pages.elements(page, "title").get(0).getTextContent())
        .isEqualTo("Could Aland be the next Bland?");
    // An empty element of HTML must not be written as <p/>, which HTML takes for an open one.
    assertThat(HTML).doesNotContainPattern("<(p|td|th|div|section|a|li|script)( [^>]*)?/>");
  }

  @Test
  void it_loads_nothing_and_runs_nothing() {
    assertThat(HTML).contains("content=\"default-src 'none'; style-src 'unsafe-inline'");
    Document page = Pages.parsed(HTML);
    for (String tag : List.of("script", "img", "link", "iframe", "object", "form", "base")) {
      assertThat(Pages.elements(page, tag)).as(tag).isEmpty();
    }
    assertThat(Style.sheet()).doesNotContain("url(").doesNotContain("@import");
    for (Element element : all(page)) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String name = ((Attr) element.getAttributes().item(i)).getName();
        assertThat(name).isNotEqualTo("src").doesNotStartWith("on").isNotEqualTo("style");
      }
    }
  }

  @Test
  void headings_go_down_one_level_at_a_time() {
    List<Integer> levels = new ArrayList<>();
    for (Element element : all(Pages.parsed(HTML))) {
      if (element.getTagName().matches("h[1-6]")) {
        levels.add(element.getTagName().charAt(1) - '0');
      }
    }
    assertThat(levels.get(0)).isEqualTo(1);
    assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
    }
  }

  @Test
  void sections_come_in_their_order() {
    List<String> headings =
        Pages.elements(Pages.parsed(HTML), "h2").stream().map(Element::getTextContent).toList();
    assertThat(headings)
        .containsExactly(
            "The answer", "Why", "How sure", "What would change it", "What it rests on");
  }

  @Test
  void sections_without_anything_to_say_are_left_out() {
    String page =
        Report.titled("Scores").ranking(Pages.scorer().rank(Pages.aland())).build().html();
    assertThat(Pages.elements(Pages.parsed(page), "h2").stream().map(Element::getTextContent))
        .containsExactly("The answer", "Why", "What it rests on");
  }

  @Test
  void ids_are_unique_and_every_link_on_the_page_leads_somewhere() {
    Document page = Pages.parsed(HTML);
    Set<String> ids = new HashSet<>();
    for (Element element : all(page)) {
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
    }
    int links = 0;
    for (Element link : Pages.elements(page, "a")) {
      if (link.getAttribute("href").startsWith("#")) {
        assertThat(ids).contains(link.getAttribute("href").substring(1));
        links++;
      }
    }
    assertThat(links).isGreaterThan(20);
    for (Element element : all(page)) {
      for (String id : element.getAttribute("aria-labelledby").split(" ")) {
        assertThat(id.isEmpty() || ids.contains(id)).as(id).isTrue();
      }
    }
  }

  @Test
  void only_web_addresses_of_sources_are_links_away() {
    Document page = Pages.parsed(HTML);
    Set<String> away = new HashSet<>();
    for (Element link : Pages.elements(page, "a")) {
      String to = link.getAttribute("href");
      if (!to.startsWith("#") && !link.hasAttribute("download")) {
        away.add(link.getAttribute("href"));
      }
    }
    assertThat(away)
        .containsExactlyInAnyOrder("https://example.org/a?b=1&c=2", "https://example.org/x");
    assertThat(HTML).contains("javascript:alert(1)");
  }

  @Test
  void every_reading_leads_to_its_document() {
    Document page = Pages.parsed(HTML);
    List<Element> rows =
        Pages.elements(page, "tr").stream()
            .filter(row -> row.getAttribute("id").startsWith("reading-"))
            .toList();
    // Two countries at two dates, three indicators each.
    assertThat(rows).hasSize(12);
    for (Element row : rows) {
      assertThat(row.getElementsByTagName("a").getLength() > 0)
          .isNotEqualTo(row.getTextContent().contains("source not stated"));
    }
    assertThat(
            Pages.elements(page, "li").stream()
                .filter(item -> item.getAttribute("id").startsWith("document-"))
                .map(Element::getTextContent))
        .containsExactly("Atlas", "Trade office", "Public record");
  }

  @Test
  void every_chart_has_a_name_a_description_a_reading_and_a_table() {
    Document page = Pages.parsed(HTML);
    List<Element> charts = Pages.elements(page, "svg", "chart");
    assertThat(charts).hasSize(16);
    for (Element chart : charts) {
      assertThat(chart.getAttribute("role")).isEqualTo("img");
      assertThat(chart.getAttribute("aria-labelledby")).isNotEmpty();
      assertThat(chart.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
    }
    for (Element figure : Pages.elements(page, "figure")) {
      Element before = sibling(figure, -1);
      Element reading =
          before.getTagName().equals("summary") ? Pages.child(before, "span") : before;
      assertThat(reading.getAttribute("class")).isEqualTo("reading");
      assertThat(reading.getTextContent()).isNotBlank();
      assertThat(sibling(figure, 1).getTagName()).isEqualTo("details");
      assertThat(sibling(figure, 1).getElementsByTagName("table").getLength()).isEqualTo(1);
    }
  }

  private static Element sibling(Element element, int step) {
    Node next = element;
    do {
      next = step > 0 ? next.getNextSibling() : next.getPreviousSibling();
    } while (!(next instanceof Element));
    return (Element) next;
  }

  @Test
  void text_from_data_is_never_markup() {
    CountryProfile hostile =
        Pages.aland()
            .withCountry(Country.of("XSS", HOSTILE))
            .withReading("treaty", Pages.sourced(Estimate.exact(0.5), HOSTILE, HOSTILE));
    Scorer scorer = Pages.scorer();
    String html =
        Pages.everything(hostile, Pages.bland())
            .note(HOSTILE)
            .table(Table.titled(HOSTILE).text(HOSTILE).row(HOSTILE).build())
            .scenarios(
                ScenarioTable.of(
                    scorer,
                    List.of(hostile),
                    List.of(Scenario.of(HOSTILE, Change.shift("treaty", Shift.fixed(1))))))
            .build()
            .html();
    Document page = Pages.parsed(html);
    assertThat(Pages.elements(page, "script")).isEmpty();
    for (Element element : all(page)) {
      assertThat(element.hasAttribute("onload")).isFalse();
    }
    assertThat(page.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script>\"onload='x' &amp; ]]>");
  }

  @Test
  void a_score_is_called_an_index_at_the_top_and_at_the_foot() {
    Document page = Pages.parsed(HTML);
    assertThat(Pages.elements(page, "section").get(0).getTextContent())
        .contains(Scorecard.NOT_A_PROBABILITY);
    assertThat(Pages.elements(page, "footer").get(0).getTextContent())
        .contains(Scorecard.NOT_A_PROBABILITY);
  }

  @Test
  void the_answer_is_a_sentence_with_its_numbers() {
    assertThat(HTML)
        .contains("<p class=\"lead\">In our own words.</p>")
        // 30 + 60 * 0.25 / 0.5 ... : 0.3 * 50 + 0.3 * 50 + 0.4 * 50; 0.3 * 33.3 + 0.3 * 60 + 0.4 *
        // 75
        .contains(
            "<p class=\"reading\">Aland scores 50.0 and Bland 58.0 of 100: Aland is 8.0 points below,"
                + " but uncertain readings within their bounds could turn that round.</p>");
  }

  @Test
  void a_comparison_is_pictured_at_the_top_with_its_date_and_what_speaks_for_each() {
    Document page =
        Pages.parsed(
            Report.titled("Which?")
                .comparison(Pages.scorer().compare(Pages.aland(), Pages.bland()))
                .build()
                .html());
    assertThat(Pages.elements(page, "header").get(0).getTextContent())
        .contains("As of 23 February 2022.");
    Element answer = Pages.elements(page, "section").get(0);
    assertThat(answer.getElementsByTagName("figure").getLength()).isEqualTo(1);
    assertThat(answer.getTextContent())
        .contains("Less risk for Aland", "More risk for Aland", "Protection: -10.0")
        .doesNotContain("border");
    // Both scores are in that picture, and in no other.
    assertThat(page.getDocumentElement().getTextContent())
        .doesNotContain("Scores, the riskiest first");
  }

  @Test
  void readings_have_their_units_and_remarks_their_names() {
    Scorer scorer = Pages.scorer();
    String text =
        Pages.parsed(
                Report.titled("Which?")
                    .comparison(
                        scorer.compare(Pages.aland().withReading("treaty", 1.5), Pages.bland()))
                    .build()
                    .html())
            .getDocumentElement()
            .getTextContent();
    assertThat(text).contains("1 reading beyond its scale, counted as at its end: \"Treaty\".");
    Indicator gdp = Indicator.of("gdp", Direction.HIGHER_IS_RISKIER);
    assertThat(ReportText.span(12, 13, gdp.withUnit("percent of land border")))
        .isEqualTo("12.0 % to 13.0 % of land border");
    assertThat(ReportText.span(7, 7, gdp.withUnit("billion"))).isEqualTo("7 billion");
    assertThat(ReportText.span(0.5, 0.5, gdp.withUnit("0 to 1"))).isEqualTo("0.5 (of 0 to 1)");
    assertThat(ReportText.span(0.5, 0.5, gdp.withUnit("fraction"))).isEqualTo("50.0 %");
  }

  @Test
  void level_and_decided_comparisons_say_so() {
    Scorer scorer = Pages.scorer();
    CountryProfile twin = Pages.bland().withCountry(Country.of("CCC", "Cland"));
    assertThat(Headline.of(scorer.compare(Pages.bland(), twin)))
        .isEqualTo("Bland scores 58.0 and Cland 58.0 of 100: the two are level.");
    assertThat(Headline.of(scorer.compare(twin.withReading("treaty", 0), Pages.bland())))
        .isEqualTo(
            "Cland scores 68.0 and Bland 58.0 of 100: Cland is 10.0 points above, and no uncertain"
                + " reading within its bounds turns that round.");
    assertThat(Headline.of(scorer.compare(twin.withReading("treaty", 0.2499), Pages.bland())))
        .contains("Cland is less than 0.1 points above");
  }

  @Test
  void the_answer_says_the_classes_that_a_model_states() {
    Scorer scorer =
        Scorer.of(Pages.scorer().model().withClasses(RiskClasses.lowest("low").then(50, "high")));
    CountryProfile twin = Pages.bland().withCountry(Country.of("CCC", "Cland"));
    assertThat(Headline.of(scorer.compare(Pages.bland(), twin)))
        .isEqualTo("Bland scores 58.0 (high) and Cland 58.0 (high) of 100: the two are level.");
  }

  @Test
  void the_same_results_give_the_same_bytes_in_any_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Pages.everything().build().html()).isEqualTo(HTML);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_report_is_written_as_utf_8_into_a_new_folder(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("new/report.html");
    Report report = Pages.everything().build();
    report.writeTo(file);
    assertThat(Files.readString(file)).isEqualTo(report.html());
    assertThat(report).hasToString("Report 'Could Aland be the next Bland?'");
  }

  @Test
  void a_model_without_exact_contributions_is_told_of() {
    Scorer scorer = Scorer.of(ChartsTest.wide(21).withAggregation(Aggregation.geometric(1)));
    CountryProfile one = ChartsTest.wideProfile("AAA", 21, 1);
    CountryProfile two = ChartsTest.wideProfile("BBB", 21, 2);
    String html =
        Report.titled("Wide")
            .ranking(scorer.rank(one, two))
            .comparison(scorer.compare(one, two))
            .build()
            .html();
    Pages.parsed(html);
    assertThat(html).contains("No contributions: ");
  }

  @Test
  void results_of_two_models_are_refused() {
    Scorer other = Scorer.of(Pages.model().withWeight("protection", 2));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Report.titled("Two")
                    .ranking(Pages.scorer().rank(Pages.aland()))
                    .ranking(other.rank(Pages.aland()))
                    .build())
        .withMessage(
            "Report 'Two': scores of different models or bounds do not belong on one page, but there"
                + " were {"
                + Pages.scorer().fingerprint()
                + "=my-risk, "
                + other.fingerprint()
                + "=my-risk}");
  }

  @Test
  void a_report_needs_something_to_answer_with() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Report.titled("Empty").note("a note").build())
        .withMessage("Report 'Empty': it needs a ranking, a comparison or a panel to answer with");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Report.titled("None").ranking(Ranking.of(List.of())).build())
        .withMessage("Report 'None': a ranking without countries says nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Report.titled(" "))
        .withMessage("title of a report must not be blank");
    assertThatIllegalStateException()
        .isThrownBy(() -> Report.titled("Twice").answer("one").answer("two"))
        .withMessage("answer was already set to 'one'");
    assertThatNullPointerException()
        .isThrownBy(() -> Report.titled("Null").comparison(null))
        .withMessage("comparison");
  }
}
