package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SobolPointsTest {

  private static final UncertainInput[] CUBE =
      TestFunctions.uniform(3, 0, 1).toArray(new UncertainInput[0]);

  private static double[] outputs(double[][] matrix, ToDoubleFunction<double[]> function) {
    return Arrays.stream(matrix).mapToDouble(function).toArray();
  }

  @Test
  void example_in_the_documentation_is_right() {
    SobolPoints points =
        SobolPoints.of(
            SampleDesign.sobol(1024),
            UncertainInput.uniform("a", 0, 1),
            UncertainInput.uniform("b", 0, 1));
    SobolIndices indices = points.indices(outputs(points.matrix(), x -> x[0] + 2 * x[1]));
    assertThat(indices.first("b").orElseThrow()).isCloseTo(0.8, within(0.001));
    assertThat(indices.indices().get(1).firstInterval().orElseThrow().contains(0.8)).isTrue();
    assertThat(points.rows()).isEqualTo(4096);
    assertThat(points)
        .hasToString("4,096 points of [a, b]: 1,024 rows, scrambled Sobol sequence, seed 2022");
  }

  /** 2000 rows are more than one block. */
  @ParameterizedTest
  @EnumSource
  void outputs_from_elsewhere_give_the_bits_of_the_analysis(Sampling sampling) {
    ToDoubleFunction<double[]> function = TestFunctions.g(0, 1, 9);
    SampleDesign design = new SampleDesign(sampling, 2048, 5, 0.9);
    SobolPoints points = SobolPoints.of(design, CUBE);
    SensitivityAnalysis analysis = SensitivityAnalysis.of(function, CUBE).withDesign(design);
    SobolIndices plain = points.indices(outputs(points.matrix(), function));
    assertThat(plain.indices()).isEqualTo(analysis.sobol().indices());
    assertThat(plain.design()).contains(design);
    SobolPoints more = points.withPairs();
    SobolIndices pairs = more.indices(outputs(more.matrix(), function));
    assertThat(pairs.indices()).isEqualTo(analysis.sobolWithPairs().indices());
    assertThat(pairs.pairs()).isEqualTo(analysis.sobolWithPairs().pairs());
    assertThat(more.rows()).isEqualTo(2048 * 8);
  }

  /** In the order of SALib's matrices: A, A with one from B, B with one from A, B. */
  @Test
  void rows_are_in_the_order_that_is_told() {
    double[][] first = new double[16][];
    double[][] second = new double[16][];
    for (int r = 0; r < 16; r++) {
      first[r] = new double[] {r, r + 0.25};
      second[r] = new double[] {-r, -r - 0.25};
    }
    SobolPoints points = SobolPoints.ofSamples(List.of("x", "y"), first, second);
    assertThat(Arrays.copyOfRange(points.matrix(), 4, 8))
        .isDeepEqualTo(new double[][] {{1, 1.25}, {-1, 1.25}, {1, -1.25}, {-1, -1.25}});
    assertThat(Arrays.copyOfRange(points.withPairs().matrix(), 6, 12))
        .isDeepEqualTo(
            new double[][] {
              {1, 1.25}, {-1, 1.25}, {1, -1.25}, {1, -1.25}, {-1, 1.25}, {-1, -1.25}
            });
  }

  @Test
  void own_points_give_the_indices_of_their_distribution() {
    Random random = new Random(7);
    double[][][] samples = new double[2][3000][];
    for (double[][] sample : samples) {
      for (int r = 0; r < sample.length; r++) {
        sample[r] = new double[] {random.nextGaussian(), 2 * random.nextGaussian()};
      }
    }
    SobolPoints points =
        SobolPoints.ofSamples(List.of("x", "y"), samples[0], samples[1]).withLevel(0.99);
    samples[0][0][0] = Double.NaN;
    SobolIndices indices = points.indices(outputs(points.matrix(), x -> x[0] + x[1]));
    assertThat(indices.indices().get(1).firstInterval().orElseThrow().contains(0.8)).isTrue();
    assertThat(indices.indices().get(0).totalInterval().orElseThrow().contains(0.2)).isTrue();
    assertThat(indices.isExact()).isFalse();
    assertThat(indices.design()).isEmpty();
    assertThat(indices.resamples()).hasValue(1000);
    assertThat(indices.toTable().notes())
        .contains(
            "Estimated from 3,000 rows, own points; from, to: intervals of 99 % by 1,000 bootstrap"
                + " samples.");
  }

  @Test
  void faults_are_listed_together() {
    SobolPoints points = SobolPoints.of(SampleDesign.sobol(16), CUBE);
    double[] outputs = new double[81];
    outputs[3] = Double.NaN;
    outputs[80] = Double.POSITIVE_INFINITY;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> points.indices(outputs))
        .withMessage(
            "Sobol points has 3 faults:\n"
                + "  - there must be an output for each of 80 rows, but are 81\n"
                + "  - output of row 3 must be finite, but was NaN\n"
                + "  - output of row 80 must be finite, but was Infinity");
    double[] none = new double[80];
    Arrays.fill(none, Double.NaN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> points.indices(none))
        .withMessageStartingWith("Sobol points has 80 faults:")
        .withMessageEndingWith("... and 70 more");
    double[][] first = new double[16][2];
    double[][] second = new double[17][2];
    second[4] = new double[3];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SobolPoints.ofSamples(List.of("x", "y"), first, second))
        .withMessage(
            "Sobol points has 2 faults:\n"
                + "  - both samples must have as many rows, but the first has 16 and the second"
                + " 17\n"
                + "  - row 4 of the second sample must have a value for each of 2 inputs, but has"
                + " 3");
    first[5][1] = Double.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SobolPoints.ofSamples(List.of("x", "y"), first, new double[16][2]))
        .withMessage("Sobol points: 'y' must be finite, but was NaN in row 5 of the first sample");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SobolPoints.ofSamples(List.of("x"), new double[2][1], new double[2][1]))
        .withMessage("size must be in [16, 16777216] rows for a sensitivity analysis, but was 2");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SobolPoints.ofSamples(List.of("x", "x"), new double[16][2], new double[16][2]))
        .withMessage("Inputs need different names, but these recur: [x]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SobolPoints.of(SampleDesign.random(16), UncertainInput.of("x", u -> Double.NaN)))
        .withMessageStartingWith("Sobol points has 32 faults:");
  }

  @Test
  void own_points_all_alike_have_no_indices() {
    SobolPoints points = SobolPoints.ofSamples(List.of("x"), new double[16][1], new double[16][1]);
    assertThat(points.indices(new double[48]).isDefined()).isFalse();
  }
}
