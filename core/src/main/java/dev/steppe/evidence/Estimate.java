package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import java.io.Serializable;
import java.util.Collection;

/**
 * What is known about one number: a value, or a range with a shape.
 *
 * <p>Every estimate has a {@link #central() central value} (the one to use where one number is
 * wanted), bounds, and a distribution. All estimates are immutable.
 *
 * <pre>{@code
 * Estimate.between(17.94, 20).central();         // 18.97
 * Estimate.between(17.94, 20).cdf(18.97);        // 0.5
 * Estimate.exact(12).inverseCdf(0.3);            // 12
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface Estimate extends Serializable permits Exact, Between {

  /**
   * A value that is taken as known.
   *
   * @throws IllegalArgumentException if the value is NaN or infinite
   */
  static Estimate exact(double value) {
    return new Exact(value);
  }

  /**
   * Any value of a closed interval, each as likely as the others (a uniform distribution). Its
   * central value is the midpoint. Equal bounds give an {@link #exact exact} value.
   *
   * @throws IllegalArgumentException if a bound is not finite or the lower one exceeds the upper
   */
  static Estimate between(double lower, double upper) {
    Checks.finite(lower, "lower bound of an estimate");
    Checks.finite(upper, "upper bound of an estimate");
    if (lower == upper) {
      return new Exact(lower);
    }
    return new Between(lower, upper);
  }

  /**
   * One estimate for figures that disagree: from the least lower bound to the greatest upper bound,
   * uniform between them, because nothing says which of them is right. A single figure, or several
   * equal ones, stay as they are.
   *
   * <pre>{@code
   * Estimate.spanning(List.of(Estimate.exact(20), Estimate.exact(17.94)));   // 17.94..20.0
   * }</pre>
   *
   * @throws IllegalArgumentException if there are no figures, or they differ and one is unbounded
   * @see <a href="https://doi.org/10.1002/9781118763117">Augustin et al. (2014), Introduction to
   *     Imprecise Probabilities</a>
   */
  static Estimate spanning(Collection<? extends Estimate> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("An estimate needs at least one figure to span");
    }
    Estimate first = figures.iterator().next();
    if (figures.stream().allMatch(first::equals)) {
      return first;
    }
    double lower = figures.stream().mapToDouble(Estimate::lower).min().orElseThrow();
    double upper = figures.stream().mapToDouble(Estimate::upper).max().orElseThrow();
    return between(lower, upper);
  }

  /** The one value to use where one number is wanted. */
  double central();

  /** The least possible value; minus infinity if there is none. */
  double lower();

  /** The greatest possible value; infinity if there is none. */
  double upper();

  /** The expected value. */
  double mean();

  /** The variance; 0 for an exact value. */
  double variance();

  /** The probability, in {@code [0, 1]}, that the value is at most {@code x}. */
  double cdf(double x);

  /**
   * The least value whose {@link #cdf} is at least {@code p}.
   *
   * @param p a probability in {@code [0, 1]}
   * @throws IllegalArgumentException if {@code p} is outside {@code [0, 1]} or NaN
   */
  double inverseCdf(double p);

  /** Whether the value is taken as known. */
  default boolean isExact() {
    return lower() == upper();
  }
}
