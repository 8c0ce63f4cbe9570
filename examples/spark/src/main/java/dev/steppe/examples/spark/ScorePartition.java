package dev.steppe.examples.spark;

import dev.steppe.score.BulkScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Scores the rows of a partition where they lie, some thousand at a time: their readings go into
 * columns, one call scores them all.
 *
 * <p>The scorer travels with it as a model, and is compiled where it arrives. A machine with
 * another version of the library could read another model from it, which the fingerprint tells.
 */
final class ScorePartition implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  /** How many rows at a time: 12 columns of them are 768 kB, which stay in the cache. */
  static final int BATCH = 8192;

  private static final String[] NONE = {};

  private final BulkScorer scorer;
  private final String fingerprint;
  private final String[] codes;
  private final int[] readings;
  private final int[] labels;
  private final StructType schema;

  ScorePartition(BulkScorer scorer, StructType schema) {
    this.scorer = scorer;
    this.schema = schema;
    this.fingerprint = scorer.model().fingerprint();
    this.codes = scorer.indicators().toArray(new String[0]);
    this.readings = Arrays.stream(codes).mapToInt(schema::fieldIndex).toArray();
    List<String> names = Arrays.asList(schema.fieldNames());
    this.labels =
        java.util.stream.IntStream.range(0, names.size())
            .filter(i -> scorer.column(names.get(i)) < 0)
            .toArray();
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    checkModel();
    return new Scored(rows);
  }

  BulkScorer scorer() {
    return scorer;
  }

  StructType schema() {
    return schema;
  }

  /** The field with the readings of an indicator. */
  int reading(int c) {
    return readings[c];
  }

  /** The fields that go through as they are. */
  int[] labels() {
    return labels;
  }

  /** Throws unless the model that arrived is the one that was sent. */
  void checkModel() {
    checkModel(scorer.model().fingerprint());
  }

  /** NaN stands for a missing reading in columns, so none may come from outside. */
  IllegalArgumentException notANumber(int c, String row) {
    return new IllegalArgumentException(
        "Column '" + codes[c] + "' is NaN in row " + row + "; no reading is null");
  }

  /** Throws unless the model that arrived is the one that was sent. */
  void checkModel(String arrived) {
    if (!arrived.equals(fingerprint)) {
      throw new IllegalStateException(
          "Model '"
              + scorer.model().name()
              + "' was sent with fingerprint "
              + fingerprint
              + " and arrived with "
              + arrived
              + ". Maybe the machines have different versions of the library");
    }
  }

  /** The scored rows of a partition, in its order, a batch at a time. */
  private final class Scored implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final List<Row> batch = new ArrayList<>();
    private final double[][] columns = new double[codes.length][BATCH];
    private final double[] scores = new double[BATCH];
    private int next;

    Scored(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return next < batch.size() || rows.hasNext();
    }

    @Override
    public Row next() {
      if (next == batch.size()) {
        fill();
        next = 0;
      }
      return result(next++);
    }

    private void fill() {
      batch.clear();
      // The first of them throws what an iterator should if there is none.
      do {
        Row row = rows.next();
        for (int c = 0; c < codes.length; c++) {
          columns[c][batch.size()] = reading(row, c);
        }
        batch.add(row);
      } while (batch.size() < BATCH && rows.hasNext());
      scorer.score(columns, 0, batch.size(), scores, 0);
    }

    private double reading(Row row, int c) {
      if (row.isNullAt(readings[c])) {
        return Double.NaN;
      }
      double reading = row.getDouble(readings[c]);
      if (Double.isNaN(reading)) {
        throw notANumber(c, row.toString());
      }
      return reading;
    }

    private Row result(int i) {
      Row row = batch.get(i);
      Object[] values = new Object[labels.length + 2];
      for (int label = 0; label < labels.length; label++) {
        values[label] = row.get(labels[label]);
      }
      values[labels.length] = Double.isNaN(scores[i]) ? null : scores[i];
      values[labels.length + 1] = missing(i);
      return RowFactory.create(values);
    }

    private String[] missing(int i) {
      int count = 0;
      for (double[] column : columns) {
        count += Double.isNaN(column[i]) ? 1 : 0;
      }
      if (count == 0) {
        return NONE;
      }
      String[] missing = new String[count];
      int at = 0;
      for (int c = 0; c < codes.length; c++) {
        if (Double.isNaN(columns[c][i])) {
          missing[at++] = codes[c];
        }
      }
      return missing;
    }
  }
}
