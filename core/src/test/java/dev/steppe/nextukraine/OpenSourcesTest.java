package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.CharStreams;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.Dataset;
import dev.steppe.nextukraine.OpenSources.Vote;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSourcesTest {

  /** The library's general reader of tables knows nothing of this resource's columns. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kazakhstan-ukraine-2022.csv",
        "states/2007-12-31.csv",
        "states/2013-12-31.csv",
        "states/2022-02-23.csv",
        "states/2026-01-22.csv"
      })
  void figures_are_those_that_a_dataset_reads(String resource) throws IOException {
    OpenSources open = OpenSources.read(resource);
    Dataset dataset = dataset(resource);
    assertThat(open.countries()).isEqualTo(dataset.countries()).isNotEmpty();
    Set<String> codes = dataset.codes();
    assertThat(codes).hasSizeGreaterThan(10);
    for (CountryProfile profile : dataset) {
      for (String code : codes) {
        assertThat(open.figures(profile.country(), code))
            .as("%s of %s", code, profile.country())
            .isEqualTo(profile.readings(code));
      }
    }
  }

  /** A missing row would read as absence, so there is a row for each state and vote. */
  @Test
  void every_state_has_a_row_for_every_vote() {
    for (LocalDate date : StateEvidence.dates()) {
      for (Vote vote : StateEvidence.votes(date)) {
        assertThat(votes(date, vote.code()).keySet())
            .as("%s of %s", vote.resolution(), date)
            .containsExactlyInAnyOrderElementsOf(
                PostSovietStates.countries().stream().map(country -> country.code()).toList());
        assertThat(vote.year()).isBetween(date.getYear() - 8, date.getYear());
      }
    }
  }

  /** What the press listed as the votes against, where it listed them all. */
  @ParameterizedTest
  @CsvSource({
    "2022-02-23, unga_72_190_vote, ARM BLR KAZ KGZ TJK UZB",
    "2022-02-23, unga_73_194_vote, ARM BLR UZB",
    "2022-02-23, unga_74_17_vote, ARM BLR KGZ",
    "2026-01-22, unga_es11_3_vote, BLR KAZ KGZ TJK UZB"
  })
  void votes_with_Moscow_are_those_that_the_press_listed(
      LocalDate date, String vote, String against) {
    Set<String> no = new TreeSet<>();
    votes(date, vote)
        .forEach((country, cast) -> no.addAll(cast.equals("no") ? Set.of(country) : Set.of()));
    assertThat(no).containsExactly(against.split(" "));
  }

  /** By country. */
  private static Map<String, String> votes(LocalDate date, String code) {
    Map<String, String> votes = new TreeMap<>();
    for (CsvRecord row : Resource.records("states/" + date + ".csv", OpenSources.COLUMNS)) {
      if (row.getField(3).equals(code)) {
        assertThat(votes.put(row.getField(0), row.getField(4))).isNull();
      }
    }
    return votes;
  }

  @Test
  void codings_are_those_that_a_table_of_dates_reads() throws IOException {
    CsvFormat format = CsvFormat.standard();
    for (Map.Entry<String, Double> word : Codings.OUTSIDE_PACT.entrySet()) {
      format = format.withWord(word.getKey(), word.getValue());
    }
    assertThat(read("codings.csv", format)).isGreaterThan(1000);
    assertThat(read("disputes.csv", format)).isGreaterThan(250);
  }

  /** How many rows there are, each as the table has it. */
  private static int read(String resource, CsvFormat format) throws IOException {
    Codings codings = Codings.read(resource);
    int read = 0;
    try (Reader reader = Resource.open(resource)) {
      for (CountryProfile profile : format.readLongByDate(CharStreams.toString(reader))) {
        for (String code : profile.codes()) {
          assertThat(codings.coded(profile.country(), profile.asOf().orElseThrow(), code))
              .isEqualTo(profile.readings(code));
          read += profile.readings(code).size();
        }
      }
    }
    assertThat(read).isEqualTo(codings.size());
    return read;
  }

  private static Dataset dataset(String resource) throws IOException {
    try (Reader reader = Resource.open(resource)) {
      return CsvFormat.standard()
          .withWord("yes", 1)
          .withWord("abstain", 0.5)
          .withWord("no", 0)
          .withMissing("absent")
          .readLong(reader);
    }
  }
}
