package dev.steppe.panel;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Tables;
import com.google.common.collect.TreeBasedTable;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryAtDate;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.NameIndex;
import dev.steppe.internal.Text;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Countries at dates, scored by one model, so that scores compare between dates as well as between
 * countries. Immutable.
 *
 * <p>Not every country needs to be known at every date; ranks are among those that are.
 *
 * <pre>{@code
 * Panel panel = Panel.of(scorer, profiles);
 * panel.rankings();                 // the rankings of all dates side by side
 * panel.trajectory("KAZ");          // how Kazakhstan moved, and what moved it
 * panel.coverage();                 // how much of the weight has data
 * }</pre>
 *
 * @since 0.1
 */
public final class Panel implements Iterable<Trajectory> {

  private final Scorer scorer;
  private final com.google.common.collect.Table<Country, LocalDate, Scorecard> cards;
  private final ImmutableSortedMap<LocalDate, Ranking> rankings;
  private final ImmutableList<Country> countries;
  private final NameIndex codes;

  private Panel(Scorer scorer, TreeBasedTable<Country, LocalDate, Scorecard> cards) {
    this.scorer = scorer;
    this.cards = ImmutableTable.copyOf(cards);
    TreeMap<LocalDate, Ranking> found = new TreeMap<>();
    Tables.transpose(cards)
        .rowMap()
        .forEach((date, ofDate) -> found.put(date, Ranking.of(ofDate.values())));
    this.rankings = ImmutableSortedMap.copyOf(found);
    this.countries = ImmutableList.copyOf(this.cards.rowKeySet());
    this.codes =
        new NameIndex(
            countries.stream().map(Country::code).toList(),
            countries.stream().map(Country::name).toList());
  }

  /**
   * Scores profiles, each of a country at a date.
   *
   * @param profiles at least one, each with an {@link CountryProfile#asOf} date
   * @throws IllegalArgumentException that lists every profile without a date, every country that
   *     comes twice at a date, and every profile that cannot be scored, with its faults
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Panel of(Scorer scorer, Iterable<CountryProfile> profiles) {
    requireNonNull(scorer, "scorer");
    TreeBasedTable<Country, LocalDate, Scorecard> cards = TreeBasedTable.create();
    List<String> faults = new ArrayList<>();
    for (CountryProfile profile : profiles) {
      Interruption.check();
      CountryAtDate who = profile.countryAtDate();
      Optional<LocalDate> date = profile.asOf();
      if (date.isEmpty()) {
        faults.add(who + " has no date");
      } else if (cards.contains(who.country(), date.get())) {
        faults.add(who + " comes twice");
      } else {
        try {
          cards.put(who.country(), date.get(), scorer.score(profile));
        } catch (IllegalArgumentException fault) {
          faults.add(who + ": " + fault.getMessage());
        }
      }
    }
    if (cards.isEmpty() && faults.isEmpty()) {
      faults.add("there is no profile");
    }
    Checks.noFaults("Panel", faults);
    return new Panel(scorer, cards);
  }

  /** The scorer of all scores. */
  public Scorer scorer() {
    return scorer;
  }

  /** The dates, the earliest first. */
  public ImmutableList<LocalDate> dates() {
    return rankings.keySet().asList();
  }

  /** The countries, by code. */
  public ImmutableList<Country> countries() {
    return countries;
  }

  /** All scorecards, by country and date. */
  public ImmutableList<Scorecard> scorecards() {
    return ImmutableList.copyOf(cards.values());
  }

  /**
   * A country's scorecard at a date.
   *
   * @param code the country's code
   * @throws IllegalArgumentException if the country is not in the panel, or not at that date
   */
  public Scorecard scorecard(String code, LocalDate date) {
    ranking(date);
    @Nullable Scorecard card = cards.get(country(code), date);
    if (card == null) {
      throw new IllegalArgumentException(
          Text.of(
              "Country '%s' is not known at %s. Known at: %s",
              code, date, cards.row(country(code)).keySet()));
    }
    return card;
  }

  /**
   * The ranking at a date, among the countries that are known then.
   *
   * @throws IllegalArgumentException if the panel has no such date
   */
  public Ranking ranking(LocalDate date) {
    @Nullable Ranking ranking = rankings.get(requireNonNull(date, "date"));
    if (ranking == null) {
      throw new IllegalArgumentException("No date " + date + ". Known: " + dates());
    }
    return ranking;
  }

  /**
   * A country's way through the dates at which it is known.
   *
   * @param code the country's code
   * @throws IllegalArgumentException if the country is not in the panel
   */
  public Trajectory trajectory(String code) {
    Country country = country(code);
    return new Trajectory(country, ImmutableSortedMap.copyOf(cards.row(country)), rankings);
  }

  private Country country(String code) {
    return countries.get(codes.place("Country", code, "is not in the panel"));
  }

  /** The trajectories of all countries, by code. */
  @Override
  public Iterator<Trajectory> iterator() {
    List<Trajectory> all = new ArrayList<>();
    for (Country country : cards.rowKeySet()) {
      all.add(trajectory(country.code()));
    }
    return all.iterator();
  }

  /** The scores of every country at every date, the riskiest at the last date first. */
  public Table toTable() {
    return PanelTables.scores(this);
  }

  /** The rankings of all dates side by side, the riskiest first. */
  public Table rankings() {
    return PanelTables.rankings(this);
  }

  /** The percentage of the effective weight that has data, by country and date. */
  public Table coverage() {
    return PanelTables.coverage(this);
  }

  /** A country's scorecard at a date, if it is known then. */
  Optional<Scorecard> find(Country country, LocalDate date) {
    return Optional.ofNullable(cards.get(country, date));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Panel other && cards.equals(other.cards);
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
