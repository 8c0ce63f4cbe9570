package dev.steppe.benchmarks;

import dev.steppe.model.Aggregation;
import dev.steppe.model.RiskModel;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Scorer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Many rows at once: 12 indicators in 3 factors. The secondary figure {@code scored} is rows per
 * microsecond, that is million rows per second. With {@code -t 2} each thread scores its part of
 * the rows and the figures are sums.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar BulkScoringBenchmark
 * java -jar benchmarks/target/benchmarks.jar BulkScoringBenchmark.steppe -t 2
 * </pre>
 *
 * <p>A smoke run of a second:
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar BulkScoringBenchmark.steppe -p rows=2000 -f 1 -wi 0 -i 1 -r 1
 * </pre>
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class BulkScoringBenchmark {

  private static final int FACTORS = 3;
  private static final int INDICATORS = 12;

  /** 2000 rows are 192 kB, in the cache; a million are 96 MB, out of it. */
  @Param({"2000", "1000000"})
  int rows;

  private double[][] columns;
  private double[] scores;
  private BulkScorer additive;
  private BulkScorer geometric;
  private double[] weights;
  private String[] codes;
  private NaiveTree naive;

  /** The part of the rows that a thread scores, and how many it has scored. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Part {
    /** The rows scored. */
    public long scored;

    private int from;
    private int to;

    /** Deals out the rows. */
    @Setup
    public void split(BulkScoringBenchmark all, ThreadParams threads) {
      long rows = all.rows;
      from = (int) (rows * threads.getThreadIndex() / threads.getThreadCount());
      to = (int) (rows * (threads.getThreadIndex() + 1) / threads.getThreadCount());
    }

    private double[] done(double[] scores) {
      scored += to - from;
      return scores;
    }
  }

  /** Makes models and readings. */
  @Setup
  public void prepare() {
    columns = Workloads.columns(INDICATORS, rows);
    scores = new double[rows];
    RiskModel model = Workloads.model(FACTORS, INDICATORS / FACTORS, Aggregation.arithmetic());
    additive = Scorer.of(model).bulk();
    geometric =
        Scorer.of(Workloads.model(FACTORS, INDICATORS / FACTORS, Aggregation.geometric(1))).bulk();
    weights = additive.indicators().stream().mapToDouble(model::effectiveWeight).toArray();
    codes = additive.indicators().toArray(new String[0]);
    naive = NaiveTree.of(model);
  }

  /** The bulk scorer on a model that is a weighted sum. */
  @Benchmark
  public double[] steppe(Part part) {
    additive.score(columns, part.from, part.to, scores, part.from);
    return part.done(scores);
  }

  /** The bulk scorer with a geometric mean of the three factors. */
  @Benchmark
  public double[] geometricTop(Part part) {
    geometric.score(columns, part.from, part.to, scores, part.from);
    return part.done(scores);
  }

  /** The weighted sum of the bare columns. */
  @Benchmark
  public double[] plainLoop(Part part) {
    PlainLoop.sum(columns, weights, part.from, part.to, scores);
    return part.done(scores);
  }

  /** A recursion over a tree of objects for each row, with the readings in a map. */
  @Benchmark
  public double[] naive(Part part) {
    Map<String, Double> readings = new HashMap<>();
    for (int row = part.from; row < part.to; row++) {
      for (int i = 0; i < INDICATORS; i++) {
        readings.put(codes[i], columns[i][row]);
      }
      scores[row] = naive.value(readings);
    }
    return part.done(scores);
  }
}
