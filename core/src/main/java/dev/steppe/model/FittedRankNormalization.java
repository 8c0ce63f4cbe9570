package dev.steppe.model;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;

/**
 * The rank among the sorted readings of a reference set.
 *
 * <p>With {@code s} readings strictly safer and {@code e} equal to it, a reading's rank is {@code s
 * + (e + 1) / 2} with ties averaged and {@code s + 1} otherwise; the value is {@code 100 * (rank -
 * 1) / (n - 1)}, cut off at 0 and 100. With ties averaged, a reading between two ranks half way
 * between them.
 */
record FittedRankNormalization(ImmutableDoubleArray sorted, boolean tiesAveraged)
    implements MonotoneScale {

  FittedRankNormalization {
    MinMax.checkSpread(sorted, "Rank");
    for (int i = 0; i < sorted.length(); i++) {
      Checks.finite(sorted.get(i), "reading of the reference set");
      if (i > 0 && sorted.get(i) < sorted.get(i - 1)) {
        throw new IllegalArgumentException(
            Text.of(
                "Readings of the reference set must be sorted, but %s comes before %s",
                sorted.get(i - 1), sorted.get(i)));
      }
    }
  }

  @Override
  public Range extent() {
    return new Range(sorted.get(0), sorted.get(sorted.length() - 1));
  }

  @Override
  public double normalize(double reading, Direction direction) {
    if (Double.isNaN(reading)) {
      return reading;
    }
    int n = sorted.length();
    int less = firstAtLeast(reading, false);
    int lessOrEqual = firstAtLeast(reading, true);
    int safer = direction.isHigherRiskier() ? less : n - lessOrEqual;
    double rankMinusOne = safer;
    if (tiesAveraged && less == lessOrEqual && less > 0 && less < n) {
      double between = between(less);
      rankMinusOne = direction.isHigherRiskier() ? between : n - 1 - between;
    } else if (tiesAveraged) {
      rankMinusOne = safer + (lessOrEqual - less - 1) / 2.0;
    }
    return Math.min(100, Math.max(0, 100 * rankMinusOne / (n - 1)));
  }

  @Override
  public ImmutableDoubleArray jumps() {
    return ImmutableDoubleArray.copyOf(sorted.stream().distinct());
  }

  /** Half way between the places, from 0, of the readings before and from an index. */
  private double between(int index) {
    double before = firstAtLeast(sorted.get(index - 1), false) + (index - 1.0);
    double after = index + (firstAtLeast(sorted.get(index), true) - 1.0);
    return (before + after) / 4;
  }

  /** The index of the first reading that is greater than, or also equal to, the given one. */
  private int firstAtLeast(double reading, boolean greater) {
    int low = 0;
    int high = sorted.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      double value = sorted.get(middle);
      if (value < reading || (greater && value == reading)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public MethodDefinition definition() {
    return new RankNormalization(tiesAveraged).definition().with("readings", sorted.asList());
  }

  @Override
  public String toString() {
    return Text.of(
        "%s among %s from %s to %s",
        tiesAveraged ? "rank()" : "percentileRank()",
        sorted.length(),
        sorted.get(0),
        sorted.get(sorted.length() - 1));
  }
}
