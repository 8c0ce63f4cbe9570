package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the parts of an output's variance, and divides by their sum: the indices of weighted
 * sums of independent values in closed form.
 *
 * @see <a href="https://doi.org/10.1002/9780470725184">Saltelli et al. (2008), Global Sensitivity
 *     Analysis: The Primer, Wiley</a>
 */
final class VarianceDecomposition {

  private final List<String> names = new ArrayList<>();
  private final List<Double> alone = new ArrayList<>();
  private final List<double[]> together = new ArrayList<>();

  /** Adds an input with the variance that it has by itself; returns its number. */
  int input(String name, double variance) {
    names.add(name);
    alone.add(variance);
    return names.size() - 1;
  }

  /** Adds the variance that two inputs have together. */
  void pair(int first, int second, double variance) {
    together.add(new double[] {Math.min(first, second), Math.max(first, second), variance});
  }

  SobolIndices divide(String output, double mean) {
    ImmutableList<String> inputs = FunctionProblem.distinct(ImmutableList.copyOf(names));
    int count = inputs.size();
    double[] totals = new double[count];
    double[][] shared = new double[count][count];
    double variance = 0;
    for (int i = 0; i < count; i++) {
      totals[i] = alone.get(i);
      variance += alone.get(i);
    }
    for (double[] pair : together) {
      int i = (int) pair[0];
      int j = (int) pair[1];
      shared[i][j] += pair[2];
      totals[i] += pair[2];
      totals[j] += pair[2];
      variance += pair[2];
    }
    ImmutableList.Builder<SobolIndex> indices = ImmutableList.builder();
    ImmutableList.Builder<SobolIndices.Pair> pairs = ImmutableList.builder();
    for (int i = 0; variance > 0 && i < count; i++) {
      indices.add(SobolIndex.exact(inputs.get(i), alone.get(i) / variance, totals[i] / variance));
      for (int j = i + 1; j < count; j++) {
        double index = shared[i][j] / variance;
        pairs.add(new SobolIndices.Pair(inputs.get(i), inputs.get(j), index, Optional.empty()));
      }
    }
    return new SobolIndices(
        output, inputs, mean, variance, indices.build(), pairs.build(), Optional.empty());
  }

  /**
   * A sum of terms weight times value, where the weights have a Dirichlet distribution and the
   * values are independent of it and of each other. The weight vector is one input, named
   * "weights", since its parts depend on each other.
   *
   * <p>With expected weights p, concentration c and values of mean m and variance s^2: the weights
   * by themselves have m' Cov(w) m = (sum p m^2 - (sum p m)^2) / (c + 1), a value has p^2 s^2, and
   * the two together have Var(w) s^2 = p (1 - p) s^2 / (c + 1).
   *
   * @param uncertain which values are inputs; the others have variance 0
   */
  static SobolIndices dirichlet(
      String output,
      List<String> names,
      double[] expected,
      double concentration,
      double[] means,
      double[] variances,
      boolean[] uncertain) {
    VarianceDecomposition decomposition = new VarianceDecomposition();
    double mean = 0;
    for (int i = 0; i < expected.length; i++) {
      mean += expected[i] * means[i];
    }
    double spread = 0;
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < expected.length; i++) {
      // About the mean, so that equal values leave nothing, and nothing is negative.
      spread += expected[i] * (means[i] - mean) * (means[i] - mean);
      numbers.add(
          uncertain[i]
              ? decomposition.input(names.get(i), expected[i] * expected[i] * variances[i])
              : -1);
    }
    int weights = decomposition.input(ScoreInputs.WEIGHTS, spread / (concentration + 1));
    for (int i = 0; i < expected.length; i++) {
      if (uncertain[i]) {
        double variance = expected[i] * (1 - expected[i]) / (concentration + 1);
        decomposition.pair(weights, numbers.get(i), variance * variances[i]);
      }
    }
    return decomposition.divide(output, mean);
  }
}
