package dev.steppe.evidence;

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
 * Estimate.triangular(10, 12, 20).central();     // 12.0
 * Estimate.logNormal(100, 0.5).cdf(100);         // 0.5
 * Estimate.normal(5, 2, 0, 100).mean();          // 5.0353, a little above 5: nothing is below 0
 * Estimate.parse("17.94..20").mean();            // 18.97
 * }</pre>
 *
 * <p>What is read from a stream of Java serialization passes the checks of the factories, or is
 * refused. As with all such streams, read only what comes from those you trust.
 *
 * @since 0.1
 */
public sealed interface Estimate extends Serializable
    permits ExactEstimate,
        UniformEstimate,
        TriangularEstimate,
        BetaEstimate,
        NormalEstimate,
        LogNormalEstimate,
        OwnDistribution {

  /**
   * A value that is taken as known.
   *
   * @throws IllegalArgumentException if the value is NaN or infinite
   */
  static Estimate exact(double value) {
    return new ExactEstimate(value);
  }

  /**
   * Any value of a closed interval, each as likely as the others (a uniform distribution). Its
   * central value is the midpoint. Equal bounds give an {@link #exact exact} value.
   *
   * @throws IllegalArgumentException if a bound is not finite or the lower one exceeds the upper
   */
  static Estimate between(double lower, double upper) {
    if (lower == upper && Double.isFinite(lower)) {
      return new ExactEstimate(lower);
    }
    return new UniformEstimate(lower, upper);
  }

  /**
   * A best value with bounds: a triangular distribution, whose central value is its mode. Three
   * equal numbers give an {@link #exact exact} value.
   *
   * <pre>{@code
   * Estimate.triangular(0, 0, 3).mean();   // 1.0
   * }</pre>
   *
   * @param lower the least possible value
   * @param mode the most likely value; may equal a bound
   * @param upper the greatest possible value
   * @throws IllegalArgumentException if one is not finite or they are not in ascending order
   */
  static Estimate triangular(double lower, double mode, double upper) {
    return lower == mode && mode == upper
        ? exact(mode)
        : new TriangularEstimate(lower, mode, upper);
  }

  /**
   * A value with a standard error: a normal distribution without bounds. Give bounds wherever the
   * indicator has them, since no share is below 0.
   *
   * @throws IllegalArgumentException if a number is not finite or {@code sd <= 0}
   */
  static Estimate normal(double mean, double sd) {
    return new NormalEstimate(mean, sd, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * A value with a standard error, within bounds: a normal distribution cut to {@code [lower,
   * upper]} and rescaled. Its central value is {@code mean}, moved to the nearer bound if it is
   * outside; its own {@link #mean()} differs from {@code mean} wherever the cut is lopsided.
   *
   * <pre>{@code
   * Estimate.normal(0, 1, 0, 1).mean();       // 0.4598622292864265
   * Estimate.normal(0, 1, 0, 1).variance();   // 0.0796518248485113
   * }</pre>
   *
   * @param mean the mean before the cut
   * @param sd the standard deviation before the cut
   * @param lower the least possible value; may be minus infinity
   * @param upper the greatest possible value; may be infinity
   * @throws IllegalArgumentException if {@code mean} or {@code sd} is not finite, {@code sd <= 0},
   *     {@code lower >= upper}, or less than {@code 1e-300} of the distribution is within the
   *     bounds (they are more than about 37 standard deviations off)
   */
  static Estimate normal(double mean, double sd, double lower, double upper) {
    return new NormalEstimate(mean, sd, lower, upper);
  }

  /**
   * A value of which two quantiles are known, as of a range that somebody is 90 % sure of: the
   * normal distribution without bounds that has them. With {@code z} the standard normal quantiles
   * at the two levels, {@code sd = (second - first) / (z2 - z1)} and {@code mean = first - z1 *
   * sd}.
   *
   * <pre>{@code
   * Estimate.normalOfQuantiles(0.05, 2, 0.95, 8).mean();              // 5, but for rounding
   * Estimate.normalOfQuantiles(0.05, 2, 0.95, 8).variance();          // 3.3265 = 1.8239^2
   * Estimate.normalOfQuantiles(0.05, 2, 0.95, 8).truncatedTo(0, 10);  // where bounds are known, too
   * }</pre>
   *
   * @param firstLevel the probability, between 0 and 1, of a value of at most {@code first}
   * @param secondLevel the same of {@code second}, greater than {@code firstLevel}
   * @throws IllegalArgumentException if a number is out of range, or the two quantiles are not in
   *     the order of their levels
   */
  static Estimate normalOfQuantiles(
      double firstLevel, double first, double secondLevel, double second) {
    return NormalEstimate.ofQuantiles(firstLevel, first, secondLevel, second);
  }

  /**
   * A value that may be off by a factor: a log-normal distribution, whose logarithm has the normal
   * distribution with mean {@code ln(median)} and standard deviation {@code sdLog}. Its central
   * value is the median; nothing is below 0.
   *
   * <pre>{@code
   * Estimate.logNormal(100, 0.5).inverseCdf(0.95);   // 227.6 = 100 * exp(1.6449 * 0.5)
   * Estimate.logNormal(100, 0.5).mean();             // 113.3 = 100 * exp(0.5^2 / 2)
   * }</pre>
   *
   * @param median greater than 0; half of the probability is below it
   * @param sdLog the standard deviation of the natural logarithm, greater than 0
   * @throws IllegalArgumentException if a number is out of range, or the mean or a draw would be
   *     beyond the greatest double
   */
  static Estimate logNormal(double median, double sdLog) {
    return logNormal(median, sdLog, 0, Double.POSITIVE_INFINITY);
  }

  /**
   * A value that may be off by a factor, within bounds: a {@linkplain #logNormal(double, double)
   * log-normal} distribution cut to {@code [lower, upper]} and rescaled. Its central value is the
   * median before the cut, moved to the nearer bound if it is outside.
   *
   * @param lower the least possible value, 0 or more
   * @param upper the greatest possible value; may be infinity
   * @throws IllegalArgumentException if a number is out of range, {@code lower >= upper}, or next
   *     to nothing of the distribution is within the bounds
   */
  static Estimate logNormal(double median, double sdLog, double lower, double upper) {
    return new LogNormalEstimate(median, sdLog, lower, upper, 0);
  }

  /**
   * A value above 0 of which two quantiles are known: the log-normal distribution that has them,
   * whose logarithm is {@link #normalOfQuantiles} of their logarithms.
   *
   * <pre>{@code
   * Estimate.logNormalOfQuantiles(0.05, 10, 0.95, 1000).central();   // 100, but for rounding
   * }</pre>
   *
   * @param firstLevel the probability, between 0 and 1, of a value of at most {@code first}
   * @param first greater than 0
   * @param secondLevel the same of {@code second}, greater than {@code firstLevel}
   * @throws IllegalArgumentException if a number is out of range, or the two quantiles are not in
   *     the order of their levels
   */
  static Estimate logNormalOfQuantiles(
      double firstLevel, double first, double secondLevel, double second) {
    return LogNormalEstimate.ofQuantiles(firstLevel, first, secondLevel, second);
  }

  /**
   * A best value with bounds, smoother than a {@linkplain #triangular triangle} and with thinner
   * ends: a PERT distribution of the usual strength 4. Its central value is its mode.
   *
   * <pre>{@code
   * Estimate.pert(0, 1, 5).mean();   // 1.5 = (0 + 4 * 1 + 5) / 6
   * }</pre>
   *
   * @throws IllegalArgumentException as {@link #pert(double, double, double, double)}
   */
  static Estimate pert(double lower, double mode, double upper) {
    return pert(lower, mode, upper, BetaEstimate.USUAL_STRENGTH);
  }

  /**
   * A best value with bounds: a PERT distribution, which is a {@linkplain #beta beta} distribution
   * with shapes {@code 1 + strength * (mode - lower) / (upper - lower)} and {@code 1 + strength *
   * (upper - mode) / (upper - lower)}. Three equal numbers give an {@link #exact exact} value.
   *
   * @param lower the least possible value
   * @param mode the most likely value; may equal a bound
   * @param upper the greatest possible value
   * @param strength how strongly values keep to the mode (often lambda): from above 0, where all
   *     are all but equally likely, to 999
   * @throws IllegalArgumentException if a number is out of range, or they are not in ascending
   *     order
   */
  static Estimate pert(double lower, double mode, double upper, double strength) {
    return lower == mode && mode == upper
        ? exact(mode)
        : BetaEstimate.ofMode(lower, mode, upper, strength);
  }

  /**
   * A value within bounds: a beta distribution, scaled from {@code [0, 1]} to {@code [lower,
   * upper]}. Its central value is its mean, {@code lower + (upper - lower) * alpha / (alpha +
   * beta)}.
   *
   * <pre>{@code
   * Estimate.beta(2, 3, 0, 100).mean();     // 40.0
   * Estimate.beta(2, 3, 0, 100).cdf(50);    // 0.6875
   * }</pre>
   *
   * @param alpha from 0.1 to 1000: the greater, the less is near the lower bound
   * @param beta from 0.1 to 1000: the greater, the less is near the upper bound
   * @param lower the least possible value
   * @param upper the greatest possible value
   * @throws IllegalArgumentException if a number is out of range or {@code lower >= upper}
   */
  static Estimate beta(double alpha, double beta, double lower, double upper) {
    return BetaEstimate.ofShapes(alpha, beta, lower, upper);
  }

  /**
   * A distribution of one's own, see {@link OwnEstimate}: drawn and scored as any other, but never
   * cut, so that its bounds have to be inside those of its indicator's domain. Its text has its id,
   * version and parameters, and is read with {@link #parse(String, OwnEstimates)}.
   *
   * @throws IllegalArgumentException if it does not say that it keeps its contract; if its id,
   *     version or parameters are none; or if its ends, central value, mean or variance contradict
   *     each other
   */
  static Estimate own(OwnEstimate distribution) {
    return OwnDistribution.of(distribution);
  }

  /**
   * The estimate that a text says: a number such as {@code 12.5}, a closed interval such as {@code
   * 0..4} (two dots, no spaces), or what {@code toString()} of any estimate gives, such as {@code
   * triangular(1.0, 2.0, 4.0)}. The decimal mark is a dot in every locale.
   *
   * @throws IllegalArgumentException if the text is none of these, or its numbers do not fit
   */
  static Estimate parse(String text) {
    return Estimates.parse(text, null);
  }

  /**
   * The estimate that a text says, see {@link #parse(String)}, which may be one of one's {@link
   * #own}.
   *
   * @param own where those of one's own are found
   * @throws IllegalArgumentException as there, or if a distribution of one's own is not known
   */
  static Estimate parse(String text, OwnEstimates own) {
    return Estimates.parse(text, own);
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
    double lower = first.lower();
    double upper = first.upper();
    boolean alike = true;
    for (Estimate figure : figures) {
      alike = alike && figure.equals(first);
      lower = Math.min(lower, figure.lower());
      upper = Math.max(upper, figure.upper());
    }
    if (alike) {
      return first;
    }
    if (!(Double.isFinite(lower) && Double.isFinite(upper))) {
      throw new IllegalArgumentException(
          "Figures that differ are spanned from bound to bound, but one has none: " + figures);
    }
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

  /** The variance; 0 for an exact value, and infinite where it is beyond the greatest double. */
  double variance();

  /** The probability, in {@code [0, 1]}, that the value is at most {@code x}. */
  double cdf(double x);

  /**
   * The least value whose {@link #cdf} is at least {@code p}; of a beta or PERT estimate one whose
   * {@link #cdf} is within 1e-11 of {@code p}.
   *
   * @param p a probability in {@code [0, 1]}
   * @throws IllegalArgumentException if {@code p} is outside {@code [0, 1]} or NaN
   */
  double inverseCdf(double p);

  /**
   * Replaces probabilities by the values at them: {@link #inverseCdf(double)} for many at once.
   *
   * @param probabilities in {@code [0, 1]}; receives the values
   * @param count how many there are, from the first on
   * @throws IllegalArgumentException if one is outside {@code [0, 1]} or NaN
   */
  default void inverseCdf(double[] probabilities, int count) {
    for (int i = 0; i < count; i++) {
      probabilities[i] = inverseCdf(probabilities[i]);
    }
  }

  /**
   * This estimate within bounds that the number is known to respect, such as 0 and 1 for a share.
   *
   * <ul>
   *   <li>Exact: itself, if it is inside.
   *   <li>Between: the part of the interval that is inside.
   *   <li>Triangular, PERT, beta and one's own: itself, if its bounds are inside; they are never
   *       cut.
   *   <li>Normal and log-normal: cut and rescaled, with the tighter of the old and the new bounds.
   * </ul>
   *
   * @param from the least possible value; may be minus infinity
   * @param to the greatest possible value; may be infinity
   * @throws IllegalArgumentException if {@code from > to}, nothing of the estimate is inside, or
   *     one that is never cut would be
   */
  Estimate truncatedTo(double from, double to);

  /**
   * This estimate moved by {@code shift}, its shape and width unchanged.
   *
   * @throws IllegalArgumentException if {@code shift} is not finite, or a finite number of the
   *     estimate would not stay so
   */
  Estimate plus(double shift);

  /**
   * This estimate multiplied by {@code factor}, bounds and spread included; 0 gives an exact 0.
   *
   * @throws IllegalArgumentException if {@code factor} is negative or not finite, or a finite
   *     number of the estimate would not stay so
   */
  Estimate times(double factor);

  /** Whether the value is taken as known. */
  default boolean isExact() {
    return lower() == upper();
  }
}
