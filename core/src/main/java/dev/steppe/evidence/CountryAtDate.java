package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A country at a date, or at none that is stated: whom a profile, a score or an outcome is of.
 *
 * <p>Ordered by country, then by date; without a date first. How it reads depends on where:
 *
 * <pre>{@code
 * CountryAtDate then = CountryAtDate.of(Country.of("UKR", "Ukraine"), LocalDate.of(2013, 11, 21));
 * then.toString();   // Ukraine (UKR) as of 2013-11-21, in a sentence
 * then.entry();      // Ukraine (UKR) 2013-11-21, in a table
 * then.name();       // Ukraine 2013-11-21, where codes are not needed
 * then.label();      // UKR 2013-11-21, where names are not needed
 * then.key();        // UKR@2013-11-21, for programs
 * }</pre>
 *
 * @param country the country
 * @param date the date, null if none is stated
 * @since 0.1
 */
public record CountryAtDate(Country country, @Nullable LocalDate date)
    implements Comparable<CountryAtDate>, Serializable {

  /** Checks that there is a country. */
  public CountryAtDate {
    requireNonNull(country, "country");
  }

  /** A country at a date. */
  public static CountryAtDate of(Country country, LocalDate date) {
    return new CountryAtDate(country, requireNonNull(date, "date"));
  }

  /** A country at no stated date. */
  public static CountryAtDate undated(Country country) {
    return new CountryAtDate(country, null);
  }

  /** What identifies it, whatever its name: such as {@code UKR@2013-11-21}, or {@code UKR}. */
  public String key() {
    return dated(country.code(), "@");
  }

  /** The code and the date, such as {@code UKR 2013-11-21}, or {@code UKR}. */
  public String label() {
    return dated(country.code(), " ");
  }

  /** The name and the date, such as {@code Ukraine 2013-11-21}, or {@code Ukraine}. */
  public String name() {
    return dated(country.name(), " ");
  }

  /** Name, code and date, such as {@code Ukraine (UKR) 2013-11-21}, or {@code Ukraine (UKR)}. */
  public String entry() {
    return dated(country.toString(), " ");
  }

  /**
   * The code alone if that says which one of them it is, else with the date, or that it has none.
   *
   * @param all among which it is one
   */
  public String labelAmong(Collection<CountryAtDate> all) {
    return label(!isAloneAmong(all));
  }

  /**
   * The code alone, or with the date, or that it has none: for who knows already whether the
   * country comes more than once, where looking at all of them for each would take long.
   *
   * @param isRepeated whether there are others of the same country
   */
  public String label(boolean isRepeated) {
    return !isRepeated ? country.code() : date == null ? country.code() + " undated" : label();
  }

  /**
   * Whether no other of them is of the same country.
   *
   * @param all among which it is one
   */
  public boolean isAloneAmong(Collection<CountryAtDate> all) {
    return all.stream().filter(other -> other.country.equals(country)).limit(2).count() == 1;
  }

  private String dated(String text, String between) {
    return date == null ? text : text + between + date;
  }

  @Override
  public int compareTo(CountryAtDate other) {
    int byCountry = country.compareTo(other.country);
    if (byCountry != 0) {
      return byCountry;
    }
    if (date == null || other.date == null) {
      return Boolean.compare(date != null, other.date != null);
    }
    return date.compareTo(other.date);
  }

  /** In a sentence, such as {@code Ukraine (UKR) as of 2013-11-21}, or {@code Ukraine (UKR)}. */
  @Override
  public String toString() {
    return dated(country.toString(), " as of ");
  }

  // The compiler leaves a record's to be made at the first call, which takes longer than a score.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof CountryAtDate other
        && country.equals(other.country)
        && Objects.equals(date, other.date);
  }

  @Override
  public int hashCode() {
    return 31 * country.hashCode() + Objects.hashCode(date);
  }
}
