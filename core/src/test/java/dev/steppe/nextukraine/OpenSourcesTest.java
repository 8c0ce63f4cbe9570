package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.CharStreams;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.Dataset;
import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
