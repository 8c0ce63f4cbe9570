package dev.steppe.examples.spark;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;

import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Scores the rows of Parquet files: a row is what is known of a country at a date under a scenario,
 * with one column of type {@code double} for every indicator of the model, null where there is no
 * reading.
 *
 * <p>The result has the other columns of the rows as they were, in the same order, and then
 *
 * <ul>
 *   <li>{@code score}: the score, with the bits that {@link Scorer#score} gives; null if the row
 *       has too little data for the model's missing policy
 *   <li>{@code missing}: the codes of the indicators without a reading, in the order of the model
 * </ul>
 *
 * <p>The model's name and fingerprint are in the metadata of the column {@code score}.
 */
public final class ScoreParquet {

  static final String SCORE = "score";
  static final String MISSING = "missing";

  private final BulkScorer scorer;

  private ScoreParquet(BulkScorer scorer) {
    this.scorer = scorer;
  }

  /** A job that scores with a model. */
  public static ScoreParquet by(Scorer scorer) {
    return new ScoreParquet(requireNonNull(scorer, "scorer").bulk());
  }

  /** Takes where rows of the post-Soviet states are and where their scores go. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Give where the rows are and the scores go: ROWS SCORES");
    }
    try (SparkSession spark = LocalSpark.session()) {
      by(PostSovietStates.scorer()).run(spark, args[0], args[1]);
      Dataset<Row> scores = spark.read().parquet(args[1]);
      scores
          .orderBy(col("scenario"), col(SCORE).desc_nulls_last(), col("country"), col("date"))
          .show(5, false);
      System.out.println(
          scores.count()
              + " rows, "
              + scores.filter(col(SCORE).isNull()).count()
              + " of them with too little data for a score. "
              + Scorecard.NOT_A_PROBABILITY);
    }
  }

  /**
   * Reads rows, checks all of them, then scores them and writes the scores.
   *
   * @throws IllegalArgumentException as {@link #check}; nothing is written then
   */
  public void run(SparkSession spark, String rows, String scores) {
    Dataset<Row> read = spark.read().parquet(rows);
    check(read);
    score(read).write().parquet(scores);
  }

  /**
   * Looks at all columns and readings, which takes a pass over the rows.
   *
   * @throws IllegalArgumentException that lists every column that is not there or not of type
   *     {@code double}, or else every column with a reading that is not finite, outside its
   *     indicator's domain or otherwise not for the model
   */
  public void check(Dataset<Row> rows) {
    RowCheck.columns(scorer, rows.schema());
    RowCheck.readings(scorer, rows);
  }

  /**
   * The scores of rows, computed when they are asked for. Readings are taken as {@link BulkScorer}
   * does, without a look at domains.
   *
   * @throws IllegalArgumentException that lists every column that is not there or not of type
   *     {@code double}; a reading that is NaN is refused when its row is scored
   */
  public Dataset<Row> score(Dataset<Row> rows) {
    StructType schema = rows.schema();
    RowCheck.columns(scorer, schema);
    StructType scored = scored(schema, scorer);
    ScorePartition partition = new ScorePartition(scorer, schema);
    return ScoreBatches.of(rows, partition, scored)
        .orElseGet(() -> rows.mapPartitions(partition, Encoders.row(scored)))
        .withMetadata(SCORE, about(scorer.model()));
  }

  private static StructType scored(StructType schema, BulkScorer scorer) {
    StructType scored = new StructType();
    for (StructField field : schema.fields()) {
      if (scorer.column(field.name()) < 0) {
        scored = scored.add(field);
      }
    }
    return scored
        .add(SCORE, DataTypes.DoubleType, true)
        .add(MISSING, DataTypes.createArrayType(DataTypes.StringType, false), false);
  }

  /** What a reader of the files must know of the scores. */
  private static Metadata about(RiskModel model) {
    return new MetadataBuilder()
        .putString("model", model.name())
        .putString("fingerprint", model.fingerprint())
        .putString("comment", Scorecard.NOT_A_PROBABILITY)
        .build();
  }
}
