package dev.steppe.panel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.steppe.evidence.Country;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Sparkline;
import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One country's scores over dates, with every change split into contributions that sum to it.
 * Immutable.
 *
 * <pre>{@code
 * CountryProfile then = aland.withAsOf(LocalDate.of(2020, 1, 1));
 * CountryProfile now = aland.withReading("treaty", 1).withAsOf(LocalDate.of(2021, 1, 1));
 * Trajectory trajectory = Panel.of(scorer, List.of(then, now)).trajectory("AAA");
 * trajectory.change().difference();    // -40.0
 * }</pre>
 *
 * @since 0.1
 */
public final class Trajectory {

  private final Country country;
  private final ImmutableSortedMap<LocalDate, Scorecard> cards;
  private final ImmutableSortedMap<LocalDate, Ranking> rankings;

  Trajectory(
      Country country,
      ImmutableSortedMap<LocalDate, Scorecard> cards,
      ImmutableSortedMap<LocalDate, Ranking> rankings) {
    this.country = country;
    this.cards = cards;
    this.rankings = rankings;
  }

  /** The country. */
  public Country country() {
    return country;
  }

  /** The dates at which it is known, the earliest first. */
  public ImmutableList<LocalDate> dates() {
    return cards.keySet().asList();
  }

  /** Its scorecards, the earliest first. */
  public ImmutableList<Scorecard> scorecards() {
    return cards.values().asList();
  }

  /** Its ranks among the countries known at each date, from 1, the riskiest. */
  public ImmutableList<Double> ranks() {
    ImmutableList.Builder<Double> ranks = ImmutableList.builder();
    for (LocalDate date : cards.keySet()) {
      ranks.add(rank(date));
    }
    return ranks.build();
  }

  private double rank(LocalDate date) {
    @Nullable Ranking ranking = rankings.get(date);
    if (ranking == null) {
      throw new AssertionError(date);
    }
    return ranking.rank(country.code());
  }

  /** The changes from each date to the next; none if there is one date only. */
  public ImmutableList<PeriodChange> steps() {
    ImmutableList.Builder<PeriodChange> steps = ImmutableList.builder();
    for (int i = 1; i < cards.size(); i++) {
      LocalDate from = dates().get(i - 1);
      LocalDate to = dates().get(i);
      Comparison change = scorecards().get(i).compareWith(scorecards().get(i - 1));
      steps.add(new PeriodChange(from, to, change, rank(from), rank(to)));
    }
    return steps.build();
  }

  /**
   * The last scorecard minus the first. Its contributions sum to the same change as those of all
   * {@link #steps}; by indicator the two splits are equal where the model is additive and no
   * reading is missing, and may differ elsewhere, because the way between has been left out.
   *
   * @throws IllegalStateException if the country is known at one date only: nothing is known of its
   *     change then, and that is not a change of 0
   */
  public Comparison change() {
    if (cards.size() == 1) {
      throw new IllegalStateException(
          country + " is known at " + dates().get(0) + " only, so nothing is known of its change");
    }
    return scorecards().get(cards.size() - 1).compareWith(scorecards().get(0));
  }

  /** The scores as blocks, from this country's least to its greatest; for the eye. */
  public String sparkline() {
    List<OptionalDouble> values = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (Scorecard card : scorecards()) {
      values.add(OptionalDouble.of(card.value()));
      least = Math.min(least, card.value());
      greatest = Math.max(greatest, card.value());
    }
    return Sparkline.of(values, least, greatest);
  }

  /** Scores, ranks and what moved them from date to date, by every factor and indicator. */
  public Table toTable() {
    return toTable(Integer.MAX_VALUE);
  }

  /**
   * The same to a depth of the tree of factors.
   *
   * @param depth 0 for the score alone, 1 for what is at the top, and so on
   * @throws IllegalArgumentException if it is negative
   */
  public Table toTable(int depth) {
    if (depth < 0) {
      throw new IllegalArgumentException("depth must be at least 0, but was " + depth);
    }
    return PanelTables.trajectory(this, depth);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Trajectory other
        && cards.equals(other.cards)
        && ranks().equals(other.ranks());
  }

  @Override
  public int hashCode() {
    return cards.hashCode();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
