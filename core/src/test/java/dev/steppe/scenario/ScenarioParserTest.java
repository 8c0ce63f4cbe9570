package dev.steppe.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ScenarioParserTest {

  private static Change of(String text) {
    return Scenario.parse(text).changes().get(0);
  }

  @Test
  void every_kind_of_change_is_read() {
    assertThat(of("unrest=1")).isEqualTo(Change.shift("unrest", Shift.fixed(1)));
    assertThat(of("unrest = -1.5e1")).isEqualTo(Change.shift("unrest", Shift.fixed(-15)));
    assertThat(of("unrest+=.5")).isEqualTo(Change.shift("unrest", Shift.absolute(0.5)));
    assertThat(of("unrest-=0.5")).isEqualTo(Change.shift("unrest", Shift.absolute(-0.5)));
    assertThat(of("unrest += 10%")).isEqualTo(Change.shift("unrest", Shift.relative(0.1)));
    assertThat(of("unrest-=20 %")).isEqualTo(Change.shift("unrest", Shift.relative(-0.2)));
    assertThat(of("unrest*=1.1")).isEqualTo(Change.shift("unrest", Shift.scaled(1.1)));
    assertThat(of("unrest>=2")).isEqualTo(Change.shift("unrest", Shift.atLeast(2)));
    assertThat(of("unrest<=2")).isEqualTo(Change.shift("unrest", Shift.atMost(2)));
    assertThat(of("a-b.c_d-=2")).isEqualTo(Change.shift("a-b.c_d", Shift.absolute(-2)));
  }

  @Test
  void changes_are_made_in_order_under_one_name() {
    Change first = Change.shift("unrest", Shift.fixed(1));
    Change second = Change.shift("trade", Shift.relative(-0.2));
    assertThat(Scenario.parse("a bad year: unrest=1, trade-=20%"))
        .isEqualTo(Scenario.of("a bad year", first, second));
    assertThat(Scenario.parse("unrest=1,trade-=20%"))
        .isEqualTo(Scenario.of(first).then(second))
        .hasToString(
            "has unrest at 1, has trade 20 % lower: Has unrest at 1. Has trade 20 % lower.");
  }

  @Test
  void all_faults_are_told_together() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenario.parse(" : unrest, trade-=200%,b=5%,"))
        .withMessage(
            """
            Scenario ' : unrest, trade-=200%,b=5%,' has 5 faults:
              - there is no name before the colon
              - change 1: must be CODE=1, CODE+=1, CODE-=1, CODE+=10%, CODE-=10%, CODE*=1.1, \
            CODE>=1 or CODE<=1, but was 'unrest'
              - change 2: fraction of a relative shift must be in [-1.0, 1.7976931348623157E308], \
            but was -2.0
              - change 3: must be CODE=1, CODE+=1, CODE-=1, CODE+=10%, CODE-=10%, CODE*=1.1, \
            CODE>=1 or CODE<=1, but was 'b=5%'
              - change 4: must be CODE=1, CODE+=1, CODE-=1, CODE+=10%, CODE-=10%, CODE*=1.1, \
            CODE>=1 or CODE<=1, but was ''""");
  }
}
