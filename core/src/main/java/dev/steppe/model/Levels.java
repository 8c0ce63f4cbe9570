package dev.steppe.model;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import dev.steppe.internal.Faults;
import dev.steppe.internal.Text;
import java.util.Arrays;
import java.util.List;

/** The only readings that an indicator can have, if there are such. */
final class Levels {

  private Levels() {}

  /**
   * The levels in ascending order.
   *
   * @param faults receives what is wrong
   */
  static ImmutableList<Double> checked(
      List<Double> levels, String code, double lower, double upper, Faults faults) {
    if (levels.isEmpty()) {
      return ImmutableList.of();
    }
    double[] sorted = Doubles.toArray(levels);
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
    return ImmutableList.copyOf(Doubles.asList(sorted));
  }

  /** Those within bounds. */
  static ImmutableList<Double> within(List<Double> levels, double lower, double upper) {
    ImmutableList.Builder<Double> within = ImmutableList.builder();
    for (double level : levels) {
      if (level >= lower && level <= upper) {
        within.add(level);
      }
    }
    return within.build();
  }
}
