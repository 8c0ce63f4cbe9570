package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Estimate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MorrisEffectsTest {

  private static SensitivityAnalysis linear() {
    return SensitivityAnalysis.of(
        x -> 3 * x[0] - x[1], UncertainInput.uniform("a", 0, 1), UncertainInput.uniform("b", 0, 2));
  }

  @Test
  void linear_function_has_the_same_effects_everywhere() {
    MorrisEffects effects = linear().morris(10);
    assertThat(effects.effect("a").mean()).isCloseTo(3, within(1e-12));
    assertThat(effects.effect("a").meanAbsolute()).isCloseTo(3, within(1e-12));
    assertThat(effects.effect("a").standardDeviation()).isCloseTo(0, within(1e-12));
    assertThat(effects.effect("b").mean()).isCloseTo(-2, within(1e-12));
    assertThat(effects.effect("b").meanAbsolute()).isCloseTo(2, within(1e-12));
    assertThat(effects.effect("b").standardError()).isCloseTo(0, within(1e-12));
    assertThat(effects.trajectories()).isEqualTo(10);
    assertThat(effects.levels()).isEqualTo(4);
    assertThat(effects.seed()).isEqualTo(2022);
    assertThat(effects.toTable().cell(1, 0)).isEqualTo("b");
    assertThat(effects).hasToString(effects.toTable().toString());
  }

  /**
   * x1 x2 on four levels 0, 1/3, 2/3, 1: an effect of x1 is the level of x2, each as likely as the
   * others: mean 1/2, variance 5/36.
   */
  @Test
  void product_has_the_effects_of_its_grid() {
    MorrisEffects effects =
        SensitivityAnalysis.of(x -> x[0] * x[1], TestFunctions.uniform(2, 0, 1)).morris(20_000);
    for (MorrisEffect effect : effects.effects()) {
      assertThat(effect.mean()).isCloseTo(0.5, within(4 * effect.standardError()));
      assertThat(effect.standardError()).isCloseTo(Math.sqrt(5 / 36.0 / 20_000), within(1e-4));
      assertThat(effect.standardDeviation()).isCloseTo(Math.sqrt(5 / 36.0), within(0.01));
    }
  }

  @Test
  void effects_of_opposite_signs_cancel_in_the_mean_only() {
    MorrisEffect effect =
        SensitivityAnalysis.of(x -> x[0] * x[1], TestFunctions.uniform(2, -1, 1))
            .morris(2000)
            .effect("x1");
    assertThat(effect.mean())
        .isCloseTo(0, within(4 * effect.standardDeviation() / Math.sqrt(2000)));
    // |x2| is 1 or 1/3, and x1 moves over a range of 2.
    assertThat(effect.meanAbsolute()).isCloseTo(4 / 3.0, within(4 * effect.standardError()));
  }

  /**
   * The function of 20 inputs in Morris (1991), section 4, with 0 for its random coefficients. As
   * there: inputs 8 to 10 have plain effects, 1 to 7 act together or not along a straight line, and
   * 11 to 20 do nothing.
   */
  @Test
  void published_example_falls_into_its_groups() {
    MorrisEffects effects =
        SensitivityAnalysis.of(MorrisEffectsTest::morris, TestFunctions.uniform(20, 0, 1))
            .morris(40);
    for (int i = 0; i < 20; i++) {
      MorrisEffect effect = effects.effects().get(i);
      if (i < 7) {
        assertThat(effect.meanAbsolute()).as(effect.input()).isGreaterThan(15);
        assertThat(effect.standardDeviation()).as(effect.input()).isGreaterThan(15);
      } else if (i < 10) {
        // 20 w with w = 2 x - 1.
        assertThat(effect.mean()).as(effect.input()).isCloseTo(40, within(1e-9));
        assertThat(effect.standardDeviation()).isCloseTo(0, within(1e-9));
      } else {
        assertThat(effect.meanAbsolute()).as(effect.input()).isCloseTo(0, within(1e-9));
      }
    }
  }

  private static double morris(double[] x) {
    double[] w = new double[20];
    for (int i = 0; i < 20; i++) {
      w[i] = i == 2 || i == 4 || i == 6 ? 2 * (1.1 * x[i] / (x[i] + 0.1) - 0.5) : 2 * x[i] - 1;
    }
    double sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += 20 * w[i];
      for (int j = i + 1; j < 6; j++) {
        sum -= 15 * w[i] * w[j];
        for (int k = j + 1; k < 5; k++) {
          sum -= 10 * w[i] * w[j] * w[k];
          for (int l = k + 1; l < 4; l++) {
            sum += 5 * w[i] * w[j] * w[k] * w[l];
          }
        }
      }
    }
    return sum;
  }

  private static SensitivityAnalysis wave(double periods) {
    return SensitivityAnalysis.of(
        x -> Math.sin(2 * Math.PI * periods * x[0]) + 0.1 * x[1],
        UncertainInput.uniform("a", 0, 1),
        UncertainInput.uniform("b", 0, 1));
  }

  /** Steps are 2/3 of the range on four levels, and 1/2 + 1/126 on 64. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void what_steps_hide_is_remarked(long seed) {
    assertThat(wave(1.5).withSeed(seed).morris(10).remarks())
        .containsExactly(
            "Steps of 0.67 of the range hide what inputs do: other moves change the output more"
                + " than three times as much as any step of \"a\". Take another number of levels, or"
                + " Sobol indices.");
    assertThat(wave(2).withSeed(seed).morris(10, 64).remarks().get(0))
        .startsWith("Steps of 0.51 of the range hide")
        .contains("any step of \"a\".");
    assertThat(TestFunctions.ishigami().withSeed(seed).morris(10, 2).remarks())
        .anyMatch(remark -> remark.contains("as much as any step of \"x1\", \"x2\"."));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void outputs_that_rise_or_fall_all_the_way_need_no_remark(long seed) {
    SensitivityAnalysis curved =
        SensitivityAnalysis.of(
            x -> 1e6 + Math.exp(3 * x[0]) * x[1] - x[2] * x[2] + (x[3] > 0.5 ? 1 : 0) + 0 * x[4],
            TestFunctions.uniform(5, 0, 1));
    for (int levels : new int[] {2, 4, 8, 64}) {
      assertThat(linear().withSeed(seed).morris(10, levels).remarks()).isEmpty();
      assertThat(curved.withSeed(seed).morris(20, levels).remarks()).isEmpty();
    }
    assertThat(SensitivityAnalysis.of(x -> 3, TestFunctions.uniform(2, 0, 1)).morris(4).remarks())
        .isEmpty();
  }

  @Test
  void effects_of_both_signs_are_remarked() {
    MorrisEffects effects = TestFunctions.ishigami().morris(10);
    assertThat(effects.remarks())
        .containsExactly(
            "Effects have both signs, so their mean says little: \"x2\", \"x3\". The output rises and"
                + " falls with the input, or other inputs turn its effect round.");
    assertThat(effects.toTable().notes()).containsAll(effects.remarks());
  }

  @Test
  void great_and_small_outputs_have_their_effects() {
    for (double unit : new double[] {0x1p800, 0x1p-800}) {
      MorrisEffect effect =
          SensitivityAnalysis.of(x -> unit * x[0] * x[1], TestFunctions.uniform(2, 0, 1))
              .morris(10)
              .effect("x1");
      MorrisEffect plain =
          SensitivityAnalysis.of(x -> x[0] * x[1], TestFunctions.uniform(2, 0, 1))
              .morris(10)
              .effect("x1");
      assertThat(effect.standardDeviation()).isEqualTo(plain.standardDeviation() * unit);
      assertThat(effect.standardError()).isEqualTo(plain.standardError() * unit);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SensitivityAnalysis.of(
                        x -> 1.7e308 * (2 * x[0] - 1), TestFunctions.uniform(1, 0, 1))
                    .morris(4))
        .withMessage(
            "The effect of 'x1' is beyond the range of doubles. Give the output in a greater"
                + " unit.");
  }

  @Test
  void remarks_about_many_inputs_fit_on_a_screen() {
    MorrisEffects effects =
        SensitivityAnalysis.of(
                x -> {
                  double sum = 0;
                  for (double each : x) {
                    sum += Math.sin(3 * Math.PI * each);
                  }
                  return sum;
                },
                TestFunctions.uniform(60, 0, 1))
            .morris(10);
    assertThat(String.join("", effects.remarks())).contains(" and 50 more").hasSizeLessThan(500);
  }

  @Test
  void outputs_are_as_many_as_promised() {
    AtomicInteger calls = new AtomicInteger();
    SensitivityAnalysis counted =
        SensitivityAnalysis.of(x -> calls.incrementAndGet(), TestFunctions.uniform(3, 0, 1));
    counted.morris(10);
    assertThat(calls).hasValue(10 * (3 + 1) + 4 * 3);
  }

  @Test
  void same_seed_gives_the_same_effects() {
    SensitivityAnalysis ishigami = TestFunctions.ishigami();
    assertThat(ishigami.morris(20).effects()).isEqualTo(ishigami.morris(20).effects());
    assertThat(ishigami.withSeed(1).morris(20).effects())
        .isNotEqualTo(ishigami.morris(20).effects());
  }

  @Test
  void faulty_settings_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> linear().morris(1))
        .withMessage("Trajectories must be in [2, 1000000], but were 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> linear().morris(10, 5))
        .withMessage("Levels must be an even number in [2, 1000], but were 5");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SensitivityAnalysis.of(x -> 1, UncertainInput.of("n", Estimate.normal(0, 1)))
                    .morris(10))
        .withMessage(
            "Morris's method goes from the least to the greatest value of an input, but 'n' has"
                + " none. Give it bounds.");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SensitivityAnalysis.of(x -> Double.NaN, UncertainInput.uniform("x", 3, 3))
                    .morris(10))
        .withMessage("Every output must be finite, but was NaN at x = 3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> linear().morris(4).effect("c"))
        .withMessage("There is no input 'c'. Known: [a, b].");
  }
}
