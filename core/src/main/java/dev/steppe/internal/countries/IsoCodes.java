package dev.steppe.internal.countries;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The codes of ISO 3166-1, with {@code XKX} and {@code XK} for Kosovo, and the numbers of UN M49.
 *
 * @see <a href="https://www.iso.org/iso-3166-country-codes.html">ISO 3166</a>
 * @see <a href="https://unstats.un.org/unsd/methodology/m49/">UN M49</a>
 */
public final class IsoCodes {

  private static final ImmutableMap<String, String> NAMES;
  private static final ImmutableMap<String, String> BY_ISO2;
  private static final ImmutableMap<String, String> BY_M49;

  static {
    ImmutableMap.Builder<String, String> names = ImmutableMap.builder();
    ImmutableMap.Builder<String, String> byIso2 = ImmutableMap.builder();
    ImmutableMap.Builder<String, String> byM49 = ImmutableMap.builder();
    for (List<String> row : Facts.rows("iso.csv")) {
      names.put(row.get(0), row.get(3));
      byIso2.put(row.get(1), row.get(0));
      if (!row.get(2).isEmpty()) {
        byM49.put(Facts.number(row.get(2)), row.get(0));
      }
    }
    NAMES = names.buildOrThrow();
    BY_ISO2 = byIso2.buildOrThrow();
    BY_M49 = byM49.buildOrThrow();
  }

  private IsoCodes() {}

  /** All codes of three letters that stand for a country. */
  public static ImmutableSet<String> all() {
    return NAMES.keySet();
  }

  /** The short English name of a country; empty if the code stands for none. */
  public static String name(String iso3) {
    return NAMES.getOrDefault(iso3, "");
  }

  /** Whether ISO leaves a code to users: AAA to AAZ, QMA to QZZ, XAA to XZZ, ZZA to ZZZ. */
  public static boolean isUserAssigned(String code) {
    if (code.length() != 3 || !code.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      return false;
    }
    return code.startsWith("AA")
        || (code.charAt(0) == 'Q' && code.charAt(1) >= 'M')
        || code.charAt(0) == 'X'
        || code.startsWith("ZZ");
  }

  /** The country of a code of three letters, or a code that ISO leaves to users. */
  public static CodeMatch iso3(String key) {
    String code = key.toUpperCase(Locale.ROOT);
    return NAMES.containsKey(code) || isUserAssigned(code)
        ? CodeMatch.of(code)
        : CodeMatch.unknown();
  }

  /** The country of a code of two letters. */
  public static CodeMatch iso2(String key) {
    return match(BY_ISO2.get(key.toUpperCase(Locale.ROOT)));
  }

  /** The country of a number, with zeros in front or without. */
  public static CodeMatch m49(String key) {
    return match(BY_M49.get(Facts.number(key)));
  }

  private static CodeMatch match(@Nullable String code) {
    return code == null ? CodeMatch.unknown() : CodeMatch.of(code);
  }
}
