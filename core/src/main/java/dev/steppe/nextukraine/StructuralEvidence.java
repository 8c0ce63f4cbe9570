package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.internal.Text;
import dev.steppe.nextukraine.OpenSources.Vote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the structural model, the model with disputes and the model of levers need to know of the 14
 * states: figures of the resources {@code states/<date>.csv} and {@link Codings}.
 */
final class StructuralEvidence {

  /** States with a shore of a sea that Russia has one of, too: Baltic, Black or Caspian Sea. */
  private static final ImmutableSet<String> NEAR_SEA =
      ImmutableSet.of("AZE", "EST", "GEO", "KAZ", "LTU", "LVA", "TKM", "UKR");

  private static final ImmutableList<String> CODED =
      ImmutableList.of(
          "contested_territory",
          "nato_course",
          "eu_course",
          "rival_forces_without_consent",
          "rival_forces_with_consent",
          "outside_pact",
          "pact_with_rival",
          "rival_language_status");

  private static final ImmutableList<String> DISPUTES =
      ImmutableList.of(DisputeModel.INTENSITY, DisputeModel.COUNT);

  /** What absence from a vote may count, where abstention is a half. */
  static final double ABSENT_LEAST = 0.25;

  static final double ABSENT_MOST = 0.75;

  private static final Source GEOGRAPHY =
      Source.of("public record", "shores of the Baltic, the Black and the Caspian Sea");

  private StructuralEvidence() {}

  /** All states at a date, by code. */
  static ImmutableList<CountryProfile> at(LocalDate date) {
    OpenSources open = OpenSources.read("states/" + date + ".csv");
    ImmutableList.Builder<CountryProfile> profiles = ImmutableList.builder();
    for (Country country : open.countries()) {
      profiles.add(profile(open, Codings.ofStates(), country, date));
    }
    return profiles.build();
  }

  private static CountryProfile profile(
      OpenSources open, Codings codings, Country country, LocalDate date) {
    CountryProfile.Builder profile =
        CountryProfile.builder(country)
            .asOf(date)
            .evidence(StateEvidence.groups(open, country))
            .evidence(open.trade(country).build())
            .reading(StructuralModel.CAPABILITY, open.figure(country, "gdp_ppp_relative_to_russia"))
            .reading(
                "land_border_with_rival", open.figure(country, "shares_land_border_with_russia"))
            .reading(
                "near_sea",
                new Reading(
                    Estimate.exact(NEAR_SEA.contains(country.code()) ? 1 : 0),
                    "boolean",
                    GEOGRAPHY))
            .reading(
                "gas_import_dependence", open.figure(country, "natural_gas_net_import_dependence"))
            .reading("gas_from_rival", open.figure(country, "gas_imports_from_or_via_russia"));
    for (String code : CODED) {
      for (Reading reading : codings.readings(country, date, code)) {
        profile.reading(code, reading);
      }
    }
    for (Reading unrest : codings.unrest(country, date)) {
      profile.reading(StructuralModel.UNREST, unrest);
    }
    for (Reading agreement : open.figures(country, "unga_agreement_with_russia")) {
      profile.reading("un_agreement_with_rival", agreement);
    }
    List<Vote> votes = StateEvidence.votes(date);
    if (!votes.isEmpty()) {
      profile.reading("votes_on_rival", votes(open, country, votes));
    }
    return profile.build();
  }

  /** The same profile with the disputes of the ten years before. */
  static CountryProfile withDisputes(CountryProfile state) {
    Country country = state.country();
    LocalDate date = state.asOf().orElseThrow();
    Codings disputes = Codings.ofDisputes();
    CountryProfile.Builder profile = state.toBuilder();
    for (String code : DISPUTES) {
      for (Reading reading : disputes.readings(country, date, code)) {
        profile.reading(code, reading);
      }
    }
    for (Reading fading :
        disputes.fadingDisputes(country, date, DisputeModel.LEFT_AFTER_TEN_YEARS)) {
      profile.reading(DisputeModel.FADING, fading);
    }
    return profile.build();
  }

  /** The mean of the votes; a state that was absent avoided a stand. */
  private static Reading votes(OpenSources open, Country country, List<Vote> votes) {
    double least = 0;
    double greatest = 0;
    List<String> names = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    Set<String> documents = new LinkedHashSet<>();
    Quality quality = Quality.EXACT;
    for (Vote vote : votes) {
      String name = vote.resolution() + " of " + vote.year();
      names.add(name);
      ImmutableList<Reading> cast = open.figures(country, vote.code());
      if (cast.isEmpty()) {
        absent.add(name);
        quality = Quality.JUDGEMENT;
        least += ABSENT_LEAST;
        greatest += ABSENT_MOST;
      } else {
        Source source = cast.get(0).source();
        documents.add(source.document());
        if (source.quality() != Quality.EXACT && quality == Quality.EXACT) {
          quality = source.quality();
        }
        least += cast.get(0).estimate().central();
        greatest += cast.get(0).estimate().central();
      }
    }
    Source where =
        Source.of(
                documents.isEmpty() ? "UN General Assembly" : String.join("; ", documents),
                Text.list(names))
            .withQuality(quality)
            .observed(votes.get(votes.size() - 1).year());
    return new Reading(
        Estimate.between(least / votes.size(), greatest / votes.size()),
        "index from 0 to 1",
        absent.isEmpty()
            ? where
            : where.withNote("absent at " + Text.list(absent) + ": read as 0.25 to 0.75"));
  }
}
