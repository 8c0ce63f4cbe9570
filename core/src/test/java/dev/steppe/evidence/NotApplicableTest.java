package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said not to apply: in profiles, in tables, in joins. */
class NotApplicableTest {

  private static final Country LANDLOCKED = Country.of("MDA", "Moldova");
  private static final NotApplicable NO_COAST =
      new NotApplicable("it has no coast", Source.of("Factbook", "Geography").observed(2021));

  private static CountryProfile profile() {
    return CountryProfile.builder(LANDLOCKED)
        .asOf(LocalDate.of(2022, 2, 23))
        .reading("debt", 40)
        .notApplicable("ports", NO_COAST)
        .build();
  }

  @Test
  void a_profile_says_what_does_not_apply_and_why() {
    CountryProfile profile = profile();
    assertThat(profile.notApplicable()).isEqualTo(ImmutableMap.of("ports", NO_COAST));
    assertThat(profile.codes()).containsExactly("debt");
    assertThat(profile.estimate("ports")).isEmpty();
    assertThat(profile)
        .hasToString("Moldova (MDA) as of 2022-02-23: 1 reading, not applicable [ports]");
    assertThat(profile.toBuilder().build()).isEqualTo(profile);
    assertThat(profile.withCountry(Country.of("UKR", "Ukraine")).notApplicable())
        .isEqualTo(profile.notApplicable());
    assertThat(profile.flattened()).isEqualTo(profile);
    assertThat(profile.select(List.of("debt")).notApplicable()).isEmpty();
    assertThat(profile.select(List.of("ports"))).isNotEqualTo(profile);
    assertThat(profile.toTable().toCsv()).contains("MDA,ports,,,,,,\"not applicable: Factbook");
    assertThat(Serialized.copyOf(profile)).isEqualTo(profile);
  }

