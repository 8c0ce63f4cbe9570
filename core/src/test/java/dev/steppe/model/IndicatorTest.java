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

  @Test
  void levels_are_the_only_readings() {
    Indicator grade = SHARE.withLevels(2, -0.0, 1, 3);
    assertThat(grade.levels()).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(grade.domainLower()).isZero();
    assertThat(grade.domainUpper()).isEqualTo(3);
    assertThat(grade.isLevel(-0.0)).isTrue();
    assertThat(grade.isLevel(0.66)).isFalse();
    assertThat(SHARE.isLevel(0.66)).isTrue();
    assertThat(grade.withDirection(Direction.LOWER_IS_RISKIER).withName("Grade").withUnit("points"))
        .returns(grade.levels(), Indicator::levels);
    assertThat(grade.withDomain(0.5, 2).levels()).containsExactly(1.0, 2.0);
    assertThat(grade.withDomain(0.5, 2).domainUpper()).isEqualTo(2);
    assertThat(grade.withLevels().levels().isEmpty()).isTrue();
    assertThat(grade).isNotEqualTo(grade.withLevels()).isEqualTo(SHARE.withLevels(0, 1, 2, 3));
  }

  @Test
  void levels_that_do_not_fit_are_refused_together() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHARE.withLevels(1, Double.NaN, 1))
        .withMessage(
            "level of indicator 'share' must be finite, but was NaN; Level 1.0 of indicator 'share'"
                + " comes more than once");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHARE.withLevels(1))
        .withMessage("Indicator 'share' needs two levels or none, but has only 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SHARE.withLevels(0, 1, 2).withDomain(1.5, 5))
        .withMessageContaining("needs two levels or none");
  }
}
