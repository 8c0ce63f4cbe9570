package dev.steppe.internal.math;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** The integral of a smooth function, by a rule of 20 points on each of some equal panels. */
public final class GaussLegendre {

  private static final int PANELS = 16;
  private static final int POINTS = 20;

  /** The rule between -1 and 1, found once. */
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(POINTS);

  private GaussLegendre() {}

  /** The integral between two finite limits, the lower one first. */
  public static double integral(DoubleUnaryOperator f, double from, double to) {
    double sum = 0;
    for (int i = 0; i < PANELS; i++) {
      double left = from + (to - from) * i / PANELS;
      double right = from + (to - from) * (i + 1) / PANELS;
      sum += onePanel(f, left, right);
    }
    return sum;
  }

  /** The integral of a function that is all but a polynomial between the limits. */
  public static double onePanel(DoubleUnaryOperator f, double from, double to) {
    double half = (to - from) / 2;
    double middle = from + half;
    double sum = 0;
    for (int k = 0; k < POINTS; k++) {
      sum += RULE.getWeight(k) * f.applyAsDouble(middle + half * RULE.getPoint(k));
    }
    return half * sum;
  }
}
