package dev.steppe.validation;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;

/** What a reader must know before believing a figure. */
final class Caveats {

  /** With fewer cases of a kind than this, a figure comes with a warning. */
  static final int FEW = 10;

  private Caveats() {}

  static ImmutableList<String> few(Cases cases) {
    ImmutableList.Builder<String> warnings = ImmutableList.builder();
    few(cases.positives(), "had the event", warnings);
    few(cases.negatives(), "did not have the event", warnings);
    return warnings.build();
  }

  private static void few(int count, String what, ImmutableList.Builder<String> warnings) {
    if (count < FEW) {
      warnings.add(
          warning(count == 0 ? "no case" : "only " + Text.count(count, "case", "cases"), what));
    }
  }

  static ImmutableList<String> fewPairs(int count) {
    return count < FEW
        ? ImmutableList.of(
            warning(
                "only " + Text.count(count, "case", "cases"),
                (count == 1 ? "is" : "are") + " in both orders"))
        : ImmutableList.of();
  }

  private static String warning(String cases, String what) {
    return Text.of(
        "WARNING: %s %s (fewer than %s). By itself the figure says next to nothing.",
        cases, what, FEW);
  }

  static ImmutableList<String> fewClusters(int clusters, int withEvent) {
    return withEvent < FEW || clusters - withEvent < FEW
        ? ImmutableList.of(
            Text.of(
                "WARNING: %s of %s have the event (fewer than %s, or fewer without). Intervals from"
                    + " so few are too narrow as a rule.",
                withEvent, Text.count(clusters, "cluster", "clusters"), FEW))
        : ImmutableList.of();
  }

  static String repeated(String countries) {
    return Text.of(
        "WARNING: countries are scored at several dates (%s). Such cases are hardly independent,"
            + " but intervals and p-values take them so, which makes them too narrow and too small"
            + " as a rule. The bootstrap resamples whole countries.",
        countries);
  }
}
