package dev.steppe.tipping;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Readings of scales that are inverted by hand. */
class InverseScaleTest {

  private static InverseScale scale(
      Indicator indicator, Treatment treatment, Normalization scale, double reading, boolean up) {
    return new InverseScale(
        RiskModel.builder("one").indicator(indicator, 1, treatment, scale).build().criterion("x"),
        reading,
        up);
  }

  private static Indicator x(Direction direction) {
    return Indicator.of("x", direction);
  }

  private static InverseScale line(Direction direction, double reading, boolean up) {
    return scale(x(direction), Treatment.none(), Normalization.goalposts(0, 50), reading, up);
  }

  @Test
  void a_line_is_followed_either_way() {
    InverseScale rise = line(HIGHER_IS_RISKIER, 10, true);
    assertThat(rise.farthest()).isEqualTo(80);
    assertThat(rise.points(30)).isEqualTo(40);
    assertThat(rise.points(5)).isEqualTo(-10);
    assertThat(rise.reaching(0)).isEqualTo(10);
    assertThat(rise.reaching(-1)).isEqualTo(10);
    assertThat(rise.reaching(40)).isCloseTo(30, within(1e-14));
    assertThat(rise.reaching(80)).isEqualTo(50);
    assertThat(rise.within(30)).isEqualTo(30);
    assertThat(rise.within(300)).isEqualTo(80);
    assertThat(rise.within(0)).isZero();
    assertThat(rise.levels()).isEmpty();

    InverseScale fall = line(HIGHER_IS_RISKIER, 10, false);
    assertThat(fall.farthest()).isEqualTo(20);
    assertThat(fall.reaching(10)).isCloseTo(5, within(1e-15));
    assertThat(fall.reaching(20)).isEqualTo(0);

    InverseScale turned = line(LOWER_IS_RISKIER, -10, false);
    // At -10 it is 100, as at 0; 40 points less are at 20.
    assertThat(turned.reaching(40)).isCloseTo(20, within(1e-14));
    assertThat(turned.farthest()).isEqualTo(100);
  }

  @Test
  void a_domain_ends_what_can_be_reached() {
    InverseScale scale =
        scale(
            x(HIGHER_IS_RISKIER).withDomain(5, 40),
            Treatment.none(),
            Normalization.goalposts(0, 50),
            10,
            true);
    assertThat(scale.farthest()).isEqualTo(60);
    assertThat(scale.reaching(60)).isEqualTo(40);
  }

  /** Doubles near 1e17 are 16 apart, which is 10 points of a scale of 160. */
  @Test
  void readings_that_are_coarse_lead_no_further_than_the_room() {
    Normalization coarse = Normalization.goalposts(1e17, 1e17 + 160);
    InverseScale rise = scale(x(HIGHER_IS_RISKIER), Treatment.none(), coarse, 1e17, true);
    assertThat(rise.reaching(25)).isEqualTo(1e17 + 48);
    assertThat(rise.reaching(30)).isEqualTo(1e17 + 48);
    assertThat(rise.within(25)).isEqualTo(20);
    assertThat(rise.within(30)).isEqualTo(30);
    assertThat(rise.within(5)).isZero();
    InverseScale fall = scale(x(HIGHER_IS_RISKIER), Treatment.none(), coarse, 1e17 + 160, false);
    assertThat(fall.reaching(25)).isEqualTo(1e17 + 112);
    assertThat(fall.within(25)).isEqualTo(20);
    assertThat(fall.within(30)).isEqualTo(30);
  }

  @Test
  void a_logarithm_ends_before_its_pole() {
    InverseScale scale =
        scale(
            x(LOWER_IS_RISKIER),
            Treatment.log(1),
            Normalization.goalposts(0, Math.log(101)),
            100,
            true);
    assertThat(scale.farthest()).isCloseTo(100, within(1e-9));
    assertThat(scale.reaching(50)).isCloseTo(Math.sqrt(101) - 1, within(1e-9));
    assertThat(scale.reaching(100)).isCloseTo(0, within(1e-12));
  }

