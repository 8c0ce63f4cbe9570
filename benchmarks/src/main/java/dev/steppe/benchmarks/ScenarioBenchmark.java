package dev.steppe.benchmarks;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Flow;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioExplanation;
import dev.steppe.scenario.ScenarioGrid;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.scenario.Shift;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 14 countries under 10,000 scenarios of three changes each: a grid of 20 memberships, 20 shares of
 * trade and 25 readings, and scenarios of which no two have a share in common.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -jar benchmarks/target/benchmarks.jar ScenarioBenchmark
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@State(Scope.Benchmark)
public class ScenarioBenchmark {

  private static final LocalDate DATE = LocalDate.of(2022, 2, 23);

  private Scorer scorer;
  private List<CountryProfile> countries;
  private List<Scenario> grid;
  private List<Scenario> distinct;
  private CountryProfile kazakhstan;
  private Scenario ofTen;

  /** Makes the scenarios. */
  @Setup
  public void prepare() {
    scorer = PostSovietStates.scorer();
    countries = PostSovietStates.profiles(DATE);
    kazakhstan = PostSovietStates.profile("KAZ", DATE);
    grid = gridOfChanges();
    distinct = distinctChanges();
    List<Change> ten = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      ten.add(Change.shift("power_ratio", Shift.relative(i / 100.0)));
    }
    ofTen = Scenario.of("ten", ten.toArray(new Change[0]));
  }

  static List<Scenario> gridOfChanges() {
    List<Scenario> alliances = new ArrayList<>();
    List<Scenario> trade = new ArrayList<>();
    List<Scenario> power = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      alliances.add(Scenario.of(Change.leave("CIS").at(i / 20.0)));
      trade.add(Scenario.of(Change.redirect(Flow.IMPORTS, "RUS", "CHN", i / 20.0)));
    }
    for (int i = 0; i < 25; i++) {
      power.add(Scenario.of(Change.shift("power_ratio", Shift.relative(i / 50.0))));
    }
    return ScenarioGrid.of(
            ScenarioGrid.Axis.of("alliances", alliances),
            ScenarioGrid.Axis.of("trade", trade),
            ScenarioGrid.Axis.of("power", power))
        .scenarios();
  }

  static List<Scenario> distinctChanges() {
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      scenarios.add(
          Scenario.of(
              "scenario " + i,
              Change.redirect(Flow.IMPORTS, "RUS", "CHN", i / 10_000.0),
              Change.redirect(Flow.EXPORTS, "RUS", "CHN", i / 20_000.0),
              Change.shift("power_ratio", Shift.relative(i / 10_000.0))));
    }
    return scenarios;
  }

  /** The grid on one thread. */
  @Benchmark
  public ScenarioTable grid() {
    return ScenarioTable.of(scorer, countries, grid);
  }

  /** The grid on all threads. */
  @Benchmark
  public ScenarioTable gridInParallel() {
    return ScenarioTable.of(scorer, countries, grid);
  }

  /** Scenarios that share no change of evidence, on one thread. */
  @Benchmark
  public ScenarioTable distinct() {
    return ScenarioTable.of(scorer, countries, distinct);
  }

  /** The points of ten changes, from 1024 sets. */
  @Benchmark
  public ScenarioExplanation explanation() {
    return ScenarioExplanation.of(scorer, kazakhstan, ofTen);
  }
}
