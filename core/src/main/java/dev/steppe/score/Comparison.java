package dev.steppe.score;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.kernel.Attribution;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.model.Range;
import dev.steppe.table.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two scorecards of one model side by side: first minus second. Positive means that the first is
 * riskier: 60 against 45 gives 15.
 *
 * <pre>{@code
 * Comparison comparison = scorer.compare(aland, bland);
 * comparison.difference();                       // 43.0
 * comparison.contribution("treaty").points();    // 40.0
 * comparison.isDecided();                        // true
 * }</pre>
 *
 * @since 0.1
 */
public final class Comparison {

  private final Scorecard first;
  private final Scorecard second;
  private transient @Nullable Contributions contributions;

  Comparison(Scorecard first, Scorecard second) {
    this.first = first;
    this.second = second;
  }

  /** The first scorecard. */
  public Scorecard first() {
    return first;
  }

  /** The second scorecard. */
  public Scorecard second() {
    return second;
  }

  /** The first score minus the second, in points. */
  public double difference() {
    return first.value() - second.value();
  }

  /**
   * The least and the greatest difference that the bounds of the uncertain readings allow, those of
   * one country moving freely of the other's.
   */
  public Range range() {
    return new Range(
        first.range().lower() - second.range().upper(),
        first.range().upper() - second.range().lower());
  }

  /** Whether no reading within its bounds can turn the order round. */
  public boolean isDecided() {
    return Ranking.compareScores(range().lower(), 0) > 0
        || Ranking.compareScores(range().upper(), 0) < 0;
  }

  /**
   * What each indicator adds to the difference, the greatest in size first; they sum to it.
   * Effective weight times difference of values where the model is additive and both lack the same
   * readings, else the Owen value of taking readings from the first instead of the second.
   *
   * @throws IllegalArgumentException if a factor has too many children for the exact answer: more
   *     than 20 that differ, where it is no plain weighted sum or the two lack different readings;
   *     if such factors lie so deep inside each other that it would take more than 2^25 evaluations
   *     (each doubles the work, if it has two children that differ, and 22 are too many); or if the
   *     two have no indicator in common
   */
  public ImmutableList<Contribution> contributions() {
    return split().ofIndicators();
  }

  /** What each factor (or indicator) at the top adds, the greatest in size first. */
  public ImmutableList<Contribution> byFactor() {
    return split().ofTopLevel();
  }

  /**
   * What an indicator, or all indicators below a factor, add.
   *
   * @throws IllegalArgumentException if the model has no such node
   */
  public Contribution contribution(String code) {
    return split().of(code);
  }

  private Contributions split() {
    Contributions result = contributions;
    if (result == null) {
      CompiledModel model = first.scorer().compiled();
      double[] points = Attribution.difference(model, first.row(), second.row());
      result = new Contributions(model, points, first.row()::value, second.row()::value);
      contributions = result;
    }
    return result;
  }

  /** The same as plain data, which a library for JSON writes and reads without a word about it. */
  public ComparisonRecord toRecord() {
    return ComparisonRecord.of(this);
  }

  /** The two scores and what accounts for the difference, as a table. */
  public Table toTable() {
    return ScoreTables.comparison(this);
  }

  /** What every reading of both rests on, as a table. */
  public Table sources() {
    return BasisTables.sources(ImmutableList.of(first, second));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Comparison other
        && first.equals(other.first)
        && second.equals(other.second);
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
