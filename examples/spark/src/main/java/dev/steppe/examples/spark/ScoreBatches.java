package dev.steppe.examples.spark;

import dev.steppe.score.BulkScorer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Scores the columns of a source that reads columns, such as Parquet files, without making rows of
 * them first: readings go from Spark's vectors into one call for some thousand rows, and the scores
 * stand beside the labels in vectors again. What {@link ScorePartition} does, to the same bits.
 *
 * <p>Spark has no public way to do that in Java. This is the one that its own vectorised operators
 * take, and it may have to be put right for another version of Spark.
 */
final class ScoreBatches implements FlatMapFunction<Iterator<ColumnarBatch>, InternalRow> {

  private static final long serialVersionUID = 1L;

  private final ScorePartition partition;
  private final StructType scored;

  private ScoreBatches(ScorePartition partition, StructType scored) {
    this.partition = partition;
    this.scored = scored;
  }

  /**
   * The scores of rows that come in columns; empty if something has been done to them since they
   * were read, so that they are rows.
   *
   * @param scored the columns of the result
   */
  static Optional<Dataset<Row>> of(Dataset<Row> rows, ScorePartition partition, StructType scored) {
    SparkPlan plan =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().executedPlan();
    if (plan instanceof WholeStageCodegenExec stage) {
      plan = stage.child();
    }
    if (!(plan instanceof ColumnarToRowExec toRows) || !toRows.child().supportsColumnar()) {
      return Optional.empty();
    }
    org.apache.spark.sql.classic.SparkSession spark =
        (org.apache.spark.sql.classic.SparkSession) rows.sparkSession();
    return Optional.of(
        spark.internalCreateDataFrame(
            toRows
                .child()
                .executeColumnar()
                .toJavaRDD()
                .mapPartitions(new ScoreBatches(partition, scored), true)
                .rdd(),
            scored,
            false));
  }

  @Override
  public Iterator<InternalRow> call(Iterator<ColumnarBatch> batches) {
    partition.checkModel();
    return new Scored(batches);
  }

  /** The rows of scored batches, each of which is read before the next is. */
  private final class Scored implements Iterator<InternalRow> {

    private final Iterator<ColumnarBatch> batches;
    private final BulkScorer scorer = partition.scorer();
    private final byte[][] codes = new byte[scorer.indicators().size()][];
    private final double[][] columns = new double[codes.length][];
    private double[] scores = new double[0];
    private WritableColumnVector score = vector(0, 2);
    private WritableColumnVector missing = vector(0, 1);
    private Iterator<InternalRow> rows = Collections.emptyIterator();

    Scored(Iterator<ColumnarBatch> batches) {
      this.batches = batches;
      for (int c = 0; c < codes.length; c++) {
        codes[c] = scorer.indicators().get(c).getBytes(StandardCharsets.UTF_8);
      }
    }

    /** A vector for a column of the result, counted from its last. */
    private WritableColumnVector vector(int rows, int fromEnd) {
      return new OnHeapColumnVector(rows, scored.fields()[scored.length() - fromEnd].dataType());
    }

    @Override
    public boolean hasNext() {
      while (!rows.hasNext() && batches.hasNext()) {
        rows = rows(batches.next());
      }
      return rows.hasNext();
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return rows.next();
    }

    private Iterator<InternalRow> rows(ColumnarBatch batch) {
      int count = batch.numRows();
      if (scores.length < count) {
        scores = new double[count];
        score = vector(count, 2);
        missing = vector(count, 1);
      }
      for (int c = 0; c < codes.length; c++) {
        columns[c] = readings(batch, c, count);
      }
      int unscored = scorer.score(columns, 0, count, scores, 0);
      score.reset();
      score.putDoubles(0, count, scores, 0);
      for (int i = 0; unscored > 0 && i < count; i++) {
        if (Double.isNaN(scores[i])) {
          score.putNull(i);
        }
      }
      missing.reset();
      tellMissing(count);
      int[] labels = partition.labels();
      ColumnVector[] result = new ColumnVector[labels.length + 2];
      for (int label = 0; label < labels.length; label++) {
        result[label] = batch.column(labels[label]);
      }
      result[labels.length] = score;
      result[labels.length + 1] = missing;
      return new ColumnarBatch(result, count).rowIterator();
    }

    /** The readings of an indicator, with NaN in place of null; none may be NaN before. */
    private double[] readings(ColumnarBatch batch, int c, int count) {
      ColumnVector vector = batch.column(partition.reading(c));
      double[] readings = vector.getDoubles(0, count);
      boolean nulls = vector.hasNull();
      for (int i = 0; i < count; i++) {
        if (nulls && vector.isNullAt(i)) {
          readings[i] = Double.NaN;
        } else if (Double.isNaN(readings[i])) {
          throw partition.notANumber(
              c, batch.getRow(i).toSeq(partition.schema()).mkString("[", ",", "]"));
        }
      }
      return readings;
    }

    private void tellMissing(int count) {
      WritableColumnVector names = missing.arrayData();
      int told = 0;
      for (int i = 0; i < count; i++) {
        int first = told;
        for (int c = 0; c < codes.length; c++) {
          if (Double.isNaN(columns[c][i])) {
            names.appendByteArray(codes[c], 0, codes[c].length);
            told++;
          }
        }
        missing.putArray(i, first, told - first);
      }
    }
  }
}
