package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Reading;
import dev.steppe.nextukraine.OpenSources.Vote;
import java.time.LocalDate;

/**
 * What is known of the 14 successor states at four dates, from the resources {@code
 * states/<date>.csv} and the {@linkplain Treaties treaties}. What is not known stays out.
 */
final class StateEvidence {

  /**
   * The dates, each with the votes since the one before: on the displaced persons of Georgia those
   * up to 2013 in the data set of all roll calls, on Ukraine and Crimea all seven in it, then three
   * of the emergency session.
   */
  private static final ImmutableMap<LocalDate, ImmutableList<Vote>> VOTES =
      ImmutableMap.of(
          LocalDate.of(2007, 12, 31), ImmutableList.of(),
          LocalDate.of(2013, 12, 31),
              ImmutableList.of(
                  new Vote("unga_62_249_vote", "A/RES/62/249", 2008),
                  new Vote("unga_64_296_vote", "A/RES/64/296", 2010),
                  new Vote("unga_65_287_vote", "A/RES/65/287", 2011)),
          LocalDate.of(2022, 2, 23), PaperEvidence.ON_UKRAINE,
          LocalDate.of(2026, 1, 22),
              ImmutableList.of(
                  new Vote("unga_es11_1_vote", "A/RES/ES-11/1", 2022),
                  new Vote("unga_es11_3_vote", "A/RES/ES-11/3", 2022),
                  new Vote("unga_es11_4_vote", "A/RES/ES-11/4", 2022)));

  private StateEvidence() {}

  static ImmutableList<LocalDate> dates() {
    return VOTES.keySet().asList();
  }

  /** The votes since the date before. */
  static ImmutableList<Vote> votes(LocalDate date) {
    return VOTES.getOrDefault(date, ImmutableList.of());
  }

  /** All states at a date, by the code of their country. */
  static ImmutableList<CountryProfile> at(LocalDate date) {
    OpenSources open = OpenSources.read("states/" + date + ".csv");
    ImmutableList.Builder<CountryProfile> profiles = ImmutableList.builder();
    for (Country country : open.countries()) {
      profiles.add(profile(open, country, date));
    }
    return profiles.build();
  }

  private static CountryProfile profile(OpenSources open, Country country, LocalDate date) {
    CountryProfile.Builder profile =
        CountryProfile.builder(country)
            .asOf(date)
            .evidence(groups(open, country))
            .evidence(Treaties.region(country.code(), date))
            .evidence(open.trade(country).build())
            .reading("power_ratio", open.figure(country, "gdp_ppp_relative_to_russia"))
            .reading("rival_border_share", open.figure(country, "land_border_with_russia_share"))
            .reading("domestic_unrest", open.figure(country, "major_unrest_prior_12m"));
    for (Reading share : open.shares(country, "ethnic_russian_share")) {
      profile.reading(
          "kin_share_since_1989", open.since1989(country, share.estimate(), share.source()));
    }
    open.votes(country, votes(date)).ifPresent(votes -> profile.reading("open_opposition", votes));
    return profile.build();
  }

  static EthnicDistribution groups(OpenSources open, Country country) {
    EthnicDistribution.Builder groups = EthnicDistribution.builder("Russian");
    for (Reading share : open.shares(country, "titular_ethnic_share")) {
      groups.group("titular nation", share.estimate(), share.source());
    }
    for (Reading share : open.shares(country, "ethnic_russian_share")) {
      groups.group("Russian", share.estimate(), share.source());
    }
    return groups.build();
  }
}
