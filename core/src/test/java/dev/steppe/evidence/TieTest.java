package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TieTest {

  private static final LocalDate START = LocalDate.of(2009, 10, 22);
  private static final LocalDate END = LocalDate.of(2022, 5, 10);
  private final Tie tie =
      Tie.of("KAZ", "TUR", TieKind.PARTNERSHIP, "strategic partnership", START, Source.unstated());

  @Test
  void tie_binds_by_strength_times_degree() {
    assertThat(tie.binding()).isEqualTo(0.25);
    assertThat(tie.withStrength(0.5).withDegree(0.5).binding()).isEqualTo(0.25);
    assertThat(tie.withStrength(-0.0)).isEqualTo(tie.withStrength(0.0));
  }

  @Test
  void period_includes_its_first_day_and_not_its_last() {
    Period period = tie.until(END).period();
    assertThat(period.includes(START)).isTrue();
    assertThat(period.includes(END.minusDays(1))).isTrue();
    assertThat(period.includes(END)).isFalse();
    assertThat(period.includes(START.minusDays(1))).isFalse();
    assertThat(period).hasToString("since 2009-10-22 until 2022-05-10");
    assertThat(Period.from(LocalDate.of(1994, 4, 20)).includes(LocalDate.of(2022, 2, 23))).isTrue();
    assertThat(Period.from(START).isOpen()).isTrue();
  }

  @Test
  void periods_that_touch_do_not_overlap() {
    Period first = new Period(START, END);
    Period second = Period.from(END);
    assertThat(first.overlaps(second)).isFalse();
    assertThat(second.overlaps(first)).isFalse();
    assertThat(first.overlaps(Period.from(END.minusDays(1)))).isTrue();
    assertThat(first.overlaps(first)).isTrue();
  }

  @Test
  void names_must_not_be_blank() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tie.of("KAZ", "TUR", TieKind.PARTNERSHIP, " ", START, Source.unstated()))
        .withMessage("label of the tie KAZ-TUR must not be blank");
  }

  @Test
  void ties_survive_serialization() {
    assertThat(Serialized.copyOf(tie)).isEqualTo(tie);
  }
}
