package dev.steppe.benchmarks;

import dev.steppe.model.Aggregation;
import dev.steppe.model.Indicator;
import dev.steppe.model.MethodDefinition;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Scorer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Rows of 14 indicators in bulk, in a JVM that has just started: with and without domains, with and
 * without gaps (2 % of the readings), in turns. Prints rows per microsecond of processor time, of
 * the first round and the median of 25.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar dev.steppe.benchmarks.PlainRows 2000
 * java -cp benchmarks/target/benchmarks.jar dev.steppe.benchmarks.PlainRows 2000 harmonic
 * </pre>
 */
final class PlainRows {

  private static final int INDICATORS = 14;
  private static final int ROUNDS = 25;
  private static final int ROWS_IN_ROUND = 2_000_000;
  private static final String[] CASES = {"plain", "domains", "gaps", "domains and gaps"};

  private PlainRows() {}

  /** Takes the number of rows in a call, and how values are aggregated. */
  public static void main(String[] arguments) {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    String name = arguments.length > 1 ? arguments[1] : "arithmetic";
    Aggregation aggregation = Aggregation.of(MethodDefinition.of(name));
    BulkScorer[] scorers = {scorer(aggregation, false), scorer(aggregation, true)};
    double[][][] columns = {columns(rows, 0), columns(rows, 0.02)};
    double[] scores = new double[rows];
    double[][] speeds = new double[CASES.length][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int c = 0; c < CASES.length; c++) {
        int calls = Math.max(1, ROWS_IN_ROUND / rows);
        long start = processorTime();
        for (int call = 0; call < calls; call++) {
          scorers[c % 2].score(columns[c / 2], 0, rows, scores, 0);
        }
        speeds[c][round] = 1e3 * rows * calls / (processorTime() - start);
      }
    }
    for (int c = 0; c < CASES.length; c++) {
      double first = speeds[c][0];
      Arrays.sort(speeds[c]);
      System.out.printf(
          Locale.ROOT,
          "%-17s first %5.0f  median %5.0f rows/us%n",
          CASES[c],
          first,
          speeds[c][ROUNDS / 2]);
    }
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static BulkScorer scorer(Aggregation aggregation, boolean domains) {
    ModelBuilder model =
        RiskModel.builder("rows").missing(MissingPolicy.reweight(0.5)).aggregation(aggregation);
    for (int i = 0; i < INDICATORS; i++) {
      Indicator indicator = Indicator.of(Workloads.code(i), Workloads.direction(i));
      model.indicator(
          domains ? indicator.withDomain(0, 100) : indicator,
          1 + 0.1 * i,
          Normalization.goalposts(5 + i, 95 - i));
    }
    return Scorer.of(model.build()).bulk();
  }

  private static double[][] columns(int rows, double missing) {
    SplittableRandom random = new SplittableRandom(1);
    double[][] columns = new double[INDICATORS][rows];
    for (double[] column : columns) {
      for (int row = 0; row < rows; row++) {
        double reading = 100 * random.nextDouble();
        column[row] = random.nextDouble() < missing ? Double.NaN : reading;
      }
    }
    return columns;
  }
}
