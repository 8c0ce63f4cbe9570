package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Where readings come from that follow from other readings. */
final class Provenance {

  static final String FRACTION = "fraction";
  static final String INDEX = "index from 0 to 1";

  private static final int MOST_PLACES = 6;

  private Provenance() {}

  /**
   * A reading that follows from others. Its source names their documents, each once; its place says
   * how it follows, its note their places and notes; it is as firm as the weakest of them, and of
   * their year if they share one.
   */
  static Reading derived(Estimate estimate, String unit, String how, Collection<Source> from) {
    return new Reading(estimate, unit, source(how, from));
  }

  static Source source(String how, Collection<Source> from) {
    Set<String> documents = new LinkedHashSet<>();
    Set<OptionalInt> years = new LinkedHashSet<>();
    Quality worst = from.isEmpty() ? Quality.UNSTATED : Quality.EXACT;
    for (Source source : from) {
      if (!source.document().isEmpty()) {
        documents.add(source.document());
      }
      years.add(source.observedYear());
      worst = source.quality().compareTo(worst) > 0 ? source.quality() : worst;
    }
    Source source =
        Source.of(
                documents.isEmpty() ? "source not stated" : String.join("; ", documents),
                "derived: " + how)
            .withQuality(worst)
            .withNote(places(from));
    OptionalInt year = years.size() == 1 ? years.iterator().next() : OptionalInt.empty();
    return year.isPresent() ? source.observed(year.getAsInt()) : source;
  }

  /** The sources of readings, each once. */
  static ImmutableList<Source> sources(Collection<Reading> readings) {
    ImmutableSet.Builder<Source> sources = ImmutableSet.builder();
    for (Reading reading : readings) {
      sources.add(reading.source());
    }
    return sources.build().asList();
  }

  /** The places of the first few sources, each with its note. */
  private static String places(Collection<Source> from) {
    Set<String> distinct = new LinkedHashSet<>();
    for (Source source : from) {
      if (!source.place().isEmpty() || !source.note().isEmpty()) {
        String note = source.note().isEmpty() ? "" : ": " + source.note();
        distinct.add((source.place() + note).strip());
      }
    }
    List<String> places = new ArrayList<>(distinct);
    int more = places.size() - MOST_PLACES;
    return more > 0
        ? String.join("; ", places.subList(0, MOST_PLACES)) + "; and " + more + " more"
        : String.join("; ", places);
  }
}
