package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The readings that follow from {@link AllianceTies}; it states the formulas. */
final class AllianceReadings {

  private final AllianceTies place;

  private AllianceReadings(AllianceTies place) {
    this.place = place;
  }

  static Derivations of(AllianceTies place) {
    return new AllianceReadings(place).all();
  }

  private Derivations all() {
    Derivations.Builder readings = new Derivations.Builder();
    String rival = place.rival();
    readings.add(
        "tie_to_rival",
        () -> Estimate.exact(strength(rival)),
        strength -> reading(strength, "ties to " + rival, tiesTo(rival)));
    ImmutableSet<String> others = place.rivalsOfRival();
    if (!others.isEmpty()) {
      readings.add(
          "tie_to_rivals_of_rival",
          () -> Estimate.exact(strongest(others).map(this::strength).orElse(0.0)),
          strength -> toStrongest(strength, others));
    }
    readings.add(
        "treaty_protection",
        () -> Estimate.exact(strongestPact().map(Tie::binding).orElse(0.0)),
        this::protection);
    ImmutableSet<String> poles = place.poles();
    if (!poles.isEmpty()) {
      readings.add(
          "multi_vector_index",
          () -> Estimate.exact(evenness(poles)),
          index -> reading(index, "entropy of ties over poles " + poles, tiesToAll(poles)));
    }
    if (poles.size() > 1) {
      readings.add(
          "ties_beside_strongest",
          () -> Estimate.exact(besideStrongest(poles)),
          mean -> reading(mean, "mean tie to poles but the closest of " + poles, tiesToAll(poles)));
    }
    return readings.build();
  }

  private double strength(String actor) {
    return place.network().strength(place.country(), actor, place.date());
  }

  private ImmutableList<Tie> tiesTo(String actor) {
    return place.network().ties(place.country(), actor, place.date());
  }

  private Optional<String> strongest(ImmutableSet<String> actors) {
    double strongest = 0;
    String with = null;
    for (String actor : actors) {
      double strength = strength(actor);
      if (strength > strongest) {
        strongest = strength;
        with = actor;
      }
    }
    return Optional.ofNullable(with);
  }

  private Reading toStrongest(Estimate strength, ImmutableSet<String> actors) {
    Optional<String> with = strongest(actors);
    return with.isPresent()
        ? reading(strength, "ties to " + with.get(), tiesTo(with.get()))
        : reading(strength, "ties to " + String.join(", ", actors), ImmutableList.of());
  }

  private Optional<Tie> strongestPact() {
    ImmutableSet<String> ofRival = place.network().alliancesOf(place.rival(), place.date());
    Tie best = null;
    for (Tie tie : place.network().tiesOf(place.country(), TieKind.DEFENCE_PACT, place.date())) {
      if (!tie.involves(place.rival())
          && !ofRival.contains(tie.label())
          && (best == null || tie.binding() > best.binding())) {
        best = tie;
      }
    }
    return Optional.ofNullable(best);
  }

  private Reading protection(Estimate binding) {
    Optional<Tie> pact = strongestPact();
    return pact.isPresent()
        ? reading(binding, "strongest defence pact without " + place.rival(), List.of(pact.get()))
        : reading(binding, "defence pacts without " + place.rival(), ImmutableList.of());
  }

  private double evenness(ImmutableSet<String> poles) {
    return Entropy.normalized(strengths(poles));
  }

  private double besideStrongest(ImmutableSet<String> poles) {
    double[] strengths = strengths(poles);
    Arrays.sort(strengths);
    double sum = 0;
    for (int p = 0; p < strengths.length - 1; p++) {
      sum += strengths[p];
    }
    return sum / (strengths.length - 1);
  }

  private double[] strengths(ImmutableSet<String> poles) {
    double[] strengths = new double[poles.size()];
    for (int p = 0; p < strengths.length; p++) {
      strengths[p] = strength(poles.asList().get(p));
    }
    return strengths;
  }

  private List<Tie> tiesToAll(ImmutableSet<String> poles) {
    List<Tie> ties = new ArrayList<>();
    for (String pole : poles) {
      ties.addAll(tiesTo(pole));
    }
    return ties;
  }

  /** A reading that rests on ties, or on their absence from the whole network. */
  private Reading reading(Estimate value, String what, Collection<Tie> ties) {
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
    return new Reading(value, Provenance.INDEX, source);
  }
}
