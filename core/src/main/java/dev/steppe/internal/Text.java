package dev.steppe.internal;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.List;
import java.util.Locale;

/** Sentences with names, figures and lists in them. */
public final class Text {

  private Text() {}

  /** The pattern with a part in place of each {@code %s}; the same in every locale. */
  @FormatMethod
  public static String of(@FormatString String pattern, Object... parts) {
    return String.format(Locale.ROOT, pattern, parts);
  }

  /** How many of what, such as {@code 1 reading} or {@code 1,000 readings}. */
  public static String count(long count, String one, String many) {
    return of("%,d %s", count, count == 1 ? one : many);
  }

  /** {@code a, b and c}. */
  public static String list(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** {@code 'a', 'b', 'c'}. */
  public static String quoted(Iterable<String> names) {
    return "'" + String.join("', '", names) + "'";
  }
}
