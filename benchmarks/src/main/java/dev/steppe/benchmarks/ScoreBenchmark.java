package dev.steppe.benchmarks;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.util.HashMap;
import java.util.Map;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * One profile at a time: 20 indicators in 4 factors.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar ScoreBenchmark -prof gc
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ScoreBenchmark {

  private static final int FACTORS = 4;
  private static final int INDICATORS = 20;

  private Scorer scorer;
  private CountryProfile exact;
  private CountryProfile uncertain;
  private NaiveTree naive;
  private Map<String, Double> readings;

  /** Makes the model and the profiles. */
  @Setup
  public void prepare() {
    RiskModel model = Workloads.model(FACTORS, INDICATORS / FACTORS, Aggregation.arithmetic());
    scorer = Scorer.of(model);
    exact = Workloads.profile(INDICATORS, 0);
    uncertain = Workloads.profile(INDICATORS, 5);
    naive = NaiveTree.of(model);
    readings = new HashMap<>();
    exact.estimates().forEach((code, estimate) -> readings.put(code, estimate.central()));
  }

  /** A scorecard with score, range, node values and coverage. */
  @Benchmark
  public Scorecard score() {
    return scorer.score(exact);
  }

  /** A scorecard of a profile with five uncertain readings. */
  @Benchmark
  public Scorecard scoreUncertain() {
    return scorer.score(uncertain);
  }

  /** A scorecard, and what each indicator adds to its score. */
  @Benchmark
  public void scoreAndContributions(Blackhole hole) {
    Scorecard card = scorer.score(exact);
    hole.consume(card);
    hole.consume(card.contributions());
  }

  /** The bare score by a recursion over a tree of objects, with the readings in a map. */
  @Benchmark
  public double naive() {
    return naive.value(readings);
  }
}
