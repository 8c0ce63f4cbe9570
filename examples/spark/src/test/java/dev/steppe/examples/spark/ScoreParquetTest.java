package dev.steppe.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreParquetTest {

  private static final RiskModel MODEL =
      RiskModel.builder("two")
          .indicator(
              Indicator.of("debt", Direction.HIGHER_IS_RISKIER).withDomain(0, 200),
              3,
              Normalization.goalposts(0, 100))
          .indicator(
              Indicator.of("treaty", Direction.LOWER_IS_RISKIER),
              1,
              Normalization.categories(Map.of(0.0, 0.0, 0.5, 40.0, 1.0, 100.0)))
          .missing(MissingPolicy.reweight(0.5))
          .build();

  private static final List<String> CODES = List.of("debt", "treaty");

  private final SparkSession spark = TestSpark.session();

  @TempDir Path directory;

  private static List<Row> scores(RiskModel model, Dataset<Row> rows) {
    ScoreParquet job = ScoreParquet.by(Scorer.of(model));
    job.check(rows);
    return job.score(rows).collectAsList();
  }

  @Test
  void labels_go_through_and_a_missing_reading_is_told() {
    Dataset<Row> rows =
        TestSpark.rows(
            CODES,
            new Object[] {"AAA", 50.0, 0.5},
            new Object[] {"BBB", 50.0, null},
            new Object[] {"CCC", null, 1.0},
            new Object[] {"DDD", null, null});
    List<Row> scored = scores(MODEL, rows);
    assertThat(scored)
        .extracting(row -> row.<String>getAs("country"))
        .containsExactly("AAA", "BBB", "CCC", "DDD");
    // (3 * 50 + 1 * 60) / 4, the reading alone, and two with less than half of the weight.
    assertThat(scored)
        .extracting(row -> row.<Double>getAs("score"))
        .containsExactly(52.5, 50.0, null, null);
    assertThat(scored)
        .extracting(row -> row.<String>getList(row.fieldIndex("missing")))
        .containsExactly(List.of(), List.of("treaty"), List.of("debt"), CODES);
  }

  @Test
  void the_states_have_the_scores_that_they_have_on_one_machine() {
    Scorer scorer = PostSovietStates.scorer();
    List<Row> scored = scores(scorer.model(), ScenarioRows.of(spark, 56));
    assertThat(scored).hasSize(56);
    for (Row row : scored) {
      Scorecard card =
          PostSovietStates.panel().scorecard(row.getAs("country"), row.<LocalDate>getAs("date"));
      assertThat(row.<Double>getAs("score")).isEqualTo(card.value());
      assertThat(row.<Long>getAs("scenario")).isZero();
    }
  }

  /** Many batches in one partition, one batch, and more partitions than rows can fill. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 200})
  void scores_have_the_bits_of_single_profiles(int partitions) {
    Scorer scorer = Scorer.of(PostSovietStates.model().withMissing(MissingPolicy.reweight(0.9)));
    Dataset<Row> rows = ScenarioRows.of(spark, 2 * ScorePartition.BATCH + 100);
    Map<List<Object>, Row> readings = new HashMap<>();
    rows.collectAsList().forEach(row -> readings.put(key(row), row));
    List<Row> scored = scores(scorer.model(), rows.repartition(partitions));
    assertThat(scored).hasSameSizeAs(readings.keySet());
    int without = 0;
    for (Row row : scored) {
      CountryProfile profile = profile(scorer, readings.get(key(row)));
      Double score = row.getAs("score");
      if (score == null) {
        without++;
        assertThatIllegalArgumentException().isThrownBy(() -> scorer.score(profile));
        assertThat(row.<String>getList(row.fieldIndex("missing"))).isNotEmpty();
      } else {
        assertThat(score).isEqualTo(scorer.score(profile).value());
      }
    }
    assertThat(without).isBetween(100, 10_000);
  }

  private static List<Object> key(Row row) {
    return List.of(row.getAs("country"), row.getAs("date"), row.getAs("scenario"));
  }

  private static CountryProfile profile(Scorer scorer, Row row) {
    CountryProfile.Builder profile =
        CountryProfile.builder(Country.of(row.getAs("country"), row.getAs("country")));
    for (String code : scorer.bulk().indicators()) {
      Double reading = row.getAs(code);
      if (reading != null) {
        profile.reading(code, reading);
      }
    }
    return profile.build();
  }

  @Test
  void few_rows_in_many_partitions_and_none_at_all_are_scored() {
    Dataset<Row> rows = ScenarioRows.of(spark, 5).repartition(16);
    assertThat(scores(PostSovietStates.model(), rows)).hasSize(5);
    assertThat(scores(PostSovietStates.model(), rows.limit(0))).isEmpty();
  }

  @Test
  void files_in_files_out_with_the_model_in_the_metadata() {
    String in = directory.resolve("rows").toString();
    String out = directory.resolve("scores").toString();
    ScenarioRows.of(spark, 1000).write().parquet(in);
    ScoreParquet.by(PostSovietStates.scorer()).run(spark, in, out);
    Dataset<Row> written = spark.read().parquet(out);
    assertThat(written.columns())
        .containsExactly("country", "date", "scenario", "score", "missing");
    assertThat(written.collectAsList())
        .containsExactlyInAnyOrderElementsOf(
            scores(PostSovietStates.model(), ScenarioRows.of(spark, 1000)));
    Metadata about = written.schema().apply("score").metadata();
    assertThat(about.getString("model")).isEqualTo("next-ukraine-region");
    assertThat(about.getString("fingerprint")).isEqualTo(PostSovietStates.model().fingerprint());
    assertThat(about.getString("comment")).isEqualTo(Scorecard.NOT_A_PROBABILITY);
  }

  /** A filter makes rows of what files have in columns. */
  @Test
  void columns_of_files_are_scored_without_rows_to_the_same_bits() {
    String in = directory.resolve("rows").toString();
    ScenarioRows.of(spark, 3 * ScorePartition.BATCH).write().parquet(in);
    Dataset<Row> files = spark.read().parquet(in);
    ScoreParquet job = ScoreParquet.by(PostSovietStates.scorer());
    Dataset<Row> byColumns = job.score(files);
    Dataset<Row> byRows = job.score(files.filter("scenario >= 0"));
    assertThat(plan(byColumns)).doesNotContain("MapPartitions");
    assertThat(plan(byRows)).contains("MapPartitions");
    assertThat(byColumns.schema()).isEqualTo(byRows.schema());
    assertThat(byColumns.collectAsList())
        .hasSize(3 * ScorePartition.BATCH)
        .containsExactlyElementsOf(byRows.collectAsList());
    assertThat(job.score(files.limit(0)).collectAsList()).isEmpty();
  }

  private static String plan(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
        .queryExecution()
        .executedPlan()
        .toString();
  }

  @Test
  void labels_of_files_may_be_missing_and_readings_may_not_be_nan() {
    String in = directory.resolve("rows").toString();
    TestSpark.rows(CODES, new Object[] {"AAA", 50.0, null}, new Object[] {"BBB", null, null})
        .withColumn("region", org.apache.spark.sql.functions.expr("nullif(country, 'BBB')"))
        .coalesce(1)
        .write()
        .parquet(in);
    List<Row> scored =
        ScoreParquet.by(Scorer.of(MODEL)).score(spark.read().parquet(in)).collectAsList();
    assertThat(scored).extracting(row -> row.<String>getAs("region")).containsExactly("AAA", null);
    assertThat(scored).extracting(row -> row.<Double>getAs("score")).containsExactly(50.0, null);
    assertThat(scored)
        .extracting(row -> row.<String>getList(row.fieldIndex("missing")))
        .containsExactly(List.of("treaty"), CODES);
    String bad = directory.resolve("bad").toString();
    TestSpark.rows(CODES, new Object[] {"AAA", Double.NaN, 0.5}).write().parquet(bad);
    assertThatExceptionOfType(SparkException.class)
        .isThrownBy(
            () ->
                ScoreParquet.by(Scorer.of(MODEL)).score(spark.read().parquet(bad)).collectAsList())
        .withStackTraceContaining("Column 'debt' is NaN in row [AAA,NaN,0.5]; no reading is null");
  }

  @Test
  void columns_that_are_not_there_or_of_another_type_are_all_told_before_anything_runs() {
    Dataset<Row> rows =
        TestSpark.rows(CODES, new Object[] {"AAA", 50.0, 0.5})
            .withColumnRenamed("treaty", "treaties")
            .withColumn("score", org.apache.spark.sql.functions.lit(1))
            .withColumn(
                "debt", org.apache.spark.sql.functions.col("debt").cast(DataTypes.StringType));
    String message =
        "Rows for model 'two' have faults:\n"
            + "  - column 'debt' must be double, but is string\n"
            + "  - no column 'treaty'. Columns: [country, debt, treaties, score]\n"
            + "  - column 'score' is there already, and is a column of the result";
    ScoreParquet job = ScoreParquet.by(Scorer.of(MODEL));
    assertThatIllegalArgumentException().isThrownBy(() -> job.check(rows)).withMessage(message);
    assertThatIllegalArgumentException().isThrownBy(() -> job.score(rows)).withMessage(message);
  }

  @Test
  void a_column_that_comes_twice_is_told() {
    Dataset<Row> rows = TestSpark.rows(List.of("debt", "debt", "treaty"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreParquet.by(Scorer.of(MODEL)).check(rows))
        .withMessageEndingWith("\n  - column 'debt' comes twice");
  }

  @Test
  void readings_that_the_model_does_not_take_are_told_before_anything_is_written() {
    Dataset<Row> rows =
        TestSpark.rows(
            CODES,
            new Object[] {"AAA", Double.NaN, 0.5},
            new Object[] {"BBB", -1.0, 0.25},
            new Object[] {"CCC", 60.0, 0.75},
            new Object[] {"DDD", null, null});
    String in = directory.resolve("rows").toString();
    Path out = directory.resolve("scores");
    rows.write().parquet(in);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreParquet.by(Scorer.of(MODEL)).run(spark, in, out.toString()))
        .withMessage(
            "Rows for model 'two' have faults:\n"
                + "  - column 'debt' is NaN in 1 row; no reading is null\n"
                + "  - column 'debt' has readings from -1.0 to 60.0, but must be in [0.0, 200.0]\n"
                + "  - column 'treaty' has none of the categories in 2 rows");
    assertThat(Files.exists(out)).isFalse();
  }

  @Test
  void an_infinite_reading_is_told() {
    Dataset<Row> rows = TestSpark.rows(CODES, new Object[] {"AAA", Double.POSITIVE_INFINITY, 1.0});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreParquet.by(Scorer.of(MODEL)).check(rows))
        .withMessageContaining("column 'debt' has readings from Infinity to Infinity");
  }

  @Test
  void nan_is_no_missing_reading_even_without_a_check() {
    Dataset<Row> rows = TestSpark.rows(CODES, new Object[] {"AAA", Double.NaN, 0.5});
    assertThatExceptionOfType(SparkException.class)
        .isThrownBy(() -> ScoreParquet.by(Scorer.of(MODEL)).score(rows).collectAsList())
        .withStackTraceContaining(
            "IllegalArgumentException: Column 'debt' is NaN in row [AAA,NaN,0.5]; no reading is"
                + " null");
  }

  @Test
  void a_model_that_arrives_as_another_is_refused() {
    ScorePartition partition =
        new ScorePartition(
            Scorer.of(MODEL).bulk(), TestSpark.rows(CODES, new Object[0][]).schema());
    partition.checkModel(MODEL.fingerprint());
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> partition.checkModel("0123"))
        .withMessage(
            "Model 'two' was sent with fingerprint "
                + MODEL.fingerprint()
                + " and arrived with 0123. Maybe the machines have different versions of the"
                + " library");
  }
}
