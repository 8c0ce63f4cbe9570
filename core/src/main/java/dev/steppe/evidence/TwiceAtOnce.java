package dev.steppe.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what may hold once at a time, and overlaps with another of its kind. */
final class TwiceAtOnce {

  /** So many are compared each with each, as they stand. */
  private static final int FEW = 16;

  private TwiceAtOnce() {}

  /**
   * The numbers of each two of the same kind whose periods overlap, in the order of the lists.
   *
   * @param kinds what may hold once at a time
   * @param periods of each
   */
  static List<int[]> pairs(List<?> kinds, List<Period> periods) {
    List<int[]> pairs = new ArrayList<>();
    // Mostly there is one of a kind.
    if (new HashSet<>(kinds).size() == kinds.size()) {
      return pairs;
    }
    // A multimap's classes would take longer to load than all of this does.
    Map<Object, List<Integer>> byKind = new LinkedHashMap<>();
    for (int i = 0; i < kinds.size(); i++) {
      @Nullable List<Integer> places = byKind.get(kinds.get(i));
      if (places == null) {
        places = new ArrayList<>();
        byKind.put(kinds.get(i), places);
      }
      places.add(i);
    }
    for (List<Integer> places : byKind.values()) {
      addPairs(places, periods, pairs);
    }
    if (pairs.size() > 1) {
      pairs.sort(Comparator.<int[]>comparingInt(pair -> pair[0]).thenComparingInt(pair -> pair[1]));
    }
    return pairs;
  }

  private static void addPairs(List<Integer> places, List<Period> periods, List<int[]> pairs) {
    if (places.size() > FEW) {
      places.sort(Comparator.comparing(i -> periods.get(i).since()));
    }
    LocalDate until = LocalDate.MIN;
    for (int next = 0; next < places.size(); next++) {
      Period own = periods.get(places.get(next));
      for (int earlier = next - 1; mayOverlap(places, earlier, own, until); earlier--) {
        int one = places.get(earlier);
        int other = places.get(next);
        if (periods.get(one).overlaps(own)) {
          pairs.add(new int[] {Math.min(one, other), Math.max(one, other)});
        }
      }
      until = own.until().isAfter(until) ? own.until() : until;
    }
  }

  /** Whether one of the earlier may reach into a period; if they are sorted, by their last day. */
  private static boolean mayOverlap(
      List<Integer> places, int earlier, Period own, LocalDate until) {
    return earlier >= 0 && (places.size() <= FEW || own.since().isBefore(until));
  }
}
