package dev.steppe.uncertainty;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.model.RiskModel;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * What is not known about the weights. One rule serves the whole tree: it speaks of the effective
 * weights of the indicators, and a factor weighs what the indicators below it weigh together. Only
 * {@link #eachWithin(double)} speaks of weights within a factor. An indicator whose weight is 0 in
 * the model keeps it.
 *
 * @since 0.1
 */
public sealed interface WeightUncertainty extends Serializable permits WeightDistribution {

  /** The weights are those of the model. This is the default. */
  static WeightUncertainty fixed() {
    return new FixedWeights();
  }

  /** Nothing is known: all sets of weights are equally likely (uniform on the simplex). */
  static WeightUncertainty uniform() {
    return new UniformWeights();
  }

  /**
   * The model's effective weights are about right: a Dirichlet distribution whose parameters are
   * {@code concentration} times the effective weights, which are its means. The standard deviation
   * of a weight w is {@code sqrt(w * (1 - w) / (concentration + 1))}: with 12 equal weights, 0.028
   * at a concentration of 100, a third of the weight.
   *
   * @param concentration greater than 0 and finite; the greater, the surer
   */
  static WeightUncertainty dirichlet(double concentration) {
    return new DirichletWeights(concentration);
  }

  /**
   * Only the order of the model's effective weights is known: all sets of weights that fall, or
   * stay the same, in this order are equally likely. Between equal weights no order is known: each
   * is as likely as the others. The means of these weights are the rank order centroid, {@code (1/k
   * + ... + 1/n) / n} for the k-th of n, and the mean of their centroids for equal ones; with all
   * weights equal this is {@link #uniform()}.
   *
   * @see <a href="https://doi.org/10.1287/mnsc.42.11.1515">Barron, Barrett (1996), Decision quality
   *     using ranked attribute weights. Management Science 42(11), 1515-1523</a>
   */
  static WeightUncertainty ordinal() {
    return new OrdinalWeights();
  }

  /**
   * Each effective weight is anywhere between {@code 1 - fraction} and {@code 1 + fraction} times
   * what the model says, independently of the others; then all are divided by their sum.
   *
   * @param fraction greater than 0 and at most 1; 0.25 means a quarter up or down
   */
  static WeightUncertainty within(double fraction) {
    return new WeightsWithin(fraction);
  }

  /**
   * Each weight, of an indicator or of a factor, is anywhere between {@code 1 - fraction} and
   * {@code 1 + fraction} times what it is within its factor, independently of the others; then
   * those of a factor are divided by their sum. This is the noise that COINr puts on weights. It
   * differs from {@link #within}, where the errors of many indicators below a factor all but cancel
   * out.
   *
   * @param fraction greater than 0 and at most 1; 0.25 means a quarter up or down
   * @see <a href="https://doi.org/10.21105/joss.04567">Becker et al. (2022), COINr: An R package
   *     for developing composite indicators. Journal of Open Source Software 7(78), 4567</a>
   */
  static WeightUncertainty eachWithin(double fraction) {
    return new EachWeightWithin(fraction, ImmutableMap.of());
  }

  /**
   * As {@link #eachWithin(double)}, but for these indicators and factors only. The weights of the
   * others within their factors are those of the model, before the division by the sum.
   *
   * <pre>{@code
   * WeightUncertainty.eachWithin(ImmutableMap.of("motive", 0.25, "exposure", 0.1));
   * }</pre>
   *
   * @param fractions by the code of an indicator or factor that is not the top of the tree; each
   *     greater than 0 and at most 1, at least one
   */
  static WeightUncertainty eachWithin(Map<String, Double> fractions) {
    if (requireNonNull(fractions, "fractions").isEmpty()) {
      throw new IllegalArgumentException("There must be at least one uncertain weight");
    }
    return new EachWeightWithin(0, ImmutableMap.copyOf(fractions));
  }

  /** Whether the weights are those of the model. */
  boolean isFixed();

  /**
   * The parameters of the distribution of the effective weights of a model's indicators, if it is a
   * Dirichlet distribution.
   *
   * @return in the order of the indicators; 0 where the weight is 0
   */
  default Optional<ImmutableDoubleArray> dirichletParameters(RiskModel model) {
    return Optional.empty();
  }

  /**
   * How far the weight of a node within its factor may be off, as a fraction of it, if the weights
   * within factors are uncertain independently of each other.
   *
   * @return by code, in the order of the nodes; without those whose weight is known
   * @throws IllegalArgumentException that lists every code that is unknown to the model
   */
  default Optional<ImmutableMap<String, Double>> fractions(RiskModel model) {
    return Optional.empty();
  }
}
