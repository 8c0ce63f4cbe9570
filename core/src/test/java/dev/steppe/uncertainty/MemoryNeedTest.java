package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.score.Scorer;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {

  /**
   * Pairs and ranks of 2,000 countries are 32 MB each time that they are counted. With 335 MB a run
   * of few draws ended in want of memory, with 357 it did not.
   */
  @Test
  void what_does_not_fit_is_refused_with_the_reason() {
    MemoryNeed need = new MemoryNeed(2000, 12, 1, true, 0);
    assertThat(need.bytes()).isBetween(335_000_000L, 400_000_000L);
    assertThatThrownBy(() -> need.check(200_000_000, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Counting for 2000 countries and 12 indicators once takes about "
                + need.bytes() / 1_000_000
                + " MB, but the heap has 200 MB at most. Use fewer countries, or a larger heap"
                + " (-Xmx).");
    assertThatThrownBy(() -> new MemoryNeed(2000, 12, 4, true, 0).check(400_000_000, 0))
        .hasMessageContaining("4 times at once")
        .hasMessageEndingWith("Use fewer threads, fewer countries, or a larger heap (-Xmx).");
  }

  /** 800 profiles of 1,000 readings are 78 MB, their scorecards 14; normal readings 39 more. */
  @Test
  void readings_are_in_the_heap_already() {
    MemoryNeed need = new MemoryNeed(800, 1000, 1, true, 0);
    assertThat(need.held(0)).isBetween(92_000_000L, 110_000_000L);
    assertThat(need.held(800_000)).isBetween(131_000_000L, 220_000_000L);
    assertThatThrownBy(() -> need.check(268_000_000, need.held(800_000)))
        .hasMessageContaining(" MB beside 200 MB of readings and scorecards, but the heap has 268");
    assertThatCode(() -> need.check(268_000_000, need.held(0))).doesNotThrowAnyException();
  }

  /** Scorecards would say that a country comes twice. */
  @Test
  void what_cannot_be_counted_is_refused_before_it_is_scored() {
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland")).reading("i0", 50).build();
    assertThatThrownBy(
            () ->
                UncertaintyAnalysis.of(Scorer.of(Models.equal(1)))
                    .run(Collections.nCopies(500_000, profile)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Counting for 500000 countries and 1 indicators once takes about");
  }

  /** With 545 MB a run of 40,000 draws on two threads ended in want of memory, not with 608. */
  @Test
  void several_threads_take_room_to_add_up() {
    assertThat(new MemoryNeed(2000, 12, 2, false, 0).bytes()).isBetween(545_000_000L, 608_000_000L);
  }

  @Test
  void what_fits_is_not_refused() {
    assertThatCode(() -> new MemoryNeed(200, 1000, 2, true, 0).check(64_000_000, 0))
        .doesNotThrowAnyException();
    assertThat(new MemoryNeed(2000, 12, 1, false, 0).bytes())
        .isLessThan(new MemoryNeed(2000, 12, 1, true, 0).bytes() - 60_000_000);
  }

  /** Ranks and pairs are counted once more for the two ends of the scores. */
  @Test
  void what_is_missing_takes_room_too() {
    long closed = new MemoryNeed(2000, 12, 1, false, 0).bytes();
    assertThat(new MemoryNeed(2000, 12, 1, false, 1).bytes() - closed)
        .isBetween(400_000_000L, 700_000_000L);
    assertThat(new MemoryNeed(2000, 12, 1, false, 2000).bytes())
        .isGreaterThan(new MemoryNeed(2000, 12, 1, false, 1).bytes() + 64_000_000L);
  }
}
