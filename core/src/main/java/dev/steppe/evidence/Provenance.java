package dev.steppe.evidence;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

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
    String documents =
        from.stream()
            .map(Source::document)
            .filter(document -> !document.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    Source source =
        Source.of(documents.isEmpty() ? "source not stated" : documents, "derived: " + how)
            .withQuality(worst(from))
            .withNote(places(from));
    List<OptionalInt> years = from.stream().map(Source::observedYear).distinct().toList();
    return years.size() == 1 && years.get(0).isPresent()
        ? source.observed(years.get(0).getAsInt())
        : source;
  }

  /** The places of the first few sources, each with its note. */
  private static String places(Collection<Source> from) {
    List<String> places =
        from.stream()
            .filter(source -> !source.place().isEmpty() || !source.note().isEmpty())
            .map(source -> source.place() + (source.note().isEmpty() ? "" : ": " + source.note()))
            .map(String::strip)
            .distinct()
            .toList();
    return places.stream().limit(MOST_PLACES).collect(Collectors.joining("; "))
        + (places.size() > MOST_PLACES ? "; and " + (places.size() - MOST_PLACES) + " more" : "");
  }

  private static Quality worst(Collection<Source> from) {
    return from.stream().map(Source::quality).max(Quality::compareTo).orElse(Quality.UNSTATED);
  }
}
