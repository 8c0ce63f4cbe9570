package dev.steppe.benchmarks;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Scorer;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.tipping.TippingPoint;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it would take for each of 14 states to reach each other one's score: 182 ordered pairs, 12
 * indicators. Every answer has each indicator alone and the least joint change by both measures.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar TippingBenchmark -prof gc
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class TippingBenchmark {

  private Scorer additive;
  private Scorer interacting;
  private final List<CountryProfile> states = new ArrayList<>();

  /** Reads the states as of the last date. */
  @Setup
  public void prepare() {
    additive = Scorer.of(PostSovietStates.additiveModel());
    interacting = PostSovietStates.scorer();
    LocalDate last = PostSovietStates.dates().get(PostSovietStates.dates().size() - 1);
    for (Country country : PostSovietStates.countries()) {
      states.add(PostSovietStates.profile(country.code(), last));
    }
  }

  /** All ordered pairs in the additive model, where every answer is in closed form. */
  @Benchmark
  public void allPairsAdditive(Blackhole hole) {
    for (CountryProfile from : states) {
      for (CountryProfile to : states) {
        if (from != to) {
          hole.consume(TippingPoint.of(additive, from).toReach(to));
        }
      }
    }
  }

  /** One pair in the model whose factors interact, where the joint changes are searched for. */
  @Benchmark
  public TippingAnswer onePairInteracting() {
    return TippingPoint.of(interacting, states.get(0)).toReach(states.get(1));
  }
}
