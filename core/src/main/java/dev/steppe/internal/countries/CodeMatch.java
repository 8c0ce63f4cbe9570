package dev.steppe.internal.countries;

import com.google.common.collect.ImmutableSet;

/**
 * What a list says of a text.
 *
 * @param codes the countries that it may mean; one if it is known, several if it does not say which
 * @param about if it is no country, what it is instead; empty if it is unknown
 */
public record CodeMatch(ImmutableSet<String> codes, String about) {

  private static final CodeMatch UNKNOWN = new CodeMatch(ImmutableSet.of(), "");

  static CodeMatch of(String code) {
    return new CodeMatch(ImmutableSet.of(code), "");
  }

  /** A text that the list does not have. */
  public static CodeMatch unknown() {
    return UNKNOWN;
  }

  static CodeMatch noCountry(String about) {
    return new CodeMatch(ImmutableSet.of(), about);
  }
}
