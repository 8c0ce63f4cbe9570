package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.assertj.SteppeAssertions;
import dev.steppe.score.Ranking;
import dev.steppe.testing.SerialSamples;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;

/** Kept rankings that tests are held against: a claim holds or fails, and the failure says why. */
final class SnapshotTarget {

  private static final Ranking RANKING = SerialSamples.scorer().rank(SerialSamples.countries());

  private SnapshotTarget() {}

  static void read(byte[] input) throws Exception {
    try {
      HowAndTable.of(input)
          .inFile(file -> SteppeAssertions.assertThat(RANKING).matchesSnapshot(file));
    } catch (AssertionError differs) {
      // A table of what differs stands between the two.
      assertThat(differs).hasMessageContaining("but it differs from the file");
      assertThat(differs.getMessage().split("\n\n", 3)[1].lines().count()).isGreaterThan(2);
    } catch (UncheckedIOException noText) {
      assertThat(noText).hasCauseInstanceOf(CharacterCodingException.class);
    }
  }
}
