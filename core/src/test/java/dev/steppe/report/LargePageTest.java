package dev.steppe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class LargePageTest {

  private static final int INDICATORS = 100;

  private static Scorer scorer() {
    ModelBuilder model = RiskModel.builder("m");
    for (int i = 0; i < INDICATORS; i++) {
      model.indicator(
          Indicator.of("i" + i, Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
    }
    return Scorer.of(model.build());
  }

  private static List<CountryProfile> countries(int count) {
    Random random = new Random(1);
    List<CountryProfile> countries = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      String code = "A" + (char) ('A' + c / 26) + (char) ('A' + c % 26);
      CountryProfile.Builder profile = CountryProfile.builder(Country.of(code, "Country " + c));
      for (int i = 0; i < INDICATORS; i++) {
        profile.reading("i" + i, 100 * random.nextDouble());
      }
      countries.add(profile.build());
    }
    return countries;
  }

  @Test
  void a_page_of_200_countries_by_100_indicators_says_what_it_leaves_out() {
    Scorer scorer = scorer();
    List<CountryProfile> countries = countries(200);
    String html =
        Report.titled("Large")
            .ranking(scorer.rank(countries))
            .comparison(scorer.compare(countries.get(198), countries.get(199)))
            .build()
            .html();
    assertThat(html.length()).isLessThan(3_000_000);
    Document page = Pages.parsed(html);
    assertThat(page.getDocumentElement().getTextContent())
        .contains("Left out here: the readings of 100 more scores, from \"Country ")
        .contains("\" on, since a page lists 10000 readings at most.");
    assertThat(html).contains("id=\"card-100\"").doesNotContain("id=\"card-101\"");
    Set<String> places =
        Pages.elements(page, "*").stream()
            .map(element -> element.getAttribute("id"))
            .collect(Collectors.toSet());
    assertThat(Pages.elements(page, "a"))
        .extracting(link -> link.getAttribute("href"))
        .filteredOn(link -> link.startsWith("#"))
        .hasSizeGreaterThan(2 * INDICATORS)
        .allMatch(link -> places.contains(link.substring(1)));
  }

  @Test
  void a_page_of_100_countries_lists_all_readings() {
    String html = Report.titled("t").ranking(scorer().rank(countries(100))).build().html();
    assertThat(html).contains("id=\"card-100\"").doesNotContain("Left out here");
  }
}
