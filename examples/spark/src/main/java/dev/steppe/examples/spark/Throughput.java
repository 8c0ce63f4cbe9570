package dev.steppe.examples.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How many rows a second: the job beside a plain read and a plain copy of the same files, and one
 * thread without Spark beside both, in one run.
 */
public final class Throughput {

  /** At most as many rows lie in memory for the figures without Spark: 96 MB of 12 columns. */
  private static final int IN_MEMORY = 1_000_000;

  /** How often rows in memory are scored in one measurement, so that a clock can tell. */
  private static final long PASSES = 5;

  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final List<Measure> measures = new ArrayList<>();

  private Throughput() {}

  /** A thing to measure, how many rows it has, and the seconds that it took each time. */
  private record Measure(
      String what, long rows, Runnable run, List<Double> seconds, List<Double> processorSeconds) {

    Measure(String what, long rows, Runnable run) {
      this(what, rows, run, new ArrayList<>(), new ArrayList<>());
    }

    /** Nothing for what is too short for a clock that counts hundredths. */
    OptionalDouble millionPer(List<Double> seconds) {
      double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      double median = sorted[sorted.length / 2];
      return median < 0.1 ? OptionalDouble.empty() : OptionalDouble.of(rows / median / 1e6);
    }
  }

  /** Takes a directory to work in, how many rows, and how often to measure. */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("Give DIRECTORY ROWS TIMES");
    }
    Path directory = Path.of(args[0]);
    long rows = Long.parseLong(args[1]);
    try (SparkSession spark = LocalSpark.session()) {
      String files = directory.resolve("rows-" + rows).toString();
      if (!Files.exists(Path.of(files))) {
        ScenarioRows.of(spark, rows).write().parquet(files);
      }
      Throughput throughput = new Throughput();
      throughput.onSpark(spark.read().parquet(files), rows, directory.resolve("out").toString());
      int few = (int) Math.min(rows, IN_MEMORY);
      throughput.onOneThread(ScenarioRows.of(spark, few), few, directory.resolve("rows.csv"));
      throughput.measure(Integer.parseInt(args[2]));
      System.out.println(throughput.table(spark.sparkContext().master()));
    }
  }

  private void onSpark(Dataset<Row> rows, long count, String out) {
    ScoreParquet job = ScoreParquet.by(PostSovietStates.scorer());
    Column sum = lit(0.0);
    for (String code : PostSovietStates.scorer().bulk().indicators()) {
      sum = sum.plus(coalesce(col(code), lit(0.0)));
    }
    Dataset<Row> summed = rows.select(col("country"), col("date"), col("scenario"), sum.as("sum"));
    add("Parquet read, nothing done", count, () -> write(rows, "noop", out));
    add(
        "Parquet read, sum of the columns, Parquet written",
        count,
        () -> write(summed, "parquet", out));
    add("check of all readings", count, () -> job.check(rows));
    add("scores, not written", count, () -> write(job.score(rows), "noop", out));
    add("scores, Parquet written", count, () -> write(job.score(rows), "parquet", out));
    add(
        "scores without what is missing, Parquet written",
        count,
        () -> write(job.score(rows).drop(ScoreParquet.MISSING), "parquet", out));
    ScoreParquet additive = ScoreParquet.by(Scorer.of(PostSovietStates.additiveModel()));
    add(
        "scores of plain means, Parquet written",
        count,
        () -> write(additive.score(rows), "parquet", out));
    add(
        "the same without what is missing, Parquet written",
        count,
        () -> write(additive.score(rows).drop(ScoreParquet.MISSING), "parquet", out));
  }

  private static void write(Dataset<Row> rows, String format, String out) {
    rows.write().format(format).mode("overwrite").save(out);
  }

  private void onOneThread(Dataset<Row> rows, int count, Path csv) throws IOException {
    BulkScorer bulk = PostSovietStates.scorer().bulk();
    BulkScorer additive = Scorer.of(PostSovietStates.additiveModel()).bulk();
    double[][] columns = new double[bulk.indicators().size()][count];
    Iterator<Row> all = rows.toLocalIterator();
    try (BufferedWriter writer = Files.newBufferedWriter(csv)) {
      for (int row = 0; row < count; row++) {
        Row next = all.next();
        StringBuilder line = new StringBuilder(next.getString(0));
        for (int c = 0; c < columns.length; c++) {
          int field = next.fieldIndex(bulk.indicators().get(c));
          columns[c][row] = next.isNullAt(field) ? Double.NaN : next.getDouble(field);
          line.append(',').append(next.isNullAt(field) ? "" : next.get(field));
        }
        writer.write(line.append('\n').toString());
      }
    }
    double[] scores = new double[count];
    add("one thread, in memory", PASSES * count, () -> passes(bulk, columns, scores));
    add(
        "one thread, in memory, plain means",
        PASSES * count,
        () -> passes(additive, columns, scores));
    add("one thread, CSV read and scored", count, () -> scoreCsv(bulk, csv));
  }

  private static void passes(BulkScorer bulk, double[][] columns, double[] scores) {
    for (int pass = 0; pass < PASSES; pass++) {
      bulk.score(columns, 0, scores.length, scores, 0);
    }
  }

  /** Scores a file of a code and readings a line, some thousand lines at a time. */
  static double scoreCsv(BulkScorer bulk, Path csv) {
    double[][] columns = new double[bulk.indicators().size()][ScorePartition.BATCH];
    double[] scores = new double[ScorePartition.BATCH];
    double sum = 0;
    int row = 0;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      for (CsvRecord line : reader) {
        for (int c = 0; c < columns.length; c++) {
          String cell = line.getField(1 + c);
          columns[c][row] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }
        if (++row == scores.length) {
          sum += sum(bulk, columns, row, scores);
          row = 0;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum + sum(bulk, columns, row, scores);
  }

  private static double sum(BulkScorer bulk, double[][] columns, int rows, double[] scores) {
    bulk.score(columns, 0, rows, scores, 0);
    return Arrays.stream(scores, 0, rows).filter(score -> !Double.isNaN(score)).sum();
  }

  private void add(String what, long rows, Runnable run) {
    measures.add(new Measure(what, rows, run));
  }

  /** Takes turns, so that what else the machine does meets all alike; the first two warm up. */
  private void measure(int times) {
    for (int turn = -2; turn < times; turn++) {
      System.err.println("turn " + turn + ", load " + MACHINE.getSystemLoadAverage());
      for (Measure measure : measures) {
        long start = System.nanoTime();
        long processor = MACHINE.getProcessCpuTime();
        measure.run.run();
        if (turn >= 0) {
          measure.seconds.add((System.nanoTime() - start) / 1e9);
          measure.processorSeconds.add((MACHINE.getProcessCpuTime() - processor) / 1e9);
        }
      }
    }
  }

  private Table table(String master) {
    Table.Builder table =
        Table.titled("Million rows, medians, " + master)
            .text("What")
            .number("Rows", 0)
            .number("Per second", 2)
            .number("Per processor second", 2);
    for (Measure measure : measures) {
      table.row(
          measure.what,
          measure.rows,
          measure.millionPer(measure.seconds),
          measure.millionPer(measure.processorSeconds));
    }
    return table
        .note(
            "A processor second is one of all threads together, also of those that compile and"
                + " collect garbage; what others do on the machine moves it less.")
        .build();
  }
}
