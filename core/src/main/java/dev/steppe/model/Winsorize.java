package dev.steppe.model;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Faults;
import dev.steppe.internal.math.SampleMoments;
import java.util.Arrays;

/** Bounds found by skewness and kurtosis, see {@link Treatment#winsorize(int, double, double)}. */
record Winsorize(int maxPoints, double skewness, double kurtosis) implements Treatment {

  Winsorize {
    Faults faults = new Faults();
    if (maxPoints < 1) {
      faults.add(
          "Winsorisation must be allowed to move at least 1 reading, but maxPoints was "
              + maxPoints);
    }
    if (!(skewness > 0) || Double.isNaN(kurtosis)) {
      faults.add(
          "Winsorisation needs a skewness > 0 and a kurtosis, but had "
              + skewness
              + " and "
              + kurtosis);
    }
    faults.throwIfAny();
  }

  @Override
  public double treat(double reading) {
    throw notFitted("winsorisation");
  }

  @Override
  public boolean isFitted() {
    return false;
  }

  @Override
  public Treatment fit(ImmutableDoubleArray reference) {
    if (reference.length() < 4) {
      throw new IllegalArgumentException(
          "Winsorisation needs at least 4 readings in the reference set, but there are "
              + reference.length());
    }
    double[] sorted = reference.toArray();
    Arrays.sort(sorted);
    int moved = 0;
    boolean cutBelow = false;
    boolean cutAbove = false;
    while (moved < maxPoints && isSkewed(sorted)) {
      if (SampleMoments.skewness(sorted) >= 0) {
        cutAbove = true;
        int last = sorted.length - 1;
        int next = last;
        while (sorted[next] == sorted[last]) {
          next--;
        }
        Arrays.fill(sorted, next + 1, sorted.length, sorted[next]);
      } else {
        cutBelow = true;
        int next = 0;
        while (sorted[next] == sorted[0]) {
          next++;
        }
        Arrays.fill(sorted, 0, next, sorted[next]);
      }
      moved = movedReadings(reference, sorted);
    }
    if (!cutBelow && !cutAbove) {
      return Treatment.none();
    }
    return new Clamp(
        cutBelow ? sorted[0] : Double.NEGATIVE_INFINITY,
        cutAbove ? sorted[sorted.length - 1] : Double.POSITIVE_INFINITY);
  }

  /** The readings beyond the bounds so far. */
  private static int movedReadings(ImmutableDoubleArray reference, double[] sorted) {
    return (int)
        reference.stream()
            .filter(value -> value < sorted[0] || value > sorted[sorted.length - 1])
            .count();
  }

  /** Whether readings, in any order, are beyond both thresholds. */
  boolean isSkewed(double[] readings) {
    return Math.abs(SampleMoments.skewness(readings)) >= skewness
        && SampleMoments.kurtosis(readings) >= kurtosis;
  }

  static IllegalStateException notFitted(String treatment) {
    return new IllegalStateException(
        "A " + treatment + " must be fitted to a reference set first: Scorer.fit(...)");
  }

  MethodDefinition definition(String method) {
    return MethodDefinition.of(method)
        .with("maxPoints", maxPoints)
        .with("skewness", skewness)
        .with("kurtosis", kurtosis);
  }

  @Override
  public MethodDefinition definition() {
    return definition("winsorize");
  }

  @Override
  public String toString() {
    return "winsorize(" + maxPoints + ", " + skewness + ", " + kurtosis + ")";
  }
}
