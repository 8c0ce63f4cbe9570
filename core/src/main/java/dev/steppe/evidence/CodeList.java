package dev.steppe.evidence;

import dev.steppe.internal.countries.CodeMatch;
import dev.steppe.internal.countries.CountryNames;
import dev.steppe.internal.countries.IsoCodes;
import dev.steppe.internal.countries.StateList;

/**
 * A list by which a table names its countries. Upper and lower case count alike; numbers may have
 * zeros in front ({@code 051}) or {@code .0} behind.
 *
 * <pre>{@code
 * CountryCodes.of(CodeList.ISO2);   // Countries by two-letter codes of ISO 3166-1
 * }</pre>
 *
 * @since 0.1
 */
public enum CodeList {
  /**
   * ISO 3166-1 alpha-3, such as {@code DEU}; also {@code XKX} for Kosovo, and the codes that ISO
   * leaves to users: {@code AAA} to {@code AAZ}, {@code QMA} to {@code QZZ}, {@code XAA} to {@code
   * XZZ}, {@code ZZA} to {@code ZZZ}.
   */
  ISO3("three-letter codes of ISO 3166-1") {
    @Override
    CodeMatch find(String key, int year) {
      return IsoCodes.iso3(key);
    }
  },

  /** ISO 3166-1 alpha-2, such as {@code DE}; also {@code XK} for Kosovo. */
  ISO2("two-letter codes of ISO 3166-1") {
    @Override
    CodeMatch find(String key, int year) {
      return IsoCodes.iso2(key);
    }
  },

  /** Numbers of UN M49, which are those of ISO 3166-1, such as {@code 276}. */
  M49("numbers of UN M49") {
    @Override
    CodeMatch find(String key, int year) {
      return IsoCodes.m49(key);
    }
  },

  /**
   * Numbers of the Correlates of War project, such as {@code 255}, in the year of the line, or
   * today. A number that the list carries on is one country in all its years ({@code 365} is Russia
   * since 1816, the Soviet Union included), but {@code 345} is Serbia from 2006 on only, and before
   * that Yugoslavia, which is no country of today.
   */
  COW_NUMBERS("numbers of the Correlates of War") {
    @Override
    CodeMatch find(String key, int year) {
      return StateList.correlatesOfWar().number(key, year);
    }
  },

  /** Letters of the Correlates of War project, such as {@code GMY}, in the year of the line. */
  COW_LETTERS("letters of the Correlates of War") {
    @Override
    CodeMatch find(String key, int year) {
      return StateList.correlatesOfWar().letters(key, year);
    }
  },

  /** Numbers of Gleditsch and Ward, such as {@code 260}, in the year of the line, or today. */
  GW_NUMBERS("numbers of Gleditsch and Ward") {
    @Override
    CodeMatch find(String key, int year) {
      return StateList.gleditschWard().number(key, year);
    }
  },

  /** Letters of Gleditsch and Ward, such as {@code GFR}, in the year of the line, or today. */
  GW_LETTERS("letters of Gleditsch and Ward") {
    @Override
    CodeMatch find(String key, int year) {
      return StateList.gleditschWard().letters(key, year);
    }
  },

  /**
   * English names, as ISO, the United Nations, the World Bank, the International Monetary Fund,
   * V-Dem, the Correlates of War and others spell them. A name must be spelt as it is known, but
   * for upper and lower case, white space at its ends, and several spaces for one. So nothing is
   * guessed: {@code Congo}, {@code Korea} and {@code Virgin Islands} are two countries each, and
   * refused.
   */
  NAMES("names that are known") {
    @Override
    CodeMatch find(String key, int year) {
      return CountryNames.find(key);
    }
  };

  private final String label;

  CodeList(String label) {
    this.label = label;
  }

  /** What the list says of a text in its {@linkplain CountryNames#key form to compare}. */
  abstract CodeMatch find(String key, int year);

  /** Whether what a text stands for depends on the year. */
  boolean needsYears() {
    return this == COW_NUMBERS || this == COW_LETTERS || this == GW_NUMBERS || this == GW_LETTERS;
  }

  /** What the list has, in words. */
  String label() {
    return label;
  }
}
