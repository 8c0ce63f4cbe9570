package dev.steppe.evidence;

import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plain readings of a profile that is being made, and what must hold between them. */
final class PlainReadings {

  /** So many readings of a code are compared one by one. */
  private static final int FEW = 16;

  private final Map<String, List<Reading>> byCode = new LinkedHashMap<>();

  /** By code of many readings. */
  private final Map<String, BySource> bySource = new HashMap<>();

  /** Adds a reading; a second one of the same code must come from another source. */
  void add(String code, Reading reading, List<String> faults) {
    List<Reading> known = byCode.get(code);
    if (known == null) {
      known = new ArrayList<>();
      byCode.put(code, known);
    }
    Reading earlier = fromSameSource(code, known, reading.source());
    if (earlier != null) {
      faults.add(
          Text.of(
              "reading of '%s' was already set to %s from the same source (%s), second"
                  + " was %s. Readings that disagree need different sources.",
              code, earlier.estimate(), earlier.source(), reading.estimate()));
      return;
    }
    known.add(reading);
  }

  /** Few are looked through, which needs no hash; the sources of many are kept. */
  private @Nullable Reading fromSameSource(String code, List<Reading> known, Source source) {
    if (known.size() > FEW) {
      BySource index = bySource.get(code);
      if (index == null || index.readings != known) {
        index = new BySource(known);
        bySource.put(code, index);
      }
      return index.find(source);
    }
    for (Reading earlier : known) {
      if (earlier.source().equals(source)) {
        return earlier;
      }
    }
    return null;
  }

  /** Puts readings in place of all of a code; none for a code that is missing. */
  void replace(String code, Collection<Reading> readings) {
    if (readings.isEmpty()) {
      byCode.remove(code);
    } else {
      byCode.put(code, new ArrayList<>(readings));
    }
  }

  void retain(Set<String> codes) {
    byCode.keySet().retainAll(codes);
  }

  boolean contains(String code) {
    return byCode.containsKey(code);
  }

  /** By code, in the order in which the codes were given. */
  Map<String, List<Reading>> asMap() {
    return Collections.unmodifiableMap(byCode);
  }

  /** Adds a fault for each code whose readings differ in unit or cannot be spanned. */
  void check(List<String> found) {
    for (String code : byCode.keySet()) {
      checkSpan(code, found);
    }
  }

  private List<Claim> claims(String code) {
    List<Claim> claims = new ArrayList<>();
    for (Reading reading : byCode.getOrDefault(code, List.of())) {
      claims.add(new Claim(code, reading, "", Claim.UNPUBLISHED, claims.size()));
    }
    return claims;
  }

  /** Adds a fault if the readings of a code differ in unit or cannot be spanned. */
  private void checkSpan(String code, List<String> found) {
    List<Estimate> figures = new ArrayList<>();
    String unit = "";
    for (Reading reading : byCode.getOrDefault(code, List.of())) {
      figures.add(reading.estimate());
      if (!Unit.match(unit, reading.unit())) {
        found.add(
            "readings of '"
                + code
                + "' are in '"
                + unit
                + "' and in '"
                + reading.unit()
                + "'. Convert one: reading.convertedTo(unit)");
        return;
      }
      unit = unit.isBlank() ? reading.unit() : unit;
    }
    for (Claim.Conflict conflict : Claim.conflicts(claims(code))) {
      found.add(
          "readings of '"
              + code
              + "' from one source ("
              + conflict.first().source()
              + ")"
              + (conflict.isSeries()
                  ? " are of " + conflict.yearsInWords() + ": a series, of which one is to be taken"
                  : " are "
                      + conflict.first().reading().estimate()
                      + " and "
                      + conflict.second().reading().estimate()
                      + conflict.difference()));
      return;
    }
    try {
      Estimate.spanning(figures);
    } catch (IllegalArgumentException fault) {
      found.add("readings of '" + code + "': " + fault.getMessage());
    }
  }

  /** A list of readings that grows, with the sources of those that were looked at. */
  private static final class BySource {

    private final List<Reading> readings;
    private final Map<Source, Reading> found = new HashMap<>();

    BySource(List<Reading> readings) {
      this.readings = readings;
    }

    @Nullable Reading find(Source source) {
      for (Reading added : readings.subList(found.size(), readings.size())) {
        found.put(added.source(), added);
      }
      return found.get(source);
    }
  }
}
