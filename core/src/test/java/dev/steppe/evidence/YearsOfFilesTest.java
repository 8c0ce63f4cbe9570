package dev.steppe.evidence;

import static dev.steppe.evidence.SampleFiles.LONG;
import static dev.steppe.evidence.SampleFiles.STANDARD;
import static dev.steppe.evidence.SampleFiles.WIDE;
import static dev.steppe.evidence.SampleFiles.figures;
import static dev.steppe.evidence.SampleFiles.file;
import static dev.steppe.evidence.SampleFiles.read;
import static dev.steppe.evidence.SampleFiles.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Files with several figures of one thing, mostly of several years: one is chosen when told which.
 */
final class YearsOfFilesTest {

  private static final CsvLayout PANEL =
      WIDE.withColumn("country", "Code").withColumn("name", "Entity").withColumn("year", "Year");

  @Test
  void figures_of_several_years_are_a_series_and_never_a_range() throws IOException {
    refused(
        LONG,
        "years.csv",
        ": line 3: 'poverty' of 'XAD' is given for 2010, 2015 and 2020. CsvLayout.withYears chooses:"
            + " Years.of(2020), or Years.upTo(2020) for the newest until then");
    read(
        LONG.withYears(Years.upTo(2021)),
        "years.csv",
        "XAD poverty 9.0 (2020)",
        "XBR poverty 41.0 (2020)");
    read(LONG.withYears(Years.upTo(2016)), "years.csv", "XAD poverty 22.0 (2015)", "XBR -");
    read(LONG.withYears(Years.of(2010)), "years.csv", "XAD poverty 30.0 (2010)", "XBR -");
    read(LONG.withYears(Years.upTo(2019).withGreatestAge(3)), "years.csv", "XAD -", "XBR -");
    assertThat(LONG.withYears(Years.upTo(2016)).read(file("years.csv")).profile("XAD").asOf())
        .contains(LocalDate.of(2016, 12, 31));
  }

  @Test
  void lines_that_differ_by_a_note_are_no_two_sources() {
    refused(
        LONG,
        "breakdown.csv",
        ": line 3, column 'indicator': 'literacy' of 'XAD' was already given by line 2 from the"
            + " same source (Census office (2020)); they differ by their notes only ('women',"
            + " 'men'), which tell parts of something, not sources");
  }

  @Test
  void a_year_without_a_document_is_shown() throws IOException {
    assertThat(LONG.read(file("year-alone.csv")).profile("XAD").readings("gdp"))
        .hasToString("[5.0, source not stated (2019)]");
  }

