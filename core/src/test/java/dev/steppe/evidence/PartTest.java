package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shares that are moved, worked out by hand; centres move as they should, and none leave 0 to 1.
 */
class PartTest {

  private static Part part(Estimate... figures) {
    return Part.of(
        List.of(figures).stream()
            .map(figure -> new Reading(figure, "share", Source.of("Atlas " + figure, "")))
            .toList());
  }

  private static Part between(double lower, double upper) {
    return part(Estimate.between(lower, upper));
  }

  private static void is(Part part, double lower, double central, double upper) {
    assertThat(part.estimate().lower()).isCloseTo(lower, within(1e-15));
    assertThat(part.central()).isCloseTo(central, within(1e-15));
    assertThat(part.estimate().upper()).isCloseTo(upper, within(1e-15));
  }

  @Test
  void figures_that_stay_within_are_shifted() {
    is(between(0.2, 0.4).less(0.2), 0, 0.1, 0.2);
    is(between(0.2, 0.4).more(0.6), 0.8, 0.9, 1);
    is(between(0.2, 0.4).without(0.25), 0.15, 0.225, 0.3);
    is(between(0.2, 0.4).times(2.5), 0.5, 0.75, 1);
    is(between(0.2, 0.4).affine(0.5, 0.1), 0.2, 0.25, 0.3);
    is(between(0.2, 0.4).affine(1, -0.2), 0, 0.1, 0.2);
    is(between(0.2, 0.4).affine(2, 0.2), 0.6, 0.8, 1);
  }

  /** Of 0.2 to 0.4 about 0.3 all are multiplied by 0.05 / 0.3 where 0.25 are taken away. */
  @Test
  void figures_that_would_fall_below_nothing_are_drawn_together() {
    is(between(0.2, 0.4).less(0.25), 0.2 / 6, 0.05, 0.4 / 6);
    is(between(0.2, 0.4).less(0.3), 0, 0, 0);
    is(between(0.2, 0.4).less(0.35), 0, 0, 0);
    // 0.3 becomes 0.5 * 0.3 - 0.1 = 0.05, and 0.2 would be left at nothing.
    is(between(0.1, 0.5).affine(0.5, -0.1), 0.1 / 6, 0.05, 0.5 / 6);
  }

  /**
   * What is not yet this part, 0.7 about 0.3, shrinks by 0.65: to 0.05, and to 0.8 / 14 at most.
   */
  @Test
  void figures_that_would_rise_above_all_are_drawn_together() {
    is(between(0.2, 0.4).more(0.65), 1 - 0.8 / 14, 0.95, 1 - 0.6 / 14);
    is(between(0.2, 0.4).more(0.7), 1, 1, 1);
    is(between(0.2, 0.4).more(0.75), 1, 1, 1);
    // 0.3 times 3 is 0.9, which is 0.6 more.
    is(between(0.2, 0.4).times(3), 1 - 0.8 / 7, 0.9, 1 - 0.6 / 7);
    // 0.5 * 0.3 + 0.8 is 0.95, as above; 0.41 would go to 1.005.
    is(between(0.19, 0.41).affine(0.5, 0.8), 1 - 0.81 / 14, 0.95, 1 - 0.59 / 14);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.75, 1.05", "1, -0.35, -0.04999", "4, 0, 1.2"})
  void a_centre_that_would_leave_is_refused(double keep, double shift, String central) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> between(0.2, 0.4).affine(keep, shift))
        .withMessageStartingWith("a share of 0.2..0.4 would become " + central)
        .withMessageEndingWith(", outside [0, 1]");
  }

  @Test
  void rounding_takes_a_centre_no_further_than_the_ends() {
    is(part(Estimate.exact(0.3)).affine(1, 0.7 + 1e-12), 1, 1, 1);
    is(part(Estimate.exact(0.3)).affine(1, -0.3 - 1e-12), 0, 0, 0);
  }

  @Test
  void each_figure_is_moved_and_what_spans_them_is_made_anew() {
    Part two = part(Estimate.exact(0.2), Estimate.exact(0.4));
    is(two, 0.2, 0.3, 0.4);
    is(two.less(0.1), 0.1, 0.2, 0.3);
    is(two.affine(0.5, 0.1), 0.2, 0.25, 0.3);
    assertThat(two.less(0.1).sources()).isEqualTo(two.sources());
    assertThat(two.isWithinWhole()).isTrue();
    assertThat(between(0, 1).isWithinWhole()).isTrue();
    assertThat(between(-0.1, 0.5).isWithinWhole()).isFalse();
    assertThat(between(0.5, 1.1).isWithinWhole()).isFalse();
  }
}
