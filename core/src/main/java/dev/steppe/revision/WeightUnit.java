package dev.steppe.revision;

import java.util.ArrayList;
import java.util.List;

/**
 * In which unit the later weights of a factor are those of the earlier model. Weights are relative:
 * 1, 1, 1 and 0.2, 0.2, 0.2 are the same, and beside a new child of 0.4 the latter have not changed
 * but made room.
 */
final class WeightUnit {

  /** Ratios that differ by no more are the same. */
  private static final double TOLERANCE = 1e-12;

  private WeightUnit() {}

  /**
   * What the later weights are to be divided by. It is 1 if a child has kept its weight as stated;
   * else what most of the children's weights were multiplied by, if that are two or more; else the
   * ratio of the sums, so that shares among these children are compared.
   *
   * @param before the weights of the children that are in the factor in both models
   * @param after theirs in the later model
   */
  static double of(List<Double> before, List<Double> after) {
    List<Double> ratios = new ArrayList<>();
    double sumBefore = 0;
    double sumAfter = 0;
    for (int i = 0; i < before.size(); i++) {
      sumBefore += before.get(i);
      sumAfter += after.get(i);
      if (before.get(i) > 0 && after.get(i) > 0) {
        ratios.add(after.get(i) / before.get(i));
      }
    }
    if (ratios.isEmpty() || ratios.stream().anyMatch(ratio -> areEqual(ratio, 1))) {
      return 1;
    }
    long most = 1;
    double usual = sumAfter / sumBefore;
    for (double ratio : ratios) {
      long like = ratios.stream().filter(other -> areEqual(other, ratio)).count();
      if (like > most) {
        most = like;
        usual = ratio;
      } else if (like == most && most > 1 && !areEqual(ratio, usual)) {
        // As many were multiplied by something else: neither is what usually happened.
        usual = sumAfter / sumBefore;
      }
    }
    return usual;
  }

  /** Whether two weights are equal but for rounding. */
  static boolean areEqual(double first, double second) {
    return Math.abs(first - second) <= TOLERANCE * Math.max(Math.abs(first), Math.abs(second));
  }
}
