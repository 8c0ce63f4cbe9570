package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.List;

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
    Country country = country(number);
    boolean alone =
        list.stream().filter(card -> card.country().equals(country)).limit(2).count() == 1;
    String date = list.get(number).profile().asOf().map(day -> " " + day).orElse(" undated");
    return alone ? country.code() : country.code() + date;
  }

  int index(String code) {
    List<String> known = new ArrayList<>();
    int found = -1;
    for (int c = 0; c < list.size(); c++) {
      String other = country(c).code();
      known.add(other);
      if (other.equals(code)) {
        if (found >= 0) {
          throw new IllegalArgumentException(
              "Country '" + code + "' was analysed at several dates. Name it by its profile.");
        }
        found = c;
      }
    }
    if (found < 0) {
      throw new IllegalArgumentException(
          "Country '" + code + "' was not analysed. " + Checks.known(code, known));
    }
    return found;
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
