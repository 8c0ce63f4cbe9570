package dev.steppe.internal.countries;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.List;

/** The English names of countries, each as the offices that publish tables spell it. */
public final class CountryNames {

  private static final ImmutableSetMultimap<String, String> CODES;
  private static final ImmutableSet<String> SPELLINGS;

  static {
    ImmutableSetMultimap.Builder<String, String> codes = ImmutableSetMultimap.builder();
    ImmutableSet.Builder<String> spellings = ImmutableSet.builder();
    for (String code : IsoCodes.all()) {
      codes.put(key(IsoCodes.name(code)), code);
      spellings.add(IsoCodes.name(code));
    }
    for (List<String> row : Facts.rows("names.csv")) {
      codes.put(key(row.get(0)), row.get(1));
      spellings.add(row.get(0));
    }
    CODES = codes.build();
    SPELLINGS = spellings.build();
  }

  private CountryNames() {}

  /**
   * The form in which two texts are the same: composed (Unicode NFC), small letters, one space for
   * several, none at the ends. Accents, articles and punctuation stay.
   */
  public static String key(String text) {
    return Facts.key(text);
  }

  /** The countries that have a name: several for one that does not say which. */
  public static CodeMatch find(String key) {
    ImmutableSet<String> codes = CODES.get(key);
    return codes.isEmpty() ? CodeMatch.unknown() : new CodeMatch(codes, "");
  }

  /** Every spelling that is known. */
  public static ImmutableSet<String> spellings() {
    return SPELLINGS;
  }
}
