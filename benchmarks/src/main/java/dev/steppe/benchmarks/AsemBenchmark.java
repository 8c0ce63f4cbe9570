package dev.steppe.benchmarks;

import dev.steppe.examples.AsemIndex;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The ASEM index of 51 countries and 49 indicators under 20 methods with noisy weights, 1000
 * replications on one thread.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar AsemBenchmark
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class AsemBenchmark {

  private final AsemIndex index = AsemIndex.load();
  private final UncertaintyAnalysis analysis = index.uncertainty().withSize(1000).withThreads(1);

  /** From the readings to the result: treats, fits and compiles 20 models, then draws. */
  @Benchmark
  public UncertaintyResult all() {
    return index.uncertainty().withSize(1000).withThreads(1).run(index.data());
  }

  /** The draws, with the models at hand. */
  @Benchmark
  public UncertaintyResult draws() {
    return analysis.run(index.data());
  }

  /** What shifts the ranks: 4 inputs, 256 rows, 1536 outputs. */
  @Benchmark
  public SobolIndices sobol() {
    return SensitivityAnalysis.of(index.choices()).withSize(256).withResamples(100).sobol();
  }
}
