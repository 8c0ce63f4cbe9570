package dev.steppe.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What documents leave out, or have as null, in the one form that definitions have it in. */
final class Plain {

  private Plain() {}

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The text, or another if there is none. */
  static String text(@Nullable String text, String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }

  /** A copy that nobody can change; elements may be null, which is told where they are read. */
  static <T> List<T> list(@Nullable List<T> list) {
    return list == null || list.isEmpty()
        ? List.of()
        : Collections.unmodifiableList(new ArrayList<>(list));
  }

  /** A copy that nobody can change, in the same order; values may be null, as in a list. */
  static <V> Map<String, V> map(@Nullable Map<String, V> map) {
    return map == null || map.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
