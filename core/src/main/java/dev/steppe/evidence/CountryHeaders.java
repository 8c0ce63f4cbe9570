package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;

/** Headers that columns with countries often have. */
final class CountryHeaders {

  /** In small letters: codes first, then numbers and names. */
  private static final ImmutableList<String> OFTEN =
      ImmutableList.of(
          "iso3",
          "iso3c",
          "iso_a3",
          "alpha-3",
          "iso-alpha3 code",
          "iso alpha3",
          "iso3166-1-alpha-3",
          "country code",
          "country_code",
          "countrycode",
          "reporter iso",
          "country of origin iso",
          "country of origin (iso)",
          "ccodealp",
          "country_text_id",
          "stateabb",
          "scode",
          "ref_area",
          "location",
          "geo",
          "iso_code",
          "iso",
          "code",
          "gwid",
          "gwno",
          "ccode",
          "country_id",
          "country",
          "country name",
          "countryname",
          "country_name",
          "country or area",
          "entity",
          "cname",
          "statename");

  private CountryHeaders() {}

  /** The header that is most likely the country's; empty if none seems to be. */
  static String first(List<String> header) {
    for (String often : OFTEN) {
      for (String each : header) {
        if (often.equals(each.toLowerCase(Locale.ROOT))) {
          return each;
        }
      }
    }
    return "";
  }
}
