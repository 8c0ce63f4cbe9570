package dev.steppe.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * How a (treated) reading becomes a value on the common scale, by default {@code [0, 100]} with 100
 * the riskiest (normalisation, in the OECD Handbook's spelling).
 *
 * <p>Two kinds:
 *
 * <ul>
 *   <li>{@link #goalposts}, {@link #piecewiseLinear}, {@link #logistic}, {@link #categories} need
 *       no data: the same reading has the same value everywhere and always;
 *   <li>{@link #minMax}, {@link #zScore}, {@link #rank}, {@link #percentileRank} are {@linkplain
 *       #fit fitted} once on a named reference set and frozen. A country that comes later, or a
 *       what-if, is judged by the frozen bounds and never moves the others.
 * </ul>
 *
 * <p>A missing reading is NaN here, stays NaN, and is dealt with by the {@link MissingPolicy}.
 *
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD/JRC (2008), Handbook on Constructing
 *     Composite Indicators</a>, step 5
 * @since 0.1
 */
public sealed interface Normalization extends Serializable
    permits MonotoneScale, PiecewiseLinear, Categories, MovedScale, OwnScale {

  /**
   * A straight line between two goalposts: {@code x = 100 * clamp((v - lower) / (upper - lower), 0,
   * 1)}, and {@code 100 - x} where a lower reading is riskier.
   *
   * <p>The value at a goalpost is exactly 0 or 100.
   *
   * <pre>{@code
   * Normalization.goalposts(0, 60).normalize(15, Direction.HIGHER_IS_RISKIER);   // 25.0
   * Normalization.goalposts(0, 60).normalize(15, Direction.LOWER_IS_RISKIER);    // 75.0
   * }</pre>
   *
   * @throws IllegalArgumentException if a goalpost is not finite or {@code lower >= upper}; a
   *     direction says which end is risky, never the order of the goalposts
   */
  static Normalization goalposts(double lower, double upper) {
    return new Goalposts(lower, upper);
  }

  /**
   * Straight lines through points, flat before the first and after the last.
   *
   * <pre>{@code
   * Normalization.piecewiseLinear(ImmutableMap.of(0.0, 0.0, 10.0, 80.0, 50.0, 100.0))
   *     .normalize(30, Direction.HIGHER_IS_RISKIER);   // 90.0
   * }</pre>
   *
   * @param points normalised value by reading; at least two; values in {@code [0, 100]}, given for
   *     {@link Direction#HIGHER_IS_RISKIER}. They may rise and fall.
   */
  static Normalization piecewiseLinear(Map<Double, Double> points) {
    return PiecewiseLinear.through(points);
  }

  /**
   * The logistic curve {@code 100 / (1 + exp(-steepness * (v - midpoint)))}.
   *
   * <pre>{@code
   * Normalization.logistic(10, 0.5).normalize(10, Direction.HIGHER_IS_RISKIER);   // 50.0
   * }</pre>
   *
   * @param midpoint the reading whose value is 50
   * @param steepness per unit of the reading, greater than 0; the slope at the midpoint is {@code
   *     25 * steepness}
   */
  static Normalization logistic(double midpoint, double steepness) {
    return new Logistic(midpoint, steepness);
  }

  /**
   * A value for each category, where categories are coded as numbers. A reading that is none of
   * them is an error.
   *
   * <pre>{@code
   * // 0 none, 1 by consent, 2 without consent
   * Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 30.0, 2.0, 100.0))
   *     .normalize(1, Direction.HIGHER_IS_RISKIER);   // 30.0
   * }</pre>
   *
   * @param values normalised value in {@code [0, 100]} by category, given for {@link
   *     Direction#HIGHER_IS_RISKIER}
   */
  static Normalization categories(Map<Double, Double> values) {
    return new Categories(ImmutableMap.copyOf(values));
  }

  /** Goalposts at the least and the greatest reading of the reference set. */
  static Normalization minMax() {
    return new MinMax();
  }

  /** The z-score with mean 50 and standard deviation 10, as {@link #zScore(double, double)}. */
  static Normalization zScore() {
    return new ZScore(50, 10);
  }

  /**
   * The standard score of the reference set, {@code mean + sd * (v - m) / s}, cut off at 0 and 100;
   * {@code m} and {@code s} are the reference set's mean and sample standard deviation (divisor n -
   * 1).
   *
   * <p>Scores that are centred at 0, as {@code zScore(0, 1)}, would lose their lower half: what
   * lies beyond 0 and 100 is all alike. So refused is what puts more than 0.05 of a standard normal
   * there: {@code F(-mean / sd) + F((mean - 100) / sd) > 0.05}.
   *
   * @param mean the value of an average reading, in {@code [0, 100]}
   * @param sd the points of one standard deviation, greater than 0
   * @throws IllegalArgumentException if they are out of range, or too much would be cut off; the
   *     message has the share
   */
  static Normalization zScore(double mean, double sd) {
    return new ZScore(mean, sd);
  }

  /**
   * The rank in the reference set, ties averaged, from 0 for the safest to 100 for the riskiest:
   * {@code 100 * (rank - 1) / (n - 1)}. {@code rank().onto(1, n)} is the rank itself.
   *
   * <p>A reading that is not in the reference set ranks half way between its neighbours, each with
   * its own rank; one beyond all of them has 0 or 100.
   */
  static Normalization rank() {
    return new RankNormalization(true);
  }

  /**
   * The share of the other members of the reference set that are strictly safer, from 0 to 100:
   * {@code 100 * (number safer) / (n - 1)}. Ties share the lowest rank.
   */
  static Normalization percentileRank() {
    return new RankNormalization(false);
  }

  /**
   * A scale of one's own, see {@link OwnNormalization}.
   *
   * @throws IllegalArgumentException if its id, version or parameters are none
   */
  static Normalization own(OwnNormalization method) {
    return OwnScale.of(method);
  }

  /**
   * The normalisation that plain data define, see {@link MethodDefinition}.
   *
   * @throws IllegalArgumentException that lists every fault: an unknown name, unknown or missing
   *     parameters, and what the method does not take; or if it is one's {@link #own}, which is
   *     read with a model only
   */
  static Normalization of(MethodDefinition definition) {
    return MethodFamilies.SCALES.read(definition);
  }

  /**
   * The same method on part of the scale: its values are moved from {@code [0, 100]} to {@code
   * [lower, upper]} by a straight line, for example to keep zeros out of a geometric mean.
   *
   * <pre>{@code
   * Normalization.goalposts(0, 60).onto(1, 100).normalize(0, Direction.HIGHER_IS_RISKIER);   // 1.0
   * }</pre>
   *
   * @throws IllegalArgumentException unless {@code 0 <= lower < upper <= 100}, or if this is
   *     already moved so 10 times
   */
  default Normalization onto(double lower, double upper) {
    return new MovedScale(this, lower, upper);
  }

  /**
   * The value of a (treated) reading, within the {@link #scale}; NaN for NaN.
   *
   * @throws IllegalStateException if the method is to be fitted first
   * @throws IllegalArgumentException if the reading is none of the categories
   */
  double normalize(double reading, Direction direction);

  /**
   * The least and the greatest value of a reading that lies in {@code [lower, upper]}, or more than
   * that if it is not {@link #isTraceable}. The bounds may be infinite.
   */
  Range bounds(double lower, double upper, Direction direction);

  /** The least and the greatest value that the method can give. */
  Range scale(Direction direction);

  /**
   * The (treated) readings between which the value follows the reading, and beyond which it stays
   * at an end: goalposts, first and last points, the extremes of a reference set that is ranked.
   * From minus infinity to infinity where there are no such ends.
   */
  default Range extent() {
    return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * Whether {@link #bounds} is as narrow as can be and {@link #jumps} has all there are, so that it
   * can be found out which reading has a value. Only a scale of one's {@link #own} may say no.
   */
  default boolean isTraceable() {
    return true;
  }

  /** The method as plain data, of which {@link #of(MethodDefinition)} makes an equal one. */
  MethodDefinition definition();

  /** Whether only some readings have a value, so that nothing lies between two of them. */
  boolean isDiscrete();

  /**
   * The (treated) readings at which the value jumps, ascending; empty if it never does. Ranks and
   * categories jump: they have finitely many values, each at one of these readings or between two
   * of them. All other methods are continuous.
   */
  default ImmutableDoubleArray jumps() {
    return ImmutableDoubleArray.of();
  }

  /** Whether the method is ready: it needs no reference set, or was fitted to one. */
  default boolean isFitted() {
    return true;
  }

  /**
   * The method frozen on a reference set; a method that needs none is returned as it is.
   *
   * @param reference the (treated) readings of the reference set, missing ones left out
   * @param direction which end is risky
   * @throws IllegalArgumentException if the reference set is too small, or all of it is equal
   */
  default Normalization fit(ImmutableDoubleArray reference, Direction direction) {
    return this;
  }

  /** The method as a ramp, if it is one. */
  default Optional<Ramp> ramp(Direction direction) {
    return Optional.empty();
  }

  /** The method moved {@linkplain #onto onto} part of the scale as a ramp, if that is one. */
  default Optional<Ramp> ramp(Direction direction, double lower, double upper) {
    return Optional.empty();
  }
}
