package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.Estimate;
import org.junit.jupiter.api.Test;

class ShapleyEffectsTest {

  private static double sum(ShapleyEffects effects) {
    return effects.effects().stream().mapToDouble(ShapleyEffect::share).sum();
  }

  /**
   * x1 + x2 x3 with inputs on [-1, 1]: Var = 1/3 + 1/9, all of x2 x3 shared by the two: 3/4, 1/8,
   * 1/8.
   */
  @Test
  void two_inputs_share_equally_what_they_do_together() {
    ShapleyEffects effects =
        SensitivityAnalysis.of(x -> x[0] + x[1] * x[2], TestFunctions.uniform(3, -1, 1))
            .withResamples(100)
            .shapley();
    assertThat(effects.isExact()).isFalse();
    assertThat(effects.variance()).isCloseTo(4 / 9.0, within(0.01));
    assertThat(effects.share("x1").orElseThrow()).isCloseTo(0.75, within(0.01));
    assertThat(effects.share("x2").orElseThrow()).isCloseTo(0.125, within(0.01));
    assertThat(effects.share("x3").orElseThrow()).isCloseTo(0.125, within(0.01));
    assertThat(sum(effects)).isCloseTo(1, within(1e-12));
    assertThat(effects.effects().get(0).interval().orElseThrow().contains(0.75)).isTrue();
    assertThat(effects.design().orElseThrow().size()).isEqualTo(4096);
    assertThat(effects.resamples()).hasValue(100);
    assertThat(effects.toTable().title()).contains("output");
    assertThat(effects.toTable().notes().toString()).contains("100 bootstrap samples");
    assertThat(effects.toTable().cell(0, 0)).isEqualTo("x1");
    assertThat(effects).hasToString(effects.toTable().toString());
  }

  /** Three inputs of mean 0 multiplied have no index but the third-order one: a third each. */
  @Test
  void three_inputs_share_equally_what_they_do_together() {
    ShapleyEffects effects =
        SensitivityAnalysis.of(x -> x[0] * x[1] * x[2], TestFunctions.uniform(3, -1, 1))
            .withSize(1 << 14)
            .withResamples(10)
            .shapley();
    for (ShapleyEffect effect : effects.effects()) {
      assertThat(effect.share()).isCloseTo(1 / 3.0, within(0.01));
    }
  }

  /** For independent inputs the share of i is the sum of V_S / |S| over the sets S that hold i. */
  @Test
  void ishigami_function_shares_what_x1_and_x3_do_together() {
    ShapleyEffects effects = TestFunctions.ishigami().withSize(1 << 14).withResamples(10).shapley();
    double v = TestFunctions.ISHIGAMI_V;
    double half = TestFunctions.ISHIGAMI_V13 / 2;
    assertThat(effects.share("x1").orElseThrow())
        .isCloseTo((TestFunctions.ISHIGAMI_V1 + half) / v, within(0.005));
    assertThat(effects.share("x2").orElseThrow())
        .isCloseTo(TestFunctions.ISHIGAMI_V2 / v, within(0.005));
    assertThat(effects.share("x3").orElseThrow()).isCloseTo(half / v, within(0.005));
  }

  @Test
  void linear_function_of_normal_inputs_is_divided_by_squared_coefficient_times_variance() {
    ShapleyEffects effects =
        SensitivityAnalysis.of(
                x -> 2 * x[0] - x[1] + 0 * x[2],
                UncertainInput.of("a", Estimate.normal(3, 1)),
                UncertainInput.of("b", Estimate.normal(0, 2)),
                UncertainInput.of("c", Estimate.normal(0, 5)))
            .withResamples(10)
            .shapley();
    assertThat(effects.share("a").orElseThrow()).isCloseTo(0.5, within(0.01));
    assertThat(effects.share("b").orElseThrow()).isCloseTo(0.5, within(0.01));
    assertThat(effects.share("c").orElseThrow()).isCloseTo(0, within(1e-12));
  }

  /** Twelve inputs are too many for all sets: random orders, with a pair that acts together. */
  @Test
  void random_orders_serve_many_inputs() {
    SensitivityAnalysis analysis =
        SensitivityAnalysis.of(
                x -> {
                  double sum = 6 * x[10] * x[11];
                  for (int i = 0; i < 10; i++) {
                    sum += (i + 1) * x[i];
                  }
                  return sum;
                },
                TestFunctions.uniform(12, -1, 1))
            .withSize(1 << 14)
            .withResamples(199);
    ShapleyEffects effects = analysis.shapley();
    double variance = 385 / 3.0 + 36 / 9.0;
    assertThat(effects.variance()).isCloseTo(variance, within(0.02 * variance));
    for (int i = 0; i < 12; i++) {
      double share = (i < 10 ? (i + 1) * (i + 1) / 3.0 : 2) / variance;
      ShapleyEffect effect = effects.effects().get(i);
      double error = effect.interval().orElseThrow().width() / 3.92;
      assertThat(effect.share()).isCloseTo(share, within(4 * error));
      assertThat(error).isBetween(1e-4, 0.01);
    }
    assertThat(sum(effects)).isCloseTo(1, within(1e-12));
    assertThat(analysis.shapley().effects()).isEqualTo(effects.effects());
  }

  @Test
  void share_lies_between_first_order_and_total_index() {
    SensitivityAnalysis analysis =
        SensitivityAnalysis.of(TestFunctions.g(0, 0.5, 3, 9), TestFunctions.uniform(4, 0, 1))
            .withResamples(10);
    SobolIndices indices = analysis.sobol();
    ShapleyEffects effects = analysis.shapley();
    for (int i = 0; i < 4; i++) {
      assertThat(effects.effects().get(i).share())
          .isBetween(
              indices.indices().get(i).first() - 0.01, indices.indices().get(i).total() + 0.01);
    }
  }

  /** Over 300 seeds a 95 % interval should miss the truth 15 times, give or take 4. */
  @Test
  void intervals_hold_the_truth_as_often_as_they_say() {
    int held = 0;
    for (int seed = 0; seed < 300; seed++) {
      held +=
          SensitivityAnalysis.of(x -> x[0] * x[1], TestFunctions.uniform(2, 0, 1))
                  .withSampling(Sampling.RANDOM)
                  .withSize(256)
                  .withResamples(199)
                  .withSeed(seed)
                  .shapley()
                  .effects()
                  .get(0)
                  .interval()
                  .orElseThrow()
                  .contains(0.5)
              ? 1
              : 0;
    }
    assertThat(held).isBetween(270, 297);
  }

  @Test
  void constant_output_has_no_shares() {
    ShapleyEffects effects =
        SensitivityAnalysis.of(x -> 7, TestFunctions.uniform(2, 0, 1)).shapley();
    assertThat(effects.effects()).isEmpty();
    assertThat(effects.variance()).isZero();
    assertThat(effects.share("x1")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> effects.share("y"))
        .withMessage("There is no input 'y'. Known: [x1, x2].");
  }

  @Test
  void output_that_is_not_finite_is_an_error() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SensitivityAnalysis.of(x -> x[0] / 0, TestFunctions.uniform(1, 0, 1)).shapley())
        .withMessageStartingWith("Every output must be finite, but was Infinity at x1 = 0.");
  }
}
