package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Lookup;
import dev.steppe.score.Scorecard;

/**
 * The countries of an analysis: their scorecards with the model's weights and central readings, in
 * the order in which they were given.
 */
record AnalysedCountries(ImmutableList<Scorecard> list) {

  int size() {
    return list.size();
  }

  Country country(int number) {
    return list.get(number).country();
  }

  ImmutableList<Country> countries() {
    return list.stream().map(Scorecard::country).collect(ImmutableList.toImmutableList());
  }

  /** The code, and the date where a country comes more than once. */
  String label(int number) {
    return list.get(number)
        .countryAtDate()
        .labelAmong(Lists.transform(list, Scorecard::countryAtDate));
  }

  int index(String code) {
    return Lookup.only(
        "Country",
        code,
        Lists.transform(list, card -> card.country().code()),
        "was not analysed",
        "was analysed at several dates. Name it by its profile.");
  }

  int index(CountryProfile profile) {
    for (int c = 0; c < list.size(); c++) {
      if (list.get(c).profile().equals(profile)) {
        return c;
      }
    }
    throw new IllegalArgumentException("This profile was not analysed: " + profile);
  }
}
