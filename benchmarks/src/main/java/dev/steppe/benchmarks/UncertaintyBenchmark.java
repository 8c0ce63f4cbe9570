package dev.steppe.benchmarks;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/**
 * Whole analyses under uniform weights: ranks, pairs, central weights, quantiles of scores.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar UncertaintyBenchmark
 * java -jar benchmarks/target/benchmarks.jar UncertaintyBenchmark.large -p threads=1
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class UncertaintyBenchmark {

  /** Threads that an analysis uses. */
  @Param({"1", "2"})
  int threads;

  private UncertaintyAnalysis small;
  private UncertaintyAnalysis large;
  private UncertaintyAnalysis tree;
  private List<CountryProfile> exact;
  private List<CountryProfile> uncertain;
  private List<CountryProfile> many;

  /** Makes models and countries. */
  @Setup
  public void prepare() {
    small = analysis(3, 4, Aggregation.arithmetic(), 1_000_000);
    large = analysis(5, 10, Aggregation.arithmetic(), 100_000);
    tree = analysis(3, 4, Aggregation.geometric(1), 10_000);
    exact = Workloads.profiles(14, 12, 0);
    uncertain = Workloads.profiles(14, 12, 12);
    many = Workloads.profiles(200, 50, 0);
  }

  private UncertaintyAnalysis analysis(int factors, int each, Aggregation top, long replications) {
    return UncertaintyAnalysis.of(Scorer.of(Workloads.model(factors, each, top)))
        .withWeights(WeightUncertainty.uniform())
        .withSize(replications)
        .withThreads(threads);
  }

  /** 14 countries, 12 indicators, a million draws of weights. */
  @Benchmark
  public UncertaintyResult weights() {
    return small.run(exact);
  }

  /** The same with all 168 readings drawn as well. */
  @Benchmark
  public UncertaintyResult weightsAndReadings() {
    return small.run(uncertain);
  }

  /** 200 countries, 50 indicators, 100,000 draws of weights. */
  @Benchmark
  public UncertaintyResult large() {
    return large.run(many);
  }

  /** 14 countries, 12 indicators under a geometric mean, 10,000 draws of weights. */
  @Benchmark
  public UncertaintyResult tree() {
    return tree.run(exact);
  }
}
