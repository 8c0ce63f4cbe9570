package dev.steppe.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Serialized;
import dev.steppe.testing.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftTest {

  private static final Estimate TEN_TO_TWENTY = Estimate.between(10, 20);

  @Test
  void formulas_by_hand() {
    assertThat(Shift.none().applyTo(TEN_TO_TWENTY)).isEqualTo(TEN_TO_TWENTY);
    assertThat(Shift.absolute(3).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.between(13, 23));
    assertThat(Shift.relative(-0.2).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.between(8, 16));
    assertThat(Shift.scaled(2).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.between(20, 40));
    assertThat(Shift.scaled(0).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.exact(0));
    assertThat(Shift.fixed(12).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.exact(12));
    assertThat(Shift.relative(0.5).applyTo(Estimate.exact(-10))).isEqualTo(Estimate.exact(-15));
  }

  @Test
  void bounds_cut_the_distribution() {
    assertThat(Shift.atMost(15).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.between(10, 15));
    assertThat(Shift.atLeast(15).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.between(15, 20));
    assertThat(Shift.atMost(5).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.exact(5));
    assertThat(Shift.atLeast(25).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.exact(25));
    assertThat(Shift.atMost(25).applyTo(TEN_TO_TWENTY)).isEqualTo(TEN_TO_TWENTY);
    assertThat(Shift.atLeast(5).applyTo(TEN_TO_TWENTY)).isEqualTo(TEN_TO_TWENTY);
    assertThat(Shift.atLeast(0).applyTo(Estimate.normal(0, 1)).mean())
        .isCloseTo(Math.sqrt(2 / Math.PI), within(1e-9)); // The half-normal's mean.
    assertThat(Shift.atMost(3).applyTo(Estimate.exact(4))).isEqualTo(Estimate.exact(3));
  }

  @Test
  void a_part_is_that_part_of_the_way() {
    assertThat(Shift.absolute(3).at(0.5)).isEqualTo(Shift.absolute(1.5));
    assertThat(Shift.relative(-0.2).at(0.5)).isEqualTo(Shift.relative(-0.1));
    assertThat(Shift.scaled(3).at(0.5)).isEqualTo(Shift.scaled(2));
    assertThat(Shift.fixed(12).at(0.5).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.between(11, 16));
    assertThat(Shift.fixed(12).at(0.5).at(0.5)).isEqualTo(Shift.fixed(12).at(0.25));
    assertThat(Shift.fixed(12).at(0).applyTo(TEN_TO_TWENTY)).isEqualTo(TEN_TO_TWENTY);
    assertThat(Shift.atMost(3).at(1)).isEqualTo(Shift.atMost(3));
    assertThat(Shift.atMost(3).isGradable()).isFalse();
    assertThat(Shift.fixed(3).isGradable()).isTrue();
  }

  @Test
  void every_kind_of_shift_is_its_own_whole_and_has_parts_or_refuses_them() {
    List<Shift> all =
        List.of(Shift.absolute(3), Shift.relative(0.2), Shift.fixed(12), Shift.atMost(15));
    assertThat(all).map(Object::getClass).containsAll(Kinds.of(Shift.class));
    for (Shift shift : all) {
      assertThat(shift.at(1)).isEqualTo(shift);
      assertThat(Serialized.copyOf(shift)).isEqualTo(shift);
      if (shift.isGradable()) {
        assertThat(shift.at(0).applyTo(TEN_TO_TWENTY)).isEqualTo(TEN_TO_TWENTY);
      } else {
        assertThatIllegalArgumentException().isThrownBy(() -> shift.at(0.5));
      }
    }
  }

  @Test
  void impossible_shifts_are_errors() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shift.absolute(Double.NaN))
        .withMessage("amount of a shift must be finite, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shift.relative(-1.1))
        .withMessage(
            "fraction of a relative shift must be in [-1.0, 1.7976931348623157E308], but was -1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shift.scaled(-1))
        .withMessage("factor of a shift must be in [0.0, 1.7976931348623157E308], but was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shift.fixed(Double.POSITIVE_INFINITY))
        .withMessage("fixed value must be finite, but was Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shift.atLeast(Double.NaN))
        .withMessage("bound of a shift must be finite, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shift.atLeast(1).at(0.5))
        .withMessage("A bound is all or nothing, but the share was 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shift.absolute(1).at(1.5))
        .withMessage("share of a change must be in [0.0, 1.0], but was 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shift.atMost(2).applyTo(Estimate.triangular(0, 1, 3)));
  }

  @Test
  void shifts_read_as_the_end_of_a_sentence() {
    assertThat(Shift.absolute(-3)).hasToString("3 lower");
    assertThat(Shift.relative(0.125)).hasToString("12.5 % higher");
    assertThat(Shift.scaled(1.2)).hasToString("times 1.2");
    assertThat(Shift.fixed(12)).hasToString("at 12");
    assertThat(Shift.fixed(12).at(0.4)).hasToString("40 % of the way to 12");
    assertThat(Shift.atMost(15)).hasToString("at 15 at most");
    assertThat(Shift.absolute(1e-9)).hasToString("1.0E-9 higher");
  }

  @Test
  void bounds_at_the_ends_of_a_distribution_leave_it_or_its_end() {
    assertThat(Shift.atMost(20).applyTo(TEN_TO_TWENTY)).isEqualTo(TEN_TO_TWENTY);
    assertThat(Shift.atLeast(10).applyTo(TEN_TO_TWENTY)).isEqualTo(TEN_TO_TWENTY);
    assertThat(Shift.atMost(10).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.exact(10));
    assertThat(Shift.atLeast(20).applyTo(TEN_TO_TWENTY)).isEqualTo(Estimate.exact(20));
  }

  @Test
  void nothing_is_neither_higher_nor_negative() {
    assertThat(Shift.relative(-0.0)).isEqualTo(Shift.relative(0)).hasToString("0 % higher");
  }
}
