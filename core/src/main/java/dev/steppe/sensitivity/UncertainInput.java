package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.function.DoubleUnaryOperator;

/**
 * An input of a function whose value is not known: a name and a distribution, by its inverse
 * distribution function. Immutable. Inputs are taken as independent of each other.
 *
 * <pre>{@code
 * UncertainInput.uniform("x", 0, 10);
 * UncertainInput.of("gdp_growth", Estimate.triangular(1, 2, 6));
 * UncertainInput.of("wait", u -> -Math.log1p(-u));   // exponential with mean 1
 * }</pre>
 *
 * @since 0.1
 */
public final class UncertainInput {

  private final String name;
  private final DoubleUnaryOperator inverseCdf;

  private UncertainInput(String name, DoubleUnaryOperator inverseCdf) {
    this.name = Checks.notBlank(name, "name of an input");
    this.inverseCdf = requireNonNull(inverseCdf, "inverseCdf");
  }

  /**
   * Obtains an input with any distribution.
   *
   * @param inverseCdf the value by the probability of staying at or below it, in {@code (0, 1)}
   */
  public static UncertainInput of(String name, DoubleUnaryOperator inverseCdf) {
    return new UncertainInput(name, inverseCdf);
  }

  /** Obtains an input that is distributed as an estimate says. */
  public static UncertainInput of(String name, Estimate estimate) {
    return new UncertainInput(name, requireNonNull(estimate, "estimate")::inverseCdf);
  }

  /**
   * Obtains an input that may have any value of a closed interval, each as likely as the others.
   *
   * @throws IllegalArgumentException if a bound is not finite or the lower one exceeds the upper
   */
  public static UncertainInput uniform(String name, double lower, double upper) {
    return of(name, Estimate.between(lower, upper));
  }

  /** The name, unique among the inputs of an analysis. */
  public String name() {
    return name;
  }

  /** The value at a probability. */
  double at(double probability) {
    return inverseCdf.applyAsDouble(probability);
  }

  @Override
  public String toString() {
    return "input '" + Text.printable(name) + "'";
  }
}
