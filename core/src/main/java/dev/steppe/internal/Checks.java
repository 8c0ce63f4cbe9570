package dev.steppe.internal;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Argument checks with one voice: what, where, what is allowed, what was given. */
public final class Checks {

  /** How many names a message lists whole, and how many of more. */
  private static final int WHOLE = 16;

  private static final int LISTED = 12;

  private Checks() {}

  /**
   * Returns the code if it can serve as a key: a letter, then letters, digits, {@code _}, {@code .}
   * or {@code -}.
   */
  public static String code(String code, String what) {
    requireNonNull(code, what);
    if (!isCode(code)) {
      throw new IllegalArgumentException(
          what
              + " must start with a letter and go on with letters, digits, '_', '.' or '-', but was '"
              + Text.brief(code)
              + "'");
    }
    return code;
  }

  /**
   * Returns the code of an indicator that a model has or may have. One with blanks in it is
   * probably the indicator's name.
   */
  public static String indicatorCode(String code) {
    try {
      return code(code, "indicator code");
    } catch (IllegalArgumentException fault) {
      throw code.isBlank() || !code.strip().contains(" ")
          ? fault
          : new IllegalArgumentException(
              fault.getMessage()
                  + ". If that is its name: a model that is printed has the code beside it");
    }
  }

  private static boolean isCode(String code) {
    if (code.isEmpty() || !isLetter(code.charAt(0))) {
      return false;
    }
    for (int i = 1; i < code.length(); i++) {
      char c = code.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Returns the text if it has at least one character that is not white space. */
  public static String notBlank(String text, String what) {
    requireNonNull(text, what);
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    return text;
  }

  /** Returns the level of confidence if it is one. */
  public static double level(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "Confidence level must be between 0 and 1, such as 0.95, but was " + level);
    }
    return level;
  }

  /** Returns the value, with {@code -0.0} as {@code 0.0}, if it is finite. */
  public static double finite(double value, String what) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be finite, but was " + value);
    }
    return value + 0.0;
  }

  /** Returns the value, with {@code -0.0} as {@code 0.0}, if it lies in the closed interval. */
  public static double inRange(double value, double lower, double upper, String what) {
    if (!(value >= lower && value <= upper)) {
      throw new IllegalArgumentException(
          what + " must be in [" + lower + ", " + upper + "], but was " + value);
    }
    return value + 0.0;
  }

  /**
   * The end of a message about an unknown name: what is known and, if one is close, what was
   * probably meant. Of many, those are listed that come closest.
   */
  public static String known(String given, Collection<String> known) {
    return known(given, known, name -> name);
  }

  /**
   * The same where each has a label that people may write in its place, such as a country's name
   * for its code.
   */
  public static String known(
      String given, Collection<String> known, Function<? super String, String> label) {
    List<String> names = known.stream().distinct().toList();
    List<String> listed = names;
    if (names.size() > WHOLE) {
      Map<String, Nearness> nearness = new HashMap<>();
      names.forEach(name -> nearness.put(name, Nearness.of(given, name, label.apply(name))));
      Set<String> closest =
          names.stream()
              .sorted(Comparator.comparing(nearness::get))
              .limit(LISTED)
              .collect(Collectors.toSet());
      listed = names.stream().filter(closest::contains).toList();
    }
    String more = names.size() > WHOLE ? ", ... (" + names.size() + " in all)" : "";
    return "Known: ["
        + String.join(", ", listed)
        + more
        + "]."
        + maybeYouMeant(given, names, label);
  }

  /** {@code " Maybe you meant 'x'."}, or nothing when no known name is close to the given one. */
  public static String maybeYouMeant(String given, Collection<String> known) {
    return maybeYouMeant(given, known, name -> name);
  }

  /** The same, where each has a label. */
  public static String maybeYouMeant(
      String given, Collection<String> known, Function<? super String, String> label) {
    String best = "";
    // A third of a long name may be wrong, but nothing is close to a name of one letter.
    int most = Math.min(given.length() - 1, Math.max(2, given.length() / 3));
    Nearness nearest = new Nearness(most, Integer.MAX_VALUE);
    for (String name : known) {
      Nearness nearness = Nearness.of(given, name, label.apply(name));
      if (nearness.compareTo(nearest) < 0) {
        nearest = nearness;
        best = name;
      }
    }
    if (best.isEmpty()) {
      return "";
    }
    String called = label.apply(best);
    return " Maybe you meant '" + best + "'" + (called.equals(best) ? "." : " (" + called + ").");
  }

  /** Throws one error that lists all faults, if there are any. */
  public static void noFaults(String what, List<String> faults) {
    if (!faults.isEmpty()) {
      throw error(what, faults);
    }
  }

  /** Throws one error that lists the first faults and counts the others, if there are any. */
  public static void noFaults(String what, List<String> faults, int atMost) {
    if (!faults.isEmpty()) {
      throw error(what, faults.subList(0, Math.min(atMost, faults.size())), faults.size());
    }
  }

  /** The error that lists all faults, of which there is at least one. */
  public static IllegalArgumentException error(String what, List<String> faults) {
    return error(what, faults, faults.size());
  }

  /** The error that lists the first faults, of which there is at least one, and counts them all. */
  public static IllegalArgumentException error(String what, List<String> first, long count) {
    if (count == 1) {
      return new IllegalArgumentException(what + ": " + first.get(0));
    }
    String more = count > first.size() ? "\n  - ... and " + (count - first.size()) + " more" : "";
    return new IllegalArgumentException(
        first.stream()
            .collect(
                Collectors.joining("\n  - ", what + " has " + count + " faults:\n  - ", more)));
  }
}
