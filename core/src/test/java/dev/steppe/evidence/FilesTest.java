package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Files with the kinds of trouble that real ones have: read right when told how, or refused. */
class FilesTest {

  private static final CsvFormat STANDARD = CsvFormat.standard();
  private static final CsvLayout LONG = STANDARD.longTable();
  private static final CsvLayout WIDE = STANDARD.wideTable();
  private static final CsvLayout SDMX =
      LONG.withColumn("country", "REF_AREA")
          .withColumn("indicator", "MEASURE")
          .withColumn("value", "OBS_VALUE")
          .withColumn("unit", "UNIT_MEASURE")
          .withColumn("year", "TIME_PERIOD");
  private static final CsvLayout PANEL =
      WIDE.withColumn("country", "Code").withColumn("name", "Entity").withColumn("year", "Year");

  static Path file(String name) {
    return Path.of("src", "test", "resources", "dev", "steppe", "evidence", "files", name);
  }

  /** Every reading with its year, such as {@code XAD debt 55.0 (2020)}. */
  static List<String> figures(Iterable<CountryProfile> profiles) {
    List<String> figures = new ArrayList<>();
    for (CountryProfile profile : profiles) {
      if (profile.codes().isEmpty()) {
        figures.add(profile.country().code() + " -");
      }
      profile
          .plainReadings()
          .forEach(
              (code, reading) ->
                  figures.add(
                      profile.country().code()
                          + " "
                          + code
                          + " "
                          + reading.estimate()
                          + (reading.unit().isEmpty() ? "" : " " + reading.unit())
                          + (reading.source().observedYear().isPresent()
                              ? " (" + reading.source().observedYear().getAsInt() + ")"
                              : "")));
    }
    return figures;
  }

  private static void read(CsvLayout layout, String name, String... figures) throws IOException {
    assertThat(figures(layout.read(file(name)))).containsExactly(figures);
  }

