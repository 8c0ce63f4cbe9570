package dev.steppe.internal.countries;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes and names in tables of countries that ISO 3166-1 does not have, or no longer. */
public final class OtherCodes {

  private static final ImmutableMap<String, String> TODAY;
  private static final ImmutableMap<String, String> ABOUT;

  static {
    Map<String, String> today = new HashMap<>();
    Map<String, String> about = new HashMap<>();
    for (List<String> row : Facts.rows("former.csv")) {
      String code = Facts.key(row.get(0));
      if (row.get(2).isEmpty()) {
        String text = "is " + row.get(1) + ", " + row.get(3);
        about.putIfAbsent(code, text);
        about.put(Facts.key(row.get(1)), text);
      } else {
        today.put(code, row.get(2));
        about.put(code, "is an old code of " + IsoCodes.name(row.get(2)) + " (" + row.get(2) + ")");
      }
    }
    for (List<String> row : Facts.rows("groups.csv")) {
      String text = "is a group of countries";
      about.putIfAbsent(Facts.key(row.get(0)), text + " (" + row.get(1) + ")");
      about.putIfAbsent(Facts.key(row.get(1)), text);
    }
    about.remove("");
    TODAY = ImmutableMap.copyOf(today);
    ABOUT = ImmutableMap.copyOf(about);
  }

  private OtherCodes() {}

  /** The country of an old code, where one country of today is all of what it stood for. */
  public static CodeMatch today(String key) {
    String code = TODAY.get(key);
    return code == null ? CodeMatch.noCountry(about(key)) : CodeMatch.of(code);
  }

  /** What is known of a text that is no country; empty if nothing is. */
  public static String about(String key) {
    String about = ABOUT.getOrDefault(key, "");
    return about.isEmpty() && key.startsWith("owid_")
        ? "is a group of countries, or another place, of Our World in Data"
        : about;
  }
}
