package dev.steppe.examples.spark;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** One session for all tests, on two threads; it ends with the JVM. */
final class TestSpark {

  private TestSpark() {}

  static SparkSession session() {
    return LocalSpark.session(
        new SparkConf()
            .setMaster("local[2]")
            .set("spark.default.parallelism", "3")
            .set("spark.sql.shuffle.partitions", "2"));
  }

  /** Rows with a label and readings, null where there is none. */
  static Dataset<Row> rows(List<String> codes, Object[]... rows) {
    StructType schema = new StructType().add("country", DataTypes.StringType, false);
    for (String code : codes) {
      schema = schema.add(code, DataTypes.DoubleType, true);
    }
    return session()
        .createDataFrame(List.of(rows).stream().map(RowFactory::create).toList(), schema);
  }
}
