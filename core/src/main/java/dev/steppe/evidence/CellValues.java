package dev.steppe.evidence;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the cells of a table say numbers, and that there is none. Immutable. */
final class CellValues {

  /**
   * What a cell says.
   *
   * @param estimate null if it says that there is no reading
   * @param marker that it can have none, as it is written; empty if it does not say so
   * @param flags the flags behind the figure, as they are
   * @param quality of the figure, if a flag says one
   */
  record Value(
      @Nullable Estimate estimate,
      String marker,
      boolean percent,
      String flags,
      @Nullable Quality quality) {

    static Value of(Estimate estimate, boolean percent, String flags, @Nullable Quality quality) {
      return new Value(estimate, "", percent, flags, quality);
    }

    static Value none(String flags, @Nullable Quality quality) {
      return new Value(null, "", false, flags, quality);
    }

    boolean notApplicable() {
      return !marker.isEmpty();
    }
  }

  /** What can be said of how cells are written; changed only before it is in use. */
  static final class Rules {
    ImmutableSet<String> missing = ImmutableSet.of();
    ImmutableSet<String> notApplicable = ImmutableSet.of(NOT_APPLICABLE);
    ImmutableMap<String, Double> words = ImmutableMap.of();
    ImmutableMap<String, Optional<Quality>> flags = ImmutableMap.of();
    char decimal = '.';
    char grouping;
    boolean percent;
    boolean dashes;

    /** Null if none of one's own are known: a first score has no use for the class. */
    @Nullable OwnEstimates own;

    Rules copy() {
      Rules copy = new Rules();
      copy.missing = missing;
      copy.notApplicable = notApplicable;
      copy.words = words;
      copy.flags = flags;
      copy.decimal = decimal;
      copy.grouping = grouping;
      copy.percent = percent;
      copy.dashes = dashes;
      copy.own = own;
      return copy;
    }
  }

  /** What tables say by themselves where an indicator does not apply to a country. */
  static final String NOT_APPLICABLE = "not applicable";

  static final Value MISSING = Value.none("", null);
  private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");
  private static final Pattern DASHED =
      Pattern.compile("[0-9][0-9.,]*\\s*[-\u2013\u2014]\\s*[0-9][0-9.,]*");
  private static final Pattern COMMAS = Pattern.compile("[+-]?[0-9.]*,[0-9][0-9.,]*");
  private static final Pattern SPACED =
      Pattern.compile("[+-]?[0-9]{1,3}(?:[ \u00a0\u202f\u2009'\u2019][0-9]{3})+(?:[.,][0-9]+)?");
  private static final Pattern MARKED = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?\\s*[^0-9.,].*");

  /** More than so many flags are none: each is looked for in all that is in front of it. */
  private static final int MOST_FLAGS = 16;

  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");

  private final Rules rules;
  private final ImmutableSet<Double> missingNumbers;
  private final ImmutableSet<Double> notApplicableNumbers;
  private final Pattern local;
  private final Pattern range;
  private final boolean asWritten;

  CellValues(Rules rules) {
    this.rules = rules;
    this.missingNumbers = numbers(rules.missing);
    this.notApplicableNumbers = numbers(rules.notApplicable);
    this.asWritten = rules.decimal == '.' && rules.grouping == 0;
    String groups =
        rules.grouping == 0 ? "" : "[0-9]{1,3}(?:" + group(rules.grouping) + "[0-9]{3})+|";
    String decimal = Pattern.quote(String.valueOf(rules.decimal));
    String number = "(?:(?:" + groups + "[0-9]+)(?:" + decimal + "[0-9]+)?|" + decimal + "[0-9]+)";
    this.local = Pattern.compile("[+-]?" + number + "(?:[eE][+-]?[0-9]+)?");
    this.range = Pattern.compile("(" + number + ")\\s*[-\u2013\u2014]\\s*(" + number + ")");
  }

  /** Those of some markers that are numbers. */
  private static ImmutableSet<Double> numbers(ImmutableSet<String> markers) {
    ImmutableSet.Builder<Double> numbers = ImmutableSet.builder();
    for (String marker : markers) {
      if (PLAIN.matcher(marker).matches()) {
        numbers.add(Double.parseDouble(marker) + 0.0);
      }
    }
    return numbers.build();
  }

  /** The characters that stand for a mark between thousands. */
  private static String group(char mark) {
    return switch (mark) {
      case ' ' -> "[ \u00a0\u202f\u2009]";
      case '\'' -> "['\u2019]";
      default -> Pattern.quote(String.valueOf(mark));
    };
  }

  Rules rules() {
    return rules;
  }

  /** Whether a text is a marker, which may be the empty one. */
  boolean isMissing(String text) {
    if (rules.missing.contains(text)) {
      return true;
    }
    return !missingNumbers.isEmpty()
        && PLAIN.matcher(text).matches()
        && missingNumbers.contains(Double.parseDouble(text) + 0.0);
  }

