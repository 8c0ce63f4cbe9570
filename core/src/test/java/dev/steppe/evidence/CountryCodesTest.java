package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CountryCodesTest {

  private static final CountryCodes ISO = CountryCodes.of(CodeList.ISO3);
  private static final CountryCodes NAMES = CountryCodes.of(CodeList.NAMES);

  private static void refused(CountryCodes codes, String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codes.country(text))
        .withMessage("Country " + message);
  }

  @Test
  void each_list_finds_a_country_by_its_own_codes() {
    assertThat(ISO.country("DEU")).isEqualTo(Country.of("DEU", "Germany"));
    assertThat(ISO.country(" kaz ")).isEqualTo(Country.of("KAZ", "Kazakhstan"));
    assertThat(CountryCodes.of(CodeList.ISO2).country("ua").code()).isEqualTo("UKR");
    assertThat(CountryCodes.of(CodeList.M49).country("051").code()).isEqualTo("ARM");
    assertThat(CountryCodes.of(CodeList.M49).country("51").code()).isEqualTo("ARM");
    assertThat(CountryCodes.of(CodeList.M49).country("51.0").code()).isEqualTo("ARM");
    assertThat(CountryCodes.of(CodeList.COW_LETTERS).country("GMY").code()).isEqualTo("DEU");
    assertThat(CountryCodes.of(CodeList.GW_LETTERS).country("GFR").code()).isEqualTo("DEU");
    assertThat(NAMES.country("Korea, Rep.")).isEqualTo(Country.of("KOR", "South Korea"));
  }

  @Test
  void numbers_of_states_are_countries_in_their_years() {
    CountryCodes cow = CountryCodes.of(CodeList.COW_NUMBERS);
    assertThat(cow.country("260", 1980).toString()).isEqualTo("Germany (DEU)");
    assertThat(cow.country("255", 2020).toString()).isEqualTo("Germany (DEU)");
    assertThat(CountryCodes.of(CodeList.GW_NUMBERS).country("260", 2020).code()).isEqualTo("DEU");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cow.country("260", 2020))
        .withMessage(
            "Country '260' is Germany (DEU) 1955 to 1990, not in 2020. It is French Southern"
                + " Territories (ATF) by CodeList.M49, Germany (DEU) by CodeList.GW_NUMBERS");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cow.country("345", 1985))
        .withMessageStartingWith("Country '345' is Yugoslavia, which is no country of today");
  }

  @Test
  void several_lists_serve_one_column_unless_they_contradict_each_other() {
    CountryCodes mixed = CountryCodes.of(CodeList.ISO2, CodeList.M49);
    assertThat(mixed.country("KZ").code()).isEqualTo("KAZ");
    assertThat(mixed.country("051").code()).isEqualTo("ARM");
    CountryCodes letters = CountryCodes.of(CodeList.ISO3, CodeList.COW_LETTERS);
    assertThat(letters.country("GMY").code()).isEqualTo("DEU");
    refused(letters, "SLV", "'SLV' is El Salvador (SLV) or Slovenia (SVN)");
  }

  @Test
  void what_is_no_country_says_what_it_is() {
    refused(ISO, "WLD", "'WLD' is a group of countries (World)");
    refused(
        ISO,
        "OWID_WRL",
        "'OWID_WRL' is a group of countries, or another place, of Our World in Data");
    refused(
        ISO,
        "GMY",
        "'GMY' is not among the three-letter codes of ISO 3166-1. It is Germany (DEU) by"
            + " CodeList.COW_LETTERS");
    refused(ISO, "ROM", "'ROM' is an old code of Romania (ROU), for which withOldCodes() takes it");
    refused(ISO, "ANT", "'ANT' is Netherlands Antilles, now CUW, SXM and BES");
    refused(ISO, "", "country code must not be blank");
  }

  @Test
  void three_letters_are_enough_where_nothing_is_checked() {
    CountryCodes unchecked = CountryCodes.unchecked();
    assertThat(unchecked.country("GMY")).isEqualTo(Country.of("GMY", "GMY"));
    refused(
        unchecked,
        "KZ",
        "Country code must be three letters A-Z (ISO 3166-1 alpha-3), but was 'KZ'. It is"
            + " Kazakhstan (KAZ) by CodeList.ISO2");
    refused(
        unchecked,
        "Aaa",
        "Country code must be three letters A-Z (ISO 3166-1 alpha-3), but was 'Aaa'. It is AAA by"
            + " CodeList.ISO3");
    assertThat(unchecked.withAlias("KZ", "KAZ").country("kz").code()).isEqualTo("KAZ");
  }

  @Test
  void names_are_never_guessed() {
    refused(
        NAMES,
        "Congo",
        "'Congo' is Democratic Republic of the Congo (COD) or Republic of the Congo (COG)");
    refused(NAMES, "Korea", "'Korea' is South Korea (KOR) or North Korea (PRK)");
    refused(
        NAMES,
        "Germny",
        "'Germny' is not among the names that are known. Maybe you meant 'Germany'");
    refused(NAMES, "World", "'World' is a group of countries");
    refused(NAMES, "Yugoslavia", "'Yugoslavia' is Yugoslavia, now SRB and its neighbours");
    refused(NAMES, "zzzzzzzzzzzz", "'zzzzzzzzzzzz' is not among the names that are known");
  }

  @Test
  void names_of_the_users_own_count_and_are_offered() {
    CountryCodes own =
        NAMES.withAliases(
            Map.of("Varonia", "XVA", "Quellia, Rep. of", "XQU", "Dorvania", "XDO", "Congo", "COG"));
    assertThat(own.country("quellia,  rep. of").code()).isEqualTo("XQU");
    assertThat(own.country("Congo").code()).isEqualTo("COG");
    refused(
        own,
        "Dorvânia",
        "'Dorvânia' is not among the names that are known. Maybe you meant 'Dorvania'");
  }

  @Test
  void old_codes_are_those_of_today_when_told() {
    CountryCodes old = ISO.withOldCodes();
    assertThat(old.country("ROM").code()).isEqualTo("ROU");
    assertThat(old.country("KSV").code()).isEqualTo("XKX");
    refused(old, "YUG", "'YUG' is Yugoslavia, now SRB and its neighbours");
    assertThat(ISO.withAlias("ROM", "ROU").country("ROM").code()).isEqualTo("ROU");
  }

  @Test
  void places_that_are_no_country_have_codes_of_their_own() {
    CountryCodes codes =
        ISO.withPlace("EU27", "European Union")
            .withPlace("UA-43", "Crimea")
            .withAlias("EU", "EU27");
    assertThat(codes.country("EU27")).isEqualTo(Country.place("EU27", "European Union"));
    assertThat(codes.country("EU").code()).isEqualTo("EU27");
    assertThat(codes.country("crimea").code()).isEqualTo("UA-43");
    assertThat(CountryCodes.unchecked().withPlace("EU27", "EU").country("EU27").code())
        .isEqualTo("EU27");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ISO.withPlace("27 EU", "European Union"))
        .withMessage(
            "Code of a country or place must start with a letter and go on with letters, digits,"
                + " '_', '.' or '-', but was '27 EU'");
    assertThatIllegalArgumentException().isThrownBy(() -> Country.of("EU27", "European Union"));
  }

  @Test
  void faults_in_the_users_own_names_come_together() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ISO.withAliases(Map.of("a", "GMY", "b", "EU27", " ", "DEU")))
        .withMessage(
            """
            Names of countries has 3 faults:
              - a text that stands for DEU must not be blank
              - 'a' stands for 'GMY', which is no country
              - 'b' stands for 'EU27', which is no country""");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ISO.withAlias("x", "DEU").withAlias("X", "FRA"))
        .withMessage("Names of countries: 'X' stands for both DEU and FRA");
  }

  @Test
  void equal_readings_are_equal_and_survive_serialisation() {
    CountryCodes codes =
        ISO.withAlias("a", "DEU").withPlace("EU27", "EU").leavingOut("WLD").leavingOutOthers();
    assertThat(Serialized.copyOf(codes)).isEqualTo(codes).hasSameHashCodeAs(codes);
    assertThat(codes).isNotEqualTo(ISO).isNotEqualTo(codes.trustingCodes());
    assertThat(codes.toString())
        .isEqualTo("Countries by three-letter codes of ISO 3166-1, with 3 texts of your own");
    assertThat(CountryCodes.unchecked().toString()).isEqualTo("Countries by any three letters");
  }
}
