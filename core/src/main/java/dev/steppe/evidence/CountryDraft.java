package dev.steppe.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been read of one country. */
final class CountryDraft {

  private final String code;
  private final CountryCells countries;
  private final Map<String, Long> dates = new LinkedHashMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<ClaimOfNone> claimsOfNone = new ArrayList<>();
  private @Nullable String name;
  private long nameLine;

  CountryDraft(String code, CountryCells countries) {
    this.code = code;
    this.countries = countries;
  }

  String code() {
    return code;
  }

  /** The country, by the name that it has in the table, or else in the list of countries. */
  Country country() {
    return new Country(code, name == null ? countries.name(code) : name);
  }

  @Nullable String name() {
    return name;
  }

  long nameLine() {
    return nameLine;
  }

  void name(String called, long line) {
    name = called;
    nameLine = line;
  }

  /** Takes note of a date of the country, which may be empty, and the line that says it. */
  void date(String date, long line) {
    dates.putIfAbsent(date, line);
  }

  /**
   * The dates as they are written, with the first line of each; the empty one where there is none.
   */
  Map<String, Long> dates() {
    return dates;
  }

  List<Claim> claims() {
    return claims;
  }

  /** What is said not to apply. */
  List<ClaimOfNone> claimsOfNone() {
    return claimsOfNone;
  }
}
