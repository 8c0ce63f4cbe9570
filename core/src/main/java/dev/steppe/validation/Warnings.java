package dev.steppe.validation;

import com.google.common.collect.ImmutableList;

/** What a reader must know before believing a figure. */
final class Warnings {

  /** With fewer cases of a kind than this, a figure comes with a warning. */
  static final int FEW = 10;

  private Warnings() {}

  static ImmutableList<String> few(Cases cases) {
    ImmutableList.Builder<String> warnings = ImmutableList.builder();
    few(cases.positives(), "had the event", warnings);
    few(cases.negatives(), "did not have the event", warnings);
    return warnings.build();
  }

  private static void few(int count, String what, ImmutableList.Builder<String> warnings) {
    if (count < FEW) {
      warnings.add(
          "WARNING: "
              + (count == 0 ? "no case " : "only " + count + (count == 1 ? " case " : " cases "))
              + what
              + " (fewer than "
              + FEW
              + "). By itself the figure says next to nothing.");
    }
  }

  static ImmutableList<String> fewPairs(int count) {
    return count < FEW
        ? ImmutableList.of(
            "WARNING: only "
                + count
                + " cases are in both orders (fewer than "
                + FEW
                + "). By itself the figure says next to nothing.")
        : ImmutableList.of();
  }

  static String repeated(String countries) {
    return "WARNING: countries are scored at several dates ("
        + countries
        + "). Such cases are hardly independent, but intervals and p-values take them so, which"
        + " makes them too narrow and too small as a rule.";
  }
}
