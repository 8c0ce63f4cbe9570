package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cases had the event: what happened, to set against what was scored. Immutable.
 *
 * <p>A case is whatever a score belongs to. Its key may be a country code, or a code and a date
 * such as {@code "AAA 2014-01-01"}, or any value of the user's with an {@code equals}.
 *
 * <pre>{@code
 * Outcomes.of("AAA", "CCC");                       // these had it, every other scored case had not
 * Outcomes.of(Map.of("AAA", true, "BBB", false));  // as stated; a scored case left out is an error
 * }</pre>
 *
 * @param <K> the type of the keys
 * @since 0.1
 */
public final class Outcomes<K> {

  private final ImmutableMap<K, Boolean> stated;
  private final boolean complete;

  private Outcomes(ImmutableMap<K, Boolean> stated, boolean complete) {
    this.stated = stated;
    this.complete = complete;
  }

  /**
   * The cases that had the event; all others that are scored had not.
   *
   * @throws IllegalArgumentException if a key comes twice
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // Read here and copied, never kept or handed out.
  public static <K> Outcomes<K> of(K... events) {
    return of(ImmutableList.copyOf(events));
  }

  /**
   * The cases that had the event; all others that are scored had not.
   *
   * @throws IllegalArgumentException if a key comes twice
   */
  public static <K> Outcomes<K> of(Collection<K> events) {
    ImmutableMap.Builder<K, Boolean> stated = ImmutableMap.builder();
    ImmutableSet.Builder<K> seen = ImmutableSet.builder();
    int count = 0;
    for (K event : events) {
      seen.add(requireNonNull(event, "event"));
      count++;
    }
    ImmutableSet<K> distinct = seen.build();
    if (distinct.size() < count) {
      throw new IllegalArgumentException(
          "Outcomes name each case once, but of "
              + count
              + " only "
              + distinct.size()
              + " are different: "
              + events);
    }
    distinct.forEach(event -> stated.put(event, true));
    return new Outcomes<>(stated.buildOrThrow(), false);
  }

  /** For every case whether it had the event. A scored case that is not named is an error. */
  public static <K> Outcomes<K> of(Map<K, Boolean> stated) {
    return new Outcomes<>(ImmutableMap.copyOf(stated), true);
  }

  /**
   * As an indicator says, of profiles that are read from a file like any other: 1 is a case with
   * the event, 0 one without; a missing reading is not known. A case is named as in {@code "AAA
   * 2014-01-01"}, or by the code alone where the profile has no date.
   *
   * <pre>{@code
   * List<CountryProfile> happened =
   *     CsvFormat.standard().withWord("yes", 1).withWord("no", 0).readLongByDate(
   *         "country,as_of,indicator,value\nAAA,2014-01-01,force,yes\nBBB,2014-01-01,force,no\n");
   * Outcomes.of(happened, "force");   // event in [AAA 2014-01-01], none in [BBB 2014-01-01]
   * }</pre>
   *
   * @throws IllegalArgumentException that lists the readings that are neither 0 nor 1 for certain,
   *     and the cases that come twice; or if no profile has the indicator
   */
  public static Outcomes<String> of(Iterable<CountryProfile> profiles, String indicator) {
    Map<String, Boolean> stated = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (CountryProfile profile : profiles) {
      String label = profile.countryAtDate().label();
      profile
          .estimate(indicator)
          .ifPresent(
              estimate -> {
                double value = estimate.central();
                if (estimate.lower() != estimate.upper() || (value != 0 && value != 1)) {
                  faults.add(
                      "'" + indicator + "' of " + label + " must be 0 or 1, but was " + estimate);
                } else if (stated.putIfAbsent(label, value == 1) != null) {
                  faults.add("'" + label + "' comes twice");
                }
              });
    }
    if (stated.isEmpty() && faults.isEmpty()) {
      faults.add("no profile has a reading of '" + indicator + "'");
    }
    Checks.noFaults("Outcomes", faults);
    return of(stated);
  }

  /** The cases that had the event. */
  public ImmutableSet<K> events() {
    ImmutableSet.Builder<K> events = ImmutableSet.builder();
    stated.forEach(
        (key, happened) -> {
          if (happened) {
            events.add(key);
          }
        });
    return events.build();
  }

  /** All cases that are named, with the event or without. */
  public ImmutableSet<K> named() {
    return stated.keySet();
  }

  /** Whether it is known if this case had the event. */
  public boolean isKnown(K key) {
    return !complete || stated.containsKey(key);
  }

  /**
   * Whether this case had the event.
   *
   * @throws IllegalArgumentException if that is not known
   */
  public boolean happened(K key) {
    requireNonNull(key, "key");
    if (!isKnown(key)) {
      throw new IllegalArgumentException("No outcome is given for '" + key + "'");
    }
    return stated.getOrDefault(key, false);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Outcomes<?> other
        && complete == other.complete
        && stated.equals(other.stated);
  }

  @Override
  public int hashCode() {
    return stated.hashCode();
  }

  /** The cases that had the event, and those that had not or that all others had not. */
  @Override
  public String toString() {
    if (!complete) {
      return Text.printable("event in " + events() + " and in no other case");
    }
    ImmutableSet.Builder<K> none = ImmutableSet.builder();
    stated.forEach(
        (key, happened) -> {
          if (!happened) {
            none.add(key);
          }
        });
    return Text.printable("event in " + events() + ", none in " + none.build());
  }
}
