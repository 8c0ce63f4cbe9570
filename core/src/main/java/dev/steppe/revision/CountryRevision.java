package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.internal.Text;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import java.util.function.ToDoubleFunction;

/**
 * What became of one country's score and rank, and the part of each change in it.
 *
 * @param before its place in the earlier ranking
 * @param after its place in the later ranking
 * @param parts what each change adds, in their order; the points sum to the {@link #difference},
 *     the places to the {@link #placesRisen}
 * @since 0.1
 */
public record CountryRevision(
    Ranking.Entry before, Ranking.Entry after, ImmutableList<Part> parts) {

  /**
   * The part of a change: its Owen value.
   *
   * @param change the change
   * @param points what it adds to the score, in points; positive: riskier
   * @param pointsError the standard error of the points; 0 if they are exact
   * @param places by how many places it moves the country toward the riskiest
   * @param placesError the standard error of the places; 0 if they are exact
   */
  public record Part(
      RevisionChange change, double points, double pointsError, double places, double placesError) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /** Checks that no part is null. */
  public CountryRevision {
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(parts, "parts");
  }

  /** The country, as it is named later. */
  public Country country() {
    return after.country();
  }

  /** The earlier scorecard. */
  public Scorecard scorecardBefore() {
    return before.scorecard();
  }

  /** The later scorecard. */
  public Scorecard scorecardAfter() {
    return after.scorecard();
  }

  /** The later score minus the earlier, in points; positive: riskier. */
  public double difference() {
    return after.value() - before.value();
  }

  /** By how many places it moved toward the riskiest. */
  public double placesRisen() {
    return before.rank() - after.rank();
  }

  /** What all changes of a kind add to the score. */
  public double points(RevisionChange.Kind kind) {
    return sum(kind, Part::points);
  }

  /** By how many places all changes of a kind move the country toward the riskiest. */
  public double places(RevisionChange.Kind kind) {
    return sum(kind, Part::places);
  }

  private double sum(RevisionChange.Kind kind, ToDoubleFunction<Part> of) {
    return parts.stream().filter(part -> part.change().kind() == kind).mapToDouble(of).sum();
  }

  /** The parts as a table. */
  public Table toTable() {
    return RevisionTables.country(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
