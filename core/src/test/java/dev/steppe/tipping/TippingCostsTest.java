package dev.steppe.tipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.collect.ImmutableMap;
import dev.steppe.model.Range;
import org.junit.jupiter.api.Test;

class TippingCostsTest {

  @Test
  void what_is_not_named_costs_one() {
    TippingCosts costs = TippingCosts.equal().withCost("a", 2.5).withImmutable("b", "c");

    assertThat(costs.cost("a")).isEqualTo(2.5);
    assertThat(costs.isImmutable("a")).isFalse();
    assertThat(costs.isImmutable("b")).isTrue();
    assertThat(costs.isImmutable("c")).isTrue();
    assertThat(costs.cost("d")).isEqualTo(1);
  }

  @Test
  void room_ends_at_the_bounds_and_never_behind_the_value() {
    TippingCosts costs = TippingCosts.equal().withBounds("a", 20, 60);

    assertThat(costs.room("a", 50, true)).isEqualTo(10);
    assertThat(costs.room("a", 50, false)).isEqualTo(30);
    assertThat(costs.room("a", 80, true)).isZero();
    assertThat(costs.room("a", 10, false)).isZero();
    assertThat(costs.room("b", 10, true)).isEqualTo(90);
  }

  @Test
  void errors_say_what_is_wrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TippingCosts.equal().withCost("a", 0))
        .withMessage("Tipping costs: cost of 'a' must be greater than 0, but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TippingCosts.equal().withCost("a", Double.NaN))
        .withMessage("Tipping costs: cost of 'a' must be greater than 0, but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TippingCosts.equal().withBounds("a", 60, 20))
        .withMessage(
            "Tipping costs: bounds of 'a' need 0 <= lower <= upper <= 100, in points of its"
                + " normalised scale, but were [60.0, 20.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TippingCosts(
                    ImmutableMap.of("a", -1.0, "b", 1.0),
                    ImmutableMap.of("c", new Range(0, 100), "d", new Range(50, 101))))
        .withMessage(
            "Tipping costs has 2 faults:\n"
                + "  - cost of 'a' must be greater than 0, but was -1.0\n"
                + "  - bounds of 'd' need 0 <= lower <= upper <= 100, in points of its normalised"
                + " scale, but were [50.0, 101.0]");
    assertThatNullPointerException()
        .isThrownBy(() -> TippingCosts.equal().withImmutable((String) null))
        .withMessage("code");
  }

  @Test
  void bounds_may_be_the_ends_of_the_scale_but_no_further() {
    assertThat(TippingCosts.equal().withBounds("a", 0, 100).room("a", 50, true)).isEqualTo(50);
    assertThat(TippingCosts.equal().withBounds("a", 50, 50).room("a", 50, true)).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TippingCosts.equal().withBounds("a", -0.5, 100.5))
        .withMessageEndingWith("but were [-0.5, 100.5]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TippingCosts.equal().withCost(" ", 1))
        .withMessageContaining("indicator code");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TippingCosts.equal().withBounds(" ", 0, 1))
        .withMessageContaining("indicator code");
  }
}
