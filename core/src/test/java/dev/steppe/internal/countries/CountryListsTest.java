package dev.steppe.internal.countries;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables, held against the JDK's list of ISO 3166-1 and against counts that are published. */
class CountryListsTest {

  /**
   * The 193 members of the United Nations by ISO 3166-1 alpha-3 code, region by region (UN, Growth
   * in United Nations membership).
   */
  private static final String UN_MEMBERS =
      """
      DZA AGO BEN BWA BFA BDI CPV CMR CAF TCD COM COG COD CIV DJI EGY GNQ ERI SWZ ETH GAB GMB GHA GIN GNB
      KEN LSO LBR LBY MDG MWI MLI MRT MUS MAR MOZ NAM NER NGA RWA STP SEN SYC SLE SOM ZAF SSD SDN TGO TUN
      UGA TZA ZMB ZWE
      ATG ARG BHS BRB BLZ BOL BRA CAN CHL COL CRI CUB DMA DOM ECU SLV GRD GTM GUY HTI HND JAM MEX NIC PAN
      PRY PER KNA LCA VCT SUR TTO USA URY VEN
      AFG BHR BGD BTN BRN KHM CHN IND IDN IRN IRQ ISR JPN JOR KAZ KWT KGZ LAO LBN MYS MDV MNG MMR NPL PRK
      OMN PAK PHL QAT KOR SAU SGP LKA SYR TJK THA TLS TUR TKM ARE UZB VNM YEM CYP ARM AZE GEO
      ALB AND AUT BLR BEL BIH BGR HRV CZE DNK EST FIN FRA DEU GRC HUN ISL IRL ITA LVA LIE LTU LUX MLT MDA
      MCO MNE NLD MKD NOR POL PRT ROU RUS SMR SRB SVK SVN ESP SWE CHE UKR GBR
      AUS FJI KIR MHL FSM NRU NZL PLW PNG WSM SLB TON TUV VUT
      """;

  private static List<String> members() {
    return List.of(UN_MEMBERS.strip().split("\\s+"));
  }

