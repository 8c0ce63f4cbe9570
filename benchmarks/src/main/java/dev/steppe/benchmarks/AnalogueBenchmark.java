package dev.steppe.benchmarks;

import dev.steppe.analogue.Analogues;
import dev.steppe.analogue.Precedents;
import dev.steppe.analogue.ProximityTest;
import dev.steppe.analogue.SyntheticControl;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One country against precedents: 56 of 12 indicators (14 countries at 4 dates), and 500 of 48.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar AnalogueBenchmark
 * </pre>
 *
 * <p>A smoke run of some seconds:
 *
 * <pre>
 * java -jar benchmarks/target/benchmarks.jar AnalogueBenchmark -p precedents=56 -f 1 -wi 0 -i 1 -r 1
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class AnalogueBenchmark {

  private static final int DATES = 4;

  /** How many precedents there are. */
  @Param({"56", "500"})
  int precedents;

  private Precedents scored;
  private CountryProfile target;
  private Analogues analogues;

  /** Makes a model and profiles. */
  @Setup
  public void prepare() {
    int indicators = precedents == 56 ? 12 : 48;
    Scorer scorer = Scorer.of(Workloads.model(4, indicators / 4, Aggregation.arithmetic()));
    double[][] columns = Workloads.columns(indicators, precedents);
    List<CountryProfile> profiles = new ArrayList<>();
    for (int row = 0; row < precedents; row++) {
      int country = row / DATES;
      String code = "B" + (char) ('A' + country / 26) + (char) ('A' + country % 26);
      CountryProfile.Builder profile =
          CountryProfile.builder(Country.of(code, code))
              .asOf(LocalDate.of(2000 + row % DATES, 1, 1));
      for (int i = 0; i < indicators; i++) {
        profile.reading(Workloads.code(i), columns[i][row]);
      }
      profiles.add(profile.build());
    }
    scored = Precedents.of(scorer, profiles);
    target = Workloads.profile(indicators, 0);
    analogues = scored.analoguesOf(target);
  }

  /** Distances, ranks, differences and the covariance. */
  @Benchmark
  public Analogues nearest() {
    return scored.analoguesOf(target);
  }

  /** The same, then 10,000 permutations on one thread and the distances of all pairs. */
  @Benchmark
  public ProximityTest test() {
    return scored.analoguesOf(target).test();
  }

  /** The nearest mixture. */
  @Benchmark
  public SyntheticControl mixture() {
    return analogues.syntheticControl();
  }
}
