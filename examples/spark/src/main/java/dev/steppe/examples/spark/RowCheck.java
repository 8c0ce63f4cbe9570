package dev.steppe.examples.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.steppe.evidence.Estimate;
import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import dev.steppe.score.BulkScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Finds what keeps rows from being scored, before a job is started. */
final class RowCheck {

  /** How many figures of a column are looked at. */
  private static final int FIGURES = 4;

  private RowCheck() {}

  /** Throws unless there is a column of type double for every indicator, and room for the score. */
  static void columns(BulkScorer scorer, StructType schema) {
    List<String> names = Arrays.asList(schema.fieldNames());
    List<String> faults = new ArrayList<>();
    for (String code : scorer.indicators()) {
      int first = names.indexOf(code);
      if (first < 0) {
        faults.add("no column '" + code + "'. Columns: " + names);
      } else if (names.lastIndexOf(code) != first) {
        faults.add("column '" + code + "' comes twice");
      } else {
        DataType type = schema.fields()[first].dataType();
        if (!type.equals(DataTypes.DoubleType)) {
          faults.add("column '" + code + "' must be double, but is " + type.catalogString());
        }
      }
    }
    for (String result : List.of(ScoreParquet.SCORE, ScoreParquet.MISSING)) {
      if (names.contains(result) && scorer.column(result) < 0) {
        faults.add("column '" + result + "' is there already, and is a column of the result");
      }
    }
    throwIfAny(scorer, faults);
  }

  /** Throws unless all readings are finite and such that {@link BulkScorer#accepts} them. */
  static void readings(BulkScorer scorer, Dataset<Row> rows) {
    List<Column> figures = new ArrayList<>();
    for (int c = 0; c < scorer.indicators().size(); c++) {
      figures.addAll(figures(scorer, c));
    }
    Row found =
        rows.agg(figures.get(0), figures.subList(1, figures.size()).toArray(new Column[0])).first();
    List<String> faults = new ArrayList<>();
    for (int c = 0; c < scorer.indicators().size(); c++) {
      addFault(scorer, c, found, faults);
    }
    throwIfAny(scorer, faults);
  }

  /** How many are NaN, the least, the greatest, and how many are none of the categories. */
  private static List<Column> figures(BulkScorer scorer, int c) {
    Column cell = col("`" + scorer.indicators().get(c) + "`");
    Column number = when(not(isnan(cell)), cell);
    Column strange = not(udf(new Accepted(scorer, c), DataTypes.BooleanType).apply(number));
    boolean discrete = scorer.model().criteria().get(c).normalization().isDiscrete();
    return List.of(
        count_if(isnan(cell)),
        min(number),
        max(number),
        // What is no category takes a look at every reading. Other readings form an interval:
        // if the model takes the least and the greatest, it takes all.
        discrete ? count_if(strange) : lit(0L));
  }

  private static void addFault(BulkScorer scorer, int c, Row found, List<String> faults) {
    Criterion criterion = scorer.model().criteria().get(c);
    int at = c * FIGURES;
    String column = "column '" + criterion.code() + "' ";
    if (found.getLong(at) > 0) {
      faults.add(column + "is NaN in " + rows(found.getLong(at)) + "; no reading is null");
    }
    if (found.getLong(at + 3) > 0) {
      faults.add(column + "has none of the categories in " + rows(found.getLong(at + 3)));
    } else if (!found.isNullAt(at + 1)) {
      double least = found.getDouble(at + 1);
      double greatest = found.getDouble(at + 2);
      DoublePredicate accepted = new Accepted(scorer, c)::call;
      if (!accepted.test(least) || !accepted.test(greatest)) {
        faults.add(column + "has readings from " + least + " to " + greatest + needed(criterion));
      }
    }
  }

  private static String needed(Criterion criterion) {
    Indicator indicator = criterion.indicator();
    if (indicator.domainUpper() - indicator.domainLower() < Double.POSITIVE_INFINITY) {
      return ", but must be in [" + indicator.domainLower() + ", " + indicator.domainUpper() + "]";
    }
    return ", which do not all suit '" + criterion.description() + "'";
  }

  private static String rows(long count) {
    return count == 1 ? "1 row" : count + " rows";
  }

  private static void throwIfAny(BulkScorer scorer, List<String> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "Rows for model '"
              + scorer.model().name()
              + "' have faults:\n  - "
              + String.join("\n  - ", faults));
    }
  }

  /** Whether the model takes a reading; null if there is none. */
  private record Accepted(BulkScorer scorer, int column) implements UDF1<Double, Boolean> {
    @Override
    public Boolean call(Double reading) {
      return reading == null
          || (Double.isFinite(reading) && scorer.accepts(column, Estimate.exact(reading)));
    }
  }
}