  private static void refused(CsvLayout layout, String name, String faults) {
    refused(() -> layout.read(file(name)), "CSV file '" + file(name) + "'" + faults);
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

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
  void two_units_are_told_with_a_line_of_each() throws IOException {
    refused(
        LONG,
        "units-of-one-country.csv",
        ": line 3, column 'unit': 'coverage' of 'XAD' is in 'fraction', but in 'percent' in line 2."
            + " CsvLayout.withUnit converts all readings to one unit");
    refused(
        LONG,
        "units-of-countries.csv",
        ": line 3, column 'unit': 'output' of 'XBR' is in 'thousand tonnes', but in 'million"
            + " tonnes' in line 2. CsvLayout.withUnit converts all readings to one unit");
    read(
        LONG.withUnit("output", "million tonnes"),
        "units-of-countries.csv",
        "XAD output 120.0 million tonnes",
        "XBR output 0.9 million tonnes",
        "XCO output 80.0 million tonnes");
  }

  @Test
  void a_multiplier_multiplies_when_it_is_named() throws IOException {
    refused(
        SDMX,
        "multiplier.csv",
        ": column 'UNIT_MULT' says by which power of ten figures are to be multiplied:"
            + " CsvLayout.withColumn(\"multiplier\", \"UNIT_MULT\"), or without(\"UNIT_MULT\")");
    read(
        SDMX.withColumn("multiplier", "UNIT_MULT"),
        "multiplier.csv",
        "XAD OUTPUT 7.10005E10 XDC (2021)",
        "XBR OUTPUT 3.0E8 XDC (2021)",
        "XCO OUTPUT 12.0 XDC (2021)");
  }

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
  void a_marker_that_is_a_number_is_it_in_every_spelling() throws IOException {
    read(
        STANDARD.withMissing("-99").wideTable(),
        "numeric-marker.csv",
        "XAD -",
        "XBR -",
        "XCO -",
        "XDE troops 12.0");
  }

  @Test
  void a_column_that_is_named_has_to_be_there() {
    refused(
        LONG.withColumn("year", "Yr").withColumn("source", "Source"),
        "absent-column.csv",
        " has 2 faults:\n"
            + "  - header has no column 'Yr'. Found: [country, indicator, value, Obs, Publisher]."
            + " CsvLayout.withColumn says how it is called, CsvFormat.withHeader where the header"
            + " is\n"
            + "  - header has no column 'Source'. Found: [country, indicator, value, Obs,"
            + " Publisher]");
    refused(
        WIDE.withOnly("gpd"),
        "join-left.csv",
        ": header has no column 'gpd'. Found: [country, gdp]. Maybe you meant 'gdp'.");
    refused(
        LONG.withOnly("gpd"),
        "year-alone.csv",
        ": no line has the indicator 'gpd'. Known: [gdp]. Maybe you meant 'gdp'.");
  }

  @Test
  void a_year_without_a_document_is_shown() throws IOException {
    assertThat(LONG.read(file("year-alone.csv")).profile("XAD").readings("gdp"))
        .hasToString("[5.0, source not stated (2019)]");
  }

  @Test
  void identifiers_and_years_do_not_become_indicators() throws IOException {
    refused(
        WIDE,
        "identifiers.csv",
        " has 2 faults:\n"
            + "  - column 'm49' seems to have numbers by which countries are known, such as '012'"
            + " in line 2: CsvLayout.without(\"m49\"), or withOnly if it is an indicator\n"
            + "  - column 'cowcode' seems to have numbers by which countries are known, such as"
            + " '615' in line 2: CsvLayout.without(\"cowcode\"), or withOnly if it is an"
            + " indicator");
    CsvTable table = WIDE.without("m49", "cowcode").load(file("identifiers.csv"));
    assertThat(figures(table.dataset()))
        .containsExactly("XAD gdp 90.0 (2019)", "XBR gdp 40.0 (2019)");
    assertThat(table.leftOut()).containsExactly("column 'm49'", "column 'cowcode'");
    read(WIDE.withOnly("gdp"), "identifiers.csv", "XAD gdp 90.0 (2019)", "XBR gdp 40.0 (2019)");
    refused(
        () -> WIDE.read("country,Year,gdp\nXAD,2019,5\n"),
        "CSV: column 'Year' seems to be a year: CsvLayout.withColumn(\"year\", \"Year\"),"
            + " without(\"Year\"), or withOnly if it is an indicator");
  }

  @Test
  void decimal_commas_and_dots_between_thousands_are_read_when_told() throws IOException {
    CsvFormat semicolons = STANDARD.withSeparator(';');
    assertThatIllegalArgumentException()
        .isThrownBy(() -> semicolons.readWide(file("decimal-comma.csv")))
        .withMessageContaining(
            "line 2, column 'growth': '-1,25' is not a number or an interval lo..hi. A comma is a"
                + " decimal mark or stands between thousands: CsvFormat.withDecimalMark or"
                + " withGroupingMark");
    read(
        semicolons.withDecimalMark(',').wideTable(),
        "decimal-comma.csv",
        "XAD area 2717.0",
        "XAD growth -1.25",
        "XBR area 604.0",
        "XBR growth 0.5",
        "XCO area 1.7098246E7",
        "XCO growth 3.0");
    read(
        semicolons.withDecimalMark(',').wideTable(),
        "dot-thousands.csv",
        "XAD area 2717.0",
        "XBR area 604.0",
        "XCO area 1040.0");
    refused(
        WIDE,
        "dot-thousands.csv",
        ": header has no column 'country'. Found: [country;area]. Its one cell has ';' in it:"
            + " CsvFormat.withSeparator(';')");
  }

  @Test
  void a_byte_order_mark_may_stand_before_a_quote() throws IOException {
    read(LONG, "quoted-mark.csv", "XAD debt 55.0", "XBR debt 20.0");
  }

  @Test
  void lines_before_the_header_are_passed_over_when_told() throws IOException {
    CsvLayout layout =
        STANDARD
            .withHeader("Country Code")
            .yearColumns()
            .withColumn("country", "Country Code")
            .withColumn("name", "Country Name")
            .withColumn("indicator", "Indicator Code");
    CsvTable table = layout.load(file("metadata-lines.csv"));
    assertThat(figures(table.at(Years.upTo(2020))))
        .containsExactly("XAD debt 55.0 (2020)", "XBR debt 20.0 (2019)");
    assertThat(figures(table.at(Years.upTo(2019))))
        .containsExactly("XAD debt 50.0 (2018)", "XBR debt 20.0 (2019)");
    assertThat(table.at(Years.upTo(2019)).countries())
        .extracting(Country::name)
        .containsExactly("Aldania", "Brevia");
    assertThat(table.leftOut()).containsExactly("column 'Indicator Name'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LONG.read(file("metadata-lines.csv")))
        .withMessageContaining("CsvFormat.withHeader where the header is")
        .withMessageEndingWith(
            "line 5: has 8 cells, but the header has 3. If that is the header:"
                + " CsvFormat.withHeaderLine(5)");
    assertThat(
            figures(
                STANDARD
                    .withHeaderLine(5)
                    .yearColumns()
                    .withColumn("country", "Country Code")
                    .withColumn("indicator", "Indicator Code")
                    .withYears(Years.of(2019))
                    .read(file("metadata-lines.csv"))))
        .containsExactly("XAD -", "XBR debt 20.0 (2019)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STANDARD.withHeader("Code").longTable().read(file("metadata-lines.csv")))
        .withMessageContaining("no line has the cell 'Code', so there is no header");
  }

  @Test
  void lines_after_the_table_are_passed_over_when_told() throws IOException {
    refused(
        LONG,
        "footer.csv",
        ": lines 5 and 6 look like a footer, each with 1 cell where the header has 4."
            + " CsvFormat.withEndAtBlankLine or withFooter(2) leaves it out");
    for (CsvFormat format : List.of(STANDARD.withEndAtBlankLine(), STANDARD.withFooter(2))) {
      read(format.longTable(), "footer.csv", "XAD debt 55.0", "XBR debt 20.0");
    }
    read(
        STANDARD.withEndAtBlankLine().longTable(),
        "padded-footer.csv",
        "XAD debt 55.0",
        "XBR debt 20.0");
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
  void empty_values_are_missing_when_told() throws IOException {
    refused(
        LONG,
        "empty-values.csv",
        ": line 3, column 'value': must not be empty; leave the line out if the reading is missing"
            + ", or say so: CsvFormat.withMissing(\"\")");
    read(
        STANDARD.withMissing("").longTable(),
        "empty-values.csv",
        "XAD debt 55.0",
        "XBR -",
        "XCO debt 25.0");
  }

  @Test
  void columns_of_a_wide_table_have_the_headers_that_they_have() throws IOException {
    refused(
        WIDE,
        "other-header.csv",
        ": header has no column 'country'. Found: [iso3, gdp]. If that is 'iso3':"
            + " CsvLayout.withColumn(\"country\", \"iso3\")");
    read(WIDE.withColumn("country", "iso3"), "other-header.csv", "XAD gdp 10.0", "XBR gdp 20.0");
  }

  @Test
  void a_column_of_text_is_one_fault() throws IOException {
    refused(
        WIDE,
        "text-columns.csv",
        " has 2 faults:\n"
            + "  - column 'continent' has no numbers, but text such as 'East' in line 2."
            + " CsvLayout.without(\"continent\") leaves it out; CsvFormat.withMissing names what"
            + " means that there is no reading\n"
            + "  - column 'income level' has no numbers, but text such as 'Low income' in line 2."
            + " CsvLayout.without(\"income level\") leaves it out; CsvFormat.withMissing names what"
            + " means that there is no reading");
    for (CsvLayout layout :
        List.of(WIDE.without("continent", "income level"), WIDE.withOnly("gdp"))) {
      read(layout, "text-columns.csv", "XAD gdp 10.0", "XBR gdp 20.0");
    }
  }

  @Test
  void headers_in_words_get_codes() throws IOException {
    refused(
        WIDE.withCode("Schooling (years)", "schooling"),
        "headers-in-words.csv",
        ": header of column 2 must start with a letter and go on with letters, digits, '_', '.' or"
            + " '-', but was 'Output ($ per head)'. CsvLayout.withCode(\"Output ($ per head)\","
            + " ...) gives it a code, without(\"Output ($ per head)\") leaves it out");
    read(
        WIDE.withCode("Output ($ per head)", "output").withCode("Schooling (years)", "schooling"),
        "headers-in-words.csv",
        "XAD output 1500.0",
        "XAD schooling 8.5",
        "XBR output 400.0",
        "XBR schooling 4.0");
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
  void marks_between_thousands_are_read_when_told() throws IOException {
    read(
        STANDARD.withGroupingMark(',').wideTable(),
        "thousands.csv",
        "XAD people 3141592.0",
        "XBR people 27182.0",
        "XCO people 816.0");
    for (String wrong : List.of("1,23,4", "1,234,56", ",123", "1234,567", "1,234.", "12,34,567")) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> STANDARD.withGroupingMark(',').readWide("country,a\nXAD,\"" + wrong + "\"\n"))
          .withMessageContaining("'" + wrong + "' is not a number or an interval lo..hi with '.'");
    }
    assertThat(
            figures(
                STANDARD
                    .withGroupingMark(' ')
                    .readWide("country,a\nXAD,1\u00a0234.5\nXBR,1 234\nXCO,12\u202f345\n")))
        .containsExactly("XAD a 1234.5", "XBR a 1234.0", "XCO a 12345.0");
  }

  @Test
  void percent_signs_are_a_unit_when_told_and_all_or_none_have_one() throws IOException {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WIDE.read(file("percent.csv")))
        .withMessageContaining("CsvFormat.withPercentSigns reads the sign as a unit");
    CsvFormat signs = STANDARD.withPercentSigns();
    refused(
        signs.wideTable(),
        "percent.csv",
        ": line 4, column 'share': 'share' of 'XCO' has no percent sign here, but one in line 2");
    assertThat(figures(signs.readWide("country,share\nXAD,37.5%\nXBR,40 %\n")))
        .containsExactly("XAD share 37.5 percent", "XBR share 40.0 percent");
  }

  @Test
  void flags_behind_figures_go_into_the_note_when_told() throws IOException {
    CsvFormat flags =
        STANDARD
            .withMissing(":")
            .withFlag("p", Quality.ESTIMATE)
            .withFlag("e", Quality.JUDGEMENT)
            .withFlags("[b]", "†", "c");
    Dataset data = flags.readWide(file("flags.csv"));
    assertThat(figures(data))
        .containsExactly(
            "XAD debt 52.1",
            "XBR debt 45.0",
            "XCO debt 7.5",
            "XDE -",
            "XEL debt 8.0",
            "XFA debt 9.0");
    assertThat(data.profile("XAD").readings("debt").get(0).source())
        .isEqualTo(Source.unstated().withNote("p").withQuality(Quality.ESTIMATE));
    assertThat(data.profile("XBR").readings("debt").get(0).source().note()).isEqualTo("[b]");
    assertThat(data.profile("XEL").readings("debt").get(0).source())
        .isEqualTo(Source.unstated().withNote("e p").withQuality(Quality.JUDGEMENT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STANDARD.withMissing(":").readWide(file("flags.csv")))
        .withMessageContaining(
            "'52.1 p' is not a number or an interval lo..hi. CsvFormat.withFlags")
        .withMessageContaining("has 5 faults");
    assertThat(figures(flags.readWide("country,a\nXAD,12.3e\nXBR,12.3e2\n")))
        .containsExactly("XAD a 12.3", "XBR a 1230.0");
  }

  @Test
  void ranges_with_dashes_are_read_when_told_and_limits_never() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WIDE.read(file("ranges.csv")))
        .withMessageContaining("has 3 faults")
        .withMessageContaining(
            "'10-16' is not a number or an interval lo..hi. Write an interval as 12..18, or say"
                + " that it has a dash: CsvFormat.withDashRanges")
        .withMessageContaining("A limit is no figure");
    CsvFormat dashes = STANDARD.withDashRanges();
    refused(
        dashes.wideTable(),
        "ranges.csv",
        ": line 4, column 'share': '>90' is not a number or an interval lo..hi. A limit is no"
            + " figure: write an interval, such as 0..0.1");
    assertThat(figures(dashes.readWide("country,a\nXAD,10–16\nXBR,10 - 16\nXCO,-3\nXDE,1e-3\n")))
        .containsExactly("XAD a 10.0..16.0", "XBR a 10.0..16.0", "XCO a -3.0", "XDE a 0.001");
    refused(
        () -> dashes.readWide("country,a\nXAD,16-10\n"),
        "CSV: line 2, column 'a': '16-10' is not a number or an interval lo..hi. Write an interval"
            + " as 12..18, or say that it has a dash: CsvFormat.withDashRanges");
  }

  @Test
  void bytes_that_do_not_fit_the_encoding_are_told_with_their_line() throws IOException {
    refused(
        LONG,
        "windows-1252.csv",
        ": line 2: byte 0xE1 is not UTF-8. Say the encoding of the file, such as"
            + " CsvFormat.withEncoding(Charset.forName(\"windows-1252\"))");
    Dataset data =
        STANDARD.withEncoding(Charset.forName("windows-1252")).readLong(file("windows-1252.csv"));
    assertThat(data.countries()).extracting(Country::name).containsExactly("Aldánia", "Brévia");
    CsvFormat tabs = STANDARD.withSeparator('\t');
    read(tabs.longTable(), "utf-16.txt", "XAD debt 55.0", "XBR debt 20.0");
    read(
        tabs.withEncoding(StandardCharsets.UTF_16LE).longTable(),
        "utf-16-unmarked.txt",
        "XAD debt 55.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LONG.read(file("utf-16-unmarked.txt")))
        .withMessageContaining("The file may be in UTF-16 without a mark");
  }

  @Test
  void columns_without_a_header_are_left_out_when_told() throws IOException {
    refused(
        WIDE,
        "nameless.csv",
        ": column 1 has no header, but cells such as '1' in line 2. CsvLayout.without(\"\") leaves"
            + " out columns without a header");
    read(WIDE.without(""), "nameless.csv", "XAD debt 55.0", "XBR debt 20.0");
    assertThat(figures(WIDE.read("country,debt,\nXAD,5,\n"))).containsExactly("XAD debt 5.0");
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
  void a_workbook_is_called_one() {
    refused(
        LONG,
        "workbook.xlsx",
        ": this is an Excel workbook or another ZIP file, not CSV: save the sheet as CSV (UTF-8),"
            + " and read that");
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
    refused(
        LONG.withYears(Years.of(2018).publishedBy(LocalDate.of(2020, 1, 1))),
        "year-alone.csv",
        " has 2 faults:\n"
            + "  - line 2: 'gdp' of 'XAD' needs a day of publication (column 'published'), since"
            + " figures are chosen by it\n"
            + "  - line 3: 'gdp' of 'XBR' needs a day of publication (column 'published'), since"
            + " figures are chosen by it");
  }
}
