package dev.steppe.nextukraine;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.nextukraine.OpenSources.Vote;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is known of Kazakhstan and Ukraine on the eve of the full-scale invasion: the paper's
 * figures where it gives them, else open sources in a resource beside this class, row by row with
 * their source.
 */
final class PaperEvidence {

  static final LocalDate AS_OF = LocalDate.of(2022, 2, 23);

  static final Vote CRIMEA_2014 = new Vote("unga_68_262_vote", "A/RES/68/262", 2014);
  static final Vote CRIMEA_2018 = new Vote("unga_73_263_vote", "A/RES/73/263", 2018);

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
    EthnicDistribution groups =
        EthnicDistribution.builder("Russian")
            .group("Kazakh", percent("P015"), source("P015"))
            .group("Russian", percent("P016"), source("P016"))
            .group("Russian", percent("P058"), source("P058"))
            .region("North Kazakhstan", north.source(), russians(north))
            .build();
    return profile(kazakhstan, groups)
        .evidence(
            open.trade(kazakhstan)
                .transit(
                    open.share(kazakhstan, "oil_exports_via_russia").estimate(),
                    open.share(kazakhstan, "oil_exports_via_russia").source())
                .build())
        .reading("kin_share_since_1989", since1989(kazakhstan, "P016"))
        .reading("kin_share_since_1989", since1989(kazakhstan, "P058"))
        // Section 2 calls the country stable, section 5 describes unrest that needed foreign
        // troops. Both are kept, and the reading spans them.
        .reading("domestic_unrest", new Reading(Estimate.exact(0), "boolean", source("P021")))
        .reading("domestic_unrest", new Reading(Estimate.exact(1), "boolean", source("P106")))
        .build();
  }

  CountryProfile ukraine() {
    Country ukraine = Country.of("UKR", "Ukraine");
    Reading crimea = open.share(ukraine, "russian_share_in_crimea");
    Reading luhansk = open.share(ukraine, "russian_share_in_luhansk");
    EthnicDistribution groups =
        EthnicDistribution.builder("Russian")
            .group("Ukrainian", percent("P065"), source("P065"))
            .group("Russian", percent("P064"), source("P064"))
            .region("Crimea", crimea.source(), russians(crimea))
            .region("Luhansk", luhansk.source(), russians(luhansk))
            .build();
    return profile(ukraine, groups)
        .evidence(open.trade(ukraine).build())
        .reading("kin_share_since_1989", since1989(ukraine, "P064"))
        .reading("domestic_unrest", open.figure(ukraine, "major_unrest_prior_12m"))
        .build();
  }

  private static Consumer<EthnicDistribution.RegionBuilder> russians(Reading share) {
    return region -> region.group("Russian", share.estimate());
  }

  private CountryProfile.Builder profile(Country country, Evidence groups) {
    return CountryProfile.builder(country)
        .asOf(AS_OF)
        .evidence(groups)
        .evidence(Treaties.pair(country.code(), AS_OF))
        .reading("power_ratio", open.figure(country, "gdp_ppp_relative_to_russia"))
        .reading("rival_border_share", open.figure(country, "land_border_with_russia_share"))
        .reading(
            "open_opposition",
            open.votes(country, List.of(CRIMEA_2014, CRIMEA_2018)).orElseThrow());
  }

  /** The paper's share of Russians divided by that of 1989, which the paper does not give. */
  private Reading since1989(Country country, String fact) {
    return open.since1989(country, Estimate.exact(percent(fact)), source(fact));
  }

  private double percent(String fact) {
    return facts.fact(fact).number().orElseThrow() / 100;
  }

  private Source source(String fact) {
    return facts.fact(fact).source();
  }
}
