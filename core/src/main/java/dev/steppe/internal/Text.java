package dev.steppe.internal;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** Sentences with names, figures and lists in them. */
public final class Text {

  private static final int LONGEST = 200;

  private Text() {}

  /** Every digit that is needed to read the same double again, and none that is not. */
  public static String shortest(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    // Double.compare tells -0.0, which is no long, from 0.0.
    return whole && Double.compare(value, -0.0) != 0
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /**
   * The pattern with a part in place of each {@code %s}, the same in every locale; others as {@link
   * String#format}. Nearly all patterns have no others, and a formatter takes long to make. A part
   * may be a name of others: control characters in it are shown as {@link #printable} does, but
   * those that turn text are kept, which a page isolates.
   */
  @FormatMethod
  public static String of(@FormatString String pattern, Object... parts) {
    StringBuilder text = new StringBuilder(2 * pattern.length());
    int part = 0;
    int from = 0;
    for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', from)) {
      text.append(pattern, from, at);
      from = at + 2;
      if (pattern.startsWith("%s", at)) {
        text.append(shown(String.valueOf(parts[part++]), false));
      } else if (pattern.startsWith("%%", at)) {
        text.append('%');
      } else if (pattern.startsWith("%,d", at)) {
        appendGrouped(((Number) parts[part++]).longValue(), text);
        from++;
      } else {
        return String.format(Locale.ROOT, pattern, parts);
      }
    }
    return text.append(pattern, from, pattern.length()).toString();
  }

  private static void appendGrouped(long number, StringBuilder text) {
    int start = text.length() + (number < 0 ? 1 : 0);
    text.append(number);
    for (int at = text.length() - 3; at > start; at -= 3) {
      text.insert(at, ',');
    }
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

  /** Such as {@code 23 February 2022}, without the names of months in all languages. */
  public static String day(LocalDate date) {
    String month = date.getMonth().name();
    return date.getDayOfMonth()
        + " "
        + month.charAt(0)
        + month.substring(1).toLowerCase(Locale.ROOT)
        + " "
        + date.getYear();
  }

  /**
   * A text of others, which is not to steer the console that it is printed to: control characters
   * but line feeds, and those that turn the text after them, are shown as {@code ?}.
   */
  public static String printable(String text) {
    return shown(text, true);
  }

  /** A record as Java shows it, but printable, since there are texts of others in it. */
  public static String ofRecord(Record record) {
    StringJoiner parts = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Method accessor = component.getAccessor();
      // Some are of this library alone.
      accessor.setAccessible(true);
      try {
        parts.add(component.getName() + "=" + accessor.invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(component.toString(), e);
      }
    }
    return printable(parts.toString());
  }

  private static String shown(String text, boolean turns) {
    int i = 0;
    while (i < text.length() && !isControl(text.charAt(i), turns)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    for (i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
        clean.append(pair ? "" : "\n");
      } else if (c == '\t') {
        clean.append(' ');
      } else {
        clean.append(c != '\n' && isControl(c, turns) ? '?' : c);
      }
    }
    return clean.toString();
  }

  private static boolean isControl(char c, boolean turns) {
    return Character.isISOControl(c) || (turns && Markup.isDirectionControl(c));
  }

  /** A text of others as a message repeats it: printable, and not all of it, if it is long. */
  public static String brief(String text) {
    return brief(text, LONGEST);
  }

  /** The same with another length. */
  static String brief(String text, int longest) {
    if (text.length() <= longest) {
      return printable(text);
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return printable(text.substring(0, end)) + " ...";
  }

  /** Where a text has half a surrogate pair that stands alone; -1 if nowhere. */
  public static int halfPair(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** {@code "a", "b", "c"}: names in a sentence for people. */
  public static String named(Iterable<String> names) {
    return "\"" + String.join("\", \"", names) + "\"";
  }

  /** {@code 'a', 'b', 'c'}: codes in a message. */
  public static String quoted(Iterable<String> names) {
    return "'" + String.join("', '", names) + "'";
  }
}
