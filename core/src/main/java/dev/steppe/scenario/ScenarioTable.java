package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import dev.steppe.analysis.Execution;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Lookup;
import dev.steppe.internal.Text;
import dev.steppe.internal.WorkerPool;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Countries under scenarios: what every score would be, how far that is from what it is, and what
 * it does to the ranks. Immutable.
 *
 * <p>A scenario that cannot apply to a country, or leaves it without a score, has no score in its
 * {@link Cell}, and the cell tells why; the others are there all the same.
 *
 * <p>Every score has the same bits as {@code scorer.score(scenario.applyTo(profile)).value()}.
 *
 * <pre>{@code
 * ScenarioTable table = ScenarioTable.of(scorer, countries, grid.scenarios());
 * table.cell("KAZ", "leaves the CSTO").difference();
 * table.differences();                                     // countries by scenarios
 * ScenarioTable.of(scorer, countries, leaves.grades(10));  // from 0 % to 100 % of a scenario
 * }</pre>
 *
 * @since 0.1
 */
public final class ScenarioTable {

  /** Rows that {@link #toString()} shows. */
  private static final int SHOWN = 60;

  /** How many scenarios of one country a thread takes at a time. */
  private static final int TASK = 4096;

  private static final String ABSENT = "is not in the table";

  private final Scorer scorer;
  private final ImmutableMap<String, CountryProfile> profiles;
  private final ImmutableMap<String, Scenario> scenarios;
  private final double[] base;
  private final double[][] scores;

  private ScenarioTable(
      Scorer scorer,
      ImmutableMap<String, CountryProfile> profiles,
      ImmutableMap<String, Scenario> scenarios,
      Execution execution) {
    this.scorer = scorer;
    this.profiles = profiles;
    this.scenarios = scenarios;
    this.base = new double[profiles.size()];
    this.scores = new double[profiles.size()][scenarios.size()];
    int parts = (scenarios.size() + TASK - 1) / TASK;
    long cells = (long) profiles.size() * scenarios.size();
    // A thread is worth its start for so many cells only.
    int useful = (int) Math.min(execution.threads(), 1 + cells / TASK);
    WorkerPool.run(
        execution.withThreads(useful),
        profiles.size() * parts,
        task -> {
          int from = task % parts * TASK;
          score(task / parts, from, Math.min(from + TASK, scenarios.size()));
        });
  }

  /** The scores depend on the profile and the scenario alone, not on how they are parted. */
  private void score(int country, int from, int to) {
    CountryProfile profile = profiles.values().asList().get(country);
    ScenarioEvaluator evaluator = new ScenarioEvaluator(scorer, profile);
    ImmutableList<Scenario> all = scenarios.values().asList();
    if (from == 0) {
      base[country] = ScenarioEvaluator.score(scorer, profile);
    }
    evaluator.score(
        from,
        to,
        s -> {
          ProfileEdit edit = evaluator.edit();
          for (Change change : all.get(s).changes()) {
            if (edit.apply(change) != null) {
              return null;
            }
          }
          return edit;
        },
        scores[country]);
  }

  /**
   * Scores countries under scenarios, on all processors if there is much to score.
   *
   * @param profiles the countries, each once
   * @param scenarios the scenarios, each with a name of its own
   * @throws IllegalArgumentException that lists every country or name that comes twice, or if there
   *     is no country or no scenario
   */
  public static ScenarioTable of(
      Scorer scorer, Iterable<CountryProfile> profiles, Iterable<Scenario> scenarios) {
    return of(scorer, profiles, scenarios, Execution.onAllProcessors());
  }

