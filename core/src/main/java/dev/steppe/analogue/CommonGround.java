package dev.steppe.analogue;

import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.internal.math.ShrunkenCovariance;
import org.jspecify.annotations.Nullable;

/**
 * The indicators that vary and that the target and all precedents have, and the covariance over
 * them.
 */
record CommonGround(
    ImmutableIntArray indicators, int rows, @Nullable ShrunkenCovariance covariance) {

  private static final double NO_VARIATION = 1e-9;

  /** Of fewer rows, all correlations are 1 or -1. */
  private static final int LEAST_ROWS = 3;

  static CommonGround of(SimilaritySpace space) {
    ImmutableIntArray.Builder varying = ImmutableIntArray.builder();
    for (int k : space.common()) {
      double least = space.target.at(k);
      double greatest = least;
      for (Values precedent : space.precedents) {
        least = Math.min(least, precedent.at(k));
        greatest = Math.max(greatest, precedent.at(k));
      }
      if (greatest - least > NO_VARIATION) {
        varying.add(k);
      }
    }
    ImmutableIntArray indicators = varying.build();
    double[][] rows = new double[space.precedents.size() + 1][];
    rows[0] = pick(space.target, indicators);
    for (int row = 1; row < rows.length; row++) {
      rows[row] = pick(space.precedents.get(row - 1), indicators);
    }
    boolean possible = !indicators.isEmpty() && rows.length >= LEAST_ROWS;
    return new CommonGround(
        indicators, rows.length, possible ? ShrunkenCovariance.of(rows).orElse(null) : null);
  }

  static double[] pick(Values values, ImmutableIntArray indicators) {
    double[] row = new double[indicators.length()];
    for (int k = 0; k < row.length; k++) {
      row[k] = values.at(indicators.get(k));
    }
    return row;
  }

  /** The Mahalanobis distance; NaN if there is none. */
  double mahalanobis(Values first, Values second) {
    return covariance == null
        ? Double.NaN
        : covariance.distance(pick(first, indicators), pick(second, indicators));
  }

  /** Why there is no covariance. */
  String fault() {
    return indicators.isEmpty()
        ? "no indicator that varies has values everywhere"
        : rows < LEAST_ROWS
            ? "two countries and dates make no covariance"
            : "some indicators move together exactly";
  }
}
