package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
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
  private static final Pattern PERCENT = Pattern.compile("(?:percent|per cent|%)(?: of .*)?");
  private static final Pattern FRACTION = Pattern.compile("fraction(?: of .*)?");
  private static final Pattern MULTIPLE = Pattern.compile("(thousand|million)s?(?: of)?(?: (.*))?");
  private static final Pattern SCALE =
      Pattern.compile("(?:index )?(?:from )?0 ?(?:to|-|\\.\\.) ?([1-9][0-9]{0,8})");
  private static final Pattern OWN_CURRENCY =
      Pattern.compile(
          "xdc(?:_.*)?|lcu(?: .*)?|.*\\b(?:(?:national|local|domestic) currency|lcu)\\b.*");
  private static final Pattern DIMENSIONLESS = Pattern.compile("(?:boolean|index)(?: .*)?");

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
    String stripped = words.strip().replaceAll("\\s+", " ");
    String lower = stripped.toLowerCase(Locale.ROOT);
    if (PERCENT.matcher(lower).matches()) {
      return new Unit(SHARE, 0.01);
    }
    if (FRACTION.matcher(lower).matches()) {
      return new Unit(SHARE, 1);
    }
    Matcher scale = SCALE.matcher(lower);
    if (scale.matches()) {
      return new Unit(INDEX, 1.0 / Integer.parseInt(scale.group(1)));
    }
    if (DIMENSIONLESS.matcher(lower).matches()) {
      return new Unit(INDEX, 1);
    }
    Matcher multiple = MULTIPLE.matcher(lower);
    if (multiple.matches()) {
      int start = multiple.start(2);
      String of = start < 0 ? "number" : stripped.substring(start);
      return new Unit(of, multiple.group(1).equals("million") ? 1e6 : 1e3);
    }
    return new Unit(stripped, 1);
  }

  /**
   * Whether words mean the currency of each country, such as {@code National currency} or {@code
   * XDC}: another unit for each, though the words are the same.
   */
  static boolean isOwnCurrency(String words) {
    return OWN_CURRENCY.matcher(words.strip().toLowerCase(Locale.ROOT)).matches();
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
