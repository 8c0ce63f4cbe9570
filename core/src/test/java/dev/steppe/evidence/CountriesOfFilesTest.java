package dev.steppe.evidence;

import static dev.steppe.evidence.SampleFiles.LONG;
import static dev.steppe.evidence.SampleFiles.WIDE;
import static dev.steppe.evidence.SampleFiles.figures;
import static dev.steppe.evidence.SampleFiles.file;
import static dev.steppe.evidence.SampleFiles.read;
import static dev.steppe.evidence.SampleFiles.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Files that name countries by other lists, or more than countries: right when told, or told. */
final class CountriesOfFilesTest {

  @Test
  void aggregates_are_told_or_left_out_when_countries_are_checked() throws IOException {
    CountryCodes iso = CountryCodes.of(CodeList.ISO3).withAlias("Aldania", "XAD");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LONG.withCountries(iso).read(file("aggregates.csv")))
        .withMessageContaining("line 2, column 'country': ")
        .withMessageContaining("'WLD'")
        .withMessageContaining("'EAS'");
    CsvTable table = LONG.withCountries(iso.leavingOutOthers()).load(file("aggregates.csv"));
    assertThat(figures(table.dataset()))
        .containsExactly("XAD gdp 30.0", "XBR gdp 50.0", "XCO gdp 40.0");
    assertThat(table.leftOut())
        .containsExactly("World (WLD), 1 line", "East Asia & Pacific (EAS), 1 line");
  }

  @Test
  void letters_of_another_list_are_told_when_countries_are_checked() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                LONG.withCountries(CountryCodes.of(CodeList.ISO3)).read(file("other-letters.csv")))
        .withMessageContaining("line 2, column 'name': 'Swissara' is no known name of SWZ")
        .withMessageContaining("line 3, column 'name': 'Macedra' is no known name of MAC")
        .withMessageContaining("line 4, column 'country': ")
        .withMessageContaining("'UKG'");
  }

  @Test
  void one_name_with_two_codes_is_told_and_one_country_when_they_are_mapped() throws IOException {
    refused(
        LONG,
        "old-code.csv",
        ": line 3, column 'name': 'Zairia' has the code COD here, and ZAR in line 2. If it is one"
            + " country: CountryCodes.withAlias(\"ZAR\", \"COD\")");
    read(
        LONG.withCountries(CountryCodes.unchecked().withAlias("ZAR", "COD")),
        "old-code.csv",
        "COD gdp 70.0",
        "COD debt 20.0",
        "XBR gdp 6.0",
        "XBR debt 7.0");
  }

  @Test
  void names_are_found_in_a_list_and_never_guessed() {
    CountryCodes names =
        CountryCodes.of(CodeList.NAMES)
            .withAlias("Aldania", "XAD")
            .withAlias("Brevia, Kingdom of", "XBR")
            .withAlias("Corvina", "XCO");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WIDE.withColumn("country", "Country").withCountries(names).read(file("names.csv")))
        .withMessageContaining("has 2 faults")
        .withMessageContaining("line 4, column 'Country': 'XAD' was already given")
        .withMessageContaining("line 5, column 'Country': ")
        .withMessageContaining("Maybe you meant 'Corvina'");
  }

  @Test
  void codes_of_other_lists_are_read_when_told() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WIDE.read(file("other-lists.csv")))
        .withMessageContaining("but was 'GE'. It is Georgia (GEO) by CodeList.ISO2");
    read(
        WIDE.withCountries(CountryCodes.of(CodeList.ISO2, CodeList.M49)),
        "other-lists.csv",
        "GEO debt 22.0",
        "MDA debt 60.0",
        "TJK debt 45.0");
  }

  @Test
  void lines_without_a_code_are_left_out_when_told() throws IOException {
    CsvTable table =
        LONG.withCountries(CountryCodes.unchecked().leavingOutOthers()).load(file("no-codes.csv"));
    assertThat(figures(table.dataset())).containsExactly("XAD hdi 0.72", "XBR hdi 0.58");
    assertThat(table.leftOut())
        .containsExactly("Eastern states (no code), 1 line", "Total (TOT_ALL), 1 line");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LONG.read(file("no-codes.csv")))
        .withMessageContaining("has 2 faults");
  }

  @Test
  void the_first_or_last_of_a_countrys_names_is_taken_when_told() throws IOException {
    refused(
        LONG,
        "two-names.csv",
        ": line 3, column 'name': 'Aldánia' differs from 'Aldania' in line 2."
            + " CsvLayout.withFirstNames or withLastNames takes one");
    assertThat(LONG.withFirstNames().read(file("two-names.csv")).profile("XAD").country())
        .hasToString("Aldania (XAD)");
    Dataset last = LONG.withLastNames().read(file("two-names.csv"));
    assertThat(last.profile("XAD").country()).hasToString("Aldánia (XAD)");
    assertThat(figures(last)).containsExactly("XAD debt 55.0", "XAD growth 3.0", "XBR debt 20.0");
  }

  @Test
  void two_files_of_the_same_countries_are_joined() throws IOException {
    Join join = Join.of(WIDE.read(file("join-left.csv")), WIDE.read(file("join-right.csv")));
    assertThat(figures(join.dataset()))
        .containsExactly(
            "XAD gdp 10.0", "XAD debt 80.0", "XBR gdp 20.0", "XBR debt 6.0", "XCO debt 9.0");
  }

  @Test
  void a_column_that_may_have_the_codes_is_told_where_there_are_names() {
    refused(
        () -> WIDE.read("iso3,country,a\nXAD,Aldania,5\nXBR,Brevia,6\n"),
        "CSV has 3 faults:\n"
            + "  - column 'iso3' has no numbers, but text such as 'XAD' in line 2."
            + " CsvLayout.without(\"iso3\") leaves it out; CsvFormat.withMissing names what means that"
            + " there is no reading\n"
            + "  - line 2, column 'country': Country code must be three letters A-Z (ISO 3166-1"
            + " alpha-3), but was 'Aldania'. If codes are in column 'iso3':"
            + " CsvLayout.withColumn(\"country\", \"iso3\")\n"
            + "  - line 3, column 'country': Country code must be three letters A-Z (ISO 3166-1"
            + " alpha-3), but was 'Brevia'");
    refused(
        () -> WIDE.read("Entity,ISO3,a\nAldania,XAD,5\n"),
        "CSV: header has no column 'country'. Found: [Entity, ISO3, a]. If that is 'ISO3':"
            + " CsvLayout.withColumn(\"country\", \"ISO3\")");
  }
}
