package dev.steppe.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.random.SplitMix64;
import dev.steppe.model.Normalization;
import dev.steppe.model.OwnNormalization;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Claims about a scale of one's own.
 *
 * @since 0.1
 */
public class OwnNormalizationAssert
    extends OwnMethodClaims<OwnNormalizationAssert, OwnNormalization> {

  private static final int READINGS = 2000;

  /** Points by which a value may fall or jump from one number to the next by rounding. */
  private static final double ROUNDING = 1e-9;

  private static final double JUMP = 1e-3;

  OwnNormalizationAssert(@Nullable OwnNormalization actual) {
    super(actual, OwnNormalizationAssert.class);
  }

  /**
   * Claims that it does what {@link OwnNormalization} promises, as far as two thousand readings
   * show: values are in {@code [0, 100]} and never NaN; they are the same when asked for again, in
   * another order, and after serialisation; id, version and parameters can be used and stay; and if
   * it says that it {@linkplain OwnNormalization#keepsContract keeps its contract}, values never
   * fall while readings rise, and never jump.
   *
   * <pre>{@code
   * assertThat(new Root(4)).keepsItsContract(0, 4);   // passes
   * }</pre>
   *
   * @param lower the least reading to try
   * @param upper the greatest
   * @throws AssertionError with the first reading at which it does not
   * @throws IllegalArgumentException unless {@code lower < upper}, both finite
   */
  @CanIgnoreReturnValue
  public OwnNormalizationAssert keepsItsContract(double lower, double upper) {
    Checks.finite(lower, "least reading");
    Checks.finite(upper, "greatest reading");
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "Readings need lower < upper, but were [" + lower + ", " + upper + "]");
    }
    checkIdentity(() -> Normalization.own(actual));
    double[] readings = readings(lower, upper);
    double[] values = new double[readings.length];
    for (int i = 0; i < readings.length; i++) {
      values[i] = inScale(actual.value(readings[i]), String.valueOf(readings[i]));
    }
    OwnNormalization copy = copy();
    for (int i = readings.length - 1; i >= 0; i--) {
      String of = String.valueOf(readings[i]);
      checkSame(values[i], actual.value(readings[i]), of, "when asked again");
      checkSame(values[i], copy.value(readings[i]), of, "after it was serialised");
    }
    if (actual.keepsContract()) {
      for (int i = 1; i < readings.length; i++) {
        checkRise(readings[i - 1], readings[i], values[i - 1], values[i]);
      }
    }
    return this;
  }

  /** Evenly, and at random between; ascending. */
  private static double[] readings(double lower, double upper) {
    SplitMix64 random = new SplitMix64(1);
    double[] readings = new double[READINGS];
    for (int i = 0; i < READINGS; i++) {
      double part = i % 2 == 0 ? i / (READINGS - 2.0) : part(random);
      readings[i] = Math.min(upper, lower * (1 - part) + upper * part);
    }
    Arrays.sort(readings);
    return readings;
  }

  /**
   * That the value does not fall between two readings, and takes no step that no halving splits.
   */
  private void checkRise(double from, double to, double low, double high) {
    while (true) {
      if (high < low - ROUNDING) {
        throw broken("the value falls from " + low + " at " + from + " to " + high + " at " + to);
      }
      double middle = from + (to - from) / 2;
      if (high - low < JUMP) {
        return;
      }
      if (!(from < middle && middle < to)) {
        throw broken("the value jumps from " + low + " to " + high + " at " + to);
      }
      double between = inScale(actual.value(middle), String.valueOf(middle));
      if (between - low >= high - between) {
        to = middle;
        high = between;
      } else {
        from = middle;
        low = between;
      }
    }
  }
}
