package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountryAtDateTest {

  private static final Country UKRAINE = Country.of("UKR", "Ukraine");
  private static final CountryAtDate THEN = CountryAtDate.of(UKRAINE, LocalDate.of(2013, 11, 21));
  private static final CountryAtDate NOW = CountryAtDate.of(UKRAINE, LocalDate.of(2022, 2, 23));
  private static final CountryAtDate UNDATED = CountryAtDate.undated(UKRAINE);
  private static final CountryAtDate OTHER =
      CountryAtDate.of(Country.of("KAZ", "Kazakhstan"), LocalDate.of(2022, 2, 23));

  @Test
  void it_reads_as_its_place_needs() {
    assertThat(THEN).hasToString("Ukraine (UKR) as of 2013-11-21");
    assertThat(THEN.entry()).isEqualTo("Ukraine (UKR) 2013-11-21");
    assertThat(THEN.name()).isEqualTo("Ukraine 2013-11-21");
    assertThat(THEN.label()).isEqualTo("UKR 2013-11-21");
    assertThat(THEN.key()).isEqualTo("UKR@2013-11-21");
  }

  @Test
  void without_a_date_it_is_the_country() {
    assertThat(UNDATED).hasToString("Ukraine (UKR)");
    assertThat(UNDATED.entry()).isEqualTo("Ukraine (UKR)");
    assertThat(UNDATED.name()).isEqualTo("Ukraine");
    assertThat(UNDATED.label()).isEqualTo("UKR");
    assertThat(UNDATED.key()).isEqualTo("UKR");
  }

  @Test
  void among_others_it_says_no_more_than_it_must() {
    List<CountryAtDate> all = List.of(UNDATED, THEN, OTHER);
    assertThat(all)
        .extracting(one -> one.labelAmong(all))
        .containsExactly("UKR undated", "UKR 2013-11-21", "KAZ");
    assertThat(all).extracting(one -> one.isAloneAmong(all)).containsExactly(false, false, true);
  }

  @Test
  void its_order_is_by_country_then_by_date() {
    assertThat(List.of(NOW, UNDATED, OTHER, THEN).stream().sorted())
        .containsExactly(OTHER, UNDATED, THEN, NOW);
  }

  @Test
  void a_profile_and_its_score_are_of_one() {
    CountryProfile.Builder profile = CountryProfile.builder(UKRAINE).reading("gas", 1);
    assertThat(profile.build().countryAtDate()).isEqualTo(UNDATED);
    CountryProfile dated = profile.asOf(LocalDate.of(2013, 11, 21)).build();
    assertThat(dated.countryAtDate()).isEqualTo(THEN);
    assertThat(Serialized.copyOf(dated).countryAtDate()).isEqualTo(THEN);
  }
}
