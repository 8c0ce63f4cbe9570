package dev.steppe.revision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryAtDate;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Unit;
import dev.steppe.internal.Checks;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two sets of profiles: two datasets, or the countries of one panel at two
 * dates. Immutable.
 *
 * <p>Compared are readings, those that follow from evidence like any other; evidence of which no
 * reading differs is the same here. What does not apply is compared, too. Countries are told apart
 * by code.
 *
 * <pre>{@code
 * Dataset old = Dataset.readWideCsv("country,gdp,debt\nAAA,10,55\nBBB,20,40\n");
 * Dataset revised = Dataset.readWideCsv("country,gdp,debt\nAAA,10,57..59\nBBB,20,\nCCC,5,5\n");
 * DataDifference difference = DataDifference.of(old, revised);
 * difference.changes();   // [debt of AAA (AAA): 55.0 to 57.0..59.0, debt of BBB (BBB): 40.0 to none]
 * difference.added();     // [CCC (CCC)]
 * }</pre>
 *
 * @since 0.1
 */
public final class DataDifference {

  private final ImmutableList<Country> added;
  private final ImmutableList<Country> removed;
  private final ImmutableList<CountryAtDate> before;
  private final ImmutableList<CountryAtDate> after;
  private final ImmutableList<ReadingChange> changes;

  private DataDifference(
      Map<String, CountryProfile> before,
      Map<String, CountryProfile> after,
      List<ReadingChange> changes) {
    this.added = countries(Sets.difference(after.keySet(), before.keySet()), after);
    this.removed = countries(Sets.difference(before.keySet(), after.keySet()), before);
    this.before = dated(before);
    this.after = dated(after);
    this.changes = ImmutableList.copyOf(changes);
  }

  /**
   * Compares what was known with what is known.
   *
   * @param before the earlier profiles: a {@link dev.steppe.evidence.Dataset}, or any
   * @param after the later ones
   * @throws IllegalArgumentException that lists every country that comes twice in one of them
   */
  public static DataDifference of(Iterable<CountryProfile> before, Iterable<CountryProfile> after) {
    List<String> faults = new ArrayList<>();
    Map<String, CountryProfile> old = byCode(before, "before", faults);
    Map<String, CountryProfile> now = byCode(after, "after", faults);
    Checks.noFaults("Difference of data", faults);
    List<ReadingChange> changes = new ArrayList<>();
    now.forEach(
        (code, profile) -> {
          @Nullable CountryProfile earlier = old.get(code);
          if (earlier != null) {
            compare(earlier, profile, changes);
          }
        });
    return new DataDifference(old, now, changes);
  }

  private static Map<String, CountryProfile> byCode(
      Iterable<CountryProfile> profiles, String when, List<String> faults) {
    Map<String, CountryProfile> byCode = new LinkedHashMap<>();
    for (CountryProfile profile : profiles) {
      if (byCode.putIfAbsent(profile.country().code(), profile) != null) {
        faults.add(profile.country() + " comes twice " + when + "; dates are compared one by one");
      }
    }
    return byCode;
  }

  private static ImmutableList<Country> countries(
      Set<String> codes, Map<String, CountryProfile> profiles) {
    ImmutableList.Builder<Country> countries = ImmutableList.builder();
    profiles.forEach(
        (code, profile) -> {
          if (codes.contains(code)) {
            countries.add(profile.country());
          }
        });
    return countries.build();
  }

  private static ImmutableList<CountryAtDate> dated(Map<String, CountryProfile> profiles) {
    return profiles.values().stream()
        .map(CountryProfile::countryAtDate)
        .collect(ImmutableList.toImmutableList());
  }

  private static void compare(
      CountryProfile before, CountryProfile after, List<ReadingChange> changes) {
    Set<String> codes = new LinkedHashSet<>(after.codes());
    codes.addAll(before.codes());
    codes.addAll(after.notApplicable().keySet());
    codes.addAll(before.notApplicable().keySet());
    for (String code : codes) {
      ImmutableList<Reading> old = before.readings(code);
      ImmutableList<Reading> now = after.readings(code);
      Optional<NotApplicable> noneBefore = Optional.ofNullable(before.notApplicable().get(code));
      Optional<NotApplicable> noneAfter = Optional.ofNullable(after.notApplicable().get(code));
      if (!old.equals(now) || !noneBefore.equals(noneAfter)) {
        Optional<Estimate> earlier = before.estimate(code);
        Optional<Estimate> later = after.estimate(code);
        ReadingChange.Kind kind =
            noneBefore.isPresent() || noneAfter.isPresent()
                ? kind(noneBefore.isPresent(), noneAfter.isPresent())
                : kind(earlier, later, old, now);
        changes.add(
            new ReadingChange(
                after.country(), code, kind, earlier, later, old, now, noneBefore, noneAfter));
      }
    }
  }

  private static ReadingChange.Kind kind(boolean noneBefore, boolean noneAfter) {
    return noneBefore && noneAfter
        ? ReadingChange.Kind.SOURCE
        : noneAfter ? ReadingChange.Kind.NOT_APPLICABLE : ReadingChange.Kind.APPLICABLE;
  }

  private static ReadingChange.Kind kind(
      Optional<Estimate> earlier, Optional<Estimate> later, List<Reading> old, List<Reading> now) {
    if (earlier.isEmpty()) {
      return ReadingChange.Kind.ADDED;
    }
    if (later.isEmpty()) {
      return ReadingChange.Kind.REMOVED;
    }
    if (!earlier.equals(later)) {
      return ReadingChange.Kind.CHANGED;
    }
    return matchingUnits(old, now) ? ReadingChange.Kind.SOURCE : ReadingChange.Kind.UNIT;
  }

  static boolean matchingUnits(List<Reading> old, List<Reading> now) {
    for (Reading first : old) {
      for (Reading second : now) {
        if (!Unit.match(first.unit(), second.unit())) {
          return false;
        }
      }
    }
    return true;
  }

  /** The countries that are there later only. */
  public ImmutableList<Country> added() {
    return added;
  }

  /** The countries that were there earlier only. */
  public ImmutableList<Country> removed() {
    return removed;
  }

  /** The countries with their dates earlier. */
  public ImmutableList<CountryAtDate> before() {
    return before;
  }

  /** The countries with their dates later. */
  public ImmutableList<CountryAtDate> after() {
    return after;
  }

  /** What differs of the countries that are in both, by country and code. */
  public ImmutableList<ReadingChange> changes() {
    return changes;
  }

  /** Those differences with which scores may move. */
  public ImmutableList<ReadingChange> counting() {
    return changes.stream().filter(ReadingChange::counts).collect(ImmutableList.toImmutableList());
  }

  /** How many differences there are of each kind that there is. */
  public ImmutableMap<ReadingChange.Kind, Integer> counts() {
    ImmutableMap.Builder<ReadingChange.Kind, Integer> counts = ImmutableMap.builder();
    for (ReadingChange.Kind kind : ReadingChange.Kind.values()) {
      int count = (int) changes.stream().filter(change -> change.kind() == kind).count();
      if (count > 0) {
        counts.put(kind, count);
      }
    }
    return counts.buildOrThrow();
  }

  /** Whether there are the same countries, with the same readings from the same sources. */
  public boolean isEmpty() {
    return changes.isEmpty() && added.isEmpty() && removed.isEmpty();
  }

  /** The differences as a table, with least, central and most of each estimate. */
  public Table toTable() {
    return DifferenceTables.data(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof DataDifference other
        && before.equals(other.before)
        && after.equals(other.after)
        && changes.equals(other.changes);
  }

  @Override
  public int hashCode() {
    return changes.hashCode();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
