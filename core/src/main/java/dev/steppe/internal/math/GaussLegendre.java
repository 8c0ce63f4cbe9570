package dev.steppe.internal.math;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** The integral of a smooth function, by a rule of 20 points on each of 16 equal panels. */
public final class GaussLegendre {

  private static final int PANELS = 16;
  private static final int POINTS = 20;

  /** Keeps the rule once it is found. */
  private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

  private GaussLegendre() {}

  /** The integral between two finite limits, the lower one first. */
  public static double integral(DoubleUnaryOperator f, double from, double to) {
    double sum = 0;
    for (int i = 0; i < PANELS; i++) {
      double left = from + (to - from) * i / PANELS;
      double right = from + (to - from) * (i + 1) / PANELS;
      sum += RULES.legendre(POINTS, left, right).integrate(f::applyAsDouble);
    }
    return sum;
  }
}
