package dev.steppe.model;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Checks;
import dev.steppe.internal.math.SampleMoments;

/** {@code mean + sd * (v - m) / s} of the reference set, see {@link Normalization#zScore}. */
record ZScore(double mean, double sd) implements Monotone {

  ZScore {
    mean = Checks.inRange(mean, 0, 100, "mean of a z-score");
    if (!(sd > 0 && sd < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Standard deviation of a z-score must be finite and > 0, but was " + sd);
    }
  }

  @Override
  public double normalize(double reading, Direction direction) {
    throw MinMax.notFitted("z-score");
  }

  @Override
  public boolean isFitted() {
    return false;
  }

  /** The z-score cut off at 0 and 100 is a line between the two readings that reach those ends. */
  @Override
  public Normalization fit(ImmutableDoubleArray reference, Direction direction) {
    MinMax.checkSpread(reference, "Z-score");
    double[] values = reference.toArray();
    double m = SampleMoments.mean(values);
    double perPoint = SampleMoments.standardDeviation(values) / sd;
    return direction.isHigherRiskier()
        ? new Goalposts(m - mean * perPoint, m + (100 - mean) * perPoint)
        : new Goalposts(m - (100 - mean) * perPoint, m + mean * perPoint);
  }

  @Override
  public String toString() {
    return "zScore(" + mean + ", " + sd + ")";
  }
}
