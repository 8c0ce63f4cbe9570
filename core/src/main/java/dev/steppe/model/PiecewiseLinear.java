package dev.steppe.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Linear interpolation through points, see {@link Normalization#piecewiseLinear}. */
record PiecewiseLinear(ImmutableDoubleArray readings, ImmutableDoubleArray values)
    implements Normalization {

  PiecewiseLinear {
    if (readings.length() < 2 || values.length() != readings.length()) {
      throw new IllegalArgumentException(
          "A piecewise linear normalisation needs at least two points, but has "
              + Math.min(readings.length(), values.length()));
    }
    Faults faults = new Faults();
    for (int i = 0; i < readings.length(); i++) {
      double reading = faults.finite(readings.get(i), "reading of a point");
      faults.inRange(values.get(i), 0, 100, "value of the point at " + reading);
    }
    faults.throwIfAny();
    checkApart(readings);
  }

  static PiecewiseLinear through(Map<Double, Double> points) {
    ImmutableDoubleArray.Builder readings = ImmutableDoubleArray.builder(points.size());
    ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(points.size());
    new TreeMap<>(points)
        .forEach(
            (reading, value) -> {
              readings.add(reading + 0.0);
              values.add(value + 0.0);
            });
    return new PiecewiseLinear(readings.build(), values.build());
  }

  /** Refuses points between which no line runs, or none that can be computed. */
  private static void checkApart(ImmutableDoubleArray readings) {
    for (int i = 1; i < readings.length(); i++) {
      double width = readings.get(i) - readings.get(i - 1);
      if (width < 0) {
        throw new IllegalArgumentException(
            "Points must rise, but " + readings.get(i) + " comes after " + readings.get(i - 1));
      }
      if (width == 0) {
        // A map tells 0.0 from -0.0.
        throw new IllegalArgumentException("There are two points at " + readings.get(i));
      }
      if (Double.isInfinite(width)) {
        throw new IllegalArgumentException(
            "Points at "
                + readings.get(i - 1)
                + " and "
                + readings.get(i)
                + " are too far apart to compute with");
      }
    }
  }

  @Override
  public Range extent() {
    return new Range(readings.get(0), readings.get(readings.length() - 1));
  }

  @Override
  public double normalize(double reading, Direction direction) {
    double value = at(reading);
    return direction.isHigherRiskier() ? value : 100 - value;
  }

  private double at(double reading) {
    if (Double.isNaN(reading)) {
      return reading;
    }
    int last = readings.length() - 1;
    if (reading <= readings.get(0)) {
      return values.get(0);
    }
    if (reading >= readings.get(last)) {
      return values.get(last);
    }
    int right = firstNotBelow(reading);
    double share =
        (reading - readings.get(right - 1)) / (readings.get(right) - readings.get(right - 1));
    double from = values.get(right - 1);
    return from + share * (values.get(right) - from);
  }

  /** The first point whose reading is at least this one, which is not above all. */
  private int firstNotBelow(double reading) {
    int from = 0;
    int to = readings.length() - 1;
    while (from < to) {
      int middle = (from + to) / 2;
      if (readings.get(middle) < reading) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  @Override
  public boolean isDiscrete() {
    return false;
  }

  @Override
  public Range scale(Direction direction) {
    return bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, direction);
  }

  /** The extremes of a polyline lie at the ends of the interval or at points inside it. */
  @Override
  public Range bounds(double lower, double upper, Direction direction) {
    Range ends = Range.ofEnds(this, lower, upper, direction);
    double least = ends.lower();
    double greatest = ends.upper();
    for (int i = 0; i < readings.length(); i++) {
      if (readings.get(i) > lower && readings.get(i) < upper) {
        double value = normalize(readings.get(i), direction);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    return new Range(least, greatest);
  }

  /** A value by each reading, as a definition has them. */
  static List<Map<String, Double>> points(
      ImmutableDoubleArray readings, ImmutableDoubleArray values) {
    List<Map<String, Double>> points = new ArrayList<>();
    for (int i = 0; i < readings.length(); i++) {
      points.add(ImmutableMap.of("reading", readings.get(i), "value", values.get(i)));
    }
    return points;
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("piecewiseLinear").with("points", points(readings, values));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("piecewiseLinear({");
    for (int i = 0; i < readings.length(); i++) {
      text.append(i == 0 ? "" : ", ").append(readings.get(i)).append('=').append(values.get(i));
    }
    return text.append("})").toString();
  }
}
