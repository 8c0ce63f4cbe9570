package dev.steppe.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class ScenarioRowsTest {

  private final SparkSession spark = TestSpark.session();

  @Test
  void rows_depend_on_their_number_only() {
    List<Row> few = ScenarioRows.of(spark, 200).collectAsList();
    assertThat(ScenarioRows.of(spark, 5000).repartition(7).collectAsList()).containsAll(few);
    assertThat(few).doesNotHaveDuplicates();
  }

  @Test
  void scenarios_move_readings_and_lose_some() {
    List<Row> rows = ScenarioRows.of(spark, 560).collectAsList();
    int column = rows.get(0).fieldIndex("power_ratio");
    assertThat(rows.stream().filter(row -> row.isNullAt(column)).count()).isBetween(1L, 60L);
    assertThat(rows.stream().map(row -> row.get(column)).distinct().count()).isGreaterThan(400);
    assertThat(rows).extracting(row -> row.<Long>getAs("scenario")).contains(0L, 9L);
  }
}
