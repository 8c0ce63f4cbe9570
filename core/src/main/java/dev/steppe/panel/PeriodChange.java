package dev.steppe.panel;

import com.google.common.collect.ImmutableList;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import java.time.LocalDate;

/**
 * What changed for a country from one date to the next: later minus earlier, split as any other
 * {@link Comparison}.
 *
 * <pre>{@code
 * Panel twoYears = Panel.of(scorer, List.of(
 *     aland.withAsOf(LocalDate.of(2020, 1, 1)),
 *     aland.withReading("treaty", 1).withAsOf(LocalDate.of(2021, 1, 1))));
 * twoYears.trajectory("AAA").steps();   // [2020-01-01 to 2021-01-01: -40.0 points, rank 1 to 1]
 * }</pre>
 *
 * @param from the earlier date
 * @param to the later date
 * @param comparison the later scorecard minus the earlier
 * @param rankBefore the rank at the earlier date, from 1, the riskiest
 * @param rankAfter the rank at the later date
 * @since 0.1
 */
public record PeriodChange(
    LocalDate from, LocalDate to, Comparison comparison, double rankBefore, double rankAfter) {

  /** By how many points the score changed; positive if the risk rose. */
  public double change() {
    return comparison.difference();
  }

  /** What each indicator adds to the change, the greatest in size first; they sum to it. */
  public ImmutableList<Contribution> contributions() {
    return comparison.contributions();
  }

  /** By how many places the country moved; positive if it moved toward the riskiest. */
  public double placesRisen() {
    return rankBefore - rankAfter;
  }

  /** One line: the dates, the change and the ranks. */
  @Override
  public String toString() {
    return PanelTables.line(this);
  }
}
