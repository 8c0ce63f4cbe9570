package dev.steppe.model;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Faults;
import dev.steppe.internal.Text;
import java.util.Arrays;

/** The only readings that an indicator can have, if there are such. */
final class Levels {

  private Levels() {}

  /**
   * The levels in ascending order.
   *
   * @param faults receives what is wrong
   */
  static ImmutableDoubleArray checked(
      ImmutableDoubleArray levels, String code, double lower, double upper, Faults faults) {
    if (levels.isEmpty()) {
      return levels;
    }
    double[] sorted = levels.toArray();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = faults.finite(sorted[i], "level of indicator '" + code + "'");
    }
    Arrays.sort(sorted);
    if (sorted.length == 1) {
      faults.add(
          Text.of("Indicator '%s' needs two levels or none, but has only %s", code, sorted[0]));
    }
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && sorted[i] == sorted[i - 1]) {
        faults.add(Text.of("Level %s of indicator '%s' comes more than once", sorted[i], code));
      }
      if (sorted[i] < lower || sorted[i] > upper) {
        faults.add(
            Text.of(
                "Level %s of indicator '%s' is not in its domain [%s, %s]",
                sorted[i], code, lower, upper));
      }
    }
    return ImmutableDoubleArray.copyOf(sorted);
  }

  /** Those within bounds. */
  static ImmutableDoubleArray within(ImmutableDoubleArray levels, double lower, double upper) {
    ImmutableDoubleArray.Builder within = ImmutableDoubleArray.builder(levels.length());
    for (int i = 0; i < levels.length(); i++) {
      if (levels.get(i) >= lower && levels.get(i) <= upper) {
        within.add(levels.get(i));
      }
    }
    return within.build();
  }
}
