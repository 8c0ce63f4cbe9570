package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The readings that follow from {@link AllianceTies}; it states the formulas. */
final class AllianceReadings {

  private final AllianceTies place;

  AllianceReadings(AllianceTies place) {
    this.place = place;
  }

  ImmutableMap<String, Reading> all() {
    ImmutableMap.Builder<String, Reading> readings = ImmutableMap.builder();
    String rival = place.rival();
    readings.put("tie_to_rival", reading(strength(rival), "ties to " + rival, tiesTo(rival)));
    if (!place.rivalsOfRival().isEmpty()) {
      readings.put("tie_to_rivals_of_rival", strongest(place.rivalsOfRival()));
    }
    readings.put("treaty_protection", protection(rival));
    if (!place.poles().isEmpty()) {
      readings.put("multi_vector_index", evenness(place.poles()));
    }
    return readings.buildOrThrow();
  }

  private double strength(String actor) {
    return place.network().strength(place.country(), actor, place.date());
  }

  private ImmutableList<Tie> tiesTo(String actor) {
    return place.network().ties(place.country(), actor, place.date());
  }

  private Reading strongest(ImmutableSet<String> actors) {
    double strongest = 0;
    String with = "";
    for (String actor : actors) {
      if (strength(actor) > strongest) {
        strongest = strength(actor);
        with = actor;
      }
    }
    return with.isEmpty()
        ? reading(0, "ties to " + String.join(", ", actors), ImmutableList.of())
        : reading(strongest, "ties to " + with, tiesTo(with));
  }

  private Reading protection(String rival) {
    ImmutableSet<String> ofRival = place.network().alliancesOf(rival, place.date());
    Tie best = null;
    for (String actor : place.network().actors()) {
      if (actor.equals(place.country()) || actor.equals(rival)) {
        continue;
      }
      for (Tie tie : tiesTo(actor)) {
        if (tie.kind() == TieKind.DEFENCE_PACT
            && !ofRival.contains(tie.label())
            && (best == null || tie.binding() > best.binding())) {
          best = tie;
        }
      }
    }
    return best == null
        ? reading(0, "defence pacts without " + rival, ImmutableList.of())
        : reading(best.binding(), "strongest defence pact without " + rival, List.of(best));
  }

  private Reading evenness(ImmutableSet<String> poles) {
    List<Tie> ties = new ArrayList<>();
    double[] strengths = new double[poles.size()];
    for (int p = 0; p < strengths.length; p++) {
      String pole = poles.asList().get(p);
      ties.addAll(tiesTo(pole));
      strengths[p] = strength(pole);
    }
    return reading(Entropy.normalised(strengths), "entropy of ties over poles " + poles, ties);
  }

  /** A reading that rests on ties, or on their absence from the whole network. */
  private Reading reading(double value, String what, Collection<Tie> ties) {
    Set<String> named = new LinkedHashSet<>();
    Set<Source> sources = new LinkedHashSet<>();
    for (Tie tie : ties) {
      named.add(tie.label() + " since " + tie.period().since().getYear());
      sources.add(tie.source());
    }
    if (ties.isEmpty()) {
      sources.addAll(place.network().sources());
    }
    String how =
        what + " on " + place.date() + ": " + (named.isEmpty() ? "none" : String.join(", ", named));
    Source source = Provenance.source(how, sources).observed(place.date().getYear());
    if (source.quality() != Quality.UNSTATED) {
      source = source.withQuality(Quality.JUDGEMENT); // The strength of a tie always is one.
    }
    return new Reading(Estimate.exact(value), Provenance.INDEX, source);
  }
}
