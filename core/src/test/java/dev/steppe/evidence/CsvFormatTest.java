package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFormatTest {

  @Test
  void wide_table_is_read_as_the_documentation_says() {
    Dataset data = Dataset.readWideCsv("country,gdp,debt\nAAA,10,55..60\nBBB,,40\n");
    assertThat(data.codes()).containsExactly("gdp", "debt");
    assertThat(data.column("debt")).containsExactly(57.5, 40);
    assertThat(data.column("gdp")).containsExactly(10, Double.NaN);
    assertThat(data.profile("BBB").country()).isEqualTo(Country.of("BBB", "BBB"));
    assertThat(data.profile("AAA").estimate("debt")).contains(Estimate.between(55, 60));
  }

  @Test
  void wide_table_may_name_its_countries() {
    Dataset data = Dataset.readWideCsv("country,name,gdp\r\nAAA,\"Aland, the\",10\r\nBBB,,\r\n");
    assertThat(data.profile("AAA").country().name()).isEqualTo("Aland, the");
    assertThat(data.profile("BBB").country().name()).isEqualTo("BBB");
    assertThat(data.profile("BBB").codes()).isEmpty();
  }

  @Test
  void long_table_is_read_with_its_sources() {
    Dataset data =
        Dataset.readLongCsv(
            """
            note,country,name,indicator,value,unit,year,source,place,quality,extra,as_of
            rounded,KAZ,Kazakhstan,kin,20,percent,2009,Paper,section 2,,x,2022-02-23
            ,KAZ,,kin,17.94,percent,2022,Paper,section 3.3,Estimate,y,
            ,UKR,,kin,17..18,,,,,,z,
            """);
    CountryProfile kaz = data.profile("KAZ");
    assertThat(kaz.country().name()).isEqualTo("Kazakhstan");
    assertThat(kaz.asOf()).contains(LocalDate.of(2022, 2, 23));
    assertThat(kaz.estimate("kin")).contains(Estimate.between(17.94, 20));
    assertThat(kaz.readings("kin"))
        .containsExactly(
            new Reading(
                Estimate.exact(20),
                "percent",
                Source.of("Paper", "section 2").observed(2009).withNote("rounded")),
            new Reading(
                Estimate.exact(17.94),
                "percent",
                Source.of("Paper", "section 3.3").observed(2022).withQuality(Quality.ESTIMATE)));
    assertThat(data.profile("UKR").readings("kin"))
        .containsExactly(Reading.of(Estimate.between(17, 18)));
    assertThat(data.profile("UKR").asOf()).isEmpty();
  }

  @Test
  void format_may_have_markers_words_separators_and_headers_of_its_own() {
    CsvFormat format =
        CsvFormat.standard()
            .withSeparator(';')
            .withMissing("NA", "..")
            .withWord("yes", 1)
            .withWord("no", 0);
    CsvLayout layout =
        format.longTable().withColumn("year", "observed_year").withColumn("source", "from");
    Dataset data =
        layout.read(
            "country;indicator;value;observed_year;from\n"
                + "AAA;member;YES;2020;Record\nAAA;gdp;NA;;\nBBB;member;no;;\nBBB;gdp;3;;\n");
    assertThat(data.column("member")).containsExactly(1, 0);
    assertThat(data.column("gdp")).containsExactly(Double.NaN, 3);
    assertThat(data.profile("AAA").readings("member").get(0).source())
        .isEqualTo(Source.of("Record", "").observed(2020));
    assertThat(format.readWide("country;gdp;member\nAAA;..;yes\n").profile("AAA").codes())
        .containsExactly("member");
  }

  @Test
  void byte_order_mark_blank_lines_and_padding_do_no_harm() {
    Dataset data = Dataset.readWideCsv("\uFEFFcountry, gdp\n\n AAA , 10 \n");
    assertThat(data.column("gdp")).containsExactly(10);
  }

  @Test
  void numbers_are_read_alike_in_every_locale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      Dataset data = Dataset.readLongCsv("country,indicator,value\nAAA,INDEX,1234.5\n");
      assertThat(data.column("INDEX")).containsExactly(1234.5);
      assertThat(data.toLongCsv()).contains("AAA,AAA,,INDEX,1234.5,");
      assertThat(
              CsvFormat.standard().withWord("FIX", 1).readWide("country,a\nAAA,fix\n").column("a"))
          .containsExactly(1);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void files_and_readers_are_read(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "country,name,gdp\nAAA,Åland,1\n");
    assertThat(Dataset.readWideCsv(file).profile("AAA").country().name()).isEqualTo("Åland");
    Path table = Files.writeString(folder.resolve("b.csv"), Dataset.readWideCsv(file).toLongCsv());
    assertThat(Dataset.readLongCsv(table)).isEqualTo(Dataset.readWideCsv(file));
    assertThat(Dataset.readLongCsv(new StringReader(Files.readString(table))))
        .isEqualTo(Dataset.readWideCsv(new StringReader(Files.readString(file))));
    refused(
        () -> Dataset.readLongCsv(file),
        "CSV file '"
            + file
            + "' has 2 faults:\n"
            + "  - header has no column 'indicator'. Found: [country, name, gdp]. If each column is"
            + " an indicator, the table is wide: CsvFormat.wideTable reads such tables\n"
            + "  - header has no column 'value'. Found: [country, name, gdp]");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "country,name\nAAA,Åland\n".getBytes(StandardCharsets.ISO_8859_1));
    refused(
        () -> Dataset.readWideCsv(latin),
        "CSV file '"
            + latin
            + "': line 2: byte 0xC5 is not UTF-8. Say the encoding of the file, such as"
            + " CsvFormat.withEncoding(Charset.forName(\"windows-1252\"))");
  }

  @Test
  void failing_reader_is_reported_as_such() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk gone");
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> Dataset.readLongCsv(broken))
        .isInstanceOf(UncheckedIOException.class)
        .hasStackTraceContaining("disk gone");
  }

  @Test
  void all_faults_of_a_long_table_are_reported_with_line_and_column() {
    refused(
        () ->
            Dataset.readLongCsv(
                """
                country,name,as_of,indicator,value,year,source,place,quality
                AAA,Aland,2022-02-23,gdp,"12,5",,Bank,,
                A a,,,gdp,1,,,,
                AAA,Oland,2022-02-24,2gdp,NaN,99,,page 3,exakt
                AAA,,,debt,,,,,
                AAA,,,debt,5..4,,,,
                AAA,,yesterday,age,1,,Bank,,
                AAA,,,age,2,,Bank,,exact
                AAA,,,age
                """),
        """
        CSV has 14 faults:
          - line 2, column 'value': '12,5' is not a number or an interval lo..hi. A comma is a\
         decimal mark or stands between thousands: CsvFormat.withDecimalMark or withGroupingMark
          - line 3, column 'country': Country code must be three letters A-Z (ISO 3166-1 alpha-3),\
         but was 'A a'
          - line 4, column 'name': 'Oland' differs from 'Aland' in line 2. CsvLayout.withFirstNames\
         or withLastNames takes one
          - line 4, column 'place': 'page 3' needs a source
          - line 4, column 'year': '99' is not a year of four digits
          - line 4, column 'quality': Unknown quality 'exakt'. Known: [exact, estimate, judgement,\
         unstated]. Maybe you meant 'exact'.
          - line 4, column 'value': 'NaN' is not a number or an interval lo..hi. If it\
         means that there is no figure: CsvFormat.withMissing("NaN")
          - line 4, column 'indicator': indicator code must start with a letter and go on with\
         letters, digits, '_', '.' or '-', but was '2gdp'. CsvLayout.withCode("2gdp", ...) gives it\
         a code, withMadeCodes all
          - line 4, column 'as_of': '2022-02-24' differs from '2022-02-23' in line 2. A dataset has\
         each country at one date; readByDate reads a table of several
          - line 5, column 'value': must not be empty; leave the line out if the reading is missing,\
         or say so: CsvFormat.withMissing("")
          - line 6, column 'value': '5..4' is an interval whose lower bound exceeds its upper bound
          - line 7, column 'as_of': 'yesterday' is not a date such as 2022-02-23
          - line 8, column 'indicator': 'age' of 'AAA' was already given by line 7 from the same\
         source (Bank)
          - line 9: has 4 cells, but the header has 9""");
  }

  @Test
  void all_faults_of_a_wide_table_are_reported_with_line_and_column() {
    refused(
        () ->
            Dataset.readWideCsv(
                "country,name,gdp,debt\nAAA,Aland,Infinity,NA\nAAA,,1,2\nbbb,,1,about 3\nCCC,,1\n"),
        """
        CSV has 6 faults:
          - line 2, column 'gdp': 'Infinity' is not a number or an interval lo..hi. If it\
         means that there is no figure: CsvFormat.withMissing("Infinity")
          - line 2, column 'debt': 'NA' is not a number or an interval lo..hi. If it\
         means that there is no figure: CsvFormat.withMissing("NA")
          - line 3, column 'country': 'AAA' was already given by line 2
          - line 4, column 'country': Country code must be three letters A-Z (ISO 3166-1 alpha-3),\
         but was 'bbb'
          - line 4, column 'debt': 'about 3' is not a number or an interval lo..hi
          - line 5: has 3 cells, but the header has 4""");
  }

  @Test
  void headers_that_do_not_fit_are_reported() {
    refused(() -> Dataset.readWideCsv(""), "CSV: header has no column 'country'. Found: []");
    refused(
        () -> Dataset.readWideCsv("country,gdp,gdp,2x\n"),
        """
        CSV has 2 faults:
          - header has column 'gdp' twice
          - header of column 4 must start with a letter and go on with letters, digits, '_', '.' or\
         '-', but was '2x'. CsvLayout.withCode("2x", ...) gives it a code, without("2x") leaves it out""");
  }

  @Test
  void quotes_that_do_not_close_are_reported() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.readWideCsv("country,gdp\nAAA,\"1\n"))
        .withMessageStartingWith("CSV: ");
  }

  @Test
  void a_long_list_of_faults_is_cut_after_a_hundred() {
    String text = "country,gdp\nZZZ,1\n" + "ZZZ,2\n".repeat(105);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.readWideCsv(text))
        .withMessageStartingWith("CSV has 105 faults:\n  - line 3, column 'country': 'ZZZ' was")
        .withMessageContaining("line 102,")
        .withMessageEndingWith("already given by line 2\n  - ... and 5 more");
  }

  @Test
  void cells_that_need_the_same_are_told_three_times_and_then_counted() {
    StringBuilder text = new StringBuilder("country,gdp\n");
    for (int i = 0; i < 150; i++) {
      text.append("A").append((char) ('A' + i / 26)).append((char) ('A' + i % 26));
      text.append(i % 3 == 0 ? ",\"" + i + ",5\"\n" : i % 3 == 1 ? ",..\n" : ",7\n");
    }
    refused(
        () -> Dataset.readWideCsv(text.toString()),
        """
        CSV has 5 faults:
          - column 'gdp' has 47 more cells that are no numbers
          - line 2, column 'gdp': '0,5' is not a number or an interval lo..hi. A comma is a\
         decimal mark or stands between thousands: CsvFormat.withDecimalMark or withGroupingMark
          - line 3, column 'gdp': '..' is not a number or an interval lo..hi. If it\
         means that there is no figure: CsvFormat.withMissing("..") (and in 49 more lines)
          - line 5, column 'gdp': '3,5' is not a number or an interval lo..hi. A comma is a\
         decimal mark or stands between thousands: CsvFormat.withDecimalMark or withGroupingMark
          - line 8, column 'gdp': '6,5' is not a number or an interval lo..hi. A comma is a\
         decimal mark or stands between thousands: CsvFormat.withDecimalMark or withGroupingMark""");
  }

  @Test
  void a_line_has_all_its_faults() {
    refused(
        () -> Dataset.readLongCsv("country,as_of,indicator,value\nkaz,20-1-1,a,5\n"),
        """
        CSV has 2 faults:
          - line 2, column 'as_of': '20-1-1' is not a date such as 2022-02-23
          - line 2, column 'country': Country code must be three letters A-Z (ISO 3166-1 alpha-3),\
         but was 'kaz'. It is Kazakhstan (KAZ) by CodeList.ISO3""");
    refused(
        () -> Dataset.readWideCsv("country,a\nAAA,1\nAAA,x\n"),
        """
        CSV has 2 faults:
          - line 3, column 'country': 'AAA' was already given by line 2
          - line 3, column 'a': 'x' is not a number or an interval lo..hi. If it\
         means that there is no figure: CsvFormat.withMissing("x")""");
  }

  @Test
  void faults_of_the_header_do_not_hide_those_of_cells() {
    refused(
        () -> Dataset.readLongCsv("country,indicator,unit,unit,year\nkaz,9a,x,y,98\n"),
        """
        CSV has 5 faults:
          - header has no column 'value'. Found: [country, indicator, unit, unit, year].\
         CsvLayout.withColumn says how it is called, CsvFormat.withHeader where the header is
          - header has column 'unit' twice
          - line 2, column 'year': '98' is not a year of four digits
          - line 2, column 'country': Country code must be three letters A-Z (ISO 3166-1 alpha-3),\
         but was 'kaz'. It is Kazakhstan (KAZ) by CodeList.ISO3
          - line 2, column 'indicator': indicator code must start with a letter and go on with\
         letters, digits, '_', '.' or '-', but was '9a'. CsvLayout.withCode("9a", ...) gives it a\
         code, withMadeCodes all""");
    refused(
        () -> Dataset.readLongCsv("name,indicator,value\nAland,a,x\n"),
        """
        CSV has 2 faults:
          - header has no column 'country'. Found: [name, indicator, value]. CsvLayout.withColumn\
         says how it is called, CsvFormat.withHeader where the header is
          - line 2, column 'value': 'x' is not a number or an interval lo..hi. If it\
         means that there is no figure: CsvFormat.withMissing("x")""");
  }

  @Test
  void figures_that_cannot_be_spanned_are_told_with_their_line() {
    refused(
        () ->
            Dataset.readLongCsv(
                """
                country,indicator,value,source
                AAA,a,"normal(1, 2)",X
                AAA,a,5,Y
                BBB,a,"normal(3, 2)",X
                BBB,a,7,Y
                """),
        """
        CSV has 2 faults:
          - line 3, column 'value': 'a' of 'AAA' is also given by line 2: Figures that differ are\
         spanned from bound to bound, but one has none: [normal(1.0, 2.0), 5.0]
          - line 5, column 'value': 'a' of 'BBB' is also given by line 4: Figures that differ are\
         spanned from bound to bound, but one has none: [normal(3.0, 2.0), 7.0]""");
  }

  @Test
  void a_table_of_several_dates_is_read_by_date() {
    String text =
        """
        country,name,as_of,indicator,value
        AAA,Aland,2020-12-31,a,5
        BBB,,2020-12-31,a,7
        AAA,,2021-12-31,a,6
        """;
    assertThat(CsvFormat.standard().readLongByDate(text))
        .containsExactly(
            CountryProfile.builder(Country.of("AAA", "Aland"))
                .asOf(LocalDate.of(2020, 12, 31))
                .reading("a", 5)
                .build(),
            CountryProfile.builder(Country.of("BBB", "BBB"))
                .asOf(LocalDate.of(2020, 12, 31))
                .reading("a", 7)
                .build(),
            CountryProfile.builder(Country.of("AAA", "Aland"))
                .asOf(LocalDate.of(2021, 12, 31))
                .reading("a", 6)
                .build());
    refused(
        () -> Dataset.readLongCsv(text),
        "CSV: line 4, column 'as_of': '2021-12-31' differs from '2020-12-31' in line 2. A dataset"
            + " has each country at one date; readByDate reads a table of several");
    refused(
        () ->
            CsvFormat.standard()
                .readLongByDate(
                    """
                    country,name,as_of,indicator,value
                    AAA,A,2020-12-31,a,5
                    AAA,B,2020-12-31,a,5
                    AAA,A,,a,5
                    """),
        """
        CSV has 3 faults:
          - line 3, column 'name': 'B' differs from 'A' in line 2. CsvLayout.withFirstNames or\
         withLastNames takes one
          - line 3, column 'indicator': 'a' of 'AAA' was already given by line 2 from the same\
         source (source not stated); the two say the same: CsvLayout.withoutRepeats takes one
          - line 4, column 'as_of': must not be empty where a table has several dates""");
  }

  @Test
  void formats_that_contradict_themselves_are_refused() {
    refused(
        () -> CsvFormat.standard().withWord("yes", 1).withWord("Yes", 2),
        "Word 'Yes' was already set to 1.0, second was 2.0");
    refused(
        () -> CsvFormat.standard().withWord("yes", Double.NaN),
        "number for the word 'yes' must be finite, but was NaN");
    refused(
        () -> CsvFormat.standard().longTable().withColumn("years", "y"),
        "Unknown column 'years'. Known: [country, name, as_of, indicator, value, unit, year,"
            + " source, place, quality, note, multiplier, published, least, most]. Maybe you meant"
            + " 'year'.");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void the_name_column_of_a_wide_table_may_have_another_header() {
    Dataset dataset =
        CsvFormat.standard()
            .wideTable()
            .withColumn("name", "label")
            .read("country,label,gdp\nAAA,Aland,1\n");
    assertThat(dataset.profile("AAA").country()).isEqualTo(Country.of("AAA", "Aland"));
    assertThat(dataset.codes()).containsExactly("gdp");
  }
}
