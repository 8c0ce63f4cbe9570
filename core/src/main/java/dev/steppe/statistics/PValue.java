package dev.steppe.statistics;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import dev.steppe.table.Decimals;

/**
 * How often chance alone would give a figure at least as extreme as the one found.
 *
 * @param value from 0 to 1
 * @param method how it was found
 * @param standardError of the sampling; 0 unless the method is {@link PValueMethod#SAMPLED}
 * @since 0.1
 */
public record PValue(double value, PValueMethod method, double standardError) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the value is outside {@code [0, 1]} or the error negative
   */
  public PValue {
    requireNonNull(method, "method");
    value = Checks.inRange(value, 0, 1, "p-value");
    standardError =
        Checks.inRange(standardError, 0, Double.MAX_VALUE, "standard error of a p-value");
  }

  /**
   * Obtains one that is known exactly; a sum that rounding took above 1 is 1.
   *
   * @throws IllegalArgumentException if it is negative or NaN
   */
  public static PValue exact(double value) {
    return new PValue(Math.min(1, value), PValueMethod.EXACT, 0);
  }

  /**
   * Obtains one from a sample: {@code (asExtreme + 1) / (replications + 1)}, which is never 0.
   *
   * <pre>{@code
   * PValue.sampled(99, 9_999).value();   // 0.01
   * }</pre>
   *
   * @param asExtreme how many of the sample were at least as extreme as what was found
   * @param replications how many were drawn
   * @throws IllegalArgumentException unless {@code 0 <= asExtreme <= replications}
   */
  public static PValue sampled(long asExtreme, int replications) {
    if (!(asExtreme >= 0 && asExtreme <= replications)) {
      throw new IllegalArgumentException(
          "Of " + replications + " replications, " + asExtreme + " cannot be as extreme");
    }
    double value = (asExtreme + 1.0) / (replications + 1.0);
    double error = Math.sqrt(value * (1 - value) / (replications + 1.0));
    return new PValue(value, PValueMethod.SAMPLED, error);
  }

  /**
   * The method in words, with what a table of three decimals hides and with the error of sampling
   * if there is one.
   */
  public String how() {
    return (value < 0.0005 ? "below 0.001, " : "")
        + method.description()
        + (standardError > 0 ? ", standard error " + Decimals.fixed(standardError, 4) : "");
  }

  /** Such as {@code 0.1194 (exact, over all orders)}. */
  @Override
  public String toString() {
    return Decimals.fixed(value, 4) + " (" + how() + ")";
  }
}
