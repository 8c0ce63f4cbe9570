package dev.steppe.sensitivity;

import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What drives an output, in words. */
final class DriverText {

  /** A share below this is not worth a word. */
  private static final double SLIGHT = 0.01;

  private DriverText() {}

  static String of(SobolIndices result) {
    if (!result.isDefined()) {
      return "The " + result.output() + " is the same everywhere: there is no spread to divide.";
    }
    List<SobolIndex> order = new ArrayList<>(result.indices());
    order.sort(Comparator.comparingDouble(SobolIndex::first).reversed());
    double together = result.interactions().orElseThrow();
    String spread = " of the spread of the " + result.output() + " comes from ";
    double alone = 0;
    List<String> leaders = new ArrayList<>();
    for (SobolIndex index : order) {
      if (alone > 0.5 || index.first() < SLIGHT) {
        break;
      }
      alone += index.first();
      leaders.add("'" + index.input() + "' (" + percent(index.first()) + ")");
    }
    String lead =
        alone > 0.5
            ? "Most" + spread + String.join(" and ", leaders) + "."
            : "Most" + spread + "inputs acting together (" + percent(together) + ").";
    if (alone > 0.5 && together >= SLIGHT) {
      lead += " Inputs acting together make up " + percent(together) + ".";
    }
    return lead + slight(result);
  }

  private static String slight(SobolIndices result) {
    List<String> slight =
        result.indices().stream()
            .filter(index -> index.total() < SLIGHT)
            .map(index -> "'" + index.input() + "'")
            .collect(Collectors.toList());
    return slight.isEmpty()
        ? ""
        : " Hardly anything (less than 1 % each) depends on " + String.join(", ", slight) + ".";
  }

  private static String percent(double share) {
    return Decimals.fixed(100 * share, 0) + " %";
  }
}