  @Test
  void years_may_be_columns() throws IOException {
    CsvLayout layout =
        STANDARD
            .withMissing("..")
            .yearColumns()
            .withColumn("country", "Country Code")
            .withColumn("indicator", "Series Code");
    read(
        layout.withYears(Years.upTo(2020)),
        "year-columns.csv",
        "XAD debt 55.0 (2020)",
        "XAD growth -2.0 (2019)",
        "XBR debt 20.0 (2019)");
    read(
        layout.withYears(Years.upTo(2018)),
        "year-columns.csv",
        "XAD debt 50.0 (2018)",
        "XAD growth 1.5 (2018)",
        "XBR -");
    read(
        layout.withYears(Years.of(2019)).withOnly("debt"),
        "year-columns.csv",
        "XAD -",
        "XBR debt 20.0 (2019)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LONG.withColumn("country", "Country Code").read(file("year-columns.csv")))
        .withMessageContaining("It has years as columns: CsvFormat.yearColumns reads such tables");
    refused(
        () -> STANDARD.yearColumns().read("country,indicator,a\nXAD,b,1\n"),
        "CSV: header has no column of a year, such as 2019. Found: [country, indicator, a]");
  }

  @Test
  void a_panel_has_a_line_a_country_and_year() throws IOException {
    read(
        PANEL.withYears(Years.upTo(2020)),
        "panel.csv",
        "XAD freedom 3.9 (2020)",
        "XAD deaths 11.0 (2018)",
        "XBR freedom 2.2 (2020)",
        "XBR deaths 0.0 (2020)");
    read(
        PANEL.withYears(Years.upTo(2019)),
        "panel.csv",
        "XAD freedom 3.5 (2018)",
        "XAD deaths 11.0 (2018)",
        "XBR -");
    List<CountryProfile> panel = PANEL.load(file("panel.csv")).panel(2018, 2020);
    assertThat(panel)
        .extracting(profile -> profile.countryAtDate().key())
        .containsExactly("XAD@2018-12-31", "XAD@2020-12-31", "XBR@2020-12-31");
    assertThat(figures(panel)).startsWith("XAD freedom 3.5 (2018)", "XAD deaths 11.0 (2018)");
  }

  @Test
  void years_are_read_in_the_forms_that_leave_no_doubt() throws IOException {
    CsvFormat format = STANDARD.withMissing("NA");
    refused(
        format.longTable(),
        "year-forms.csv",
        " has 2 faults:\n"
            + "  - line 3, column 'year': '2018/19' is not a year of four digits."
            + " CsvLayout.withFirstOfTwoYears or withLastOfTwoYears says which of two counts\n"
            + "  - line 6, column 'year': '2011-12' is not a year of four digits."
            + " CsvLayout.withFirstOfTwoYears or withLastOfTwoYears says which of two counts");
    read(
        format.longTable().withLastOfTwoYears(),
        "year-forms.csv",
        "XAD debt 55.0 (2018)",
        "XBR debt 20.0 (2019)",
        "XCO debt 10.0",
        "XDE debt 5.0 (2020)",
        "XEL debt 4.0 (2012)",
        "XFA debt 3.0 (2020)");
    assertThat(
            figures(
                LONG.withFirstOfTwoYears()
                    .read("country,indicator,value,year\nXAD,a,1,1999-2000\n")))
        .containsExactly("XAD a 1.0 (1999)");
  }

  @Test
  void equal_lines_are_told_to_be_equal_and_read_once_when_told() throws IOException {
    refused(
        LONG,
        "repeats.csv",
        ": line 3, column 'indicator': 'debt' of 'XAD' was already given by line 2 from the same"
            + " source (Bureau (2020)); the two say the same: CsvLayout.withoutRepeats takes one");
    read(LONG.withoutRepeats(), "repeats.csv", "XAD debt 55.0 (2020)", "XBR debt 20.0 (2020)");
    refused(
        () -> LONG.withoutRepeats().read("country,indicator,value\nXAD,debt,55\nXAD,debt,54\n"),
        "CSV: line 3, column 'indicator': 'debt' of 'XAD' was already given by line 2 from the same"
            + " source (source not stated)");
  }

  @Test
  void lines_about_pairs_are_added_up_when_told() throws IOException {
    CsvLayout flows =
        LONG.withColumn("country", "from").withColumn("value", "people").withColumn("year", "Year");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flows.withColumn("indicator", "to").read(file("flows.csv")))
        .withMessageContaining("line 2: indicator 'XBR' is a country, too, and so are 2 others");
    read(
        flows.withConstant("indicator", "left").withSums().withYears(Years.upTo(2021)),
        "flows.csv",
        "XAD left 340.0 (2020)",
        "XBR left 6.0 (2020)");
    read(
        LONG.withColumn("country", "from")
            .withColumn("year", "Year")
            .withConstant("indicator", "partners")
            .withConstant("value", "1")
            .withSums()
            .withYears(Years.of(2020)),
        "flows.csv",
        "XAD partners 2.0 (2020)",
        "XBR partners 1.0 (2020)");
    refused(
        () -> WIDE.read("country,XAD,XBR\nXAD,0,5\nXBR,6,0\n"),
        "CSV: column 'XAD' is a country, too, and so is another. Figures about pairs of countries"
            + " have to be added up (a constant indicator and CsvLayout.withSums), or are partners"
            + " of trade or ties");
  }

  @Test
  void a_table_of_several_dates_is_read_by_date() throws IOException {
    List<CountryProfile> profiles = LONG.readByDate(file("dates.csv"));
    assertThat(profiles)
        .extracting(profile -> profile.countryAtDate().key())
        .containsExactly("XAD@2014-06-30", "XAD@2020-06-30", "XBR@2014-06-30", "XBR@2020-06-30");
    assertThat(figures(profiles))
        .containsExactly("XAD debt 35.0", "XAD debt 55.0", "XBR debt 15.0", "XBR debt 20.0");
    refused(
        LONG,
        "dates.csv",
        " has 2 faults:\n"
            + "  - line 3, column 'as_of': '2020-06-30' differs from '2014-06-30' in line 2. A"
            + " dataset has each country at one date; readByDate reads a table of several\n"
            + "  - line 5, column 'as_of': '2020-06-30' differs from '2014-06-30' in line 4. A"
            + " dataset has each country at one date; readByDate reads a table of several");
  }

