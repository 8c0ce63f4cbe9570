package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.TradePartners;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures of open sources as they were published, from a resource of one date, row by row with
 * their source; and what the models need of them.
 */
final class OpenSources {

  /** A vote of the UN General Assembly on what Russia did to a neighbour. */
  record Vote(String code, String resolution, int year) {}

  static final List<String> COLUMNS =
      List.of(
          "country",
          "name",
          "as_of",
          "indicator",
          "value",
          "unit",
          "year",
          "source",
          "place",
          "quality",
          "note");

  /** By code, then by kind. */
  private final Map<String, Map<String, List<Reading>>> figures = new HashMap<>();

  private final Map<String, Country> countries = new LinkedHashMap<>();

  private OpenSources() {}

  /**
   * Reads a resource. A vote against Moscow's position is 1, an abstention 0.5, a vote with Moscow
   * 0. A state that was absent took no position, so there is no reading.
   *
   * @see <a href="https://doi.org/10.1177/0022002715595700">Bailey, Strezhnev and Voeten (2017),
   *     Estimating Dynamic State Preferences from United Nations Voting Data, Journal of Conflict
   *     Resolution 61(2):430</a>
   */
  static OpenSources read(String resource) {
    OpenSources open = new OpenSources();
    for (CsvRecord row : Resource.records(resource, COLUMNS)) {
      open.add(row);
    }
    return open;
  }

  private void add(CsvRecord row) {
    Country country = Country.of(row.getField(0), row.getField(1));
    countries.put(country.code(), country);
    Map<String, List<Reading>> ofCountry = figures.get(country.code());
    if (ofCountry == null) {
      ofCountry = new HashMap<>();
      figures.put(country.code(), ofCountry);
    }
    Estimate estimate = estimate(row.getField(4));
    if (estimate != null) {
      String code = row.getField(3);
      List<Reading> known = ofCountry.get(code);
      if (known == null) {
        known = new ArrayList<>();
        ofCountry.put(code, known);
      }
      known.add(reading(row, estimate));
    }
  }

  private static @Nullable Estimate estimate(String text) {
    return switch (text) {
      case "yes" -> Estimate.exact(1);
      case "abstain" -> Estimate.exact(0.5);
      case "no" -> Estimate.exact(0);
      case "absent" -> null;
      default ->
          text.contains("..") ? Estimate.parse(text) : Estimate.exact(Double.parseDouble(text));
    };
  }

  /** The reading of a row with an estimate, its unit and its source. */
  static Reading reading(CsvRecord row, Estimate estimate) {
    return new Reading(estimate, row.getField(5), source(row));
  }

  private static Source source(CsvRecord row) {
    Source source =
        Source.of(row.getField(7), row.getField(8))
            .withQuality(Quality.valueOf(row.getField(9).toUpperCase(Locale.ROOT)))
            .withNote(row.getField(10));
    String year = row.getField(6);
    return year.isEmpty() ? source : source.observed(Integer.parseInt(year));
  }

  /** The countries with figures, in the order of the rows. */
  ImmutableList<Country> countries() {
    return ImmutableList.copyOf(countries.values());
  }

  /** The figures of one kind, one a source; empty if there is none. */
  ImmutableList<Reading> figures(Country country, String code) {
    Map<String, List<Reading>> ofCountry = figures.get(country.code());
    List<Reading> known = ofCountry == null ? null : ofCountry.get(code);
    return known == null ? ImmutableList.of() : ImmutableList.copyOf(known);
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
        Source.of(String.join("; ", documents), Text.list(cast))
            .withQuality(least == most ? source.quality() : Quality.ESTIMATE);
    if (source.observedYear().isPresent()) {
      place = place.observed(source.observedYear().getAsInt());
    }
    if (!absent.isEmpty()) {
      place = place.withNote("absent at " + Text.list(absent));
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
