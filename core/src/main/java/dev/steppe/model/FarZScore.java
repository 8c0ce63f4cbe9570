package dev.steppe.model;

import dev.steppe.internal.Checks;

/**
 * A z-score of readings that are far from 0 for how little they differ: {@code mean + (v - origin -
 * offset) / perPoint}, cut off at 0 and 100. The difference of two such readings is exact, but the
 * reading at which the line starts is no double.
 *
 * @param mean the value of an average reading
 * @param origin one of the readings
 * @param offset the average reading less the origin
 * @param perPoint the change of a reading that changes the value by 1
 */
record FarZScore(double mean, double origin, double offset, double perPoint)
    implements MonotoneScale {

  FarZScore {
    if (!(perPoint > 0 && perPoint < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Change of a reading per point must be finite and > 0, but was " + perPoint);
    }
    mean = Checks.inRange(mean, 0, 100, "mean of a z-score");
    origin = Checks.finite(origin, "origin of a z-score");
    offset = Checks.finite(offset, "offset of a z-score");
  }

  @Override
  public double normalize(double reading, Direction direction) {
    double points = (reading - origin - offset) / perPoint;
    return Math.min(100, Math.max(0, direction.isHigherRiskier() ? mean + points : mean - points));
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("farZScore")
        .with("mean", mean)
        .with("origin", origin)
        .with("offset", offset)
        .with("perPoint", perPoint);
  }

  @Override
  public String toString() {
    return "zScore from " + origin + " + " + offset + ", " + perPoint + " a point";
  }
}
