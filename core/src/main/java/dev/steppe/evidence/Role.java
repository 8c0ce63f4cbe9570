package dev.steppe.evidence;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a column of a table may say, in the order in which a long table is written. */
enum Role {
  COUNTRY,
  NAME,
  AS_OF,
  INDICATOR,
  VALUE,
  UNIT,
  YEAR,
  SOURCE,
  PLACE,
  QUALITY,
  NOTE,
  /** The power of ten by which a figure is multiplied; not written. */
  MULTIPLIER,
  /** The day on which a figure was published; not written. */
  PUBLISHED,
  /** The least that a figure may be; not written, as a figure is written with its bounds. */
  LEAST,
  /** The most that a figure may be; not written. */
  MOST;

  /** The columns of the long layout, in the order in which they are written. */
  static final ImmutableSet<String> WRITTEN = names(NOTE);

  /** All of them. */
  static final ImmutableSet<String> NAMES = names(MOST);

  /** The name of the column in the standard layouts. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it says something about a reading, not of a country alone. */
  boolean isOfReading() {
    return compareTo(INDICATOR) >= 0;
  }

  private static ImmutableSet<String> names(Role last) {
    List<String> names = new ArrayList<>();
    for (Role role : values()) {
      if (role.compareTo(last) <= 0) {
        names.add(role.column());
      }
    }
    return ImmutableSet.copyOf(names);
  }
}
