package dev.steppe.evidence;

import static dev.steppe.evidence.SampleFiles.LONG;
import static dev.steppe.evidence.SampleFiles.STANDARD;
import static dev.steppe.evidence.SampleFiles.WIDE;
import static dev.steppe.evidence.SampleFiles.figures;
import static dev.steppe.evidence.SampleFiles.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rarer faults of tables are told as. */
final class FaultsOfFilesTest {

  private static final EvidenceCsv EVIDENCE = EvidenceCsv.standard();

  @Test
  void more_than_five_years_are_told_by_their_first_and_last() {
    String lines =
        IntStream.rangeClosed(2001, 2006)
            .mapToObj(year -> "XAD,gdp," + year + "," + year + "\n")
            .collect(Collectors.joining());
    refused(
        () -> LONG.read("country,indicator,value,year\n" + lines),
        "CSV: line 3: 'gdp' of 'XAD' is given for 6 years from 2001 to 2006. CsvLayout.withYears"
            + " chooses: Years.of(2006), or Years.upTo(2006) for the newest until then");
  }

  @Test
  void a_range_is_not_added_up() {
    refused(
        () ->
            LONG.withSums()
                .read("country,indicator,value,year\nXAD,left,3,2020\nXAD,left,4..5,2020\n"),
        "CSV: line 3: only exact figures are added up, but 'left' is 4.0..5.0");
  }

  @Test
  void what_is_left_out_has_to_be_there() {
    refused(
        () -> WIDE.without("gpd").read("country,gdp,debt\nXAD,1,2\n"),
        "CSV: header has no column 'gpd'. Found: [country, gdp, debt]. Maybe you meant 'gdp'.");
    refused(
        () -> LONG.without("gpd").read("country,indicator,value\nXAD,gdp,1\n"),
        "CSV: there is no indicator or column 'gpd'. Known: [gdp]. Maybe you meant 'gdp'.");
    assertThat(figures(WIDE.without("debt").read("country,gdp,debt\nXAD,1,2\n")))
        .containsExactly("XAD gdp 1.0");
  }

  @Test
  void of_a_header_of_many_columns_thirty_are_listed() {
    String header =
        IntStream.rangeClosed(1, 32).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    refused(
        () -> LONG.withConstant("indicator", "x").withConstant("value", "1").read(header + "\n"),
        "CSV: header has no column 'country'. Found: "
            + IntStream.rangeClosed(1, 30).mapToObj(i -> "c" + i).toList()
            + " and 2 more. CsvLayout.withColumn says how it is called, CsvFormat.withHeader where"
            + " the header is");
  }

  @Test
  void a_short_line_between_others_is_no_footer() {
    refused(
        () -> LONG.read("country,indicator,value\nXAD,gdp,1\nsource: census\nXBR,gdp,2\n"),
        "CSV: line 3: has 1 cell, but the header has 3");
    String remarks = "remark\n".repeat(21);
    refused(
        () -> LONG.read("country,indicator,value\nXAD,gdp,1\n" + remarks),
        "CSV has 21 faults:\n"
            + IntStream.rangeClosed(3, 23)
                .mapToObj(line -> "  - line " + line + ": has 1 cell, but the header has 3")
                .collect(Collectors.joining("\n")));
  }

  @Test
  void a_point_as_decimal_mark_stands_between_no_thousands() {
    CsvLayout comma = STANDARD.withSeparator(';').withDecimalMark(',').wideTable();
    assertThat(figures(comma.read("country;gdp\nXAD;1.234,5\n"))).containsExactly("XAD gdp 1234.5");
    CsvLayout point =
        STANDARD.withSeparator(';').withDecimalMark(',').withDecimalMark('.').wideTable();
    assertThat(figures(point.read("country;gdp\nXAD;1.234\n"))).containsExactly("XAD gdp 1.234");
    CsvLayout spaced =
        STANDARD
            .withSeparator(';')
            .withDecimalMark(',')
            .withGroupingMark(' ')
            .withDecimalMark('.')
            .wideTable();
    assertThat(figures(spaced.read("country;gdp\nXAD;1 234.5\n")))
        .containsExactly("XAD gdp 1234.5");
  }

  @Test
  void a_year_of_publication_is_over_on_its_last_day() {
    CsvLayout layout = LONG.withColumn("published", "released");
    String text =
        "country,indicator,value,year,released\nXAD,gdp,1,2018,2019\nXAD,gdp,2,2018,2020\n";
    LocalDate last = LocalDate.of(2019, 12, 31);
    assertThat(figures(layout.withYears(Years.of(2018).publishedBy(last)).read(text)))
        .containsExactly("XAD gdp 1.0 (2018)");
    assertThat(figures(layout.withYears(Years.of(2018).publishedBy(last.minusDays(1))).read(text)))
        .containsExactly("XAD -");
    assertThat(
            figures(
                layout
                    .withYears(Years.of(2018).publishedBy(LocalDate.of(2020, 12, 31)))
                    .read(text)))
        .containsExactly("XAD gdp 2.0 (2018)");
  }