  @Test
  void lines_that_differ_in_what_is_not_read_are_told_so() {
    String text = "country,indicator,value,sex\nXAD,a,5,F\nXAD,a,7,M\n";
    refused(
        () -> LONG.read(text),
        "CSV: line 3, column 'indicator': 'a' of 'XAD' was already given by line 2 from the same"
            + " source (source not stated). They may differ in columns that are not read ('sex'):"
            + " CsvLayout.withRows takes some of the lines");
    CsvTable table = LONG.withRows("sex", "F").load(text);
    assertThat(figures(table.dataset())).containsExactly("XAD a 5.0");
    assertThat(table.leftOut()).containsExactly("1 line with other cells than withRows names");
    refused(
        () -> LONG.withRows("sex", "F", "Women").withoutRows("value", "9").read(text),
        "CSV has 2 faults:\n"
            + "  - no line has 'Women' under 'sex'. Known: [F, M].\n"
            + "  - no line has '9' under 'value'. Known: [5, 7].");
    refused(
        () -> LONG.withRows("sex", "F").withoutRows("value", "5").read(text),
        "CSV: no line is left, as none has 'F' under 'sex' and anything but '5' under 'value'");
  }

  @Test
  void pairs_of_countries_are_noticed_where_no_country_is_on_both_sides() {
    refused(
        () -> LONG.read("country,indicator,value\nAFG,DEU,5\nSYR,TUR,7\n"),
        "CSV: line 2: indicator 'DEU' is a country, too, and so is another. Figures about pairs of"
            + " countries have to be added up (a constant indicator and CsvLayout.withSums), or are"
            + " partners of trade or ties");
  }

  @Test
  void documents_of_different_years_are_spanned_unless_the_newest_is_asked_for() {
    String text =
        "country,indicator,value,year,source\n"
            + "XAD,a,5,2007,Atlas\nXAD,a,6,2008,Bureau\nXAD,a,9,2008,Census\n";
    assertThat(LONG.read(text).profile("XAD").estimate("a")).contains(Estimate.between(5, 9));
    assertThat(LONG.withYears(Years.upTo(2009)).read(text).profile("XAD").estimate("a"))
        .contains(Estimate.between(6, 9));
  }

  @Test
  void a_vintage_has_what_was_published_by_then() throws IOException {
    CsvLayout layout = LONG.withColumn("published", "released");
    read(
        layout.withYears(Years.upTo(2020).publishedBy(LocalDate.of(2019, 12, 31))),
        "vintages.csv",
        "XAD gdp 100.0 (2018)",
        "XBR gdp 50.0 (2018)");
    read(
        layout.withYears(Years.upTo(2018).publishedBy(LocalDate.of(2020, 12, 31))),
        "vintages.csv",
        "XAD gdp 108.0 (2018)",
        "XBR gdp 50.0 (2018)");
    read(
        layout.withYears(Years.upTo(2019).publishedBy(LocalDate.of(2019, 5, 1))),
        "vintages.csv",
        "XAD gdp 100.0 (2018)",
        "XBR -");
    assertThat(
            figures(
                layout
                    .withYears(Years.upTo(2018).publishedBy(LocalDate.of(2018, 12, 31)))
                    .load(file("vintages.csv"))
                    .panel(2018, 2019, 2020)))
        .containsExactly(
            "XAD gdp 100.0 (2018)",
            "XBR gdp 50.0 (2018)",
            "XAD gdp 111.0 (2019)",
            "XBR gdp 50.0 (2018)");
    refused(
        layout.withYears(Years.of(2018)),
        "vintages.csv",
        ": line 3, column 'indicator': 'gdp' of 'XAD' was already given by line 2 from the same"
            + " source (source not stated (2018)); they differ by their days of publication only."
            + " Years.publishedBy takes the last until a day");
    Years vintage = Years.of(2018).publishedBy(LocalDate.of(2020, 1, 1));
    refused(
        LONG.withYears(vintage),
        "year-alone.csv",
        ": header has no column 'published'. Found: [country, indicator, value, year]."
            + " CsvLayout.withColumn says how it is called, CsvFormat.withHeader where the header"
            + " is");
    refused(
        () -> LONG.load(file("year-alone.csv")).at(vintage),
        "CSV file '"
            + file("year-alone.csv")
            + "' has 2 faults:\n"
            + "  - line 2: 'gdp' of 'XAD' needs a day of publication (column 'published'), since"
            + " figures are chosen by it\n"
            + "  - line 3: 'gdp' of 'XBR' needs a day of publication (column 'published'), since"
            + " figures are chosen by it");
  }

  @Test
  void all_lines_that_give_one_figure_are_counted_in_one_fault() {
    StringBuilder text = new StringBuilder("country,indicator,value\n");
    for (int i = 0; i < 1500; i++) {
      text.append("XAD,a,").append(i).append('\n');
    }
    refused(
        () -> LONG.read(text.toString()),
        "CSV: line 3, column 'indicator': 'a' of 'XAD' was already given by line 2 from the same"
            + " source (source not stated), and 1,498 more lines give it");
  }

