package dev.steppe.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A value for each category, see {@link Normalization#categories}. */
record Categories(ImmutableMap<Double, Double> values) implements Normalization {

  /** How many categories a message lists. */
  private static final int TOLD = 30;

  Categories {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Categories need at least one value");
    }
    // Sorted and without -0.0, so that equal categories have one form.
    Map<Double, Double> sorted = new TreeMap<>();
    values.forEach(
        (category, value) -> {
          double key = Checks.finite(category, "category");
          if (sorted.put(key, Checks.inRange(value, 0, 100, "value of category " + category))
              != null) {
            throw new IllegalArgumentException("Category " + key + " has two values");
          }
        });
    values = ImmutableMap.copyOf(sorted);
  }

  @Override
  public double normalize(double reading, Direction direction) {
    if (Double.isNaN(reading)) {
      return reading;
    }
    @Nullable Double value = values.get(reading + 0.0);
    if (value == null) {
      throw new IllegalArgumentException(
          "Reading " + reading + " is none of the categories " + known());
    }
    return direction.isHigherRiskier() ? value : 100 - value;
  }

  @Override
  public Range scale(Direction direction) {
    return bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, direction);
  }

  @Override
  public boolean isDiscrete() {
    return true;
  }

  @Override
  public ImmutableDoubleArray jumps() {
    return ImmutableDoubleArray.copyOf(values.keySet());
  }

  /** Over the categories in the interval; an interval without a category is an error. */
  @Override
  public Range bounds(double lower, double upper, Direction direction) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double category : ImmutableSortedSet.copyOf(values.keySet())) {
      if (category >= lower && category <= upper) {
        double value = normalize(category, direction);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    if (least > greatest) {
      throw new IllegalArgumentException(
          "Interval " + lower + ".." + upper + " has none of the categories " + known());
    }
    return new Range(least, greatest);
  }

  /** The categories as a message tells them: not all, if there are many. */
  private String known() {
    return values.size() <= TOLD
        ? values.keySet().toString()
        : Text.of(
            "%s to %s (%s in all)",
            values.keySet().asList().get(0),
            values.keySet().asList().get(values.size() - 1),
            values.size());
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("categories")
        .with(
            "values",
            PiecewiseLinear.points(
                ImmutableDoubleArray.copyOf(values.keySet()),
                ImmutableDoubleArray.copyOf(values.values())));
  }

  @Override
  public String toString() {
    return "categories(" + values + ")";
  }
}
