package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The unit of a reading, as its words say it: a kind, and a factor within the kind.
 *
 * <ul>
 *   <li>{@code percent} (or {@code %}) and {@code fraction} are of one kind, 100 of the one in 1 of
 *       the other; what they are of is not told apart: {@code percent of GDP} is percent;
 *   <li>{@code thousand} and {@code million} are factors of what follows: {@code million tonnes} is
 *       1000 {@code thousand tonnes};
 *   <li>{@code boolean} and {@code index} are one kind without dimension; {@code 0 to 1} and {@code
 *       index from 0 to 10} are an index with its top;
 *   <li>all else is a kind of its own, by its words as they are;
 *   <li>an empty unit says nothing, and matches any.
 * </ul>
 *
 * <pre>{@code
 * Unit.of("percent of exports").matches(Unit.of("percent"));   // true
 * Unit.of("percent").matches(Unit.of("fraction"));             // false: they differ by a factor
 * Unit.of("percent").converts(Unit.of("fraction"));            // true
 * }</pre>
 *
 * @param kind what is measured; units of different kinds cannot be converted
 * @param factor how much of the kind 1 of the unit is; greater than 0
 * @since 0.1
 */
public record Unit(String kind, double factor) implements Serializable {

  private static final String SHARE = "share";
  private static final String INDEX = "index";

  /** Apart, since hardly anybody asks. */
  private static final class OwnCurrency {
    static final Pattern WORDS =
        Pattern.compile(
            "xdc(?:_.*)?|lcu(?: .*)?|.*\\b(?:(?:national|local|domestic) currency|lcu)\\b.*");
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the factor is not finite or not greater than 0
   */
  public Unit {
    requireNonNull(kind, "kind");
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Factor of a unit must be finite and > 0, but was " + factor);
    }
  }

  /** Obtains the unit that words say; those of the closed set in upper or lower case. */
  public static Unit of(String words) {
    // By hand: scores ask this, and a pattern would take longer than the rest of a first one.
    String stripped = oneLine(words.strip());
    String lower = stripped.toLowerCase(Locale.ROOT);
    if (isOf(lower, "percent") || isOf(lower, "per cent") || isOf(lower, "%")) {
      return new Unit(SHARE, 0.01);
    }
    if (isOf(lower, "fraction")) {
      return new Unit(SHARE, 1);
    }
    int top = topOfScale(lower);
    if (top > 0) {
      return new Unit(INDEX, 1.0 / top);
    }
    if (startsWord(lower, "boolean") || startsWord(lower, INDEX)) {
      return new Unit(INDEX, 1);
    }
    if (lower.startsWith("thousand") || lower.startsWith("million")) {
      double factor = lower.charAt(0) == 'm' ? 1e6 : 1e3;
      int end = factor == 1e6 ? "million".length() : "thousand".length();
      end += lower.startsWith("s", end) ? 1 : 0;
      end += lower.equals(lower.substring(0, end) + " of") || lower.startsWith(" of ", end) ? 3 : 0;
      if (end == lower.length()) {
        return new Unit("number", factor);
      }
      if (lower.charAt(end) == ' ') {
        return new Unit(stripped.substring(end + 1), factor);
      }
    }
    return new Unit(stripped, 1);
  }

  /** With one blank in the place of white space. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean after = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == ' ' || (c >= '\t' && c <= '\r');
      if (!blank) {
        line.append(c);
      } else if (!after) {
        line.append(' ');
      }
      after = blank;
    }
    return line.toString();
  }

  private static boolean isOf(String text, String share) {
    return text.equals(share) || text.startsWith(share + " of ");
  }

  private static boolean startsWord(String text, String word) {
    return text.startsWith(word)
        && (text.length() == word.length() || text.charAt(word.length()) == ' ');
  }

  /** 10 of {@code index from 0 to 10}; 0 if it is no such text. */
  private static int topOfScale(String text) {
    int at = skip(text, "from ", skip(text, "index ", 0));
    int lowest = skip(text, "0", at);
    int between = skip(text, " ", lowest);
    String joint =
        text.startsWith("to", between) ? "to" : text.startsWith("-", between) ? "-" : "..";
    int to = skip(text, joint, between);
    int top = skip(text, " ", to);
    int digits = text.length() - top;
    if (lowest == at || to == between || digits < 1 || digits > 9 || text.charAt(top) == '0') {
      return 0;
    }
    for (int i = top; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return 0;
      }
    }
    return Integer.parseInt(text, top, text.length(), 10);
  }

  private static int skip(String text, String part, int at) {
    return text.startsWith(part, at) ? at + part.length() : at;
  }

  /**
   * Whether words mean the currency of each country, such as {@code National currency} or {@code
   * XDC}: another unit for each, though the words are the same.
   */
  static boolean isOwnCurrency(String words) {
    return OwnCurrency.WORDS.matcher(words.strip().toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether two units, in words, match. */
  public static boolean match(String first, String second) {
    return first.isEmpty()
        || second.isEmpty()
        || first.equals(second)
        || of(first).matches(of(second));
  }

  /** Whether numbers in either unit say the same; an empty one matches any. */
  public boolean matches(Unit other) {
    return kind.isEmpty()
        || other.kind.isEmpty()
        || (kind.equals(other.kind) && factor == other.factor);
  }

  /** Whether numbers in this unit can be converted to the other. */
  public boolean converts(Unit other) {
    return matches(other) || kind.equals(other.kind);
  }

  /**
   * An estimate in this unit, in another one.
   *
   * @throws IllegalArgumentException if the units are of different kinds
   */
  public Estimate convert(Estimate estimate, Unit other) {
    if (!converts(other)) {
      throw new IllegalArgumentException(
          "'" + Text.brief(kind) + "' cannot be converted to '" + Text.brief(other.kind) + "'");
    }
    if (matches(other)) {
      return estimate;
    }
    return DecimalScaling.times(
        estimate, Checks.finite(factor / other.factor, "factor between units"));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
