package dev.steppe.internal.math;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.util.CombinatoricsUtils;

/** Tails of the binomial distributions of one count of trials, and the limits that follow. */
public final class BinomialTails {

  /** Of more trials Commons Math adds up a logarithm for each factor, of every one anew. */
  private static final int MOST_DIRECT = 1029;

  private final int trials;
  private final double[] logCoefficients;

  /** Prepares for a count of trials. */
  public BinomialTails(int trials) {
    this.trials = trials;
    this.logCoefficients = new double[trials + 1];
    // What the sum has lost to rounding so far.
    double lost = 0;
    double sum = 0;
    for (int i = 0; i <= trials / 2; i++) {
      if (trials <= MOST_DIRECT) {
        logCoefficients[i] = CombinatoricsUtils.binomialCoefficientLog(trials, i);
      } else if (i > 0) {
        double factor = Math.log((trials - i + 1.0) / i);
        double next = sum + factor;
        lost += sum >= factor ? sum - next + factor : factor - next + sum;
        sum = next;
        logCoefficients[i] = sum + lost;
      }
      logCoefficients[trials - i] = logCoefficients[i];
    }
  }

  /** The probability of at least {@code i} successes, for each {@code i}; p is inside (0, 1). */
  private double[] atLeast(double p) {
    double success = Math.log(p);
    double failure = Math.log1p(-p);
    double[] tails = new double[trials + 2];
    for (int i = trials; i >= 0; i--) {
      tails[i] = tails[i + 1] + Math.exp(logCoefficients[i] + i * success + (trials - i) * failure);
    }
    return tails;
  }

  /** The greatest p at which {@code successes} or more have at most the probability given. */
  public double clopperPearsonLower(int successes, double tail) {
    if (successes == 0) {
      return 0;
    }
    return greatest(p -> atLeast(p)[successes], tail);
  }

  /** The same for a count that need not be whole and a sum that is smaller in convex order. */
  public double convexLower(double count, double tail) {
    if (count == 0) {
      return 0;
    }
    return greatest(p -> convexBound(p, count), tail);
  }

  /**
   * The least of {@code E max(0, B - t) / (count - t)} over t below the count. Between whole t the
   * ratio is monotone, so whole ones are enough.
   */
  private double convexBound(double p, double count) {
    double[] tails = atLeast(p);
    double least = 1;
    double excess = 0;
    for (int t = trials - 1; t >= 0; t--) {
      excess += tails[t + 1];
      if (t < count) {
        least = Math.min(least, excess / (count - t));
      }
    }
    return least;
  }

  /** Bisection down to neighbouring doubles, for a bound that grows with p from 0 to 1. */
  private static double greatest(DoubleUnaryOperator bound, double tail) {
    double low = 0;
    double high = 1;
    while (true) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) {
        return low;
      }
      if (bound.applyAsDouble(middle) <= tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }
}
