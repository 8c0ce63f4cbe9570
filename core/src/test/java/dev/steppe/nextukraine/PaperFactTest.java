package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Source;
import dev.steppe.nextukraine.PaperFact.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperFactTest {

  private static PaperFact fact(String value, String unit, String year, String note) {
    return new PaperFact(
        "P900", "KAZ", "ethnic", "A claim", value, unit, year, "3.3 The Russians", note);
  }

  @ParameterizedTest
  @CsvSource({"17.94, 17.94", "-10.06, -10.06", "0, 0", "19003300, 19003300", "1465, 1465"})
  void a_plain_number_is_a_number(String value, double number) {
    assertThat(fact(value, "", "", "").number()).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "350000..400000",
        ">50",
        "~2",
        "2022-02",
        "2022-02-24",
        "2020-2030",
        "low",
        ".5",
        "5.",
        "1.2.3",
        "NaN",
        "1e3"
      })
  void anything_else_is_not_a_number(String value) {
    assertThat(fact(value, "", "", "").number()).isEmpty();
  }

  @Test
  void marks_are_the_capital_words_of_the_note() {
    assertThat(fact("", "", "", "UNSUPPORTED and INCONSISTENT with section 4").marks())
        .containsExactly(Mark.INCONSISTENT, Mark.UNSUPPORTED);
    assertThat(fact("", "", "", "arithmetic consistent; suspect?").marks()).isEmpty();
    assertThat(fact("", "", "", "INCONSISTENT with 4").isContradicted()).isTrue();
    assertThat(fact("", "", "", "SUSPECT").isContradicted()).isFalse();
  }

  @Test
  void the_source_names_paper_section_and_fact() {
    Source source = PaperFacts.load().fact("P058").source();
    assertThat(source.document()).isEqualTo(PaperFact.CITATION);
    assertThat(source.place()).isEqualTo("section 3.3, P058");
    assertThat(source.note()).isEqualTo("INCONSISTENT with 20% in section 2");
    assertThat(source)
        .hasToString(
            "Cai, Xiang & Zhang, Analysis of Kazakhstan's Foreign Policy under the Russia Ukraine"
                + " War with Realism, section 3.3, P058 (2022) [estimate]");
    assertThat(PaperFacts.load().fact("P001").source().place()).isEqualTo("Abstract, P001");
  }

  @ParameterizedTest
  @CsvSource({
    "17.94, percent, '', EXACT",
    "17.94, percent, INCONSISTENT with section 2, ESTIMATE",
    "17, percent, approximate; 2001 census, ESTIMATE",
    "140, groups (approx.), '', ESTIMATE",
    "350000..400000, tonnes, '', ESTIMATE",
    ">50, percent, '', ESTIMATE",
    "~2, ratio, '', ESTIMATE",
    "1991-12-16, date, '', EXACT",
    "-2.6, percent, '', EXACT",
    "1, boolean, '', JUDGEMENT",
    "0, recognised (boolean), '', JUDGEMENT",
    "low, qualitative, '', JUDGEMENT",
    "'', '', '', JUDGEMENT",
  })
  void quality_follows_from_value_unit_and_note(
      String value, String unit, String note, Quality quality) {
    assertThat(fact(value, unit, "", note).source().quality()).isEqualTo(quality);
  }

  @Test
  void the_observed_year_is_that_of_one_year_or_month() {
    assertThat(fact("1", "", "2022", "").source().observedYear()).hasValue(2022);
    assertThat(fact("1", "", "2021-02", "").source().observedYear()).hasValue(2021);
    for (String year : new String[] {"", "2010-2022", "1991+", "1600s", "2022-01/2022-05"}) {
      assertThat(fact("1", "", year, "").source().observedYear()).as(year).isEmpty();
    }
  }

  @Test
  void a_fact_about_both_is_about_each_of_the_two() {
    PaperFact both = PaperFacts.load().fact("P055");
    assertThat(both.isAbout("KAZ")).isTrue();
    assertThat(both.isAbout("UKR")).isTrue();
    assertThat(both.isAbout("BOTH")).isTrue();
    assertThat(both.isAbout("RUS")).isFalse();
    assertThat(PaperFacts.load().fact("P058").isAbout("UKR")).isFalse();
  }

  @Test
  void a_fact_prints_on_one_line() {
    assertThat(PaperFacts.load().fact("P058"))
        .hasToString(
            "P058 KAZ ethnic: Russian share of population, end of series: 17.94 percent (2022),"
                + " 3.3 The Russians in Kazakhstan and Ukraine [inconsistent]");
    assertThat(PaperFacts.load().fact("P070"))
        .hasToString(
            "P070 KAZ stance: Did not recognise the two eastern Ukrainian regions as independent:"
                + " no (2022), 4 Current foreign policy");
    assertThat(PaperFacts.load().fact("P009").toString())
        .endsWith("(offensive realism, Mearsheimer), 1 Introduction");
  }

  @Test
  void a_section_contradicts_another_only_if_its_number_stands_alone() {
    PaperFact first = section("2 Literature review", "INCONSISTENT: section 3.3 gives 17.94%");
    assertThat(first.contradicts(section("3.3 A", "INCONSISTENT with 20% in section 2."))).isTrue();
    assertThat(first.contradicts(section("3.3 A", "INCONSISTENT with 20% in 2022"))).isFalse();
    assertThat(first.contradicts(section("3.3 A", "see section 2; INCONSISTENT"))).isFalse();
    assertThat(first.contradicts(section("3.3 A", "section 2 agrees"))).isFalse();
    assertThat(first.contradicts(section("3 A", "INCONSISTENT with section 2"))).isFalse();
    assertThat(first.contradicts(section("17 A", "INCONSISTENT with section 2"))).isFalse();
  }

  private static PaperFact section(String section, String note) {
    return new PaperFact("P901", "KAZ", "ethnic", "A claim", "", "", "", section, note);
  }

  @Test
  void blank_parts_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaperFact(" ", "KAZ", "f", "c", "", "", "", "1", ""))
        .withMessage("id of a paper fact must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaperFact("P1", "KAZ", "f", "", "", "", "", "1", ""))
        .withMessage("claim of P1 must not be blank");
  }
}
