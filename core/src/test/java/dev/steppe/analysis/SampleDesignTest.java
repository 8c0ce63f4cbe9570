package dev.steppe.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SampleDesignTest {

  @Test
  void a_design_says_what_is_sampled() {
    SampleDesign design = SampleDesign.random(10_000).withSeed(7);
    assertThat(design).isEqualTo(new SampleDesign(Sampling.RANDOM, 10_000, 7, 0.95));
    assertThat(design).hasToString("10000 of random points, seed 7, level 0.95");
    assertThat(design.withSize(4096).withSampling(Sampling.SCRAMBLED_SOBOL).withLevel(0.9))
        .isEqualTo(SampleDesign.sobol(4096).withSeed(7).withLevel(0.9));
    assertThat(SampleDesign.sobol(4096).withLevel(0.9))
        .hasToString("4096 of scrambled Sobol sequence, seed 2022, level 0.9");
  }

  @Test
  void what_no_analysis_can_sample_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleDesign.random(0))
        .withMessage("size must be at least 1, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleDesign.random(1000).withSampling(Sampling.SCRAMBLED_SOBOL))
        .withMessage(
            "size of a Sobol sequence must be a power of 2, but was 1000. Maybe you meant 512.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleDesign.random(10).withLevel(Double.NaN))
        .withMessage("level must be in (0, 1), such as 0.95, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Execution.onCallingThread().withThreads(0))
        .withMessage("threads must be at least 1, but was 0");
  }
}
