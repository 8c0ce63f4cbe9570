package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.nextukraine.PaperFact.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaperFactsTest {

  private final PaperFacts facts = PaperFacts.load();

  @Test
  void all_facts_are_there_in_order() {
    assertThat(facts.size()).isEqualTo(115);
    int number = 1;
    for (PaperFact fact : facts) {
      assertThat(fact.id()).isEqualTo("P%03d", number++);
    }
    assertThat(PaperFacts.load()).isSameAs(facts);
  }

  @Test
  void figures_are_as_the_paper_prints_them() {
    assertThat(facts.fact("P058").number()).hasValue(17.94);
    assertThat(facts.fact("P016").number()).hasValue(20);
    assertThat(facts.fact("P064").number()).hasValue(17);
    assertThat(facts.fact("P089").value()).isEqualTo("350000..400000");
    assertThat(facts.fact("P089").number()).isEmpty();
    assertThat(facts.fact("P007").value()).isEqualTo("2022-02-24");
    assertThat(facts.fact("P115").note())
        .isEqualTo("weights are a modelling choice of the library, not of the paper");
  }

  @ParameterizedTest
  @EnumSource(Mark.class)
  void every_mark_of_the_file_is_found(Mark mark) throws IOException {
    long inFile = Pattern.compile("\\b" + mark + "\\b").matcher(csv()).results().count();
    assertThat(inFile).isPositive();
    assertThat((long) facts.marked(mark).size()).isEqualTo(inFile);
  }

  @Test
  void every_year_of_the_file_is_a_year_that_sources_accept() {
    for (PaperFact fact : facts) {
      assertThat(fact.source().document()).isEqualTo(PaperFact.CITATION);
    }
  }

  @Test
  void about_a_country_includes_what_is_about_both() {
    assertThat(facts.about("KAZ").size()).isEqualTo(93);
    assertThat(facts.about("UKR").size()).isEqualTo(20);
    assertThat(facts.about("BOTH").size()).isEqualTo(6);
    assertThat(ids(facts.about("EU"))).containsExactly("P090");
    assertThat(facts.about("UKR")).contains(facts.fact("P055"));
  }

  @Test
  void filters_chain() {
    assertThat(facts.about("KAZ").ofFactor("ethnic").size()).isEqualTo(12);
    assertThat(facts.about("UKR").ofFactor("ethnic").size()).isEqualTo(5);
    assertThat(facts.about("UKR").ofFactor("trade").isEmpty()).isTrue();
    assertThat(ids(facts.ofFactor("ethnic").inSection("3.3").about("KAZ").contradicted()))
        .containsExactly("P058");
  }

  @Test
  void a_section_holds_its_subsections() {
    assertThat(facts.inSection("3.3").size()).isEqualTo(13);
    assertThat(facts.inSection("3").size())
        .isEqualTo(
            facts.inSection("3.1").size()
                + facts.inSection("3.2").size()
                + facts.inSection("3.3").size());
    assertThat(ids(facts.inSection("References"))).containsExactly("P112", "P113");
    assertThat(facts.inSection("Abstract").size()).isEqualTo(5);
  }

  @Test
  void contradictions_are_pairs_whose_notes_name_each_other() {
    assertThat(facts.contradictions())
        .extracting(PaperFactsTest::ids)
        .containsExactly(
            List.of("P016", "P058"),
            List.of("P021", "P106"),
            List.of("P040", "P068", "P109"),
            List.of("P085", "P100"));
  }

  @Test
  void every_contradicted_fact_is_in_a_contradiction() {
    assertThat(facts.contradicted().size()).isEqualTo(9);
    assertThat(facts.contradictions().stream().mapToInt(PaperFacts::size).sum()).isEqualTo(9);
  }

  @Test
  void a_contradiction_needs_two_facts() {
    assertThat(facts.inSection("3.3").contradicted().size()).isEqualTo(1);
    assertThat(facts.inSection("3.3").contradictions()).isEmpty();
  }

  @Test
  void unknown_names_are_errors_that_name_the_nearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> facts.fact("P58"))
        .withMessage(
            "Unknown paper fact 'P58'. Known: [P008, P018, P028, P038, P048, P050, P051, P052,"
                + " P053, P054, P055, P058, ... (115 in all)]. Maybe you meant 'P058'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> facts.about("KZA"))
        .withMessage(
            "Unknown subject of the paper 'KZA'. Known: [KAZ, BOTH, UKR, RUS, KGZ, EU, META]."
                + " Maybe you meant 'KAZ'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> facts.ofFactor("ethnics"))
        .withMessageStartingWith("Unknown factor of the paper 'ethnics'. Known: [question, ")
        .withMessageEndingWith(" Maybe you meant 'ethnic'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> facts.inSection("7"))
        .withMessageStartingWith(
            "Unknown section of the paper '7'. Known: [Abstract, 2, 1, 3, 3.1, 3.2, 3.3, 4, 5, 6,"
                + " References].");
  }

  @Test
  void facts_print_as_a_table() {
    assertThat(facts.contradictions().get(0))
        .hasToString(
            """
            2 facts of the paper

            Id    About  Factor  Claim                                              Value          Section
            ----  -----  ------  -------------------------------------------------  -------------  -------
            P016  KAZ    ethnic  Share of ethnic Russians (profile figure) (2021)   20 percent     2
                                 [inconsistent]
            P058  KAZ    ethnic  Russian share of population, end of series (2022)  17.94 percent  3.3
                                 [inconsistent]

            In our own words from Cai, Xiang & Zhang, Analysis of Kazakhstan's Foreign Policy under the Russia
            Ukraine War with Realism.
            Brackets say what to doubt; the note of a fact says why.""");
    assertThat(facts.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(facts.about("KGZ").table().title()).isEqualTo("1 fact of the paper");
    assertThat(facts.about("KGZ").table().notes()).hasSize(1);
  }

  @Test
  void collections_are_equal_by_content() {
    assertThat(facts.about("KAZ"))
        .isEqualTo(facts.about("KAZ"))
        .hasSameHashCodeAs(facts.about("KAZ"));
    assertThat(facts.about("KAZ")).isNotEqualTo(facts.about("UKR"));
  }

  private static List<String> ids(PaperFacts facts) {
    return facts.facts().stream().map(PaperFact::id).toList();
  }

  private static String csv() throws IOException {
    try (InputStream in = PaperFacts.class.getResourceAsStream("paper-facts.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
