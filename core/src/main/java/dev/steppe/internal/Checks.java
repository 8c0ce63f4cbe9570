package dev.steppe.internal;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Argument checks with one voice: what, where, what is allowed, what was given. */
public final class Checks {

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
              + code
              + "'");
    }
    return code;
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
   * probably meant.
   */
  public static String known(String given, Collection<String> known) {
    String list =
        known.stream().limit(12).collect(Collectors.joining(", ", "[", ""))
            + (known.size() > 12 ? ", ... (" + known.size() + " in all)]" : "]");
    return "Known: " + list + "." + maybeYouMeant(given, known);
  }

  /** {@code " Maybe you meant 'x'."}, or nothing when no known name is close to the given one. */
  public static String maybeYouMeant(String given, Collection<String> known) {
    String best = "";
    // A third of a long name may be wrong, but nothing is close to a name of one letter.
    int bestDistance = Math.min(given.length() - 1, Math.max(2, given.length() / 3)) + 1;
    for (String name : known) {
      int distance = editDistance(given, name);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = name;
      }
    }
    return best.isEmpty() ? "" : " Maybe you meant '" + best + "'.";
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

  /** Levenshtein's distance, upper and lower case alike. */
  private static int editDistance(String first, String second) {
    int[] row = new int[second.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same =
            Character.toLowerCase(first.charAt(i - 1))
                == Character.toLowerCase(second.charAt(j - 1));
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[second.length()];
  }
}