  /** What a cell says, which is stripped; null if it is neither a number nor a marker. */
  @Nullable Value parse(String cell) {
    String text = cell;
    String flags = "";
    Quality quality = null;
    for (int found = 0; found <= MOST_FLAGS; found++) {
      Value value = plain(text, flags, quality);
      if (value != null) {
        return value;
      }
      String flag = flag(text);
      if (flag == null) {
        return null;
      }
      text = text.substring(0, text.length() - flag.length()).stripTrailing();
      flags = flags.isEmpty() ? flag : flag + " " + flags;
      Quality said = rules.flags.getOrDefault(flag, Optional.empty()).orElse(null);
      quality = quality == null || (said != null && said.compareTo(quality) > 0) ? said : quality;
    }
    return null;
  }

  /** The longest of the flags with which a text ends. */
  private @Nullable String flag(String text) {
    String longest = null;
    for (String flag : rules.flags.keySet()) {
      if (text.endsWith(flag) && (longest == null || flag.length() > longest.length())) {
        longest = flag;
      }
    }
    return longest;
  }

  /** What a text without flags says; null if it is neither a number nor a marker. */
  private @Nullable Value plain(String text, String flags, @Nullable Quality quality) {
    if (rules.missing.contains(text)) {
      return flags.isEmpty() ? MISSING : Value.none(flags, quality);
    }
    if (rules.notApplicable.contains(text)) {
      return new Value(null, text, false, flags, quality);
    }
    if (!rules.words.isEmpty()) {
      Double number = rules.words.get(text.toLowerCase(Locale.ROOT));
      if (number != null) {
        return Value.of(Estimate.exact(number), false, flags, quality);
      }
    }
    boolean percent = rules.percent && text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1).stripTrailing() : text;
    Estimate estimate = finite(number);
    if (estimate == null) {
      return null;
    }
    if (isAmong(missingNumbers, estimate)) {
      return Value.none(flags, quality);
    }
    if (isAmong(notApplicableNumbers, estimate)) {
      return new Value(null, text, false, flags, quality);
    }
    return Value.of(estimate, percent, flags, quality);
  }

  private static boolean isAmong(ImmutableSet<Double> markers, Estimate estimate) {
    return !markers.isEmpty() && estimate.isExact() && markers.contains(estimate.central());
  }

  /** What a text says; null if it is no number, nor are its parameters such of an estimate. */
  private @Nullable Estimate finite(String text) {
    try {
      return estimate(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private @Nullable Estimate estimate(String text) {
    if (rules.dashes) {
      Matcher dashed = range.matcher(text);
      if (dashed.matches()) {
        return Estimates.parseOrNull(
            standard(dashed.group(1)) + ".." + standard(dashed.group(2)), rules.own);
      }
    }
    if (asWritten) {
      return Estimates.parseOrNull(text, rules.own);
    }
    int dots = text.indexOf("..");
    if (dots < 0) {
      return local.matcher(text).matches()
          ? Estimates.parseOrNull(standard(text), rules.own)
          : null;
    }
    String lower = text.substring(0, dots);
    String upper = text.substring(dots + 2);
    return local.matcher(lower).matches() && local.matcher(upper).matches()
        ? Estimates.parseOrNull(standard(lower) + ".." + standard(upper), rules.own)
        : null;
  }

  /** A number as it is written everywhere else. */
  private String standard(String text) {
    String ungrouped = rules.grouping == 0 ? text : text.replaceAll(group(rules.grouping), "");
    return rules.decimal == '.' ? ungrouped : ungrouped.replace(rules.decimal, '.');
  }

  /** Why a cell is no number, and what may be done. */
  String explain(String cell) {
    if (asWritten || cell.contains("...")) {
      try {
        Estimates.parse(cell, rules.own);
      } catch (IllegalArgumentException e) {
        return e.getMessage() + hint(cell);
      }
    }
    return "'"
        + cell
        + "' is not a number or an interval lo..hi with '"
        + rules.decimal
        + "' as decimal mark"
        + (rules.grouping == 0 ? "" : " and '" + rules.grouping + "' between thousands")
        + hint(cell);
  }

  /** What may be done about a cell that is no number, as the end of a sentence; may be empty. */
  String hint(String cell) {
    if (DASHED.matcher(cell).matches()) {
      return ". Write an interval as 12..18, or say that it has a dash: CsvFormat.withDashRanges";
    }
    if (cell.endsWith("%")) {
      return ". CsvFormat.withPercentSigns reads the sign as a unit";
    }
    if (!cell.isEmpty() && "<>\u2264\u2265~".indexOf(cell.charAt(0)) >= 0) {
      return ". A limit is no figure: write an interval, such as 0..0.1";
    }
    if (asWritten && COMMAS.matcher(cell).matches()) {
      return ". A comma is a decimal mark or stands between thousands: CsvFormat.withDecimalMark or"
          + " withGroupingMark";
    }
    if (SPACED.matcher(cell).matches()) {
      return ". CsvFormat.withGroupingMark says what stands between thousands";
    }
    if (MARKED.matcher(cell).matches() && !cell.contains("..")) {
      return ". CsvFormat.withFlags names what may stand behind a figure";
    }
    if (NO_DIGIT.matcher(cell).matches()) {
      return ". If it means that there is no figure: CsvFormat.withMissing(\"" + cell + "\")";
    }
    return "";
  }
}
