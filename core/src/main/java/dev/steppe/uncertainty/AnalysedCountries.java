package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.NameIndex;
import dev.steppe.score.Scorecard;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The countries of an analysis: their scorecards with the model's weights and central readings, in
 * the order in which they were given.
 */
final class AnalysedCountries {

  private final ImmutableList<Scorecard> list;
  private final NameIndex codes;
  private final Map<String, Integer> dated = new HashMap<>();

  AnalysedCountries(ImmutableList<Scorecard> list) {
    this.list = list;
    this.codes =
        new NameIndex(
            list.stream().map(card -> card.country().code()).toList(),
            list.stream().map(card -> card.country().name()).toList());
    for (int c = 0; c < list.size(); c++) {
      dated.put(list.get(c).countryAtDate().key(), c);
    }
  }

  ImmutableList<Scorecard> list() {
    return list;
  }

  int size() {
    return list.size();
  }

  Country country(int number) {
    return list.get(number).country();
  }

  ImmutableList<Country> countries() {
    ImmutableList.Builder<Country> countries = ImmutableList.builder();
    for (Scorecard card : list) {
      countries.add(card.country());
    }
    return countries.build();
  }

  /** The code, and the date where a country comes more than once. */
  String label(int number) {
    return list.get(number)
        .countryAtDate()
        .label(codes.isRepeated(list.get(number).country().code()));
  }

  int index(String code) {
    return codes.only(
        "Country",
        code,
        "was not analysed",
        "was analysed at several dates. Name it by its profile.");
  }

  int index(CountryProfile profile) {
    @Nullable Integer place = dated.get(profile.countryAtDate().key());
    if (place == null || !list.get(place).profile().equals(profile)) {
      throw new IllegalArgumentException("This profile was not analysed: " + profile);
    }
    return place;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof AnalysedCountries other && list.equals(other.list);
  }

  @Override
  public int hashCode() {
    return list.hashCode();
  }
}
