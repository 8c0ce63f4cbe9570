package dev.steppe.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.OwnEstimate;
import org.jspecify.annotations.Nullable;

/**
 * Claims about a distribution of one's own.
 *
 * @since 0.1
 */
public class OwnEstimateAssert extends OwnMethodClaims<OwnEstimateAssert, OwnEstimate> {

  private static final int PROBABILITIES = 2000;

  /** Steps of the integrals, which are closer together at both ends. */
  private static final int STEPS = 20_000;

  /** How far off a mean may be, in standard deviations, and a variance, as a part of itself. */
  private static final double NEAR = 0.01;

  OwnEstimateAssert(@Nullable OwnEstimate actual) {
    super(actual, OwnEstimateAssert.class);
  }

  /**
   * Claims that it does what {@link OwnEstimate} promises, as far as two thousand probabilities
   * show: quantiles are never NaN, never fall while the probability rises, lie between those at 0
   * and 1, and are finite between them; they are the same when asked for again, in another order,
   * and after serialisation; mean and variance are those of the quantiles, as far as a sum over
   * twenty thousand of them tells (within a hundredth of the standard deviation and of the
   * variance); id, version and parameters can be used and stay; and it says that it {@linkplain
   * OwnEstimate#keepsContract keeps its contract}.
   *
   * <pre>{@code
   * assertThat(new Rising(10)).keepsItsContract();   // passes
   * }</pre>
   *
   * @throws AssertionError with the first probability at which it does not
   */
  @CanIgnoreReturnValue
  public OwnEstimateAssert keepsItsContract() {
    checkIdentity(() -> Estimate.own(actual));
    double[] values = new double[PROBABILITIES + 1];
    for (int i = 0; i <= PROBABILITIES; i++) {
      double p = probability(i);
      values[i] = actual.quantile(p);
      boolean end = i == 0 || i == PROBABILITIES;
      if (Double.isNaN(values[i]) || (!end && Double.isInfinite(values[i]))) {
        throw broken("the quantile at " + p + " is " + values[i]);
      }
      if (i > 0 && values[i] < values[i - 1]) {
        throw broken(
            "the quantile falls from "
                + values[i - 1]
                + " at "
                + probability(i - 1)
                + " to "
                + values[i]
                + " at "
                + p);
      }
    }
    OwnEstimate copy = copy();
    for (int i = PROBABILITIES; i >= 0; i--) {
      String of = String.valueOf(probability(i));
      checkSame(values[i], actual.quantile(probability(i)), of, "when asked again");
      checkSame(values[i], copy.quantile(probability(i)), of, "after it was serialised");
    }
    checkMoments();
    return this;
  }

  private static double probability(int number) {
    return (double) number / PROBABILITIES;
  }

  /** The integrals of the quantile and of its square, with {@code p = t^2 (3 - 2 t)}. */
  private void checkMoments() {
    double centre = actual.quantile(0.5);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < STEPS; i++) {
      double t = (i + 0.5) / STEPS;
      double distance = actual.quantile(t * t * (3 - 2 * t)) - centre;
      double weight = 6 * t * (1 - t) / STEPS;
      sum += weight * distance;
      squares += weight * distance * distance;
    }
    double variance = squares - sum * sum;
    double mean = centre + sum;
    if (Double.isInfinite(actual.variance())) {
      return;
    }
    if (!(Math.abs(actual.variance() - variance) <= NEAR * variance)) {
      throw broken("it gives " + actual.variance() + " as its variance, which is " + variance);
    }
    if (!(Math.abs(actual.mean() - mean) <= NEAR * Math.sqrt(variance))) {
      throw broken("it gives " + actual.mean() + " as its mean, which is " + mean);
    }
  }
}
