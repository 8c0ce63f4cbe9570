package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.internal.math.SampleMoments;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import dev.steppe.uncertainty.Probability;
import dev.steppe.uncertainty.ScoreDraws;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where the doubt about the order of two countries comes: what each source of it alone does to
 * the difference of their scores, and what all of them do together. Immutable.
 *
 * <p>The sources are those of an {@linkplain UncertaintyAnalysis#oneAtATime analysis}: readings,
 * weights, methods, and each judgement that all countries share. One is drawn, and everything else
 * stays as the model and the central readings have it. What matters only together with something
 * else does not show, so the parts need not add up to the whole.
 *
 * <pre>{@code
 * SourcesOfDoubt doubt = SourcesOfDoubt.of(analysis.withSize(4000), kazakhstan, ukraine);
 * doubt.together().below().value();      // in which share of draws Kazakhstan scores lower
 * doubt.sources().get(0).name();         // what alone moves the difference most
 * }</pre>
 *
 * @see Tornado
 * @since 0.1
 */
public final class SourcesOfDoubt {

  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final CountryProfile first;
  private final CountryProfile second;
  private final double difference;
  private final int draws;
  private final double level;
  private final Source together;
  private final ImmutableList<Source> sources;

  private SourcesOfDoubt(
      CountryProfile first,
      CountryProfile second,
      double difference,
      int draws,
      double level,
      Source together,
      ImmutableList<Source> sources) {
    this.first = first;
    this.second = second;
    this.difference = difference;
    this.draws = draws;
    this.level = level;
    this.together = together;
    this.sources = sources;
  }

  /**
   * A source of doubt, drawn alone.
   *
   * @param name what is drawn
   * @param low the 5 % quantile of the difference, first minus second, in points
   * @param high its 95 % quantile
   * @param deviation its standard deviation, in points
   * @param below the share of draws in which the first scores lower than the second, with the
   *     interval of as many independent draws
   */
  public record Source(String name, double low, double high, double deviation, Probability below) {

    /** Checks that nothing is null. */
    public Source {
      requireNonNull(name, "name");
      requireNonNull(below, "below");
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * What is drawn of two countries.
   *
   * @param analysis whose draws are made once for all sources together and once for each
   * @throws IllegalArgumentException as {@link UncertaintyAnalysis#draws(Iterable)} does
   */
  public static SourcesOfDoubt of(
      UncertaintyAnalysis analysis, CountryProfile first, CountryProfile second) {
    List<Source> sources = new ArrayList<>();
    for (Map.Entry<String, UncertaintyAnalysis> each : analysis.oneAtATime().entrySet()) {
      sources.add(source(each.getKey(), each.getValue().draws(first, second), first, second));
    }
    ScoreDraws all = analysis.draws(first, second);
    List<Scorecard> nominal = analysis.scorer().scoreAll(List.of(first, second));
    return new SourcesOfDoubt(
        first,
        second,
        nominal.get(0).value() - nominal.get(1).value(),
        all.count(),
        all.design().level(),
        source("all together", all, first, second),
        ImmutableList.sortedCopyOf(
            Comparator.comparingDouble(Source::deviation).reversed(), sources));
  }

  private static Source source(
      String name, ScoreDraws draws, CountryProfile first, CountryProfile second) {
    ImmutableDoubleArray ofFirst = draws.scores(first);
    ImmutableDoubleArray ofSecond = draws.scores(second);
    double[] differences = new double[draws.count()];
    int below = 0;
    for (int d = 0; d < differences.length; d++) {
      differences[d] = ofFirst.get(d) - ofSecond.get(d);
      below += Ranking.compareScores(ofFirst.get(d), ofSecond.get(d)) < 0 ? 1 : 0;
    }
    double deviation = SampleMoments.standardDeviation(differences);
    Arrays.sort(differences);
    return new Source(
        name,
        quantile(differences, LOW),
        quantile(differences, HIGH),
        deviation,
        share(below, draws));
  }

  private static Probability share(int count, ScoreDraws draws) {
    ConfidenceInterval interval =
        ConfidenceInterval.wilson(count, draws.count(), draws.design().level());
    return new Probability(
        (double) count / draws.count(), interval.lower(), interval.upper(), false);
  }

  /** The least that at least so much of the sample does not exceed. */
  private static double quantile(double[] sorted, double level) {
    return sorted[Math.max(0, (int) Math.ceil(level * sorted.length) - 1)];
  }

  /** The difference as the model and the central readings have it, first minus second. */
  public double difference() {
    return difference;
  }

  /** How many draws were made for each source. */
  public int draws() {
    return draws;
  }

  /** All sources drawn together. */
  public Source together() {
    return together;
  }

  /** The sources, the one whose draws deviate most first. */
  public ImmutableList<Source> sources() {
    return sources;
  }

  /** The sources, and what each does, as a table. */
  public Table toTable() {
    Table.Builder table =
        Table.titled(
                Text.of(
                    "From where the doubt about %s minus %s comes",
                    first.country(), second.country()))
            .text("Drawn")
            .signed("5 %", 1)
            .signed("95 %", 1)
            .number("Deviation", 2)
            .share("First below %", 100, 1);
    add(table, together);
    table.rule();
    sources.forEach(source -> add(table, source));
    return table
        .note(
            Text.of(
                "%s each; all else as the model and the central readings have it, where the"
                    + " difference is %s points. Deviation: the standard deviation, in points. %s %%"
                    + " intervals of shares reach %s percentage points to either side at most.",
                Text.count(draws, "draw", "draws"),
                Decimals.signed(difference, 1),
                Decimals.percent(level),
                Decimals.percent(widest(), 1)))
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  private double widest() {
    return Stream.concat(Stream.of(together), sources.stream())
        .mapToDouble(source -> source.below().halfWidth())
        .max()
        .orElseThrow();
  }

  private static void add(Table.Builder table, Source source) {
    table.row(
        source.name(),
        source.low(),
        source.high(),
        source.deviation(),
        100 * source.below().value());
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof SourcesOfDoubt other
        && first.equals(other.first)
        && second.equals(other.second)
        && draws == other.draws
        && level == other.level
        && together.equals(other.together)
        && sources.equals(other.sources);
  }

  @Override
  public int hashCode() {
    return Objects.hash(first, second, draws, together, sources);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
