package dev.steppe.model;

import dev.steppe.internal.Checks;
import java.io.Serializable;

/**
 * How the values of a factor's children become the factor's value. All of them are increasing in
 * each child, stay between the least and the greatest child, and leave out a child whose weight is
 * 0.
 *
 * <p>They differ in <em>compensability</em>, that is how far a safe child makes up for a risky one:
 * fully in the arithmetic mean, partly in the geometric and harmonic means, not at all in the
 * maximum and minimum.
 *
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD/JRC (2008), Handbook on Constructing
 *     Composite Indicators</a>, step 6
 * @since 0.1
 */
public sealed interface Aggregation extends Serializable
    permits Arithmetic, Geometric, Harmonic, PowerMean, Extreme {

  /** The weighted arithmetic mean, {@code sum(w_i * x_i)}. */
  static Aggregation arithmetic() {
    return Arithmetic.INSTANCE;
  }

  /** The weighted geometric mean, {@code exp(sum(w_i * ln(x_i)))}: 0 as soon as a child is 0. */
  static Aggregation geometric() {
    return new Geometric(0);
  }

  /**
   * The weighted geometric mean in which a child below the floor counts as the floor, so that one
   * zero does not wipe out the rest. The result is still never above the greatest child.
   *
   * <pre>{@code
   * Aggregation.geometric(1.0).of(new double[] {80, 20}, new double[] {0.5, 0.5});   // 40.0
   * }</pre>
   *
   * @param floor in {@code [0, 100]}
   */
  static Aggregation geometric(double floor) {
    return new Geometric(floor);
  }

  /** The weighted harmonic mean, {@code 1 / sum(w_i / x_i)}: 0 as soon as a child is 0. */
  static Aggregation harmonic() {
    return new Harmonic(0);
  }

  /** The weighted harmonic mean with a floor, see {@link #geometric(double)}. */
  static Aggregation harmonic(double floor) {
    return new Harmonic(floor);
  }

  /**
   * The weighted power mean (generalised mean), {@code sum(w_i * x_i^p)^(1/p)}. With a negative
   * exponent it is 0 as soon as a child is 0.
   *
   * @param exponent finite, and at least 1e-8 in size; for the limit at 0 use {@link #geometric()}
   */
  static Aggregation power(double exponent) {
    return new PowerMean(exponent);
  }

  /** The riskiest child. Weights matter only by being 0 or not. */
  static Aggregation maximum() {
    return Extreme.MAXIMUM;
  }

  /** The safest child. Weights matter only by being 0 or not. */
  static Aggregation minimum() {
    return Extreme.MINIMUM;
  }

  /**
   * The value of one set of children.
   *
   * @param values normalised values in {@code [0, 100]}
   * @param weights as many, finite and at least 0, not all 0; they need not sum to 1
   * @throws IllegalArgumentException if the lengths differ, or a value or weight is out of range
   */
  default double of(double[] values, double[] weights) {
    if (values.length != weights.length) {
      throw new IllegalArgumentException(
          "There must be as many weights as values, but there are "
              + weights.length
              + " and "
              + values.length);
    }
    double sum = 0;
    double[][] columns = new double[values.length][1];
    for (int i = 0; i < values.length; i++) {
      columns[i][0] = Checks.inRange(values[i], 0, 100, "value " + i);
      sum += Checks.inRange(weights[i], 0, Double.MAX_VALUE, "weight " + i);
    }
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Weights must have a finite sum > 0, but it was " + sum);
    }
    double[] shares = new double[weights.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = weights[i] / sum;
    }
    double[] out = new double[1];
    aggregate(columns, shares, out, 1);
    return out[0];
  }

  /**
   * The values of many sets of children at once: the one place where the formula is computed.
   * Nothing is checked. NaN in a child of positive weight gives NaN.
   *
   * @param children a column of values for each child
   * @param weights as many, at least 0, with sum 1
   * @param out receives the results, index 0 to {@code rows - 1}; must be no column of children
   * @param rows how many rows
   */
  void aggregate(double[][] children, double[] weights, double[] out, int rows);

  /** Whether the value is the weighted sum of the children, so that factors can be merged. */
  default boolean isAdditive() {
    return false;
  }
}
