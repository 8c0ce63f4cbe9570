package dev.steppe.internal;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.Normalization;
import dev.steppe.model.Treatment;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Factories of several numbers tell all that are wrong. */
class FaultsTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static void assertFaults(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void nothing_wrong_is_no_error() {
    assertThatNoException().isThrownBy(() -> new Faults().throwIfAny());
  }

  @Test
  void estimates() {
    assertFaults(
        () -> Estimate.between(NAN, INFINITY),
        "lower bound of an estimate must be finite, but was NaN; upper bound of an estimate must be"
            + " finite, but was Infinity");
    assertFaults(
        () -> Estimate.between(INFINITY, INFINITY),
        "lower bound of an estimate must be finite, but was Infinity; upper bound of an estimate"
            + " must be finite, but was Infinity");
    assertFaults(
        () -> Estimate.between(2, 1),
        "Bounds of an estimate need lower <= upper, but were 2.0..1.0");
    assertFaults(
        () -> Estimate.triangular(NAN, 1, -INFINITY),
        "lower bound of an estimate must be finite, but was NaN; upper bound of an estimate must be"
            + " finite, but was -Infinity");
    assertFaults(
        () -> Estimate.normal(NAN, -1, 3, 2),
        "mean of a normal estimate must be finite, but was NaN; Standard deviation of a normal"
            + " estimate must be > 0, but was -1.0; Bounds of a normal estimate need lower < upper,"
            + " but were 3.0..2.0");
    assertFaults(
        () -> Estimate.normal(INFINITY, NAN),
        "mean of a normal estimate must be finite, but was Infinity; standard deviation of a normal"
            + " estimate must be finite, but was NaN");
  }

  @Test
  void methods() {
    assertFaults(
        () -> Normalization.goalposts(NAN, INFINITY),
        "lower goalpost must be finite, but was NaN; upper goalpost must be finite, but was"
            + " Infinity");
    assertFaults(
        () -> Normalization.logistic(NAN, 0),
        "midpoint of a logistic normalisation must be finite, but was NaN; Steepness of a logistic"
            + " normalisation must be finite and > 0, but was 0.0. Use Direction.LOWER_IS_RISKIER"
            + " for a falling curve.");
    assertFaults(
        () -> Normalization.zScore(-1, 0),
        "mean of a z-score must be in [0.0, 100.0], but was -1.0; Standard deviation of a z-score"
            + " must be finite and > 0, but was 0.0");
    assertFaults(
        () -> Normalization.piecewiseLinear(Map.of(1.0, 101.0, 2.0, -1.0, 3.0, 5.0)),
        "value of the point at 1.0 must be in [0.0, 100.0], but was 101.0; value of the point at 2.0"
            + " must be in [0.0, 100.0], but was -1.0");
    assertFaults(
        () -> Treatment.winsorize(0, 0, 3),
        "Winsorisation must be allowed to move at least 1 reading, but maxPoints was 0; Winsorisation"
            + " needs a skewness > 0 and a kurtosis, but had 0.0 and 3.0");
    assertFaults(
        () -> new Indicator("a b", " ", "", Direction.HIGHER_IS_RISKIER, 1, 0),
        "indicator code must start with a letter and go on with letters, digits, '_', '.' or '-',"
            + " but was 'a b'; name of indicator 'a b' must not be blank; Domain of indicator 'a b'"
            + " needs lower < upper, but was [1.0, 0.0]");
    assertFaults(
        () -> Interaction.of("", "b", 2),
        "code in an interaction must start with a letter and go on with letters, digits, '_', '.' or"
            + " '-', but was ''; strength of the interaction of '' and 'b' must be in [-1.0, 1.0],"
            + " but was 2.0");
    assertFaults(
        () -> new SampleDesign(Sampling.RANDOM, 0, 1, 1),
        "size must be at least 1, but was 0; level must be in (0, 1), such as 0.95, but was 1.0");
  }
}
