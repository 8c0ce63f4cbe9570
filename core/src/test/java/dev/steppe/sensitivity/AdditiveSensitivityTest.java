package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Estimate;
import org.junit.jupiter.api.Test;

class AdditiveSensitivityTest {

  private static final Estimate UNIT = Estimate.between(0, 1);

  @Test
  void weighted_sum_is_divided_by_squared_weight_times_variance() {
    SobolIndices indices =
        AdditiveSensitivity.weighted(
            ImmutableMap.of("a", 1.0, "b", 2.0), ImmutableMap.of("a", UNIT, "b", UNIT));
    assertThat(indices.isExact()).isTrue();
    assertThat(indices.mean()).isEqualTo(1.5);
    assertThat(indices.variance()).isCloseTo(5 / 12.0, within(1e-15));
    assertThat(indices.first("b").orElseThrow()).isCloseTo(0.8, within(1e-15));
    assertThat(indices.total("b")).isEqualTo(indices.first("b"));
    assertThat(indices.interaction("a", "b")).hasValue(0);
    assertThat(indices.interactions().orElseThrow()).isCloseTo(0, within(1e-15));
    assertThat(indices.summary())
        .isEqualTo("Most of the spread of the output comes from 'b' (80 %).");
    assertThat(indices.toTable().notes()).contains("Exact, by closed form: no intervals.");
    assertThat(indices.toTable().cell(0, 2)).isEqualTo("-");
  }

  /**
   * One product of a weight on [0, 1] and a value on [1, 3]: V(w) = 4 / 12, V(v) = 1/4 * 1/3,
   * together 1/12 * 1/3; in units of 1/36 that is 12, 3 and 1 of 16.
   */
  @Test
  void uncertain_weight_and_value_share_a_product() {
    SobolIndices indices =
        AdditiveSensitivity.uncertainWeights(
            ImmutableMap.of("a", UNIT), ImmutableMap.of("a", Estimate.between(1, 3)));
    assertThat(indices.inputs()).containsExactly("weight of a", "a");
    assertThat(indices.mean()).isEqualTo(1);
    assertThat(indices.variance()).isCloseTo(16 / 36.0, within(1e-15));
    assertThat(indices.first("weight of a").orElseThrow()).isCloseTo(12 / 16.0, within(1e-15));
    assertThat(indices.first("a").orElseThrow()).isCloseTo(3 / 16.0, within(1e-15));
    assertThat(indices.total("a").orElseThrow()).isCloseTo(4 / 16.0, within(1e-15));
    assertThat(indices.interaction("a", "weight of a").orElseThrow())
        .isCloseTo(1 / 16.0, within(1e-15));
  }

  @Test
  void uncertain_weights_agree_with_a_sample() {
    ImmutableMap<String, Estimate> weights =
        ImmutableMap.of("a", Estimate.triangular(1, 2, 4), "b", Estimate.normal(1, 0.3));
    ImmutableMap<String, Estimate> values =
        ImmutableMap.of("a", Estimate.between(2, 9), "b", Estimate.triangular(0, 1, 8));
    SobolIndices exact = AdditiveSensitivity.uncertainWeights(weights, values);
    SobolIndices sampled =
        SensitivityAnalysis.of(
                x -> x[0] * x[1] + x[2] * x[3],
                UncertainInput.of("weight of a", weights.get("a")),
                UncertainInput.of("a", values.get("a")),
                UncertainInput.of("weight of b", weights.get("b")),
                UncertainInput.of("b", values.get("b")))
            .withSize(1 << 14)
            .withResamples(20)
            .sobolWithPairs();
    assertThat(sampled.inputs()).isEqualTo(exact.inputs());
    agree(sampled, exact, 0.006);
  }

  private static void agree(SobolIndices sampled, SobolIndices exact, double tolerance) {
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

  /**
   * Two weights (u, 1 - u) with u uniform on [0, 1], which is a Dirichlet distribution with
   * concentration 2, and values 3 and 1.
   */
  @Test
  void dirichlet_weights_of_known_values_are_a_linear_function_of_a_uniform_number() {
    SobolIndices indices =
        AdditiveSensitivity.dirichletWeights(
            ImmutableMap.of("a", 1.0, "b", 1.0),
            2,
            ImmutableMap.of("a", Estimate.exact(3), "b", Estimate.exact(1)));
    // S = 1 + 2 u: mean 2, variance 4/12.
    assertThat(indices.mean()).isCloseTo(2, within(1e-15));
    assertThat(indices.variance()).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(indices.first("weights").orElseThrow()).isCloseTo(1, within(1e-15));
  }

  /** S = u a + (1 - u) b with u, a, b uniform on [0, 1]; an input of its own is u. */
  @Test
  void dirichlet_weights_agree_with_a_sample() {
    SobolIndices exact =
        AdditiveSensitivity.dirichletWeights(
            ImmutableMap.of("a", 5.0, "b", 5.0),
            2,
            ImmutableMap.of("a", Estimate.between(0, 1), "b", Estimate.between(0, 4)));
    SobolIndices sampled =
        SensitivityAnalysis.of(
                x -> x[2] * x[0] + (1 - x[2]) * x[1],
                UncertainInput.uniform("a", 0, 1),
                UncertainInput.uniform("b", 0, 4),
                UncertainInput.uniform("weights", 0, 1))
            .withSize(1 << 14)
            .withResamples(20)
            .sobolWithPairs();
    assertThat(sampled.inputs()).isEqualTo(exact.inputs());
    agree(sampled, exact, 0.004);
  }

  @Test
  void exact_values_leave_nothing_to_divide() {
    SobolIndices indices =
        AdditiveSensitivity.weighted(
            ImmutableMap.of("a", 1.0), ImmutableMap.of("a", Estimate.exact(4)));
    assertThat(indices.isDefined()).isFalse();
    assertThat(indices.isExact()).isTrue();
    assertThat(indices.mean()).isEqualTo(4);
  }

  @Test
  void faulty_sums_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AdditiveSensitivity.weighted(
                    ImmutableMap.of("a", 1.0, "c", 1.0), ImmutableMap.of("a", UNIT, "b", UNIT)))
        .withMessage(
            "Weighted sum has 2 faults:\n"
                + "  - 'c' has a weight but no value\n"
                + "  - 'b' has a value but no weight");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AdditiveSensitivity.weighted(
                    ImmutableMap.of("a", Double.NaN), ImmutableMap.of("a", UNIT)))
        .withMessage("weight of 'a' must be finite, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AdditiveSensitivity.dirichletWeights(
                    ImmutableMap.of("a", 0.0), 1, ImmutableMap.of("a", UNIT)))
        .withMessage("Weights must have a finite sum > 0, but it was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AdditiveSensitivity.dirichletWeights(
                    ImmutableMap.of("a", 1.0), 0, ImmutableMap.of("a", UNIT)))
        .withMessage("Concentration of weights must be finite and > 0, but was 0.0");
  }
}
