package dev.steppe.model;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Text;
import java.util.DoubleSummaryStatistics;

/** Goalposts at the extremes of the reference set, see {@link Normalization#minMax}. */
record MinMax() implements MonotoneScale {

  @Override
  public double normalize(double reading, Direction direction) {
    throw notFitted("min-max");
  }

  @Override
  public boolean isFitted() {
    return false;
  }

  @Override
  public Normalization fit(ImmutableDoubleArray reference, Direction direction) {
    checkSpread(reference, "Min-max");
    DoubleSummaryStatistics summary = reference.stream().summaryStatistics();
    return new Goalposts(summary.getMin(), summary.getMax());
  }

  static IllegalStateException notFitted(String method) {
    return new IllegalStateException(
        "A " + method + " normalisation must be fitted to a reference set first: Scorer.fit(...)");
  }

  /** Refuses a reference set in which nothing differs: no method can tell its members apart. */
  static void checkSpread(ImmutableDoubleArray reference, String method) {
    if (reference.length() < 2) {
      throw new IllegalArgumentException(
          method
              + " normalisation needs at least two readings in the reference set, but there "
              + (reference.length() == 1 ? "is 1" : "are none"));
    }
    double first = reference.get(0);
    if (reference.stream().allMatch(value -> value == first)) {
      throw new IllegalArgumentException(
          Text.of(
              "%s normalisation needs readings that differ, but all %s are %s",
              method, reference.length(), first));
    }
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("minMax");
  }

  @Override
  public String toString() {
    return "minMax()";
  }
}
