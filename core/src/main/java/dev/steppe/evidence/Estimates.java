package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import dev.steppe.internal.OwnIdentity;
import dev.steppe.internal.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the kinds of {@link Estimate} share: checks of bounds, and reading one from text. */
final class Estimates {

  /** What texts look like; apart, since most programs that score read none. */
  private static final class Forms {
    static final String NUMBER = "([+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?)";
    static final String BOUND = "[+-]?(?:(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?|Infinity)";
    static final Pattern EXACT = Pattern.compile(NUMBER);
    static final Pattern BETWEEN = Pattern.compile(NUMBER + "\\.\\." + NUMBER);
    static final Pattern SHAPE =
        // Possessive: a group that may be given back ends the stack where it is repeated often.
        Pattern.compile("([a-zA-Z]+)\\((" + BOUND + "(?:, ?" + BOUND + ")*+)\\)");
  }

  /** The bits of the greatest number below 1. */
  private static final long BELOW_ONE = Double.doubleToRawLongBits(1) - 1;

  private Estimates() {}

  static void checkBounds(double lower, double upper) {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "Bounds to cut an estimate to need lower <= upper, but were " + lower + ".." + upper);
    }
  }

  static IllegalArgumentException outside(Estimate estimate, double lower, double upper) {
    return new IllegalArgumentException(
        "Nothing of the estimate " + estimate + " lies in [" + lower + ", " + upper + "]");
  }

  /** What an estimate that is one shape from bound to bound says to bounds within that. */
  static IllegalArgumentException uncuttable(
      String what, Estimate estimate, double from, double to) {
    return new IllegalArgumentException(
        Text.of(
            "%s estimate cannot be cut: %s is not within [%s, %s]. Give one whose bounds are"
                + " inside.",
            what, estimate, from, to));
  }

  static Estimate parse(String text, @Nullable OwnEstimates own) {
    Estimate estimate = parseOrNull(text, own);
    if (estimate == null) {
      Matcher between = Forms.BETWEEN.matcher(text.strip());
      boolean ellipsis = text.contains("...");
      throw new IllegalArgumentException(
          "'"
              + Text.brief(text)
              + (between.matches() && !ellipsis
                  ? "' is an interval whose lower bound exceeds its upper bound"
                  : "' is not a number or an interval lo..hi")
              + (ellipsis ? ": an interval has two dots, not three" : ""));
    }
    return estimate;
  }

  /**
   * What a text says; null if that is neither a number nor an interval.
   *
   * @throws IllegalArgumentException if it is of a form with parameters that do not fit
   */
  static @Nullable Estimate parseOrNull(String text, @Nullable OwnEstimates own) {
    String stripped = text.strip();
    if (stripped.startsWith(OwnIdentity.OWN + "(")) {
      return OwnDistribution.parseOrNull(stripped, own == null ? OwnEstimates.none() : own);
    }
    Matcher exact = Forms.EXACT.matcher(stripped);
    if (exact.matches()) {
      return Estimate.exact(number(exact, 1, text));
    }
    Matcher between = Forms.BETWEEN.matcher(stripped);
    // An ellipsis is no interval, nor are its last dots one that goes to 0.4 from "0...4".
    if (between.matches() && !stripped.contains("...")) {
      double lower = number(between, 1, text);
      double upper = number(between, 2, text);
      return lower > upper ? null : Estimate.between(lower, upper);
    }
    Matcher shape = Forms.SHAPE.matcher(stripped);
    return shape.matches()
        ? shape(
            shape.group(1),
            Stream.of(shape.group(2).split(", ?", -1)).mapToDouble(Double::parseDouble).toArray())
        : null;
  }

  /** The estimate with such numbers; null if there is none with so many. */
  private static @Nullable Estimate shape(String name, double... of) {
    return switch (name + of.length) {
      case "triangular3" -> Estimate.triangular(of[0], of[1], of[2]);
      case "normal2" -> Estimate.normal(of[0], of[1]);
      case "normal4" -> Estimate.normal(of[0], of[1], of[2], of[3]);
      case "logNormal2" -> Estimate.logNormal(of[0], of[1]);
      case "logNormal4" -> Estimate.logNormal(of[0], of[1], of[2], of[3]);
      case "logNormal5" -> new LogNormalEstimate(of[0], of[1], of[2], of[3], of[4]);
      case "pert3" -> Estimate.pert(of[0], of[1], of[2]);
      case "pert4" -> Estimate.pert(of[0], of[1], of[2], of[3]);
      case "beta4" -> Estimate.beta(of[0], of[1], of[2], of[3]);
      default -> null;
    };
  }

  private static double number(Matcher matcher, int group, String text) {
    return Checks.finite(
        Double.parseDouble(matcher.group(group)), "number in '" + Text.brief(text) + "'");
  }

  /** Whether all probabilities are above 0 and below 1, as draws are. */
  static boolean areInside(double[] probabilities, int count) {
    long others = 0;
    for (int i = 0; i < count; i++) {
      // Negative for those up to 0, those from 1 on, and NaN.
      long bits = Double.doubleToRawLongBits(probabilities[i]);
      others |= bits | (bits - 1) | (BELOW_ONE - bits);
    }
    return others >= 0;
  }

  /** What rounding puts outside of the bounds is put on them. */
  static void keepBetween(double lower, double upper, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.max(lower, Math.min(upper, values[i]));
    }
  }
}
