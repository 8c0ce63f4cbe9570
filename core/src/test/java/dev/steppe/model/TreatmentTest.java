package dev.steppe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.testing.Kinds;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreatmentTest {

  /** Twenty ordinary readings and some outliers. */
  private static ImmutableDoubleArray withOutliers(double... outliers) {
    return ImmutableDoubleArray.builder()
        .addAll(IntStream.rangeClosed(1, 20).asDoubleStream())
        .addAll(ImmutableDoubleArray.copyOf(outliers))
        .build();
  }

  private static final List<Treatment> ALL =
      List.of(
          Treatment.none(),
          Treatment.clamp(3, 15),
          Treatment.log(1),
          Treatment.logOfRange(),
          Treatment.winsorize(),
          Treatment.winsorizeOrLog(1));

  @Test
  void every_kind_of_treatment_is_increasing_once_it_is_fitted() {
    assertThat(ALL).map(Object::getClass).containsAll(Kinds.of(Treatment.class));
    for (Treatment treatment : ALL) {
      Treatment fitted = treatment.fit(withOutliers(90, 100));
      assertThat(fitted.isFitted()).isTrue();
      assertThat(fitted.treat(Double.NaN)).isNaN();
      double before = Double.NEGATIVE_INFINITY;
      for (double reading = 1; reading <= 100; reading += 0.5) {
        double treated = fitted.treat(reading);
        assertThat(treated).as("%s of %s", treatment, reading).isGreaterThanOrEqualTo(before);
        assertThat(treated).isEqualTo(fitted.isIdentity() ? reading : treated);
        before = treated;
      }
      if (!treatment.isFitted()) {
        assertThatIllegalStateException().isThrownBy(() -> treatment.treat(1));
      }
    }
  }

  @Test
  void none_leaves_every_reading_as_it_is() {
    assertThat(Treatment.none().treat(-7.25)).isEqualTo(-7.25);
    assertThat(Treatment.none().treat(Double.NaN)).isNaN();
    assertThat(Treatment.none().isIdentity()).isTrue();
    assertThat(Treatment.none().isFitted()).isTrue();
    assertThat(Treatment.clamp(0, 1).isIdentity()).isFalse();
  }

  @Test
  void clamp_moves_readings_to_the_nearer_bound() {
    Treatment clamp = Treatment.clamp(2, 5);
    assertThat(clamp.treat(1)).isEqualTo(2);
    assertThat(clamp.treat(3.5)).isEqualTo(3.5);
    assertThat(clamp.treat(6)).isEqualTo(5);
    assertThat(clamp.treat(Double.NaN)).isNaN();
    assertThat(clamp.fit(withOutliers())).isSameAs(clamp);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatment.clamp(5, 5))
        .withMessage("Bounds of a clamp need lower < upper, but were [5.0, 5.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatment.clamp(Double.NaN, 5))
        .withMessageContaining("[NaN, 5.0]");
  }

  @Test
  void log_is_the_natural_logarithm_of_the_shifted_reading() {
    assertThat(Treatment.log().treat(Math.E)).isCloseTo(1, within(1e-15));
    assertThat(Treatment.log(1).treat(0)).isZero();
    assertThat(Treatment.log().treat(Double.NaN)).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatment.log(Double.NaN))
        .withMessage("shift of a logarithm must be finite, but was NaN");
  }

  @Test
  void log_of_a_reading_that_is_not_positive_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatment.log().treat(0))
        .withMessage("The logarithm needs readings greater than 0.0, but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatment.log(1).treat(-1.5))
        .withMessage("The logarithm needs readings greater than -1.0, but was -1.5");
  }

  /** ln(v - min + 0.01 * (max - min)) with min -10 and max 90: at -10 ln 1, at 90 ln 101. */
  @Test
  void log_of_the_range_takes_readings_of_any_sign() {
    Treatment treatment = Treatment.logOfRange();
    assertThat(treatment.isFitted()).isFalse();
    Treatment fitted = treatment.fit(ImmutableDoubleArray.of(5, -10, 90));
    assertThat(fitted.isFitted()).isTrue();
    assertThat(fitted.treat(-10)).isCloseTo(0, within(1e-15));
    assertThat(fitted.treat(90)).isCloseTo(Math.log(101), within(1e-14));
    assertThatIllegalArgumentException().isThrownBy(() -> fitted.treat(-11));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> treatment.fit(ImmutableDoubleArray.of(2, 2)))
        .withMessage(
            "The logarithm of the range as treatment before normalisation needs readings that"
                + " differ, but all 2 are 2.0");
    assertThatIllegalStateException()
        .isThrownBy(() -> treatment.treat(1))
        .withMessage(
            "A logarithm of the range must be fitted to a reference set first: Scorer.fit(...)");
  }

  @Test
  void readings_that_are_not_skewed_are_not_winsorised() {
    assertThat(Treatment.winsorize().fit(withOutliers())).isEqualTo(Treatment.none());
  }

  @Test
  void an_outlier_is_set_to_the_next_reading() {
    Treatment fitted = Treatment.winsorize().fit(withOutliers(1000));
    assertThat(fitted).isEqualTo(new Clamp(Double.NEGATIVE_INFINITY, 20));
    assertThat(fitted.treat(1000)).isEqualTo(20);
    assertThat(fitted.treat(7)).isEqualTo(7);
    assertThat(fitted.treat(-1000)).isEqualTo(-1000);
    Treatment below = Treatment.winsorize().fit(withOutliers(-1000));
    assertThat(below).isEqualTo(new Clamp(1, Double.POSITIVE_INFINITY));
  }

  @Test
  void outliers_that_tie_are_moved_together() {
    assertThat(Treatment.winsorize(1).fit(withOutliers(1000, 1000)).treat(1000)).isEqualTo(20);
  }

  @Test
  void no_more_readings_are_moved_than_allowed() {
    ImmutableDoubleArray reference = withOutliers(1000, 10_000);
    assertThat(Treatment.winsorize(1).fit(reference).treat(10_000)).isEqualTo(1000);
    assertThat(Treatment.winsorize(2).fit(reference).treat(10_000)).isEqualTo(20);
  }

  @Test
  void both_sides_may_be_cut() {
    Treatment fitted = Treatment.winsorize(5).fit(withOutliers(-1e4, 1e5));
    assertThat(fitted).isEqualTo(new Clamp(1, 20));
  }

  /** With thresholds below what the readings have, even these are treated. */
  @Test
  void the_thresholds_say_what_is_skewed() {
    ImmutableDoubleArray reference = withOutliers(30);
    assertThat(Treatment.winsorize(5).fit(reference)).isEqualTo(Treatment.none());
    assertThat(Treatment.winsorize(5, 0.5, 0).fit(reference).treat(30)).isEqualTo(20);
    assertThat(Treatment.winsorize(5, 0.5, 100).fit(reference)).isEqualTo(Treatment.none());
    assertThat(Treatment.winsorize()).isEqualTo(Treatment.winsorize(5, 2, 3.5));
  }

  @Test
  void winsorisation_needs_a_reference_set() {
    assertThat(Treatment.winsorize().isFitted()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> Treatment.winsorize().treat(1))
        .withMessage("A winsorisation must be fitted to a reference set first: Scorer.fit(...)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatment.winsorize().fit(ImmutableDoubleArray.of(1, 2, 3)))
        .withMessage(
            "Winsorisation needs at least 4 readings in the reference set, but there are 3");
    assertThat(Treatment.winsorize().fit(ImmutableDoubleArray.of(1, 2, 3, 4)))
        .isEqualTo(Treatment.none());
    assertThat(Treatment.winsorize().fit(ImmutableDoubleArray.of(2, 2, 2, 2)))
        .isEqualTo(Treatment.none());
  }

  @Test
  void bad_winsorisations_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatment.winsorize(0))
        .withMessage(
            "Winsorisation must be allowed to move at least 1 reading, but maxPoints was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatment.winsorize(1, 0, 3.5))
        .withMessage("Winsorisation needs a skewness > 0 and a kurtosis, but had 0.0 and 3.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatment.winsorize(1, 2, Double.NaN))
        .withMessageContaining("NaN");
  }

  /** One of the two outliers left makes a skewness of 4.6: the logarithm of all takes over. */
  @Test
  void what_winsorisation_does_not_mend_is_put_on_a_logarithm() {
    ImmutableDoubleArray reference = withOutliers(1000, 10_000);
    assertThat(Treatment.winsorizeOrLog(2).fit(reference))
        .isEqualTo(Treatment.winsorize(2).fit(reference));
    assertThat(Treatment.winsorizeOrLog(1).fit(reference))
        .isEqualTo(Treatment.logOfRange().fit(reference));
    assertThat(Treatment.winsorizeOrLog(1).fit(withOutliers())).isEqualTo(Treatment.none());
    assertThat(Treatment.winsorizeOrLog(1).isFitted()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> Treatment.winsorizeOrLog(1).treat(1))
        .withMessage("A winsorisation must be fitted to a reference set first: Scorer.fit(...)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Treatment.winsorizeOrLog(0))
        .withMessageContaining("at least 1 reading");
  }
}