  @Test
  void codes_are_those_of_iso_as_the_jdk_has_them_and_kosovo() {
    Set<String> expected = new TreeSet<>(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3));
    expected.add("XKX");
    assertThat(new TreeSet<>(IsoCodes.all())).isEqualTo(expected);
    for (String iso2 : Locale.getISOCountries()) {
      assertThat(IsoCodes.iso2(iso2).codes())
          .containsExactly(new Locale("", iso2).getISO3Country());
    }
  }

  @Test
  void every_member_of_the_united_nations_is_found_by_each_list() {
    assertThat(members()).hasSize(193).doesNotHaveDuplicates();
    Set<String> m49 = numbers(Facts.rows("iso.csv"), 2);
    for (String member : members()) {
      String name = IsoCodes.name(member);
      assertThat(CountryNames.find(CountryNames.key(name)).codes()).containsExactly(member);
      assertThat(CountryNames.find(CountryNames.key(name.toUpperCase(Locale.ROOT))).codes())
          .containsExactly(member);
    }
    assertThat(m49).hasSize(249);
    for (StateList list : List.of(StateList.correlatesOfWar(), StateList.gleditschWard())) {
      String resource = list == StateList.correlatesOfWar() ? "cow.csv" : "gw.csv";
      Set<String> byNumber = new TreeSet<>();
      Set<String> byLetters = new TreeSet<>();
      for (List<String> row : Facts.rows(resource)) {
        byNumber.addAll(list.number(row.get(0), 2016).codes());
        byLetters.addAll(list.letters(row.get(1), 2016).codes());
      }
      assertThat(byNumber).containsAll(members()).isEqualTo(byLetters);
      // Besides, both have Taiwan and Kosovo.
      assertThat(byNumber).hasSize(195).contains("TWN", "XKX");
    }
  }

  private static Set<String> numbers(List<List<String>> rows, int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(number -> !number.isEmpty())
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void state_lists_have_as_many_states_as_their_authors_say() {
    // Correlates of War, version 2016: 217 states in 243 spells; one is cut in two here.
    assertThat(numbers(Facts.rows("cow.csv"), 0)).hasSize(217);
    assertThat(Facts.rows("cow.csv")).hasSize(243 + 1);
    // Gleditsch and Ward: 216 spells, and 23 microstates.
    assertThat(Facts.rows("gw.csv")).hasSize(216 + 23);
  }

  @Test
  void spells_of_a_state_do_not_overlap_and_start_in_1816_at_the_earliest() {
    for (String resource : List.of("cow.csv", "gw.csv")) {
      List<String> before = List.of("", "", "", "0");
      for (List<String> row : Facts.rows(resource)) {
        int since = Integer.parseInt(row.get(2));
        int until = row.get(3).isEmpty() ? 9999 : Integer.parseInt(row.get(3));
        assertThat(since).as(resource + row).isBetween(1816, until);
        if (row.get(0).equals(before.get(0))) {
          assertThat(since).as(resource + row).isGreaterThan(Integer.parseInt(before.get(3)));
        }
        before = row;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "255, 1900, DEU", "255, 1990, DEU", "255, 2020, DEU", "255, 1970, ''", "260, 1980, DEU",
    "260, 2020, ''", "265, 1980, ''", "345, 1985, ''", "345, 2010, SRB", "365, 1900, RUS",
    "365, 1980, RUS", "678, 1980, ''", "679, 2000, YEM", "680, 1980, ''", "816, 1960, VNM",
    "816, 2020, VNM", "817, 1960, ''", "315, 1980, ''", "316, 1993, CZE", "970, 2005, NRU",
    "946, 2005, KIR", "2, 1816, USA", "002, 2000, USA", "710, 2000, CHN", "713, 2000, TWN",
    "732, 2000, KOR", "731, 2000, PRK", "490, 2000, COD", "484, 2000, COG", "626, 2015, SSD",
    "705, 2022, KAZ", "369, 2022, UKR", "369, 1980, ''", "205, 0, IRL", "260, 0, ''",
  })
  void numbers_of_the_correlates_of_war_are_countries_in_their_years(
      String number, int year, String code) {
    assertThat(StateList.correlatesOfWar().number(number, year).codes())
        .isEqualTo(code.isEmpty() ? Set.of() : Set.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    "255, 1900, DEU", "255, 1990, ''", "260, 1949, DEU", "260, 2020, DEU", "265, 1980, ''",
    "340, 2010, SRB", "345, 1985, ''", "345, 2005, ''", "365, 1980, RUS", "678, 1980, YEM",
    "678, 2020, YEM", "680, 1980, ''", "816, 2020, VNM", "815, 1850, ''", "970, 2005, KIR",
    "971, 2005, NRU", "972, 2005, TON", "973, 2005, TUV", "360, 2020, ROU", "775, 2020, MMR",
    "396, 2010, ''", "341, 1900, MNE", "341, 1950, ''",
  })
  void numbers_of_gleditsch_and_ward_are_countries_in_their_years(
      String number, int year, String code) {
    assertThat(StateList.gleditschWard().number(number, year).codes())
        .isEqualTo(code.isEmpty() ? Set.of() : Set.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    "GMY, 2020, DEU", "GFR, 1980, DEU", "SLV, 2020, SVN", "MNG, 2020, MNE", "MON, 2020, MNG",
    "AUS, 2020, AUT", "AUL, 2020, AUS", "MAC, 2020, MKD", "SWZ, 2020, CHE", "UKG, 2020, GBR",
    "FRN, 2020, FRA", "CZE, 1980, ''", "kzk, 2020, KAZ",
  })
  void letters_of_the_correlates_of_war_are_other_countries_than_those_of_iso(
      String letters, int year, String code) {
    assertThat(StateList.correlatesOfWar().letters(CountryNames.key(letters), year).codes())
        .isEqualTo(code.isEmpty() ? Set.of() : Set.of(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kyrgyz Republic|KGZ",
        "Slovak Republic|SVK",
        "Lao PDR|LAO",
        "Türkiye|TUR",
        "Turkey|TUR",
        "Turkiye|TUR",
        "Korea South|KOR",
        "West Bank and Gaza|PSE",
        "Swaziland|SWZ",
        "Cabo Verde|CPV",
        "United States of America|USA",
        "Congo, Dem. Rep.|COD",
        "Congo, Rep.|COG",
        "Republic of Congo|COG",
        "Korea, Dem. People's Rep.|PRK",
        "Korea, Rep.|KOR",
        "Burma/Myanmar|MMR",
        "Côte d'Ivoire|CIV",
        "Cote d'Ivoire|CIV",
        "Yemen, Rep.|YEM",
        "Micronesia, Fed. Sts.|FSM",
        "Hong Kong SAR, China|HKG",
        "Venezuela, RB|VEN",
        "Iran (Islamic Republic of)|IRN",
        "Bahamas, The|BHS",
        "Türkiye, Rep of|TUR",
        "  Viet   Nam |VNM",
        "GUINEA-BISSAU|GNB",
        "Bosnia-Herzegovina|BIH",
        "Taiwan Province of China|TWN",
        "Macedonia, FYR|MKD",
        "Russian Federation|RUS",
        "Somalia, Fed. Rep.|SOM",
        "Curacao|CUW",
        "St. Vincent and the Grenadines|VCT",
      })
  void names_are_known_as_the_offices_spell_them(String name, String code) {
    assertThat(CountryNames.find(CountryNames.key(name)).codes()).containsExactly(code);
  }

  @Test
  void nothing_is_folded_into_one_country() {
    assertThat(CountryNames.find("congo").codes()).containsExactlyInAnyOrder("COD", "COG");
    assertThat(CountryNames.find("korea").codes()).containsExactlyInAnyOrder("KOR", "PRK");
    for (String unknown : List.of("kong", "the congo", "dorvânia", "rep.", "guineabissau", "")) {
      assertThat(CountryNames.find(unknown).codes()).isEmpty();
    }
  }

  @Test
  void a_decomposed_accent_is_the_same_letter_and_a_missing_one_is_not() {
    assertThat(CountryNames.key("Co\u0302te\u00A0d'Ivoire ")).isEqualTo("côte d'ivoire");
    assertThat(CountryNames.key("Cote d'Ivoire")).isNotEqualTo("côte d'ivoire");
  }

  @Test
  void codes_of_groups_and_of_the_past_are_no_codes_of_today() {
    for (String resource : List.of("groups.csv", "former.csv")) {
      for (List<String> row : Facts.rows(resource)) {
        assertThat(IsoCodes.all()).doesNotContain(row.get(0));
        assertThat(IsoCodes.isUserAssigned(row.get(0))).isFalse();
      }
    }
    assertThat(OtherCodes.today("rom").codes()).containsExactly("ROU");
    assertThat(OtherCodes.today("zar").codes()).containsExactly("COD");
    assertThat(OtherCodes.today("tmp").codes()).containsExactly("TLS");
    assertThat(OtherCodes.today("ado").codes()).containsExactly("AND");
    assertThat(OtherCodes.today("ksv").codes()).containsExactly("XKX");
    assertThat(OtherCodes.today("wbg").codes()).containsExactly("PSE");
    assertThat(OtherCodes.today("ant").codes()).isEmpty();
    assertThat(OtherCodes.about("ant")).isEqualTo("is Netherlands Antilles, now CUW, SXM and BES");
    assertThat(OtherCodes.about("owid_wrl")).contains("Our World in Data");
  }

  @Test
  void codes_that_iso_leaves_to_users_are_told() {
    for (String code : List.of("AAA", "AAZ", "QMA", "QZZ", "XAA", "XKX", "XZZ", "ZZA", "ZZZ")) {
      assertThat(IsoCodes.isUserAssigned(code)).as(code).isTrue();
    }
    for (String code : List.of("ABA", "QLZ", "ZYZ", "WLD", "AA", "XKXX", "X1A", "xaa", "")) {
      assertThat(IsoCodes.isUserAssigned(code)).as(code).isFalse();
    }
  }
}
