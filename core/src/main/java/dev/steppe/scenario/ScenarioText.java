package dev.steppe.scenario;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.table.Decimals;
import java.util.Map;

/** How numbers and lists read in the description of a change. */
final class ScenarioText {

  /** Enough for any share that a person states; hides the last bits of what was computed. */
  private static final int DECIMALS = 6;

  private ScenarioText() {}

  static String number(double value) {
    String text = Decimals.fixed(value, DECIMALS);
    boolean tiny = value != 0 && Double.parseDouble(text) == 0;
    return tiny ? Double.toString(value) : text.replaceFirst("\\.?0+$", "");
  }

  static String percent(double fraction) {
    return number(100 * fraction) + " %";
  }

  /** {@code "CHN by 2 and RUS by 0.5"}. */
  static String factors(Map<String, Double> factors) {
    return Text.list(
        factors.entrySet().stream()
            .map(factor -> factor.getKey() + " by " + number(factor.getValue()))
            .toList());
  }

  /** Checks the two ends of a move. */
  static void checkMove(String from, String to, String what) {
    Checks.notBlank(from, what + " to move from");
    Checks.notBlank(to, what + " to move to");
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "A move needs two, but both were '" + Text.brief(from) + "'");
    }
  }

  /** Checks factors of a perturbation: some, all finite and greater than 0. */
  static void checkFactors(Map<String, Double> factors) {
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("A perturbation needs at least one factor");
    }
    factors.forEach(
        (name, factor) -> {
          if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                "Factor of '" + name + "' must be finite and > 0, but was " + factor);
          }
        });
  }

  /** The factors of a part of a perturbation. */
  static ImmutableMap<String, Double> power(ImmutableMap<String, Double> factors, double share) {
    double exponent = share(share);
    ImmutableMap.Builder<String, Double> powers = ImmutableMap.builder();
    factors.forEach((name, factor) -> powers.put(name, Math.pow(factor, exponent)));
    return powers.buildOrThrow();
  }

  /** Checks how far a change is to go. */
  static double share(double share) {
    return Checks.inRange(share, 0, 1, "share of a change");
  }
}
