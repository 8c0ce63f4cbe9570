package dev.steppe.benchmarks;

import dev.steppe.model.Aggregation;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.weights.WeightDistance;
import dev.steppe.weights.WeightFlip;
import dev.steppe.weights.WeightStability;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How far weights can move before a ranking of 200 countries by 50 indicators changes.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar WeightBenchmark
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class WeightBenchmark {

  private Ranking ranking;

  /** Scores the countries. */
  @Setup
  public void prepare() {
    Scorer scorer = Scorer.of(Workloads.model(5, 10, Aggregation.arithmetic()));
    ranking = scorer.rank(Workloads.profiles(200, 50, 0));
  }

  /** The stability interval of every weight. */
  @Benchmark
  public WeightStability stability() {
    return WeightStability.of(ranking);
  }

  /** The nearest weights that bring any two countries level. */
  @Benchmark
  public Optional<WeightFlip> nearestFlip() {
    return WeightFlip.nearest(ranking, WeightDistance.EUCLIDEAN);
  }
}
