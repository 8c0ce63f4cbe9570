package dev.steppe.evidence;

import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A reading as a table or a program gives it, with what decides whether it is taken.
 *
 * @param date the date of the profile to which it belongs, as it is written; may be empty
 * @param published the day on which it was published, from 1970; least if not said
 * @param line where it is said, or its place among others
 */
record Claim(String code, Reading reading, String date, long published, long line) {

  static final long UNPUBLISHED = Long.MIN_VALUE;

  /**
   * What keeps claims about one code from standing beside each other: figures of one source for
   * several years, or two that differ in nothing that would make them two sources.
   *
   * @param count how many there are of that document and place
   * @param years if the figures are a series, its years
   * @param differ by what the two differ beside their figures, such as {@code notes}; empty if by
   *     nothing
   */
  record Conflict(
      Claim first, Claim second, int count, NavigableSet<Integer> years, String differ) {

    boolean isSeries() {
      return years.size() > 1;
    }

    boolean isRepeat() {
      return first.reading().equals(second.reading());
    }

    /** The years, such as {@code 2012, 2016 and 2021}, or {@code 63 years from 1960 to 2022}. */
    String yearsInWords() {
      if (years.size() > 5) {
        return years.size() + " years from " + years.first() + " to " + years.last();
      }
      List<String> words = new ArrayList<>();
      years.forEach(year -> words.add(String.valueOf(year)));
      return Text.list(words);
    }

    /** How the two differ beside their figures, as the end of a sentence; may be empty. */
    String difference() {
      return switch (differ) {
        case "" -> "";
        case "notes" ->
            "; they differ by their notes only ('"
                + first.reading().source().note()
                + "', '"
                + second.reading().source().note()
                + "'), which tell parts of something, not sources";
        case "days of publication" ->
            "; they differ by their days of publication only. Years.publishedBy takes the last"
                + " until a day";
        default -> "; they differ by their " + differ + " only";
      };
    }
  }

  Source source() {
    return reading.source();
  }

  /** The year that it describes; 0 if that is not said. */
  int year() {
    return source().observedYear().orElse(0);
  }

  Claim withReading(Reading other) {
    return new Claim(code, other, date, published, line);
  }

  /** The same claim of another year. */
  Claim observed(int year) {
    return withReading(
        new Reading(reading.estimate(), reading.unit(), reading.source().observed(year)));
  }

  /** The conflicts among claims about one code, at most one a document and place. */
  static List<Conflict> conflicts(List<Claim> claims) {
    List<Conflict> conflicts = new ArrayList<>();
    if (claims.size() > 1) {
      for (Collection<Claim> same : byOrigin(claims)) {
        Conflict conflict = conflict(List.copyOf(same));
        if (conflict != null) {
          conflicts.add(conflict);
        }
      }
    }
    return conflicts;
  }

  private static Collection<List<Claim>> byOrigin(List<Claim> claims) {
    Map<List<String>, List<Claim>> byOrigin = new LinkedHashMap<>();
    for (Claim claim : claims) {
      List<String> origin = List.of(claim.source().document(), claim.source().place());
      List<Claim> same = byOrigin.get(origin);
      if (same == null) {
        same = new ArrayList<>();
        byOrigin.put(origin, same);
      }
      same.add(claim);
    }
    return byOrigin.values();
  }

  private static @Nullable Conflict conflict(List<Claim> claims) {
    NavigableSet<Integer> years = new TreeSet<>();
    Claim first = claims.get(0);
    Map<Source, Claim> seen = new LinkedHashMap<>();
    Conflict found = null;
    for (Claim claim : claims) {
      if (claim.year() != 0) {
        years.add(claim.year());
      }
      Claim same = seen.putIfAbsent(claim.source(), claim);
      if (found == null && same != null) {
        found = new Conflict(same, claim, claims.size(), new TreeSet<>(), difference(same, claim));
      } else if (found == null && !claim.reading().estimate().equals(first.reading().estimate())) {
        found =
            new Conflict(first, claim, claims.size(), new TreeSet<>(), difference(first, claim));
      }
    }
    return years.size() > 1
        ? new Conflict(first, claims.get(1), claims.size(), years, "years")
        : found;
  }

  private static String difference(Claim first, Claim second) {
    List<String> parts = new ArrayList<>();
    if (!first.source().observedYear().equals(second.source().observedYear())) {
      parts.add("years");
    }
    if (first.source().quality() != second.source().quality()) {
      parts.add("quality");
    }
    if (!first.source().note().equals(second.source().note())) {
      parts.add("notes");
    }
    if (first.published() != second.published()) {
      parts.add("days of publication");
    }
    return Text.list(parts);
  }
}
