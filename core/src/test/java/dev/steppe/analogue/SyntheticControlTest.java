package dev.steppe.analogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.testing.RandomModels;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyntheticControlTest {

  private static final double GAP = Double.NaN;

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  private static SyntheticControl mixture(
      double[] weights, CountryProfile target, CountryProfile... precedents) {
    return Precedents.of(Cases.scorer(weights), List.of(precedents))
        .analoguesOf(target)
        .syntheticControl();
  }

  @Test
  void a_precedent_with_the_same_profile_is_all_of_the_mixture() {
    SyntheticControl control =
        mixture(
            new double[] {1, 1},
            Cases.profile("AAA", 2022, 30, 60),
            Cases.profile("BBB", 2000, 10, 10),
            Cases.profile("CCC", 2000, 30, 60),
            Cases.profile("DDD", 2000, 90, 20));
    assertThat(control.parts()).hasSize(1);
    assertThat(control.parts().get(0).precedent().country().code()).isEqualTo("CCC");
    assertThat(control.parts().get(0).weight()).isEqualTo(1);
    assertThat(control.distance()).isZero();
    assertThat(control.explained()).isEqualTo(1);
    assertThat(control.isUnique()).isTrue();
    assertThat(control.equation()).isEqualTo("Aaa 2022-01-01 = 1.00 Ccc 2000-01-01");
  }

  /** 0.5 (10, 10) + 0.3 (90, 10) + 0.2 (50, 90) = (42, 26). */
  @Test
  void an_exact_mixture_is_recovered() {
    SyntheticControl control =
        mixture(
            new double[] {3, 1},
            Cases.profile("AAA", 2022, 42, 26),
            Cases.profile("BBB", 2000, 10, 10),
            Cases.profile("CCC", 2000, 90, 10),
            Cases.profile("DDD", 2000, 50, 90));
    assertThat(control.equation())
        .isEqualTo(
            "Aaa 2022-01-01 = 0.50 Bbb 2000-01-01 + 0.30 Ccc 2000-01-01 + 0.20 Ddd 2000-01-01");
    assertThat(control.parts().get(0).weight()).isCloseTo(0.5, within(1e-12));
    assertThat(control.parts().get(1).weight()).isCloseTo(0.3, within(1e-12));
    assertThat(control.distance()).isLessThan(1e-13);
    assertThat(control.explained()).isEqualTo(1);
    assertThat(control.isUnique()).isTrue();
    assertThat(control.residuals())
        .allSatisfy(residual -> assertThat(residual.points()).isCloseTo(0, within(1e-11)));
  }

  /**
   * Between (0, 0) and (100, 50) with weights 3/4 and 1/4: the foot t = (3/4 a x + 1/4 b y) / (3/4
   * a^2 + 1/4 b^2) with a = 1, b = 0.5, x = 0.2, y = 1.
   */
  @Test
  void outside_it_is_the_weighted_projection() {
    SyntheticControl control =
        mixture(
            new double[] {3, 1},
            Cases.profile("AAA", 2022, 20, 100),
            Cases.profile("BBB", 2000, 0, 0),
            Cases.profile("CCC", 2000, 100, 50));
    double t = (0.75 * 0.2 + 0.25 * 0.5) / (0.75 + 0.25 * 0.25);
    assertThat(control.parts().get(1).weight()).isCloseTo(t, within(1e-14));
    double squares = 0.75 * Math.pow(0.2 - t, 2) + 0.25 * Math.pow(1 - 0.5 * t, 2);
    assertThat(control.distance()).isCloseTo(Math.sqrt(squares), within(1e-14));
    double ofMean = 0.75 * Math.pow(0.2 - 0.5, 2) + 0.25 * Math.pow(1 - 0.25, 2);
    assertThat(control.explained()).isCloseTo(1 - squares / ofMean, within(1e-13));
    assertThat(control.residuals().get(1).mixture()).isCloseTo(50 * t, within(1e-12));
    assertThat(control.residuals().get(1).points()).isCloseTo(100 - 50 * t, within(1e-12));
    assertThat(control.isUnique()).isTrue();
  }

  @Test
  void weights_that_are_one_choice_of_many_are_said_to_be() {
    SyntheticControl inside =
        mixture(
            new double[] {1, 1},
            Cases.profile("AAA", 2022, 50, 50),
            Cases.profile("BBB", 2000, 0, 0),
            Cases.profile("CCC", 2000, 100, 0),
            Cases.profile("DDD", 2000, 100, 100),
            Cases.profile("EEE", 2000, 0, 100));
    assertThat(inside.distance()).isLessThan(1e-14);
    assertThat(inside.isUnique()).isFalse();
    assertThat(inside.parts()).hasSizeLessThanOrEqualTo(3);
    assertThat(inside.toTable().notes().get(2))
        .isEqualTo("Other weights give the same mixture: these are one way to describe it.");
    SyntheticControl onAnEdge =
        mixture(
            new double[] {1, 1},
            Cases.profile("AAA", 2022, 50, 100),
            Cases.profile("BBB", 2000, 0, 50),
            Cases.profile("CCC", 2000, 100, 50),
            Cases.profile("DDD", 2000, 60, 50),
            Cases.profile("EEE", 2000, 0, 0));
    assertThat(onAnEdge.isUnique()).isFalse();
    assertThat(onAnEdge.distance()).isPositive();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_mixture_is_consistent_and_no_precedent_nor_the_mean_is_nearer(long seed) {
    int indicators = 2 + (int) (seed % 11);
    Analogues analogues =
        Precedents.of(Cases.equal(indicators), Cases.random(seed, 7, 3, indicators, 0))
            .withSampleRange()
            .analoguesOf(Cases.target(seed, indicators));
    SyntheticControl control = analogues.syntheticControl();
    assertThat(control.partTable().rowCount()).isEqualTo(control.parts().size());
    assertThat(control.partTable().number(0, 1)).hasValue(control.parts().get(0).weight());
    assertThat(control.gap()).isLessThan(1e-11);
    assertThat(control.explained()).isBetween(0.0, 1.0);
    assertThat(control.parts()).hasSizeLessThanOrEqualTo(indicators + 1);
    assertThat(control.parts().stream().mapToDouble(SyntheticControl.Part::weight).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(control.parts()).extracting(part -> -part.weight()).isSorted();
    double squares = 0;
    for (int k = 0; k < indicators; k++) {
      SyntheticControl.Residual residual = control.residuals().get(k);
      double mixed = 0;
      for (SyntheticControl.Part part : control.parts()) {
        mixed += part.weight() * value(part.precedent().profile(), k);
      }
      assertThat(residual.mixture()).isCloseTo(mixed, within(1e-9));
      squares += Math.pow(residual.points() / range(analogues, k), 2) / indicators;
    }
    assertThat(control.distance()).isCloseTo(Math.sqrt(squares), within(1e-9));
    for (Analogue analogue : analogues.byProfile()) {
      double square = 0;
      for (Analogue.Difference difference : analogue.differences()) {
        int k = difference.indicator().code().charAt(0) - 'a';
        square += Math.pow(difference.points() / range(analogues, k), 2) / indicators;
      }
      assertThat(control.distance()).isLessThanOrEqualTo(Math.sqrt(square) + 1e-12);
    }
  }

  private static double value(CountryProfile profile, int indicator) {
    return profile.estimate(Cases.code(indicator)).orElseThrow().central();
  }

  private static double range(Analogues analogues, int k) {
    double least = value(analogues.target().profile(), k);
    double greatest = least;
    for (Analogue analogue : analogues.byProfile()) {
      least = Math.min(least, value(analogue.precedent().profile(), k));
      greatest = Math.max(greatest, value(analogue.precedent().profile(), k));
    }
    return greatest - least;
  }

  @Test
  void indicators_that_some_lack_are_left_out() {
    SyntheticControl control =
        mixture(
            new double[] {1, 1, 1},
            Cases.profile("AAA", 2022, 30, 60, 5),
            Cases.profile("BBB", 2000, 10, 10, GAP),
            Cases.profile("CCC", 2000, 50, 90, 8));
    assertThat(control.residuals())
        .extracting(residual -> residual.indicator().code())
        .containsExactly("a", "b");
  }

  @Test
  void without_a_common_indicator_there_is_no_mixture() {
    Analogues analogues =
        Precedents.of(
                Cases.equal(2),
                List.of(Cases.profile("BBB", 2000, 10, GAP), Cases.profile("CCC", 2000, GAP, 90)))
            .analoguesOf(Cases.profile("AAA", 2022, 30, 60));
    assertThatIllegalArgumentException()
        .isThrownBy(analogues::syntheticControl)
        .withMessage(
            "No mixture for Aaa 2022-01-01: no indicator that varies has values for it and all 2"
                + " precedents");
    assertThat(analogues.notes())
        .contains("No Mahalanobis distance: no indicator that varies has values everywhere.");
    assertThat(analogues.commonIndicators()).isEmpty();
  }

  @Test
  void the_table_has_residuals_and_the_equation() {
    SyntheticControl control =
        mixture(
            new double[] {1},
            Cases.profile("AAA", 2022, 100),
            Cases.profile("BBB", 2000, 10),
            Cases.profile("CCC", 2000, 90));
    assertThat(control)
        .hasToString(
            """
            Aaa 2022-01-01 as a mixture of precedents

            Indicator  Value  Mixture  Residual
            ---------  -----  -------  --------
            a          100.0     90.0     +10.0

            Aaa 2022-01-01 = 1.00 Ccc 2000-01-01
            Distance 0.100; explains 96 % of the profile, against the mean of all precedents.
            No other weights give this mixture.\
            """
                .stripTrailing());
  }
}