  @Test
  void what_does_not_apply_has_a_day_of_publication_too() {
    CsvLayout layout =
        STANDARD.withNotApplicable("none").longTable().withColumn("published", "out");
    String text =
        "country,indicator,value,year,out\nXAD,coast,none,2018,2019\nXBR,coast,5,2018,2018\n";
    Dataset before =
        layout.withYears(Years.of(2018).publishedBy(LocalDate.of(2018, 12, 31))).read(text);
    assertThat(before.profile("XAD").notApplicable()).isEmpty();
    Dataset after =
        layout.withYears(Years.of(2018).publishedBy(LocalDate.of(2019, 12, 31))).read(text);
    assertThat(after.profile("XAD").notApplicable()).containsOnlyKeys("coast");
  }

  @Test
  void a_place_of_evidence_has_a_source() {
    refused(
        () ->
            EVIDENCE.tradePartners(
                "RUS", "country,partner,flow,share,source,place\nXVA,RUS,exports,0.3,,page 2\n"),
        "CSV: line 2, column 'place': 'page 2' needs a source");
  }

  /** One of two could be meant, and neither is taken without a word. */
  @ParameterizedTest
  @ValueSource(strings = {"share", "source", "year", "partner"})
  void a_column_of_evidence_that_is_there_twice_is_refused(String column) {
    refused(
        () ->
            EVIDENCE.tradePartners(
                "RUS",
                "country,partner,flow,share,source,year,"
                    + column
                    + "\nXVA,RUS,exports,0.3,Atlas,2019,x\n"),
        "CSV: header has column '" + column + "' twice");
    refused(
        () ->
            EVIDENCE
                .withColumn("share", "Part")
                .tradePartners("RUS", "country,partner,flow,Part,Part\nXVA,RUS,exports,0.3,0.4\n"),
        "CSV: header has column 'Part' twice");
    // What is not read may be there as often as it likes.
    assertThat(
            EVIDENCE
                .tradePartners(
                    "RUS", "country,partner,flow,share,flag,flag\nXVA,RUS,exports,0.3,a,b\n")
                .value()
                .column("export_dependence"))
        .containsExactly(0.3);
  }

  @Test
  void amounts_are_exact_and_not_negative() {
    refused(
        () ->
            EVIDENCE.tradePartners(
                "RUS",
                "country,partner,flow,value\n"
                    + "XVA,RUS,exports,3..4\n"
                    + "XVA,CHN,exports,-1\n"
                    + "XVA,DEU,exports,0\n"),
        """
        CSV has 2 faults:
          - line 2, column 'value': must be one amount of at least 0, but was 3..4
          - line 3, column 'value': must be one amount of at least 0, but was -1\
        """);
  }

  @Test
  void a_kind_of_tie_that_is_none_is_told_with_those_that_are() {
    refused(
        () ->
            EVIDENCE.allianceNetwork(
                "organisation,country,from,kind\nCSTO,KAZ,1994,defence pakt\n"),
        "CSV: line 2, column 'kind': Unknown kind 'defence pakt'. Known: [DEFENCE_PACT,"
            + " ECONOMIC_UNION, POLITICAL_BLOC, PARTNERSHIP, ASPIRATION]. Maybe you meant"
            + " 'DEFENCE_PACT'.");
  }

  @Test
  void ends_of_what_is_allowed_are_allowed() {
    for (int year : new int[] {1000, 9999}) {
      assertThat(Source.unstated().observed(year).observedYear()).hasValue(year);
      assertThat(Years.of(year).contains(year)).isTrue();
      assertThat(EVIDENCE.withYear(year)).isNotNull();
    }
    for (int year : new int[] {999, 10_000}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Source.unstated().observed(year));
      assertThatIllegalArgumentException().isThrownBy(() -> Years.of(year));
      assertThatIllegalArgumentException().isThrownBy(() -> EVIDENCE.withYear(year));
    }
    String text = "country,indicator,value\nXAD,gdp,1\n";
    for (CsvFormat format : List.of(STANDARD.withHeaderLine(1), STANDARD.withFooter(0))) {
      assertThat(figures(format.longTable().read(text))).containsExactly("XAD gdp 1.0");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.withHeaderLine(0));
    assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.withFooter(-1));
    assertThat(
            figures(
                LONG.withSums(1)
                    .withYears(Years.of(2020))
                    .read("country,indicator,value,year\nXAD,left,3,2020\nXAD,left,4,2019\n")))
        .containsExactly("XAD left 3.0 (2020)");
  }
}
