package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The exact Sobol indices of weighted sums of independent values: no sample, no seed.
 *
 * <pre>{@code
 * SobolIndices indices =
 *     AdditiveSensitivity.weighted(
 *         ImmutableMap.of("a", 1.0, "b", 2.0),
 *         ImmutableMap.of("a", Estimate.between(0, 1), "b", Estimate.between(0, 1)));
 * indices.first("b");   // 0.8: 4/12 of 5/12
 * }</pre>
 *
 * <p>Weights and values are those of one term each, in any order and with the same names. A value
 * that is exact is an input with index 0.
 *
 * @see <a href="https://doi.org/10.1002/9780470725184">Saltelli et al. (2008), Global Sensitivity
 *     Analysis: The Primer, Wiley</a>
 * @since 0.1
 */
public final class AdditiveSensitivity {

  private AdditiveSensitivity() {}

  /**
   * The indices of {@code sum(w v)} with known weights: first-order and total index of a value are
   * both {@code w^2 Var(v) / sum(w^2 Var(v))}.
   *
   * @param weights finite numbers of any sign, which need not sum to 1
   * @throws IllegalArgumentException if there are none, the names differ, or a weight is not finite
   */
  public static SobolIndices weighted(Map<String, Double> weights, Map<String, Estimate> values) {
    ImmutableList<String> names = names(weights, values);
    VarianceDecomposition decomposition = new VarianceDecomposition();
    double mean = 0;
    for (String name : names) {
      double weight = Checks.finite(get(weights, name), "weight of '" + name + "'");
      Estimate value = get(values, name);
      mean += weight * value.mean();
      decomposition.input(name, weight * weight * value.variance());
    }
    return decomposition.divide("output", mean);
  }

  /**
   * The indices of {@code sum(w v)} with weights that are uncertain, independent of each other and
   * of the values. The inputs are each {@code weight of x} and {@code x}. By itself a weight has
   * the variance {@code E(v)^2 Var(w)}, a value has {@code E(w)^2 Var(v)}, and the two together
   * have {@code Var(w) Var(v)}.
   *
   * @throws IllegalArgumentException if there are none or the names differ
   */
  public static SobolIndices uncertainWeights(
      Map<String, Estimate> weights, Map<String, Estimate> values) {
    ImmutableList<String> names = names(weights, values);
    VarianceDecomposition decomposition = new VarianceDecomposition();
    double mean = 0;
    for (String name : names) {
      Estimate weight = get(weights, name);
      Estimate value = get(values, name);
      mean += weight.mean() * value.mean();
      int first =
          decomposition.input("weight of " + name, value.mean() * value.mean() * weight.variance());
      int second = decomposition.input(name, weight.mean() * weight.mean() * value.variance());
      decomposition.pair(first, second, weight.variance() * value.variance());
    }
    return decomposition.divide("output", mean);
  }

  /**
   * The indices of {@code sum(w v)} where the weight vector has a Dirichlet distribution about
   * given weights. Its parts sum to 1 and so depend on each other, which is why the vector is one
   * input, {@code weights}; there is no index of a single weight.
   *
   * @param weights expected weights, finite and at least 0; they are divided by their sum
   * @param concentration how close the weights stay to them, greater than 0: the variance of a
   *     weight {@code p} is {@code p (1 - p) / (concentration + 1)}
   * @throws IllegalArgumentException if there are none, the names differ, or a number is out of its
   *     range
   */
  public static SobolIndices dirichletWeights(
      Map<String, Double> weights, double concentration, Map<String, Estimate> values) {
    ImmutableList<String> names = names(weights, values);
    ScoreInputs.checkConcentration(concentration);
    double[] expected = new double[names.size()];
    double[] means = new double[names.size()];
    double[] variances = new double[names.size()];
    boolean[] uncertain = new boolean[names.size()];
    double sum = 0;
    for (int i = 0; i < expected.length; i++) {
      String name = names.get(i);
      expected[i] =
          Checks.inRange(get(weights, name), 0, Double.MAX_VALUE, "weight of '" + name + "'");
      means[i] = get(values, name).mean();
      variances[i] = get(values, name).variance();
      uncertain[i] = true;
      sum += expected[i];
    }
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Weights must have a finite sum > 0, but it was " + sum);
    }
    for (int i = 0; i < expected.length; i++) {
      expected[i] /= sum;
    }
    return VarianceDecomposition.dirichlet(
        "output", names, expected, concentration, means, variances, uncertain);
  }

  private static ImmutableList<String> names(Map<String, ?> weights, Map<String, ?> values) {
    List<String> faults = new ArrayList<>();
    for (String name : weights.keySet()) {
      if (!values.containsKey(name)) {
        faults.add("'" + name + "' has a weight but no value");
      }
    }
    for (String name : values.keySet()) {
      if (!weights.containsKey(name)) {
        faults.add("'" + name + "' has a value but no weight");
      }
    }
    Checks.noFaults("Weighted sum", faults);
    return ImmutableList.copyOf(values.keySet());
  }

  private static <T> T get(Map<String, T> map, String name) {
    return requireNonNull(map.get(name), name);
  }
}
