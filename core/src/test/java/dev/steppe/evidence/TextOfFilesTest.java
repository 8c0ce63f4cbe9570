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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files written in other ways than the standard one: read right when told how, or refused. */
final class TextOfFilesTest {

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
  void a_workbook_is_called_one() {
    refused(
        LONG,
        "workbook.xlsx",
        ": this is an Excel workbook or another ZIP file, not CSV: save the sheet as CSV (UTF-8),"
            + " and read that");
  }

  @Test
  void a_remark_after_the_table_is_told_even_if_it_is_as_wide() throws IOException {
    CsvLayout layout =
        STANDARD.yearColumns().withColumn("country", "Code").withColumn("indicator", "Series");
    refused(
        layout,
        "footer-as-wide.csv",
        ": lines 6 and 7 look like a footer, each with text in its first cell alone."
            + " CsvFormat.withEndAtBlankLine or withFooter(2) leaves it out");
    read(
        STANDARD
            .withEndAtBlankLine()
            .yearColumns()
            .withColumn("country", "Code")
            .withColumn("indicator", "Series"),
        "footer-as-wide.csv",
        "XAD debt 55.0 (2020)",
        "XBR debt 20.0 (2020)");
    assertThat(
            figures(
                WIDE.withCountries(CountryCodes.of(CodeList.NAMES))
                    .read("country,a\n\nCosta Rica,\nPeru,5\n")))
        .containsExactly("CRI -", "PER a 5.0");
  }

  @Test
  void a_first_column_that_is_several_is_split_when_told() throws IOException {
    CsvFormat tabs = STANDARD.withSeparator('\t').withMissing(":").withFlags("e", "b", "c");
    CountryCodes countries = CountryCodes.unchecked().withAlias("XA", "XAD").withAlias("XB", "XBR");
    refused(
        tabs.yearColumns().withConstant("indicator", "jobless").withCountries(countries),
        "split-column.tsv",
        ": header has no column 'country'. Found: [unit,sex,geo\\time, 2021, 2020, 2019]. Its first"
            + " column is several in one: CsvFormat.withSplitFirstColumn(',')");
    read(
        tabs.withSplitFirstColumn(',')
            .yearColumns()
            .withColumn("country", "geo")
            .withConstant("indicator", "jobless")
            .withRows("unit", "PC_ACT")
            .withoutRows("sex", "F")
            .withCountries(countries)
            .withYears(Years.upTo(2021)),
        "split-column.tsv",
        "XAD jobless 6.9 PC_ACT (2021)",
        "XBR jobless 8.0 PC_ACT (2020)");
    refused(
        () ->
            tabs.withSplitFirstColumn(',')
                .yearColumns()
                .withColumn("country", "geo")
                .withConstant("indicator", "a")
                .read("unit,geo\\time\t2020\nPC,XAD\t5\nXBR\t6\n"),
        "CSV: line 3: has 2 cells, but the header has 3");
    assertThat(
            tabs.withSplitFirstColumn(',')
                .yearColumns()
                .withColumn("country", "geo")
                .withConstant("indicator", "a")
                .withoutRows("unit", "THS")
                .load("unit,geo\\time\t2020\nPC,XAD\t5\nTHS,XBR\t6\n")
                .leftOut())
        .containsExactly("1 line that withRows or withoutRows leaves out");
  }
}
