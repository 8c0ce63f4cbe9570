package dev.steppe.model;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import java.io.Serializable;
import java.util.List;

/**
 * How the values of a factor's children become the factor's value. All of them are increasing in
 * each child, stay between the least and the greatest child, and leave out a child whose weight is
 * 0; of those of one's {@link #own} it is believed if they say so.
 *
 * <p>They differ in <em>compensability</em>, that is how far a safe child makes up for a risky one:
 * fully in the arithmetic mean, partly in the geometric and harmonic means, not at all in the
 * maximum and minimum. The Choquet integral says so pair by pair: which children are dangerous only
 * together, and of which one is enough.
 *
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD/JRC (2008), Handbook on Constructing
 *     Composite Indicators</a>, step 6
 * @since 0.1
 */
public sealed interface Aggregation extends Serializable
    permits WeightedMean, Choquet, ChoquetOfChildren {

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
    return MinimumOrMaximum.MAXIMUM;
  }

  /** The safest child. Weights matter only by being 0 or not. */
  static Aggregation minimum() {
    return MinimumOrMaximum.MINIMUM;
  }

  /**
   * The 2-additive Choquet integral, for children that work together in pairs: {@code sum(w_i *
   * x_i) - 1/2 * sum(I_ij * |x_i - x_j|)}, where {@code I_ij} is the strength of the {@link
   * Interaction} of two children, and 0 for pairs that are not named.
   *
   * <p>A pair that is dangerous only together ({@code I > 0}) loses points by the gap between the
   * two, a pair of which either suffices ({@code I < 0}) gains them. The weights remain the
   * importance of the children, all pairs considered (their Shapley values). Two children of the
   * same weight have their minimum at strength 1, their mean at 0, and their maximum at -1.
   *
   * <ul>
   *   <li>The weight of each child, as a share of 1, must be at least half the sum of the sizes of
   *       its interactions; else the value could fall while a child rises. So a child of weight 0
   *       has no interactions but of strength 0.
   *   <li>Codes that are no children of the factor, a child paired with itself, a pair that is
   *       given twice, and interactions that are too strong for the weights are reported by {@link
   *       ModelBuilder#build}, and by the methods that change a model.
   *   <li>Where a child is missing, or does not apply, and its weight goes to the others, its
   *       interactions drop out. The condition on the weights still holds: those of the others only
   *       grow, and the sums of their interactions only shrink.
   *   <li>To use it with arrays, name their order first: {@link #bind}.
   * </ul>
   *
   * <pre>{@code
   * Aggregation.choquet(Interaction.of("motive", "exposure", 0.5))
   *     .bind(List.of("motive", "exposure"))
   *     .of(new double[] {80, 20}, new double[] {0.5, 0.5});   // 50 - 0.5 * 60 / 2 = 35.0
   * }</pre>
   *
   * @param interactions at least one, in any order
   * @throws IllegalArgumentException if there are none
   * @see <a href="https://doi.org/10.1016/S0165-0114(97)00168-1">Grabisch (1997), k-order additive
   *     discrete fuzzy measures and their representation. Fuzzy Sets and Systems 92, 167-189</a>
   * @see <a href="https://doi.org/10.1016/j.ejor.2007.02.025">Grabisch, Kojadinovic, Meyer (2008),
   *     A review of methods for capacity identification in Choquet integral based multi-attribute
   *     utility theory. European Journal of Operational Research 186, 766-785</a>
   */
  static Aggregation choquet(Interaction... interactions) {
    return new Choquet(ImmutableList.copyOf(interactions));
  }

  /**
   * An aggregation of one's own, see {@link OwnAggregation}.
   *
   * @throws IllegalArgumentException if its id, version or parameters are none
   */
  static Aggregation own(OwnAggregation method) {
    return OwnMean.of(method);
  }

  /**
   * The aggregation that plain data define, see {@link MethodDefinition}.
   *
   * @throws IllegalArgumentException that lists every fault: an unknown name, unknown or missing
   *     parameters, and what the method does not take; or if it is one's {@link #own}, which is
   *     read with a model only
   */
  static Aggregation of(MethodDefinition definition) {
    return MethodFamilies.AGGREGATIONS.read(definition);
  }

  /**
   * The aggregation as plain data, of which {@link #of(MethodDefinition)} makes an equal one; of a
   * {@linkplain #bind bound} one, what it was before.
   */
  MethodDefinition definition();

  /**
   * This aggregation for values that come in the order of these children. Only the Choquet integral
   * tells its children apart; all others return themselves. A model does this by itself.
   *
   * @param children the codes of the children, in the order of their values
   * @throws IllegalArgumentException that lists every interaction that is no pair of these children
   */
  Aggregation bind(List<String> children);

  /** This aggregation as it was before it was {@linkplain #bind bound} to the order of children. */
  Aggregation unbound();

  /**
   * What keeps the aggregation from fitting the children of a factor: interactions of a {@link
   * #choquet} that are no pair of them, or too strong for their weights. Empty if it fits.
   */
  ImmutableList<String> misfits(Factor factor);

  /**
   * The value of one set of children.
   *
   * @param values normalised values in {@code [0, 100]}
   * @param weights as many, finite and at least 0, not all 0; they need not sum to 1
   * @throws IllegalArgumentException if the lengths differ, a value or weight is out of range, or
   *     the interactions of a {@link #choquet} are too strong for the weights
   * @throws IllegalStateException if this is a {@link #choquet} that is not bound to children yet
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
   * Nothing is checked, but that a {@link #choquet} is bound to children. NaN in a child of
   * positive weight gives NaN.
   *
   * @param children a column of values for each child
   * @param weights as many, at least 0, with sum 1
   * @param out receives the results, index 0 to {@code rows - 1}; must be no column of children
   * @param rows how many rows
   */
  void aggregate(double[][] children, double[] weights, double[] out, int rows);

  /**
   * This aggregation beside other weights than those it was stated with. Only a {@link #choquet}
   * changes: each interaction is multiplied by {@code min(to_i / from_i, to_j / from_j)}, the
   * lesser of the ratios of its two children. All others take any weights, and return themselves.
   *
   * <p><em>The value still rises with each child.</em> That takes {@code w_i >= 1/2 * sum_j |I_ij|}
   * for each child (Grabisch, Kojadinovic, Meyer 2008). It holds for the stated weights, and so for
   * the others, since each of the scaled interactions is at most the stated one times the ratio of
   * the child: {@code 1/2 * sum_j |I'_ij| <= to_i / from_i * 1/2 * sum_j |I_ij| <= to_i}. So every
   * set of weights will do, and the stated ones give the stated interactions.
   *
   * <ul>
   *   <li>Children that weigh the same, as stated and then, keep the degree of their interaction: a
   *       pair that is its minimum or maximum within its weight stays it.
   *   <li>A child that weighs less than stated takes its interactions down with it; one that weighs
   *       more strengthens none alone. So drawn interactions are weaker than the stated ones on
   *       average: half as strong for three children of equal stated weight, if all other weights
   *       are equally likely. This is a choice of ours: what is known of interactions is known
   *       beside the stated weights.
   *   <li>A child without weight, as stated or then, has no interactions.
   * </ul>
   *
   * <pre>{@code
   * // A pair that is its minimum: 0.5 of each, I = 1. Beside 0.8 and 0.2, I = 0.2 / 0.5 = 0.4.
   * Aggregation.choquet(Interaction.of("motive", "exposure", 1))
   *     .bind(List.of("motive", "exposure"))
   *     .reweighted(new double[] {0.5, 0.5}, new double[] {0.8, 0.2})
   *     .of(new double[] {80, 20}, new double[] {0.8, 0.2});   // 68 - 0.4 * 60 / 2 = 56.0
   * }</pre>
   *
   * @param from the stated weights by child, at least 0, with sum 1; they fit the interactions
   * @param to the other weights by child, likewise
   * @throws IllegalStateException if this is a {@link #choquet} that is not bound to children yet
   */
  Aggregation reweighted(double[] from, double[] to);

  /**
   * Whether the value never falls while a child rises, and stays between the least and the
   * greatest. Only an aggregation of one's {@link #own} may say no.
   */
  default boolean isMonotone() {
    return true;
  }

  /** Whether the value is the weighted sum of the children, so that factors can be merged. */
  default boolean isAdditive() {
    return false;
  }
}
