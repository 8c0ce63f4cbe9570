package dev.steppe.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.BulkScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThroughputTest {

  @TempDir Path directory;

  @BeforeEach
  void two_threads_are_enough() {
    TestSpark.session();
  }

  @Test
  void all_is_measured() throws IOException {
    String printed =
        Programs.output(() -> Throughput.main(new String[] {directory.toString(), "3000", "1"}));
    assertThat(printed)
        .contains("scores, Parquet written", "one thread, CSV read and scored", "3000")
        .doesNotContain("Infinity", "NaN");
  }

  @Test
  void rows_of_a_file_have_the_scores_that_they_have_in_memory() throws IOException {
    BulkScorer bulk = PostSovietStates.scorer().bulk();
    Path csv = directory.resolve("rows.csv");
    int rows = ScorePartition.BATCH + 1;
    Files.writeString(csv, ("AAA" + ",0.5".repeat(12) + "\n").repeat(rows));
    double[][] columns = new double[12][1];
    for (double[] column : columns) {
      column[0] = 0.5;
    }
    assertThat(Throughput.scoreCsv(bulk, csv))
        .isCloseTo(rows * bulk.score(columns)[0], within(1e-6));
  }
}
