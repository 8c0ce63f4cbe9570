package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VarianceDecompositionTest {

  /** a + 2 b, both uniform on [0, 1]. */
  @Test
  void weighted_sum_is_divided_by_squared_weight_times_variance() {
    VarianceDecomposition sum = new VarianceDecomposition();
    sum.input("a", 1 / 12.0);
    sum.input("b", 4 / 12.0);
    SobolIndices indices = sum.divide("output", 1.5);
    assertThat(indices.isExact()).isTrue();
    assertThat(indices.mean()).isEqualTo(1.5);
    assertThat(indices.variance()).isCloseTo(5 / 12.0, within(1e-15));
    assertThat(indices.first("b").orElseThrow()).isCloseTo(0.8, within(1e-15));
    assertThat(indices.total("b")).isEqualTo(indices.first("b"));
    assertThat(indices.interaction("a", "b")).hasValue(0);
    assertThat(indices.interactions().orElseThrow()).isCloseTo(0, within(1e-15));
    assertThat(indices.summary())
        .isEqualTo("Most of the spread of the output comes from \"b\" (80 %).");
    assertThat(indices.toTable().notes()).contains("Exact, by closed form: no intervals.");
    assertThat(indices.toTable().cell(0, 2)).isEqualTo("-");
  }

  /**
   * One product of a weight on [0, 1] and a value on [1, 3]: V(w) = 4 / 12, V(v) = 1/4 * 1/3,
   * together 1/12 * 1/3; in units of 1/36 that is 12, 3 and 1 of 16.
   */
  @Test
  void variance_of_two_together_is_in_the_totals_of_both() {
    VarianceDecomposition product = new VarianceDecomposition();
    int weight = product.input("weight of a", 12 / 36.0);
    int value = product.input("a", 3 / 36.0);
    product.pair(weight, value, 1 / 36.0);
    SobolIndices indices = product.divide("output", 1);
    assertThat(indices.variance()).isCloseTo(16 / 36.0, within(1e-15));
    assertThat(indices.first("weight of a").orElseThrow()).isCloseTo(12 / 16.0, within(1e-15));
    assertThat(indices.first("a").orElseThrow()).isCloseTo(3 / 16.0, within(1e-15));
    assertThat(indices.total("a").orElseThrow()).isCloseTo(4 / 16.0, within(1e-15));
    assertThat(indices.interaction("a", "weight of a").orElseThrow())
        .isCloseTo(1 / 16.0, within(1e-15));
  }

  private static SobolIndices halves(double[] means, double[] variances, boolean uncertain) {
    return VarianceDecomposition.dirichlet(
        "output",
        List.of("a", "b"),
        new double[] {0.5, 0.5},
        2,
        means,
        variances,
        new boolean[] {uncertain, uncertain});
  }

  /**
   * Two weights (u, 1 - u) with u uniform on [0, 1], which is a Dirichlet distribution with
   * concentration 2, and values 3 and 1: 1 + 2 u has mean 2 and variance 4/12.
   */
  @Test
  void dirichlet_weights_of_known_values_are_a_linear_function_of_a_uniform_number() {
    SobolIndices indices = halves(new double[] {3, 1}, new double[2], false);
    assertThat(indices.mean()).isCloseTo(2, within(1e-15));
    assertThat(indices.variance()).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(indices.first("weights").orElseThrow()).isCloseTo(1, within(1e-15));
  }

  /** u a + (1 - u) b with u and a uniform on [0, 1] and b on [0, 4]; an input of its own is u. */
  @Test
  void dirichlet_weights_agree_with_a_sample() {
    SobolIndices exact = halves(new double[] {0.5, 2}, new double[] {1 / 12.0, 16 / 12.0}, true);
    SobolIndices sampled =
        SensitivityAnalysis.of(
                x -> x[2] * x[0] + (1 - x[2]) * x[1],
                UncertainInput.uniform("a", 0, 1),
                UncertainInput.uniform("b", 0, 4),
                UncertainInput.uniform("weights", 0, 1))
            .withSize(1 << 14)
            .withResamples(20)
            .sobolWithPairs();
    double tolerance = 0.004;
    assertThat(sampled.inputs()).isEqualTo(exact.inputs());
    assertThat(sampled.mean()).isCloseTo(exact.mean(), within(tolerance * exact.mean()));
    assertThat(sampled.variance())
        .isCloseTo(exact.variance(), within(3 * tolerance * exact.variance()));
    for (int i = 0; i < exact.indices().size(); i++) {
      assertThat(sampled.indices().get(i).first())
          .isCloseTo(exact.indices().get(i).first(), within(tolerance));
      assertThat(sampled.indices().get(i).total())
          .isCloseTo(exact.indices().get(i).total(), within(tolerance));
    }
    for (int p = 0; p < exact.pairs().size(); p++) {
      assertThat(sampled.pairs().get(p).index())
          .isCloseTo(exact.pairs().get(p).index(), within(2 * tolerance));
    }
  }

  @Test
  void without_variance_there_is_nothing_to_divide() {
    VarianceDecomposition known = new VarianceDecomposition();
    known.input("a", 0);
    SobolIndices indices = known.divide("output", 4);
    assertThat(indices.isDefined()).isFalse();
    assertThat(indices.isExact()).isTrue();
    assertThat(indices.mean()).isEqualTo(4);
  }
}
