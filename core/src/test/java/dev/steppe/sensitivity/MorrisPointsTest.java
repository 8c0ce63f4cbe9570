package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Estimate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorrisPointsTest {

  private static final UncertainInput A = UncertainInput.uniform("a", 0, 1);
  private static final UncertainInput B = UncertainInput.uniform("b", 0, 2);

  @Test
  void example_in_the_documentation_is_right() {
    MorrisPoints points = MorrisPoints.of(10, 4, 7, A, B);
    double[] outputs = Arrays.stream(points.matrix()).mapToDouble(x -> 3 * x[0] - x[1]).toArray();
    assertThat(points.effects(outputs).effect("b").mean()).isCloseTo(-2, within(1e-12));
    assertThat(points).hasToString("38 points of [a, b]: 10 trajectories on 4 levels, seed 7");
    assertThat(points.inputs()).containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "4, 2", "10, 64"})
  void outputs_from_elsewhere_give_the_bits_of_the_analysis(int trajectories, int levels) {
    MorrisPoints points = MorrisPoints.of(trajectories, levels, 3, A, B);
    double[][] matrix = points.matrix();
    assertThat(matrix).hasDimensions(points.rows(), 2);
    double[] outputs = Arrays.stream(matrix).mapToDouble(x -> Math.sin(9 * x[0]) * x[1]).toArray();
    MorrisEffects here =
        SensitivityAnalysis.of(x -> Math.sin(9 * x[0]) * x[1], A, B)
            .withSeed(3)
            .morris(trajectories, levels);
    MorrisEffects there = points.effects(outputs);
    assertThat(there.effects()).isEqualTo(here.effects());
    assertThat(there.remarks()).isEqualTo(here.remarks());
    assertThat(there).hasToString(here.toString());
  }

  @Test
  void faults_are_listed_together() {
    MorrisPoints points = MorrisPoints.of(2, 4, 7, A, B);
    double[] outputs = new double[11];
    outputs[2] = Double.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> points.effects(outputs))
        .withMessage(
            "Morris points has 2 faults:\n"
                + "  - there must be an output for each of 10 rows, but are 11\n"
                + "  - output of row 2 must be finite, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MorrisPoints.of(4, 4, 7, UncertainInput.of("n", Estimate.normal(0, 1))))
        .withMessage(
            "Morris's method goes from the least to the greatest value of an input, but 'n' has"
                + " none. Give it bounds.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MorrisPoints.of(1, 4, 7, A))
        .withMessage("Trajectories must be in [2, 1000000], but were 1");
  }
}
