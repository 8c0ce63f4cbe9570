package dev.steppe.internal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

  /** How many unknown names of one error are compared with all that are known. */
  private static final int MOST_HINTS = 20;

  /** How many faults of one error are told; nobody reads more. */
  private static final int MOST_FAULTS = 1000;

  /** How many characters the faults of one error have together; the first is told in any case. */
  private static final int MOST_CHARACTERS = 60_000;

  /** The longest fault, or beginning of an error, that is told whole. */
  private static final int LONGEST_FAULT = 2000;

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

  /** Returns the text if it is one, and has at least one character that is not white space. */
  public static String notBlank(String text, String what) {
    if (wellFormed(text, what).isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    return text;
  }

  /**
   * Returns the text if it can be written: half a surrogate pair would come out as another
   * character.
   */
  public static String wellFormed(String text, String what) {
    requireNonNull(text, what);
    int half = Text.halfPair(text);
    if (half >= 0) {
      throw new IllegalArgumentException(
          what
              + " must be whole characters, but character "
              + (half + 1)
              + " is half a surrogate pair");
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
    Map<String, Nearness> nearness = nearness(given, known, label);
    List<String> names = List.copyOf(nearness.keySet());
    List<String> listed = names;
    if (names.size() > WHOLE) {
      Set<String> closest =
          names.stream()
              .sorted(Comparator.comparing(nearness::get))
              .limit(LISTED)
              .collect(Collectors.toSet());
      listed = names.stream().filter(closest::contains).toList();
    }
    String more = names.size() > WHOLE ? ", ... (" + names.size() + " in all)" : "";
    return "Known: ["
        + listed.stream().map(Text::brief).collect(Collectors.joining(", "))
        + more
        + "]."
        + maybeYouMeant(given, nearness, label);
  }

  /**
   * The message about an unknown name: {@code "Unknown country 'X'. Known: [...]."}
   *
   * @param what the name is of, such as {@code "country"}
   */
  public static String unknown(String what, String given, Collection<String> known) {
    return unknown(what, given, known, name -> name);
  }

  /** The same, with labels as for {@link #known(String, Collection, Function)}. */
  public static String unknown(
      String what, String given, Collection<String> known, Function<? super String, String> label) {
    return "Unknown " + what + " '" + Text.brief(given) + "'. " + known(given, known, label);
  }

  /**
   * The end of one fault among others about an unknown name, from its full stop on: {@link #known}
   * for the first of them, or if few are known: thousands of names are not compared with thousands
   * of others.
   *
   * @param before how many faults were found before
   */
  public static String knownAfter(long before, String given, Collection<String> known) {
    return knownAfter(before, given, known, name -> name);
  }

  /** The same, with labels as for {@link #known(String, Collection, Function)}. */
  public static String knownAfter(
      long before, String given, Collection<String> known, Function<? super String, String> label) {
    return isHinted(before, known) ? ". " + known(given, known, label) : "";
  }

  /**
   * A fault for each name that is not known, with labels as for {@link #known(String, Collection,
   * Function)}.
   *
   * @param what the names are, such as {@code "unknown indicator"}
   */
  public static List<String> eachUnknown(
      String what,
      Collection<String> given,
      Set<String> known,
      Function<? super String, String> label) {
    List<String> faults = new ArrayList<>();
    for (String name : given) {
      if (!known.contains(name)) {
        faults.add(what + " '" + name + "'" + knownAfter(faults.size(), name, known, label));
      }
    }
    return faults;
  }

  /** {@link #maybeYouMeant} for the first faults, as {@link #knownAfter}. */
  public static String maybeYouMeantAfter(int before, String given, Collection<String> known) {
    return isHinted(before, known) ? maybeYouMeant(given, known) : "";
  }

  private static boolean isHinted(long before, Collection<String> known) {
    return before < MOST_HINTS || known.size() <= WHOLE;
  }

  /** {@code " Maybe you meant 'x'."}, or nothing when no known name is close to the given one. */
  public static String maybeYouMeant(String given, Collection<String> known) {
    return maybeYouMeant(given, known, name -> name);
  }

  /** The same, where each has a label. */
  public static String maybeYouMeant(
      String given, Collection<String> known, Function<? super String, String> label) {
    return maybeYouMeant(given, nearness(given, known, label), label);
  }

  private static String maybeYouMeant(
      String given, Map<String, Nearness> nearness, Function<? super String, String> label) {
    String best = "";
    // A third of a long name may be wrong, but nothing is close to a name of one letter.
    int most = Math.min(given.length() - 1, Math.max(2, given.length() / 3));
    Nearness nearest = new Nearness(most, Integer.MAX_VALUE);
    for (Map.Entry<String, Nearness> each : nearness.entrySet()) {
      if (each.getValue().compareTo(nearest) < 0) {
        nearest = each.getValue();
        best = each.getKey();
      }
    }
    if (best.isEmpty()) {
      return "";
    }
    String called = label.apply(best);
    return " Maybe you meant '"
        + Text.brief(best)
        + "'"
        + (called.equals(best) ? "." : " (" + Text.brief(called) + ").");
  }

  /** How near a text is to each name, in their order. */
  private static Map<String, Nearness> nearness(
      String given, Collection<String> names, Function<? super String, String> label) {
    Map<String, Nearness> nearness = new LinkedHashMap<>();
    for (String name : names) {
      nearness.computeIfAbsent(name, each -> Nearness.of(given, each, label.apply(each)));
    }
    return nearness;
  }

  /** Throws one error that lists all faults, of thousands the first 1000, if there are any. */
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

  /** The error that lists all faults, of thousands the first 1000; there is at least one. */
  public static IllegalArgumentException error(String what, List<String> faults) {
    return error(what, faults.subList(0, Math.min(MOST_FAULTS, faults.size())), faults.size());
  }

  /** The error that lists the first faults, of which there is at least one, and counts them all. */
  public static IllegalArgumentException error(String what, List<String> first, long count) {
    String beginning = Text.brief(what, LONGEST_FAULT);
    if (count == 1) {
      return new IllegalArgumentException(
          beginning + ": " + Text.brief(first.get(0), LONGEST_FAULT));
    }
    String separator = "\n  - ";
    StringBuilder faults = new StringBuilder();
    int told = 0;
    for (String fault : first) {
      String brief = Text.brief(fault, LONGEST_FAULT);
      if (told > 0 && faults.length() + separator.length() + brief.length() > MOST_CHARACTERS) {
        break;
      }
      faults.append(separator).append(brief);
      told++;
    }
    if (count > told) {
      faults.append(separator).append("... and ").append(count - told).append(" more");
    }
    return new IllegalArgumentException(beginning + " has " + count + " faults:" + faults);
  }
}
