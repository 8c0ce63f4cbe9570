package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What drives a score, or the difference of two: one uncertain reading at a time goes from its
 * lower to its upper bound, and all others stay at their central value. Immutable.
 *
 * <p>It answers in points, and needs no probabilities: an estimate counts by its bounds alone. One
 * without a bound goes to its quantile of 1 % or of 99 % there. Readings that matter only together
 * do not show; {@link SensitivityAnalysis} has measures that see them.
 *
 * <pre>{@code
 * // A weighted sum of gas (0.6), between 20 and 70 for Aland, and debt (0.4), between 30 and 40.
 * Tornado tornado = Tornado.of(scorer.score(aland));
 * tornado.value();             // 41.0 = 0.6 * 45 + 0.4 * 35
 * Tornado.Swing widest = tornado.swings().get(0);
 * widest.indicator().code();   // "gas"
 * widest.atLower();            // 26.0
 * widest.atUpper();            // 56.0
 * }</pre>
 *
 * @since 0.1
 */
public final class Tornado {

  private static final double QUANTILE = 0.01;

  private final Scorecard first;
  private final @Nullable Scorecard second;
  private final double value;
  private final ImmutableList<Swing> swings;

  private Tornado(
      Scorecard first, @Nullable Scorecard second, double value, ImmutableList<Swing> swings) {
    this.first = first;
    this.second = second;
    this.value = value;
    this.swings = swings;
  }

  /** What moves a score. */
  public static Tornado of(Scorecard card) {
    List<Swing> swings = new ArrayList<>();
    MovedReading moved = new MovedReading(card);
    for (int i = 0; i < moved.size(); i++) {
      addSwing(moved, i, score -> score, swings);
    }
    return new Tornado(card, null, card.value(), sorted(swings));
  }

  /** What moves the difference of two scores: first minus second. */
  public static Tornado of(Comparison comparison) {
    Scorecard first = comparison.first();
    Scorecard second = comparison.second();
    List<Swing> swings = new ArrayList<>();
    MovedReading ofFirst = new MovedReading(first);
    MovedReading ofSecond = new MovedReading(second);
    for (int i = 0; i < ofFirst.size(); i++) {
      addSwing(ofFirst, i, score -> score - second.value(), swings);
      addSwing(ofSecond, i, score -> first.value() - score, swings);
    }
    return new Tornado(first, second, comparison.difference(), sorted(swings));
  }

  /**
   * One uncertain reading.
   *
   * @param card whose reading it is
   * @param indicator what is read
   * @param lower the least reading
   * @param upper the greatest reading
   * @param atLower the score, or the difference, at the least reading
   * @param atUpper the score, or the difference, at the greatest reading
   */
  public record Swing(
      Scorecard card,
      Indicator indicator,
      double lower,
      double upper,
      double atLower,
      double atUpper) {

    /** Checks that nothing is null. */
    public Swing {
      requireNonNull(card, "card");
      requireNonNull(indicator, "indicator");
    }

    /** The lesser of the two scores, or differences. */
    public double least() {
      return Math.min(atLower, atUpper);
    }

    /** The greater of the two scores, or differences. */
    public double most() {
      return Math.max(atLower, atUpper);
    }

    /** How far the score, or the difference, moves, in points. */
    public double width() {
      return most() - least();
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  private static void addSwing(
      MovedReading moved, int number, DoubleUnaryOperator output, List<Swing> swings) {
    Interruption.check();
    Indicator indicator = moved.indicator(number);
    Estimate estimate = moved.card.profile().estimate(indicator.code()).orElse(Estimate.exact(0));
    if (!estimate.isExact()) {
      double lower = bound(estimate, estimate.lower(), QUANTILE);
      double upper = bound(estimate, estimate.upper(), 1 - QUANTILE);
      swings.add(
          new Swing(
              moved.card,
              indicator,
              lower,
              upper,
              output.applyAsDouble(moved.score(number, lower)),
              output.applyAsDouble(moved.score(number, upper))));
    }
  }

  private static double bound(Estimate estimate, double bound, double level) {
    return Double.isInfinite(bound) ? estimate.inverseCdf(level) : bound;
  }

  /** A score with one reading moved: as a row, since the end of a doubt need not be one that is. */
  private static final class MovedReading {

    final Scorecard card;
    private final List<Criterion> criteria;
    private final BulkScorer bulk;
    private final double[][] row;

    MovedReading(Scorecard card) {
      this.card = card;
      this.criteria = card.model().criteria();
      this.bulk = card.scorer().bulk().withNotApplicable(card.profile().notApplicable().keySet());
      this.row = new double[criteria.size()][1];
      for (int i = 0; i < row.length; i++) {
        row[i][0] = card.node(criteria.get(i).code()).raw().orElse(Double.NaN);
      }
    }

    int size() {
      return row.length;
    }

    Indicator indicator(int number) {
      return criteria.get(number).indicator();
    }

    double score(int number, double reading) {
      Indicator indicator = indicator(number);
      double central = row[number][0];
      row[number][0] =
          Math.max(indicator.domainLower(), Math.min(indicator.domainUpper(), reading));
      double score = bulk.score(row)[0];
      row[number][0] = central;
      return score;
    }
  }

  private static ImmutableList<Swing> sorted(List<Swing> swings) {
    return ImmutableList.sortedCopyOf(Comparator.comparingDouble(Swing::width).reversed(), swings);
  }

  /** The score, or the difference, as it is: all readings at their central value. */
  public double value() {
    return value;
  }

  /** All uncertain readings, the one that moves most first. */
  public ImmutableList<Swing> swings() {
    return swings;
  }

  /**
   * The readings that alone could turn the order of two countries round, or bring them level, or
   * part them if they are level; none for a single score.
   */
  public ImmutableList<Swing> turning() {
    return second == null
        ? ImmutableList.of()
        : swings.stream().filter(this::turns).collect(ImmutableList.toImmutableList());
  }

  private boolean turns(Swing swing) {
    int now = Ranking.compareScores(value, 0);
    return now != Ranking.compareScores(swing.least(), 0)
        || now != Ranking.compareScores(swing.most(), 0);
  }

  /** The readings, their bounds and what is there, as a table. */
  public Table toTable() {
    String output =
        second == null
            ? Text.of("score of %s", first.country())
            : Text.of("difference of %s and %s", first.country(), second.country());
    Table.Builder table =
        Table.titled(Text.of("What one uncertain reading does to the %s", output))
            .text("Reading")
            .text("Country")
            .number("Lower", 3)
            .number("Upper", 3)
            .number("At lower", 1)
            .number("At upper", 1)
            .number("Width", 1);
    for (Swing swing : swings) {
      table.row(
          swing.indicator().name(),
          swing.card().country().name(),
          swing.lower(),
          swing.upper(),
          swing.atLower(),
          swing.atUpper(),
          swing.width());
    }
    return table
        .note(
            Text.of(
                "One reading moves, all others stay at their centre, where it is %s points.",
                Decimals.fixed(value, 1)))
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Tornado other
        && first.equals(other.first)
        && Objects.equals(second, other.second);
  }

  @Override
  public int hashCode() {
    return Objects.hash(first, second);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
