package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import java.util.function.ToDoubleFunction;

/** Functions whose indices are known. */
final class TestFunctions {

  private TestFunctions() {}

  /** Uniform inputs x1, x2, ... */
  static ImmutableList<UncertainInput> uniform(int count, double lower, double upper) {
    ImmutableList.Builder<UncertainInput> inputs = ImmutableList.builder();
    for (int i = 1; i <= count; i++) {
      inputs.add(UncertainInput.uniform("x" + i, lower, upper));
    }
    return inputs.build();
  }

  /**
   * Ishigami and Homma (1990) with a = 7 and b = 0.1, uniform on [-pi, pi].
   *
   * <p>V1 = (1 + b pi^4 / 5)^2 / 2, V2 = a^2 / 8, V13 = b^2 pi^8 (1/18 - 1/50), all others 0.
   */
  static SensitivityAnalysis ishigami() {
    return SensitivityAnalysis.of(
        x ->
            Math.sin(x[0])
                + 7 * Math.pow(Math.sin(x[1]), 2)
                + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]),
        uniform(3, -Math.PI, Math.PI));
  }

  static final double ISHIGAMI_V1 = Math.pow(1 + 0.1 * Math.pow(Math.PI, 4) / 5, 2) / 2;
  static final double ISHIGAMI_V2 = 49.0 / 8;
  static final double ISHIGAMI_V13 = 0.01 * Math.pow(Math.PI, 8) * (1 / 18.0 - 1 / 50.0);
  static final double ISHIGAMI_V = ISHIGAMI_V1 + ISHIGAMI_V2 + ISHIGAMI_V13;

  /** Sobol's g-function: the product of (|4 x - 2| + a) / (1 + a). */
  static ToDoubleFunction<double[]> g(double... a) {
    return x -> {
      double product = 1;
      for (int i = 0; i < a.length; i++) {
        product *= (Math.abs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
      }
      return product;
    };
  }

  /** The variance of one factor of the g-function: 1 / (3 (1 + a)^2). */
  static double gTerm(double a) {
    return 1 / (3 * (1 + a) * (1 + a));
  }

  /** The variance of the g-function: product of (1 + term) less 1. */
  static double gVariance(double... a) {
    double product = 1;
    for (double each : a) {
      product *= 1 + gTerm(each);
    }
    return product - 1;
  }
}
