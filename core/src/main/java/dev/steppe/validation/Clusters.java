package dev.steppe.validation;

import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which cases belong together, so that they are hardly independent of each other. Clusters are
 * numbered in the order of the names of their cases, not of their scores: the same cases of two
 * models have the same numbers.
 */
final class Clusters {

  /** The cluster of each case, by its place. */
  private final int[] of;

  private final int count;
  private final Map<Object, Integer> byKey = new HashMap<>();

  private Clusters(Cases cases, Function<Object, Object> nameByKey) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      places.add(i);
    }
    places.sort(Comparator.comparing(place -> cases.get(place).name()));
    Map<Object, Integer> numbers = new HashMap<>();
    this.of = new int[cases.size()];
    for (int place : places) {
      Object key = cases.get(place).key();
      of[place] = numbers.computeIfAbsent(nameByKey.apply(key), name -> numbers.size());
      byKey.put(key, of[place]);
    }
    this.count = numbers.size();
  }

  /** Each case is one of its own. */
  static Clusters ofEachCase(Cases cases) {
    return new Clusters(cases, key -> key);
  }

  /**
   * As named by the key of the case.
   *
   * @throws IllegalArgumentException that lists the cases without a name and the keys that are no
   *     case
   */
  static Clusters named(Cases cases, Map<?, ?> names) {
    List<String> faults = new ArrayList<>();
    ImmutableSet.Builder<String> builder = ImmutableSet.builder();
    for (int i = 0; i < cases.size(); i++) {
      builder.add(cases.get(i).name());
      if (names.get(cases.get(i).key()) == null) {
        faults.add("case '" + cases.get(i).name() + "' has no cluster");
      }
    }
    ImmutableSet<String> known = builder.build();
    for (Object key : names.keySet()) {
      String given = String.valueOf(key);
      if (!known.contains(given)) {
        faults.add(
            "a cluster is given for '"
                + given
                + "', which is no case."
                + Checks.maybeYouMeantAfter(faults.size(), given, known));
      }
    }
    faults.sort(Comparator.naturalOrder());
    Checks.noFaults("Clusters of " + Text.count(cases.size(), "case", "cases"), faults);
    return new Clusters(cases, names::get);
  }

  int count() {
    return count;
  }

  /** The cluster of the case at a place. */
  int of(int place) {
    return of[place];
  }

  /** How many clusters have a case with the event, or one without. */
  int countWith(Cases cases, boolean event) {
    ImmutableSet.Builder<Integer> with = ImmutableSet.builder();
    for (int i = 0; i < of.length; i++) {
      if (cases.get(i).event() == event) {
        with.add(of[i]);
      }
    }
    return with.build().size();
  }

  /** Whether the same cases are together in both. */
  boolean sameAs(Clusters other) {
    return byKey.equals(other.byKey);
  }
}