  @Test
  void a_year_under_another_header_is_not_dropped_without_a_word() {
    String text = "country,indicator,value,Year\nXAD,a,5,2015\nXBR,a,6,2021\n";
    refused(
        () -> LONG.read(text),
        "CSV: column 'Year' seems to be a year: CsvLayout.withColumn(\"year\", \"Year\"), or"
            + " without(\"Year\")");
    assertThat(figures(LONG.withColumn("year", "Year").read(text)))
        .containsExactly("XAD a 5.0 (2015)", "XBR a 6.0 (2021)");
    assertThat(figures(LONG.without("Year").read(text))).containsExactly("XAD a 5.0", "XBR a 6.0");
  }

  @Test
  void a_name_in_front_of_a_year_makes_no_year_of_a_header() throws IOException {
    CsvLayout years =
        STANDARD
            .yearColumns()
            .withColumn("country", "iso3")
            .withConstant("indicator", "hdi")
            .withCountries(CountryCodes.unchecked().leavingOutOthers());
    refused(
        years,
        "years-in-headers.csv",
        ": header has no column of a year, such as 2019. Found: [iso3, country, region, hdi_rank_2020,"
            + " hdi_2019, hdi_2020, le_2019, le_2020]. In 'hdi_rank_2020' an indicator has a year:"
            + " CsvFormat.wideTable and CsvLayout.withYearsInHeaders");
    CsvLayout layout =
        WIDE.withColumn("country", "iso3")
            .withColumn("name", "country")
            .withYearsInHeaders()
            .withOnly("hdi", "le")
            .withCountries(CountryCodes.of(CodeList.ISO3).leavingOutOthers());
    read(
        layout.withYears(Years.upTo(2020)).withCode("le", "life"),
        "years-in-headers.csv",
        "XAD hdi 0.48 (2020)",
        "XAD life 62.5 (2020)",
        "XBR hdi 0.81 (2019)",
        "XBR life 75.0 (2020)");
    read(
        layout.withYears(Years.of(2019)).withOnly("hdi"),
        "years-in-headers.csv",
        "XAD hdi 0.49 (2019)",
        "XAD le 63.6 (2019)",
        "XBR hdi 0.81 (2019)");
    assertThat(
            figures(layout.withoutRepeats().load(file("years-in-headers.csv")).panel(2019, 2020)))
        .hasSize(7);
    refused(
        layout,
        "years-in-headers.csv",
        " has 2 faults:\n"
            + "  - line 2: 'hdi' of 'XAD' is given for 2019 and 2020. CsvLayout.withYears chooses:"
            + " Years.of(2020), or Years.upTo(2020) for the newest until then\n"
            + "  - line 2: 'le' of 'XAD' is given for 2019 and 2020. CsvLayout.withYears chooses:"
            + " Years.of(2020), or Years.upTo(2020) for the newest until then");
    refused(
        () -> WIDE.withYearsInHeaders().read("country,year,a_2019\nXAD,2019,5\n"),
        "CSV: years are in the headers of the figures, so that no column 'year' can say them");
    refused(
        () -> LONG.withYearsInHeaders(),
        "Only in a wide table headers say indicators, with years or without");
  }

  @Test
  void figures_of_several_years_are_added_up_when_told() {
    CsvLayout events =
        LONG.withConstant("indicator", "coups").withConstant("value", "1").withSums(10);
    String text = "country,year\nXAD,2011\nXAD,2012\nXAD,2020\nXAD,2020\nXBR,1999\nXCO,2021\n";
    assertThat(figures(events.withYears(Years.upTo(2021)).read(text)))
        .containsExactly("XAD coups 3.0 (2021)", "XBR -", "XCO coups 1.0 (2021)");
    assertThat(figures(events.withYears(Years.upTo(2020)).read(text)))
        .containsExactly("XAD coups 4.0 (2020)", "XBR -", "XCO -");
    assertThat(figures(events.load(text).panel(2008, 2021)))
        .containsExactly("XBR coups 1.0 (2008)", "XAD coups 3.0 (2021)", "XCO coups 1.0 (2021)");
    refused(
        () -> events.read("country,year\nXAD,2011\nXAD,2011\n"),
        "CSV: sums of several years need CsvLayout.withYears, which says the last of them");
    refused(() -> LONG.withSums(0), "Years to add up must be at least 1, but were 0");
  }
}
