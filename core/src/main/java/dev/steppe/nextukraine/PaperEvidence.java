package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.TradePartners;
import dev.steppe.nextukraine.OpenSources.Vote;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * What is known of Kazakhstan and Ukraine on the eve of the full-scale invasion: the paper's
 * figures where it gives them, else open sources in a resource beside this class, row by row with
 * their source.
 */
final class PaperEvidence {

  static final LocalDate AS_OF = LocalDate.of(2022, 2, 23);

  /** On Ukraine and Crimea, all that were put to a vote from 2014 to 2019. */
  static final ImmutableList<Vote> ON_UKRAINE =
      ImmutableList.of(
          new Vote("unga_68_262_vote", "A/RES/68/262", 2014),
          new Vote("unga_71_205_vote", "A/RES/71/205", 2016),
          new Vote("unga_72_190_vote", "A/RES/72/190", 2017),
          new Vote("unga_73_194_vote", "A/RES/73/194", 2018),
          new Vote("unga_73_263_vote", "A/RES/73/263", 2018),
          new Vote("unga_74_17_vote", "A/RES/74/17", 2019),
          new Vote("unga_74_168_vote", "A/RES/74/168", 2019));

  private static final String RESOURCE = "kazakhstan-ukraine-2022.csv";

  private final PaperFacts facts;
  private final OpenSources open;

  PaperEvidence(PaperFacts facts) {
    this.facts = facts;
    this.open = OpenSources.read(RESOURCE);
  }

  CountryProfile kazakhstan() {
    Country kazakhstan = Country.of("KAZ", "Kazakhstan");
    Reading north = open.share(kazakhstan, "russian_share_in_north_kazakhstan");
    EthnicDistribution.Builder groups =
        EthnicDistribution.builder("Russian")
            .group("Kazakh", percent("P015"), source("P015"))
            .region("North Kazakhstan", north.source(), russians(north));
    Reading eu = open.share(kazakhstan, "eu_share_of_exports");
    return profile(
        kazakhstan,
        groups,
        open.trade(kazakhstan).exports("EU", eu.estimate(), eu.source()),
        "P016",
        "P058");
  }

  CountryProfile ukraine() {
    Country ukraine = Country.of("UKR", "Ukraine");
    Reading crimea = open.share(ukraine, "russian_share_in_crimea");
    Reading luhansk = open.share(ukraine, "russian_share_in_luhansk");
    EthnicDistribution.Builder groups =
        EthnicDistribution.builder("Russian")
            .group("Ukrainian", percent("P065"), source("P065"))
            .region("Crimea", crimea.source(), russians(crimea))
            .region("Luhansk", luhansk.source(), russians(luhansk));
    return profile(ukraine, groups, open.trade(ukraine), "P064");
  }

  /** How much of Kazakhstan's economy goes abroad, as a fraction. */
  double exportsOfKazakhstan() {
    return open.share(Country.of("KAZ", "Kazakhstan"), "exports_share_of_gdp").estimate().central();
  }

  private static Consumer<EthnicDistribution.RegionBuilder> russians(Reading share) {
    return region -> region.group("Russian", share.estimate());
  }

  /**
   * A profile.
   *
   * @param kin the facts with the paper's shares of Russians, which stand beside those of a census
   *     or a survey
   */
  private CountryProfile profile(
      Country country,
      EthnicDistribution.Builder groups,
      TradePartners.Builder trade,
      String... kin) {
    CountryProfile.Builder profile = CountryProfile.builder(country).asOf(AS_OF);
    for (String fact : kin) {
      groups.group("Russian", percent(fact), source(fact));
      profile.reading(
          "kin_share_since_1989",
          open.since1989(country, Estimate.exact(percent(fact)), source(fact)));
    }
    for (Reading share : open.shares(country, "ethnic_russian_share")) {
      groups.group("Russian", share.estimate(), share.source());
      profile.reading(
          "kin_share_since_1989", open.since1989(country, share.estimate(), share.source()));
    }
    for (Reading share : open.shares(country, "oil_across_russia")) {
      trade.transit(share.estimate(), share.source());
    }
    for (Reading unrest : Codings.ofStates().unrest(country, AS_OF)) {
      profile.reading("domestic_unrest", unrest);
    }
    return profile
        .evidence(groups.build())
        .evidence(Treaties.pair(country.code(), AS_OF))
        .evidence(trade.build())
        .reading("power_ratio", open.figure(country, "gdp_ppp_relative_to_russia"))
        .reading("rival_border_share", open.figure(country, "land_border_with_russia_share"))
        .reading("open_opposition", open.votes(country, ON_UKRAINE).orElseThrow())
        .build();
  }

  private double percent(String fact) {
    return facts.fact(fact).number().orElseThrow() / 100;
  }

  private Source source(String fact) {
    return facts.fact(fact).source();
  }
}
