package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountryProfileTest {

  private static final Country ALAND = Country.of("AAA", "Aland");
  private static final Source ATLAS = Source.of("Atlas", "p. 1");
  private static final Source CENSUS = Source.of("Census", "table 2");

  /** Evidence with one reading. */
  record Hearsay(String name, String code, double value) implements Evidence {
    @Override
    public ImmutableMap<String, Reading> readings() {
      return ImmutableMap.of(code, Reading.of(value));
    }
  }

  private static CountryProfile.Builder aland() {
    return CountryProfile.builder(ALAND).reading("x", 1);
  }

  @Test
  void a_profile_holds_what_it_was_given() {
    CountryProfile profile =
        aland()
            .asOf(LocalDate.of(2022, 2, 1))
            .reading("y", Estimate.between(2, 4))
            .evidence(new Hearsay("rumour", "z", 9))
            .build();
    assertThat(profile.country()).isEqualTo(ALAND);
    assertThat(profile.asOf()).contains(LocalDate.of(2022, 2, 1));
    assertThat(profile.codes()).containsExactly("x", "y", "z");
    assertThat(profile.estimate("y")).contains(Estimate.between(2, 4));
    assertThat(profile.estimate("missing")).isEmpty();
    assertThat(profile.plainReadings().keySet()).containsExactly("x", "y");
    assertThat(profile.readings("z")).containsExactly(Reading.of(9));
    assertThat(profile.evidence(Hearsay.class)).contains(new Hearsay("rumour", "z", 9));
    assertThat(profile).hasToString("Aland (AAA) as of 2022-02-01: 3 readings, evidence [rumour]");
    assertThat(aland().build()).hasToString("Aland (AAA): 1 reading");
  }

  @Test
  void what_is_said_of_a_change_waits_for_its_evidence() {
    CountryProfile.Builder builder = aland().changed("z", "halved");
    assertThat(builder.build().codes()).containsExactly("x");
    CountryProfile profile = builder.evidence(new Hearsay("rumour", "z", 9)).build();
    assertThat(profile.readings("z").get(0).source().place()).contains("halved");
    assertThat(builder.build()).isEqualTo(profile);
  }

  @Test
  void readings_from_different_sources_are_kept_and_spanned() {
    CountryProfile profile =
        CountryProfile.builder(ALAND)
            .reading("x", Reading.of(20).withSource(ATLAS))
            .reading("x", Reading.of(17.94).withSource(CENSUS))
            .build();
    assertThat(profile.readings("x")).hasSize(2);
    assertThat(profile.estimate("x")).contains(Estimate.between(17.94, 20));
    assertThat(profile.withReading("x", 3).readings("x")).containsExactly(Reading.of(3));
  }

  @Test
  void changed_copies_leave_the_original() {
    CountryProfile profile = aland().reading("y", 2).build();
    assertThat(profile.withReading("x", 5).estimate("x")).contains(Estimate.exact(5));
    assertThat(profile.withoutReading("x").codes()).containsExactly("y");
    assertThat(profile.select(List.of("x", "other")).codes()).containsExactly("x");
    assertThat(profile.withCountry(Country.of("BBB", "Bland")).country().code()).isEqualTo("BBB");
    assertThat(profile.withAsOf(LocalDate.of(2020, 1, 1)).asOf()).isPresent();
    assertThat(
            profile
                .withEvidence(new Hearsay("rumour", "z", 1))
                .withEvidence(new Hearsay("rumour", "z", 2))
                .estimate("z"))
        .contains(Estimate.exact(2));
    assertThat(profile).isEqualTo(aland().reading("y", 2).build());
  }

  @Test
  void evidence_of_a_type_is_found_only_if_there_is_one() {
    CountryProfile two =
        aland()
            .evidence(new Hearsay("rumour", "y", 1))
            .evidence(new Hearsay("gossip", "z", 1))
            .build();
    assertThat(two.evidence(Hearsay.class)).isEmpty();
    assertThat(two.evidence()).containsOnlyKeys("rumour", "gossip");
    assertThat(aland().build().evidence(Hearsay.class)).isEmpty();
  }

  @Test
  void every_fault_of_a_profile_is_reported_at_once() {
    CountryProfile.Builder builder =
        aland()
            .asOf(LocalDate.of(2022, 1, 1))
            .asOf(LocalDate.of(2023, 1, 1))
            .reading("x", 2)
            .reading("n", Double.NaN)
            .reading("i", Double.NEGATIVE_INFINITY)
            .evidence(new Hearsay("rumour", "x", 1))
            .evidence(new Hearsay("rumour", "w", 1))
            .evidence(new Hearsay("gossip", "z", 1))
            .evidence(new Hearsay("tattle", "z", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage(
            """
            Profile of Aland (AAA) has 7 faults:
              - as-of date was already set to 2022-01-01, second was 2023-01-01
              - reading of 'x' was already set to 1.0 from the same source (source not stated), \
            second was 2.0. Readings that disagree need different sources.
              - reading of 'n' must be finite, but was NaN. Leave a missing reading out.
              - reading of 'i' must be finite, but was -Infinity. Leave a missing reading out.
              - evidence 'rumour' was already set
              - reading 'x' of evidence 'rumour' is already given by a plain reading
              - reading 'z' of evidence 'tattle' is already given by evidence 'gossip'\
            """);
  }

  @Test
  void what_follows_from_evidence_is_changed_there() {
    CountryProfile profile = aland().evidence(new Hearsay("rumour", "y", 1)).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile.withReading("y", 2))
        .withMessage(
            "Reading 'y' of Aland (AAA) follows from its evidence 'rumour': change the evidence"
                + " instead, by withEvidence");
    assertThatIllegalArgumentException().isThrownBy(() -> profile.withoutReading("y"));
  }

  @Test
  void bad_codes_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aland().reading("kin share", 1).reading("2x", 1).build())
        .withMessage(
            """
            Profile of Aland (AAA) has 2 faults:
              - indicator code must start with a letter and go on with letters, digits, '_', '.'\
             or '-', but was 'kin share'. If that is its name: a model that is printed has the code\
             beside it
              - indicator code must start with a letter and go on with letters, digits, '_', '.'\
             or '-', but was '2x'""");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Country.of("aa", "Aland"))
        .withMessage("Country code must be three letters A-Z (ISO 3166-1 alpha-3), but was 'aa'");
  }

  @Test
  void a_profile_survives_serialization_with_what_is_derived() {
    CountryProfile profile =
        aland()
            .asOf(LocalDate.of(2022, 2, 1))
            .reading("y", Reading.of(Estimate.triangular(1, 2, 4)).withSource(ATLAS))
            .evidence(new Hearsay("rumour", "z", 9))
            .build();
    CountryProfile copy = Serialized.copyOf(profile);
    assertThat(copy).isEqualTo(profile).hasSameHashCodeAs(profile);
    assertThat(copy.estimates()).isEqualTo(profile.estimates());
  }

  @Test
  void readings_that_cannot_be_spanned_are_a_fault_like_others() {
    CountryProfile.Builder builder =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .reading("x", Reading.of(Estimate.normal(5, 1)).withSource(Source.of("one", "")))
            .reading("x", Reading.of(4).withSource(Source.of("two", "")))
            .reading("y", Double.NaN);
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageStartingWith("Profile of Aland (AAA) has 2 faults:")
        .withMessageContaining("reading of 'y' must be finite")
        .withMessageContaining("readings of 'x': ");
  }

  @Test
  void figures_of_one_source_for_several_years_are_no_range() {
    CountryProfile.Builder builder =
        CountryProfile.builder(ALAND)
            .reading("x", Reading.of(20).withSource(ATLAS.observed(2012)))
            .reading("x", Reading.of(20).withSource(ATLAS.observed(2016)))
            .reading("y", Reading.of(20).withSource(Source.unstated().observed(2012)))
            .reading("y", Reading.of(80).withSource(Source.unstated().observed(2021)));
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage(
            """
            Profile of Aland (AAA) has 2 faults:
              - readings of 'x' from one source (Atlas, p. 1 (2012)) are of 2012 and 2016: a series,\
             of which one is to be taken
              - readings of 'y' from one source (source not stated (2012)) are of 2012 and 2021: a\
             series, of which one is to be taken""");
    CountryProfile two =
        CountryProfile.builder(ALAND)
            .reading("x", Reading.of(20).withSource(ATLAS.observed(2012)))
            .reading("x", Reading.of(80).withSource(CENSUS.observed(2021)))
            .build();
    assertThat(two.estimate("x")).contains(Estimate.between(20, 80));
  }

  @Test
  void figures_that_differ_by_a_note_are_of_one_source() {
    CountryProfile.Builder builder =
        CountryProfile.builder(ALAND)
            .reading("x", Reading.of(6).withSource(ATLAS.withNote("men")))
            .reading("x", Reading.of(14).withSource(ATLAS.withNote("women")));
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage(
            "Profile of Aland (AAA): readings of 'x' from one source (Atlas, p. 1) are 6.0 and 14.0;"
                + " they differ by their notes only ('men', 'women'), which tell parts of something,"
                + " not sources");
    CountryProfile same =
        CountryProfile.builder(ALAND)
            .reading("x", Reading.of(6).withSource(ATLAS.withNote("men")))
            .reading("x", Reading.of(6).withSource(ATLAS.withNote("women")))
            .build();
    assertThat(same.estimate("x")).contains(Estimate.exact(6));
  }

  @Test
  void a_reading_that_is_not_there_cannot_be_taken_away() {
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland")).reading("border_share", 5).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile.withoutReading("bordr_share"))
        .withMessage(
            "Profile of Aland (AAA) has no reading of 'bordr_share'. Known: [border_share]. Maybe"
                + " you meant 'border_share'.");
  }

  @Test
  void a_table_has_every_reading_with_what_it_rests_on() {
    Source bank = Source.of("Bank", "table 1").withNote("A note.");
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .reading("gdp", Reading.of(Estimate.between(10, 20)).withUnit("bn").withSource(bank))
            .reading("gdp", Reading.of(12))
            .reading("age", Reading.of(Estimate.normal(30, 1)))
            .evidence(EthnicDistribution.builder("kin").group("kin", 0.2, bank).build())
            .build();
    Table table = profile.toTable();
    assertThat(table.title()).startsWith("Aland (AAA): ");
    assertThat(table.toCsv())
        .startsWith(
            """
            Country,Indicator,Central,Least,Most,Unit,Evidence,Source,Note
            AAA,gdp,15,10,20,bn,,"Bank, table 1",A note.
            AAA,gdp,12,12,12,,,source not stated,
            AAA,age,30,,,,,source not stated,
            """
                .replace("\n", "\r\n"));
    assertThat(table.rowCount()).isGreaterThan(3);
    assertThat(table.cell(3, table.column("Evidence")))
        .isEqualTo(profile.evidence().keySet().iterator().next());
    assertThat(Dataset.of(profile).toTable().toCsv()).isEqualTo(table.toCsv());
  }

  /** Evidence that says its numbers, and cannot say from where. */
  record Mute(double value) implements Evidence {
    @Override
    public String name() {
      return "mute";
    }

    @Override
    public ImmutableMap<String, Reading> readings() {
      throw new IllegalStateException("words are wanted");
    }

    @Override
    public ImmutableSet<String> codes() {
      return ImmutableSet.of("z");
    }

    @Override
    public Optional<Estimate> estimate(String code) {
      return Optional.of(Estimate.exact(value)).filter(known -> code.equals("z"));
    }
  }

  @Test
  void where_derived_numbers_come_from_is_told_when_it_is_asked() {
    CountryProfile profile = aland().evidence(new Mute(9)).build().withEvidence(new Mute(7));
    assertThat(profile.codes()).containsExactly("x", "z");
    assertThat(profile.estimate("z")).contains(Estimate.exact(7));
    assertThat(profile.withoutReading("x").estimates())
        .isEqualTo(ImmutableMap.of("z", Estimate.exact(7)));
    assertThat(profile).isEqualTo(aland().evidence(new Mute(7)).build());
    assertThatIllegalArgumentException().isThrownBy(() -> profile.withReading("z", 1));
    assertThatIllegalStateException()
        .isThrownBy(() -> profile.readings("z"))
        .withMessage("words are wanted");
  }

  /** Of two codes in turns, so that what is known of sources is made anew. */
  @Test
  void many_sources_of_one_reading_are_told_apart() {
    CountryProfile.Builder profile = CountryProfile.builder(Country.of("AAA", "Aland"));
    for (int s = 0; s < 500; s++) {
      for (String code : List.of("x", "y")) {
        profile.reading(code, Reading.of(s).withSource(Source.of("s" + s, "p")));
      }
    }
    assertThat(profile.build().readings("x")).hasSize(500);
    profile.reading("y", Reading.of(7).withSource(Source.of("s499", "p")));
    assertThatIllegalArgumentException()
        .isThrownBy(profile::build)
        .withMessageContaining(
            "reading of 'y' was already set to 499.0 from the same source (s499, p), second was 7.0");
  }
}
