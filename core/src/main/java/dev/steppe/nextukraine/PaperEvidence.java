package dev.steppe.nextukraine;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.TradePartners;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private static final String RESOURCE = "kazakhstan-ukraine-2022.csv";

  private final PaperFacts facts;
  private final Dataset open;

  PaperEvidence(PaperFacts facts) {
    this.facts = facts;
    this.open = read();
  }

  private static Dataset read() {
    try (InputStream stream = PaperEvidence.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("Resource " + RESOURCE + " is not on the class path");
      }
      Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
      return CsvFormat.standard()
          .withWord("yes", 1)
          .withWord("abstain", 0.5)
          .withWord("no", 0)
          .readLong(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading resource " + RESOURCE, e);
    }
  }

  CountryProfile kazakhstan() {
    Country kazakhstan = Country.of("KAZ", "Kazakhstan");
    Reading north = share(kazakhstan, "russian_share_in_north_kazakhstan");
    EthnicDistribution groups =
        EthnicDistribution.builder("Russian")
            .group("Kazakh", percent("P015"), source("P015"))
            .group("Russian", percent("P016"), source("P016"))
            .group("Russian", percent("P058"), source("P058"))
            .region("North Kazakhstan", north.source(), russians(north))
            .build();
    return profile(kazakhstan, groups)
        .evidence(
            trade(kazakhstan)
                .transit(
                    share(kazakhstan, "oil_exports_via_russia").estimate(),
                    share(kazakhstan, "oil_exports_via_russia").source())
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
    Reading crimea = share(ukraine, "russian_share_in_crimea");
    Reading luhansk = share(ukraine, "russian_share_in_luhansk");
    EthnicDistribution groups =
        EthnicDistribution.builder("Russian")
            .group("Ukrainian", percent("P065"), source("P065"))
            .group("Russian", percent("P064"), source("P064"))
            .region("Crimea", crimea.source(), russians(crimea))
            .region("Luhansk", luhansk.source(), russians(luhansk))
            .build();
    return profile(ukraine, groups)
        .evidence(trade(ukraine).build())
        .reading("kin_share_since_1989", since1989(ukraine, "P064"))
        .reading("domestic_unrest", row(ukraine, "major_unrest_prior_12m"))
        .build();
  }

  private static Consumer<EthnicDistribution.RegionBuilder> russians(Reading share) {
    return region -> region.group("Russian", share.estimate());
  }

  private CountryProfile.Builder profile(Country country, Evidence groups) {
    return CountryProfile.builder(country)
        .asOf(AS_OF)
        .evidence(groups)
        .evidence(Treaties.of(country.code(), AS_OF))
        .reading("power_ratio", row(country, "gdp_ppp_relative_to_russia"))
        .reading("rival_border_share", row(country, "land_border_with_russia_share"))
        .reading("open_opposition", crimeaVotes(country));
  }

  private TradePartners.Builder trade(Country country) {
    TradePartners.Builder trade = TradePartners.builder("RUS");
    for (String partner : List.of("RUS", "CHN")) {
      String name = partner.equals("RUS") ? "russia" : "china";
      Reading exports = share(country, name + "_share_of_exports");
      Reading imports = share(country, name + "_share_of_imports");
      trade.exports(partner, exports.estimate(), exports.source());
      trade.imports(partner, imports.estimate(), imports.source());
    }
    return trade;
  }

  /** The paper's share of Russians divided by that of 1989, which the paper does not give. */
  private Reading since1989(Country country, String fact) {
    Reading then = share(country, "ethnic_russian_share_soviet_era");
    Source now = source(fact);
    return new Reading(
        Estimate.exact(percent(fact) / then.estimate().central()),
        "fraction",
        Source.of(
                now.document() + "; " + then.source().document(),
                now.place() + ", divided by the share of 1989")
            .withQuality(Quality.ESTIMATE)
            .withNote(then.source().note()));
  }

  /** The mean of the two votes on Crimea before the date. */
  private Reading crimeaVotes(Country country) {
    Reading first = row(country, "unga_68_262_vote");
    Reading second = row(country, "unga_73_263_vote");
    double mean = (first.estimate().central() + second.estimate().central()) / 2;
    return new Reading(
        Estimate.exact(mean),
        "mean of two votes",
        Source.of(first.source().document(), "A/RES/68/262 of 2014 and A/RES/73/263 of 2018")
            .observed(2018));
  }

  private Reading row(Country country, String code) {
    return open.profile(country.code()).readings(code).get(0);
  }

  /** A row given in percent, as a fraction. */
  private Reading share(Country country, String code) {
    Reading percent = row(country, code);
    return percent
        .withEstimate(Estimate.exact(percent.estimate().central() / 100))
        .withUnit("fraction");
  }

  private double percent(String fact) {
    return facts.fact(fact).number().orElseThrow() / 100;
  }

  private Source source(String fact) {
    return facts.fact(fact).source();
  }
}
