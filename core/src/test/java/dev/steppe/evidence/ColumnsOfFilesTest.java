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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files whose columns are not those of the standard layouts: read right when told, or refused. */
final class ColumnsOfFilesTest {

  private static final CsvLayout SDMX =
      LONG.withColumn("country", "REF_AREA")
          .withColumn("indicator", "MEASURE")
          .withColumn("value", "OBS_VALUE")
          .withColumn("unit", "UNIT_MEASURE")
          .withColumn("year", "TIME_PERIOD");

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
    refused(
        () -> LONG.read("country,indicator,value,multiplier\nXAD,a,5,3\n"),
        "CSV: column 'multiplier' says by which power of ten figures are to be multiplied:"
            + " CsvLayout.withColumn(\"multiplier\", \"multiplier\"), or without(\"multiplier\")");
    assertThat(
            figures(
                LONG.without("multiplier").read("country,indicator,value,multiplier\nXAD,a,5,3\n")))
        .containsExactly("XAD a 5.0");
    assertThat(
            figures(
                LONG.withColumn("multiplier", "in")
                    .read(
                        "country,indicator,value,in\n"
                            + "XAD,a,5,Millions\nXBR,a,2.5,3.0\nXCO,a,7,\nXDE,a,35,-2\n")))
        .containsExactly("XAD a 5000000.0", "XBR a 2500.0", "XCO a 7.0", "XDE a 0.35");
    read(
        SDMX.withColumn("multiplier", "UNIT_MULT"),
        "multiplier.csv",
        "XAD OUTPUT 7.10005E10 USD (2021)",
        "XBR OUTPUT 3.0E8 USD (2021)",
        "XCO OUTPUT 12.0 USD (2021)");
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
  void a_table_of_another_shape_is_told_to_be_one() {
    refused(
        () -> WIDE.read("country,X2019,X2020\nXAD,1,2\n"),
        "CSV: header has 2 columns that seem to be years, such as 'X2019': CsvFormat.yearColumns"
            + " reads such tables; withOnly names those that are indicators");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WIDE.read("country,indicator,value\nXAD,a,2\n"))
        .withMessageContaining(
            "header has columns 'indicator' and 'value': the table is long, as"
                + " CsvFormat.longTable reads it");
    refused(
        () -> LONG.withYears(Years.of(2020)).read("country,indicator,value,Year\nXAD,a,2,2020\n"),
        "CSV: header has no column 'year'. Found: [country, indicator, value, Year]. Maybe you"
            + " meant 'Year'. CsvLayout.withColumn says how it is called, CsvFormat.withHeader where"
            + " the header is");
    refused(
        () -> LONG.read("data/figures.csv"),
        "'data/figures.csv' seems to be the name of a file, but a table's text was asked for. Files"
            + " are given as a Path: Path.of(\"...\")");
  }

  @Test
  void examples_of_the_documentation_give_what_they_say() {
    assertThat(
            figures(
                STANDARD
                    .withSeparator(';')
                    .withDecimalMark(',')
                    .withMissing("NA")
                    .readWide("country;population;growth\nAAA;1.234;3,5\nBBB;987;NA\n")))
        .containsExactly("AAA population 1234.0", "AAA growth 3.5", "BBB population 987.0");
    assertThat(
            figures(
                WIDE.withColumn("country", "Code")
                    .withColumn("name", "Entity")
                    .withColumn("year", "Year")
                    .withYears(Years.upTo(2020))
                    .read("Entity,Code,Year,hdi\nAland,AAA,2019,0.8\nAland,AAA,2021,0.9\n")))
        .containsExactly("AAA hdi 0.8 (2019)");
    assertThat(
            LONG.withConstant("indicator", "hdi")
                .withConstant("source", "UNDP")
                .read("country,value,year\nAAA,0.8,2021\n")
                .profile("AAA")
                .readings("hdi"))
        .hasToString("[0.8, UNDP (2021)]");
    assertThat(
            figures(
                LONG.withUnit("trade", "fraction")
                    .read("country,indicator,value,unit\nAAA,trade,35,percent\n")))
        .containsExactly("AAA trade 0.35 fraction");
    CsvTable table = WIDE.load("country,year,hdi,region\nAAA,2019,0.8,\nAAA,2021,0.9,\n");
    assertThat(figures(table.at(Years.upTo(2020)))).containsExactly("AAA hdi 0.8 (2019)");
    assertThat(figures(table.panel(2019, 2021)))
        .containsExactly("AAA hdi 0.8 (2019)", "AAA hdi 0.9 (2021)");
    assertThat(table).hasToString("CSV: 1 country");
  }

  @Test
  void a_column_that_a_shape_does_not_have_cannot_be_named() {
    refused(
        () -> WIDE.withColumn("value", "v"),
        "A table with a column an indicator has no column 'value'");
    refused(
        () -> STANDARD.yearColumns().withColumn("year", "y"),
        "A table with years as columns has no column 'year'");
    refused(() -> LONG.withConstant("country", "AAA"), "Lines cannot all be about one country");
    refused(() -> STANDARD.withDecimalMark(';'), "Decimal mark must be '.' or ',', but was ';'");
    refused(
        () -> STANDARD.withGroupingMark('.'),
        "Mark between thousands must be a space, an apostrophe, '_', or that of '.' and ',' which"
            + " is not the decimal mark, but was '.'");
    refused(
        () -> STANDARD.withFlags("2"), "A flag must not begin as a number goes on, but was '2'");
    refused(() -> STANDARD.withHeaderLine(0), "Line of the header must be at least 1, but was 0");
    refused(() -> STANDARD.withFooter(-1), "Lines of a footer must be at least 0, but were -1");
    refused(
        () -> STANDARD.withSeparator('"'), "Cells cannot be separated by quotes or ends of lines");
    refused(() -> Years.of(21), "Year must have four digits, but was 21");
    refused(
        () -> Years.upTo(2021).withGreatestAge(-1), "Greatest age must be at least 0, but was -1");
  }

  @Test
  void a_layout_is_not_changed_by_what_is_made_of_it() {
    CsvLayout layout = WIDE.withOnly("a");
    layout.withOnly("b").without("c").withColumn("country", "iso").withYears(Years.of(2020));
    assertThat(figures(layout.read("country,a,b\nAAA,1,2\n"))).containsExactly("AAA a 1.0");
    CsvFormat format = STANDARD.withMissing("x");
    format.withMissing("1").withDecimalMark(',');
    assertThat(figures(format.readWide("country,a,b\nAAA,1,x\n"))).containsExactly("AAA a 1.0");
  }

  @Test
  void the_currency_of_each_country_is_no_unit_of_all() throws IOException {
    refused(
        STANDARD
            .withSeparator('\t')
            .yearColumns()
            .withColumn("country", "ISO")
            .withColumn("indicator", "Subject")
            .withColumn("unit", "Units")
            .withColumn("multiplier", "Scale")
            .withMadeCodes()
            .withRows("Units", "National currency")
            .withYears(Years.upTo(2021)),
        "own-currency.tsv",
        ": line 4, column 'Units': 'output_at_constant_prices' of 'XBR' is in 'National currency',"
            + " which is not the currency of 'XAD' in line 2, so that they cannot be compared."
            + " CsvLayout.withRows takes the lines of another unit; withConstant(\"unit\", ...) says"
            + " what it is if it is one for all (and in 1 more figure)");
    assertThat(Unit.isOwnCurrency("XDC")).isTrue();
    assertThat(Unit.isOwnCurrency("current LCU")).isTrue();
    assertThat(Unit.isOwnCurrency("local currency units")).isTrue();
    assertThat(Unit.isOwnCurrency("XDR")).isFalse();
    assertThat(Unit.isOwnCurrency("U.S. dollars")).isFalse();
  }

  @Test
  void one_indicator_in_two_units_is_one_fault_a_unit() {
    refused(
        STANDARD
            .withSeparator('\t')
            .yearColumns()
            .withColumn("country", "ISO")
            .withColumn("indicator", "Subject")
            .withColumn("unit", "Units")
            .withColumn("multiplier", "Scale")
            .withCode("Output, at constant prices", "output")
            .withOnly("Output, at constant prices")
            .withYears(Years.upTo(2021)),
        "own-currency.tsv",
        " has 2 faults:\n"
            + "  - line 3, column 'Units': 'output' of 'XAD' is in 'Percent change', but in 'National"
            + " currency' in line 2. CsvLayout.withRows takes the lines of one unit (and in 3 more"
            + " figures)\n"
            + "  - line 4, column 'Units': 'output' of 'XBR' is in 'National currency', which is not"
            + " the currency of 'XAD' in line 2, so that they cannot be compared."
            + " CsvLayout.withRows takes the lines of another unit; withConstant(\"unit\", ...) says"
            + " what it is if it is one for all (and in 1 more figure)");
  }

  @Test
  void codes_are_made_of_words_when_told() throws IOException {
    CsvLayout layout =
        STANDARD
            .withSeparator('\t')
            .yearColumns()
            .withColumn("country", "ISO")
            .withColumn("indicator", "Subject")
            .withColumn("unit", "Units")
            .withColumn("multiplier", "Scale")
            .withRows("Units", "Percent change", "Percent of labor force")
            .withYears(Years.upTo(2021));
    read(
        layout.withMadeCodes().withCode("10_2", "jobless"),
        "own-currency.tsv",
        "XAD output_at_constant_prices -6.24 Percent change (2021)",
        "XAD jobless 11.5 Percent of labor force (2021)",
        "XBR output_at_constant_prices 3.5 Percent change (2021)");
    refused(
        layout,
        "own-currency.tsv",
        " has 2 faults:\n"
            + "  - line 3, column 'Subject': indicator code must start with a letter and go on with"
            + " letters, digits, '_', '.' or '-', but was 'Output, at constant prices'."
            + " CsvLayout.withCode(\"Output, at constant prices\", ...) gives it a code, withMadeCodes"
            + " all (and in 1 more line)\n"
            + "  - line 6, column 'Subject': indicator code must start with a letter and go on with"
            + " letters, digits, '_', '.' or '-', but was '10_2'. CsvLayout.withCode(\"10_2\", ...)"
            + " gives it a code, withMadeCodes all");
    assertThat(figures(WIDE.withMadeCodes().read("country,GDP ($ per head),_T,2x\nXAD,5,6,7\n")))
        .containsExactly("XAD gdp_per_head 5.0", "XAD t 6.0", "XAD x2x 7.0");
    refused(
        () -> LONG.withMadeCodes().read("country,indicator,value\nXAD,GDP ($),5\nXBR,GDP (%),7\n"),
        "CSV: line 3, column 'indicator': 'GDP ($)' and 'GDP (%)' both have the code 'gdp':"
            + " CsvLayout.withCode tells them apart");
    assertThat(
            figures(
                WIDE.withOnly(Map.of("GDP ($)", "gdp", "Area (sq. mi.)", "area"))
                    .read("country,GDP ($),Area (sq. mi.),Phones (per 1000)\nXAD,5,6,7\n")))
        .containsExactly("XAD gdp 5.0", "XAD area 6.0");
  }

  @Test
  void of_what_has_neither_letter_nor_digit_no_code_is_made() {
    refused(
        () -> WIDE.withMadeCodes().read("country,a,--\nXAD,5,6\n"),
        "CSV: header of column 3 must start with a letter and go on with letters, digits, '_', '.'"
            + " or '-', but was '--'. CsvLayout.withCode(\"--\", ...) gives it a code,"
            + " without(\"--\") leaves it out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LONG.withMadeCodes().read("country,indicator,value\nXAD,$,5\n"))
        .withMessageStartingWith("CSV: line 2, column 'indicator': indicator code must start");
  }

  @Test
  void a_table_without_a_header_has_numbered_columns() throws IOException {
    CsvFormat tabs = STANDARD.withSeparator('\t');
    refused(
        tabs.longTable(),
        "events-without-header.tsv",
        " has 3 faults:\n"
            + "  - header has no column 'country'. Found: [7001, 20160728, 2016, XAD, 3, -2.0, 14]."
            + " If there is no header: CsvFormat.withoutHeader\n"
            + "  - header has no column 'indicator'. Found: [7001, 20160728, 2016, XAD, 3, -2.0, 14]\n"
            + "  - header has no column 'value'. Found: [7001, 20160728, 2016, XAD, 3, -2.0, 14]");
    read(
        tabs.withoutHeader()
            .longTable()
            .withColumn("country", "4")
            .withColumn("year", "3")
            .withColumn("value", "7")
            .withConstant("indicator", "mentions")
            .withSums()
            .withCountries(CountryCodes.of(CodeList.ISO3).leavingOutOthers())
            .withYears(Years.of(2016)),
        "events-without-header.tsv",
        "XAD mentions 16.0 (2016)",
        "XBR mentions 7.0 (2016)");
    assertThat(
            figures(
                STANDARD
                    .withoutHeader()
                    .wideTable()
                    .withColumn("country", "1")
                    .without("2")
                    .withCode("3", "gdp")
                    .read("\nAAA,x,5\nBBB,x,7\n")))
        .containsExactly("AAA gdp 5.0", "BBB gdp 7.0");
  }

  @Test
  void columns_with_bounds_make_one_reading_of_a_figure() throws IOException {
    CsvLayout layout = WIDE.withColumn("country", "id").withYears(Years.upTo(2021));
    read(
        layout.withBounds("_codelow", "_codehigh"),
        "bounds.csv",
        "XAD democracy triangular(0.25, 0.3, 0.34) (2021)",
        "XAD regime 1.0 (2021)",
        "XBR democracy 0.8 (2021)",
        "XBR regime 3.0 (2021)");
    read(
        layout.withBounds("_codelow", "_codehigh").withOnly("democracy"),
        "bounds.csv",
        "XAD democracy triangular(0.25, 0.3, 0.34) (2021)",
        "XBR democracy 0.8 (2021)");
    refused(
        layout.withBounds("_low", "_high"),
        "bounds.csv",
        ": no column has bounds under its header and '_low' or '_high'. Found: [id, year, democracy,"
            + " democracy_codelow, democracy_codehigh, regime]");
    refused(
        () ->
            WIDE.withBounds("_low", "_high")
                .read(
                    "country,a,a_low,a_high,b,b_low\nXAD,5,6,7,1,1\nXBR,5,4,,1,1\nXCO,5,x,6,1,1\n"
                        + "XDE,,4,7,1,1\n"),
        "CSV has 5 faults:\n"
            + "  - columns 'b_low' and 'b_high' must both be there, for 'b'\n"
            + "  - line 2, column 'a': '5.0' is not within its bounds, '6' and '7'\n"
            + "  - line 3, column 'a': the figure has bounds '4' and '', which must both be numbers\n"
            + "  - line 4, column 'a': the figure has bounds 'x' and '6', which must both be numbers\n"
            + "  - line 5, column 'a': there are bounds '4' and '7', but no figure between them");
    assertThat(
            figures(
                STANDARD
                    .withMissing("..")
                    .longTable()
                    .withColumn("value", "rank")
                    .withColumn("least", "ranklower")
                    .withColumn("most", "rankupper")
                    .read(
                        "country,indicator,rank,ranklower,rankupper\n"
                            + "XAD,a,5,0,7.5\nXBR,a,..,..,..\nXCO,a,4,..,..\n")))
        .containsExactly("XAD a triangular(0.0, 5.0, 7.5)", "XBR -", "XCO a 4.0");
    refused(
        () -> LONG.withBounds("a", "b"),
        "Only in a wide table columns of figures have others with their bounds");
  }
}