  @Test
  void levels_are_listed_from_the_present_one_in_the_wanted_direction() {
    Normalization classes =
        Normalization.categories(ImmutableMap.of(-2.0, 50.0, 1.0, 20.0, 3.0, 50.0, 7.0, 90.0));
    InverseScale rise = scale(x(HIGHER_IS_RISKIER), Treatment.none(), classes, 1, true);
    assertThat(rise.levels())
        .containsExactly(
            new InverseScale.Level(0, 1),
            new InverseScale.Level(30, 3),
            new InverseScale.Level(70, 7));
    assertThat(rise.farthest()).isEqualTo(70);
    assertThat(rise.reaching(30)).isEqualTo(3);
    assertThat(rise.reaching(30.5)).isEqualTo(7);
    assertThat(rise.within(69)).isEqualTo(30);
    assertThat(rise.within(70)).isEqualTo(70);
    assertThat(rise.within(29)).isZero();
    InverseScale fall = scale(x(HIGHER_IS_RISKIER), Treatment.none(), classes, 7, false);
    assertThat(fall.levels())
        .containsExactly(
            new InverseScale.Level(0, 7),
            new InverseScale.Level(40, 3),
            new InverseScale.Level(70, 1));
  }

  @Test
  void a_domain_ends_with_its_first_and_last_category() {
    Normalization classes =
        Normalization.categories(ImmutableMap.of(-1.0, 30.0, 0.0, 0.0, 1.0, 50.0, 2.0, 100.0));
    Indicator domain = x(HIGHER_IS_RISKIER).withDomain(0, 2);
    assertThat(scale(domain, Treatment.none(), classes, 1, true).levels())
        .containsExactly(new InverseScale.Level(0, 1), new InverseScale.Level(50, 2));
    assertThat(scale(domain, Treatment.none(), classes, 1, false).levels())
        .containsExactly(new InverseScale.Level(0, 1), new InverseScale.Level(50, 0));
  }

  /** All that is 3 or more is treated to 3, and all that is 1 or less to 1. */
  @Test
  void of_many_readings_that_are_treated_to_one_category_the_nearest_is_listed() {
    Treatment clamped = Treatment.clamp(1, 3);
    Normalization classes =
        Normalization.categories(ImmutableMap.of(1.0, 0.0, 2.0, 50.0, 3.0, 90.0));
    assertThat(scale(x(HIGHER_IS_RISKIER), clamped, classes, 2, true).levels())
        .containsExactly(new InverseScale.Level(0, 2), new InverseScale.Level(40, 3));
    assertThat(scale(x(HIGHER_IS_RISKIER), clamped, classes, 2, false).levels())
        .containsExactly(new InverseScale.Level(0, 2), new InverseScale.Level(50, 1));
    assertThat(scale(x(HIGHER_IS_RISKIER), clamped, classes, 7, false).levels())
        .containsExactly(
            new InverseScale.Level(0, 7),
            new InverseScale.Level(40, 2),
            new InverseScale.Level(90, 1));
  }

  @Test
  void an_indicator_with_levels_has_no_reading_between() {
    Indicator steps = x(HIGHER_IS_RISKIER).withDomain(0, 3).withLevels(0, 1, 2, 3);
    Normalization line = Normalization.goalposts(0, 4);
    InverseScale fall = scale(steps, Treatment.none(), line, 1, false);
    assertThat(fall.levels())
        .containsExactly(new InverseScale.Level(0, 1), new InverseScale.Level(25, 0));
    InverseScale scale = scale(steps, Treatment.none(), line, 1, true);
    assertThat(scale.levels().stream().mapToDouble(InverseScale.Level::reading))
        .containsExactly(1.0, 2.0, 3.0);
    assertThat(DoubleStream.of(1, 25, 26, 50).map(scale::reaching))
        .containsExactly(2.0, 2.0, 3.0, 3.0);
  }
}
