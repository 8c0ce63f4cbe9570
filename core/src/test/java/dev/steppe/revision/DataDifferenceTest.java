package dev.steppe.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataDifferenceTest {

  private static final Country ALAND = Country.of("AAA", "Aland");

  private static CountryProfile profile(Reading... readings) {
    CountryProfile.Builder builder = CountryProfile.builder(ALAND).asOf(LocalDate.of(2022, 1, 1));
    for (int i = 0; i < readings.length; i++) {
      builder.reading("x" + i, readings[i]);
    }
    return builder.build();
  }

  private static DataDifference difference(Reading before, Reading after) {
    return DataDifference.of(List.of(profile(before)), List.of(profile(after)));
  }

  /** As in the javadoc. */
  @Test
  void readings_come_go_and_change() {
    Dataset old = Dataset.readWideCsv("country,gdp,debt\nAAA,10,55\nBBB,20,40\n");
    Dataset revised = Dataset.readWideCsv("country,gdp,debt\nAAA,10,57..59\nBBB,20,\nCCC,5,5\n");
    DataDifference difference = DataDifference.of(old, revised);
    assertThat(difference.changes())
        .hasToString("[debt of AAA (AAA): 55.0 to 57.0..59.0, debt of BBB (BBB): 40.0 to none]");
    assertThat(difference.added()).hasToString("[CCC (CCC)]");
    assertThat(difference.removed()).isEmpty();
    assertThat(difference.counts())
        .isEqualTo(Map.of(ReadingChange.Kind.CHANGED, 1, ReadingChange.Kind.REMOVED, 1));
    Table table = difference.toTable();
    assertThat(table.number(0, table.column("Central"))).hasValue(3);
    assertThat(table.number(0, table.column("Least"))).hasValue(2);
    assertThat(table.number(0, table.column("Most"))).hasValue(4);
    assertThat(table.number(1, table.column("Central"))).isEmpty();
    assertThat(table.cell(2, table.column("What"))).isEqualTo("country new");
    DataDifference back = DataDifference.of(revised, old);
    assertThat(back.counts())
        .isEqualTo(Map.of(ReadingChange.Kind.CHANGED, 1, ReadingChange.Kind.ADDED, 1));
    assertThat(back.removed()).isEqualTo(difference.added());
    assertThat(DataDifference.of(old, old).isEmpty()).isTrue();
  }

  @Test
  void another_source_is_told_apart_from_another_number() {
    Reading atlas = Reading.of(5).withSource(Source.of("Atlas", "p. 1"));
    DataDifference difference =
        difference(
            atlas, atlas.withSource(Source.of("Atlas", "p. 1").withQuality(Quality.ESTIMATE)));
    assertThat(difference.changes())
        .extracting(ReadingChange::kind)
        .containsExactly(ReadingChange.Kind.SOURCE);
    assertThat(difference.counting()).isEmpty();
    assertThat(difference.isEmpty()).isFalse();
    assertThat(difference.toString())
        .contains(
            "other source", "before: Atlas, p. 1", "As of 2022-01-01 before, 2022-01-01 after.");
    assertThat(difference(atlas, atlas.withEstimate(Estimate.between(4, 6))).counting()).hasSize(1);
  }

  @Test
  void another_unit_counts_and_another_spelling_of_it_does_not() {
    Reading share = Reading.of(5).withUnit("percent");
    assertThat(difference(share, share.withUnit("%")).changes())
        .extracting(ReadingChange::kind)
        .containsExactly(ReadingChange.Kind.SOURCE);
    assertThat(difference(share, share.withUnit("fraction")).changes())
        .extracting(ReadingChange::kind)
        .containsExactly(ReadingChange.Kind.UNIT);
  }

  @Test
  void readings_that_follow_from_evidence_are_compared_as_others() {
    CountryProfile before = NextUkraine.kazakhstan();
    CountryProfile after = Scenario.of(Change.leave("CSTO")).applyTo(before);
    DataDifference difference = DataDifference.of(List.of(before), List.of(after));
    assertThat(difference.counting())
        .extracting(ReadingChange::code)
        .contains("tie_to_rival", "multi_vector_index")
        .doesNotContain("kin_share", "import_dependence");
  }

  @Test
  void a_country_that_comes_twice_is_refused() {
    List<CountryProfile> twice = List.of(profile(), profile());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DataDifference.of(twice, twice))
        .withMessage(
            "Difference of data has 2 faults:\n"
                + "  - Aland (AAA) comes twice before; dates are compared one by one\n"
                + "  - Aland (AAA) comes twice after; dates are compared one by one");
  }
}
