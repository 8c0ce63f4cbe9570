package dev.steppe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.score.Scorer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What comes with every chart of a page: open or folded, its sources, and what can be saved. */
class PanelsTest {

  private static final String HTML = Pages.everything().build().html();

  @Test
  void the_figures_of_a_table_can_be_saved_and_are_those_of_the_table() {
    Document page = Pages.parsed(HTML);
    List<Element> links = Pages.elements(page, "a");
    links.removeIf(link -> !link.getAttribute("download").endsWith(".csv"));
    assertThat(links).hasSizeGreaterThan(8);
    for (Element link : links) {
      assertThat(link.getAttribute("download")).matches("[a-z0-9][a-z0-9-]*[a-z0-9]\\.csv");
      String csv = saved(link, "text/csv;charset=utf-8");
      Element folded = (Element) link.getParentNode().getParentNode();
      int rows = Pages.child(folded, "table").getElementsByTagName("tr").getLength();
      assertThat(csv.lines().count()).isEqualTo(rows);
    }
  }

  private static String saved(Element link, String type) {
    String data = link.getAttribute("href");
    assertThat(data).startsWith("data:" + type + ";base64,");
    return new String(
        Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1)), StandardCharsets.UTF_8);
  }

  @Test
  void every_chart_can_be_saved_as_a_picture_that_needs_nothing_else() {
    Document page = Pages.parsed(HTML);
    List<Element> links = Pages.elements(page, "a");
    links.removeIf(link -> !link.getAttribute("download").endsWith(".svg"));
    List<Element> charts = Pages.elements(page, "svg", "wide");
    assertThat(links).hasSameSizeAs(charts);
    for (int i = 0; i < charts.size(); i++) {
      String svg = saved(links.get(i), "image/svg+xml");
      Element picture = Pages.parsed(svg).getDocumentElement();
      assertThat(picture.getNamespaceURI()).isNull(); // The parser does not look at it.
      assertThat(picture.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
      // What the chart says, its title and its source.
      String text = picture.getTextContent();
      for (Element word : Pages.elements(Pages.parsed(svg), "text")) {
        assertThat(Pages.number(word, "x")).isLessThanOrEqualTo(Chart.WIDE);
      }
      NodeList words = charts.get(i).getElementsByTagName("text");
      for (int w = 0; w < words.getLength(); w++) {
        assertThat(text).contains(words.item(w).getTextContent());
      }
      assertThat(text)
          .contains(Pages.child(charts.get(i), "title").getTextContent())
          .contains("Sources: Atlas; Trade office");
      // Every colour is stated, and nothing is loaded.
      String style = Pages.child(picture, "style").getTextContent();
      assertThat(style).contains("text{fill: #1b1f24;}").doesNotContain("var(");
      assertThat(svg).doesNotContain("url(").doesNotContain("href").doesNotContain("@media");
    }
  }

  @Test
  void a_picture_that_is_too_large_is_not_in_the_page() {
    Scorer scorer = Scorer.of(ChartsTest.wide(5));
    List<CountryProfile> many = new ArrayList<>();
    String name = "long ".repeat(1000);
    for (int i = 0; i < 20; i++) {
      String code = "A" + (char) ('A' + i) + "A";
      many.add(ChartsTest.wideProfile(code, 5, i).withCountry(Country.of(code, name + i)));
    }
    assertThat(Report.titled("Large").ranking(scorer.rank(many)).build().html())
        .contains("Too large to save from here: the picture (SVG), ")
        .contains(" bytes; at most 100000.");
  }

  @Test
  void charts_name_their_sources_and_their_years() {
    Document page = Pages.parsed(HTML);
    List<Element> lines = Pages.elements(page, "p", "source");
    assertThat(lines).hasSameSizeAs(Pages.elements(page, "figure"));
    assertThat(lines.get(0).getTextContent())
        .isEqualTo("Sources: Atlas; Trade office and 1 more. Readings of 2020.");
    assertThat(Pages.child(lines.get(0), "a").getAttribute("href")).isEqualTo("#document-1");
    String unstated =
        Report.titled("None")
            .ranking(Pages.scorer().rank(Pages.many(2, Pages.DATE)))
            .build()
            .html();
    assertThat(unstated).contains("Sources not stated.");
  }

  @Test
  void what_weights_held_fixed_mean_is_said_where_the_figure_is() {
    String held = "a figure says what the sources leave open, not what other weights would say.";
    Document page = Pages.parsed(HTML);
    assertThat(Pages.elements(page, "dl").get(0).getTextContent()).contains(held);
    assertThat(Pages.elements(page, "section").get(2).getTextContent()).contains(held);
  }

  @Test
  void the_first_charts_are_open_and_the_others_under_their_sentence() {
    Document page = Pages.parsed(HTML);
    for (Element section : Pages.elements(page, "section")) {
      String id = section.getAttribute("id");
      NodeList figures = section.getElementsByTagName("figure");
      for (int i = 0; i < figures.getLength(); i++) {
        Element parent = (Element) figures.item(i).getParentNode();
        boolean open = i == 0 && List.of("answer", "why").contains(id);
        assertThat(parent.getTagName()).as(id + " " + i).isEqualTo(open ? "section" : "details");
        assertThat(parent.hasAttribute("open")).isFalse();
      }
    }
  }

  @Test
  void no_codes_methods_or_fingerprints_are_on_the_page() {
    String text = Pages.parsed(HTML).getElementsByTagName("body").item(0).getTextContent();
    assertThat(text)
        .doesNotContain("'treaty'")
        .doesNotContain("uniform()")
        .doesNotContain("goalposts")
        .doesNotContain("my-risk")
        .doesNotContain(Pages.scorer().fingerprint())
        .contains("0 to 60", "Missing readings: reweight 0.2.");
    assertThat(HTML)
        .contains("name=\"steppe-model\" content=\"" + Pages.scorer().fingerprint() + " my-risk\"");
  }

  @Test
  void what_scrolls_has_a_name_of_its_own_and_no_header_is_empty() {
    Document page = Pages.parsed(HTML);
    List<String> names = new ArrayList<>();
    for (Element region : Pages.elements(page, "div", "scroll")) {
      names.add(region.getAttribute("aria-label"));
    }
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    assertThat(Pages.texts(page.getDocumentElement(), "th")).doesNotContain("");
  }
}
