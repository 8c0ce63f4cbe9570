package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JoinTest {

  private static final Dataset BANK =
      Dataset.readWideCsv("country,gdp\nXVA,10\nXQU,20\n").withName("bank");
  private static final Dataset OWN =
      Dataset.readWideCsv("country,debt\nXVA,90\nXQU,5\nXDO,7\n").withName("own");

  private static Dataset longTable(String name, String... lines) {
    return Dataset.readLongCsv(
            "country,name,as_of,indicator,value,year,source\n" + String.join("\n", lines) + "\n")
        .withName(name);
  }

  private static String error(Join join) {
    return assertThatIllegalArgumentException().isThrownBy(join::dataset).actual().getMessage();
  }

  @Test
  void countries_have_what_all_sources_say_of_them() {
    Dataset joined = Join.of(BANK, OWN).dataset();
    assertThat(joined.countries()).extracting(Country::code).containsExactly("XVA", "XQU", "XDO");
    assertThat(joined.column("gdp")).containsExactly(10, 20, Double.NaN);
    assertThat(joined.column("debt")).containsExactly(90, 5, 7);
    assertThat(joined.name()).isEmpty();
  }

  @Test
  void coverage_tells_who_is_missing_where() {
    Table byCountry = Join.of(BANK, OWN).coverage();
    assertThat(byCountry.toString())
        .isEqualTo(
            """
            Coverage by country

            Country  Name  In bank  In own  Missing
            -------  ----  -------  ------  -------
            XVA      XVA         1       1
            XQU      XQU         1       1
            XDO      XDO         0       1  gdp

            In a source: how many codes it has of the country. Missing: codes that none has.\
            """);
    assertThat(Join.of(BANK, OWN).coverageByIndicator().toString())
        .isEqualTo(
            """
            Coverage by indicator

            Source  Indicator  Countries  Of  Missing
            ------  ---------  ---------  --  -------
            bank    gdp                2   3  XDO
            own     debt               3   3

            Of: all countries that some source has.\
            """);
  }

  @Test
  void a_country_is_called_as_the_first_source_that_has_a_name_does() {
    Dataset codes = longTable("codes", "XVA,,,gdp,10,2020,", "XQU,Quellia,,gdp,5,2020,");
    Dataset names = longTable("names", "XVA,Varonia,,debt,90,2020,", "XQU,Kwella,,debt,5,2020,");
    Table coverage = Join.of(codes, names).coverage();
    assertThat(coverage.cell(0, 1)).isEqualTo("Varonia");
    assertThat(coverage.cell(1, 1)).isEqualTo("Quellia");
  }

  @Test
  void figures_of_two_sources_are_both_kept() {
    Dataset a = longTable("a", "XVA,,,gdp,10,2020,Atlas");
    Dataset b = longTable("b", "XVA,,,gdp,14,2021,Own survey");
    assertThat(Join.of(a, b).dataset().profile("XVA").estimate("gdp"))
        .contains(Estimate.between(10, 14));
    assertThat(Join.of(a, b).withOverlap(Overlap.FIRST).dataset().column("gdp"))
        .containsExactly(10);
    assertThat(Join.of(a, b).withOverlap(Overlap.LAST).dataset().column("gdp")).containsExactly(14);
  }

  @Test
  void figures_of_one_source_are_a_fault_whatever_their_years() {
    Dataset a = longTable("a", "XVA,,,gdp,10,2020,Atlas", "XQU,,,gdp,1,2020,Atlas", "XDO,,,x,1,,");
    Dataset b = longTable("b", "XVA,,,gdp,14,2021,Atlas", "XQU,,,gdp,2,2020,Atlas", "XDO,,,x,1,,");
    assertThat(error(Join.of(a, b)))
        .isEqualTo(
            """
            Join has 2 faults:
              - XVA (XVA) and 1 other country: 'gdp' is given by both 'a' and 'b' from the same source (Atlas): give them different sources, or say which counts by withOverlap
              - XDO (XDO): 'x' is given by both 'a' and 'b' from the same source (source not stated): give them different sources, or say which counts by withOverlap\
            """);
    assertThat(Join.of(a, b).withOverlap(Overlap.LAST).dataset().column("gdp"))
        .containsExactly(14, 2, Double.NaN);
  }

  @Test
  void units_that_differ_are_a_fault() {
    Dataset a = Dataset.readLongCsv("country,indicator,value,unit\nXVA,gdp,10,USD\n");
    Dataset b = Dataset.readLongCsv("country,indicator,value,unit\nXQU,gdp,10,EUR\n");
    assertThat(error(Join.of(a, b)))
        .isEqualTo(
            "Dataset: has readings of 'gdp' in 'USD', of XVA (XVA), and in 'EUR', of XQU (XQU)");
  }

  @Test
  void dates_that_differ_are_a_fault_unless_one_is_said() {
    Dataset a = longTable("a", "XVA,,2021-12-31,gdp,10,,", "XQU,,2021-12-31,gdp,11,,");
    Dataset b = longTable("b", "XVA,,2013-12-31,debt,10,,", "XQU,,2013-12-31,debt,11,,");
    assertThat(error(Join.of(a, b)))
        .isEqualTo(
            "Join: XVA (XVA) and 1 other country: 'a' is as of 2021-12-31, but 'b' as of"
                + " 2013-12-31. withAsOf says which date is meant");
    LocalDate date = LocalDate.of(2022, 2, 23);
    assertThat(Join.of(a, b).withAsOf(date).dataset().profile("XVA").asOf()).contains(date);
    assertThat(Join.of(a, OWN).dataset().profile("XVA").asOf())
        .contains(LocalDate.of(2021, 12, 31));
  }

  @Test
  void one_code_with_two_names_is_a_fault_unless_both_are_known_for_it() {
    Dataset bank = longTable("bank", "SLV,El Salvador,,gdp,1,,", "RUS,Russian Federation,,gdp,1,,");
    Dataset cow = longTable("cow", "SLV,Slovara,,power,1,,", "RUS,Russia,,power,2,,");
    assertThat(error(Join.of(bank, cow)))
        .isEqualTo(
            "Join: SLV is 'El Salvador' in 'bank', but 'Slovara' in 'cow'. trustingCodes() takes"
                + " them for the same");
    assertThat(Join.of(bank, cow).trustingCodes().dataset().profile("RUS").country().name())
        .isEqualTo("Russian Federation");
    Dataset codes = longTable("codes", "SLV,,,x,1,,");
    assertThat(Join.of(codes, bank).dataset().profile("SLV").country().name())
        .isEqualTo("El Salvador");
  }

  @Test
  void evidence_of_one_kind_comes_from_one_source() {
    Source source = Source.of("Atlas", "trade");
    TradePartners trade = TradePartners.builder("RUS").exports("RUS", 0.3, source).build();
    Dataset a = Dataset.of(BANK.profile("XVA").withEvidence(trade)).withName("a");
    assertThat(Join.of(a, OWN).dataset().profile("XVA").evidence(TradePartners.class))
        .contains(trade);
    Dataset b = Dataset.of(OWN.profile("XVA").withEvidence(trade)).withName("b");
    assertThat(error(Join.of(a, b)))
        .isEqualTo(
            "Join: XVA (XVA): evidence 'trade-partners' is given by both 'a' and 'b': say which"
                + " counts by withOverlap");
    assertThat(Join.of(a, b).withOverlap(Overlap.FIRST).dataset().profile("XVA").codes())
        .containsExactlyInAnyOrder(
            "gdp", "debt", "export_dependence", "export_concentration", "export_diversification");
  }

  @Test
  void sources_have_names_of_their_own() {
    assertThat(Join.of(BANK.withName(""), OWN.withName("")).coverage().headers())
        .containsExactly("Country", "Name", "In source 1", "In source 2", "Missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Join.of(BANK, OWN.withName("bank")))
        .withMessage("Join: two datasets have the name 'bank': withName gives another");
    assertThatIllegalArgumentException()
        .isThrownBy(Join::of)
        .withMessage("Join: needs at least one dataset");
    assertThat(Join.of(BANK, OWN)).hasToString("Join of 'bank', 'own', overlap BOTH");
  }

  @Test
  void places_are_joined_and_read_back_where_they_are_declared() {
    CsvLayout places =
        CsvFormat.standard()
            .longTable()
            .withCountries(
                CountryCodes.unchecked()
                    .withPlace("EU27", "European Union")
                    .withPlace("UA-43", "Crimea"));
    Dataset regions =
        places.read(
            "country,name,indicator,value\nEU27,European Union,debt,80\nUA-43,Crimea,debt,1\n");
    Dataset joined = Join.of(OWN, regions).dataset();
    assertThat(joined.countries())
        .extracting(Country::code)
        .containsExactly("XVA", "XQU", "XDO", "EU27", "UA-43");
    assertThat(places.read(joined.toLongCsv())).isEqualTo(joined);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.readLongCsv(joined.toLongCsv()))
        .withMessageContaining("must be three letters A-Z (ISO 3166-1 alpha-3), but was 'EU27'");
  }

  @ParameterizedTest
  @EnumSource
  void a_dataset_alone_is_itself(Overlap overlap) {
    assertThat(Join.of(OWN).withOverlap(overlap).dataset()).isEqualTo(OWN.withName(""));
  }

  /** Splits a dataset at random over sources: joined again it has the same readings. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_was_parted_is_joined_again_and_survives_csv(long seed) {
    Random random = new Random(seed);
    List<String> codes = List.of("a", "b", "c", "d");
    StringBuilder[] parts = {new StringBuilder(), new StringBuilder(), new StringBuilder()};
    int readings = 0;
    for (int country = 0; country < 1 + random.nextInt(20); country++) {
      for (String code : codes) {
        for (int document = 0; document < random.nextInt(3); document++) {
          parts[random.nextInt(3)].append(
              "XA%c,=Name %c,2020-12-31,%s,%s,%d,+Document %d%n"
                  .formatted(
                      'A' + country,
                      'A' + country,
                      code,
                      random.nextDouble(),
                      1990 + document,
                      document));
          readings++;
        }
      }
    }
    Dataset joined =
        Join.of(
                longTable("a", parts[0].toString()),
                longTable("b", parts[1].toString()),
                longTable("c", parts[2].toString()))
            .dataset();
    assertThat(joined.stream().mapToInt(profile -> profile.plainReadings().size()).sum())
        .isEqualTo(readings);
    assertThat(Dataset.readLongCsv(joined.toLongCsv())).isEqualTo(joined);
    assertThat(joined.toLongCsv()).doesNotContain(",=").doesNotContain(",+");
  }

  static long[] seeds() {
    return LongStream.rangeClosed(1, 50).toArray();
  }
}