  @Test
  void a_reading_and_that_there_can_be_none_do_not_stand_together() {
    CountryProfile.Builder both =
        CountryProfile.builder(LANDLOCKED)
            .reading("ports", 4)
            .notApplicable("ports", "it has no coast")
            .notApplicable("ports", "it has no ships")
            .notApplicable("no code", "x");
    assertThatIllegalArgumentException()
        .isThrownBy(both::build)
        .withMessageContaining(
            "'ports' was already said not to apply (it has no coast), second was: it has no ships")
        .withMessageContaining(
            "'ports' does not apply (it has no coast), but is given by a plain reading")
        .withMessageContaining("no code");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile().withReading("ports", 3))
        .withMessageContaining(
            "'ports' does not apply (it has no coast), but is given by a plain reading");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotApplicable.because(" "))
        .withMessageContaining("reason why an indicator does not apply");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NotApplicable("x", Source.of("A", "").withNote("y")))
        .withMessage(
            "Source of what does not apply must have no note, since the reason is one, but had 'y'");
  }

  @Test
  void a_profile_can_be_changed_in_it() {
    CountryProfile applies = profile().withApplicable("ports");
    assertThat(applies.notApplicable()).isEmpty();
    assertThat(applies.withReading("ports", 4).withNotApplicable("ports", NO_COAST))
        .isEqualTo(profile());
    assertThat(profile().withNotApplicable("ports", NotApplicable.because("no")).notApplicable())
        .isEqualTo(ImmutableMap.of("ports", NotApplicable.because("no")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile().withApplicable("prots"))
        .withMessage(
            "'prots' is not among what does not apply to Moldova (MDA). Known: [ports]. Maybe you meant 'ports'.");
  }

  @Test
  void tables_give_it_back_with_its_reason_and_source() {
    Dataset data =
        Dataset.of(
            profile().withReading("debt", Estimate.between(30, 50)),
            CountryProfile.builder(Country.of("UKR", "Ukraine"))
                .asOf(LocalDate.of(2022, 2, 23))
                .notApplicable("gas", "=cmd, it has \"none\"")
                .build());
    assertThat(Dataset.readLongCsv(data.toLongCsv())).isEqualTo(data);
    assertThat(data.toLongCsv())
        .contains("MDA,Moldova,2022-02-23,ports,not applicable,,2021,Factbook,Geography,exact,");
    assertThat(data.column("ports")).containsExactly(Double.NaN, Double.NaN);
    assertThat(data.select(List.of("ports")).profile("MDA").notApplicable()).containsKey("ports");
  }

  @Test
  void markers_of_a_long_table_say_it() {
    Dataset data =
        CsvFormat.standard()
            .withNotApplicable("n/a", "-8")
            .withMissing("NA")
            .withFlags("*")
            .readLong(
                """
                country,indicator,value,source,note
                AAA,ports,n/a,Factbook,it has no coast
                AAA,gas,-8.0,,
                AAA,debt,NA,,
                BBB,ports,n/a *,,
                BBB,debt,5,,
                """);
    assertThat(data.profile("AAA").notApplicable())
        .isEqualTo(
            ImmutableMap.of(
                "ports",
                new NotApplicable("it has no coast", Source.of("Factbook", "")),
                "gas",
                NotApplicable.because("the table says '-8.0'")));
    assertThat(data.profile("AAA").codes()).isEmpty();
    assertThat(data.profile("BBB").notApplicable())
        .isEqualTo(ImmutableMap.of("ports", NotApplicable.because("the table says 'n/a'; *")));
  }

  @Test
  void markers_of_wide_tables_and_of_years_say_it() {
    CsvFormat format = CsvFormat.standard().withNotApplicable("n/a");
    assertThat(format.readWide("country,ports,debt\nAAA,n/a,3\nBBB,4,\n").profile("AAA"))
        .isEqualTo(
            CountryProfile.builder(Country.of("AAA", "AAA"))
                .reading("debt", 3)
                .notApplicable("ports", "the table says 'n/a'")
                .build());
    CsvLayout years = format.yearColumns();
    String table = "country,indicator,2019,2020,2021\nAAA,ports,4,n/a,n/a\nBBB,ports,n/a,3,\n";
    Dataset newest = years.withYears(Years.upTo(2021)).read(table);
    assertThat(newest.profile("AAA").notApplicable().get("ports").source().observedYear())
        .hasValue(2021);
    assertThat(newest.profile("AAA").codes()).isEmpty();
    assertThat(newest.profile("BBB").notApplicable()).isEmpty();
    assertThat(newest.column("ports")[1]).isEqualTo(3);
    Dataset old = years.withYears(Years.of(2019)).read(table);
    assertThat(old.column("ports")[0]).isEqualTo(4);
    assertThat(old.profile("BBB").notApplicable()).containsKey("ports");
  }

  @Test
  void tables_that_contradict_themselves_are_told_where() {
    CsvFormat format = CsvFormat.standard().withNotApplicable("n/a");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                format.readLong(
                    "country,indicator,value,note\nAAA,p,4,\nAAA,p,n/a,no coast\nBBB,p,n/a,a\nBBB,p,n/a,b\n"))
        .withMessageContaining(
            "line 3: 'p' of 'AAA' is said not to apply, but line 2 gives it as 4.0")
        .withMessageContaining(
            "line 5: 'p' of 'BBB' is said not to apply in other words, or by another source, than in"
                + " line 4: CsvLayout.withRows takes one");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                format
                    .longTable()
                    .withYears(Years.of(2020))
                    .read("country,indicator,value,year\nAAA,p,n/a,\n"))
        .withMessageContaining("line 2: 'p' of 'AAA' needs a year, since figures are chosen by it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> format.withMissing("n/a"))
        .withMessage("'n/a' cannot mean both that a reading is missing and that there can be none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvFormat.standard().withMissing("..").withNotApplicable(".."))
        .withMessage("'..' cannot mean both that a reading is missing and that there can be none");
  }

  @Test
  void dates_of_a_table_have_their_own() {
    List<CountryProfile> profiles =
        CsvFormat.standard()
            .readLongByDate(
                "country,as_of,indicator,value\nAAA,2020-12-31,p,not applicable\nAAA,2021-12-31,p,6\n");
    assertThat(profiles.get(0).notApplicable()).containsOnlyKeys("p");
    assertThat(profiles.get(1).notApplicable()).isEmpty();
  }

  @Test
  void joins_carry_it_and_choose_between_it_and_a_figure() {
    Dataset one = Dataset.of(profile()).withName("one");
    Dataset two =
        Dataset.of(
                CountryProfile.builder(LANDLOCKED)
                    .asOf(LocalDate.of(2022, 2, 23))
                    .reading("ports", 1)
                    .build())
            .withName("two");
    assertThat(Join.of(one, one.withName("again").select(List.of("ports"))).dataset().profiles())
        .containsExactly(profile());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Join.of(one, two).dataset())
        .withMessageContaining(
            "'ports' does not apply (it has no coast), but is given by a plain reading");
    assertThat(Join.of(one, two).withOverlap(Overlap.FIRST).dataset().profiles())
        .containsExactly(profile());
    CountryProfile last = Join.of(one, two).withOverlap(Overlap.LAST).dataset().profile("MDA");
    assertThat(last.notApplicable()).isEmpty();
    assertThat(last.estimate("ports")).contains(Estimate.exact(1));
  }

  @Test
  void evidence_that_yields_it_is_refused() {
    CountryProfile trades =
        CountryProfile.builder(LANDLOCKED)
            .evidence(
                TradePartners.builder("RUS").exports("RUS", 0.5, Source.of("IMF", "")).build())
            .build();
    String code = trades.codes().iterator().next();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trades.withNotApplicable(code, NO_COAST))
        .withMessageContaining("follows from its evidence");
  }
}
