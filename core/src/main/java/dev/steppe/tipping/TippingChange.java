package dev.steppe.tipping;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.table.Table;
import java.util.OptionalDouble;

/**
 * The least change of several indicators together that reaches the target, with the proof of how
 * far from the least it can be at most.
 *
 * <p>The {@linkplain #cost cost} is that of a change that exists: {@link #score} is the score of
 * {@link #profile}. No change that reaches the target costs less than the {@linkplain #lowerBound
 * lower bound}. If the two agree the change is the least there is.
 *
 * <pre>{@code
 * TippingChange leastChange = TippingPoint.of(scorer, aland).toReach(47).together(TippingMeasure.SUM);
 * leastChange.moves();     // [treaty from 0 to 0.5]
 * leastChange.isLeast();   // true
 * }</pre>
 *
 * @param measure how the size of the change is measured
 * @param reaches whether the target can be reached at all within the bounds
 * @param score the score after the change; where the target cannot be reached, the score with all
 *     indicators as far as they can go, which is the farthest that the score can get
 * @param cost the cost of the change; empty if the target cannot be reached
 * @param lowerBound what any change that reaches the target costs at least; empty if none does
 * @param moves the indicators that move, those that move most points first
 * @param profile the profile after the change, so that anybody can score it. It has plain readings
 *     only: those that moved with their new value, all others with what was known of them. Evidence
 *     is left out, because a change of readings does not say which treaty or which trade partner
 *     would bring it about.
 * @since 0.1
 */
public record TippingChange(
    TippingMeasure measure,
    boolean reaches,
    double score,
    OptionalDouble cost,
    OptionalDouble lowerBound,
    ImmutableList<TippingMove> moves,
    CountryProfile profile) {

  /** Checks that no part is null. */
  public TippingChange {
    requireNonNull(measure, "measure");
    requireNonNull(cost, "cost");
    requireNonNull(lowerBound, "lowerBound");
    requireNonNull(moves, "moves");
    requireNonNull(profile, "profile");
  }

  /**
   * The share of the cost by which a cheaper change could undercut this one at most, {@code (cost -
   * lowerBound) / cost}; 0 if nothing needs to move, empty if the target cannot be reached.
   */
  public OptionalDouble gap() {
    if (!reaches) {
      return OptionalDouble.empty();
    }
    double paid = cost.orElseThrow();
    return OptionalDouble.of(paid > 0 ? Math.max(0, paid - lowerBound.orElseThrow()) / paid : 0.0);
  }

  /**
   * Whether this is the least change there is, but for rounding: the gap is a hundred-thousandth at
   * most.
   */
  public boolean isLeast() {
    return reaches && gap().orElseThrow() <= 1e-5;
  }

  /** The moves as a table. */
  public Table toTable() {
    return AnswerText.table(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
