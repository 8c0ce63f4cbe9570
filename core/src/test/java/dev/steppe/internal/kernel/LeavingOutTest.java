package dev.steppe.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What does not apply to a country has a model compiled once, of a bounded number of models. */
class LeavingOutTest {

  private static final int COUNT = 12;

  private static CompiledModel model() {
    ModelBuilder model = RiskModel.builder("plain");
    for (int i = 0; i < COUNT; i++) {
      model.indicator(
          Indicator.of("i" + i, Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
    }
    return CompiledModel.of(model.build());
  }

  @Test
  void the_same_codes_have_the_same_model() {
    CompiledModel model = model();
    CompiledModel own = model.leavingOut(Set.of("i1", "i2"));
    assertThat(model.leavingOut(new HashSet<>(Set.of("i2", "i1")))).isSameAs(own);
    assertThat(own.effectiveWeight(0)).isCloseTo(1.0 / (COUNT - 2), within(1e-15));
    assertThat(own.effectiveWeight(1)).isZero();
    assertThat(model.leavingOut(Set.of())).isSameAs(model);
    assertThat(model.leavingOut(Set.of("another"))).isSameAs(model);
    assertThat(own.leavingOut(Set.of("i1"))).isSameAs(own);
    assertThat(model.effectiveWeight(1)).isCloseTo(1.0 / COUNT, within(1e-15));
  }

  @Test
  void no_more_than_a_limit_are_kept() {
    CompiledModel model = model();
    int same = 0;
    for (int set = 1; set <= 2 * CompiledModel.KEPT; set++) {
      Set<String> codes = new HashSet<>();
      for (int i = 0; i < COUNT - 1; i++) {
        if ((set >> i & 1) == 1) {
          codes.add("i" + i);
        }
      }
      CompiledModel first = model.leavingOut(codes);
      CompiledModel second = model.leavingOut(codes);
      assertThat(second.effectiveWeight(COUNT - 1))
          .isCloseTo(1.0 / (COUNT - codes.size()), within(1e-15));
      same += first == second ? 1 : 0;
    }
    assertThat(same).isEqualTo(CompiledModel.KEPT);
  }
}
