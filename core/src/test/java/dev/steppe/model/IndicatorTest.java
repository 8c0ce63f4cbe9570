package dev.steppe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.evidence.Estimate;
import org.junit.jupiter.api.Test;

class IndicatorTest {

  private static final Indicator SHARE =
      Indicator.of("share", Direction.HIGHER_IS_RISKIER).withDomain(0, 1);

  @Test
  void estimates_are_cut_to_the_domain() {
    assertThat(SHARE.inDomain(Estimate.normal(0.2, 0.1)))
        .isEqualTo(Estimate.normal(0.2, 0.1, 0, 1));
    assertThat(SHARE.inDomain(Estimate.between(0.5, 1.5))).isEqualTo(Estimate.between(0.5, 1));
  }

  @Test
  void estimates_inside_stay_the_same() {
    for (Estimate inside :
        new Estimate[] {
          Estimate.exact(1),
          Estimate.between(0, 1),
          Estimate.triangular(0, 0.1, 1),
          Estimate.normal(0.5, 1, 0, 0.9)
        }) {
      assertThat(SHARE.inDomain(inside)).isSameAs(inside);
    }
  }

  @Test
  void estimates_outside_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHARE.inDomain(Estimate.exact(20)))
        .withMessageContaining("20.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHARE.inDomain(Estimate.triangular(0, 0.5, 2)));
  }
}
