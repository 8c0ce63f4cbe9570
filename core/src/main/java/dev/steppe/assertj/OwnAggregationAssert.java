package dev.steppe.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.random.SplitMix64;
import dev.steppe.model.Aggregation;
import dev.steppe.model.OwnAggregation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims about an aggregation of one's own.
 *
 * @since 0.1
 */
public class OwnAggregationAssert extends OwnMethodClaims<OwnAggregationAssert, OwnAggregation> {

  private static final int SETS = 2000;
  private static final int MOST_CHILDREN = 7;
  private static final double ROUNDING = 1e-9;

  OwnAggregationAssert(@Nullable OwnAggregation actual) {
    super(actual, OwnAggregationAssert.class);
  }

  /** Children with their weights, and what came out. */
  private static final class Case {

    private final double[] values;
    private final double[] weights;
    private final double result;

    Case(double[] values, double[] weights, double result) {
      this.values = values;
      this.weights = weights;
      this.result = result;
    }

    @Override
    public String toString() {
      return "values " + Arrays.toString(values) + " of weights " + Arrays.toString(weights);
    }
  }

  /**
   * Claims that it does what {@link OwnAggregation} promises, as far as two thousand sets of one to
   * seven children show: values are in {@code [0, 100]} and never NaN; they are the same when asked
   * for again, in another order, and after serialisation; id, version and parameters can be used
   * and stay; and if it says that it {@linkplain OwnAggregation#keepsContract keeps its contract},
   * values lie between the least and the greatest child and never fall while a child rises.
   *
   * <pre>{@code
   * assertThat(new Half(0.5)).keepsItsContract();   // passes
   * }</pre>
   *
   * @throws AssertionError with the first set of children for which it does not
   */
  @CanIgnoreReturnValue
  public OwnAggregationAssert keepsItsContract() {
    checkIdentity(() -> Aggregation.own(actual));
    SplitMix64 random = new SplitMix64(1);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < SETS; i++) {
      cases.add(random(random, 1 + i % MOST_CHILDREN));
    }
    OwnAggregation copy = copy();
    for (int i = SETS - 1; i >= 0; i--) {
      Case one = cases.get(i);
      String of = one.toString();
      checkSame(one.result, value(actual, one.values, one.weights), of, "when asked again");
      checkSame(one.result, value(copy, one.values, one.weights), of, "after it was serialised");
    }
    if (actual.keepsContract()) {
      cases.forEach(one -> checkBetweenAndRising(one, random));
    }
    return this;
  }

  private Case random(SplitMix64 random, int children) {
    double[] values = new double[children];
    double[] weights = new double[children];
    double sum = 0;
    for (int c = 0; c < children; c++) {
      values[c] = value(random);
      weights[c] = 1e-3 + part(random);
      sum += weights[c];
    }
    for (int c = 0; c < children; c++) {
      weights[c] /= sum;
    }
    double result = value(actual, values, weights);
    Case one = new Case(values, weights, result);
    inScale(result, one.toString());
    return one;
  }

  /** Often an end of the scale, or one of few numbers, so that children are alike. */
  private static double value(SplitMix64 random) {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> 100;
      case 2 -> 10 * random.nextInt(11);
      default -> 100 * part(random);
    };
  }

  private static double value(OwnAggregation method, double[] values, double[] weights) {
    return method.value(values.clone(), weights.clone());
  }

  private void checkBetweenAndRising(Case one, SplitMix64 random) {
    double least = Arrays.stream(one.values).min().orElseThrow();
    double greatest = Arrays.stream(one.values).max().orElseThrow();
    if (one.result < least - ROUNDING || one.result > greatest + ROUNDING) {
      throw broken("it gives " + one.result + " for " + one + ", which is not between them");
    }
    for (int c = 0; c < one.values.length; c++) {
      double[] raised = one.values.clone();
      raised[c] += (100 - raised[c]) * part(random);
      double result = value(actual, raised, one.weights);
      if (result < one.result - ROUNDING) {
        throw broken(
            "the value falls from "
                + one.result
                + " for "
                + one
                + " to "
                + result
                + " when child "
                + c
                + " rises to "
                + raised[c]);
      }
    }
  }
}
