package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.TradePartners;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Figures of open sources as they were published, from a resource of one date, row by row with
 * their source; and what the models need of them.
 */
final class OpenSources {

  /** A vote of the UN General Assembly on what Russia did to a neighbour. */
  record Vote(String code, String resolution, int year) {}

  private final Dataset rows;

  private OpenSources(Dataset rows) {
    this.rows = rows;
  }

  /**
   * Reads a resource. A vote against Moscow's position is 1, an abstention 0.5, a vote with Moscow
   * 0. A state that was absent took no position, so there is no reading.
   *
   * @see <a href="https://doi.org/10.1177/0022002715595700">Bailey, Strezhnev and Voeten (2017),
   *     Estimating Dynamic State Preferences from United Nations Voting Data, Journal of Conflict
   *     Resolution 61(2):430</a>
   */
  static OpenSources read(String resource) {
    try (Reader reader = Resource.open(resource)) {
      return new OpenSources(
          CsvFormat.standard()
              .withWord("yes", 1)
              .withWord("abstain", 0.5)
              .withWord("no", 0)
              .withMissing("absent")
              .readLong(reader));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read resource " + resource, e);
    }
  }

  /** The countries with figures. */
  ImmutableList<Country> countries() {
    return rows.countries();
  }

  /** The figures of one kind, one a source; empty if there is none. */
  ImmutableList<Reading> figures(Country country, String code) {
    return rows.profile(country.code()).readings(code);
  }

  /** The only figure of a kind. */
  Reading figure(Country country, String code) {
    ImmutableList<Reading> figures = figures(country, code);
    if (figures.size() != 1) {
      throw new IllegalStateException(
          "One figure of '" + code + "' is needed for " + country + ", but there are " + figures);
    }
    return figures.get(0);
  }

  /** Figures given in percent, as fractions. */
  ImmutableList<Reading> shares(Country country, String code) {
    ImmutableList.Builder<Reading> shares = ImmutableList.builder();
    for (Reading percent : figures(country, code)) {
      shares.add(percent.withEstimate(divided(percent.estimate(), 100)).withUnit("fraction"));
    }
    return shares.build();
  }

  /** The only figure of a kind, given in percent, as a fraction. */
  Reading share(Country country, String code) {
    figure(country, code);
    return shares(country, code).get(0);
  }

  /** The shares of Russia and China, as far as there are figures. */
  TradePartners.Builder trade(Country country) {
    TradePartners.Builder trade = TradePartners.builder("RUS");
    for (String partner : List.of("RUS", "CHN")) {
      String name = partner.equals("RUS") ? "russia" : "china";
      for (Reading share : shares(country, name + "_share_of_exports")) {
        trade.exports(partner, share.estimate(), share.source());
      }
      for (Reading share : shares(country, name + "_share_of_imports")) {
        trade.imports(partner, share.estimate(), share.source());
      }
    }
    return trade;
  }

  /** A share of Russians divided by that of 1989. */
  Reading since1989(Country country, Estimate share, Source source) {
    Reading then = share(country, "ethnic_russian_share_soviet_era");
    Source ratio =
        Source.of(
                source.document() + "; " + then.source().document(),
                source.place() + ", divided by the share of 1989")
            .withQuality(Quality.ESTIMATE)
            .withNote(then.source().note());
    return new Reading(
        divided(share, then.estimate().central()),
        "fraction",
        source.observedYear().isPresent()
            ? ratio.observed(source.observedYear().getAsInt())
            : ratio);
  }

  /** The mean of the votes that the country cast; empty if it cast none. */
  Optional<Reading> votes(Country country, List<Vote> votes) {
    List<String> cast = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    Set<String> documents = new LinkedHashSet<>();
    double least = 0;
    double most = 0;
    Source source = Source.unstated();
    for (Vote vote : votes) {
      String name = vote.resolution() + " of " + vote.year();
      for (Reading reading : figures(country, vote.code())) {
        least += reading.estimate().lower();
        most += reading.estimate().upper();
        source = reading.source().observed(vote.year());
        documents.add(source.document());
        cast.add(name);
      }
      if (figures(country, vote.code()).isEmpty()) {
        absent.add(name);
      }
    }
    if (cast.isEmpty()) {
      return Optional.empty();
    }
    Source place =
        Source.of(String.join("; ", documents), String.join(" and ", cast))
            .withQuality(least == most ? source.quality() : Quality.ESTIMATE);
    if (source.observedYear().isPresent()) {
      place = place.observed(source.observedYear().getAsInt());
    }
    if (!absent.isEmpty()) {
      place = place.withNote("absent at " + String.join(" and ", absent));
    }
    Estimate mean =
        least == most
            ? Estimate.exact(least / cast.size())
            : Estimate.between(least / cast.size(), most / cast.size());
    return Optional.of(new Reading(mean, "index from 0 to 1", place));
  }

  private static Estimate divided(Estimate estimate, double divisor) {
    return estimate.lower() == estimate.upper()
        ? Estimate.exact(estimate.central() / divisor)
        : Estimate.between(estimate.lower() / divisor, estimate.upper() / divisor);
  }
}
