package dev.steppe.model;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Faults;
import dev.steppe.internal.math.SampleMoments;
import dev.steppe.internal.math.StandardNormal;
import java.util.Arrays;

/** {@code mean + sd * (v - m) / s} of the reference set, see {@link Normalization#zScore}. */
record ZScore(double mean, double sd) implements MonotoneScale {

  /** Rounding of a goalpost by more points than this would be seen. */
  private static final double COARSE = 1e-9;

  /** The greatest share of a standard normal that may be cut off. */
  private static final double MOST_CUT = 0.05;

  ZScore {
    Faults faults = new Faults();
    mean = faults.inRange(mean, 0, 100, "mean of a z-score");
    if (!(sd > 0 && sd < Double.POSITIVE_INFINITY)) {
      faults.add("Standard deviation of a z-score must be finite and > 0, but was " + sd);
    }
    faults.throwIfAny();
    double cut = StandardNormal.cdf(-mean / sd) + StandardNormal.cdf((mean - 100) / sd);
    if (cut > MOST_CUT) {
      throw new IllegalArgumentException(
          "zScore("
              + mean
              + ", "
              + sd
              + ") puts a share of "
              + cut
              + " of a standard normal beyond 0 and 100, where values are cut off; at most "
              + MOST_CUT
              + " may be. Use zScore(50, k) with k from 10 to 25, or rank()");
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

  /**
   * The z-score cut off at 0 and 100 is a line between the two readings that reach those ends;
   * where doubles are too coarse for the two, it is a line through one of the readings.
   */
  @Override
  public Normalization fit(ImmutableDoubleArray reference, Direction direction) {
    MinMax.checkSpread(reference, "Z-score");
    double[] values = reference.toArray();
    double m = SampleMoments.mean(values);
    double perPoint = SampleMoments.standardDeviation(values) / sd;
    double low = direction.isHigherRiskier() ? mean : 100 - mean;
    double lower = m - low * perPoint;
    double upper = m + (100 - low) * perPoint;
    if (Math.ulp(Math.max(Math.abs(lower), Math.abs(upper))) > COARSE * perPoint) {
      double origin = values[0];
      double[] offsets = Arrays.stream(values).map(value -> value - origin).toArray();
      return new FarZScore(
          mean, origin, SampleMoments.mean(offsets), SampleMoments.standardDeviation(offsets) / sd);
    }
    return new Goalposts(lower, upper);
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("zScore").with("mean", mean).with("sd", sd);
  }

  @Override
  public String toString() {
    return "zScore(" + mean + ", " + sd + ")";
  }
}
