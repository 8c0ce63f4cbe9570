package dev.steppe.nextukraine;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.panel.Panel;
import dev.steppe.score.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
 * The 14 states at four dates, from their resources to a panel of scores. In the package of what it
 * measures, because the library reads its resources once only.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar PostSovietStatesBenchmark
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class PostSovietStatesBenchmark {

  private final Scorer scorer = PostSovietStates.scorer();
  private final List<CountryProfile> profiles = PostSovietStates.profiles();

  /** Reads the resources, builds 56 profiles, scores and ranks them. */
  @Benchmark
  public Panel loadAndScore() {
    List<CountryProfile> read = new ArrayList<>();
    for (LocalDate date : StateEvidence.dates()) {
      read.addAll(StateEvidence.at(date));
    }
    return Panel.of(scorer, read);
  }

  /** Scores and ranks 56 profiles. */
  @Benchmark
  public Panel score() {
    return Panel.of(scorer, profiles);
  }
}
