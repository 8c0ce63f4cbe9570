package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The readings that follow from {@link AllianceTies}; it states the formulas. */
final class AllianceReadings extends Derivations {

  private final AllianceTies place;

  AllianceReadings(AllianceTies place) {
    super(codes(place));
    this.place = place;
  }

  private static ImmutableSet<String> codes(AllianceTies place) {
    ImmutableSet.Builder<String> codes = ImmutableSet.builder();
    codes.add("tie_to_rival");
    if (!place.rivalsOfRival().isEmpty()) {
      codes.add("tie_to_rivals_of_rival");
    }
    codes.add("treaty_protection");
    if (!place.poles().isEmpty()) {
      codes.add("multi_vector_index");
    }
    if (place.poles().size() > 1) {
      codes.add("ties_beside_strongest");
    }
    return codes.build();
  }

  @Override
  Estimate number(String code) {
    return Estimate.exact(
        switch (code) {
          case "tie_to_rival" -> strength(place.rival());
          case "tie_to_rivals_of_rival" -> {
            String with = strongest(place.rivalsOfRival());
            yield with == null ? 0 : strength(with);
          }
          case "treaty_protection" -> {
            Tie pact = strongestPact();
            yield pact == null ? 0 : pact.binding();
          }
          case "multi_vector_index" -> evenness(place.poles());
          case "ties_beside_strongest" -> besideStrongest(place.poles());
          default -> throw unknown(code);
        });
  }

  @Override
  Reading told(String code, Estimate number) {
    return switch (code) {
      case "tie_to_rival" -> reading(number, "ties to " + place.rival(), tiesTo(place.rival()));
      case "tie_to_rivals_of_rival" -> toStrongest(number, place.rivalsOfRival());
      case "treaty_protection" -> protection(number);
      case "multi_vector_index" ->
          reading(number, "entropy of ties over poles " + place.poles(), tiesToAll(place.poles()));
      case "ties_beside_strongest" ->
          reading(
              number,
              "mean tie to poles but the closest of " + place.poles(),
              tiesToAll(place.poles()));
      default -> throw unknown(code);
    };
  }

  private double strength(String actor) {
    return place.network().strength(place.country(), actor, place.date());
  }

  private ImmutableList<Tie> tiesTo(String actor) {
    return place.network().ties(place.country(), actor, place.date());
  }

  private @Nullable String strongest(ImmutableSet<String> actors) {
    double strongest = 0;
    String with = null;
    for (String actor : actors) {
      double strength = strength(actor);
      if (strength > strongest) {
        strongest = strength;
        with = actor;
      }
    }
    return with;
  }

  private Reading toStrongest(Estimate strength, ImmutableSet<String> actors) {
    String with = strongest(actors);
    return with != null
        ? reading(strength, "ties to " + with, tiesTo(with))
        : reading(strength, "ties to " + String.join(", ", actors), ImmutableList.of());
  }

  private @Nullable Tie strongestPact() {
    ImmutableSet<String> ofRival = place.network().alliancesOf(place.rival(), place.date());
    Tie best = null;
    for (Tie tie : place.network().tiesOf(place.country(), TieKind.DEFENCE_PACT, place.date())) {
      if (!tie.involves(place.rival())
          && !ofRival.contains(tie.label())
          && (best == null || tie.binding() > best.binding())) {
        best = tie;
      }
    }
    return best;
  }

  private Reading protection(Estimate binding) {
    Tie pact = strongestPact();
    return pact != null
        ? reading(binding, "strongest defence pact without " + place.rival(), List.of(pact))
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
