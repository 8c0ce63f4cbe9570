package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A country: its ISO 3166-1 alpha-3 code and a name for people. Or a {@linkplain #place place} that
 * is no country, such as a region or a group of countries, with a code of its own.
 *
 * <p>Ordered by code, so that lists have one order everywhere.
 *
 * <pre>{@code
 * Country.of("KAZ", "Kazakhstan").code();   // "KAZ"
 * }</pre>
 *
 * @param code three capital letters, such as {@code KAZ}; codes that ISO leaves to users, such as
 *     {@code XAA} or {@code AAA}, are fine for imagined countries; of a place a letter, and then
 *     letters, digits, {@code _}, {@code .} or {@code -}
 * @param name the name for people, not blank
 * @since 0.1
 */
public record Country(String code, String name) implements Comparable<Country>, Serializable {

  /**
   * Checks the parts, as those of a {@linkplain #place place}.
   *
   * @throws IllegalArgumentException if the code cannot be that of a place, or the name is blank
   */
  public Country {
    Checks.code(Checks.notBlank(code, "country code"), "Code of a country or place");
    Checks.notBlank(name, "name of country " + code);
  }

  static boolean isThreeLetters(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < 'A' || code.charAt(i) > 'Z') {
        return false;
      }
    }
    return code.length() == 3;
  }

  /**
   * Obtains a country from its code and name.
   *
   * @throws IllegalArgumentException if the code is not three letters A to Z, or the name is blank
   */
  public static Country of(String code, String name) {
    Checks.notBlank(code, "country code");
    if (!isThreeLetters(code)) {
      throw new IllegalArgumentException(notThreeLetters(code));
    }
    return new Country(code, name);
  }

  static String notThreeLetters(String code) {
    return "Country code must be three letters A-Z (ISO 3166-1 alpha-3), but was '"
        + Text.brief(code)
        + "'";
  }

  /**
   * Obtains a place that is no country: a group of countries, or a part of one, such as a region by
   * its ISO 3166-2 code.
   *
   * <pre>{@code
   * Country.place("EU27", "European Union");
   * Country.place("UA-43", "Crimea");
   * }</pre>
   *
   * @throws IllegalArgumentException if the code is not a letter and then letters, digits, {@code
   *     _}, {@code .} or {@code -}, or the name is blank
   */
  public static Country place(String code, String name) {
    return new Country(code, name);
  }

  @Override
  public int compareTo(Country other) {
    int byCode = code.compareTo(other.code);
    return byCode != 0 ? byCode : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return Text.printable(name) + " (" + code + ")";
  }

  // The compiler leaves a record's to be made at the first call, which takes longer than a score.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Country other && code.equals(other.code) && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + name.hashCode();
  }
}
