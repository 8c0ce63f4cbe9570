package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Six outputs with the mean 6 of the first four, in many units. */
class OutputScaleTest {

  private static final double[][] OUTPUTS = {{3, 5}, {6, 10}, {-6, 14}};

  private static double[][] outputs(double unit) {
    double[][] outputs = new double[3][2];
    for (int c = 0; c < 3; c++) {
      for (int r = 0; r < 2; r++) {
        outputs[c][r] = OUTPUTS[c][r] * unit;
      }
    }
    return outputs;
  }

  /** The greatest distance from the mean is 12, its half 6, and 4 the power of 2 below that. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0x1.0p-1000, 0x1.0p1000, 0x1.0p1020, -0x1.0p-500})
  void outputs_are_taken_from_their_mean_to_a_size_near_1(double unit) {
    double[][] outputs = outputs(unit);
    OutputScale scale = OutputScale.of(outputs);
    scale.apply(outputs);

    assertThat(scale.mean()).isEqualTo(6 * unit);
    double sign = Math.signum(unit);
    for (int c = 0; c < 3; c++) {
      for (int r = 0; r < 2; r++) {
        assertThat(outputs[c][r]).isEqualTo(sign * (OUTPUTS[c][r] - 6) / 4);
      }
    }
  }

  @Test
  void the_variance_goes_back_by_the_square() {
    OutputScale scale = OutputScale.of(outputs(1));
    assertThat(scale.variance(1.5)).isCloseTo(1.5 * 16, within(1e-12));
  }

  @Test
  void variances_beyond_doubles_are_refused() {
    assertThat(OutputScale.checked(Double.MIN_NORMAL)).isEqualTo(Double.MIN_NORMAL);
    assertThat(OutputScale.checked(Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OutputScale.of(outputs(0x1.0p600)).variance(1))
        .withMessageEndingWith("but was Infinity. Give the output in a greater unit.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OutputScale.of(outputs(0x1.0p-600)).variance(1))
        .withMessageEndingWith("but was 0.0. Give the output in a smaller unit.");
    assertThatIllegalArgumentException().isThrownBy(() -> OutputScale.checked(Double.NaN));
  }
}
