package dev.steppe.revision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Lookup;
import dev.steppe.score.Ranking;
import dev.steppe.score.RankingRecord;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two rankings that may be stored: scores, ranks and classes, and by which
 * model and version of the library they were computed. Immutable.
 *
 * <pre>{@code
 * RankingRecord stored = mapper.readValue(file, RankingRecord.class);
 * RankingDifference.of(stored, scorer.rank(dataset).toRecord()).place("KAZ").difference();
 * }</pre>
 *
 * <p>Scores of different fingerprints are on different yardsticks: what a difference of theirs is
 * made of says a {@link Revision}, for which both models and their readings are needed.
 *
 * @since 0.1
 */
public final class RankingDifference {

  private final RankingRecord before;
  private final RankingRecord after;
  private final ImmutableList<PlaceChange> places;

  private RankingDifference(
      RankingRecord before, RankingRecord after, ImmutableList<PlaceChange> places) {
    this.before = before;
    this.after = after;
    this.places = places;
  }

  /**
   * Compares a ranking with an earlier one.
   *
   * @throws IllegalArgumentException that lists every country that comes twice in one of them
   */
  public static RankingDifference of(RankingRecord before, RankingRecord after) {
    List<String> faults = new ArrayList<>();
    Map<String, RankingRecord.Place> old = byCode(before, "before", faults);
    Map<String, RankingRecord.Place> now = byCode(after, "after", faults);
    Checks.noFaults("Difference of rankings", faults);
    ImmutableList.Builder<PlaceChange> places = ImmutableList.builder();
    now.forEach((code, place) -> places.add(PlaceChange.of(old.get(code), place)));
    old.forEach(
        (code, place) -> {
          if (!now.containsKey(code)) {
            places.add(PlaceChange.of(place, null));
          }
        });
    return new RankingDifference(before, after, places.build());
  }

  /** Compares a ranking of today with an earlier one of today. */
  public static RankingDifference of(Ranking before, Ranking after) {
    return of(before.toRecord(), after.toRecord());
  }

  private static Map<String, RankingRecord.Place> byCode(
      RankingRecord ranking, String when, List<String> faults) {
    Map<String, RankingRecord.Place> byCode = new LinkedHashMap<>();
    for (RankingRecord.Place place : ranking.places()) {
      if (byCode.putIfAbsent(place.of().country(), place) != null) {
        faults.add(
            place.of().name()
                + " ("
                + place.of().country()
                + ") comes twice "
                + when
                + "; dates are compared one by one");
      }
    }
    return byCode;
  }

  /** The earlier ranking. */
  public RankingRecord before() {
    return before;
  }

  /** The later ranking. */
  public RankingRecord after() {
    return after;
  }

  /** Every country of either, in the order of the later ranking; those no longer in it last. */
  public ImmutableList<PlaceChange> places() {
    return places;
  }

  /**
   * A country's places.
   *
   * @throws IllegalArgumentException if it is in neither ranking
   */
  public PlaceChange place(String country) {
    return places.get(
        Lookup.place(
            "Country",
            country,
            Lists.transform(places, PlaceChange::country),
            Lists.transform(places, PlaceChange::name),
            "is in neither ranking"));
  }

  /** Whether both have the same fingerprint, so that only readings can have moved scores. */
  public boolean hasSameFingerprint() {
    return before.fingerprint().equals(after.fingerprint());
  }

  /** Whether nothing differs at all, not even the version of the library. */
  public boolean isEmpty() {
    return before.equals(after);
  }

  /** Scores, ranks and their differences as a table. */
  public Table toTable() {
    return DifferenceTables.ranking(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof RankingDifference other
        && before.equals(other.before)
        && after.equals(other.after);
  }

  @Override
  public int hashCode() {
    return 31 * before.hashCode() + after.hashCode();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