  /**
   * As {@link #of(Scorer, Iterable, Iterable)}, run in a stated way. The scores have the same bits.
   *
   * @param execution on how many threads, and who hears how many countries, or parts of 4096
   *     scenarios of one, are done
   * @throws IllegalArgumentException as {@link #of(Scorer, Iterable, Iterable)}
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public static ScenarioTable of(
      Scorer scorer,
      Iterable<CountryProfile> profiles,
      Iterable<Scenario> scenarios,
      Execution execution) {
    requireNonNull(scorer, "scorer");
    requireNonNull(execution, "execution");
    List<String> faults = new ArrayList<>();
    Map<String, CountryProfile> byCode = new LinkedHashMap<>();
    for (CountryProfile profile : profiles) {
      if (byCode.putIfAbsent(profile.country().code(), profile) != null) {
        faults.add("country " + profile.country() + " comes twice");
      }
    }
    Map<String, Scenario> byName = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      if (byName.putIfAbsent(scenario.name(), scenario) != null) {
        faults.add("scenario '" + scenario.name() + "' comes twice");
      }
    }
    if (byCode.isEmpty()) {
      faults.add("there is no country");
    }
    if (byName.isEmpty()) {
      faults.add("there is no scenario");
    }
    Checks.noFaults("Scenario table", faults, 12);
    return new ScenarioTable(
        scorer, ImmutableMap.copyOf(byCode), ImmutableMap.copyOf(byName), execution);
  }

  /**
   * One country under one scenario. Ranks count from 1, the riskiest, among the table's countries;
   * countries with equal scores share the lower number.
   *
   * @param country the country
   * @param scenario what is changed
   * @param base the score as it is; empty if it has none
   * @param score the score under the scenario; empty if it has none, see {@code fault}
   * @param rankBefore the rank as it is
   * @param rankAlone the rank if this country changes and the others stay as they are
   * @param rankTogether the rank if all countries to which the scenario can apply change
   * @param fault why there is no score; empty if there is one
   */
  public record Cell(
      Country country,
      Scenario scenario,
      OptionalDouble base,
      OptionalDouble score,
      OptionalInt rankBefore,
      OptionalInt rankAlone,
      OptionalInt rankTogether,
      String fault) {

    /** The score under the scenario minus the score as it is, in points; positive: riskier. */
    public OptionalDouble difference() {
      return base.isPresent() && score.isPresent()
          ? OptionalDouble.of(score.getAsDouble() - base.getAsDouble())
          : OptionalDouble.empty();
    }

    /** Whether there is a score. */
    public boolean isScored() {
      return score.isPresent();
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /** The scorer of all scores. */
  public Scorer scorer() {
    return scorer;
  }

  /** The countries, in the order in which they were given. */
  public ImmutableList<CountryProfile> profiles() {
    return profiles.values().asList();
  }

  /** The scenarios, in the order in which they were given. */
  public ImmutableList<Scenario> scenarios() {
    return scenarios.values().asList();
  }

  /** How many cells there are. */
  public int size() {
    return profiles.size() * scenarios.size();
  }

  /**
   * One cell.
   *
   * @param code the country's code
   * @param scenario the scenario's name
   * @throws IllegalArgumentException if there is no such country or scenario
   */
  public Cell cell(String code, String scenario) {
    List<String> names = Lists.transform(profiles(), profile -> profile.country().name());
    int column = Lookup.place("Scenario", scenario, scenarios.keySet().asList(), ABSENT);
    return cell(
        Lookup.place("Country", code, profiles.keySet().asList(), names, ABSENT),
        column,
        new OrderedScores(base),
        together(column));
  }

  private Cell cell(int country, int scenario, OrderedScores alone, OrderedScores together) {
    CountryProfile profile = profiles().get(country);
    double score = scores[country][scenario];
    return new Cell(
        profile.country(),
        scenarios().get(scenario),
        optional(base[country]),
        optional(score),
        alone.rank(base[country], country),
        alone.rank(score, country),
        together.rank(score, country),
        Double.isNaN(score) ? fault(profile, scenarios().get(scenario)) : "");
  }

  /** The scores of all countries under a scenario; a country that it leaves out has its own. */
  private OrderedScores together(int scenario) {
    double[] all = new double[base.length];
    for (int c = 0; c < all.length; c++) {
      all[c] = Double.isNaN(scores[c][scenario]) ? base[c] : scores[c][scenario];
    }
    return new OrderedScores(all);
  }

  private static OptionalDouble optional(double score) {
    return Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score);
  }

  /** The way of one profile, for the words of its error. */
  private String fault(CountryProfile profile, Scenario scenario) {
    try {
      scorer.score(scenario.applyTo(profile));
    } catch (IllegalArgumentException fault) {
      return String.valueOf(fault.getMessage());
    }
    throw new AssertionError("a cell without a score has a fault");
  }

  /** All cells, country by country. */
  public ImmutableList<Cell> cells() {
    return cells(IntStream.range(0, size()).toArray());
  }

  /** The cells with these numbers. */
  private ImmutableList<Cell> cells(int[] numbers) {
    OrderedScores alone = new OrderedScores(base);
    @Nullable OrderedScores[] together = new OrderedScores[scenarios.size()];
    ImmutableList.Builder<Cell> cells = ImmutableList.builderWithExpectedSize(numbers.length);
    int done = 0;
    for (int number : numbers) {
      Interruption.checkIfMany(done++, 1);
      int scenario = number % together.length;
      @Nullable OrderedScores scores = together[scenario];
      if (scores == null) {
        scores = together(scenario);
        together[scenario] = scores;
      }
      cells.add(cell(number / together.length, scenario, alone, scores));
    }
    return cells.build();
  }

  /** The cells that differ most from what is, in either direction; ties as in {@link #cells()}. */
  public ImmutableList<Cell> largest(int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      if (!Double.isNaN(distance(i))) {
        numbers.add(i);
      }
    }
    numbers.sort(Comparator.comparingDouble(i -> -distance(i)));
    return cells(numbers.stream().limit(Math.max(0, count)).mapToInt(i -> i).toArray());
  }

  private double distance(int cell) {
    int country = cell / scenarios.size();
    return Math.abs(scores[country][cell % scenarios.size()] - base[country]);
  }

  /** The same as plain data, to be stored and read again by any library for JSON. */
  public ScenarioRecord toRecord() {
    return ScenarioRecord.of(this);
  }

  /** All cells as a table, country by country; its CSV form has every digit. */
  public Table toTable() {
    return ScenarioTables.cells(this, cells(), size());
  }

  /** The differences, a row for each country and a column for each scenario, as a table. */
  public Table differences() {
    return ScenarioTables.differences(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ScenarioTable other
        && scorer.fingerprint().equals(other.scorer.fingerprint())
        && profiles.equals(other.profiles)
        && scenarios.equals(other.scenarios)
        && Arrays.deepEquals(scores, other.scores);
  }

  @Override
  public int hashCode() {
    return 31 * profiles.hashCode() + Arrays.deepHashCode(scores);
  }

  /** The first cells of {@link #toTable()}, as text. */
  @Override
  public String toString() {
    List<Cell> first = cells(IntStream.range(0, Math.min(SHOWN, size())).toArray());
    return ScenarioTables.cells(this, first, size()).toString();
  }
}
