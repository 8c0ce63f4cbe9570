package dev.steppe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.score.ComparisonRecord;
import dev.steppe.score.ScorecardRecord;
import dev.steppe.score.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files beside the README are the paper's model and its two countries, as the library has them.
 * {@code -Dgolden.write} renews the files.
 */
class PaperFilesTest {

  private static final Path DATA = Path.of("next-ukraine-data.csv");

  @BeforeAll
  static void renew() throws IOException {
    if (System.getProperty("golden.write") != null) {
      for (ModelFile kind : ModelFile.values()) {
        Files.writeString(model(kind.name()), written(kind));
      }
      Files.writeString(DATA, data());
    }
  }

  /** With the line ends that files have in a clone. */
  private static String written(ModelFile kind) {
    return kind.write(NextUkraine.model()).replace("\r\n", "\n");
  }

  private static Path model(String kind) {
    return Path.of("next-ukraine." + kind.toLowerCase(Locale.ROOT));
  }

  /** The readings that follow from ethnic groups, alliances and trade are plain ones there. */
  private static String data() {
    return Dataset.of(NextUkraine.kazakhstan(), NextUkraine.ukraine())
        .flattened()
        .select(codes())
        .toLongCsv();
  }

  private static Set<String> codes() {
    return NextUkraine.model().indicators().stream()
        .map(Indicator::code)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSON", "YAML", "CSV"})
  void each_file_is_the_papers_model(String kind) throws IOException {
    RiskModel read = ModelFile.read(model(kind));
    assertThat(read).isEqualTo(NextUkraine.model());
    assertThat(read.fingerprint()).isEqualTo(NextUkraine.model().fingerprint());
    assertThat(Files.readString(model(kind))).isEqualTo(written(ModelFile.valueOf(kind)));
  }

  @Test
  void the_data_are_the_papers_with_their_sources() throws IOException {
    assertThat(Files.readString(DATA)).isEqualTo(data());
    Dataset read = Dataset.readLongCsv(DATA);
    for (CountryProfile profile : List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine())) {
      CountryProfile same = read.profile(profile.country().code());
      assertThat(same.asOf()).isEqualTo(profile.asOf());
      assertThat(codes()).containsAll(same.codes());
      for (String code : codes()) {
        assertThat(same.readings(code)).isEqualTo(profile.readings(code));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSON", "YAML", "CSV"})
  void scores_from_files_have_the_bits_of_those_in_java(String kind) {
    Run run = Run.of("score", model(kind).toString(), DATA.toString(), "--format=json");
    assertThat(run.err()).isEmpty();
    ScorecardRecord[] cards = new JsonMapper().readValue(run.out(), ScorecardRecord[].class);
    assertThat(cards).hasSize(2);
    for (ScorecardRecord card : cards) {
      CountryProfile profile =
          card.of().country().equals("KAZ") ? NextUkraine.kazakhstan() : NextUkraine.ukraine();
      ScorecardRecord expected = Scorer.of(NextUkraine.model()).score(profile).toRecord();
      // Remarks differ: a table says years, and ties are known by the day.
      ScorecardRecord same =
          new ScorecardRecord(
              card.library(),
              card.model(),
              card.fingerprint(),
              card.of(),
              card.nodes(),
              expected.remarks());
      assertThat(same).isEqualTo(expected);
    }
  }

  @Test
  void a_comparison_has_the_same_bits_too() {
    Run run = Run.of("compare", "next-ukraine.yaml", DATA.toString(), "-f", "json");
    assertThat(new JsonMapper().readValue(run.out(), ComparisonRecord.class))
        .isEqualTo(NextUkraine.compare().toRecord());
  }
}
